from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .round_common import RoundCommon


@tagged('post_install', '-at_install')
class TestRoundTies(RoundCommon):
    """Five above the line, three tied at the sixth and seventh of seven seats."""

    CANDIDATES = 9

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.above = cls.nominations[:5]
        cls.tied = cls.nominations[5:8]
        cls.below = cls.nominations[8]

    def _tied_round(self, rule='runoff', **vals):
        self._seats(7, 5)
        self.award_individual.sudo().tie_rule = rule
        yes = {
            **dict.fromkeys(self.above, 9),
            **dict.fromkeys(self.tied, 7),
            self.below: 6,
        }
        return self._announced(yes, **vals)

    def _finally(self):
        return self.session._final_candidates().filtered(lambda c: c.outcome == 'selected')

    def test_three_way_tie_at_the_last_seats_is_shown(self):
        one = self._tied_round()
        self.assertEqual(
            self._outcomes(one),
            {
                **dict.fromkeys(self.above, 'selected'),
                **dict.fromkeys(self.tied, 'tied'),
                self.below: 'passed_not_selected',
            },
        )
        self.assertEqual(
            [c.rank for c in one.sudo().candidate_ids.sorted('rank')],
            [1] * 5 + [6] * 3 + [9],
        )
        self.assertTrue(one.is_tied)

    def test_session_does_not_close_over_a_tie(self):
        self._tied_round()
        with self._refused('ended in a tie'):
            self.session._apply_outcomes()

    def test_runoff_has_exactly_the_tied_for_the_seats_left(self):
        one = self._tied_round()
        child = self.env['emulation.round'].browse(one.action_runoff()['res_id'])
        self.assertEqual(
            (child.kind, child.parent_id, child.candidate_ids.nomination_id, child.number),
            ('runoff', one, self.tied, 2),
        )
        child.with_user(self.chair).action_open()
        first, second, third = self.tied
        self._vote(child, {first: 5, second: 6, third: 9})
        self._finish(child)
        self.assertEqual(
            (child.seats_used, self._outcomes(child)),
            (
                5,
                {first: 'passed_not_selected', second: 'selected', third: 'selected'},
            ),
        )
        self.assertEqual(self._finally().nomination_id, self.above + second + third)
        self.session._apply_outcomes()
        self.assertEqual(set((self.above + second + third).mapped('state')), {'approved'})
        self.assertEqual(set((first + self.below).mapped('state')), {'not_approved'})

    def test_second_tie_goes_to_another_runoff(self):
        one = self._tied_round()
        child = self.env['emulation.round'].browse(one.action_runoff()['res_id'])
        child.with_user(self.chair).action_open()
        self._vote(child, dict.fromkeys(self.tied, 6))
        self._finish(child)
        self.assertEqual(set(self._outcomes(child).values()), {'tied'})
        again = self.env['emulation.round'].browse(
            child.with_user(self.chair).action_runoff()['res_id']
        )
        self.assertEqual(again.candidate_ids.nomination_id, self.tied)

    def test_not_two_runoffs_of_one_tie(self):
        one = self._tied_round()
        one.action_runoff()
        with self._refused('no tie'):
            one.action_runoff()

    def test_runoff_is_the_chairs_or_the_secretarys(self):
        one = self._tied_round()
        for user in (self.office, self.manager, self.users[4]):
            with self.subTest(user.login), self.assertRaises(AccessError):
                one.with_user(user).action_runoff()

    def test_legal_order_prefers_women(self):
        self.tied[2].employee_id.sex = 'female'
        one = self._tied_round('legal')
        one.action_break_tie_legal()
        outcomes = self._outcomes(one)
        # One woman for two seats: the two men are still equal for the last.
        self.assertEqual([outcomes[n] for n in self.tied], ['tied', 'tied', 'selected'])
        child = self.env['emulation.round'].browse(one.action_runoff()['res_id'])
        self.assertEqual(child.candidate_ids.nomination_id, self.tied[:2])

    def test_legal_order_resolves(self):
        self.tied[1:].employee_id.sex = 'female'
        one = self._tied_round('legal')
        one.action_break_tie_legal()
        outcomes = self._outcomes(one)
        self.assertEqual(
            [outcomes[n] for n in self.tied],
            ['passed_not_selected', 'selected', 'selected'],
        )
        self.assertFalse(one.is_tied or one.sudo()._recount())

    def test_legal_order_is_fixed_when_applied(self):
        self.tied[1:].employee_id.sex = 'female'
        one = self._tied_round('legal')
        one.action_break_tie_legal()
        self.tied.employee_id.sex = 'male'
        self.assertFalse(one.sudo()._recount())

    def test_only_the_declared_rule(self):
        one = self._tied_round('chair')
        with self._refused("The plan resolves a tie.*Chair's vote"):
            one.action_break_tie_legal()

    def test_chairs_vote(self):
        one = self._tied_round('chair')
        chosen = one.candidate_ids.filtered(lambda c: c.nomination_id in self.tied[:2])
        one._choose(chosen, 'Thành tích nổi trội hơn')
        outcomes = self._outcomes(one)
        self.assertEqual(
            [outcomes[n] for n in self.tied],
            ['selected', 'selected', 'passed_not_selected'],
        )
        self.assertFalse(one.sudo()._recount())
        entry = self.env['emulation.journal'].search([('event', '=', 'round.tie_resolved')])
        self.assertIn('Thành tích nổi trội hơn', entry.payload)

    def test_chairs_vote_is_exact(self):
        one = self._tied_round('chair')
        lines = {c.nomination_id: c for c in one.candidate_ids}
        with self._refused('1 of the tied are chosen and 2 seats'):
            one._choose(lines[self.tied[0]], 'Lý do')
        with self._refused('Choose among those tied'):
            one._choose(lines[self.tied[0]] + lines[self.below], 'Lý do')

    def test_chairs_vote_is_the_chairs(self):
        one = self._tied_round('chair').with_user(self.secretary)
        chosen = one.candidate_ids.filtered(lambda c: c.nomination_id in self.tied[:2])
        with self._refused('Only the chair of the day'):
            one._choose(chosen, 'Lý do')

    def test_chair_recused_from_one_of_the_tied_has_no_vote_on_them(self):
        self._recuse(self.members[0], self.tied[0])
        self._seats(7)
        self.award_individual.sudo().tie_rule = 'chair'
        one = self._opened()
        self._vote(
            one, {**dict.fromkeys(self.above, 8), **dict.fromkeys(self.tied, 7), self.below: 1}
        )
        self._finish(one)
        chosen = one.candidate_ids.filtered(lambda c: c.nomination_id in self.tied[1:])
        with self._refused('recused from one of the tied'):
            one._choose(chosen, 'Lý do')


@tagged('post_install', '-at_install')
class TestRoundCorrection(RoundCommon):
    """A mistake is put right by a new round, the old one being kept."""

    def test_correction_supersedes(self):
        first, second, third = self.nominations
        one = self._announced({first: 9, second: 9, third: 9})
        child = one._correct('Đếm nhầm người có mặt')
        self.assertEqual(
            (one.state, child.kind, child.parent_id, child.candidate_ids.nomination_id),
            ('voided', 'correction', one, self.nominations),
        )
        self.assertEqual(set(one.candidate_ids.mapped('yes')), {9})
        child = child.with_user(self.chair)
        child.action_open()
        self._vote(child, {first: 4, second: 9, third: 9})
        self._finish(child)
        self.session._apply_outcomes()
        self.assertEqual(self.nominations.mapped('state'), ['not_approved', 'approved', 'approved'])

    def test_correction_is_journaled_with_its_reason(self):
        self._announced(dict.fromkeys(self.nominations, 9))._correct('Đếm nhầm')
        entry = self.env['emulation.journal'].search([('event', '=', 'round.corrected')])
        self.assertIn('Đếm nhầm', entry.payload)

    def test_correction_voids_the_runoff_too(self):
        self._seats(2)
        one = self._announced(dict.fromkeys(self.nominations, 9))
        runoff = self.env['emulation.round'].browse(one.action_runoff()['res_id'])
        runoff.with_user(self.chair).action_open()
        self._vote(runoff, dict(zip(self.nominations, (9, 9, 5), strict=True)))
        self._finish(runoff)
        one._correct('Đếm nhầm')
        self.assertEqual((one.state, runoff.state), ('voided', 'voided'))

    def test_not_over_an_open_runoff(self):
        self._seats(2)
        one = self._announced(dict.fromkeys(self.nominations, 9))
        runoff = self.env['emulation.round'].browse(one.action_runoff()['res_id'])
        runoff.with_user(self.chair).action_open()
        with self._refused('is open: close it first'):
            one._correct('Đếm nhầm')

    def test_not_after_the_session(self):
        one = self._announced(dict.fromkeys(self.nominations, 9))
        self.session.state = 'closed'
        with self._refused('is not open'):
            one._correct('Đếm nhầm')

    def test_not_a_draft_nor_twice(self):
        with self._refused('Only a round that has been voted on'):
            self._round()._correct('Đếm nhầm')

    def test_not_by_others(self):
        one = self._announced(dict.fromkeys(self.nominations, 9))
        for user in (self.office, self.manager):
            with self.subTest(user.login), self.assertRaises(AccessError):
                one.with_user(user)._correct('Đếm nhầm')
        with self.assertRaises(UserError):
            one.with_user(self.office).write({'state': 'voided'})
