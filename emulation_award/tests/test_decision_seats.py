from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionSeats(DecisionCommon):
    """The maximum of a selection quota holds over all decisions and phases."""

    def test_no_quota_no_limit(self):
        self.assertEqual(self._issued().state, 'issued')

    def test_as_many_as_there_are_seats(self):
        self._seats(3)
        self.assertEqual(self._issued().state, 'issued')

    def test_one_too_many(self):
        self._seats(2, citation='KH IV.2.1.c')
        with self._refused(
            r'"0-2 cá nhân" has 2 seats; 0 are given .* names 3: 1 too many.*\[KH IV.2.1.c\]'
        ):
            self._issued()

    def test_earlier_decisions_count_whatever_their_phase(self):
        self._issued(self.nominations[:2])
        self.nominations[2].sudo().phase_id = self.phase_2
        self._seats(2)
        with self._refused('2 are given .Ứng viên 000, Ứng viên 001. and this decision names 1'):
            self._issued(self.nominations[2], number='98/QĐ-TEST')

    def test_a_quota_by_phase_counts_by_phase(self):
        self._issued(self.nominations[:2])
        self.nominations[2].sudo().phase_id = self.phase_2
        self._seats(2, period='phase')
        self.assertEqual(self._issued(self.nominations[2], number='98/QĐ').state, 'issued')

    def test_drafts_and_approved_ones_have_no_seat_yet(self):
        self._drafted(self.nominations[:2])
        self._seats(1)
        self.assertEqual(self._issued(self.nominations[2], number='98/QĐ').state, 'issued')

    def test_a_revoked_award_gives_its_seat_back(self):
        self._seats(3)
        decision = self._effective(self.nominations[:2])
        self._change(decision, 'revocation', decision.line_ids[0])
        self.quota_2 = self._seats(2)
        self.assertEqual(self._issued(self.nominations[2], number='98/QĐ').state, 'issued')

    def test_a_revoked_award_gives_its_seat_back_to_the_council(self):
        quota, one = self._seats(3), self.nominations[0]
        decision = self._effective(self.nominations[:2])
        self.assertEqual(self._takers(quota), (set(self.nominations), 3))
        self._change(decision, 'revocation', decision.line_ids[0], ground='false_declaration')
        self.env.invalidate_all()
        self.assertEqual((one.state, one.is_award_revoked), ('awarded', True))
        self.assertEqual(self._takers(quota), (set(self.nominations - one), 2))

    def _takers(self, quota):
        """Who takes seats as the overview shows it, and how many as the council counts them."""
        [row] = quota._rows(self.participant_a, self.phase_1)
        quota._fill([row])
        voted = self.session.sudo().round_ids[0]
        voted._take_seats()
        return set(row.holders.with_env(self.env)), voted.seats_used

    def test_forwarded_nominations_count_where_the_quota_covers_their_award(self):
        self.nominations[0].sudo().state = 'forwarded'
        self._seats(2)
        with self._refused('1 are given .Ứng viên 000. and this decision names 2: 1 too many'):
            self._issued(self.nominations[1:])

    def test_an_award_of_another_quota_does_not_count(self):
        self._seats(1, award_ids=[(6, 0, self.award_collective.ids)])
        self.assertEqual(self._issued().state, 'issued')
