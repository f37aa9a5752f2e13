"""Reading a superior's list of results against those who wait for one (kết quả khen thưởng)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .findings import Finding
from .registry_directory import Directory, Holder, Kind
from .submission import Answer
from .tables import Column, Table, plain

NEEDED = frozenset({Column.NAME})
AWARDED = frozenset(
    {'duoc khen thuong', 'khen thuong', 'duoc khen', 'tang', 'duoc tang', 'dat', 'dong y', 'co'}
    | {'x', 'awarded', 'yes', 'dong y khen thuong', 'da khen thuong'}
)
REFUSED = frozenset(
    {'khong', 'khong duoc khen thuong', 'khong khen thuong', 'khong khen', 'khong dat'}
    | {'khong dong y', 'chua du dieu kien', 'khong du dieu kien', 'refused', 'no'}
)

Answers = dict[int, tuple[str, str]]


@dataclass(frozen=True)
class _Said:
    """What one row says of somebody."""

    number: int
    answer: Answer
    reason: str


def read_answers(
    table: Table, waiting: Sequence[Holder], own: Sequence[str] = ()
) -> tuple[Answers, list[Finding]]:
    """Return what a list says of those who wait, and the rows that say nothing of them.

    Without a column of results the list is the decision's own: who is on it is awarded.

    :param waiting: each with the id its answer is given by
    :param own: names of the body itself
    :return: {id: (word of :class:`.submission.Answer`, reason)}, findings of the other rows
    """
    directory = Directory(waiting, (), (), own)
    has_results = Column.RESULT in table.columns
    said: dict[Holder, list[_Said]] = {}
    findings: list[Finding] = []
    for number, row in table.rows:
        name, unit = table.text(row, Column.NAME), table.text(row, Column.UNIT)
        code, written = table.text(row, Column.CODE), table.text(row, Column.RESULT)
        found = directory.named(name, code, unit, Kind.ANYBODY)
        elsewhere = [one for one in found if not code and not directory.agrees(one, unit)]
        answer = _answer(written) if has_results else Answer.AWARDED
        problem = _problem(name, found, answer, written)
        if not problem and name and elsewhere:
            params = {'name': name, 'ours': elsewhere[0].units[0], 'unit': unit}
            problem = Finding('reply_unit_differs', params)
        if problem:
            findings.append(problem)
        elif found and answer:
            one = _Said(number, answer, table.text(row, Column.REASON))
            said.setdefault(found[0], []).append(one)
    return _agreed(said), [*findings, *_contradictions(said)]


def _agreed(said: Mapping[Holder, Sequence[_Said]]) -> Answers:
    """The answers of whom the list gives one, however often."""
    return {
        holder.id: (rows[0].answer.value, next((one.reason for one in rows if one.reason), ''))
        for holder, rows in said.items()
        if len({one.answer for one in rows}) == 1
    }


def _contradictions(said: Mapping[Holder, Sequence[_Said]]) -> list[Finding]:
    return [
        Finding(
            'reply_contradicts_itself',
            {'name': holder.name, 'rows': ', '.join(str(one.number) for one in rows)},
        )
        for holder, rows in said.items()
        if len({one.answer for one in rows}) > 1
    ]


def _problem(
    name: str, found: Sequence[Holder], answer: Answer | None, written: str
) -> Finding | None:
    if not name:
        return None
    if len(found) > 1:
        params: Mapping[str, object] = {
            'name': name,
            'people': '; '.join(one.label for one in found),
        }
        return Finding('reply_name_ambiguous', params)
    if not found:
        return Finding('reply_nobody_of_that_name', {'name': name})
    if answer is None and written:
        return Finding('reply_result_unclear', {'name': name, 'result': written})
    return None


def _answer(written: str) -> Answer | None:
    """The word a result stands for; None for a blank or an unclear one.

    >>> _answer('Được khen thưởng'), _answer('Không đạt'), _answer('?')
    (<Answer.AWARDED: 'awarded'>, <Answer.REFUSED: 'refused'>, None)
    """
    words = plain(written)
    if words in AWARDED:
        return Answer.AWARDED
    return Answer.REFUSED if words in REFUSED else None
