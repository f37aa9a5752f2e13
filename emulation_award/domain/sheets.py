"""Lists as workbooks (danh sách, biểu mẫu bảng tính): what is on each sheet, whatever writes it.

Rows are iterators: a list of twenty thousand lines is never held in memory as a whole. Official
lists carry the heading of Nghị định 30/2020/NĐ-CP and are in Vietnamese whoever prints them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from .decree30 import Heading, Signature
from .file_names import plain_name
from .vietnamese import count_with_zero, printable
from .words import Word

#: Limits of the file format (ECMA-376; "Excel specifications and limits").
CELL_UNITS = 32_767  # UTF-16 units in a cell
NAME_LENGTH = 31  # characters of the name of a sheet
FORBIDDEN = re.compile(r'[\[\]:*?/\\]|[^\u0000-\uffff]')  # the length counts UTF-16 units
RESERVED = frozenset({'history'})

#: Stands at the end of a text that did not fit.
CUT = '… [còn nữa]'
#: How a cell begins that a spreadsheet might take for a formula when it is edited.
FORMULA_STARTS = ('=', '+', '-', '@')

Value = str | int | float | Fraction | date | None
Row = tuple[Value, ...]


class Kind(Word):
    """What a column holds; each kind has one type of cell and one number format."""

    TEXT = 'text'
    CODE = 'code'  # short text that is compared, such as a number of a document
    INTEGER = 'integer'
    ORDINAL = 'ordinal'  # số thứ tự, năm: never grouped by thousands, never added up
    DECIMAL = 'decimal'
    MONEY = 'money'  # whole đồng
    PERCENT = 'percent'  # 1 is 100 %
    DATE = 'date'


TEXTS = frozenset({Kind.TEXT, Kind.CODE})
SHARES = frozenset({Kind.DECIMAL, Kind.PERCENT})


@dataclass(frozen=True)
class Column:
    """One column.

    :param width: in characters
    :param is_total: the totals row adds this column up
    """

    heading: str
    kind: Kind = Kind.TEXT
    width: float = 14
    is_total: bool = False


@dataclass(frozen=True)
class Part:
    """A stretch of rows with its own line above and its own totals row.

    :param rows: one value per column, in order; read once
    :param title: line above the rows, such as "I. TẬP THỂ"; '' for none
    :param total: label of the totals row by number of rows; None for no totals row
    """

    rows: Iterable[Row]
    title: str = ''
    total: Callable[[int], str] | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet, top to bottom.

    :param name: on its tab; made to fit by :func:`sheet_names`
    :param heading: of the issuing body; None on a working list
    :param title: of the list, in capitals
    :param about: lines under the title
    :param parts: one after the other under the same column headings
    :param closing: lines under the table, such as the sum in words
    :param signatures: side by side under everything
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    heading: Heading | None = None
    about: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    is_landscape: bool = True

    @property
    def is_plain(self) -> bool:
        """One table without lines in between: it can be filtered and sorted.

        >>> Sheet('', '', (), (Part(()), Part(()))).is_plain
        False
        """
        return len(self.parts) == 1 and not self.parts[0].title


@dataclass(frozen=True)
class Book:
    """A workbook.

    :param title: in the properties of the file
    :param label: what tells its file name from others of the kind; '' if nothing has to
    """

    title: str
    sheets: tuple[Sheet, ...]
    label: str = ''


def text(value: str, limit: int = CELL_UNITS) -> str:
    """Return a text as a cell can hold it: NFC, printable, its lines kept, cut where too long.

    >>> text('  Hoàn thành\\x07  tốt\\r\\n\\nKế hoạch ')
    'Hoàn thành tốt\\nKế hoạch'
    >>> text('a' * 40_000)[-12:], len(text('a' * 40_000))
    ('a… [còn nữa]', 32767)
    """
    if len(value) * 2 <= limit and value.isprintable():
        return printable(value)
    # What does not fit anyway is not cleaned first: an achievement may have megabytes.
    lines = '\n'.join(filter(None, map(printable, value[: limit * 2].splitlines())))
    if len(value) <= limit * 2 and (len(lines) * 2 <= limit or _units(lines) <= limit):
        return lines
    room = limit - _units(CUT)
    kept = lines.encode('utf-16-le')[: room * 2].decode('utf-16-le', 'ignore')
    return f'{kept.rstrip()}{CUT}'


def line(value: str) -> str:
    """Return a text as one line of at most what a cell holds."""
    return text(printable(value[: CELL_UNITS * 2]))


def is_formula_like(value: str) -> bool:
    """Tell whether a spreadsheet might run this text if somebody edits its cell.

    >>> is_formula_like('=1+1'), is_formula_like('Giấy khen')
    (True, False)
    """
    return value.startswith(FORMULA_STARTS)


def numbered(rows: Iterable[Row], start: int = 1) -> Iterator[Row]:
    """Put a running number (số thứ tự) before each row.

    >>> list(numbered([('An',), ('Bình',)]))
    [(1, 'An'), (2, 'Bình')]
    """
    return ((number, *row) for number, row in enumerate(rows, start))


def counted(noun: str, label: str = 'Cộng') -> Callable[[int], str]:
    """Return the label of a totals row.

    >>> counted('cá nhân')(5)
    'Cộng: 05 cá nhân'
    """
    return lambda number: f'{label}: {count_with_zero(number)} {noun}'


def grand_total(collectives: int, individuals: int) -> str:
    """Return the line under a list of both kinds.

    >>> grand_total(1, 12)
    'Tổng số: 01 tập thể, 12 cá nhân.'
    """
    return (
        f'Tổng số: {count_with_zero(collectives)} tập thể, {count_with_zero(individuals)} cá nhân.'
    )


def share(votes: int, base: int) -> Fraction | None:
    """Return the share of a number in another, None where there is nothing to share.

    >>> share(2, 3), share(0, 0)
    (Fraction(2, 3), None)
    """
    return Fraction(votes, base) if base else None


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names that the file format takes: short, whole, different whatever their case.

    >>> sheet_names(['Tập thể/Cá nhân', 'tập thể-cá nhân', "'x'", ''])
    ('Tập thể-Cá nhân', 'tập thể-cá nhân (2)', 'x', 'Trang')
    """
    taken = set(RESERVED)
    found = []
    for name in names:
        fitting = _fitting(FORBIDDEN.sub('-', printable(name)), taken)
        taken.add(fitting.casefold())
        found.append(fitting)
    return tuple(found)


def file_name(name: str, label: str = '') -> str:
    """Return the name of the file, in plain letters that pass through any system.

    >>> file_name('Bo phieu', 'Phiên họp 1/2025: "xét"')
    'Bo phieu - Phien hop 1-2025- xet.xlsx'
    """
    return f'{plain_name(name, label)}.xlsx'


def sides(columns: tuple[Column, ...]) -> int:
    """Return how many columns the left half of the heading takes, nearly half of the width.

    >>> sides((Column('', width=5), Column('', width=30), Column('', width=30)))
    2
    """
    half = sum(column.width for column in columns) / 2
    reached, best = 0.0, 1
    for at, column in enumerate(columns[:-1], start=1):
        if abs(reached + column.width - half) <= abs(reached - half):
            best = at
        reached += column.width
    return best


def _units(value: str) -> int:
    return len(value.encode('utf-16-le', 'replace')) // 2


def _fitting(name: str, taken: set[str]) -> str:
    bare = _trimmed(name, NAME_LENGTH) or 'Trang'
    fitting, number = bare, 1
    while fitting.casefold() in taken:
        number += 1
        mark = f' ({number})'
        fitting = f'{_trimmed(bare, NAME_LENGTH - len(mark))}{mark}'
    return fitting


def _trimmed(name: str, length: int) -> str:
    return name.strip(" '")[:length].strip(" '")
