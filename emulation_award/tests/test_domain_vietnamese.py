from datetime import date
from functools import cmp_to_key
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import UnknownWordError
from ..domain.vietnamese import (
    clean_name,
    count_with_zero,
    deadline_text,
    month_year,
    nfc,
    official_date,
    paragraphs,
    period_text,
    printable,
    short_date,
    sort_key,
    text_key,
    two_digits,
    without_marks,
)
from .domain_common import exactly

# The order as a dictionary prints it: each row a letter in its six tones.
VOWELS = (
    'aàảãáạ', 'ăằẳẵắặ', 'âầẩẫấậ', 'eèẻẽéẹ', 'êềểễếệ', 'iìỉĩíị',
    'oòỏõóọ', 'ôồổỗốộ', 'ơờởỡớợ', 'uùủũúụ', 'ưừửữứự', 'yỳỷỹýỵ',
)  # fmt: skip
LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
ROW_OF = {vowel: (row[0], tone) for row in VOWELS for tone, vowel in enumerate(row)}

vowels = st.sampled_from([vowel for row in VOWELS for vowel in row])
consonants = st.sampled_from(['', 'đ', 'd', 'h', 'nh', 'th', 'f', 'z'])
syllables = st.builds(lambda *parts: ''.join(parts), consonants, vowels, consonants)
# Few enough of them that names often share a part.
familiar = st.sampled_from(['An', 'Ăn', 'Ánh', 'hà', 'Hạ', 'Đào'])
names = st.lists(familiar | familiar | syllables, max_size=4).map(' '.join)


def by_sign(one, other):
    return (one > other) - (one < other)


def compare_syllables(one, other):
    """Compare letter by letter, and only then by tone."""
    one, other = ([ROW_OF.get(letter, (letter, 0)) for letter in word] for word in (one, other))
    for (letter, _), (other_letter, _) in zip(one, other, strict=False):
        if letter != other_letter:
            return by_sign(LETTERS.index(letter), LETTERS.index(other_letter))
    if len(one) != len(other):
        return by_sign(len(one), len(other))
    return by_sign(max(tone for _, tone in one), max(tone for _, tone in other))


def compare_rows(one, other):
    """Compare syllable by syllable; the shorter row first."""
    for syllable, other_syllable in zip(one, other, strict=False):
        if order := compare_syllables(syllable, other_syllable):
            return order
    return by_sign(len(one), len(other))


def compare_names(one, other):
    """Compare by given name, then middle names, then family name."""
    for one_part, other_part in zip(name_parts(one), name_parts(other), strict=True):
        if order := compare_rows(one_part, other_part):
            return order
    return 0


def name_parts(full_name):
    *others, given = full_name.lower().split() or ['']
    return [given] if given else [], others[1:], others[:1]


class TestSortKey(BaseCase):
    def assert_sorted(self, *full_names):
        keys = [sort_key(full_name) for full_name in full_names]
        self.assertEqual(keys, sorted(set(keys)))

    def assert_same(self, *full_names):
        self.assertEqual(len({sort_key(full_name) for full_name in full_names}), 1)

    def test_letters_with_marks_are_letters_of_their_own(self):
        self.assert_sorted('An', 'Ánh', 'Ăn', 'Ân', 'Dũng', 'Đào', 'Đặng')

    def test_whole_alphabet(self):
        self.assert_sorted(*'0123456789', *LETTERS)

    def test_tones(self):
        for row in VOWELS:
            with self.subTest(row[0]):
                self.assert_sorted(*(f'L{vowel}n' for vowel in row))

    def test_tone_counts_after_the_whole_syllable(self):
        self.assert_sorted('La', 'Lá', 'Lan', 'Làn', 'Lanh')

    def test_tone_counts_before_the_next_name(self):
        self.assert_sorted('Vũ Hà', 'An Hạ')

    def test_given_name_first(self):
        self.assert_sorted('Vũ Văn An', 'Bùi Anh Bình')

    def test_then_middle_names(self):
        self.assert_sorted('Vũ An Hà', 'Bùi Thị Hà')

    def test_then_family_name(self):
        self.assert_sorted('Bùi Thị Hà', 'Vũ Thị Hà')

    def test_fewer_middle_names_first(self):
        self.assert_sorted('Hà', 'An Hà', 'Vũ Hà', 'Vũ Thị Hà', 'Bùi Thị An Hà')

    def test_family_name_is_not_a_middle_name(self):
        self.assert_sorted('Vũ Hà', 'Bùi An Hà')

    def test_place_of_the_tone_mark_does_not_matter(self):
        self.assert_same('Hòa', 'Hoà')

    def test_case_spaces_and_unicode_form_do_not_matter(self):
        self.assert_same('Đặng Thị Ánh', ' ĐẶNG  THỊ ÁNH ', normalize('NFD', 'đặng thị ánh'))

    def test_hyphen_parts_a_given_name_into_syllables(self):
        self.assert_sorted('Vũ Anh', 'Vũ Anh-Thư', 'Vũ Ánh')

    def test_apostrophe_is_passed_over(self):
        self.assert_same("H'Hen Niê", 'H’Hen Niê', 'HHen Niê')

    def test_foreign_marks_are_passed_over(self):
        self.assert_same('Müller', 'Muller')

    def test_foreign_letters_come_last(self):
        self.assert_sorted('Zz', 'Øz', 'Иван', '李')

    def test_foreign_letters_do_not_shift_what_follows(self):
        self.assert_sorted('李 An', '李 Ăn', '李 Zz')

    def test_lone_signs_are_no_names(self):
        self.assert_same('Vũ An', 'Vũ - An .')

    def test_nobody_comes_first(self):
        self.assert_sorted('', 'A')

    def test_spaces_are_nobody(self):
        self.assert_same('', '  ', '-')

    @exactly
    @given(st.lists(names, max_size=6))
    def test_order_is_that_of_a_dictionary(self, full_names):
        self.assertEqual(
            sorted(full_names, key=sort_key), sorted(full_names, key=cmp_to_key(compare_names))
        )

    @exactly
    @given(names, names)
    def test_keys_are_equal_exactly_where_names_are(self, one, other):
        self.assertEqual(sort_key(one) == sort_key(other), compare_names(one, other) == 0)

    @exactly
    @given(st.text() | names)
    def test_key_is_an_even_row_of_digits(self, text):
        self.assertRegex(sort_key(text), r'\A([0-9]{2})*\Z')


class TestTextKey(BaseCase):
    def test_first_word_first(self):
        bodies = ['Ban Xây dựng', 'Đội An', 'Phòng Dự án', 'Phòng Đầu tư']
        self.assertEqual(sorted(set(bodies), key=text_key), bodies)

    def test_the_shorter_of_two_alike_first(self):
        self.assertLess(text_key('Văn phòng'), text_key('Văn phòng Ban'))

    def test_lone_signs_and_case_do_not_matter(self):
        self.assertEqual(text_key('Quy hoạch - Xây dựng'), text_key('quy hoạch xây  dựng'))

    @exactly
    @given(names, names)
    def test_one_word_sorts_as_a_given_name_does(self, one, other):
        one, other = one.replace(' ', '-'), other.replace(' ', '-')
        self.assertEqual(
            by_sign(text_key(one), text_key(other)), by_sign(sort_key(one), sort_key(other))
        )


class TestNames(BaseCase):
    def test_nfc(self):
        self.assertEqual(nfc(normalize('NFD', 'Đặng Ánh')), normalize('NFC', 'Đặng Ánh'))

    def test_nfc_keeps_spaces(self):
        self.assertEqual(nfc(' a  b '), ' a  b ')

    def test_printable_drops_what_no_font_shows(self):
        pasted = 'Hoa\u200b\u0300n\x07 tha\u0300nh\u00ad\ud800'
        self.assertEqual(printable(pasted), normalize('NFC', 'Hoàn thành'))

    def test_printable_makes_bullets_hyphens_and_tabs_blanks(self):
        self.assertEqual(printable(' \uf0b7\tMột   việc '), '- Một việc')

    def test_paragraphs_drop_blank_lines(self):
        self.assertEqual(paragraphs('\n Một. \r\n\u200b\nHai.'), ('Một.', 'Hai.'))

    def test_without_marks(self):
        self.assertEqual(without_marks('Đặng Thị Ưởng, đỗ'), 'Dang Thi Uong, do')

    def test_clean_name(self):
        self.assertEqual(
            clean_name(normalize('NFD', '\tNguyễn \xa0Quốc\nToàn ')),
            normalize('NFC', 'Nguyễn Quốc Toàn'),
        )


class TestNumbers(BaseCase):
    def test_two_digits(self):
        self.assertEqual(
            [two_digits(n) for n in (0, 5, 9, 10, 123)], ['00', '05', '09', '10', '123']
        )

    def test_count_with_zero(self):
        self.assertEqual(
            [count_with_zero(n) for n in (0, 1, 9, 10, 123)], ['0', '01', '09', '10', '123']
        )


class TestDates(BaseCase):
    def test_official_date(self):
        texts = [
            official_date(date(2025, month, day))
            for month, day in ((1, 5), (2, 9), (3, 10), (8, 15), (10, 1), (12, 31))
        ]
        self.assertEqual(
            texts,
            [
                'ngày 05 tháng 01 năm 2025',
                'ngày 09 tháng 02 năm 2025',
                'ngày 10 tháng 3 năm 2025',
                'ngày 15 tháng 8 năm 2025',
                'ngày 01 tháng 10 năm 2025',
                'ngày 31 tháng 12 năm 2025',
            ],
        )

    def test_short_date(self):
        texts = [short_date(date(2025, month, day)) for month, day in ((8, 15), (6, 3), (1, 5))]
        self.assertEqual(texts, ['15/8/2025', '03/6/2025', '05/01/2025'])

    def test_month_year(self):
        texts = [month_year(date(2025, month, 1)) for month in (2, 3, 5, 10)]
        self.assertEqual(texts, ['tháng 02/2025', 'tháng 3/2025', 'tháng 5/2025', 'tháng 10/2025'])


class TestPeriodText(BaseCase):
    def test_seed_phase_1(self):
        text = period_text(date(2025, 5, 1), 'month', date(2025, 8, 15), 'day')
        self.assertEqual(text, 'từ tháng 5/2025 đến hết ngày 15/8/2025')

    def test_seed_phase_2(self):
        text = period_text(date(2025, 8, 15), 'day', date(2025, 10, 31), 'month')
        self.assertEqual(text, 'từ ngày 15/8/2025 đến hết tháng 10/2025')

    def test_open_end(self):
        text = period_text(date(2025, 8, 15), 'day', None, 'month')
        self.assertEqual(text, 'từ ngày 15/8/2025')

    def test_unknown_precision_is_refused(self):
        with self.assertRaises(UnknownWordError):
            period_text(date(2025, 8, 15), 'week', None, 'day')


class TestDeadlineText(BaseCase):
    def test_before(self):
        self.assertEqual(deadline_text(date(2025, 8, 30), 'before'), 'trước ngày 30/8/2025')

    def test_no_later_than(self):
        text = deadline_text(date(2025, 8, 30), 'no_later_than')
        self.assertEqual(text, 'chậm nhất ngày 30/8/2025')

    def test_unknown_wording_is_refused(self):
        with self.assertRaises(UnknownWordError):
            deadline_text(date(2025, 8, 30), 'around')
