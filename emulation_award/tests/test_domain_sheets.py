import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain import sheets
from ..domain.sheets import CELL_UNITS, CUT, NAME_LENGTH, Column, Part, Sheet
from .domain_common import exactly


def units(said):
    return len(said.encode('utf-16-le')) // 2


class TestSheetText(BaseCase):
    """What a cell can hold."""

    def test_marks_become_one_with_their_letters(self):
        loose = unicodedata.normalize('NFD', 'Đặng Thị Ngọc Ễn')
        self.assertEqual(sheets.text(loose), 'Đặng Thị Ngọc Ễn')

    def test_control_characters_and_empty_lines_go(self):
        self.assertEqual(sheets.text('a\x00b\x0b\r\n\n\u200bc\ud800'), 'ab\nc')

    def test_the_longest_text_that_fits_is_whole(self):
        whole = 'x' * CELL_UNITS
        self.assertEqual(sheets.text(whole), whole)

    def test_one_more_is_cut_with_a_mark(self):
        cut = sheets.text('x' * (CELL_UNITS + 1))
        self.assertEqual((len(cut), cut[-len(CUT) :]), (CELL_UNITS, CUT))

    def test_characters_of_two_units_count_twice_and_stay_whole(self):
        cut = sheets.text('\N{PARTY POPPER}' * 20_000)
        self.assertLessEqual(units(cut), CELL_UNITS)
        self.assertEqual(set(cut.removesuffix(CUT)), {'\N{PARTY POPPER}'})

    def test_three_megabytes(self):
        cut = sheets.text('Thành tích năm 2025. ' * 150_000)
        self.assertLessEqual(units(cut), CELL_UNITS)
        self.assertTrue(cut.endswith(CUT))

    def test_what_is_not_looked_at_is_said_to_be_missing(self):
        self.assertEqual(sheets.text(' ' * 70_000 + 'x'), CUT)

    @exactly
    @given(st.text(max_size=200), st.integers(len(CUT), 60))
    def test_every_text_fits_and_is_clean(self, value, limit):
        said = sheets.text(value, limit)
        self.assertLessEqual(units(said), limit)
        self.assertEqual(unicodedata.normalize('NFC', said), said)
        self.assertFalse([one for one in said if unicodedata.category(one) in {'Cf', 'Cs'}])
        self.assertNotRegex(said, '[\x00-\x09\x0b-\x1f]')


class TestSheetNames(BaseCase):
    """Names of sheets as the file format takes them."""

    def _names(self, *names):
        return sheets.sheet_names(names)

    def test_forbidden_characters_and_length(self):
        self.assertEqual(self._names('a[b]:*?/\\c'), ('a-b------c',))
        self.assertEqual(self._names('x' * 40), ('x' * NAME_LENGTH,))

    def test_same_names_in_any_case_are_told_apart(self):
        self.assertEqual(
            self._names('Tập thể', 'TẬP THỂ', 'tập thể (2)'),
            ('Tập thể', 'TẬP THỂ (2)', 'tập thể (2) (2)'),
        )

    def test_long_names_that_differ_at_their_end_are_told_apart(self):
        names = self._names('x' * 40 + 'a', 'x' * 40 + 'b')
        self.assertEqual(names[1], 'x' * 27 + ' (2)')

    def test_names_the_format_reserves_or_cannot_have(self):
        self.assertEqual(self._names('History', "'", ' '), ('History (2)', 'Trang', 'Trang (2)'))

    @exactly
    @given(st.lists(st.text(max_size=40), max_size=8))
    def test_any_names(self, names):
        found = sheets.sheet_names(names)
        self.assertEqual(len(found), len(names))
        self.assertEqual(len({one.casefold() for one in found}), len(found))
        for one in found:
            self.assertTrue(0 < units(one) <= NAME_LENGTH, one)
            self.assertNotRegex(one, r"^'|'$|[\[\]:*?/\\]")


class TestSheetParts(BaseCase):
    """Numbers, totals and the halves of the heading."""

    def test_numbering_starts_where_told(self):
        self.assertEqual(list(sheets.numbered([('a', 1)], start=3)), [(3, 'a', 1)])

    def test_totals_count_as_official_texts_do(self):
        self.assertEqual(sheets.counted('tập thể')(0), 'Cộng: 0 tập thể')
        self.assertEqual(sheets.grand_total(0, 7), 'Tổng số: 0 tập thể, 07 cá nhân.')

    def test_rows_are_not_read_before_they_are_written(self):
        read = []
        rows = (read.append(number) for number in range(2))

        part = Part(sheets.numbered(rows))

        Sheet('', '', (), (part,))
        self.assertEqual(read, [])

    def test_only_one_table_without_lines_in_between_is_plain(self):
        plain = Sheet('', '', (), (Part(()),))
        titled = Sheet('', '', (), (Part((), title='I. TẬP THỂ'),))
        self.assertEqual((plain.is_plain, titled.is_plain), (True, False))

    def test_both_sides_of_the_heading_have_a_column(self):
        wide = (Column('', width=90), Column('', width=5))
        self.assertEqual((sheets.sides(wide), sheets.sides(wide[::-1])), (1, 1))

    def test_file_names_are_plain(self):
        self.assertEqual(sheets.file_name('So'), 'So.xlsx')
        self.assertEqual(sheets.file_name('So', '../../Đợt 1\n"; rm'), 'So - Dot 1 rm.xlsx')
