"""A sheet on paper: A4, margins, page numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from xlsxwriter.worksheet import Worksheet

from ..domain.sheets import Sheet

A4 = 9
MILLIMETRES = 25.4
#: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4: top and bottom 20-25, left 30-35, right 15-20 mm.
MARGINS = {'left': 30, 'right': 15, 'top': 20, 'bottom': 20}
#: Page numbers stand in the middle of the top margin.
PAGE_NUMBER = '&C&"Times New Roman,Regular"&13&P'


class Page(Worksheet):
    """A sheet whose first page carries no number (Phụ lục I, mục I.7)."""

    def set_up(self, sheet: Sheet) -> None:
        """Set what the sheet looks like on paper, and how wide its columns are."""
        for at, column in enumerate(sheet.columns):
            self.set_column(at, at, column.width)
        self.set_paper(A4)
        if sheet.is_landscape:
            self.set_landscape()
        self.set_margins(**{side: size / MILLIMETRES for side, size in MARGINS.items()})
        self.fit_to_pages(1, 0)
        self.set_header(PAGE_NUMBER, {'margin': 10 / MILLIMETRES})
        self.center_horizontally()

    def _write_header_footer(self):
        self._xml_start_tag('headerFooter', [('differentFirst', 1)])
        self._write_odd_header()
        self._xml_end_tag('headerFooter')

    def _write_single_row(self, current_row_num=0):
        # Nobody asks for the height of a row once it is on the disk; this one goes there now.
        written = self.previous_row
        result = super()._write_single_row(current_row_num)
        self.row_info.pop(written, None)
        self.row_sizes.pop(written, None)
        return result
