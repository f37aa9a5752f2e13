"""Who counts in which unit (số người của đơn vị), the base of a unit's quota (KH IV.2.1.c)."""

from collections.abc import Container, Mapping


def nearest_participating(
    department: int | None, parent_of: Mapping[int, int | None], participating: Container[int]
) -> int | None:
    """Return the closest department, itself included, that takes part; None if none above does.

    :param department: id, None for a person without a department
    :param parent_of: the department above each department
    :param participating: ids of the departments that take part as units of their own

    >>> nearest_participating(3, {3: 2, 2: 1, 1: None}, {1, 2})
    2
    """
    seen = {None}
    while department not in seen:
        if department in participating:
            return department
        seen.add(department)
        department = parent_of.get(department)
    return None


def allocate(
    departments_of: Mapping[int, int | None],
    parent_of: Mapping[int, int | None],
    participating: Container[int],
) -> dict[int, int]:
    """Return the unit in which each person counts; persons outside every unit are left out.

    A person counts once: a team that takes part on its own is not counted again in its division.

    :param departments_of: the department of each employee, by id
    :param parent_of: the department above each department
    :param participating: ids of the departments that take part as units of their own

    >>> allocate({10: 3, 11: 2, 12: None}, {3: 2, 2: None}, {2})
    {10: 2, 11: 2}
    """
    nearest = {
        employee: nearest_participating(department, parent_of, participating)
        for employee, department in departments_of.items()
    }
    return {employee: unit for employee, unit in nearest.items() if unit is not None}
