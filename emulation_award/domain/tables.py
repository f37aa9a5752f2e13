"""A table as somebody typed it in a spreadsheet or a text file: which column is what.

Headings are recognised in Vietnamese or English, whatever their marks, case and punctuation;
dates are those people write (dd/mm/yyyy), a year alone included. Nothing is evaluated.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from .errors import TableError
from .number_words import dotted
from .prize import MOST
from .table_headings import HEADINGS, Column
from .vietnamese import clean_name, nfc, without_marks


@dataclass(frozen=True)
class Formula:
    """A cell that says how its value is computed; nothing here computes it."""

    text: str


Cell = str | int | float | bool | datetime | date | Formula | None
Row = Sequence[Cell]

#: Above its headings a list has its own title and the body's name.
ROWS_BEFORE_HEADINGS = 30
FIRST_YEAR = 1945
DAY = re.compile(r'(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})')
ISO_DAY = re.compile(r'(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?')
WORDED_DAY = re.compile(r'ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})')
YEAR = re.compile(r'(?:nam )?(\d{4})')


#: How lines of a part begin, never headings: "I", "2", "B".
NUMERAL = re.compile(r'[ivxl]+|[0-9]+|[a-h]')

#: How lines of a part read, never headings.
PART_WORDS = frozenset({'tap the', 'ca nhan', 'cac tap the', 'cac ca nhan'})

_COLUMN_OF = {heading: column for column, some in HEADINGS.items() for heading in some}


@dataclass(frozen=True)
class _Head:
    """Headings over a list: in one row, or words over groups of columns and words below those.

    :param names: of all columns, as typed
    :param height: rows they take
    """

    names: tuple[str, ...]
    columns: Mapping[Column, int]
    height: int


@dataclass(frozen=True)
class Table:
    """The rows of a list under headings that were recognised.

    :param columns: index of each column found
    :param unknown: headings nobody knows, as typed; what stands under them is left out
    :param rows: (number in the file, cells) of the rows under the headings that are not blank
    """

    columns: Mapping[Column, int]
    unknown: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]

    def value(self, row: Row, column: Column) -> Cell:
        """Return a cell of a row, None where the column or the cell is missing."""
        place = self.columns.get(column)
        return row[place] if place is not None and place < len(row) else None

    def text(self, row: Row, column: Column) -> str:
        """Return a cell of a row as text."""
        return as_text(self.value(row, column))


def plain(text: str) -> str:
    """Return a text as headings and names of bodies are compared: words in plain letters.

    >>> plain('  Hình thức\\n khen thưởng (*)'), plain('SỐ QĐ')
    ('hinh thuc khen thuong', 'so qd')
    """
    letters = without_marks(nfc(text)).casefold()
    return ' '.join(re.findall(r'[^\W_]+', letters))


def as_text(value: Cell) -> str:
    """Return what a cell shows, as one line in NFC.

    >>> as_text(12.0), as_text(None), as_text('  Vũ   An '), as_text(date(2020, 9, 5))
    ('12', '', 'Vũ An', '05/09/2020')
    """
    if value is None:
        return ''
    if isinstance(value, date):  # a datetime is one, too
        return value.strftime('%d/%m/%Y')
    if isinstance(value, Formula):
        return clean_name(value.text)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean_name(str(value))


def find_table(rows: Sequence[Row], needed: frozenset[Column]) -> Table:
    """Return the table of a list, whatever stands above its headings.

    :param rows: all rows of the sheet, in order
    :param needed: columns without which it is no such list
    :raises TableError: no row of headings names all of them

    >>> rows = [['DANH SÁCH'], ['STT', 'Họ và tên', 'Hình thức'], [1, 'An', 'Giấy khen']]
    >>> find_table(rows, frozenset({Column.NAME})).rows
    ((3, [1, 'An', 'Giấy khen']),)
    """
    first = [*rows[: ROWS_BEFORE_HEADINGS + 1], ()]
    heads = [
        (number + head.height, head)
        for number, row in enumerate(first[:ROWS_BEFORE_HEADINGS])
        for head in [_head(row, first[number + 1] if number + 1 < len(first) else ())]
        if needed <= head.columns.keys()
    ]
    if not heads:
        raise TableError('table_headings_missing', {'needed': tuple(sorted(needed))})
    # The list's title stands over its headings as a group's word does: it adds no column.
    start, head = max(heads, key=lambda one: (len(one[1].columns), one[1].height == 1))
    used = set(head.columns.values())
    return Table(
        columns=head.columns,
        unknown=tuple(name for at, name in enumerate(head.names) if name and at not in used),
        rows=tuple(
            (number, row)
            for number, row in enumerate(rows[start:], start=start + 1)
            if any(as_text(cell) for cell in row)
        ),
    )


def columns_of(row: Row) -> dict[Column, int]:
    """Return which columns a row of headings names; the first of a kind counts.

    >>> columns_of(['STT', 'Họ tên', 'Ngày QĐ'])
    {<Column.NAME: 'name'>: 1, <Column.DATE: 'date'>: 2}
    """
    found: dict[Column, int] = {}
    for index, cell in enumerate(row):
        column = _COLUMN_OF.get(plain(cell)) if isinstance(cell, str) else None
        if column and column not in found:
            found[column] = index
    return found


def _head(upper: Row, lower: Row) -> _Head:
    """The headings a row makes, with the row below it where that names parts of its groups."""
    pairs = _stacked(upper, lower)
    columns = columns_of(upper)
    if not _is_below(upper, lower, pairs, columns.get(Column.NAME)):
        return _Head(tuple(map(as_text, upper)), columns, 1)
    found: dict[Column, int] = {}
    for index, (above, below) in enumerate(pairs):
        column = _stacked_column(above, below)
        if column and column not in found:
            found[column] = index
    return _Head(tuple(' – '.join(filter(None, pair)) for pair in pairs), found, 2)


def _stacked(upper: Row, lower: Row) -> list[tuple[str, str]]:
    """The words above and below of each column; a merged cell has its word in the first of them.

    >>> _stacked(['Họ tên', 'Quyết định', None, 'Năm'], [None, 'Số', 'Ngày'])
    [('Họ tên', ''), ('Quyết định', 'Số'), ('Quyết định', 'Ngày'), ('Năm', '')]
    """
    pairs, group = [], ''
    for above, below in zip_longest(map(as_text, upper), map(as_text, lower), fillvalue=''):
        group = above or group
        pairs.append((group, below))
        # What is merged downwards is not merged sideways.
        group = group if below else ''
    return pairs


def _stacked_column(above: str, below: str) -> Column | None:
    """What a column holds that is headed by a word of its group and one of its own.

    >>> _stacked_column('Quyết định', 'Ngày, tháng, năm'), _stacked_column('Năm sinh', 'Nam')
    (<Column.DATE: 'date'>, None)
    """
    group, own = plain(above), plain(below)
    for words in (f'{own} {group}', f'{group} {own}'):
        if column := _COLUMN_OF.get(words.strip()):
            return column
    # A single word ("Số", "Nam") says nothing without its group; who signed is not who is awarded.
    says_it_all = ' ' in own and _COLUMN_OF.get(group) is not Column.AUTHORITY
    return _COLUMN_OF.get(own) if says_it_all else None


def _is_below(upper: Row, lower: Row, pairs: Sequence[tuple[str, str]], name: int | None) -> bool:
    """Whether a row goes on with the headings above it: it is no row of the list yet."""
    filled = [cell for cell in lower if as_text(cell)]
    if not all(isinstance(cell, str) for cell in filled) or not filled:
        return False
    # Somebody is named under the heading of names.
    if name is not None and pairs[name][1] and _stacked_column(*pairs[name]) is not Column.NAME:
        return False
    first = plain(str(filled[0]))
    if NUMERAL.fullmatch(first) or (len(filled) == 1 and first in PART_WORDS):
        return False
    heads = zip_longest(map(as_text, upper), pairs, fillvalue='')
    return any(
        below and (_stacked_column(above, below) or (above and not own))
        for own, (above, below) in heads
    )


def read_day(value: Cell) -> tuple[date | None, int | None]:
    """Return the day a cell names, or the year alone; (None, None) for a blank cell.

    Day comes before month, as everybody writes here.

    :raises TableError: it names no day

    >>> read_day('05/9/2020'), read_day('2019'), read_day(' ')
    ((datetime.date(2020, 9, 5), None), (None, 2019), (None, None))
    >>> read_day('ngày 05 tháng 9 năm 2020')[0]
    datetime.date(2020, 9, 5)
    """
    if isinstance(value, datetime):
        return _checked(value.date()), None
    if isinstance(value, date):
        return _checked(value), None
    text = as_text(value)
    if not text:
        return None, None
    if found := YEAR.fullmatch(plain(text)):
        return None, _checked_year(int(found[1]), text)
    day = _written_day(text)
    if day is None:
        raise TableError('table_bad_date', {'value': text})
    return _checked(day), None


def read_money(value: Cell) -> int:
    """Return an amount of đồng, 0 for a blank cell.

    >>> read_money('1.410.000 đ'), read_money(710000.0), read_money('')
    (1410000, 710000, 0)

    :raises TableError: it is no whole amount, or more than can be kept
    """
    text = as_text(value)
    if not text:
        return 0
    if isinstance(value, int | float) and not isinstance(value, bool):
        digits = text
    else:
        bare = re.sub(r'\s*(?:đồng|đ|vnđ|vnd)\.?$', '', text.casefold()).strip()
        grouped = re.fullmatch(r'\d{1,3}(?:([., ])\d{3}(?:\1\d{3})*)?|\d+', bare)
        digits = re.sub(r'[., ]', '', bare) if grouped else bare
    if not re.fullmatch(r'[0-9]+', digits):
        raise TableError('table_bad_amount', {'value': text})
    # Its length first: Python refuses to read thousands of digits.
    digits = digits.lstrip('0') or '0'
    if len(digits) > len(str(MOST)) or int(digits) > MOST:
        raise TableError('decision_prize_too_large', {'most': dotted(MOST)})
    return int(digits)


def _written_day(text: str) -> date | None:
    order = (
        (DAY, text, (3, 2, 1)),
        (ISO_DAY, text, (1, 2, 3)),
        (WORDED_DAY, plain(text), (3, 2, 1)),
    )
    for pattern, written, groups in order:
        if found := pattern.fullmatch(written):
            year, month, day = (int(found[group]) for group in groups)
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


def _checked(day: date) -> date:
    _checked_year(day.year, as_text(day))
    return day


def _checked_year(year: int, text: str) -> int:
    if not FIRST_YEAR <= year <= 9999:
        raise TableError('table_bad_date', {'value': text})
    return year
