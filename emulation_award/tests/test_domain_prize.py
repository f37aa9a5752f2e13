from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import PrizeError, UnknownWordError
from ..domain.prize import CITATION, Claim, exact, not_paid, payments, prize
from .domain_common import exactly

TEN_THOUSAND = 10_000
BEFORE, AFTER = 2_340_000, 2_530_000
#: Coefficient: prizes on the base salary before and from 1/7/2026.
VECTORS = {
    '0.3': (710_000, 760_000),
    '0.6': (1_410_000, 1_520_000),
    '1.5': (3_510_000, 3_800_000),
    '3.0': (7_020_000, 7_590_000),
}
COEFFICIENTS = st.fractions(0, 12, max_denominator=10_000)


def title(amount, period='2025', holder='A', name='T'):
    return Claim(holder, name, 'title', amount, period)


def commendation(amount, holder='A'):
    return Claim(holder, 'Giấy khen', 'commendation', amount)


def amounts(*claims):
    return [one.amount for one in payments(claims)]


class TestPrize(BaseCase):
    def test_worked_amounts(self):
        made = {
            factor: tuple(prize(exact(factor), salary, TEN_THOUSAND) for salary in (BEFORE, AFTER))
            for factor in VECTORS
        }
        self.assertEqual(made, VECTORS)

    def test_float_of_the_database_is_read_as_typed(self):
        # 0.1 + 0.2 is above 0.3 as a float: rounding up would pay 10,000 đồng too much.
        self.assertEqual(prize(exact(0.3), 1_000_000, TEN_THOUSAND), 300_000)
        self.assertEqual(prize(exact(0.15), 2_000_000.0, TEN_THOUSAND), 300_000)

    def test_one_dong_over_is_a_whole_step(self):
        self.assertEqual(prize(Fraction(1), 700_001, TEN_THOUSAND), 710_000)

    def test_without_rounding(self):
        self.assertEqual(prize(exact('0.3'), BEFORE, 1), 702_000)

    @exactly
    @given(COEFFICIENTS, st.integers(0, 10**8), st.sampled_from((1, 1_000, 10_000, 100_000)))
    def test_least_multiple_not_below(self, factor, salary, multiple):
        paid = prize(factor, salary, multiple)
        self.assertEqual(paid % multiple, 0)
        self.assertTrue(0 <= paid - factor * salary < multiple)

    @exactly
    @given(COEFFICIENTS, st.integers(0, 10**8))
    def test_collective_twice_is_never_more_than_two_prizes(self, factor, salary):
        single = prize(factor, salary, TEN_THOUSAND)
        double = prize(2 * factor, salary, TEN_THOUSAND)
        self.assertTrue(ceil(2 * factor * salary) <= double <= 2 * single)

    def test_refused(self):
        for figures in ((Fraction(-1), 1, 1), (Fraction(1), -1, 1), (Fraction(1), 1, 0)):
            with self.assertRaises(PrizeError):
                prize(*figures)

    def test_no_number(self):
        for figure in ('', 'nan', 'inf', float('nan'), '1/0'):
            with self.assertRaises(PrizeError):
                exact(figure)


class TestPayments(BaseCase):
    def test_titles_of_one_period(self):
        self.assertEqual(amounts(title(700), title(900), title(800)), [0, 900, 0])

    def test_titles_of_different_periods(self):
        self.assertEqual(amounts(title(700, '2024'), title(900, '2025')), [700, 900])

    def test_titles_of_different_holders(self):
        self.assertEqual(amounts(title(700, holder='A'), title(900, holder='B')), [700, 900])

    def test_equal_titles_are_paid_once(self):
        self.assertEqual(amounts(title(700, name='S'), title(700)), [700, 0])

    def test_commendations_are_all_paid(self):
        self.assertEqual(amounts(commendation(700), commendation(900)), [700, 900])

    def test_title_and_commendation(self):
        self.assertEqual(amounts(title(900), commendation(700)), [900, 700])

    def test_unknown_type(self):
        with self.assertRaises(UnknownWordError):
            payments([Claim('A', 'X', 'medal', 1)])

    @exactly
    @given(
        st.lists(
            st.builds(
                Claim,
                st.sampled_from('AB'),
                st.just('T'),
                st.sampled_from(('title', 'commendation')),
                st.integers(0, 5),
                st.sampled_from(('2024', '2025')),
            )
        )
    )
    def test_sum_is_highest_titles_and_every_commendation(self, claims):
        best, others = {}, 0
        for one in claims:
            if one.type == 'title':
                key = (one.holder, one.period)
                best[key] = max(one.amount, best.get(key, 0))
            else:
                others += one.amount
        self.assertEqual(sum(amounts(*claims)), sum(best.values()) + others)
        self.assertEqual([one.claim for one in payments(claims)], claims)


class TestNotPaid(BaseCase):
    def test_names_the_higher_title(self):
        findings = not_paid([title(700, name='LĐTT'), title(900, name='CSTĐCS')])
        self.assertEqual([one.code for one in findings], ['prize_not_highest'])
        self.assertEqual(
            dict(findings[0].params),
            {'holder': 'A', 'award': 'LĐTT', 'higher': 'CSTĐCS', 'period': '2025'},
        )
        self.assertEqual(findings[0].citation, f'{CITATION} khoản 4')

    def test_nothing_to_say(self):
        self.assertEqual(not_paid([title(900), commendation(700)]), ())
