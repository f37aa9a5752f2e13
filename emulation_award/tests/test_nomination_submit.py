from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install')
class TestSubmit(NominationCommon):
    def test_submit(self):
        nomination = self._reviewed()

        nomination.action_submit()

        self.assertEqual(nomination.state, 'submitted')
        self.assertEqual(nomination.submitted_by_id, self.leader_a)
        self.assertEqual(self._events(nomination)[-1], 'nomination.submitted')
        self.assertEqual(self._activities(nomination), [('screen', 'office')])

    def test_particulars_are_frozen(self):
        person = self.people_a[2]
        nomination = self._submitted(person)

        person.write({'name': 'Tên Mới', 'job_title': 'Phó phòng', 'sex': 'male'})

        self.assertRecordValues(
            nomination,
            [
                {
                    'snapshot_date': fields.Date.context_today(nomination),
                    'snapshot_name': 'Nguyễn Văn a02',
                    'snapshot_position': 'Chuyên viên',
                    'snapshot_unit': 'Phòng Alpha',
                    'snapshot_birthday': fields.Date.to_date('1985-01-01'),
                    'snapshot_gender': 'female',
                    'snapshot_is_manager': False,
                    'snapshot_category': 'Công chức (test)',
                    'snapshot_head_count': 0,
                }
            ],
        )

    def test_a_leader_is_a_manager(self):
        self.assertTrue(self._submitted(self.people_a[0]).snapshot_is_manager)

    def test_particulars_of_a_collective(self):
        nomination = self.env['emulation.nomination'].with_user(self.leader_a)
        nomination = self._fill_in(nomination.create(self._collective_vals()))
        self._hold_meeting(nomination)

        nomination.action_submit()

        self.assertRecordValues(
            nomination,
            [
                {
                    'snapshot_name': 'Phòng Alpha',
                    'snapshot_head_count': 10,
                    'snapshot_birthday': False,
                }
            ],
        )

    def test_the_journal_holds_the_particulars_and_what_was_sent(self):
        nomination = self._submitted()

        entry = self.env['emulation.journal'].search(
            [('event', '=', 'nomination.submitted'), ('res_id', '=', nomination.id)]
        )

        self.assertIn('"name":"Nguyễn Văn a02"', entry.payload)
        self.assertIn(nomination.reference, entry.payload)

    def test_a_draft_needs_the_minutes(self):
        nomination = self._fill_in(self._draft())

        with self._refused('No closed minutes of Phòng Alpha for Đợt 1 name Nguyễn Văn a02'):
            nomination.action_submit()

    def test_minutes_and_dossier_cannot_disagree(self):
        nomination = self._fill_in(self._draft())
        self._hold_meeting(nomination, in_favour=5)

        with self._refused('did not support .*: 5 of 10 present'):
            nomination.action_submit()

    def test_the_last_closed_minutes_count(self):
        nomination = self._reviewed()
        self._hold_meeting(nomination, in_favour=3)

        self.assertEqual(nomination.state, 'draft')
        self.assertEqual(self._events(nomination), ['nomination.reviewed'] * 2)
        with self._refused('did not support'):
            nomination.action_submit()

    def test_forged_support_of_other_minutes(self):
        supported, other = (
            self._reviewed(self.people_a[2]),
            self._fill_in(self._draft(self.people_a[3])),
        )
        # Even as the superuser would write it: the minutes are of somebody else.
        other.sudo().write({'state': 'reviewed', 'review_line_id': supported.review_line_id.id})

        with self._refused('No closed minutes'):
            other.action_submit()

    def test_everything_missing_is_said_at_once(self):
        first, second = self._draft(self.people_a[2], self.people_a[3])

        with self.assertRaises(UserError) as caught:
            (first + second).action_submit()

        said = str(caught.exception)
        for text in (
            first.display_name,
            second.display_name,
            'No closed minutes',
            'Summary of achievements',
            'THÀNH TÍCH',
            'Gương mẫu',
        ):
            self.assertIn(text, said)

    def test_one_refused_refuses_all(self):
        ready, empty = self._reviewed(self.people_a[2]), self._draft(self.people_a[3])

        with self._refused('No closed minutes'):
            (ready + empty).action_submit()

        self.assertEqual([ready.state, empty.state], ['reviewed', 'draft'])

    def test_the_quota_is_a_ceiling(self):
        self._submitted(self.people_a[2], self.people_a[3])
        third = self._reviewed(self.people_a[4])

        with self._refused(r'a quota of 2 \(20 % of 10\).*2 are taken .*KH IV.2.1.c'):
            third.action_submit()

    def test_together_they_count_together(self):
        nominations = self._reviewed(*self.people_a[2:5])

        with self._refused('a quota of 2 .* 0 are taken and 3 more'):
            nominations.action_submit()

    def test_after_the_deadline(self):
        nomination = self._reviewed()
        self.phase_1.date_deadline = self.today

        with self._refused('Ask the Office for an extension'):
            nomination.action_submit()

    def test_late_by_an_extension(self):
        nomination = self._reviewed()
        self.phase_1.date_deadline = self.today
        phase = self.phase_1.with_user(self.office)
        phase._grant_extension(self.today + timedelta(days=2), 'before', 'Bão', self.participant_a)

        nomination.action_submit()

        self.assertEqual(nomination.state, 'submitted')

    def test_before_the_opening(self):
        nomination = self._reviewed(phase_id=self.phase_2.id)

        with self._refused('Dossiers are taken from'):
            nomination.action_submit()

    def test_the_contact_is_told_once(self):
        nominations = self._reviewed(self.people_a[2], self.people_a[3])
        before = self._notifications(self.office)

        nominations.action_submit()

        told = self._notifications(self.office) - before
        self.assertEqual(told.mapped('subject'), ['2 dossiers submitted'])
        self.assertIn('Nguyễn Văn a03', told.body)

    def _notifications(self, user):
        return self.env['mail.message'].search(
            [('notified_partner_ids', 'in', user.partner_id.ids)]
        )
