"""How a council voted, as a table (bảng tổng hợp biểu quyết): announced rounds only.

An open round is by name, member by member; of a secret one there are totals and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from . import round_result
from .decree30 import Heading
from .round_result import OUTCOMES, Candidate, Round
from .sheet_words import BY_WRITING, CHOICES, RECUSED, WRITTEN
from .sheets import Book, Column, Kind, Part, Row, Sheet, share
from .vietnamese import printable

TITLE = 'BẢNG TỔNG HỢP KẾT QUẢ BIỂU QUYẾT'
#: The one mode in which who voted how is told.
BY_NAME = 'open'
BEFORE = (
    Column('Thứ hạng', Kind.ORDINAL, 8),
    Column('Họ và tên (tên tập thể)', width=28),
    Column('Đơn vị đề nghị', width=26),
)
AFTER = (
    Column('Tán thành', Kind.INTEGER, 10),
    Column('Không tán thành', Kind.INTEGER, 10),
    Column('Ý kiến khác', Kind.INTEGER, 10),
    Column('Không tham gia', Kind.INTEGER, 10),
    Column('Tính trên', Kind.INTEGER, 8),
    Column('Cần có', Kind.INTEGER, 8),
    Column('Tỷ lệ tán thành', Kind.PERCENT, 10),
    Column('Kết quả', width=20),
)


@dataclass(frozen=True)
class Vote:
    """What a member did about a candidate.

    :param choice: 'yes', 'no', 'abstain', or '' where there is none, or it is not for the reader
    """

    choice: str = ''
    is_written: bool = False
    is_recused: bool = False


@dataclass(frozen=True)
class Voted:
    """A round and, if it was open, who voted how.

    :param members: (key, name) of each who was entitled, in order; () unless the round was open
    :param votes: by key of the member, then of the candidate's place in `result.candidates`
    """

    result: Round
    members: tuple[tuple[int, str], ...] = ()
    votes: Mapping[tuple[int, int], Vote] | None = None


@dataclass(frozen=True)
class Meeting:
    """A session as the table tells it.

    :param about: campaign, phase and session, a line each
    :param rounds: announced ones, in order
    """

    heading: Heading
    name: str
    about: tuple[str, ...]
    rounds: tuple[Voted, ...]


def book(meetings: tuple[Meeting, ...]) -> Book:
    """Return the workbook: a sheet for each round of each session."""
    several = len(meetings) > 1
    found = [
        _sheet(meeting, voted, f'{meeting.name} - ' if several else '')
        for meeting in meetings
        for voted in meeting.rounds
    ]
    return Book(TITLE, tuple(found), label='' if several else meetings[0].name)


def _sheet(meeting: Meeting, voted: Voted, prefix: str) -> Sheet:
    result = voted.result
    members = voted.members if result.mode == BY_NAME else ()
    columns = (*BEFORE, *(Column(printable(name), Kind.CODE, 12) for _key, name in members), *AFTER)
    about = (*meeting.about, round_result.heading(result), round_result.method(result))
    if result.superseded:
        about += ('Lượt này đã được thay bằng lượt sau; số liệu ghi để lưu.',)
    return Sheet(
        # The number first: names of sheets are cut at their end.
        name=f'Lượt {result.number}' if not prefix else f'L{result.number} {prefix}'.strip(' -'),
        title=TITLE,
        about=tuple(filter(None, map(printable, about))),
        heading=meeting.heading,
        columns=columns,
        parts=(Part(_rows(voted, members)),),
        closing=tuple(filter(None, _closing(result))),
    )


def _rows(voted: Voted, members: tuple[tuple[int, str], ...]) -> list[Row]:
    places = sorted(
        range(len(voted.result.candidates)), key=lambda at: voted.result.candidates[at].rank
    )
    return [
        _row(
            voted.result.candidates[at],
            tuple(_said((voted.votes or {}).get((key, at), Vote())) for key, _name in members),
            voted.result.whole,
        )
        for at in places
    ]


def _row(one: Candidate, said: tuple[str, ...], is_whole: bool) -> Row:
    # A reader from whom a candidate is hidden is told no rank: a gap would tell the hidden one's.
    return (
        one.rank if is_whole else None,
        printable(one.nominee),
        printable(one.unit),
        *said,
        one.votes.yes,
        one.votes.no,
        one.votes.abstain,
        one.recused,
        one.base,
        one.needed,
        share(one.votes.yes, one.base),
        OUTCOMES[one.outcome],
    )


def _said(vote: Vote) -> str:
    if vote.is_recused:
        return RECUSED
    if not vote.choice:
        return WRITTEN if vote.is_written else ''
    choice = CHOICES[vote.choice]
    return BY_WRITING.format(choice=choice) if vote.is_written else choice


def _closing(result: Round) -> tuple[str, ...]:
    return (
        round_result.room(result),
        round_result.ballots(result),
        round_result.seats(result),
        *round_result.conclusion(result),
    )
