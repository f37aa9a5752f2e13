import base64
from datetime import timedelta

from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import EmulationCommon

PDF = base64.b64encode(b'%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
PNG = (
    b'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg'
    b'gg=='
)
SCRIPT = base64.b64encode(b'#!/bin/sh\necho no scan\n')


class UnitReviewCommon(EmulationCommon):
    """Division A holds its meeting on one individual and on itself as a collective."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign()
        cls.person = cls._nominate(employee_id=cls.people_a[2].id)
        cls.collective = cls._nominate(
            nominee_kind='collective',
            unit_id=cls.unit_a.id,
            campaign_award_id=cls.award_collective.id,
        )

    @classmethod
    def _nominate(cls, user=None, **vals):
        return (
            cls.env['emulation.nomination']
            .with_user(user or cls.leader_a)
            .create(
                {
                    'campaign_id': cls.campaign.id,
                    'phase_id': cls.phase_1.id,
                    'campaign_award_id': cls.award_individual.id,
                    'campaign_unit_id': cls.participant_a.id,
                    **vals,
                }
            )
        )

    @classmethod
    def _meeting(cls, user=None, **vals):
        """A review as typed in, people and nominees not filled yet."""
        now = fields.Datetime.now()
        return (
            cls.env['emulation.unit.review']
            .with_user(user or cls.leader_a)
            .create(
                {
                    'phase_id': cls.phase_1.id,
                    'campaign_unit_id': cls.participant_a.id,
                    'date_start': now - timedelta(hours=2),
                    'date_end': now - timedelta(hours=1),
                    'chair_id': cls.people_a[0].id,
                    'secretary_id': cls.people_a[1].id,
                    **vals,
                }
            )
        )

    @classmethod
    def _counted(cls, in_favour=9, **vals):
        """A review with everybody present and every vote counted, ready to be closed."""
        review = cls._meeting(**vals)
        review.action_fill()
        review.line_ids.write({'in_favour': in_favour, 'against': 10 - in_favour})
        return review

    def _closed(self, in_favour=9, **vals):
        review = self._counted(in_favour, **vals)
        review.action_close()
        return review


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
        self.assertIn('2/3', self.env['emulation.unit.review'].search([]).majority_text)

    def test_an_amendment_does_not_judge_closed_minutes_anew(self):
        review = self._closed(in_favour=6)

        self.campaign.sudo().write({'review_numerator': 9, 'review_denominator': 10})

        self.assertEqual(review.line_ids.mapped('is_supported'), [True, True])
        self.assertEqual((review.majority_numerator, review.majority_denominator), (1, 2))


@tagged('post_install', '-at_install')
class TestUnitReviewClose(UnitReviewCommon):
    def assertRefused(self, review, *said):
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

        self.assertRefused(review, 'when the meeting ended', 'no chair', 'no secretary', 'nobody')

    def test_every_vote_is_accounted_for(self):
        review = self._counted()
        review.line_ids[0].against = 0
        review.line_ids[1].abstain = 3

        self.assertRefused(review, 'enter the missing 1', '13 votes are entered')

    def test_negative_votes_are_refused(self):
        review = self._counted()
        review.line_ids[0].write({'in_favour': 11, 'against': -1})

        self.assertRefused(review, 'below zero')

    def test_end_follows_start(self):
        review = self._counted()
        review.date_end = review.date_start - timedelta(minutes=1)

        self.assertRefused(review, 'before it starts')

    def test_end_is_past(self):
        review = self._counted()
        review.date_end = fields.Datetime.now() + timedelta(hours=1)

        self.assertRefused(review, 'after the meeting')

    def test_chair_is_present(self):
        review = self._counted()
        review.attendance_ids.filtered(
            lambda line: line.employee_id == review.chair_id
        ).presence = 'absent'
        review.line_ids.against = 0

        self.assertRefused(review, 'not marked as present')

    def test_nobody_present(self):
        review = self._counted()
        review.attendance_ids.presence = 'absent'

        self.assertRefused(review, 'nobody is marked as present')

    def test_nominee_of_another_phase(self):
        later = self._nominate(employee_id=self.people_a[3].id, phase_id=self.phase_2.id)
        review = self._counted()
        review.line_ids = [Command.create({'nomination_id': later.id, 'in_favour': 10})]

        self.assertRefused(review, 'another unit or in another phase')

    def test_nominee_of_another_unit(self):
        other = self._nominate(
            self.leader_b,
            employee_id=self.people_b[1].id,
            campaign_unit_id=self.participant_b.id,
        )
        review = self._counted().with_user(self.office)
        review.line_ids = [Command.create({'nomination_id': other.id, 'in_favour': 10})]

        self.assertRefused(review, 'another unit or in another phase')

    def test_nominee_withdrawn_meanwhile(self):
        review = self._counted()
        self.person.sudo().state = 'withdrawn'

        with self.assertRaises(UserError) as caught:
            review.action_close()
        self.assertIn('already "Withdrawn"', str(caught.exception))

    def test_no_nominee(self):
        review = self._counted()
        review.line_ids.unlink()

        self.assertRefused(review, 'No nominee was voted on')

    def test_closing_twice(self):
        review = self._closed()

        with self.assertRaises(UserError):
            review.action_close()

    def test_the_journal_keeps_the_votes(self):
        review = self._closed()

        entry = self.env['emulation.journal'].search([('event', '=', 'review.closed')])
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


@tagged('post_install', '-at_install')
class TestUnitReviewCorrection(UnitReviewCommon):
    def _correction(self, review):
        return self.env['emulation.unit.review'].browse(review.action_correct()['res_id'])

    def test_same_meeting_with_votes_to_be_counted(self):
        review = self._counted()
        review.attendance_ids[4].write({'presence': 'absent', 'absence_reason': 'Đi công tác'})
        review.line_ids.write({'in_favour': 9, 'against': 0})
        review.action_close()

        correction = self._correction(review)

        self.assertEqual(correction.state, 'draft')
        self.assertEqual((correction.summoned_count, correction.present_count), (10, 9))
        self.assertEqual(
            correction.attendance_ids.filtered(lambda line: line.presence == 'absent').mapped(
                'absence_reason'
            ),
            ['Đi công tác'],
        )
        self.assertEqual(correction.line_ids.nomination_id, review.line_ids.nomination_id)
        self.assertEqual(correction.line_ids.mapped('in_favour'), [0, 0])

    def test_the_last_one_closed_counts(self):
        review = self._closed(in_favour=4)
        correction = self._correction(review).with_user(self.leader_a)
        correction.line_ids.write({'in_favour': 8, 'against': 2})

        correction.action_close()

        self.assertEqual((self.person.state, self.collective.state), ('reviewed', 'reviewed'))
        self.assertEqual(self.person.review_line_id.review_id, correction)
        self.assertEqual(review.line_ids.mapped('is_current'), [False, False])
        self.assertEqual(correction.line_ids.mapped('is_current'), [True, True])

    def test_support_that_was_a_mistake_is_taken_back(self):
        review = self._closed(in_favour=9)
        correction = self._correction(review).with_user(self.leader_a)
        correction.line_ids.write({'in_favour': 4, 'against': 6})

        correction.action_close()

        self.assertEqual((self.person.state, self.collective.state), ('draft', 'draft'))
        self.assertFalse(self.person.review_line_id.is_supported)

    def test_what_was_submitted_is_not_voted_on_again(self):
        review = self._closed()
        self.person.sudo().state = 'submitted'

        correction = self._correction(review)

        self.assertEqual(correction.line_ids.nomination_id, self.collective)

    def test_open_minutes_are_corrected_directly(self):
        with self.assertRaises(UserError):
            self._counted().action_correct()


@tagged('post_install', '-at_install', 'security')
class TestUnitReviewSealed(UnitReviewCommon):
    """Closed minutes stay as they are, whoever tries and whichever way."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.review = cls._counted()
        cls.review.action_close()
        cls.latecomer = cls._nominate(employee_id=cls.people_a[6].id)
        cls.admin = cls.env.ref('base.user_admin')
        cls.admin.company_ids += cls.company
        cls.everybody = (cls.leader_a, cls.office, cls.manager, cls.admin)

    def assertSealed(self, change):
        for user in self.everybody:
            with self.subTest(user.login), self.assertRaises(UserError):
                change(self.review.with_user(user))
            self.env.invalidate_all()

    def test_no_field_changes(self):
        for vals in (
            {'place': 'Nơi khác'},
            {'conclusion': 'Khác'},
            {'chair_id': self.people_a[3].id},
            {'date_end': fields.Datetime.now()},
            {'phase_id': self.phase_2.id},
            {'state': 'draft'},
            {'closed_by_id': self.office.id},
            {'majority_numerator': 0},
            {'signed_scan_name': 'x.pdf'},
        ):
            with self.subTest(vals):
                self.assertSealed(lambda review, vals=vals: review.write(vals))

    def test_no_vote_changes(self):
        self.assertSealed(lambda review: review.line_ids[0].write({'in_favour': 0}))
        self.assertSealed(lambda review: review.line_ids[0].unlink())
        self.assertSealed(
            lambda review: review.line_ids.create(
                {'review_id': review.id, 'nomination_id': self.latecomer.id}
            )
        )

    def test_no_attendance_changes(self):
        outsider = self.people_b[0]
        self.assertSealed(lambda review: review.attendance_ids[0].write({'presence': 'absent'}))
        self.assertSealed(lambda review: review.attendance_ids[0].unlink())
        self.assertSealed(
            lambda review: review.attendance_ids.create(
                {'review_id': review.id, 'employee_id': outsider.id}
            )
        )

    def test_no_command_through_the_review(self):
        for name, other in (
            ('line_ids', {'nomination_id': self.latecomer.id}),
            ('attendance_ids', {'employee_id': self.people_b[0].id}),
        ):
            part = self.review[name][0]
            for command in (
                Command.create(other),
                Command.update(part.id, {'note': 'x'} if name == 'line_ids' else {}),
                Command.delete(part.id),
                Command.unlink(part.id),
                Command.clear(),
            ):
                with self.subTest(f'{name} {command}'):
                    self.assertSealed(
                        lambda review, name=name, command=command: review.write({name: [command]})
                    )

    def test_nothing_moves_in_or_out(self):
        draft = self._meeting(phase_id=self.phase_2.id)
        draft.attendance_ids = [Command.create({'employee_id': self.people_b[0].id})]
        self.assertSealed(lambda review: review.line_ids[0].write({'review_id': draft.id}))
        self.assertSealed(
            lambda review: draft.with_user(review.env.user).attendance_ids.write(
                {'review_id': review.id}
            )
        )

    def test_not_deleted(self):
        self.assertSealed(lambda review: review.unlink())

    def test_not_by_superuser_either(self):
        for change in (
            lambda review: review.write({'place': 'Nơi khác'}),
            lambda review: review.line_ids[0].write({'in_favour': 0}),
            lambda review: review.attendance_ids[0].unlink(),
            lambda review: review.unlink(),
        ):
            with self.assertRaises(UserError):
                change(self.review.sudo())

    def test_names_on_it_do_not_follow_the_registry(self):
        self.people_a[2].name = 'Tên Khác'
        self.award_individual.sudo().name = 'Giải khác'
        self.env.flush_all()

        line = self.review.line_ids.filtered(lambda line: line.nomination_id == self.person)
        self.assertEqual(
            (line.nominee_name, line.award_name), ('Nguyễn Văn a02', 'Giấy khen cá nhân')
        )

    def test_the_nomination_keeps_its_identity(self):
        self.assertIdentityKept(self.person)

    def test_the_nomination_refused_keeps_its_identity(self):
        review = self._meeting()
        review.action_fill()
        review.line_ids.write({'in_favour': 1, 'against': 9})
        review.action_close()

        self.assertEqual(self.latecomer.state, 'draft')
        self.assertIdentityKept(self.latecomer)

    def assertIdentityKept(self, nomination):
        for vals in (
            {'employee_id': self.people_a[5].id},
            {'phase_id': self.phase_2.id},
            {'campaign_award_id': self.award_collective.id},
            {'campaign_unit_id': self.participant_b.id},
        ):
            for user in (self.leader_a, self.office):
                with self.subTest(f'{user.login} {vals}'), self.assertRaises(UserError):
                    nomination.with_user(user).write(vals)
            self.env.invalidate_all()

    def test_messages_may_still_be_posted(self):
        self.review.with_user(self.leader_a).message_post(body='Đã ký')


@tagged('post_install', '-at_install', 'security')
class TestUnitReviewScan(UnitReviewCommon):
    def setUp(self):
        super().setUp()
        self.review = self._closed()

    def test_added_once(self):
        for user, content in ((self.leader_a, PDF), (self.office, PNG)):
            with self.subTest(user.login):
                review = self.review.with_user(user)
                if user == self.leader_a:
                    review.write({'signed_scan': content, 'signed_scan_name': 'bien-ban.pdf'})
                    continue
                with self.assertRaises(UserError):
                    review.write({'signed_scan': content, 'signed_scan_name': 'khac.png'})
                with self.assertRaises(UserError):
                    review.write({'signed_scan': False})
        self.assertEqual(self.review.signed_scan_name, 'bien-ban.pdf')

    def test_an_image_will_do(self):
        self.review.write({'signed_scan': PNG, 'signed_scan_name': 'bien-ban.png'})

        self.assertTrue(self.review.signed_scan)

    def test_type_is_read_from_the_content(self):
        with self.assertRaises(UserError) as caught:
            self.review.write({'signed_scan': SCRIPT, 'signed_scan_name': 'bien-ban.pdf'})
        self.assertIn('bien-ban.pdf', str(caught.exception))

    def test_nothing_else_along_with_it(self):
        with self.assertRaises(UserError):
            self.review.write({'signed_scan': PDF, 'place': 'Nơi khác'})

    def test_not_before_closing(self):
        draft = self._meeting(phase_id=self.phase_2.id)
        with self.assertRaises(UserError):
            draft.write({'signed_scan': PDF})
        with self.assertRaises(UserError):
            self._meeting(phase_id=self.phase_2.id, signed_scan=PDF)

    def test_the_journal_keeps_its_digest(self):
        self.review.write({'signed_scan': PDF, 'signed_scan_name': 'bien-ban.pdf'})

        entry = self.env['emulation.journal'].search([('event', '=', 'review.scan_added')])
        self.assertEqual(entry.res_id, self.review.id)
        self.assertRegex(entry.payload, '"sha256":"[0-9a-f]{64}"')

    def test_the_file_behind_it_is_out_of_reach(self):
        self.review.write({'signed_scan': PDF, 'signed_scan_name': 'bien-ban.pdf'})
        attachment = self.env['ir.attachment'].search(
            [('res_model', '=', 'emulation.unit.review'), ('res_field', '=', 'signed_scan')]
        )
        loose = {'name': 'x', 'res_model': 'emulation.unit.review', 'res_id': self.review.id}
        for user in (self.leader_a, self.office):
            mine = attachment.with_user(user)
            own = mine.create({**loose, 'raw': b'x'})
            for change in (
                lambda mine=mine: mine.write({'datas': PNG}),
                lambda mine=mine: mine.write({'res_field': False}),
                lambda mine=mine: mine.unlink(),
                lambda mine=mine: mine.create({**loose, 'res_field': 'signed_scan', 'raw': b'x'}),
                lambda own=own: own.write({'res_field': 'signed_scan'}),
            ):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    change()
        self.assertEqual(attachment.datas, PDF)


@tagged('post_install', '-at_install', 'security')
class TestUnitReviewAccess(UnitReviewCommon):
    def test_who_sees_the_minutes(self):
        self._closed()
        reviews = self.env['emulation.unit.review']

        for user, seen in (
            (self.leader_a, 1),
            (self.leader_b, 0),
            (self.office, 1),
            (self.manager, 1),
            (self.auditor, 1),
        ):
            with self.subTest(user.login):
                self.assertEqual(reviews.with_user(user).search_count([]), seen)
        for user in (self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                reviews.with_user(user).search_count([])

    def test_who_closes_them(self):
        review = self._counted()

        for user in (self.leader_b, self.staff, self.member, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                review.with_user(user).action_close()
            with self.subTest(user.login), self.assertRaises(AccessError):
                review.with_user(user).action_fill()
        self.assertEqual(review.state, 'draft')

    def test_a_leader_records_meetings_of_own_units_only(self):
        with self.assertRaises(AccessError):
            self._meeting(self.leader_b)

    def test_state_and_names_are_not_typed_in(self):
        review = self._counted()
        for forged in (
            lambda: review.write({'state': 'closed'}),
            lambda: review.write({'revision': 0}),
            lambda: review.line_ids[0].write({'nominee_name': 'Khác'}),
            lambda: review.attendance_ids[0].write({'name': 'Khác'}),
            lambda: self._meeting(phase_id=self.phase_2.id, state='closed'),
        ):
            with self.assertRaises(UserError):
                forged()
        forged = review.with_context(default_state='closed').copy(
            {'phase_id': self.phase_2.id}
        )
        self.assertEqual(forged.state, 'draft')

    def test_support_is_not_typed_in(self):
        review = self._counted(in_favour=2)
        with self.assertRaises(UserError):
            review.line_ids.write({'is_supported': True})

    def test_every_change_of_a_part_is_seen_by_a_close(self):
        review = self._meeting()
        for change in (
            lambda: review.action_fill(),
            lambda: review.line_ids[0].write({'in_favour': 1}),
            lambda: review.attendance_ids[0].write({'presence': 'absent'}),
            lambda: review.attendance_ids[0].unlink(),
            lambda: review.line_ids[0].unlink(),
        ):
            before = review.revision
            change()
            self.assertGreater(review.revision, before)
