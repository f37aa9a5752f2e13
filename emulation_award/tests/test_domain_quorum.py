from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import QuorumError, UnknownWordError
from ..domain.findings import Finding
from ..domain.quorum import (
    Base,
    Room,
    Rule,
    item_findings,
    needed,
    round_findings,
    session_findings,
)
from .domain_common import exactly

TWO_THIRDS = Rule(numerator=2, denominator=3)
TWO_THIRDS_OF_ALL = Rule(numerator=2, denominator=3, base='all_members')
SIX = Rule(count=6)


def room(present, voting=9, members=9, chair=True):
    return Room(members, voting, present, chair)


def figures(**changes):
    plain = {
        'present': 5,
        'needed': 6,
        'short_by': 1,
        'ratio': '2/3',
        'base': 9,
        'base_name': 'voting_members',
    }
    return {**plain, **changes}


shares = st.fractions(0, 1, max_denominator=100)
heads = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted)
rooms = heads.map(lambda sizes: Room(sizes[2], sizes[1], sizes[0]))
rules = st.one_of(
    st.builds(Rule, count=st.integers(0, 100)),
    st.builds(
        lambda share, base: Rule(None, share.numerator, share.denominator, base),
        shares,
        st.sampled_from(Base),
    ),
)


class TestRule(BaseCase):
    def test_refused(self):
        for parts in (
            {},
            {'count': 6, 'numerator': 2, 'denominator': 3},
            {'numerator': 2},
            {'denominator': 3},
            {'count': 6, 'denominator': 3},
            {'count': 6, 'numerator': 2},
            {'count': -1},
            {'numerator': -1, 'denominator': 3},
            {'numerator': 4, 'denominator': 3},
            {'numerator': 0, 'denominator': 0},
            {'numerator': 2, 'denominator': 0},
            {'numerator': -2, 'denominator': -1},
        ):
            with self.subTest(parts), self.assertRaises(QuorumError):
                Rule(**parts)

    def test_bounds_are_shares(self):
        found = [needed(Rule(None, numerator, 3), room(0)) for numerator in (0, 3)]
        self.assertEqual(found, [0, 9])

    def test_zero_is_a_number(self):
        self.assertEqual(needed(Rule(count=0), room(0)), 0)

    def test_unknown_base(self):
        with self.assertRaises(UnknownWordError):
            Rule(count=6, base='present')

    def test_voting_members_and_a_chair_unless_said_otherwise(self):
        self.assertEqual(TWO_THIRDS, Rule(None, 2, 3, Base.VOTING_MEMBERS, chair_required=True))

    def test_ratio(self):
        texts = [rule.ratio for rule in (TWO_THIRDS, Rule(numerator=80, denominator=100), SIX)]
        self.assertEqual(texts, ['2/3', '80 %', ''])


class TestRoom(BaseCase):
    def test_refused(self):
        for members, voting, present in ((9, 10, 9), (9, 8, 9), (9, 9, -1)):
            with self.subTest((members, voting, present)), self.assertRaises(QuorumError):
                Room(members, voting, present)

    def test_everybody_and_nobody(self):
        self.assertEqual([Room(9, 9, 9).present, Room(0, 0, 0).present], [9, 0])


class TestNeeded(BaseCase):
    def test_two_thirds(self):
        found = [needed(TWO_THIRDS, room(0, size, size)) for size in range(7, 12)]
        self.assertEqual(found, [5, 6, 6, 7, 8])

    def test_four_fifths_of_nine(self):
        self.assertEqual(needed(Rule(numerator=80, denominator=100), room(0)), 8)

    def test_base(self):
        split = room(0, voting=6, members=9)
        self.assertEqual([needed(TWO_THIRDS, split), needed(TWO_THIRDS_OF_ALL, split)], [4, 6])

    def test_number_ignores_the_base(self):
        self.assertEqual([needed(SIX, room(0, size, size)) for size in (0, 5, 90)], [6, 6, 6])

    @exactly
    @given(shares, rooms)
    def test_is_the_exact_ceiling(self, share, there):
        found = [
            needed(Rule(None, share.numerator, share.denominator, base), there) for base in Base
        ]
        self.assertEqual(found, [ceil(share * there.members), ceil(share * there.voting)])

    @exactly
    @given(shares, rooms)
    def test_is_the_least_that_is_the_share(self, share, there):
        rule = Rule(None, share.numerator, share.denominator)
        enough = [n for n in range(there.voting + 1) if n >= there.voting * share]
        self.assertEqual(needed(rule, there), min(enough))


class TestSession(BaseCase):
    def test_just_enough(self):
        self.assertEqual(session_findings(TWO_THIRDS, room(6)), [])

    def test_short_says_by_how_many(self):
        self.assertEqual(
            session_findings(TWO_THIRDS, room(4)),
            [Finding('session_quorum_not_met', figures(present=4, short_by=2))],
        )

    def test_short_of_all_members(self):
        expected = figures(present=5, base_name='all_members')
        self.assertEqual(
            session_findings(TWO_THIRDS_OF_ALL, room(5, voting=6)),
            [Finding('session_quorum_not_met', expected)],
        )

    def test_short_of_a_number(self):
        self.assertEqual(
            session_findings(SIX, room(5, voting=8)),
            [Finding('session_quorum_not_met', figures(ratio='', base=8))],
        )

    def test_base_may_be_its_string(self):
        rule = Rule(numerator=2, denominator=3, base='voting_members')
        self.assertEqual(session_findings(rule, room(5)), session_findings(TWO_THIRDS, room(5)))

    def test_chair(self):
        self.assertEqual(
            session_findings(TWO_THIRDS, room(9, chair=False)), [Finding('chair_absent')]
        )

    def test_chair_not_required(self):
        rule = Rule(numerator=2, denominator=3, chair_required=False)
        self.assertEqual(session_findings(rule, room(9, chair=False)), [])

    def test_everything_lacking_is_told_at_once(self):
        found = session_findings(TWO_THIRDS, room(5, chair=False))
        self.assertEqual(
            [finding.code for finding in found], ['session_quorum_not_met', 'chair_absent']
        )

    @exactly
    @given(rules, rooms)
    def test_short_by_is_what_is_lacking(self, rule, there):
        found = session_findings(rule, there)
        lacking = needed(rule, there) - there.present
        self.assertEqual(
            [finding.params['short_by'] for finding in found], [lacking] if lacking > 0 else []
        )


class TestItem(BaseCase):
    def test_recusals_leave_enough(self):
        self.assertEqual(item_findings('Lê An', TWO_THIRDS, room(7), 1), [])

    def test_one_recusal_too_many(self):
        expected = figures(nominee='Lê An', recused=2)
        self.assertEqual(
            item_findings('Lê An', TWO_THIRDS, room(7), 2),
            [Finding('item_quorum_not_met', expected)],
        )

    def test_the_base_keeps_the_recused(self):
        found = item_findings('Lê An', TWO_THIRDS, room(9), 4)
        self.assertEqual(found[0].params['needed'], 6)

    def test_the_chair_is_a_matter_of_the_session(self):
        self.assertEqual(item_findings('Lê An', TWO_THIRDS, room(9, chair=False), 0), [])

    def test_everybody_may_be_recused(self):
        found = item_findings('Lê An', TWO_THIRDS, room(6), 6)
        self.assertEqual((found[0].params['present'], found[0].params['short_by']), (0, 6))

    def test_recused_are_among_those_present(self):
        for recused in (-1, 7):
            with self.subTest(recused), self.assertRaises(QuorumError):
                item_findings('Lê An', TWO_THIRDS, room(6), recused)

    @exactly
    @given(rules, rooms, st.data())
    def test_a_recusal_counts_as_an_absence(self, rule, there, data):
        recused = data.draw(st.integers(0, there.present))
        fewer = Room(there.members, there.voting, there.present - recused)
        on_item = item_findings('Lê An', rule, there, recused)
        in_session = session_findings(rule, fewer)
        self.assertEqual(
            [finding.params['short_by'] for finding in on_item],
            [finding.params['short_by'] for finding in in_session],
        )


class TestRound(BaseCase):
    RECUSED = (('Lê An', 0), ('Vũ Bình', 2), ('Lê Chi', 1), ('Vũ Bình', 3))

    def test_each_item_that_falls_short(self):
        found = round_findings(TWO_THIRDS, room(7), self.RECUSED)
        said = [(finding.params['nominee'], finding.params['short_by']) for finding in found]
        self.assertEqual(said, [('Vũ Bình', 1), ('Vũ Bình', 2)])

    def test_the_session_comes_first(self):
        for there in (room(5), room(7, chair=False)):
            with self.subTest(there):
                found = round_findings(TWO_THIRDS, there, self.RECUSED)
                self.assertEqual(found, session_findings(TWO_THIRDS, there))

    def test_nothing_lacking(self):
        self.assertEqual(round_findings(TWO_THIRDS, room(9), self.RECUSED), [])
