"""The minutes of a vote count as they are printed (biên bản kiểm phiếu).

No form is prescribed; the layout is that of Mẫu 1.9, Phụ lục III, Nghị định 30/2020/NĐ-CP.
"""

from dataclasses import dataclass
from datetime import datetime

from . import round_result
from .decree30 import DOTS, UNKNOWN, Heading, Signature
from .round_result import Round, Row
from .unit_minutes import Person, moment
from .vietnamese import printable, unended

TITLE = 'BIÊN BẢN KIỂM PHIẾU'


@dataclass(frozen=True)
class Facts:
    """An announced round as recorded.

    :param campaign: title of the campaign
    :param phase: name of the phase
    :param session: what the session is called
    :param start: opening of the vote, in the time of the agency
    :param end: announcement of the result, likewise
    :param tellers: none where the system counted and nobody was named
    """

    heading: Heading
    campaign: str
    phase: str
    session: str
    place: str
    start: datetime
    end: datetime
    tellers: tuple[Person, ...]
    chair: Person | None
    voted: Round


@dataclass(frozen=True)
class VoteCount:
    """The document, top to bottom, as text only."""

    heading: Heading
    title: str
    about: tuple[str, ...]
    opening: tuple[tuple[str, str], ...]
    tellers: tuple[str, ...]
    figures: tuple[str, ...]
    rows: tuple[Row, ...]
    conclusion: tuple[str, ...]
    ending: str
    signatures: tuple[tuple[Signature, ...], ...]
    is_superseded: bool


def vote_count(facts: Facts) -> VoteCount:
    """Return the minutes of a count, ready to be laid out."""
    voted = facts.voted
    return VoteCount(
        heading=facts.heading,
        title=TITLE,
        about=(
            round_result.heading(voted),
            ' – '.join(filter(None, map(printable, (facts.phase, facts.campaign)))),
        ),
        opening=(
            ('Thời gian bắt đầu', f'{moment(facts.start)}.'),
            ('Địa điểm', f'{unended(facts.place) or DOTS}.'),
            ('Phiên họp', f'{unended(facts.session)}.'),
            ('Ban kiểm phiếu', _counters(facts)),
        ),
        tellers=tuple(_person(one) for one in facts.tellers),
        figures=tuple(filter(None, _figures(voted))),
        rows=round_result.rows(voted),
        conclusion=round_result.conclusion(voted),
        ending=f'Kết quả được công bố trước phiên họp vào {moment(facts.end)}./.',
        signatures=_signatures(facts),
        is_superseded=voted.superseded,
    )


def _counters(facts: Facts) -> str:
    if facts.tellers:
        return ''
    if facts.voted.mode in ('secret', 'open'):
        return 'hệ thống điện tử tổng hợp phiếu.'
    return DOTS


def _person(one: Person) -> str:
    return ' – '.join(filter(None, (printable(one.name), printable(one.note))))


def _figures(voted: Round) -> tuple[str, ...]:
    reason = unended(voted.reason)
    return (
        f'Lý do của lượt bỏ phiếu này: {reason}.' if reason else '',
        round_result.room(voted),
        round_result.ballots(voted),
        round_result.recusals(voted),
        round_result.method(voted),
        round_result.seats(voted),
    )


def _signatures(facts: Facts) -> tuple[tuple[Signature, ...], ...]:
    """Everybody who counted signs, then the chair; two blocks in a row."""
    hint = '(Ký, ghi rõ họ tên)'
    counters = [
        Signature('NGƯỜI KIỂM PHIẾU', hint, printable(one.name)) for one in facts.tellers
    ] or [Signature('NGƯỜI KIỂM PHIẾU', hint, '')]
    chair = Signature('CHỦ TỌA', hint, printable(facts.chair.name) if facts.chair else UNKNOWN)
    blocks = [*counters, chair]
    return tuple(tuple(blocks[at : at + 2]) for at in range(0, len(blocks), 2))
