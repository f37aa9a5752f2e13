from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.cut import (
    Cut,
    Preference,
    Seats,
    break_tie_chair,
    break_tie_legal,
    chair_findings,
    cut,
    runoff_seats,
    settle,
)
from ..domain.errors import SeatsError
from ..domain.findings import Finding
from .domain_common import exactly

PLAN = Seats(minimum=5, maximum=7)
WOMAN = Preference(is_woman=True)
MAN = Preference()

seat_numbers = st.integers(0, 12)
preferences = st.dictionaries(
    st.integers(1, 12),
    st.builds(Preference, st.booleans())
    | st.integers(0, 10).map(lambda women: Preference(women=women, people=10)),
)


def names(*candidates):
    return frozenset(candidates)


class TestRunoff(BaseCase):
    def test_of_the_seventh_seat(self):
        passing = dict.fromkeys('abcdef', 9) | dict.fromkeys('xyz', 7)
        line = cut(passing, PLAN)
        again = cut({'x': 5, 'y': 8, 'z': 5}, runoff_seats(PLAN, line))
        self.assertEqual(again, Cut(names('y'), not_selected=names('x', 'z')))

    def test_keeps_the_rest(self):
        seats = Seats(5, 7, used=2, reserved=3)
        line = cut({'a': 9, 'x': 7, 'y': 7}, seats)
        self.assertEqual(runoff_seats(seats, line), replace(seats, used=3))


class TestPreference(BaseCase):
    def test_persons(self):
        self.assertEqual((WOMAN.preferred, MAN.preferred), (True, False))

    def test_seventy_percent_of_a_collective(self):
        shares = ((7, 10), (139, 200), (140, 200), (2, 3), (3, 4), (0, 5), (1, 1))
        found = [Preference(women=women, people=people).preferred for women, people in shares]
        self.assertEqual(found, [True, False, True, False, True, False, True])

    def test_refused(self):
        for women, people in ((3, 2), (-1, 2), (1, 0)):
            with self.subTest((women, people)), self.assertRaises(SeatsError):
                Preference(women=women, people=people)


class TestLegalOrder(BaseCase):
    def assert_broken(self, tied, seats_left, selected, still_tied='', not_selected='', left=0):
        expected = Cut(names(*selected), names(*still_tied), names(*not_selected), left)
        self.assertEqual(break_tie_legal(tied, seats_left), expected)

    def test_the_woman(self):
        self.assert_broken({'a': MAN, 'b': WOMAN}, 1, 'b', not_selected='a')

    def test_the_collective_of_women(self):
        tied = {
            'a': Preference(women=6, people=10),
            'b': Preference(women=7, people=10),
        }
        self.assert_broken(tied, 1, 'b', not_selected='a')

    def test_too_many_women_stay_tied(self):
        tied = {'a': WOMAN, 'b': WOMAN, 'c': MAN}
        self.assert_broken(tied, 1, '', still_tied='ab', not_selected='c', left=1)

    def test_the_rest_stays_tied_for_the_rest(self):
        tied = {'a': WOMAN, 'b': MAN, 'c': MAN}
        self.assert_broken(tied, 2, 'a', still_tied='bc', left=1)

    def test_nobody_preferred(self):
        self.assert_broken({'a': MAN, 'b': MAN}, 1, '', still_tied='ab', left=1)

    def test_everybody_preferred(self):
        self.assert_broken({'a': WOMAN, 'b': WOMAN}, 1, '', still_tied='ab', left=1)

    @exactly
    @given(preferences, seat_numbers)
    def test_never_seats_more_than_are_left(self, tied, seats_left):
        broken = break_tie_legal(tied, seats_left)
        self.assertLessEqual(len(broken.selected) + broken.seats_left, seats_left)
        self.assertLessEqual(len(broken.selected), seats_left)

    @exactly
    @given(preferences, seat_numbers)
    def test_is_a_partition(self, tied, seats_left):
        broken = break_tie_legal(tied, seats_left)
        parts = [*broken.selected, *broken.tied, *broken.not_selected]
        self.assertEqual(Counter(parts), Counter(tied.keys()))

    @exactly
    @given(preferences, seat_numbers)
    def test_equals_are_treated_as_equals(self, tied, seats_left):
        broken = break_tie_legal(tied, seats_left)
        parts = (broken.selected, broken.tied, broken.not_selected)
        for preferred in (True, False):
            group = {key for key, one in tied.items() if one.preferred is preferred}
            self.assertLessEqual(sum(not group.isdisjoint(part) for part in parts), 1)


class TestChair(BaseCase):
    def test_chooses(self):
        self.assertEqual(
            break_tie_chair(names(*'xyz'), ['x', 'z'], 2),
            Cut(names('x', 'z'), not_selected=names('y')),
        )

    def test_exactly_as_many_as_there_are_seats(self):
        for choice in ('', 'x', 'xyz'):
            params = {'seats': 2, 'chosen': len(choice)}
            with self.subTest(choice):
                self.assertEqual(
                    chair_findings(names(*'xyz'), choice, 2),
                    [Finding('chair_choice_incomplete', params)],
                )
                with self.assertRaises(SeatsError):
                    break_tie_chair(names(*'xyz'), choice, 2)

    def test_complete(self):
        self.assertEqual(chair_findings(names(*'xyz'), 'yz', 2), [])

    def test_only_of_the_tied_and_only_once(self):
        for choice in (['x', 'w'], ['x', 'x'], ['w']):
            with self.subTest(choice), self.assertRaises(SeatsError):
                chair_findings(names(*'xyz'), choice, 2)


class TestSettle(BaseCase):
    SEATS = Seats(0, 3)
    LINE = cut({'a': 9, 'x': 7, 'y': 7, 'z': 7, 'low': 5}, SEATS)

    def test_broken(self):
        self.assertEqual(
            settle(self.LINE, break_tie_chair(self.LINE.tied, 'xz', 2)),
            Cut(names('a', 'x', 'z'), not_selected=names('y', 'low')),
        )

    def test_as_far_as_it_went(self):
        tied = {'x': WOMAN, 'y': MAN, 'z': MAN}
        self.assertEqual(
            settle(self.LINE, break_tie_legal(tied, 2)),
            Cut(names('a', 'x'), names('y', 'z'), names('low'), seats_left=1),
        )

    def test_what_is_short_stays_short(self):
        line = cut({'x': 7, 'y': 7}, Seats(5, 7, reserved=6))
        self.assertEqual(line.short_by, 4)
        self.assertEqual(settle(line, break_tie_chair(line.tied, 'x', 1)).short_by, 4)

    def test_of_another_tie(self):
        for other in ('x', 'xyzw', 'ax'):
            with self.subTest(other), self.assertRaises(SeatsError):
                settle(self.LINE, Cut(names(), not_selected=names(*other)))

    def test_never_more_seats_than_were_left(self):
        for broken in (
            Cut(names(*'xyz')),
            Cut(names('x'), names('y', 'z'), seats_left=2),
        ):
            with self.subTest(broken), self.assertRaises(SeatsError):
                settle(self.LINE, broken)

    @exactly
    @given(st.integers(0, 3), st.integers(1, 4), st.integers(0, 2), st.data())
    def test_keeps_seats_and_candidates(self, above, seats_left, below, data):
        passing = {('above', place): 9 for place in range(above)}
        passing |= {
            ('equal', place): 7 for place in range(data.draw(st.integers(seats_left + 1, 6)))
        }
        passing |= {('below', place): 5 for place in range(below)}
        line = cut(passing, Seats(0, above + seats_left))
        tied = {key: Preference(data.draw(st.booleans())) for key in sorted(line.tied)}
        settled = settle(line, break_tie_legal(tied, line.seats_left))
        parts = [*settled.selected, *settled.tied, *settled.not_selected]
        self.assertEqual(Counter(parts), Counter(passing.keys()))
        self.assertEqual(
            len(settled.selected) + settled.seats_left, len(line.selected) + line.seats_left
        )
        self.assertLessEqual(line.selected, settled.selected)
