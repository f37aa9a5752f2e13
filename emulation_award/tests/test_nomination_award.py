from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestNominationAward(DecisionCommon):
    """What becomes of approved nominations, by the operations of decisions and submissions."""

    def setUp(self):
        super().setUp()
        self.one, self.two, self.three = self.nominations
        # Any record with a name stands for the submission here.
        self.submission = self.campaign

    def _forward(self, nominations):
        self.award_individual.sudo().is_forwarded = True
        nominations._forward(self.submission)

    def test_forwarded_and_awarded_above(self):
        self._forward(self.one + self.two)
        self.one._award_forwarded(self.submission)
        self.assertEqual(self.nominations.mapped('state'), ['awarded', 'forwarded', 'approved'])
        self.assertEqual(
            self._events(self.one)[-2:], ['nomination.forwarded', 'nomination.awarded_above']
        )

    def test_returned_from_above(self):
        self._forward(self.one)
        self.one._take_back_forwarded(self.submission, {self.one: 'Thiếu biên bản'})
        self.assertEqual(self.one.state, 'approved')
        entry = self.env['emulation.journal'].search([('event', '=', 'nomination.taken_back')])
        self.assertIn(
            'Thiếu biên bản', entry.filtered(lambda one: one.res_id == self.one.id).payload
        )

    def test_refused_above(self):
        self._forward(self.one)
        self.one._refuse_forwarded(self.submission, {self.one: 'Không đủ tiêu chuẩn'})
        self.assertEqual(self.one.state, 'not_approved')

    def test_an_award_of_this_body_is_not_forwarded(self):
        with self._refused('is decided on by this body'):
            self.one._forward(self.submission)

    def test_each_is_open_to_one_state_only(self):
        self._forward(self.two)
        operations = {
            'forwarded': (self.one._award_forwarded, (self.submission,)),
            'take_back': (self.one._take_back_forwarded, (self.submission, {})),
            'refuse': (self.one._refuse_forwarded, (self.submission, {})),
            'forward': (self.two._forward, (self.submission,)),
            'award': (self.two._award, (self._empty(),)),
        }
        for name, (operation, arguments) in operations.items():
            with self.subTest(name), self._refused('is not possible while the nomination is'):
                operation(*arguments)

    def _empty(self):
        return self.env['emulation.decision'].create(
            {'campaign_award_id': self.award_individual.id}
        )

    def test_a_reply_may_come_after_the_campaign(self):
        self._forward(self.one)
        self.campaign.with_user(self.office).action_close()
        self.one._award_forwarded(self.submission)
        self.assertEqual(self.one.state, 'awarded')

    def test_on_hold_is_not_forwarded(self):
        self._as_office(self.one)._hold('complaint', 'Có đơn')
        self.award_individual.sudo().is_forwarded = True
        with self._refused('while the nomination is "On hold"'):
            self.one._forward(self.submission)
