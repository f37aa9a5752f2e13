"""The list that goes with a decision or a letter: collectives first, then individuals.

No form is prescribed; the columns are those that such lists usually have: STT, Ông/Bà, name,
position and unit, achievement, and a figure (prize, or the result of the vote).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .decree30 import UNKNOWN, Style
from .eligibility import NomineeKind
from .nominee import PARTY_ADDRESS
from .number_words import dotted
from .unit_minutes import KIND_NAMES, KINDS, tally
from .vietnamese import paragraphs, printable, two_digits

HEADINGS = (
    (NomineeKind.COLLECTIVE, 'TẬP THỂ'),
    (NomineeKind.INDIVIDUAL, 'CÁ NHÂN'),
)
NUMERALS = ('I', 'II')


@dataclass(frozen=True)
class Holder:
    """One who is awarded, proposed, corrected or revoked, as the document names them.

    :param kind: 'individual' or 'collective'
    :param honorific: 'Ông', 'Bà', 'Đồng chí' or ''
    :param position: of an individual, '' if none
    :param unit: where an individual works; of a collective, the body it belongs to
    :param achievement: own words; '' where the document's common ones hold
    :param award: its full name where the list has several, else ''
    :param prize: đồng, what is paid or what is claimed back; 0 for none
    :param clause: điểm, khoản, điều (or clause of a plan) that supports the award
    :param votes: result of the vote as text, such as '8/9 (88,89%)'
    """

    kind: NomineeKind | str
    name: str
    honorific: str = ''
    position: str = ''
    unit: str = ''
    achievement: str = ''
    award: str = ''
    prize: int = 0
    clause: str = ''
    votes: str = ''


@dataclass(frozen=True)
class Row:
    """One line of the list, as text.

    :param number: STT within its part, with leading zero
    :param addressed: honorific and name together, 'Ông Nguyễn Văn An'
    :param office: position and unit
    :param prize: '710.000', '' for none
    """

    number: str
    honorific: str
    name: str
    addressed: str
    office: str
    achievement: str
    award: str
    prize: str
    clause: str
    votes: str


@dataclass(frozen=True)
class Part:
    """Collectives or individuals.

    :param heading: 'I. TẬP THỂ'; 'II. CÁ NHÂN'; the only part of a list is 'I.' whatever it holds
    :param total: '01 tập thể'
    :param prize_total: '1.410.000', '' where the list has no prizes
    """

    heading: str
    rows: tuple[Row, ...]
    total: str
    prize_total: str


@dataclass(frozen=True)
class AwardList:
    """The whole list (danh sách), printed on pages of its own.

    :param title: 'DANH SÁCH'
    :param about: what it lists, lines under the title
    :param reference: '(Kèm theo Quyết định số … ngày … của …)'
    :param figure_caption: of the column of money, 'Tiền thưởng (đồng)'; '' where there is none
    :param total: 'Tổng số: 01 tập thể, 06 cá nhân'
    :param prize_total: '5.670.000', '' where the list has no prizes
    :param has_achievements: whether a row has words of its own
    :param has_awards: whether rows name different awards
    :param has_clauses: whether a row names a clause of its own
    :param has_votes: whether a row gives the result of a vote
    """

    title: str
    about: tuple[str, ...]
    reference: str
    parts: tuple[Part, ...]
    figure_caption: str
    total: str
    prize_total: str
    has_achievements: bool
    has_awards: bool
    has_clauses: bool
    has_votes: bool


def award_list(
    holders: Sequence[Holder],
    about: Iterable[str],
    reference: str,
    style: Style | str,
    figure_caption: str = '',
) -> AwardList:
    """Return the list of holders: in the order given, collectives before individuals.

    :param figure_caption: caption of the column of money; '' leaves the money out
    :raises UnknownWordError: a holder is of no known kind
    """
    shown = [printable_holder(one, style) for one in holders]
    has_prizes = bool(figure_caption)
    return AwardList(
        title='DANH SÁCH',
        about=tuple(filter(None, map(printable, about))),
        reference=printable(reference),
        parts=_parts(shown, has_prizes),
        figure_caption=figure_caption,
        total=f'Tổng số: {counts(shown)}',
        prize_total=_sum(shown) if has_prizes else '',
        has_achievements=any(one.achievement for one in shown),
        has_awards=any(one.award for one in shown),
        has_clauses=any(one.clause for one in shown),
        has_votes=any(one.votes for one in shown),
    )


def counts(holders: Iterable[Holder]) -> str:
    """Return how many are listed.

    >>> counts([Holder('individual', 'A'), Holder('collective', 'B'), Holder('individual', 'C')])
    '01 tập thể, 02 cá nhân'
    """
    return tally(str(NomineeKind(one.kind)) for one in holders)


def kinds(holders: Iterable[Holder]) -> str:
    """Return which kinds of holders there are.

    >>> kinds([Holder('individual', 'A'), Holder('collective', 'B')])
    'tập thể, cá nhân'
    """
    there = {NomineeKind(one.kind) for one in holders}
    return ', '.join(KIND_NAMES[kind] for kind in KINDS if kind in there) or UNKNOWN


def named(holder: Holder) -> str:
    """Return a holder as running text names them.

    >>> named(Holder('individual', 'Vũ An', 'Ông', 'Phó Trưởng phòng', 'Phòng Đầu tư'))
    'Ông Vũ An, Phó Trưởng phòng, Phòng Đầu tư'
    """
    return ', '.join(filter(None, (_addressed(holder), _office(holder))))


def printable_holder(holder: Holder, style: Style | str) -> Holder:
    """Return a holder whose texts a font can show; the Party calls its members comrades."""
    kind = NomineeKind(holder.kind)
    honorific = printable(holder.honorific) if kind is NomineeKind.INDIVIDUAL else ''
    if honorific and Style(style) is Style.PARTY:
        honorific = PARTY_ADDRESS
    return Holder(
        kind=kind,
        name=printable(holder.name),
        honorific=honorific,
        position=printable(holder.position),
        unit=printable(holder.unit),
        achievement=' '.join(paragraphs(holder.achievement)),
        award=printable(holder.award),
        prize=holder.prize,
        clause=printable(holder.clause),
        votes=printable(holder.votes),
    )


def _parts(holders: Sequence[Holder], has_prizes: bool) -> tuple[Part, ...]:
    by_kind = [(name, [one for one in holders if one.kind == kind]) for kind, name in HEADINGS]
    some = [(name, listed) for name, listed in by_kind if listed]
    return tuple(
        Part(
            heading=f'{numeral}. {name}',
            rows=tuple(_row(*numbered, has_prizes) for numbered in enumerate(listed, start=1)),
            total=counts(listed),
            prize_total=_sum(listed) if has_prizes else '',
        )
        for numeral, (name, listed) in zip(NUMERALS, some, strict=False)
    )


def _row(number: int, holder: Holder, has_prizes: bool) -> Row:
    return Row(
        number=two_digits(number),
        honorific=holder.honorific,
        name=holder.name,
        addressed=_addressed(holder),
        office=_office(holder),
        achievement=holder.achievement,
        award=holder.award,
        prize=dotted(holder.prize) if has_prizes and holder.prize else '',
        clause=holder.clause,
        votes=holder.votes,
    )


def _sum(holders: Iterable[Holder]) -> str:
    return dotted(sum(one.prize for one in holders))


def _addressed(holder: Holder) -> str:
    return ' '.join(filter(None, (holder.honorific, holder.name)))


def _office(holder: Holder) -> str:
    return ', '.join(filter(None, (holder.position, holder.unit)))
