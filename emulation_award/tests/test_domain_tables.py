import unicodedata
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import TableError
from ..domain.table_headings import HEADINGS, Column
from ..domain.tables import Formula, as_text, columns_of, find_table, plain, read_day, read_money
from ..domain.text_tables import decoded, text_rows
from .domain_common import exactly

VIETNAMESE = 'Họ và tên: Nguyễn Thị Ngọc Ễn, Đặng Văn Ước – Giấy khen'
NEEDED = frozenset({Column.NAME, Column.AWARD})


def refusal(call, *args):
    """Code of the error a call ends with, '' if it does not."""
    try:
        call(*args)
    except TableError as error:
        return error.code
    return ''


class TestHeadings(BaseCase):
    def test_marks_case_and_signs_do_not_matter(self):
        for written in (
            'Hình thức khen thưởng',
            'HÌNH THỨC KHEN THƯỞNG',
            unicodedata.normalize('NFD', 'Hình thức\nkhen thưởng (*)'),
            '  hinh thuc   khen thuong:',
        ):
            self.assertEqual(columns_of([written]), {Column.AWARD: 0})

    def test_english_is_understood(self):
        self.assertEqual(
            columns_of(['Full name', 'Award', 'Decision date', 'Department']),
            {Column.NAME: 0, Column.AWARD: 1, Column.DATE: 2, Column.UNIT: 3},
        )

    def test_no_heading_means_two_columns(self):
        headings = [heading for some in HEADINGS.values() for heading in some]
        self.assertEqual(len(headings), len(set(headings)))
        self.assertEqual([plain(heading) for heading in headings], headings)

    def test_the_first_of_a_kind_counts(self):
        self.assertEqual(columns_of(['Họ tên', 'Tên']), {Column.NAME: 0})

    def test_headings_stand_below_the_title(self):
        rows = [
            ['ỦY BAN NHÂN DÂN', None],
            ['DANH SÁCH khen thưởng', 'Năm'],
            [],
            ['STT', 'Họ và tên', 'Danh hiệu', 'Ghi riêng'],
            [1, 'Vũ An', 'Giấy khen', 'x'],
            [None, ' ', ''],
            [2, 'Lê Bình', 'Giấy khen'],
        ]
        table = find_table(rows, NEEDED)
        self.assertEqual([number for number, _row in table.rows], [5, 7])
        self.assertEqual(table.unknown, ('STT', 'Ghi riêng'))
        self.assertEqual(table.text(table.rows[1][1], Column.AWARD), 'Giấy khen')
        self.assertEqual(table.text(table.rows[1][1], Column.CITATION), '')

    def columns(self, *rows):
        table = find_table(rows, NEEDED)
        return dict(table.columns), table.unknown, [number for number, _row in table.rows]

    def test_a_word_over_two_columns_and_words_below_it(self):
        person = [1, 'Vũ An', 'Văn phòng', 'Giấy khen', '12/QĐ', '06/5/2020', 710_000]
        expected = {
            Column.NAME: 1,
            Column.UNIT: 2,
            Column.AWARD: 3,
            Column.NUMBER: 4,
            Column.DATE: 5,
            Column.PRIZE: 6,
        }
        upper = ['STT', 'Họ và tên', 'Đơn vị', 'Hình thức khen thưởng']
        for group, number, day in (
            ('Quyết định', 'Số', 'Ngày'),
            ('Quyết định', 'Số', 'Ngày, tháng, năm'),
            ('QUYẾT ĐỊNH KHEN THƯỞNG', 'Số', 'Ngày tháng năm'),
            ('QĐ', 'Số', 'Ngày'),
            ('Quyết định', 'Số, ký hiệu', 'Ngày ban hành'),
            ('Văn bản', 'Số quyết định', 'Ngày ký'),
        ):
            for blank in (None, ''):
                rows = [
                    ['DANH SÁCH'],
                    [*upper, group, blank, 'Tiền thưởng'],
                    [blank, blank, blank, blank, number, day, blank],
                    person,
                ]
                with self.subTest(group=group, day=day, blank=blank):
                    self.assertEqual(self.columns(*rows), (expected, ('STT',), [4]))
        # As programs write it that know no merged cells.
        rows = [[*upper, 'Quyết định', 'Quyết định'], ['', '', '', '', 'Số', 'Ngày'], person]
        self.assertEqual(self.columns(*rows)[0][Column.DATE], 5)

    def test_what_a_group_says_that_nobody_knows_is_left_out_by_name(self):
        columns, unknown, rows = self.columns(
            ['Họ tên', 'Năm sinh', None, 'Danh hiệu', 'Quyết định', None, None],
            [None, 'Nam', 'Nữ', None, 'Số', 'Ngày', 'Nơi lưu'],
            ['Vũ An', 1980, None, 'Giấy khen', '12/QĐ', '6/5/2020', 'Tủ 2'],
        )
        self.assertEqual(
            columns, {Column.NAME: 0, Column.AWARD: 3, Column.NUMBER: 4, Column.DATE: 5}
        )
        self.assertEqual(unknown, ('Năm sinh – Nam', 'Năm sinh – Nữ', 'Quyết định – Nơi lưu'))
        self.assertEqual(rows, [3])

    def test_who_signed_is_not_who_is_awarded(self):
        columns, unknown, _rows = self.columns(
            ['Cá nhân, tập thể', 'Danh hiệu', 'Người ký', None],
            [None, None, 'Họ và tên', 'Chức vụ'],
            ['Vũ An', 'Giấy khen', 'Lê Bình', 'Trưởng ban'],
        )
        self.assertEqual(columns, {Column.NAME: 0, Column.AWARD: 1})
        self.assertEqual(unknown, ('Người ký – Họ và tên', 'Người ký – Chức vụ'))

    def test_names_may_stand_in_a_group_too(self):
        columns, _unknown, rows = self.columns(
            ['STT', 'Người được khen thưởng', None, 'Khen thưởng', None],
            [None, 'Họ và tên', 'Đơn vị công tác', 'Hình thức', 'Số quyết định'],
            [1, 'Vũ An', 'Văn phòng', 'Giấy khen', '12/QĐ'],
        )
        self.assertEqual(
            columns, {Column.NAME: 1, Column.UNIT: 2, Column.AWARD: 3, Column.NUMBER: 4}
        )
        self.assertEqual(rows, [3])

    def test_rows_below_the_headings_are_no_headings(self):
        headings = ['STT', 'Họ và tên', 'Hình thức', '', 'Năm']
        for row in (
            ['I', 'TẬP THỂ'],
            ['I. TẬP THỂ'],
            ['', 'TẬP THỂ', '', '', ''],
            ['I', '', '', 'TẬP THỂ', ''],
            [1, 2, 3, 4, 5],
            ['(1)', '(2)', '(3)', '(4)', '(5)'],
            ['', 'Vũ An', 'Khen thưởng', 'x', ''],
            ['1', 'Vũ An', 'Giấy khen', 'x', '2020'],
        ):
            with self.subTest(row):
                self.assertEqual(self.columns(headings, row)[2], [2])

    def test_without_the_needed_headings_it_is_no_list(self):
        self.assertEqual(
            refusal(find_table, [['Họ tên', 'Ngày']], NEEDED), 'table_headings_missing'
        )
        self.assertEqual(refusal(find_table, [], NEEDED), 'table_headings_missing')


class TestCells(BaseCase):
    def test_days_as_people_write_them(self):
        day = date(2020, 9, 5)
        for written in (
            '05/09/2020',
            '5/9/2020',
            '05-9-2020',
            ' 05 . 09 . 2020 ',
            '2020-09-05',
            'ngày 05 tháng 9 năm 2020',
            'Ngày 5 tháng 09 năm 2020',
            date(2020, 9, 5),
            datetime(2020, 9, 5, 13, 30),
        ):
            with self.subTest(written):
                self.assertEqual(read_day(written), (day, None))

    def test_a_year_alone(self):
        for written in (2020, 2020.0, '2020', 'Năm 2020'):
            with self.subTest(written):
                self.assertEqual(read_day(written), (None, 2020))

    def test_what_is_no_day(self):
        for written in (
            '31/02/2020',
            '9/25/2020',
            '05/09/20',
            '05/2020',
            'hôm qua',
            44082,
            '1/1/1899',
            True,
            Formula('=TODAY()'),
        ):
            with self.subTest(written):
                self.assertEqual(refusal(read_day, written), 'table_bad_date')

    def test_amounts(self):
        for written, amount in (
            ('1.410.000 đ', 1_410_000),
            ('1,410,000', 1_410_000),
            ('1 410 000 đồng', 1_410_000),
            ('710000', 710_000),
            (710_000.0, 710_000),
            (None, 0),
        ):
            with self.subTest(written):
                self.assertEqual(read_money(written), amount)
        for written in ('1,5', '-3', 'ba', 0.5, '1.41.000'):
            with self.subTest(written):
                self.assertEqual(refusal(read_money, written), 'table_bad_amount')
        self.assertEqual(read_money('2.147.483.647 đ'), 2_147_483_647)
        self.assertEqual(read_money('0' * 5_000 + '7'), 7)
        for written in (2_147_483_648, '3.000.000.000', '9' * 12, '9' * 5_000):
            with self.subTest(written):
                self.assertEqual(refusal(read_money, written), 'decision_prize_too_large')

    @exactly
    @given(st.dates(date(1945, 1, 1), date(2199, 12, 31)))
    def test_whatever_day_is_written_is_read(self, day):
        for pattern in ('%d/%m/%Y', '%d-%m-%Y', '%Y-%m-%d'):
            self.assertEqual(read_day(day.strftime(pattern)), (day, None))

    @exactly
    @given(st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.none())
    def test_any_cell_is_read_or_refused(self, value):
        self.assertEqual(as_text(value), unicodedata.normalize('NFC', as_text(value)))
        self.assertIn(refusal(read_day, value), ('', 'table_bad_date'))
        refused = ('', 'table_bad_amount', 'decision_prize_too_large')
        self.assertIn(refusal(read_money, value), refused)


class TestText(BaseCase):
    def test_encodings(self):
        for encoding in ('utf-8', 'utf-8-sig', 'utf-16'):
            with self.subTest(encoding):
                self.assertEqual(decoded(VIETNAMESE.encode(encoding))[0], VIETNAMESE)

    def test_windows_1258_comes_composed(self):
        # Its tones are characters of their own, its other marks are not.
        tones = '\u0300\u0301\u0303\u0309\u0323'
        written = ''
        for letter in 'Họ tên: Đặng Văn Ước, Giấy khen':
            parts = unicodedata.normalize('NFD', letter)
            tone = ''.join(mark for mark in parts if mark in tones)
            base = unicodedata.normalize('NFC', ''.join(c for c in parts if c not in tones))
            written += base + tone
        text, encoding = decoded(written.encode('cp1258'))
        self.assertEqual((text, encoding), ('Họ tên: Đặng Văn Ước, Giấy khen', 'cp1258'))

    def test_what_is_no_text(self):
        for content in (
            b'\x89PNG\r\n\x1a\n\0\0',
            b'MZ\x90\0\x03',
            b'\xff\xfea\xd8',
            b'\xd2\x01\x02',
        ):
            with self.subTest(content):
                self.assertEqual(refusal(decoded, content), 'table_no_text')

    def test_separators(self):
        for separator in ',;\t|':
            rows = [['Họ tên', 'Danh hiệu'], ['An', f'Giấy{separator}khen']]
            text = f'Họ tên{separator}Danh hiệu\nAn{separator}"Giấy{separator}khen"'
            with self.subTest(separator):
                self.assertEqual(text_rows(text), rows)

    @exactly
    @given(st.binary(max_size=200))
    def test_any_bytes_are_read_or_refused(self, content):
        try:
            text, _encoding = decoded(content)
        except TableError:
            return
        self.assertEqual(text, unicodedata.normalize('NFC', text))
        self.assertIn(refusal(text_rows, text), ('', 'table_damaged'))
