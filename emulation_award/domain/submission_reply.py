"""Reading a superior's list of results against those who wait for one (kết quả khen thưởng)."""

from collections.abc import Mapping, Sequence

from .findings import Finding
from .registry_directory import Directory, Holder, Kind
from .submission import Answer
from .tables import Column, Table, plain

NEEDED = frozenset({Column.NAME})
AWARDED = frozenset(
    {'duoc khen thuong', 'khen thuong', 'duoc khen', 'tang', 'duoc tang', 'dat', 'dong y', 'co'}
    | {'x', 'awarded', 'yes', 'dong y khen thuong'}
)
REFUSED = frozenset(
    {'khong', 'khong duoc khen thuong', 'khong khen thuong', 'khong khen', 'khong dat'}
    | {'khong dong y', 'chua du dieu kien', 'khong du dieu kien', 'refused', 'no'}
)

Answers = dict[int, tuple[str, str]]


def read_answers(table: Table, waiting: Sequence[Holder]) -> tuple[Answers, list[Finding]]:
    """Return what a list says of those who wait, and the rows that say nothing of them.

    Without a column of results the list is the decision's own: who is on it is awarded.

    :param waiting: each with the id its answer is given by
    :return: {id: (word of :class:`.submission.Answer`, reason)}, findings of the other rows
    """
    directory = Directory(waiting, (), ())
    has_results = Column.RESULT in table.columns
    answers: Answers = {}
    findings: list[Finding] = []
    for _number, row in table.rows:
        name = table.text(row, Column.NAME)
        found = directory.named(
            name, table.text(row, Column.CODE), table.text(row, Column.UNIT), Kind.ANYBODY
        )
        answer = _answer(table.text(row, Column.RESULT)) if has_results else Answer.AWARDED
        if problem := _problem(name, found, answer, table.text(row, Column.RESULT)):
            findings.append(problem)
        elif found and answer:
            answers[found[0].id] = (answer.value, table.text(row, Column.REASON))
    return answers, findings


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
