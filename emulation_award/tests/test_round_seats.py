from odoo.tests import tagged

from .round_common import RoundCommon


@tagged('post_install', '-at_install')
class TestRoundSeats(RoundCommon):
    """Seats hold over phases, rounds and awards; those reserved stay free; a lack is reported."""

    CANDIDATES = 4

    def _in_phase_2(self, count):
        session = self._session(name='Phiên họp đợt 2', phase_id=self.phase_2.id)
        return session, self._nominate(count, session, phase_id=self.phase_2.id)

    def _selected(self, one):
        return sum(outcome == 'selected' for outcome in self._outcomes(one).values())

    def _vote_in(self, session, yes, **vals):
        one = self._opened(session=session, **vals)
        self._vote(one, yes)
        return self._finish(one)

    def test_no_quota_selects_all_who_pass(self):
        one = self._announced(dict.fromkeys(self.nominations, 5))
        self.assertEqual((self._selected(one), one.seats_quota_id.id), (4, False))

    def test_phase_2_has_what_phase_1_left(self):
        self._seats(5)
        self._announced(dict.fromkeys(self.nominations, 9))
        self.session._apply_outcomes()
        self.session.state = 'closed'
        session, later = self._in_phase_2(2)
        one = self._vote_in(session, dict(zip(later, (9, 8), strict=True)))
        self.assertEqual(
            (one.seats_used, [self._outcomes(one)[n] for n in later]),
            (4, ['selected', 'passed_not_selected']),
        )

    def test_seats_of_each_phase_when_the_quota_counts_by_phase(self):
        self._seats(4, period='phase')
        self._announced(dict.fromkeys(self.nominations, 9))
        self.session._apply_outcomes()
        session, later = self._in_phase_2(2)
        one = self._vote_in(session, dict.fromkeys(later, 9))
        self.assertEqual((one.seats_used, self._selected(one)), (0, 2))

    def test_reserved_for_later_stay_free(self):
        self._seats(4)
        yes = dict(zip(self.nominations, (9, 8, 7, 6), strict=True))
        one = self._announced(yes, seats_reserved=3)
        self.assertEqual(self._selected(one), 1)

    def test_another_round_of_the_session_counts_before_the_outcome_is_written(self):
        self._seats(4)
        one = self._round()
        late = one.candidate_ids.filtered(lambda c: c.nomination_id in self.nominations[3])
        late.action_take_out()
        one.action_open()
        self._vote(one, dict.fromkeys(self.nominations[:3], 9))
        self._finish(one)
        more = self._nominate(1)
        second = self._announced({self.nominations[3]: 9, more: 8})
        self.assertEqual(
            (second.seats_used, self._selected(one), self._selected(second)), (3, 3, 1)
        )

    def test_voided_round_gives_its_seats_back(self):
        self._seats(4)
        one = self._announced(dict.fromkeys(self.nominations, 9))
        child = one._correct('Đếm nhầm').with_user(self.chair)
        child.action_open()
        self._vote(child, dict.fromkeys(self.nominations, 9))
        self._finish(child)
        self.assertEqual((child.seats_used, self._selected(child)), (0, 4))

    def test_held_and_approved_keeps_its_seat(self):
        self._seats(4)
        self._announced(dict.fromkeys(self.nominations, 9))
        self.session._apply_outcomes()
        self.session.state = 'closed'
        self.nominations[0].with_user(self.office)._hold('inspection', 'Thanh tra')
        session, later = self._in_phase_2(1)
        one = self._vote_in(session, {later: 9})
        self.assertEqual((one.seats_used, self._selected(one)), (4, 0))

    def test_narrowest_of_several_quotas_binds(self):
        self._seats(4)
        narrow = self._seats(2, name='Toàn bộ', award_ids=False)
        one = self._announced(dict(zip(self.nominations, (9, 8, 7, 6), strict=True)))
        self.assertEqual((one.seats_quota_id, self._selected(one)), (narrow, 2))

    def test_fewer_than_the_minimum_is_reported_not_padded(self):
        self._seats(4, minimum=3)
        one = self._announced(dict(zip(self.nominations, (9, 5, 4, 4), strict=True)))
        self.assertEqual((self._selected(one), one.short_by), (2, 1))
        self.assertIn('1 short', self.session.voting_report)

    def test_quota_amended_later_does_not_change_what_was_counted(self):
        quota = self._seats(2)
        one = self._announced(dict(zip(self.nominations, (9, 8, 7, 6), strict=True)))
        quota.maximum = 4
        self.assertFalse(one.sudo()._recount())
