from odoo.exceptions import AccessError
from odoo.tests import tagged

from .nomination_common import NominationCommon


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

        revision = self.participant_a.quota_revision
        first._withdraw('Xin rút')
        # Who submits at the same moment is retried and finds the free place.
        self.assertEqual(self.participant_a.quota_revision, revision + 1)
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
