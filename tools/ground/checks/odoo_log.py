"""Read an Odoo log: which tests ran and how they ended, and what was complained about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ground.checks.results import FAILED, PASSED, SKIPPED, Allowance, Item, is_allowed

HEAD = re.compile(
    r'^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \d+ '
    r'(?P<level>DEBUG|INFO|RUNBOT|WARNING|ERROR|CRITICAL) '
    r'(?P<database>\S+) (?P<logger>[^:\s]+): (?P<text>.*)$'
)
COLOUR = re.compile(r'\x1b\[[0-9;]*m')
STARTING = re.compile(r'^Starting (?P<test>\S+) \.\.\.')
SKIPPING = re.compile(r'^skipped (?P<test>.+?) : (?P<reason>.*)', re.DOTALL)
BROKEN = re.compile(r'^(?:FAIL|ERROR): (?:Subtest )?(?P<test>\S+)')
TOTAL = re.compile(
    r'^(?P<failed>\d+) failed, (?P<errors>\d+) error\(s\) of (?P<tests>\d+) tests when loading'
)
COMPLAINTS = ('WARNING', 'ERROR', 'CRITICAL')


@dataclass
class Record:
    """One entry of the log, with the lines that continue it."""

    level: str
    logger: str
    text: str

    def __str__(self) -> str:
        return f'{self.level} {self.logger}: {self.text}'

    @property
    def is_test_failure(self) -> bool:
        return self.level == 'ERROR' and bool(BROKEN.match(self.text))

    @property
    def is_total(self) -> bool:
        return bool(TOTAL.match(self.text))


def records(lines: Iterable[str]) -> Iterator[Record]:
    """Group the log's lines into entries; what precedes the first one is left out."""
    current = None
    for line in lines:
        plain = COLOUR.sub('', line.rstrip('\n'))
        head = HEAD.match(plain)
        if head:
            if current:
                yield current
            current = Record(head['level'], head['logger'], head['text'])
        elif current:
            current.text += f'\n{plain}'
    if current:
        yield current


def complaints(run: str, entries: Iterable[Record], allowed: list[Allowance]) -> list[str]:
    """Return what was complained about and not allowed; failed tests are items of their own."""
    return [
        str(entry)
        for entry in entries
        if entry.level in COMPLAINTS
        and not (entry.is_test_failure or entry.is_total)
        and not is_allowed(f'{run}: {entry}', allowed)
    ]


def tests(entries: Iterable[Record]) -> list[Item]:
    """Return one item per test that was started, plus one per failed set-up."""
    outcomes: dict[str, Item] = {}
    for entry in entries:
        if match := STARTING.match(entry.text):
            name = f'{entry.logger}.{match["test"]}'
            outcomes[name] = Item(name, PASSED)
        elif match := SKIPPING.match(entry.text):
            name = f'{entry.logger}.{match["test"]}'
            outcomes[name] = Item(name, SKIPPED, match['reason'])
        elif entry.is_test_failure:
            name = f'{entry.logger}.{BROKEN.match(entry.text)["test"]}'
            before = outcomes.get(name)
            detail = f'{before.detail}\n{entry.text}' if before and before.detail else entry.text
            outcomes[name] = Item(name, FAILED, detail)
    return list(outcomes.values())


def has_total(entries: Iterable[Record]) -> bool:
    """Tell whether the run reached Odoo's own summary, i.e. did not die on the way."""
    return any(entry.is_total for entry in entries)
