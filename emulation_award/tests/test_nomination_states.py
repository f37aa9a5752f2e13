from odoo.exceptions import AccessError
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
