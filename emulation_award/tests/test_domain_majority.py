from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import MajorityError, UnknownWordError
from ..domain.findings import Finding
from ..domain.majority import (
    Base,
    Bases,
    Rule,
    Verdict,
    bases,
    needed,
    percent,
    threshold_finding,
    verdict,
)
from ..domain.quorum import Room
from .domain_common import exactly

HALF = Rule(1, 2, strict=True)
EIGHTY = Rule(80, 100, strict=False, base='all_members')
NINETY = Rule(90, 100, strict=False, base='all_members')

# 10 members, 9 with a vote, 8 take part, one recused, one more did not vote.
OF = Bases(all_members=10, voting_members=9, present=8, entitled=7, valid=6)

shares = st.fractions(0, 1, max_denominator=100)
rules = st.builds(
    lambda share, strict, base: Rule(share.numerator, share.denominator, strict, base),
    shares,
    st.booleans(),
    st.sampled_from(Base),
)
councils = st.lists(st.integers(0, 60), min_size=5, max_size=5).map(
    lambda sizes: Bases(*sorted(sizes, reverse=True))
)


def meets(rule, yes, base):
    """The rule as it is spoken, apart from the formula under test."""
    share = Fraction(rule.numerator, rule.denominator)
    if yes == 0 or base == 0:
        return False
    return Fraction(yes, base) > share if rule.strict else Fraction(yes, base) >= share


class TestRule(BaseCase):
    def test_no_share(self):
        for numerator, denominator in ((3, 2), (-1, 2), (1, 0), (0, 0), (-2, -3), (1, -2)):
            with self.subTest(f'{numerator}/{denominator}'), self.assertRaises(MajorityError):
                Rule(numerator, denominator, strict=True)

    def test_bounds_are_shares(self):
        found = [needed(Rule(numerator, 1, strict=False), 9) for numerator in (0, 1)]
        self.assertEqual(found, [1, 9])

    def test_unknown_base(self):
        with self.assertRaises(UnknownWordError):
            Rule(1, 2, strict=True, base='guests')

    def test_voting_members_unless_said_otherwise(self):
        self.assertEqual(HALF.base, Base.VOTING_MEMBERS)


class TestBases(BaseCase):
    def test_each_is_within_the_next(self):
        for figure, number in {
            'valid': -1,
            'entitled': 5,
            'present': 6,
            'voting_members': 7,
            'all_members': 8,
        }.items():
            with self.subTest(figure), self.assertRaises(MajorityError):
                replace(OF, **{figure: number})

    def test_all_may_be_one(self):
        self.assertEqual(Bases(9, 9, 9, 9, 9).valid, 9)

    def test_of_a_room(self):
        self.assertEqual(bases(Room(10, 9, 8), recused=1, valid=6), OF)

    def test_more_votes_than_entitled(self):
        with self.assertRaises(MajorityError):
            bases(Room(9, 9, 9), recused=1, valid=9)

    @exactly
    @given(councils)
    def test_a_recusal_shrinks_the_entitled_alone(self, of):
        room = Room(of.all_members, of.voting_members, of.present)
        before = bases(room, 0, of.valid)
        after = bases(room, of.present - of.entitled, of.valid)
        self.assertEqual(after, of)
        self.assertEqual(replace(after, entitled=of.present), before)


class TestNeeded(BaseCase):
    def test_more_than_half(self):
        found = [needed(HALF, base) for base in range(11)]
        self.assertEqual(found, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6])

    def test_at_least_half(self):
        found = [needed(Rule(1, 2, strict=False), base) for base in range(11)]
        self.assertEqual(found, [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5])

    def test_legal_titles_of_nine(self):
        self.assertEqual([needed(EIGHTY, 9), needed(NINETY, 9)], [8, 9])

    def test_legal_titles_of_ten(self):
        self.assertEqual([needed(EIGHTY, 10), needed(NINETY, 10)], [8, 9])

    def test_two_thirds(self):
        rule = Rule(2, 3, strict=False)
        self.assertEqual([needed(rule, base) for base in (8, 9, 10)], [6, 6, 7])

    def test_more_than_all_is_out_of_reach(self):
        self.assertEqual(needed(Rule(1, 1, strict=True), 9), 10)

    def test_more_than_nothing_is_one(self):
        self.assertEqual(needed(Rule(0, 1, strict=True), 9), 1)

    @exactly
    @given(rules, st.integers(1, 300))
    def test_is_the_smallest_that_passes(self, rule, base):
        passing = [yes for yes in range(base + 1) if meets(rule, yes, base)]
        self.assertEqual(needed(rule, base), min(passing, default=base + 1))


class TestVerdict(BaseCase):
    def test_five_of_nine(self):
        nine = bases(Room(9, 9, 9), recused=0, valid=9)
        self.assertEqual(
            [verdict(HALF, yes, nine) for yes in (4, 5)],
            [
                Verdict(False, 4, base=9, base_name='voting_members', needed=5),
                Verdict(True, 5, base=9, base_name='voting_members', needed=5),
            ],
        )

    def test_each_base(self):
        found = {base.value: verdict(Rule(1, 2, False, base), 4, OF) for base in Base}
        self.assertEqual(
            {name: (one.base_name, one.base, one.needed) for name, one in found.items()},
            {
                'all_members': ('all_members', 10, 5),
                'voting_members': ('voting_members', 9, 5),
                'present': ('present', 8, 4),
                'entitled': ('entitled', 7, 4),
                'valid': ('valid', 6, 3),
            },
        )

    def test_a_recusal_tells_only_where_the_entitled_are_the_base(self):
        # One of nine is recused and four of the eight others are against.
        eight = bases(Room(9, 9, 9), recused=1, valid=8)
        passed = {base.value for base in Base if verdict(Rule(1, 2, False, base), 4, eight).passed}
        self.assertEqual(passed, {'entitled', 'valid'})

    def test_five_of_eight_entitled(self):
        eight = bases(Room(9, 9, 9), recused=1, valid=8)
        rule = replace(HALF, base=Base.ENTITLED)
        self.assertEqual(
            verdict(rule, 5, eight), Verdict(True, 5, base=8, base_name='entitled', needed=5)
        )

    def test_the_absent_count_against_a_legal_title(self):
        seven = bases(Room(9, 9, 7), recused=0, valid=7)
        found = verdict(EIGHTY, 7, seven)
        self.assertEqual(found, Verdict(False, 7, base=9, base_name='all_members', needed=8))

    def test_base_may_be_its_string(self):
        rule = Rule(1, 2, strict=True, base='valid')
        self.assertEqual(verdict(rule, 4, OF), verdict(replace(rule, base=Base.VALID), 4, OF))

    def test_nobody_passes_of_nobody(self):
        nobody = Bases(0, 0, 0, 0, 0)
        for base in Base:
            with self.subTest(base):
                self.assertFalse(verdict(Rule(0, 1, False, base), 0, nobody).passed)

    def test_more_in_favour_than_voted(self):
        for yes in (-1, 7):
            with self.subTest(yes), self.assertRaises(MajorityError):
                verdict(HALF, yes, OF)

    @exactly
    @given(rules, councils)
    def test_is_exact(self, rule, of):
        base = getattr(of, rule.base.value)
        for yes in range(of.valid + 1):
            self.assertEqual(verdict(rule, yes, of).passed, meets(rule, yes, base))

    @exactly
    @given(rules, councils, st.data())
    def test_one_more_in_favour_never_harms(self, rule, of, data):
        yes = data.draw(st.integers(0, of.valid))
        before = verdict(rule, yes, of)
        # Somebody else votes, where somebody has not yet …
        if of.valid < of.entitled:
            after = verdict(rule, yes + 1, replace(of, valid=of.valid + 1))
            self.assertLessEqual(before.passed, after.passed)
        # … or who was not in favour now is.
        if yes < of.valid:
            self.assertLessEqual(before.passed, verdict(rule, yes + 1, of).passed)


class TestPercent(BaseCase):
    def test_texts(self):
        for share, text in {
            (0, 9): '0 %',
            (9, 9): '100 %',
            (8, 9): '88,89 %',
            (5, 9): '55,56 %',
            (4, 9): '44,44 %',
            (1, 10): '10 %',
            (1, 2): '50 %',
            (1, 8): '12,5 %',
            (1, 16): '6,25 %',
            (1, 32): '3,13 %',  # 3.125, the half goes up
            (3, 32): '9,38 %',  # 9.375
            (1, 400): '0,25 %',
            (1, 2000): '0,05 %',
            (1, 20000): '0,01 %',  # 0.005
            (1, 20001): '0 %',
            (201, 200): '100,5 %',
            (0, 0): '0 %',
        }.items():
            with self.subTest(share):
                self.assertEqual(percent(*share), text)

    @exactly
    @given(st.integers(0, 10_000), st.integers(1, 10_000))
    def test_is_exact_half_up(self, part, whole):
        text = percent(part, whole)
        stated = Fraction(text.removesuffix(' %').replace(',', '.'))
        off = Fraction(part * 100, whole) - stated
        self.assertTrue(Fraction(-1, 200) <= off < Fraction(1, 200), text)
        self.assertRegex(text, r'^(0|[1-9]\d*)(,\d?[1-9])? %$')


class TestThreshold(BaseCase):
    def assert_refused(self, rule, ratio, bound, base_name, legal=80):
        params = {
            'award': 'CSTĐ cơ sở',
            'legal': legal,
            'bound': bound,
            'ratio': ratio,
            'base_name': base_name,
        }
        self.assertEqual(
            threshold_finding('CSTĐ cơ sở', rule, legal, 'NĐ 152, Đ.33'),
            Finding('majority_below_legal', params, 'NĐ 152, Đ.33'),
        )

    def test_the_law_itself(self):
        self.assertIsNone(threshold_finding('CSTĐ cơ sở', EIGHTY, 80))

    def test_above_the_law(self):
        for rule in (NINETY, replace(EIGHTY, strict=True), Rule(5, 6, False, 'all_members')):
            with self.subTest(rule):
                self.assertIsNone(threshold_finding('CSTĐ cơ sở', rule, 80))

    def test_below_the_law(self):
        self.assert_refused(Rule(3, 4, True, 'all_members'), '75 %', 'more_than', 'all_members')
        self.assert_refused(EIGHTY, '80 %', 'at_least', 'all_members', legal=90)
        just_below = Rule(159, 200, False, 'all_members')
        self.assert_refused(just_below, '79,5 %', 'at_least', 'all_members')

    def test_of_anybody_else_is_below_the_law(self):
        for base in set(Base) - {Base.ALL_MEMBERS}:
            with self.subTest(base):
                self.assert_refused(Rule(1, 1, False, base), '100 %', 'at_least', base.value)

    def test_citation_may_be_unknown(self):
        self.assertEqual(threshold_finding('CSTĐ cơ sở', HALF, 80).citation, '')

    def test_no_law(self):
        self.assertIsNone(threshold_finding('Giấy khen', HALF, 0))

    @exactly
    @given(rules, st.integers(1, 100), councils)
    def test_who_passes_an_admitted_rule_passes_the_law(self, rule, legal, of):
        law = Rule(legal, 100, False, Base.ALL_MEMBERS)
        if threshold_finding('CSTĐ', rule, legal) is None:
            for yes in range(of.valid + 1):
                self.assertLessEqual(verdict(rule, yes, of).passed, verdict(law, yes, of).passed)
