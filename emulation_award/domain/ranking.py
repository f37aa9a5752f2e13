"""From high to low (xét thành tích từ cao xuống, KH IV.2.1.c): equal counts share a rank."""

from collections.abc import Hashable, Mapping


def rank(counts: Mapping[Hashable, int]) -> dict[Hashable, int]:
    """Return each candidate's rank, one more than the number of candidates above.

    :param counts: votes in favour by candidate

    >>> rank({'An': 9, 'Bình': 8, 'Chi': 8, 'Dũng': 7})
    {'An': 1, 'Bình': 2, 'Chi': 2, 'Dũng': 4}
    """
    return {
        candidate: 1 + sum(other > count for other in counts.values())
        for candidate, count in counts.items()
    }
