"""Writing workbooks (.xlsx) with XlsxWriter, row by row to the disk: memory stays as it is.

What is on the sheets stands in :mod:`~..domain.sheets`; how it looks stands here. The same book
gives the same bytes: no clock, no user and no machine goes into the file.
"""

import copy
import io
import math
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import pairwise, zip_longest

import xlsxwriter

from ..domain import sheets
from ..domain.sheets import Kind
from .xlsx_formats import Formats
from .xlsx_page import Page

OPTIONS = {
    'constant_memory': True,
    # Text stays text: what somebody typed is never a formula, a link or a number.
    'strings_to_formulas': False,
    'strings_to_urls': False,
    'strings_to_numbers': False,
    'default_format_properties': {
        'font_name': 'Times New Roman',
        'font_size': 12,
        'font_scheme': 'none',  # else a program may take the font of its theme
    },
}
#: Any fixed moment: it is not when the list was made, which its text says where it matters.
CREATED = datetime(2000, 1, 1)
#: Height of a line of 12 points, and the highest a row may be.
LINE, HIGHEST = 16.5, 409
SPACE_TO_SIGN = 4


def build(book: sheets.Book) -> bytes:
    """Return the file of a workbook; the rows of its sheets are read on the way.

    Whatever a row raises comes through, and no temporary file stays behind.
    """
    content = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix='emulation-xlsx-') as folder:
        # A copy of all options: XlsxWriter adds to what it is given, so that the second workbook
        # of a process would differ from the first.
        workbook = xlsxwriter.Workbook(content, {**copy.deepcopy(OPTIONS), 'tmpdir': folder})
        try:
            workbook.set_properties({'title': sheets.line(book.title), 'created': CREATED})
            formats = Formats(workbook)
            names = sheets.sheet_names(sheet.name for sheet in book.sheets)
            for name, sheet in zip(names, book.sheets, strict=True):
                page = workbook.add_worksheet(name, worksheet_class=Page)
                _SheetWriter(page, formats, sheet).fill()
            workbook.close()
        finally:
            _release(workbook)
    return content.getvalue()


def _release(workbook) -> None:
    """Close the rows' temporary files of a workbook that was not finished."""
    for page in workbook.worksheets():
        page.row_data_fh.close()


class _SheetWriter:
    """Writes one sheet from top to bottom: a row that is behind cannot be written any more."""

    def __init__(self, page: Page, formats: Formats, sheet: sheets.Sheet):
        self.page, self.formats, self.sheet = page, formats, sheet
        self.columns = sheet.columns
        self.last = len(sheet.columns) - 1
        self.at = 0
        self.cells = [self._writer_of(column) for column in sheet.columns]

    def fill(self) -> None:
        self.page.set_up(self.sheet)
        self._heading()
        self._titles()
        header = self._header()
        for part in self.sheet.parts:
            self._part(part)
        if self.sheet.is_plain and self.at > header + 1:
            rows = self.at - 1 - bool(self.sheet.parts[0].total)
            self.page.autofilter(header, 0, max(rows, header), self.last)
        self._closing()
        self._signatures()
        self.page.print_area(0, 0, max(self.at - 1, header), self.last)

    # What stands above the table

    def _heading(self) -> None:
        heading = self.sheet.heading
        if not heading:
            return
        middle = sheets.sides(self.columns)
        for left, right in _bodies(heading):
            spans = ((*left, 0, middle - 1), (*right, middle, self.last))
            self.page.set_row(self.at, max(self._height(span[0], *span[2:]) for span in spans))
            for span in spans:
                self._merge(*span)
            self.at += 1
        if heading.place_date:
            self._merged(heading.place_date, 'place_date', middle, self.last)
            self.at += 1
        self.at += 1

    def _titles(self) -> None:
        self._merged(self.sheet.title, 'title', 0, self.last)
        self.at += 1
        for said in self.sheet.about:
            self._merged(said, 'about', 0, self.last)
            self.at += 1
        self.at += 1

    def _header(self) -> int:
        """The headings of the columns, seen on every screen and on every page."""
        row = self.at
        for at, column in enumerate(self.columns):
            self._text(at, column.heading, self.formats['header'])
        deepest = max(_lines(column.heading, column.width) for column in self.columns)
        self.page.set_row(row, deepest * LINE + 4)
        self.page.freeze_panes(row + 1, 0)
        self.page.repeat_rows(row)
        self.at += 1
        return row

    # The table

    def _part(self, part: sheets.Part) -> None:
        if part.title:
            self._merged(part.title, 'part', 0, self.last)
            self.at += 1
        totals = [0] * len(self.columns)
        number = 0
        for row in part.rows:
            self._row(row, totals)
            number += 1
        if part.total:
            self._totals(part.total(number), totals)

    def _row(self, row: sheets.Row, totals: list) -> None:
        at, lines = self.at, 1
        for index, (write, value) in enumerate(zip(self.cells, row, strict=True)):
            lines = max(lines, write(at, index, value))
            if value and self.columns[index].is_total:
                totals[index] += value
        if lines > 1:
            self.page.set_row(at, min(lines * LINE, HIGHEST))
        self.at += 1

    def _totals(self, label: str, totals: list) -> None:
        added = [at for at, column in enumerate(self.columns) if column.is_total]
        until = (added[0] if added else len(self.columns)) - 1
        self._merge(label, 'total', 0, max(until, 0))
        for at in range(until + 1, len(self.columns)):
            if at in added:
                look = self.formats.total(self.columns[at].kind)
                self.page.write_number(self.at, at, totals[at], look)
            else:
                self.page.write_blank(self.at, at, None, self.formats['total'])
        self.at += 1

    def _writer_of(self, column: sheets.Column) -> Callable:
        """The method that writes a value of this column and returns how many lines it takes."""
        look = self.formats.cell(column.kind)
        page = self.page
        if column.kind in sheets.TEXTS:
            guarded = self.formats.cell(column.kind, is_guarded=True)
            # Word by word, a line is not filled to its end; on the whole, letters are narrow.
            room = max(column.width * 1.2 - 3, 1)
            return lambda row, at, value: _write_text(page, row, at, value, room, look, guarded)
        put = page.write_datetime if column.kind == Kind.DATE else page.write_number
        if column.kind in sheets.SHARES:
            # A fraction is exact until here.
            return lambda row, at, value: (
                page.write_blank(row, at, None, look)
                if value is None
                else put(row, at, float(value), look)
            )
        return lambda row, at, value: (
            page.write_blank(row, at, None, look) if value is None else put(row, at, value, look)
        )

    # What stands below

    def _closing(self) -> None:
        for said in self.sheet.closing:
            self._merged(said, 'closing', 0, self.last)
            self.at += 1

    def _signatures(self) -> None:
        signatures = self.sheet.signatures
        if not signatures:
            return
        self.at += 1
        spans = _spans(len(self.columns), len(signatures))
        for name, look in (('authority', 'issuer'), ('title', 'issuer'), ('hint', 'hint')):
            if any(getattr(one, name) for one in signatures):
                self._side_by_side(signatures, spans, name, look)
        self.at += SPACE_TO_SIGN
        self._side_by_side(signatures, spans, 'name', 'issuer')

    def _side_by_side(self, signatures, spans, name: str, look: str) -> None:
        for one, (first, last) in zip(signatures, spans, strict=True):
            self._merge(getattr(one, name), look, first, last)
        self.at += 1

    # Cells

    def _merged(self, said: str, look: str, first: int, last: int) -> None:
        """A line across columns, as high as its text needs: such rows do not grow by themselves."""
        self.page.set_row(self.at, self._height(said, first, last))
        self._merge(said, look, first, last)

    def _merge(self, said: str, look: str, first: int, last: int) -> None:
        shape = self.formats[look]
        if last > first:
            self.page.merge_range(self.at, first, self.at, last, '', shape)
        self._text(first, said, shape)

    def _text(self, at: int, said: str, shape) -> None:
        self.page.write_string(self.at, at, _safe(sheets.text(said)), shape)

    def _height(self, said: str, first: int, last: int) -> float:
        width = sum(column.width for column in self.columns[first : last + 1])
        # Headings are bold or in capitals: wider than the letters widths are measured in.
        return min(_lines(said, width * 0.85) * LINE, HIGHEST)


def _bodies(heading) -> Iterable[tuple[tuple[str, str], tuple[str, str]]]:
    """Lines of the heading at the left and at the right, each with its look."""
    if heading.is_party:
        left = [(heading.superior, 'body'), (heading.issuer, 'issuer'), ('*', 'issuer')]
        right = [(heading.right, 'motto')]
    else:
        left = [(heading.superior, 'body'), (heading.issuer, 'issuer_ruled')]
        right = [(heading.right, 'national'), (heading.motto, 'motto')]
    return zip_longest([one for one in left if one[0]], right, fillvalue=('', 'body'))


def _write_text(page, row: int, at: int, value: str | None, room: float, look, guarded) -> int:
    said = sheets.text(value) if value else ''
    if not said:
        page.write_blank(row, at, None, look)
        return 1
    # A cell marked as text stays text also when somebody edits it.
    shape = guarded if sheets.is_formula_like(said) else look
    page.write_string(row, at, _safe(said), shape)
    return _lines(said, room)


def _safe(said: str) -> str:
    """A text that XlsxWriter does not take for its own formatted text, which it never escapes."""
    return f'{said} ' if said.startswith('<r>') and said.endswith('</r>') else said


def _lines(said: str, width: float) -> int:
    if len(said) <= width and '\n' not in said:
        return 1
    return sum(max(1, math.ceil(len(one) / max(width, 1))) for one in said.split('\n'))


def _spans(columns: int, number: int) -> list[tuple[int, int]]:
    """First and last column of each of so many blocks side by side."""
    edges = [round(columns * at / number) for at in range(number + 1)]
    return [(first, max(first, last - 1)) for first, last in pairwise(edges)]
