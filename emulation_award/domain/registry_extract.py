"""An extract of the registry as it is printed (trích sổ khen thưởng): awards, holder by holder.

No form is prescribed; the columns are those of the books that agencies keep.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .decree30 import Heading, Signature
from .number_words import capitalised, dotted
from .vietnamese import count_with_zero, paragraphs, printable, short_date, two_digits

TITLE = 'TRÍCH SỔ KHEN THƯỞNG'
KEEPER = 'NGƯỜI LẬP'
BY_NAME = '(Ký, ghi rõ họ tên)'
BY_SEAL = '(Ký tên, đóng dấu)'
HEAD = 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'


@dataclass(frozen=True)
class Award:
    """One entry.

    :param holder: tells holders apart, namesakes included
    :param is_person: of the staff or outside; collectives come first
    :param order: sorts holders of a kind
    :param day: of the decision; `year` where no more is known, 0 for nothing
    :param revoked_by: decision that revoked it, '' while it is valid
    """

    holder: str
    is_person: bool
    order: str
    name: str
    position: str
    unit: str
    award: str
    authority: str
    number: str
    day: date | None
    year: int
    citation: str
    prize: int = 0
    revoked_by: str = ''


@dataclass(frozen=True)
class Row:
    """One line of the table, as text."""

    number: str
    award: str
    decision: str
    citation: str
    prize: str
    note: str


@dataclass(frozen=True)
class Group:
    """The awards of one holder, oldest first.

    :param heading: '1. Nguyễn Văn An, Chuyên viên, Văn phòng'
    """

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Extract:
    """The extract, top to bottom, as text only.

    :param about: of whom and of which years
    :param total: 'Tổng số: 05 lượt khen thưởng của 02 tập thể, cá nhân'
    :param has_notes: whether an award was revoked
    """

    heading: Heading
    title: str
    about: tuple[str, ...]
    groups: tuple[Group, ...]
    total: str
    signatures: tuple[tuple[Signature, ...], ...]
    has_prizes: bool
    has_notes: bool


def extract(heading: Heading, awards: Iterable[Award], head_title: str, head_name: str) -> Extract:
    """Return the extract of awards: collectives by name, then people in the order of their names.

    :param head_title: of who confirms it, '' for the head whoever it is
    """
    entries = sorted(awards, key=_order)
    by_holder: dict[object, list[Award]] = {}
    for one in entries:
        by_holder.setdefault(one.holder, []).append(one)
    groups = list(by_holder.items())
    return Extract(
        heading=heading,
        title=TITLE,
        about=tuple(filter(None, (_of_whom(groups), _years(entries)))),
        groups=tuple(
            _group(place if len(groups) > 1 else 0, some)
            for place, (_holder, some) in enumerate(groups, start=1)
        ),
        total=_total(entries),
        signatures=(
            (
                Signature(KEEPER, BY_NAME),
                Signature(printable(head_title.upper()) or HEAD, BY_SEAL, printable(head_name)),
            ),
        ),
        has_prizes=any(one.prize for one in entries),
        has_notes=any(one.revoked_by for one in entries),
    )


def _order(one: Award) -> tuple:
    return one.is_person, one.order, one.holder, one.day or date(one.year or 1, 1, 1), one.number


def _group(place: int, awards: list[Award]) -> Group:
    # Who somebody is now is what the latest entry says.
    last = awards[-1]
    named = ', '.join(filter(None, map(printable, (last.name, last.position, last.unit))))
    return Group(
        heading=f'{place}. {named}' if place else named,
        rows=tuple(_row(number, one) for number, one in enumerate(awards, start=1)),
    )


def _row(number: int, one: Award) -> Row:
    when = f'ngày {short_date(one.day)}' if one.day else f'năm {one.year}' if one.year else ''
    numbered = f'Số {printable(one.number)}' if one.number else ''
    decided = ' '.join(filter(None, (numbered, when)))
    by = f'của {printable(one.authority)}' if one.authority else ''
    return Row(
        number=two_digits(number),
        award=printable(one.award),
        decision=' '.join(filter(None, (decided, by))),
        citation=capitalised(' '.join(paragraphs(one.citation))),
        prize=dotted(one.prize) if one.prize else '',
        note=f'Đã hủy theo {printable(one.revoked_by)}' if one.revoked_by else '',
    )


def _of_whom(groups: list) -> str:
    if len(groups) != 1:
        return ''
    last = groups[0][1][-1]
    return f'Của {printable(last.name)}'


def _years(awards: list[Award]) -> str:
    """Which years the awards are of.

    >>> one = Award('1', True, '', 'An', '', '', 'Giấy khen', '', '', date(2020, 5, 1), 2020, '')
    >>> _years([one])
    'Năm 2020'
    """
    years = sorted({one.day.year if one.day else one.year for one in awards} - {0})
    if not years:
        return ''
    if len(years) == 1:
        return f'Năm {years[0]}'
    return f'Từ năm {years[0]} đến năm {years[-1]}'


def _total(awards: list[Award]) -> str:
    valid = [one for one in awards if not one.revoked_by]
    holders = count_with_zero(len({one.holder for one in valid}))
    return f'Tổng số: {times(len(valid), len(awards) - len(valid), holders)}.'


def times(valid: int, revoked: int, holders: str = '') -> str:
    """Return how many awards there are; those that were revoked are none, and said apart.

    :param holders: how many hold them, in digits; '' to leave it out

    >>> times(5, 0, '02')
    '05 lượt khen thưởng của 02 tập thể, cá nhân'
    >>> times(31, 1)
    '31 lượt khen thưởng (ngoài ra 01 lượt đã bị hủy)'
    """
    of = f' của {holders} tập thể, cá nhân' if holders else ''
    besides = f' (ngoài ra {count_with_zero(revoked)} lượt đã bị hủy)' if revoked else ''
    return f'{count_with_zero(valid)} lượt khen thưởng{of}{besides}'
