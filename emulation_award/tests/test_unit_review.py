from datetime import timedelta

from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .review_common import UnitReviewCommon


@tagged('post_install', '-at_install')
class TestUnitReviewFill(UnitReviewCommon):
    def test_people_are_those_of_the_head_count(self):
        newcomer = self.env['hr.employee'].create(
            {'name': 'Người Mới', 'department_id': self.people_a.department_id.id}
        )
        review = self._meeting()

        review.action_fill()

        self.assertEqual(review.attendance_ids.employee_id, self.people_a)
        self.assertNotIn(newcomer, review.attendance_ids.employee_id)
        self.assertTrue(all(review.attendance_ids.mapped('is_counted')))

    def test_nominees_are_the_drafts_of_the_unit_and_phase(self):
        self._nominate(employee_id=self.people_a[3].id, phase_id=self.phase_2.id)
        self._nominate(
            self.leader_b,
            employee_id=self.people_b[1].id,
            campaign_unit_id=self.participant_b.id,
        )
        review = self._meeting()

        review.action_fill()

        self.assertEqual(review.line_ids.nomination_id, self.person | self.collective)

    def test_collectives_come_first(self):
        review = self._meeting()

        review.action_fill()
        review.invalidate_recordset()

        self.assertEqual(review.line_ids.nomination_id.ids, (self.collective + self.person).ids)

    def test_filling_again_adds_whom_the_list_lacks(self):
        review = self._meeting()
        review.action_fill()
        review.attendance_ids[0].unlink()
        review.line_ids[0].in_favour = 4
        later = self._nominate(employee_id=self.people_a[4].id)

        review.action_fill()

        self.assertEqual(review.attendance_ids.employee_id, self.people_a)
        self.assertEqual(review.line_ids.nomination_id, self.person | self.collective | later)
        self.assertEqual(review.line_ids[0].in_favour, 4)

    def test_counts_follow_the_attendance(self):
        review = self._meeting()
        review.action_fill()

        review.attendance_ids[3].presence = 'absent'

        self.assertEqual((review.summoned_count, review.present_count), (10, 9))
        self.assertNotIn(review.attendance_ids[3].employee_id.id, review.attendee_ids.ids)

    def test_names_and_positions_are_kept_as_they_were(self):
        review = self._meeting()
        review.action_fill()
        line = review.attendance_ids[5]

        line.sudo().employee_id.write({'name': 'Tên Khác', 'job_title': 'Trưởng phòng'})

        self.assertEqual((line.name, line.position), ('Nguyễn Văn a05', 'Chuyên viên'))

    def test_one_draft_per_unit_and_phase(self):
        self._meeting()

        with self.assertRaises(UniqueViolation), mute_logger('odoo.sql_db'):
            self._meeting().flush_recordset()

    def test_unit_and_phase_are_of_one_campaign(self):
        other = self.env['emulation.campaign'].create({'name': 'Khác'})
        elsewhere = self.env['emulation.campaign.unit'].create(
            {'campaign_id': other.id, 'unit_id': self.unit_a.id}
        )

        with self.assertRaises(ValidationError):
            self._meeting(self.office, campaign_unit_id=elsewhere.id)


@tagged('post_install', '-at_install')
class TestUnitReviewMajority(UnitReviewCommon):
    def _supported_with(self, in_favour):
        review = self._meeting()
        review.action_fill()
        line = review.line_ids[0]
        line.write({'in_favour': in_favour, 'against': 10 - in_favour})
        return line.is_supported

    def test_half_is_not_more_than_half(self):
        self.assertFalse(self._supported_with(5))

    def test_more_than_half(self):
        self.assertTrue(self._supported_with(6))

    def test_base_is_those_present(self):
        review = self._meeting()
        review.action_fill()
        review.line_ids.write({'in_favour': 5})

        review.attendance_ids[-1].presence = 'absent'

        self.assertEqual(review.line_ids.mapped('is_supported'), [True, True])

    def test_share_is_the_campaigns(self):
        self.campaign.sudo().write(
            {'review_numerator': 2, 'review_denominator': 3, 'review_strict': False}
        )

        self.assertFalse(self._supported_with(6))
        self.assertIn('2/3', self.participant_a.review_ids.majority_text)

    def test_an_amendment_does_not_judge_closed_minutes_anew(self):
        review = self._closed(in_favour=6)

        self.campaign.sudo().write({'review_numerator': 9, 'review_denominator': 10})

        self.assertEqual(review.line_ids.mapped('is_supported'), [True, True])
        self.assertEqual((review.majority_numerator, review.majority_denominator), (1, 2))


@tagged('post_install', '-at_install')
class TestUnitReviewClose(UnitReviewCommon):
    def assert_refused(self, review, *said):
        with self.assertRaises(UserError) as caught:
            review.action_close()
        for words in said:
            self.assertIn(words, str(caught.exception))
        self.assertEqual(review.state, 'draft')
        self.assertEqual((self.person.state, self.collective.state), ('draft', 'draft'))

    def test_closing_seals_and_signs(self):
        review = self._closed()

        self.assertEqual((review.state, review.closed_by_id), ('closed', self.leader_a))
        self.assertTrue(review.closed_at)

    def test_supported_nominees_become_ready_to_submit(self):
        review = self._closed()

        self.assertEqual((self.person.state, self.collective.state), ('reviewed', 'reviewed'))
        self.assertEqual(self.person.review_line_id.review_id, review)

    def test_unsupported_nominees_stay_drafts(self):
        self._closed(in_favour=5)

        self.assertEqual((self.person.state, self.collective.state), ('draft', 'draft'))
        self.assertFalse(self.person.review_line_id.is_supported)

    def test_the_office_may_close(self):
        review = self._counted()

        review.with_user(self.office).action_close()

        self.assertEqual(review.closed_by_id, self.office)

    def test_all_that_is_wrong_is_said_at_once(self):
        review = self._meeting(date_end=False, chair_id=False, secretary_id=False)
        review.line_ids = [Command.create({'nomination_id': self.person.id})]

        self.assert_refused(review, 'when the meeting ended', 'no chair', 'no secretary', 'nobody')

    def test_every_vote_is_accounted_for(self):
        review = self._counted()
        review.line_ids[0].against = 0
        review.line_ids[1].abstain = 3

        self.assert_refused(review, 'enter the missing 1', '13 votes are entered')

    def test_negative_votes_are_refused(self):
        review = self._counted()
        review.line_ids[0].write({'in_favour': 11, 'against': -1})

        self.assert_refused(review, 'below zero')

    def test_end_follows_start(self):
        review = self._counted()
        review.date_end = review.date_start - timedelta(minutes=1)

        self.assert_refused(review, 'before it starts')

    def test_end_is_past(self):
        review = self._counted()
        review.date_end = fields.Datetime.now() + timedelta(hours=1)

        self.assert_refused(review, 'after the meeting')

    def test_chair_is_present(self):
        review = self._counted()
        review.attendance_ids.filtered(
            lambda line: line.employee_id == review.chair_id
        ).presence = 'absent'
        review.line_ids.against = 0

        self.assert_refused(review, 'not marked as present')

    def test_nobody_present(self):
        review = self._counted()
        review.attendance_ids.presence = 'absent'

        self.assert_refused(review, 'nobody is marked as present')

    def test_nominee_of_another_phase(self):
        later = self._nominate(employee_id=self.people_a[3].id, phase_id=self.phase_2.id)
        review = self._counted()
        review.line_ids = [Command.create({'nomination_id': later.id, 'in_favour': 10})]

        self.assert_refused(review, 'another unit or in another phase')

    def test_nominee_of_another_unit(self):
        other = self._nominate(
            self.leader_b,
            employee_id=self.people_b[1].id,
            campaign_unit_id=self.participant_b.id,
        )
        review = self._counted().with_user(self.office)

        with self.assertRaisesRegex(ValidationError, 'of another unit'):
            review.line_ids = [Command.create({'nomination_id': other.id, 'in_favour': 10})]

    def test_nominee_withdrawn_meanwhile(self):
        review = self._counted()
        self.person.sudo().state = 'withdrawn'

        with self.assertRaises(UserError) as caught:
            review.action_close()
        self.assertIn('already "Withdrawn"', str(caught.exception))

    def test_no_nominee(self):
        review = self._counted()
        review.line_ids.unlink()

        self.assert_refused(review, 'No nominee was voted on')

    def test_closing_twice(self):
        review = self._closed()

        with self.assertRaises(UserError):
            review.action_close()

    def test_the_journal_keeps_the_votes(self):
        review = self._closed()

        entry = self.env['emulation.journal'].search(
            [('event', '=', 'review.closed'), ('campaign_id', '=', self.campaign.id)]
        )
        self.assertEqual((entry.res_id, entry.user_id), (review.id, self.leader_a))
        self.assertIn('"for":9', entry.payload)
        self.assertIn('"present":10', entry.payload)
        chain = entry.chain_id
        self.assertFalse(chain._first_break())

    def test_a_form_shows_what_the_meeting_decides(self):
        review = self._meeting()
        review.action_fill()
        with Form(review) as form:
            for index in range(2):
                with form.line_ids.edit(index) as line:
                    line.in_favour = 8
                    line.abstain = 2

        review.action_close()

        self.assertEqual(review.supported_count, 2)
