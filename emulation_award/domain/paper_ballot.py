"""Ballots on paper (phiếu bầu): one per voter, with nothing on it that says whose it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .decree30 import Heading
from .unit_minutes import KIND_NAMES
from .vietnamese import printable

TITLE = 'PHIẾU BẦU'
RULES = (
    'Đánh dấu X vào đúng một ô trên mỗi dòng.',
    'Không ký tên, không ghi dấu hiệu nhận biết lên phiếu.',
)


@dataclass(frozen=True)
class Candidate:
    """Who stands on a ballot.

    :param key: stands for the candidate when ballots are compared
    """

    key: int
    nominee: str
    unit: str


@dataclass(frozen=True)
class Facts:
    """A round that is voted on paper.

    :param sheets: the candidates of each voter, one entry per voter, in any order
    """

    heading: Heading
    campaign: str
    phase: str
    number: int
    kind: str
    subject: str
    award: str
    sheets: tuple[tuple[Candidate, ...], ...]


@dataclass(frozen=True)
class Ballot:
    """One sheet of paper, top to bottom, as text only.

    :param rows: (number, nominee) of each line
    """

    heading: Heading
    title: str
    about: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]


def ballots(facts: Facts) -> tuple[Ballot, ...]:
    """Return a ballot per voter, equal ones together, so that their order says nothing.

    >>> heading = Heading('', 'HỘI ĐỒNG', 'state', '')
    >>> an, binh = Candidate(1, 'An', ''), Candidate(2, 'Bình', '')
    >>> sheets = ((an,), (an, binh), (an,))
    >>> of = Facts(heading, 'Phong trào', 'Đợt 1', 1, 'first', 'individual', 'Giấy khen', sheets)
    >>> [len(one.rows) for one in ballots(of)]
    [1, 1, 2]
    """
    return tuple(
        _ballot(facts, sheet) for sheet, copies in grouped(facts.sheets) for _one in range(copies)
    )


def grouped(
    sheets: Iterable[tuple[Candidate, ...]],
) -> list[tuple[tuple[Candidate, ...], int]]:
    """Return each different sheet with how many voters have it: most first, then by candidates.

    :param sheets: one per voter; the order of voters changes nothing

    >>> an, binh = Candidate(1, 'An', ''), Candidate(2, 'Bình', '')
    >>> [copies for _sheet, copies in grouped([(an, binh), (an,), (an, binh)])]
    [2, 1]
    """
    counted = Counter(sheets)
    return sorted(
        counted.items(), key=lambda entry: (-entry[1], [candidate.key for candidate in entry[0]])
    )


def _ballot(facts: Facts, sheet: tuple[Candidate, ...]) -> Ballot:
    again = f' – bỏ phiếu lại (lượt {facts.number})' if facts.kind != 'first' else ''
    return Ballot(
        heading=facts.heading,
        title=TITLE,
        about=(
            f'Xét {printable(facts.award)} ({KIND_NAMES[facts.subject]}){again}',
            ' – '.join(filter(None, map(printable, (facts.phase, facts.campaign)))),
        ),
        rows=tuple((str(at), _line(one)) for at, one in enumerate(sheet, start=1)),
        rules=RULES,
    )


def _line(one: Candidate) -> str:
    nominee, unit = printable(one.nominee), printable(one.unit)
    return f'{nominee} – {unit}' if unit and unit != nominee else nominee
