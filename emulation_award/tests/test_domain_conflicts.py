from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.conflicts import (
    Kind,
    Member,
    Nominee,
    conflict,
    foretell,
    matrix,
    recusals,
    relations,
)
from ..domain.errors import QuorumError, UnknownWordError
from ..domain.quorum import Room, Rule
from .domain_common import exactly

MEMBER = Member(employee=1, units=frozenset({10, 11}), superiors=frozenset({2}))
STRANGER = Nominee(
    employee=7,
    units=frozenset({12}),
    leaders=frozenset({8}),
    superiors=frozenset({8}),
    authors=frozenset({7}),
    signatories=frozenset({8}),
)
TWO_THIRDS = Rule(numerator=2, denominator=3)

ids = st.integers(1, 4)
groups = st.frozensets(ids, max_size=3)
members = st.builds(Member, ids, groups, groups)
nominees = st.builds(
    Nominee, ids | st.none(), ids | st.none(), groups, groups, groups, groups, groups
)
kinds = st.frozensets(st.sampled_from(Kind))


class TestRelations(BaseCase):
    def assert_related(self, expected, **facts):
        self.assertEqual(relations(MEMBER, replace(STRANGER, **facts)), expected)

    def test_none(self):
        self.assert_related([])

    def test_self(self):
        self.assert_related([Kind.SELF], employee=1)

    def test_own_collective(self):
        for unit in MEMBER.units:
            with self.subTest(unit):
                self.assert_related([Kind.OWN_COLLECTIVE], employee=None, collective=unit)

    def test_another_collective(self):
        self.assert_related([], employee=None, collective=12)

    def test_unit_leader(self):
        self.assert_related([Kind.UNIT_LEADER], leaders=frozenset({8, 1}))

    def test_author(self):
        self.assert_related([Kind.AUTHOR], authors=frozenset({7, 1}))

    def test_signatory(self):
        self.assert_related([Kind.SIGNATORY], signatories=frozenset({8, 1}))

    def test_manages_the_nominee(self):
        self.assert_related([Kind.MANAGER_LINE], superiors=frozenset({8, 1}))

    def test_is_managed_by_the_nominee(self):
        self.assert_related([Kind.MANAGER_LINE], employee=2)

    def test_a_common_manager_is_no_line(self):
        self.assert_related([], superiors=frozenset({2}))

    def test_same_unit(self):
        self.assert_related([Kind.SAME_UNIT], units=frozenset({12, 11}))

    def test_an_outsider_is_nobody_in_hr(self):
        self.assertEqual(relations(Member(employee=1), Nominee()), [])

    def test_closest_first(self):
        one = frozenset({1})
        everything = Nominee(1, 10, frozenset({10}), one, one, one, one)
        self.assertEqual(relations(MEMBER, everything), list(Kind))
        self.assertEqual(
            [kind.value for kind in Kind],
            [
                'self',
                'own_collective',
                'unit_leader',
                'author',
                'signatory',
                'manager_line',
                'same_unit',
            ],
        )

    @exactly
    @given(members, nominees)
    def test_a_fact_less_is_never_a_relation_more(self, member, nominee):
        before = set(relations(member, nominee))
        for field in fields(Nominee):
            gone = replace(nominee, **{field.name: field.default})
            self.assertLessEqual(set(relations(member, gone)), before)


class TestConflict(BaseCase):
    def test_closest_that_is_active(self):
        own = Nominee(employee=1, authors=frozenset({1}), superiors=frozenset({1}))
        found = [
            conflict(MEMBER, own, active)
            for active in (frozenset(Kind), {'manager_line', 'author'}, {Kind.SIGNATORY}, ())
        ]
        self.assertEqual(found, [Kind.SELF, Kind.AUTHOR, None, None])

    def test_unknown_kind(self):
        with self.assertRaises(UnknownWordError):
            conflict(MEMBER, STRANGER, {'declared'})

    @exactly
    @given(members, nominees, kinds)
    def test_is_the_first_active_relation(self, member, nominee, active):
        found = conflict(member, nominee, active)
        expected = [kind for kind in relations(member, nominee) if kind in active]
        self.assertEqual([found] if found else [], expected[:1])


class TestMatrix(BaseCase):
    def test_only_where_there_is_a_conflict(self):
        chief = Member(employee=8)
        found = matrix(
            {'one': MEMBER, 'chief': chief},
            {'stranger': STRANGER, 'own': Nominee(employee=1)},
            {'self', 'unit_leader'},
        )
        self.assertEqual(
            found, {('one', 'own'): Kind.SELF, ('chief', 'stranger'): Kind.UNIT_LEADER}
        )

    @exactly
    @given(st.lists(members, max_size=4), st.lists(nominees, max_size=4), kinds)
    def test_every_pair_is_looked_at(self, some_members, some_nominees, active):
        found = matrix(dict(enumerate(some_members)), dict(enumerate(some_nominees)), active)
        for row, member in enumerate(some_members):
            for column, nominee in enumerate(some_nominees):
                self.assertEqual(found.get((row, column)), conflict(member, nominee, active))


class TestRecusals(BaseCase):
    def test_voters_only(self):
        excluded = [('m', 'An'), ('p', 'An'), ('guest', 'An'), ('m', 'Bình')]
        self.assertEqual(
            recusals(excluded, ['Chi', 'Bình', 'An'], ['m', 'p', 'q']),
            {'Chi': 0, 'Bình': 1, 'An': 2},
        )

    def test_in_the_order_of_the_nominees(self):
        found = recusals([('m', 'Bình')], ['Chi', 'Bình', 'An'], ['m'])
        self.assertEqual(list(found), ['Chi', 'Bình', 'An'])

    def test_others_are_left_out(self):
        self.assertEqual(recusals([('m', 'An')], ['Bình'], ['m']), {'Bình': 0})

    def test_a_member_leaves_once(self):
        found = recusals([('m', 'An'), ('m', 'An')], ['An'], ['m', 'm'])
        self.assertEqual(found, {'An': 1})

    @exactly
    @given(st.sets(st.tuples(ids, ids)), st.sets(ids), st.sets(ids))
    def test_never_more_than_the_voters(self, excluded, some_nominees, voters):
        found = recusals(excluded, some_nominees, voters)
        self.assertEqual(found.keys(), some_nominees)
        for nominee, number in found.items():
            leaving = {voter for voter in voters if (voter, nominee) in excluded}
            self.assertEqual(number, len(leaving))


class TestForetell(BaseCase):
    def test_who_loses_quorum(self):
        room = Room(members=9, voting=9, present=8)
        recused = {'An': 2, 'Chi': 3, 'Bình': 8, 'Dũng': 0}
        self.assertEqual(foretell(recused, TWO_THIRDS, room), ['Chi', 'Bình'])

    def test_keys_may_be_ids(self):
        room = Room(members=9, voting=9, present=9)
        self.assertEqual(foretell({41: 4, 42: 3}, TWO_THIRDS, room), [41])

    def test_nobody_may_leave_who_is_not_there(self):
        with self.assertRaises(QuorumError):
            foretell({'An': 9}, TWO_THIRDS, Room(members=9, voting=9, present=8))

    @exactly
    @given(st.sets(st.tuples(st.integers(1, 9), ids)))
    def test_nine_members_can_miss_three(self, excluded):
        room = Room(members=9, voting=9, present=9)
        lost = foretell(recusals(excluded, range(1, 5), range(1, 10)), TWO_THIRDS, room)
        expected = [
            nominee
            for nominee in range(1, 5)
            if sum(other == nominee for _member, other in excluded) > 3
        ]
        self.assertEqual(lost, expected)
