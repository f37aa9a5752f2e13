from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.headcount import allocate, nearest_participating
from .domain_common import exactly

departments = st.integers(1, 8)
# Any graph at all, circles included: a database may hold one.
parents = st.dictionaries(departments, departments | st.none())
participants = st.sets(departments)
staff = st.dictionaries(st.integers(100, 120), departments | st.none())


class TestNearestParticipating(BaseCase):
    # 1 the agency, 2 a division in it, 3 a team in the division
    parent_of = {1: None, 2: 1, 3: 2}

    def test_itself(self):
        self.assertEqual(nearest_participating(3, self.parent_of, {1, 2, 3}), 3)

    def test_closest_above(self):
        self.assertEqual(nearest_participating(3, self.parent_of, {1, 2}), 2)

    def test_skips_what_takes_no_part(self):
        self.assertEqual(nearest_participating(3, self.parent_of, {1}), 1)

    def test_not_below(self):
        self.assertIsNone(nearest_participating(2, self.parent_of, {3}))

    def test_without_department(self):
        self.assertIsNone(nearest_participating(None, self.parent_of, {1, None}))

    def test_unknown_department(self):
        self.assertIsNone(nearest_participating(9, self.parent_of, {1}))

    def test_circle_ends(self):
        self.assertIsNone(nearest_participating(1, {1: 2, 2: 1}, {3}))

    def test_circle_with_a_participant(self):
        self.assertEqual(nearest_participating(1, {1: 2, 2: 1}, {2}), 2)

    @exactly
    @given(departments, parents, participants)
    def test_nothing_closer_takes_part(self, department, parent_of, participating):
        found = nearest_participating(department, parent_of, participating)
        passed = []
        while department not in (None, found, *passed):
            passed.append(department)
            department = parent_of.get(department)
        self.assertEqual(
            (found in participating or found is None, participating & set(passed)), (True, set())
        )


class TestAllocate(BaseCase):
    def test_team_of_its_own_is_not_counted_in_its_division(self):
        allocation = allocate({10: 2, 11: 3, 12: 3}, {1: None, 2: 1, 3: 2}, {2, 3})
        self.assertEqual(allocation, {10: 2, 11: 3, 12: 3})

    def test_outside_every_unit(self):
        self.assertEqual(allocate({10: None, 11: 1, 12: 2}, {2: 1, 1: None}, {2}), {12: 2})

    @exactly
    @given(staff, parents, participants)
    def test_each_counts_where_its_department_counts(self, departments_of, parent_of, taking_part):
        allocation = allocate(departments_of, parent_of, taking_part)
        expected = {
            employee: nearest_participating(department, parent_of, taking_part)
            for employee, department in departments_of.items()
        }
        self.assertEqual({employee: allocation.get(employee) for employee in expected}, expected)

    @exactly
    @given(staff, parents, participants)
    def test_sizes_add_up(self, departments_of, parent_of, taking_part):
        allocation = allocate(departments_of, parent_of, taking_part)
        sizes = Counter(allocation.values())
        self.assertEqual(sum(sizes[unit] for unit in taking_part), len(allocation))

    @exactly
    @given(staff, parents, participants)
    def test_nobody_is_invented(self, departments_of, parent_of, taking_part):
        allocation = allocate(departments_of, parent_of, taking_part)
        self.assertLessEqual(allocation.keys(), departments_of.keys())
