from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.cut import (
    Cut,
    Outcome,
    Seats,
    cut,
    minimum_finding,
    outcome,
    runoff_seats,
)
from ..domain.errors import SeatsError
from ..domain.findings import Finding
from .domain_common import exactly

# The plan: 5 to 7 individuals over both phases (KH IV.2.1.c).
PLAN = Seats(minimum=5, maximum=7)

passing_counts = st.dictionaries(st.integers(1, 30), st.integers(1, 9))
seat_numbers = st.integers(0, 12)
any_seats = st.builds(
    lambda one, other, used, reserved: Seats(*sorted([one, other]), used, reserved),
    *[seat_numbers] * 4,
)
#: From worst to best.
ORDER = (Outcome.NOT_PASSED, Outcome.PASSED_NOT_SELECTED, Outcome.TIED, Outcome.SELECTED)


def names(*candidates):
    return frozenset(candidates)


class TestSeats(BaseCase):
    def test_refused(self):
        for parts in ((-1, 7), (5, -1), (8, 7), (5, 7, -1), (5, 7, 0, -1)):
            with self.subTest(parts), self.assertRaises(SeatsError):
                Seats(*parts)

    def test_available(self):
        found = [Seats(5, 7, used, reserved).available for used, reserved in ((0, 2), (5, 0))]
        self.assertEqual(found, [5, 2])

    def test_minimum_may_be_the_maximum(self):
        self.assertEqual(Seats(1, 1).available, 1)

    def test_none_left(self):
        found = [Seats(0, 7, used, reserved).available for used, reserved in ((7, 0), (4, 5))]
        self.assertEqual(found, [0, 0])


class TestCut(BaseCase):
    def test_all_find_a_seat(self):
        passing = {'An': 9, 'Bình': 7, 'Chi': 7}
        self.assertEqual(cut(passing, Seats(0, 3)), Cut(names('An', 'Bình', 'Chi')))

    def test_from_high_to_low(self):
        passing = {'An': 5, 'Bình': 9, 'Chi': 8}
        self.assertEqual(
            cut(passing, Seats(0, 2)), Cut(names('Bình', 'Chi'), not_selected=names('An'))
        )

    def test_three_way_tie_at_the_seventh_seat(self):
        passing = dict(zip('abcdef', (9, 9, 9, 8, 8, 8), strict=True))
        passing |= {'x': 7, 'y': 7, 'z': 7, 'low': 6}
        self.assertEqual(
            cut(passing, PLAN),
            Cut(names(*'abcdef'), names(*'xyz'), names('low'), seats_left=1),
        )

    def test_tie_of_three_for_two(self):
        passing = {'An': 9, 'x': 7, 'y': 7, 'z': 7}
        line = cut(passing, Seats(0, 3))
        self.assertEqual((line.tied, line.seats_left), (names('x', 'y', 'z'), 2))

    def test_a_tie_that_ends_at_the_last_seat_is_none(self):
        passing = {'An': 9, 'Bình': 8, 'Chi': 8, 'Dũng': 7}
        self.assertEqual(
            cut(passing, Seats(0, 3)),
            Cut(names('An', 'Bình', 'Chi'), not_selected=names('Dũng')),
        )

    def test_a_tie_below_the_last_seat_is_none(self):
        passing = {'An': 9, 'Bình': 8, 'Chi': 8}
        self.assertEqual(
            cut(passing, Seats(0, 1)), Cut(names('An'), not_selected=names('Bình', 'Chi'))
        )

    def test_all_tied(self):
        passing = dict.fromkeys('abc', 9)
        self.assertEqual(cut(passing, Seats(0, 2)), Cut(names(), names(*'abc'), seats_left=2))

    def test_no_seat_is_no_tie(self):
        passing = dict.fromkeys('abc', 9)
        self.assertEqual(
            cut(passing, Seats(0, 7, used=7)), Cut(names(), not_selected=names(*'abc'))
        )

    def test_nobody_passed(self):
        self.assertEqual(cut({}, PLAN), Cut(names(), short_by=5))

    def test_no_number_of_seats(self):
        self.assertEqual(cut({'An': 1, 'Bình': 9}, None), Cut(names('An', 'Bình')))

    def test_seats_used_in_phase_1(self):
        passing = {'An': 9, 'Bình': 8, 'Chi': 7}
        line = cut(passing, replace(PLAN, used=5))
        self.assertEqual((line.selected, line.not_selected), (names('An', 'Bình'), names('Chi')))

    def test_seats_reserved_for_phase_2(self):
        passing = dict(zip('abcdef', range(9, 3, -1), strict=True))
        line = cut(passing, replace(PLAN, reserved=2))
        self.assertEqual((line.selected, line.not_selected), (names(*'abcde'), names('f')))


class TestShortBy(BaseCase):
    def test_fewer_than_the_minimum_pass(self):
        line = cut({'An': 9, 'Bình': 8}, PLAN)
        self.assertEqual((line.selected, line.short_by), (names('An', 'Bình'), 3))

    def test_just_the_minimum(self):
        self.assertEqual(cut(dict.fromkeys('abcde', 9), PLAN).short_by, 0)

    def test_earlier_phases_count(self):
        self.assertEqual(cut({'An': 9}, replace(PLAN, used=3)).short_by, 1)

    def test_seats_left_to_the_tied_will_be_taken(self):
        passing = {'a': 9, 'x': 7, 'y': 7, 'z': 7}
        line = cut(passing, replace(PLAN, used=3, reserved=1))
        self.assertEqual((len(line.selected), line.seats_left, line.short_by), (1, 2, 0))

    def test_reserved_seats_are_empty(self):
        passing = dict(zip('abcdef', range(9, 3, -1), strict=True))
        self.assertEqual(cut(passing, replace(PLAN, reserved=4)).short_by, 2)

    @exactly
    @given(passing_counts, any_seats)
    def test_is_what_the_minimum_lacks(self, passing, seats):
        line = cut(passing, seats)
        taken = seats.used + len(line.selected) + line.seats_left
        self.assertEqual(line.short_by, max(0, seats.minimum - taken))

    def test_is_reported(self):
        seats = replace(PLAN, used=1, reserved=3)
        params = {'minimum': 5, 'used': 1, 'selected': 2, 'reserved': 3, 'short_by': 2}
        self.assertEqual(
            minimum_finding(seats, cut({'An': 9, 'Bình': 8}, seats)),
            Finding('minimum_not_reached', params),
        )

    def test_is_reported_with_the_seats_of_a_tie(self):
        seats = Seats(5, 5, used=0, reserved=2)
        line = cut({'An': 9, 'x': 7, 'y': 7, 'z': 7}, seats)
        self.assertEqual(minimum_finding(seats, line).params['selected'], 3)

    def test_enough_is_not_reported(self):
        self.assertIsNone(minimum_finding(PLAN, cut(dict.fromkeys('abcde', 9), PLAN)))


class TestCutProperties(BaseCase):
    @exactly
    @given(passing_counts, any_seats)
    def test_is_a_partition_of_the_passing(self, passing, seats):
        line = cut(passing, seats)
        parts = [*line.selected, *line.tied, *line.not_selected]
        self.assertEqual(Counter(parts), Counter(passing.keys()))

    @exactly
    @given(passing_counts, any_seats)
    def test_seats_are_never_exceeded(self, passing, seats):
        line = cut(passing, seats)
        self.assertLessEqual(len(line.selected) + line.seats_left, seats.available)
        if line.selected or line.seats_left:
            taken = len(line.selected) + line.seats_left + seats.used + seats.reserved
            self.assertLessEqual(taken, seats.maximum)

    @exactly
    @given(passing_counts, any_seats)
    def test_no_seat_stays_empty_while_somebody_passed(self, passing, seats):
        line = cut(passing, seats)
        taken = len(line.selected) + line.seats_left
        self.assertEqual(taken, min(seats.available, len(passing)))

    @exactly
    @given(passing_counts, any_seats)
    def test_more_votes_first(self, passing, seats):
        line = cut(passing, seats)
        tiers = [
            [passing[candidate] for candidate in part]
            for part in (line.selected, line.tied, line.not_selected)
        ]
        for place, tier in enumerate(tiers):
            below = [count for lower in tiers[place + 1 :] for count in lower]
            if tier and below:
                self.assertGreater(min(tier), max(below))

    @exactly
    @given(passing_counts, any_seats)
    def test_a_tie_is_shown_whole_and_is_one(self, passing, seats):
        line = cut(passing, seats)
        if line.tied:
            self.assertEqual(len({passing[candidate] for candidate in line.tied}), 1)
            self.assertTrue(0 < line.seats_left < len(line.tied), line)
        else:
            self.assertEqual(line.seats_left, 0)

    @exactly
    @given(passing_counts, any_seats, st.randoms(use_true_random=False))
    def test_order_of_candidates_changes_nothing(self, passing, seats, random):
        shuffled = list(passing.items())
        random.shuffle(shuffled)
        self.assertEqual(cut(dict(shuffled), seats), cut(passing, seats))

    @exactly
    @given(passing_counts.filter(bool), any_seats, st.data())
    def test_one_more_in_favour_never_costs_a_seat(self, passing, seats, data):
        lucky = data.draw(st.sampled_from(sorted(passing)))
        before = outcome(lucky, cut(passing, seats))
        after = outcome(lucky, cut({**passing, lucky: passing[lucky] + 1}, seats))
        self.assertLessEqual(ORDER.index(before), ORDER.index(after))

    @exactly
    @given(passing_counts, any_seats)
    def test_a_runoff_is_for_the_seats_left(self, passing, seats):
        line = cut(passing, seats)
        if line.tied:
            self.assertEqual(runoff_seats(seats, line).available, line.seats_left)


class TestOutcome(BaseCase):
    def test_each(self):
        line = Cut(names('a'), names('b'), names('c'), seats_left=1)
        self.assertEqual(
            [outcome(candidate, line) for candidate in 'abcd'],
            ['selected', 'tied', 'passed_not_selected', 'not_passed'],
        )
