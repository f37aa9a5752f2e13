"""Items that count in the total, and what is allowed to be skipped or logged."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

PASSED, FAILED, SKIPPED = 'passed', 'failed', 'skipped'
SEPARATOR = ' -- '


@dataclass(frozen=True)
class Item:
    """One test or check, and how it ended."""

    name: str
    outcome: str
    detail: str = ''


def verdict(name: str, problems: Iterable[str] | str) -> Item:
    """Return a passed item when there are no problems, else a failed one that lists them."""
    text = problems if isinstance(problems, str) else '\n'.join(problems)
    return Item(name, FAILED if text else PASSED, text)


def summary(items: Iterable[Item]) -> str:
    """Return the closing line.

    >>> summary([Item('a', PASSED), Item('b', FAILED), Item('c', PASSED)])
    '2 passed, 1 failed, 0 skipped'
    """
    count = Counter(item.outcome for item in items)
    return f'{count[PASSED]} passed, {count[FAILED]} failed, {count[SKIPPED]} skipped'


@dataclass(frozen=True)
class Allowance:
    """One line of an allowance file: what is allowed, and why."""

    what: str
    reason: str


def allowances(file: Path) -> list[Allowance]:
    """Read `what -- reason` lines; a line without a reason is an error."""
    allowed = []
    for number, line in enumerate(file.read_text().splitlines(), start=1):
        if not line.strip() or line.startswith('#'):
            continue
        what, _separator, reason = (part.strip() for part in line.rpartition(SEPARATOR))
        if not what or not reason:
            raise ValueError(f'{file.name}:{number}: write `what{SEPARATOR}reason`')
        allowed.append(Allowance(what, reason))
    return allowed


def refuse_unnamed_skips(items: Iterable[Item], allowed: list[Allowance]) -> list[Item]:
    """Turn every skip that no allowance names into a failure: a skipped test proves nothing."""
    names = {allowance.what for allowance in allowed}
    return [
        replace(
            item,
            outcome=FAILED,
            detail=f'skipped, and not named in allowed_skips.txt: {item.detail}',
        )
        if item.outcome == SKIPPED and item.name not in names
        else item
        for item in items
    ]


def is_allowed(text: str, allowed: list[Allowance]) -> bool:
    return any(re.search(allowance.what, text) for allowance in allowed)
