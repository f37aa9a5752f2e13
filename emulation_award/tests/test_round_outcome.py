from odoo.tests import tagged

from .round_common import RoundCommon


@tagged('post_install', '-at_install')
class TestRoundOutcome(RoundCommon):
    """What the council decided reaches the nominations when the session closes."""

    def test_outcomes_are_written_with_reasons(self):
        first, second, third = self.nominations
        self._announced({first: 9, second: 5, third: 4})
        self.session._apply_outcomes()
        self.assertEqual(self.nominations.mapped('state'), ['approved', 'approved', 'not_approved'])
        events = [self._events(one) for one in self.nominations]
        self.assertEqual(
            events,
            [['nomination.approved'], ['nomination.approved'], ['nomination.not_approved']],
        )
        self.assertIn('4 in favour of 9, 5 needed', third.message_ids.mapped('body')[0])

    def test_not_while_a_round_is_open(self):
        self._opened()
        with self._refused('not announced yet'):
            self.session._apply_outcomes()

    def test_held_and_selected_is_approved_once_released(self):
        self._announced(dict.fromkeys(self.nominations, 9))
        held = self.nominations[0].with_user(self.office)
        held._hold('inspection', 'Thanh tra')
        self.session._apply_outcomes()
        self.assertEqual(held.state, 'on_hold')
        held._release('Không vi phạm')
        self.assertEqual(held.state, 'approved')

    def test_held_and_not_selected_is_not_approved(self):
        self._announced(dict.fromkeys(self.nominations, 0))
        self.nominations[0].with_user(self.office)._hold('inspection', 'Thanh tra')
        self.session._apply_outcomes()
        self.assertEqual(set(self.nominations.mapped('state')), {'not_approved'})

    def test_not_voted_on_waits_among_the_accepted(self):
        one = self._round()
        one.candidate_ids[0].action_take_out()
        one.action_open()
        self._vote(one, dict.fromkeys(one.candidate_ids.nomination_id, 9))
        self._finish(one)
        self.session._apply_outcomes()
        self.assertEqual(
            sorted(self.nominations.mapped('state')), ['accepted', 'approved', 'approved']
        )
