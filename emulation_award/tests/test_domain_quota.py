import re
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import QuotaError, UnknownWordError
from ..domain.findings import Finding
from ..domain.quota import (
    Rounding,
    Rule,
    Usage,
    admit,
    ceiling,
    count_missing,
    quota_finding,
    ratio_text,
)
from .domain_common import exactly

TWENTY_PERCENT = Rule(numerator=20, denominator=100)

bases = st.integers(0, 10_000)
numerators = st.integers(0, 200)
denominators = st.integers(1, 200)


class TestRule(BaseCase):
    def assert_refused(self, **parts):
        with self.assertRaises(QuotaError):
            Rule(**parts)

    def test_neither_number_nor_share(self):
        self.assert_refused()

    def test_both_number_and_share(self):
        self.assert_refused(fixed=1, numerator=20, denominator=100)

    def test_half_a_share(self):
        self.assert_refused(numerator=20)

    def test_other_half_of_a_share(self):
        self.assert_refused(denominator=100)

    def test_number_and_half_a_share(self):
        self.assert_refused(fixed=1, denominator=100)

    def test_share_of_nothing(self):
        self.assert_refused(numerator=20, denominator=0)

    def test_negative_figures(self):
        for parts in (
            {'fixed': -1},
            {'numerator': -1, 'denominator': 100},
            {'numerator': -1, 'denominator': -100},
            {'fixed': 1, 'minimum': -1},
            {'fixed': 1, 'maximum': -1},
        ):
            with self.subTest(parts):
                self.assert_refused(**parts)

    def test_float(self):
        self.assert_refused(numerator=0.2, denominator=1)

    def test_minimum_above_maximum(self):
        self.assert_refused(fixed=6, minimum=7, maximum=5)

    def test_minimum_equal_to_maximum(self):
        self.assertEqual(ceiling(Rule(fixed=9, minimum=5, maximum=5), 100), 5)

    def test_rounding_by_its_string(self):
        self.assertEqual(ceiling(Rule(numerator=1, denominator=2, rounding='floor'), 3), 1)

    def test_unknown_rounding(self):
        with self.assertRaises(UnknownWordError):
            Rule(numerator=20, denominator=100, rounding='nearest')


class TestCeiling(BaseCase):
    def test_twenty_percent_of_small_units(self):
        ceilings = [ceiling(TWENTY_PERCENT, base) for base in range(12)]
        self.assertEqual(ceilings, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2])

    def test_at_least_one_of_small_units(self):
        rule = Rule(numerator=20, denominator=100, rounding='at_least_one')
        ceilings = [ceiling(rule, base) for base in range(12)]
        self.assertEqual(ceilings, [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2])

    def test_number_ignores_the_base(self):
        rule = Rule(fixed=7)
        self.assertEqual([ceiling(rule, base) for base in (0, 1, 100)], [7, 7, 7])

    def test_number_is_not_rounded_up(self):
        self.assertEqual(ceiling(Rule(fixed=0, rounding=Rounding.AT_LEAST_ONE), 100), 0)

    def test_minimum_lifts(self):
        rule = Rule(numerator=20, denominator=100, minimum=2)
        self.assertEqual([ceiling(rule, base) for base in (0, 14, 15)], [2, 2, 3])

    def test_maximum_caps(self):
        rule = Rule(numerator=20, denominator=100, maximum=2)
        self.assertEqual([ceiling(rule, base) for base in (9, 10, 15)], [1, 2, 2])

    def test_zero_bounds_count(self):
        self.assertEqual(ceiling(Rule(fixed=3, minimum=0, maximum=0), 100), 0)

    def test_negative_base_is_refused(self):
        with self.assertRaises(QuotaError):
            ceiling(TWENTY_PERCENT, -1)

    def test_fraction_of_a_person_is_refused(self):
        with self.assertRaises(QuotaError):
            ceiling(TWENTY_PERCENT, 9.5)

    @exactly
    @given(bases, numerators, denominators)
    def test_floor_is_exact(self, base, numerator, denominator):
        rule = Rule(numerator=numerator, denominator=denominator)
        self.assertEqual(ceiling(rule, base), floor(base * Fraction(numerator, denominator)))

    @exactly
    @given(bases, numerators, denominators)
    def test_floor_never_exceeds_the_share(self, base, numerator, denominator):
        rule = Rule(numerator=numerator, denominator=denominator)
        self.assertLessEqual(ceiling(rule, base) * denominator, base * numerator)

    @exactly
    @given(bases, bases, numerators, denominators, st.sampled_from(Rounding))
    def test_larger_base_never_gets_less(self, base, more, numerator, denominator, rounding):
        rule = Rule(None, numerator, denominator, rounding)
        self.assertLessEqual(ceiling(rule, base), ceiling(rule, base + more))

    @exactly
    @given(st.integers(1, 10_000), numerators, denominators)
    def test_at_least_one_differs_only_from_zero(self, base, numerator, denominator):
        rounded_down = ceiling(Rule(None, numerator, denominator), base)
        at_least_one = ceiling(Rule(None, numerator, denominator, Rounding.AT_LEAST_ONE), base)
        self.assertEqual(at_least_one, rounded_down or 1)

    @exactly
    @given(bases, numerators, denominators, st.integers(0, 50), st.integers(0, 50))
    def test_bounds_hold(self, base, numerator, denominator, one, other):
        minimum, maximum = sorted([one, other])
        rule = Rule(None, numerator, denominator, minimum=minimum, maximum=maximum)
        unbounded = ceiling(Rule(None, numerator, denominator), base)
        self.assertEqual(ceiling(rule, base), sorted([minimum, unbounded, maximum])[1])


class TestUsage(BaseCase):
    def test_within(self):
        usage = Usage(ceiling=3, used=1)
        self.assertEqual((usage.remaining, usage.overrun), (2, 0))

    def test_overrun_after_an_amendment(self):
        usage = Usage(ceiling=1, used=3)
        self.assertEqual((usage.remaining, usage.overrun), (-2, 2))

    def test_last_place_is_admitted(self):
        self.assertTrue(admit(Usage(ceiling=2, used=1)))

    def test_place_beyond_is_not(self):
        self.assertFalse(admit(Usage(ceiling=2, used=2)))

    def test_several_at_once(self):
        self.assertEqual([admit(Usage(3, 1), more) for more in (1, 2, 3)], [True, True, False])

    def test_overrun_asks_nobody_to_leave(self):
        self.assertTrue(admit(Usage(ceiling=1, used=3), more=0))

    @exactly
    @given(st.integers(0, 100), st.integers(0, 100), st.integers(1, 100))
    def test_admits_exactly_what_stays_within(self, limit, used, more):
        self.assertEqual(admit(Usage(limit, used), more), used + more <= limit)


class TestQuotaFinding(BaseCase):
    def test_within(self):
        self.assertIsNone(quota_finding('Văn phòng', 9, TWENTY_PERCENT, 0, 1, []))

    def test_says_whose_figures(self):
        finding = quota_finding(
            'Văn phòng', 9, TWENTY_PERCENT, 1, 1, ['Trần Văn Đào'], 'KH IV.2.1.c'
        )
        params = {
            'unit': 'Văn phòng',
            'base': 9,
            'ratio': '20 %',
            'ceiling': 1,
            'used': 1,
            'more': 1,
            'holders': 'Trần Văn Đào',
        }
        self.assertEqual(finding, Finding('quota_exceeded', params, 'KH IV.2.1.c'))

    def test_holders_in_vietnamese_order(self):
        holders = ['Lê Đào', 'Lê Dũng', 'Vũ An', 'Lê Ánh']
        finding = quota_finding('Văn phòng', 20, TWENTY_PERCENT, 4, 1, holders)
        self.assertEqual(finding.params['holders'], 'Vũ An, Lê Ánh, Lê Dũng, Lê Đào')

    def test_number_has_no_ratio(self):
        finding = quota_finding('Toàn Ban', 100, Rule(fixed=1), 1, 1, [])
        self.assertEqual((finding.params['ratio'], finding.params['ceiling']), ('', 1))

    def test_zero_is_a_number(self):
        finding = quota_finding('Toàn Ban', 100, Rule(fixed=0), 0, 1, [])
        self.assertEqual(finding.params['ratio'], '')

    def test_citation_may_be_unknown(self):
        self.assertEqual(quota_finding('Toàn Ban', 1, Rule(fixed=0), 0, 1, []).citation, '')

    def test_missing_count(self):
        self.assertEqual(
            count_missing('Phòng A', 'sáng kiến'),
            Finding('count_missing', {'unit': 'Phòng A', 'counted': 'sáng kiến'}, ''),
        )


class TestRatioText(BaseCase):
    def test_texts(self):
        for share, text in {
            (20, 100): '20 %',
            (1, 5): '20 %',
            (1, 1): '100 %',
            (0, 7): '0 %',
            (3, 2): '150 %',
            (1, 8): '12,5 %',
            (1, 40): '2,5 %',
            (1, 16): '6,25 %',
            (1, 2000): '0,05 %',
            (1, 32): '1/32',
            (1, 3): '1/3',
            (4, 6): '2/3',
        }.items():
            with self.subTest(share):
                self.assertEqual(ratio_text(*share), text)

    @exactly
    @given(numerators, denominators)
    def test_text_is_exact(self, numerator, denominator):
        text = ratio_text(numerator, denominator)
        if text.endswith(' %'):
            stated = Fraction(text.removesuffix(' %').replace(',', '.')) / 100
        else:
            stated = Fraction(text)
        self.assertEqual(stated, Fraction(numerator, denominator))

    @exactly
    @given(numerators, denominators)
    def test_text_is_a_percentage_where_it_can_be(self, numerator, denominator):
        exact = 10_000 * numerator % denominator == 0
        shown = re.fullmatch(r'\d+(,\d?[1-9])? %', ratio_text(numerator, denominator))
        self.assertEqual(bool(shown), exact)
