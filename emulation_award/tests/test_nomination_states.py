from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..domain.states import TRANSITIONS, State
from .nomination_common import NominationCommon

OPERATIONS = {
    'submit': lambda nominations: nominations.action_submit(),
    'accept': lambda nominations: nominations.action_accept(),
    'return': lambda nominations: nominations._return(
        {one: [{'target': 'summary', 'reason': 'Bổ sung'}] for one in nominations}
    ),
    'withdraw': lambda nominations: nominations._withdraw('Lý do'),
    'revive': lambda nominations: nominations.action_revive(),
    'hold': lambda nominations: nominations._hold('complaint', 'Đơn tố cáo'),
    'release': lambda nominations: nominations._release('Không có vi phạm', '3/KL-TTr'),
}
BY_OFFICE = {'accept', 'return', 'hold', 'release'}


def sources(operation):
    """The states an operation is open to; submitting again is submitting."""
    found = set(TRANSITIONS[operation][0])
    return found | ({State.RETURNED} if operation == 'submit' else set())


@tagged('post_install', '-at_install')
class TestWrongState(NominationCommon):
    """Each operation in each state it is not open to is refused and leaves no trace."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.nomination = cls._accepted()

    def _check_refused(self, operation):
        user = self.office if operation in BY_OFFICE else self.leader_a
        for state in set(State) - sources(operation):
            with self.subTest(state), self.env.cr.savepoint():
                self.nomination.sudo().write({'state': state, 'state_before_hold': 'accepted'})
                events = self._events(self.nomination)
                words = 'is not possible while|No closed minutes'

                with self._refused(words):
                    OPERATIONS[operation](self.nomination.with_user(user))

                self.assertEqual(self.nomination.state, state)
                self.assertEqual(self._events(self.nomination), events)

    def test_submit(self):
        self._check_refused('submit')

    def test_accept(self):
        self._check_refused('accept')

    def test_return(self):
        self._check_refused('return')

    def test_withdraw(self):
        self._check_refused('withdraw')

    def test_revive(self):
        self._check_refused('revive')

    def test_hold(self):
        self._check_refused('hold')

    def test_release(self):
        self._check_refused('release')

    def test_every_operation_once_the_campaign_is_over(self):
        self.campaign.sudo().state = 'closed'
        for operation in OPERATIONS:
            state = min(sources(operation))
            self.nomination.sudo().write({'state': state, 'state_before_hold': 'accepted'})
            with self.subTest(operation), self._refused('only while it is launched'):
                OPERATIONS[operation](self.nomination.with_user(self.office))


@tagged('post_install', '-at_install', 'security')
class TestWrongRole(NominationCommon):
    """Each operation by each role that has no part in it is refused."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # `staff` is the nominee, so every user here may read the nomination or would if it leaked.
        cls.nomination = cls._accepted(cls.people_a[1])

    def _check_refused(self, operation, *allowed):
        users = self.leader_a, self.leader_b, self.office, self.member, self.auditor, self.staff
        self.nomination.sudo().write(
            {'state': min(sources(operation)), 'state_before_hold': 'accepted'}
        )
        for user in users:
            if user not in allowed:
                with self.subTest(user.login), self.assertRaises(AccessError):
                    OPERATIONS[operation](self.nomination.with_user(user))

    def test_submit(self):
        self._check_refused('submit', self.leader_a, self.office)

    def test_accept(self):
        self._check_refused('accept', self.office)

    def test_return(self):
        self._check_refused('return', self.office)

    def test_withdraw(self):
        self._check_refused('withdraw', self.leader_a, self.office)

    def test_revive(self):
        self._check_refused('revive', self.leader_a, self.office)

    def test_hold(self):
        self._check_refused('hold', self.office)

    def test_release(self):
        self._check_refused('release', self.office)

    def test_a_leader_nominated_by_another_unit_does_not_submit_it(self):
        self.award_individual.proposer = 'any_unit'
        nomination = self._reviewed(self.people_b[0])

        with self._refused('only the leaders of the proposing unit', AccessError):
            nomination.with_user(self.leader_b).action_submit()


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

        entry = self.env['emulation.journal'].search([('event', '=', 'nomination.submitted')])

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


@tagged('post_install', '-at_install')
class TestOperations(NominationCommon):
    def test_accept(self):
        nomination = self._submitted()

        nomination.with_user(self.office).action_accept()

        self.assertEqual(nomination.state, 'accepted')
        self.assertEqual(nomination.accepted_by_id, self.office)
        self.assertEqual(self._events(nomination)[-1], 'nomination.accepted')
        self.assertEqual(self._activities(nomination), [])

    def test_accept_checks_the_dossier_again(self):
        nomination = self._submitted()
        # A criterion that came with an amendment.
        nomination.sudo().assessment_ids[0].verdict = False

        with self._refused('is not assessed'):
            nomination.with_user(self.office).action_accept()

    def test_accept_while_a_case_is_pending(self):
        nomination = self._submitted()
        other = self._in_state(
            'draft', self.people_a[2], campaign_award_id=self.award_individual.copy().id
        )
        other.sudo().state = 'on_hold'

        with self._refused(f'is on hold .{other.reference}.*Điều 4 khoản 4'):
            nomination.with_user(self.office).action_accept()

    def test_withdraw_frees_the_place(self):
        first, _second = self._submitted(self.people_a[2], self.people_a[3])
        third = self._reviewed(self.people_a[4])

        first._withdraw('Xin rút')
        third.action_submit()

        self.assertEqual([first.state, third.state], ['withdrawn', 'submitted'])
        self.assertEqual(first.withdraw_reason, 'Xin rút')
        self.assertEqual(self._events(first)[-1], 'nomination.withdrawn')
        self.assertEqual(self._activities(first), [])

    def test_reviving_takes_no_place(self):
        first, _second = self._submitted(self.people_a[2], self.people_a[3])
        first._withdraw('Xin rút')
        self._submitted(self.people_a[4])

        first.action_revive()

        self.assertEqual(first.state, 'reviewed')
        with self._refused('a quota of 2'):
            first.action_submit()

    def test_reviving_without_the_unit_is_a_draft(self):
        nomination = self._draft()
        nomination._withdraw('Nhầm')

        nomination.action_revive()

        self.assertEqual(nomination.state, 'draft')
        self.assertFalse(nomination.withdraw_reason)
        self.assertEqual(self._events(nomination), ['nomination.withdrawn', 'nomination.revived'])

    def test_reviving_somebody_nominated_anew(self):
        first = self._draft()
        first._withdraw('Nhầm')
        second = self._draft()

        with self._refused(f'already nominated for .*{second.reference}'):
            first.action_revive()

    def test_hold_and_release_lead_back(self):
        for state, activities in (
            ('submitted', [('screen', 'office')]),
            ('returned', [('correct', 'leader_a')]),
            ('accepted', []),
        ):
            person = self.people_a[2]
            with self.subTest(state), self.env.cr.savepoint() as savepoint:
                nomination = self._in_state(state, person)
                by_office = nomination.with_user(self.office)

                by_office._hold('discipline', 'Đang xem xét kỷ luật', '2/TB')

                self.assertEqual(nomination.state, 'on_hold')
                self.assertEqual(self._activities(nomination), [])
                by_office._release('Không vi phạm', '3/KL')
                self.assertEqual(nomination.state, state)
                self.assertFalse(nomination.state_before_hold)
                self.assertEqual(self._activities(nomination), activities)
                self.assertEqual(
                    self._events(nomination)[-2:], ['nomination.held', 'nomination.released']
                )
                savepoint.rollback()

    def test_a_hold_keeps_the_place(self):
        nomination = self._submitted(self.people_a[2], self.people_a[3])[0]
        nomination.with_user(self.office)._hold('inspection', 'Thanh tra')
        third = self._reviewed(self.people_a[4])

        with self._refused('a quota of 2'):
            third.action_submit()

    def test_why_somebody_is_on_hold_is_not_for_everybody(self):
        nomination = self._in_state('on_hold', self.people_a[1])

        for user in (self.staff, self.leader_a):
            with self.subTest(user.login), self.assertRaises(AccessError):
                nomination.with_user(user).read(['hold_reason'])
        for user in (self.office, self.auditor):
            self.assertEqual(nomination.with_user(user).hold_reason, 'Thanh tra')
        self.assertNotIn('Thanh tra', ''.join(nomination.message_ids.mapped('body')))
