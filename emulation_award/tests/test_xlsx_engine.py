"""The file of a workbook, read back."""

import copy
import hashlib
import tempfile
import time
import zipfile
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from openpyxl.utils.escape import unescape

from odoo.tests import BaseCase

from ..domain.decree30 import Signature, heading
from ..domain.sheets import Book, Column, Kind, Part, Sheet, counted
from ..reports import xlsx_engine
from .xlsx_common import read

COLUMNS = (
    Column('STT', Kind.ORDINAL, 6),
    Column('Họ và tên', width=30),
    Column('Số', Kind.CODE, 12),
    Column('Phiếu', Kind.INTEGER, 8),
    Column('Tỷ lệ', Kind.PERCENT, 8),
    Column('Hệ số', Kind.DECIMAL, 8),
    Column('Tiền (đồng)', Kind.MONEY, 16, is_total=True),
    Column('Ngày', Kind.DATE, 12),
)
AN = (1, 'Lê An', '05/QĐ', 1200, Fraction(2, 3), 0.3, 710_000, date(2025, 8, 5))
NOBODY = (2, 'Vũ Bình', '', None, None, None, None, None)
ATTACKS = (
    '=1+1',
    '+84 205 3870',
    '-1',
    '@SUM(A1)',
    '=cmd|" /C calc"!A0',
    '{=A1}',
    'http://example.org/x',
    '12',
    '_x000D_',
    '<r><t>x</t></r>',
    '<r>&bogus;</r>',
)


def sheet(*rows, **vals):
    parts = vals.pop('parts', (Part(rows),))
    return Sheet('Danh sách', 'DANH SÁCH', COLUMNS, parts, **vals)


def build(*sheets):
    return xlsx_engine.build(Book('Danh sách', sheets))


class TestXlsxEngine(BaseCase):
    """Cells, page and bytes."""

    def _page(self, *rows, **vals):
        return read(build(sheet(*rows, **vals))).active

    def test_types_and_formats(self):
        page = self._page(AN)
        row = page[4]
        self.assertEqual([cell.data_type for cell in row], ['n', 's', 's', 'n', 'n', 'n', 'n', 'd'])
        self.assertEqual(row[7].value.date(), date(2025, 8, 5))
        self.assertEqual([cell.value for cell in row[:4]], [1, 'Lê An', '05/QĐ', 1200])
        self.assertAlmostEqual(row[4].value, 2 / 3, places=12)
        self.assertEqual([cell.value for cell in row[5:7]], [0.3, 710_000])
        self.assertEqual(
            [cell.number_format for cell in row],
            ['0', 'General', '@', '#,##0', '0.0%', '0.0###', '#,##0', '[$-42A]dd/mm/yyyy'],
        )
        self.assertEqual({cell.font.name for cell in row}, {'Times New Roman'})

    def test_nothing_is_an_empty_cell_with_borders(self):
        row = self._page(NOBODY)[4]
        self.assertEqual([cell.value for cell in row], [2, 'Vũ Bình', *[None] * 6])
        self.assertEqual({cell.border.left.style for cell in row}, {'thin'})

    def test_text_is_never_run_or_linked_and_stays_as_typed(self):
        page = self._page(*[(at, said, said, *[None] * 5) for at, said in enumerate(ATTACKS)])
        for row, said in zip(page.iter_rows(min_row=4), ATTACKS, strict=False):
            with self.subTest(said):
                self.assertEqual([cell.data_type for cell in row[1:3]], ['s', 's'])
                self.assertEqual([unescape(cell.value).strip() for cell in row[1:3]], [said, said])
                self.assertIsNone(row[1].hyperlink)
                quoted = said.startswith(('=', '+', '-', '@'))
                self.assertEqual([cell.quotePrefix for cell in row[1:3]], [quoted, quoted])

    def test_no_formula_whatever_the_texts(self):
        said = [(at, one, one, *[None] * 5) for at, one in enumerate(ATTACKS)]
        attacked = sheet(
            *said, about=ATTACKS, closing=ATTACKS, signatures=(Signature('=1+1', '=1', '=2'),)
        )
        with zipfile.ZipFile(BytesIO(build(attacked))) as content:
            page = content.read('xl/worksheets/sheet1.xml').decode()
        self.assertNotIn('<f>', page)
        self.assertNotIn('<r>', page)

    def test_too_long_and_unprintable_text(self):
        page = self._page((1, 'x' * 100_000, 'a\x00\x1fb', *[None] * 5))
        self.assertEqual(len(page['B4'].value), 32_767)
        self.assertEqual(page['C4'].value, 'ab')

    def test_lines_of_a_text_stay_apart(self):
        cell = self._page((1, 'Thứ nhất.\r\nThứ hai.', '', *[None] * 5))['B4']
        self.assertEqual(cell.value, 'Thứ nhất.\nThứ hai.')
        self.assertTrue(cell.alignment.wrap_text)

    def test_page(self):
        page = self._page(AN, NOBODY, heading=heading('UBND tỉnh', 'Ban Quản lý', 'state', 'Nơi'))
        header = 7  # after three lines of heading, the title, and a free line after each
        self.assertEqual(page.cell(header, 1).value, 'STT')
        self.assertEqual(page.freeze_panes, f'A{header + 1}')
        self.assertEqual(page.print_title_rows, f'${header}:${header}')
        self.assertEqual(page.auto_filter.ref, f'A{header}:H{header + 2}')
        setup = page.page_setup
        self.assertEqual((setup.paperSize, setup.orientation), (9, 'landscape'))
        self.assertEqual((setup.fitToWidth or 1, setup.fitToHeight), (1, 0))
        self.assertTrue(page.sheet_properties.pageSetUpPr.fitToPage)
        found = [round(getattr(page.page_margins, side) * 25.4) for side in ('left', 'right')]
        self.assertEqual(found, [30, 15])
        self.assertTrue(page.HeaderFooter.differentFirst)
        self.assertEqual(page.HeaderFooter.oddHeader.center.text, '&P')
        self.assertFalse(page.HeaderFooter.firstHeader.center.text)
        self.assertEqual(
            [round(page.column_dimensions[name].width) for name in 'ABCG'], [7, 31, 13, 17]
        )

    def test_portrait(self):
        page = self._page(AN, is_landscape=False)
        self.assertEqual(page.page_setup.orientation, 'portrait')

    def _said(self, page):
        return [
            tuple(cell.value for cell in row if cell.value)
            for row in page.iter_rows()
            if any(cell.value for cell in row)
        ]

    def test_heading_of_the_state(self):
        page = self._page(heading=heading('UBND tỉnh', 'Ban Quản lý', 'state', 'Lạng Sơn, ngày …'))
        self.assertEqual(
            self._said(page)[:4],
            [
                ('UBND TỈNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
                ('BAN QUẢN LÝ', 'Độc lập - Tự do - Hạnh phúc'),
                ('Lạng Sơn, ngày …',),
                ('DANH SÁCH',),
            ],
        )

    def test_heading_without_a_superior_and_of_the_party(self):
        state = self._said(self._page(heading=heading('', 'Ban Quản lý', 'state')))
        self.assertEqual(state[0], ('BAN QUẢN LÝ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))
        party = self._said(self._page(heading=heading('Tỉnh ủy', 'Đảng ủy', 'party')))
        self.assertEqual(party[:3], [('TỈNH ỦY', 'ĐẢNG CỘNG SẢN VIỆT NAM'), ('ĐẢNG ỦY',), ('*',)])

    def test_parts_have_lines_and_totals_and_no_filter(self):
        parts = (
            Part([AN], 'I. TẬP THỂ', counted('tập thể')),
            Part([AN, AN], 'II. CÁ NHÂN', counted('cá nhân')),
        )
        page = self._page(parts=parts, closing=('Tổng số: 01 tập thể, 02 cá nhân.',))
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
        self.assertEqual(
            [(row[0], row[6]) for row in rows],
            [
                ('I. TẬP THỂ', None),
                (1, 710_000),
                ('Cộng: 01 tập thể', 710_000),
                ('II. CÁ NHÂN', None),
                (1, 710_000),
                (1, 710_000),
                ('Cộng: 02 cá nhân', 1_420_000),
                ('Tổng số: 01 tập thể, 02 cá nhân.', None),
            ],
        )
        self.assertEqual(page['G6'].number_format, '#,##0')
        self.assertIsNone(page.auto_filter.ref)

    def test_the_filter_leaves_the_totals_out(self):
        page = self._page(parts=(Part([AN, AN], total=counted('cá nhân')),))
        self.assertEqual(page.auto_filter.ref, 'A3:H5')

    def test_an_empty_list_is_a_list(self):
        page = self._page(parts=(Part((), total=counted('cá nhân')),))
        self.assertEqual(page['A4'].value, 'Cộng: 0 cá nhân')

    def test_signatures_stand_side_by_side(self):
        page = self._page(
            AN,
            signatures=(Signature('NGƯỜI LẬP', '(Ký)', 'Lê An'), Signature('TRƯỞNG BAN')),
        )
        said = self._said(page)
        self.assertEqual(said[-3:], [('NGƯỜI LẬP', 'TRƯỞNG BAN'), ('(Ký)',), ('Lê An',)])

    def test_sheets_have_names_of_their_own(self):
        content = build(sheet(AN), sheet(NOBODY))
        self.assertEqual(read(content).sheetnames, ['Danh sách', 'Danh sách (2)'])

    def test_the_same_book_gives_the_same_bytes(self):
        def digest(zone):
            with patch.dict('os.environ', {'TZ': zone}):
                time.tzset()
                return hashlib.sha256(build(sheet(AN, NOBODY))).hexdigest()

        self.addCleanup(time.tzset)

        with self._another_time():
            first = digest('UTC')
        self.assertEqual(first, digest('Asia/Ho_Chi_Minh'))
        self.assertNotEqual(first, hashlib.sha256(build(sheet(AN, AN))).hexdigest())

    def test_the_first_workbook_of_a_process_is_like_the_second(self):
        before = copy.deepcopy(xlsx_engine.OPTIONS)
        build(sheet(AN))
        self.assertEqual(xlsx_engine.OPTIONS, before)

    def _another_time(self):
        """A clock years away: were it read, the bytes would differ."""
        return patch('time.time', return_value=4e9)

    def test_no_temporary_file_stays_behind(self):
        def failing():
            yield AN
            raise LookupError('half way')

        with tempfile.TemporaryDirectory() as folder, patch('tempfile.tempdir', folder):
            build(sheet(AN))
            with self.assertRaisesRegex(LookupError, 'half way'):
                build(sheet(AN), sheet(parts=(Part(failing()),)))
            self.assertEqual(list(Path(folder).iterdir()), [])
