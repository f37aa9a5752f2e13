from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .round_common import RoundCommon


@tagged('post_install', '-at_install')
class TestRound(RoundCommon):
    """A round from draft to announcement, in the default mode: secret, electronic."""

    def test_candidates_are_the_items_of_the_award_not_on_hold(self):
        self.nominations[0].with_user(self.office)._hold('inspection', 'Thanh tra')
        self.assertEqual(self._round().candidate_ids.nomination_id, self.nominations[1:])

    def test_who_stands_in_a_round_does_not_stand_in_another(self):
        self._round()
        self.assertFalse(self._round().candidate_ids)

    def test_rules_are_copied_from_the_award(self):
        one = self._round()
        self.award_individual.sudo().vote_numerator = 0
        self.assertEqual(
            (one.majority_numerator, one.majority_denominator, one.majority_strict, one.number),
            (1, 2, True, 1),
        )

    def test_on_hold_since_drops_out_when_opened(self):
        one = self._round()
        self.nominations[0].with_user(self.office)._hold('inspection', 'Thanh tra')
        one.action_open()
        self.assertEqual(one.candidate_ids.nomination_id, self.nominations[1:])

    def test_opening_freezes_who_may_vote(self):
        self._recuse(self.members[3], self.nominations[0])
        self._attend(self.members[8], 'absent')
        one = self._opened()
        self.assertEqual(
            (one.state, one.base_all, one.base_voting, one.base_present), ('open', 9, 9, 8)
        )
        self.assertEqual(one.sudo().entitlement_ids.member_id, self.members[:8])
        recused = {c.nomination_id: c.recused_ids for c in one.sudo().candidate_ids}
        none = self.members.browse()
        self.assertEqual(
            recused,
            dict(zip(self.nominations, (self.members[3], none, none), strict=True)),
        )

    def test_only_chair_and_secretary_open(self):
        one = self._round()
        for user in (self.office, self.manager, self.members[4].user_id):
            with self.subTest(user.login), self.assertRaises(AccessError):
                one.with_user(user).action_open()
        self.assertTrue(one.with_user(self.secretary).action_open())

    def test_session_must_be_open(self):
        one = self._round()
        self.session.state = 'convened'
        with self._refused('is not open'):
            one.action_open()

    def test_quorum_by_how_many(self):
        self._attend(self.members[4:], 'absent')
        with self._refused('4 voting members take part.*: 2 more'):
            self._opened()

    def test_quorum_of_an_item_after_recusals(self):
        self._attend(self.members[6:], 'absent')
        self._recuse(self.members[0], self.nominations[1])
        with self._refused('Ứng viên 001.*1 more'):
            self._opened()

    def test_count_verdict_and_rank(self):
        first, second, third = self.nominations
        one = self._announced({first: 5, second: 9, third: 4})
        found = {
            c.nomination_id: (c.yes, c.no, c.base, c.needed, c.passed, c.rank, c.outcome)
            for c in one.candidate_ids
        }
        self.assertEqual(
            found,
            {
                first: (5, 4, 9, 5, True, 2, 'selected'),
                second: (9, 0, 9, 5, True, 1, 'selected'),
                third: (4, 5, 9, 5, False, 3, 'not_passed'),
            },
        )

    def test_recount_agrees_and_finds_a_changed_ballot(self):
        one = self._announced(dict.fromkeys(self.nominations, 5))
        self.assertFalse(one.sudo()._recount())
        candidate = one.candidate_ids[0]
        self.env.cr.execute(
            "UPDATE emulation_ballot SET choice = 'no' WHERE candidate_id = %s", [candidate.id]
        )
        self.env.invalidate_all()
        self.assertIn(candidate.sudo(), one.sudo()._recount())
        self.assertEqual(one.with_user(self.auditor).action_recount()['params']['type'], 'danger')

    def test_recused_member_has_no_line_and_keeps_the_base(self):
        self._recuse(self.members[2], self.nominations[0])
        one = self._opened()
        names = [line['name'] for line in self._sheet(one, self.users[2])['candidates']]
        self.assertEqual(names, ['Ứng viên 001', 'Ứng viên 002'])
        for user in self.users:
            self._cast(one, user)
        self._finish(one)
        candidate = one.sudo().candidate_ids.filtered(
            lambda c: c.nomination_id == self.nominations[0]
        )
        self.assertEqual((candidate.yes, candidate.base, candidate.needed), (8, 9, 5))

    def test_sheet_shows_no_figures(self):
        one = self._opened()
        self._cast(one, self.users[1])
        sheet = self._sheet(one, self.users[0])
        self.assertEqual(
            set(sheet),
            {
                'round_id',
                'name',
                'session_id',
                'state',
                'mode',
                'number',
                'kind',
                'award',
                'session',
                'entitled',
                'already_cast',
                'candidates',
            },
        )
        self.assertEqual(
            {key for line in sheet['candidates'] for key in line},
            {'id', 'nomination_id', 'name', 'unit'},
        )

    def test_cast_again_is_neither_a_second_vote_nor_an_error(self):
        one = self._opened()
        answers = [self._cast(one, self.users[0], choice)['status'] for choice in ('yes', 'no')]
        choices = [row[2] for row in self._ballots(one)]
        self.assertEqual((answers, choices), (['cast', 'already_cast'], ['yes'] * 3))

    def test_a_retry_after_the_closing_learns_that_the_vote_was_in(self):
        one = self._opened()
        self._cast(one, self.users[0])
        one.action_close(without_missing=True)
        self.assertEqual(self._cast(one, self.users[0]), {'status': 'already_cast'})

    def test_stale_page_after_the_closing_is_told(self):
        one = self._opened()
        self.env['emulation.round'].invalidate_model()
        one.action_close(without_missing=True)
        with self._refused('came after the closing and was not counted'):
            self._cast(one, self.users[0])
        self.assertFalse(self._ballots(one))

    def test_before_opening_nobody_casts(self):
        one = self._round()
        with self.assertRaises(AccessError):
            one.with_user(self.users[3]).cast_ballot({})

    def test_sheet_must_be_exact(self):
        self._recuse(self.members[2], self.nominations[0])
        one = self._opened()
        ids = one.sudo().candidate_ids.ids
        own = {str(line['id']): 'yes' for line in self._sheet(one, self.users[2])['candidates']}
        broken = {
            'nothing': {},
            'none': None,
            'one missing': dict(list(own.items())[:1]),
            'recused added': {str(id_): 'yes' for id_ in ids},
            'stranger': {**own, '0': 'yes'},
            'twice': {**own, int(next(iter(own))): 'no'},
        }
        for name, choices in broken.items():
            with self.subTest(name), self._refused('exactly the candidates'):
                one.with_user(self.users[2]).cast_ballot(choices)
        for choice in ('', 'maybe', None, True, ['yes']):
            with self.subTest(choice), self._refused('for every candidate'):
                one.with_user(self.users[2]).cast_ballot(dict.fromkeys(own, choice))
        self.assertFalse(self._ballots(one) or one.sudo().vote_ids)

    def test_who_may_not_cast(self):
        one = self._opened()
        choices = {str(line['id']): 'yes' for line in self._sheet(one, self.chair)['candidates']}
        for user in (self.office, self.manager, self.auditor, self.member, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                one.with_user(user).cast_ballot(choices)

    def test_progress_says_who_is_missing(self):
        one = self._opened()
        for user in self.users[:7]:
            self._cast(one, user)
        self.assertEqual(
            one.with_user(self.users[8]).progress(),
            {'entitled': 9, 'voted': 7, 'missing': ['Ủy viên 07', 'Ủy viên 08']},
        )

    def test_progress_is_for_the_room(self):
        one = self._opened()
        for user in (self.member, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                one.with_user(user).progress()

    def test_closing_names_who_has_not_voted(self):
        one = self._opened()
        for user in self.users[:7]:
            self._cast(one, user)
        with self._refused('2 members.*Ủy viên 07, Ủy viên 08'):
            one.action_close()
        self.assertEqual(one.state, 'open')

    def test_not_announced_twice_nor_before_closing(self):
        one = self._opened()
        with self._refused('must be "Closed"'):
            one.action_announce()
        self._finish(one)
        with self._refused('must be "Closed"'):
            one.action_announce()

    def test_begun_round_is_written_by_nobody(self):
        one = self._opened()
        for user in (self.chair, self.office, self.manager):
            for vals in ({'mode': 'open'}, {'seats_reserved': 3}, {'state': 'draft'}):
                with self.subTest(user=user.login, vals=vals), self.assertRaises(UserError):
                    one.with_user(user).write(vals)
            with self.subTest(user=user.login), self.assertRaises(UserError):
                one.with_user(user).unlink()

    def test_begun_round_is_deleted_by_nobody_superuser_included(self):
        with self._refused('have begun'):
            self._opened().sudo().unlink()

    def test_forged_rules_are_refused(self):
        forged = {
            'majority_numerator': 0,
            'kind': 'runoff',
            'state': 'announced',
            'tie_rule': 'chair',
            'company_id': self.company.id,
            'base_all': 1,
            'candidate_ids': [(0, 0, {'nomination_id': self.nominations[0].id})],
        }
        for name, value in forged.items():
            with self.subTest(name), self.assertRaises(UserError):
                self._round(**{name: value})
            with self.subTest(f'default {name}'):
                one = self.env['emulation.round'].with_user(self.chair)
                one = one.with_context(**{f'default_{name}': value}).create(
                    {
                        'session_id': self.session.id,
                        'campaign_award_id': self.award_individual.id,
                        'subject': 'individual',
                    }
                )
                self.assertEqual(
                    (one.majority_numerator, one.kind, one.state, one.tie_rule, one.base_all),
                    (1, 'first', 'draft', 'runoff', 0),
                )

    def test_only_who_prepares_makes_a_round(self):
        for user in (self.member, self.users[5]):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.env['emulation.round'].with_user(user).create(
                    {
                        'session_id': self.session.id,
                        'campaign_award_id': self.award_individual.id,
                        'subject': 'individual',
                    }
                )

    def test_take_out(self):
        one = self._round()
        one.candidate_ids[0].action_take_out()
        self.assertEqual(len(one.candidate_ids), 2)
        with self._refused('Nobody would be left'):
            one.candidate_ids.action_take_out()

    def test_journal_holds_the_course_without_a_choice(self):
        one = self._announced(dict.fromkeys(self.nominations, 5))
        entries = self.env['emulation.journal'].search(
            [('res_model', '=', 'emulation.round'), ('res_id', '=', one.id)], order='seq'
        )
        self.assertEqual(
            entries.mapped('event'), ['round.opened', 'round.closed', 'round.announced']
        )
        text = ' '.join(entries.mapped('payload'))
        for word in ('"yes"', '"no"', '"abstain"'):
            self.assertNotIn(word, text)
