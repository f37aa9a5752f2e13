from odoo.exceptions import AccessError
from odoo.tests import tagged

from .round_common import RoundCommon


@tagged('post_install', '-at_install')
class TestRoundOpenVote(RoundCommon):
    """Open, electronic: by name once announced, and not before."""

    def test_by_name_once_announced(self):
        one = self._opened(mode='open')
        for user in self.users:
            self._cast(one, user, 'yes' if user != self.users[3] else 'no')
        self.assertEqual(one.with_user(self.users[2]).votes_by_name(), {})
        self._finish(one)
        found = one.with_user(self.users[2]).votes_by_name()
        against = {
            (line['member'], line['choice'])
            for lines in found.values()
            for line in lines
            if line['choice'] != 'yes'
        }
        self.assertEqual(against, {('Ủy viên 03', 'no')})
        self.assertEqual({len(lines) for lines in found.values()}, {9})

    def test_recused_learns_nothing_by_name(self):
        self._recuse(self.members[3], self.nominations[0])
        one = self._opened(mode='open')
        for user in self.users:
            self._cast(one, user)
        self._finish(one)
        self.assertEqual(len(one.with_user(self.users[3]).votes_by_name()), 2)

    def test_secret_has_no_names(self):
        one = self._announced(dict.fromkeys(self.nominations, 5))
        self.assertEqual(one.votes_by_name(), {})
        self.assertEqual({row[3] for row in self._ballots(one)}, {None})


@tagged('post_install', '-at_install')
class TestRoundWritten(RoundCommon):
    """Written opinions of the absent, counted where the council's rules let them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._attend(cls.members[8], 'written')
        for nomination in cls.nominations:
            cls._opinion(cls.members[8], nomination, 'yes')

    def _tally(self, one):
        return [(c.yes, c.no, c.abstain) for c in one.sudo().candidate_ids.sorted('id')]

    def test_counted_and_not_cast(self):
        one = self._opened()
        with self.assertRaises(AccessError):
            one.with_user(self.users[8]).cast_ballot({})
        self._vote(one, dict.fromkeys(self.nominations, 4))
        self._finish(one)
        self.assertEqual(self._tally(one), [(5, 4, 0)] * 3)
        self.assertEqual(set(one.candidate_ids.mapped('passed')), {True})

    def test_not_counted_where_the_rules_do_not_let(self):
        self.session.written_opinions_count = False
        one = self._opened()
        self._vote(one, dict.fromkeys(self.nominations, 4))
        self._finish(one)
        self.assertEqual((one.base_present, self._tally(one)), (8, [(4, 4, 0)] * 3))

    def test_not_counted_on_whom_the_writer_is_recused_from(self):
        self._recuse(self.members[8], self.nominations[0])
        one = self._opened()
        self._vote(one, dict.fromkeys(self.nominations, 4))
        self._finish(one)
        self.assertEqual(self._tally(one), [(4, 4, 0), (5, 4, 0), (5, 4, 0)])


@tagged('post_install', '-at_install')
class TestRoundSubstitute(RoundCommon):
    """A substitute named in writing votes for the member, who does not."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stand_in = cls.env['hr.employee'].create(
            {'name': 'Người đi thay', 'company_id': cls.company.id, 'user_id': cls.member.id}
        )
        cls._attend(
            cls.members[8],
            'substitute',
            substitute_id=cls.stand_in.id,
            substitute_document='GUQ 01',
        )

    def test_substitute_votes_for_the_member(self):
        one = self._opened()
        with self.assertRaises(AccessError):
            one.with_user(self.users[8]).cast_ballot({})
        self._cast(one, self.member)
        self.assertEqual(one.sudo().vote_ids.member_id, self.members[8])

    def test_member_without_login_is_named(self):
        self.stand_in.user_id = False
        with self._refused('Ủy viên 08 have no login'):
            self._opened()

    def test_nobody_votes_twice(self):
        self._attend(
            self.members[7],
            'substitute',
            substitute_id=self.stand_in.id,
            substitute_document='GUQ 02',
        )
        with self._refused('one person has one vote'):
            self._opened()


@tagged('post_install', '-at_install')
class TestRoundPaper(RoundCommon):
    """Paper ballots: two tellers count apart and must agree."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session.teller_ids = cls.members[3:5]
        cls.tellers = cls.members[3:5].user_id

    def _paper(self):
        return self._opened(mode='paper')

    def _count(self, one, user, votes, **heads):
        """A teller's count, handed in.

        :param votes: (yes, no, abstain) of each candidate
        """
        action = one.with_user(user).action_count()
        entry = self.env['emulation.paper.entry'].with_user(user).browse(action['res_id'])
        entry.write({'issued': 9, 'returned': 9, 'valid': 9, 'invalid': 0, **heads})
        for line, (yes, no, abstain) in zip(
            entry.line_ids.sorted('candidate_id'), votes, strict=True
        ):
            line.write({'yes': yes, 'no': no, 'abstain': abstain})
        entry.action_submit()
        return entry

    def test_agreed_figures_are_announced(self):
        one = self._paper()
        for user in self.tellers:
            self._count(one, user, [(7, 1, 1), (5, 4, 0), (4, 5, 0)])
        self._finish(one)
        self.assertEqual(
            [(c.yes, c.no, c.abstain, c.outcome) for c in one.candidate_ids.sorted('id')],
            [(7, 1, 1, 'selected'), (5, 4, 0, 'selected'), (4, 5, 0, 'not_passed')],
        )
        self.assertFalse(one.sudo()._recount())

    def test_both_must_have_counted(self):
        one = self._paper()
        self._count(one, self.tellers[0], [(9, 0, 0)] * 3)
        one.action_close()
        with self._refused('1 of 2 counts are in'):
            one.action_announce()

    def test_tellers_who_disagree_are_told(self):
        one = self._paper()
        self._count(one, self.tellers[0], [(9, 0, 0)] * 3)
        self._count(one, self.tellers[1], [(9, 0, 0), (8, 1, 0), (9, 0, 0)])
        one.action_close()
        with self._refused(
            'votes in favour.*Ứng viên 001.*9.*8|Ứng viên 001.*votes in favour.*9.*8'
        ):
            one.action_announce()

    def test_a_count_that_contradicts_itself_is_not_handed_in(self):
        one = self._paper()
        with self._refused('8 valid and 0 invalid'):
            self._count(one, self.tellers[0], [(8, 0, 0)] * 3, valid=8)

    def test_recused_ballot_does_not_name_the_candidate(self):
        self._recuse(self.members[2], self.nominations[0])
        one = self._paper()
        for user in self.tellers:
            self._count(one, user, [(8, 0, 0), (9, 0, 0), (9, 0, 0)])
        self._finish(one)
        self.assertEqual(one.candidate_ids.sorted('id').mapped('yes'), [8, 9, 9])

    def test_each_sees_the_own_count_only(self):
        one = self._paper()
        first = self._count(one, self.tellers[0], [(9, 0, 0)] * 3)
        readers = [self.tellers[1], self.chair, self.office, self.manager, self.auditor]
        for user in readers:
            with self.subTest(user.login):
                for record in (first, first.line_ids[0]):
                    found = record.with_user(user).search([('id', 'in', record.ids)])
                    self.assertFalse(found)
        self._count(one, self.tellers[1], [(9, 0, 0)] * 3)
        self._finish(one)
        for user in readers:
            self.assertTrue(first.with_user(user).has_access('read'), user.login)

    def test_only_tellers_count(self):
        one = self._paper()
        for user in (self.chair, self.users[5], self.office):
            with self.subTest(user.login), self.assertRaises(AccessError):
                one.with_user(user).action_count()

    def test_handed_in_is_not_changed_but_taken_back(self):
        one = self._paper()
        entry = self._count(one, self.tellers[0], [(9, 0, 0)] * 3)
        with self._refused('handed in'):
            entry.line_ids[0].yes = 3
        entry.action_reopen()
        entry.line_ids[0].yes = 3
        with self._refused('3 votes are entered on Ứng viên 000'):
            entry.action_submit()

    def test_not_after_the_announcement(self):
        one = self._paper()
        entries = [self._count(one, user, [(9, 0, 0)] * 3) for user in self.tellers]
        self._finish(one)
        with self._refused('between opening and announcement'):
            entries[0].action_reopen()

    def test_not_cast_on_screen(self):
        one = self._paper()
        with self._refused('not voted on screen'):
            one.with_user(self.users[2]).cast_ballot({})

    def test_needs_two_tellers(self):
        self.session.teller_ids = self.members[3]
        with self._refused('two tellers'):
            self._paper()


@tagged('post_install', '-at_install')
class TestRoundShowOfHands(RoundCommon):
    """A show of hands: the secretary enters, attendance checks."""

    def _count(self, one, votes):
        action = one.with_user(self.secretary).action_count()
        entry = self.env['emulation.paper.entry'].with_user(self.secretary).browse(action['res_id'])
        for line, (yes, no, abstain) in zip(
            entry.line_ids.sorted('candidate_id'), votes, strict=True
        ):
            line.write({'yes': yes, 'no': no, 'abstain': abstain})
        entry.action_submit()

    def test_counts(self):
        self._recuse(self.members[2], self.nominations[0])
        one = self._opened(mode='show_of_hands')
        self._count(one, [(8, 0, 0), (5, 3, 1), (4, 5, 0)])
        self._finish(one)
        self.assertEqual(
            [(c.yes, c.no, c.abstain, c.passed) for c in one.candidate_ids.sorted('id')],
            [(8, 0, 0, True), (5, 3, 1, True), (4, 5, 0, False)],
        )

    def test_must_add_up_to_who_may_raise_a_hand(self):
        one = self._opened(mode='show_of_hands')
        with self._refused('8 hands are entered on Ứng viên 001 but 9'):
            self._count(one, [(9, 0, 0), (8, 0, 0), (9, 0, 0)])

    def test_only_the_secretary(self):
        one = self._opened(mode='show_of_hands')
        with self.assertRaises(AccessError):
            one.with_user(self.chair).action_count()
