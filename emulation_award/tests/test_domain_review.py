from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import MajorityError
from ..domain.findings import Finding
from ..domain.review import (
    Count,
    Decision,
    Majority,
    attendance_findings,
    count_findings,
    support_finding,
    supported,
)
from .domain_common import exactly

HALF = Majority(1, 2, strict=True)
TWO_THIRDS = Majority(2, 3, strict=False)

heads = st.integers(0, 500)
shares = st.fractions(0, 1, max_denominator=100)


class TestMajority(BaseCase):
    def test_more_than_half(self):
        met = [HALF.met(in_favour, 10) for in_favour in (4, 5, 6)]
        self.assertEqual(met, [False, False, True])

    def test_at_least_two_thirds(self):
        met = [TWO_THIRDS.met(in_favour, 9) for in_favour in (5, 6, 7)]
        self.assertEqual(met, [False, True, True])

    def test_nobody_is_no_majority(self):
        self.assertEqual([rule.met(0, 0) for rule in (HALF, TWO_THIRDS)], [False, False])

    def test_one_of_one(self):
        self.assertTrue(HALF.met(1, 1))

    def test_whole_is_a_share(self):
        everyone = Majority(1, 1, strict=False)
        self.assertEqual([everyone.met(in_favour, 5) for in_favour in (4, 5)], [False, True])

    def test_anyone_is_a_share(self):
        anyone = Majority(0, 1, strict=True)
        self.assertEqual([anyone.met(in_favour, 5) for in_favour in (0, 1)], [False, True])

    def test_no_share(self):
        for numerator, denominator in ((3, 2), (-1, 2), (1, 0), (0, 0), (-2, -3), (1, -2)):
            with self.subTest(f'{numerator}/{denominator}'), self.assertRaises(MajorityError):
                Majority(numerator, denominator, strict=True)

    @exactly
    @given(heads, st.integers(1, 500), shares, st.booleans())
    def test_is_exact(self, in_favour, base, share, strict):
        majority = Majority(share.numerator, share.denominator, strict)
        voted = Fraction(in_favour, base)
        expected = voted > share if strict else voted >= share
        self.assertEqual(majority.met(in_favour, base), expected)

    @exactly
    @given(heads, heads, shares, st.booleans())
    def test_one_more_in_favour_never_harms(self, in_favour, base, share, strict):
        majority = Majority(share.numerator, share.denominator, strict)
        self.assertLessEqual(majority.met(in_favour, base), majority.met(in_favour + 1, base))


class TestCount(BaseCase):
    def test_abstentions_are_cast(self):
        self.assertEqual(Count(in_favour=5, against=3, abstain=1).cast, 9)

    def test_everyone_answered(self):
        self.assertEqual(count_findings('Nguyễn Văn An', Count(5, 3, 1), 9), [])

    def test_too_many(self):
        params = {'nominee': 'Nguyễn Văn An', 'cast': 9, 'present': 8}
        self.assertEqual(
            count_findings('Nguyễn Văn An', Count(5, 3, 1), 8),
            [Finding('votes_exceed_present', params)],
        )

    def test_too_few(self):
        params = {'nominee': 'Nguyễn Văn An', 'cast': 9, 'present': 11, 'missing': 2}
        self.assertEqual(
            count_findings('Nguyễn Văn An', Count(5, 3, 1), 11),
            [Finding('votes_missing', params)],
        )

    def test_negative(self):
        for count in (Count(-1, 5, 5), Count(5, -1, 5), Count(5, 5, -1)):
            with self.subTest(count):
                self.assertEqual(
                    count_findings('Nguyễn Văn An', count, 9),
                    [Finding('votes_negative', {'nominee': 'Nguyễn Văn An'})],
                )

    def test_nobody_in_favour_is_a_count(self):
        self.assertEqual(count_findings('Nguyễn Văn An', Count(0, 0, 9), 9), [])


class TestAttendance(BaseCase):
    def test_more_than_summoned(self):
        self.assertEqual(
            attendance_findings(9, 10, Fraction(2, 3)),
            [Finding('present_exceeds_summoned', {'present': 10, 'summoned': 9})],
        )

    def test_all_came(self):
        self.assertEqual(attendance_findings(9, 9, Fraction(1, 1)), [])

    def test_just_enough(self):
        self.assertEqual(attendance_findings(9, 6, Fraction(2, 3)), [])

    def test_one_short(self):
        params = {'present': 5, 'summoned': 9, 'needed': 6, 'short_by': 1}
        self.assertEqual(
            attendance_findings(9, 5, Fraction(2, 3)), [Finding('quorum_not_met', params)]
        )

    def test_part_of_a_person_is_a_person(self):
        params = {'present': 6, 'summoned': 10, 'needed': 7, 'short_by': 1}
        self.assertEqual(
            attendance_findings(10, 6, Fraction(2, 3)), [Finding('quorum_not_met', params)]
        )

    def test_no_quorum(self):
        self.assertEqual(attendance_findings(9, 0, None), [])

    @exactly
    @given(heads, heads, shares)
    def test_quorum_is_exact(self, summoned, absent, quorum):
        present = max(0, summoned - absent)
        findings = attendance_findings(summoned, present, quorum)
        needed = [finding.params['needed'] for finding in findings]
        expected = ceil(summoned * quorum)
        self.assertEqual(needed, [] if present >= expected else [expected])


class TestSupported(BaseCase):
    def test_base_is_those_present(self):
        self.assertFalse(supported(Count(in_favour=5, against=0, abstain=5), 10, HALF))

    def test_enough(self):
        self.assertTrue(supported(Count(in_favour=6, against=4, abstain=0), 10, HALF))

    def test_against_is_not_in_favour(self):
        self.assertFalse(supported(Count(in_favour=4, against=6, abstain=0), 10, HALF))


class TestSupportFinding(BaseCase):
    def _finding(self, decision):
        return support_finding('Lê An', 'Phòng Alpha', 'Đợt 1', decision)

    def test_supported(self):
        self.assertIsNone(self._finding(Decision(True, True, in_favour=6, present=10)))

    def test_no_minutes(self):
        params = {'nominee': 'Lê An', 'unit': 'Phòng Alpha', 'phase': 'Đợt 1'}
        self.assertEqual(self._finding(None), Finding('review_missing', params))

    def test_minutes_of_another_unit_or_phase_are_none(self):
        elsewhere = Decision(False, True, in_favour=6, present=10)
        self.assertEqual(self._finding(elsewhere), self._finding(None))

    def test_not_supported(self):
        params = {'nominee': 'Lê An', 'unit': 'Phòng Alpha', 'in_favour': 4, 'present': 10}
        self.assertEqual(
            self._finding(Decision(True, False, in_favour=4, present=10)),
            Finding('review_not_supported', params),
        )
