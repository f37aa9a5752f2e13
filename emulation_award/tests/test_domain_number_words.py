from decimal import Decimal
from unicodedata import is_normalized

from hypothesis import example, given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import NumberError
from ..domain.number_words import (
    LARGEST,
    amount_in_words,
    capitalised,
    decimal_in_words,
    dotted,
    in_words,
    ordinal,
)
from .domain_common import exactly

WHOLE = st.integers(0, LARGEST)
#: What each word is worth to a reader who knows nothing of how the text was made.
UNITS = {
    word: value
    for value, words in enumerate(
        ('không', 'một mốt', 'hai', 'ba', 'bốn tư', 'năm lăm', 'sáu', 'bảy', 'tám', 'chín')
    )
    for word in words.split()
}
READ = {
    0: 'không',
    1: 'một',
    5: 'năm',
    10: 'mười',
    11: 'mười một',
    14: 'mười bốn',
    15: 'mười lăm',
    20: 'hai mươi',
    21: 'hai mươi mốt',
    24: 'hai mươi tư',
    25: 'hai mươi lăm',
    91: 'chín mươi mốt',
    100: 'một trăm',
    101: 'một trăm linh một',
    104: 'một trăm linh bốn',
    105: 'một trăm linh năm',
    110: 'một trăm mười',
    115: 'một trăm mười lăm',
    121: 'một trăm hai mươi mốt',
    1_000: 'một nghìn',
    1_001: 'một nghìn không trăm linh một',
    1_010: 'một nghìn không trăm mười',
    1_100: 'một nghìn một trăm',
    2_021: 'hai nghìn không trăm hai mươi mốt',
    10_000: 'mười nghìn',
    105_000: 'một trăm linh năm nghìn',
    710_000: 'bảy trăm mười nghìn',
    1_000_005: 'một triệu không nghìn không trăm linh năm',
    8_000_001: 'tám triệu không nghìn không trăm linh một',
    8_001_000: 'tám triệu không trăm linh một nghìn',
    85_000_120: 'tám mươi lăm triệu không nghìn một trăm hai mươi',
    308_000_962: 'ba trăm linh tám triệu không nghìn chín trăm sáu mươi hai',
    8_000_000: 'tám triệu',
    1_005_000: 'một triệu không trăm linh năm nghìn',
    3_510_000: 'ba triệu năm trăm mười nghìn',
    10**9: 'một tỷ',
    10**9 + 1: 'một tỷ không triệu không nghìn không trăm linh một',
    10**9 + 5_000: 'một tỷ không triệu không trăm linh năm nghìn',
    10**9 + 2 * 10**6 + 3: 'một tỷ không trăm linh hai triệu không nghìn không trăm linh ba',
    1_015_000_000: 'một tỷ không trăm mười lăm triệu',
    10**12: 'một nghìn tỷ',
    LARGEST: 'một triệu tỷ',
}


def value(words):
    """The number that words say, read from left to right by someone else's rules."""
    if ' tỷ' in words:
        billions, rest = words.split(' tỷ')
        return value(billions) * 10**9 + (value(rest) if rest else 0)
    total, group, unit = 0, 0, 0
    for word in words.split():
        if word in UNITS:
            unit = UNITS[word]
        elif word == 'linh':
            unit = 0
        elif word == 'mười':
            group, unit = group + 10, 0
        elif word in ('mươi', 'trăm'):
            group, unit = group + unit * {'mươi': 10, 'trăm': 100}[word], 0
        else:
            total += (group + unit) * {'nghìn': 1_000, 'triệu': 10**6}[word]
            group = unit = 0
    return total + group + unit


class TestInWords(BaseCase):
    def test_known_readings(self):
        self.assertEqual({number: in_words(number) for number in READ}, READ)

    @exactly
    @given(WHOLE)
    @example(LARGEST)
    @example(10**14 + 1)
    def test_reads_back(self, number):
        self.assertEqual(value(in_words(number)), number)

    @exactly
    @given(WHOLE)
    def test_text_is_clean(self, number):
        words = in_words(number)
        self.assertEqual(' '.join(words.split()), words)
        self.assertTrue(is_normalized('NFC', words))
        self.assertEqual(words, words.lower())

    @exactly
    @given(st.integers(1, 9), st.integers(2, 9))
    def test_one_four_and_five_change_after_tens(self, unit, tens):
        last = in_words(tens * 10 + unit).split()[-1]
        expected = {1: 'mốt', 4: 'tư', 5: 'lăm'}.get(unit, in_words(unit))
        self.assertEqual(last, expected)

    def test_refused(self):
        for number in (-1, LARGEST + 1, 1.0, '5', True, None):
            with self.assertRaises(NumberError):
                in_words(number)


class TestAmount(BaseCase):
    def test_round_thousands_are_closed(self):
        self.assertEqual(amount_in_words(1_520_000), 'Một triệu năm trăm hai mươi nghìn đồng chẵn')

    def test_others_are_open(self):
        self.assertEqual(amount_in_words(702_500), 'Bảy trăm linh hai nghìn năm trăm đồng')

    def test_nothing(self):
        self.assertEqual(amount_in_words(0), 'Không đồng')

    @exactly
    @given(WHOLE)
    def test_amount_reads_back(self, dong):
        words = amount_in_words(dong).removesuffix(' chẵn').removesuffix(' đồng')
        self.assertEqual(value(words[0].lower() + words[1:]), dong)

    def test_negative_amount(self):
        with self.assertRaises(NumberError):
            amount_in_words(-10_000)


class TestOrdinal(BaseCase):
    def test_first_and_fourth_are_special(self):
        self.assertEqual(
            [ordinal(number) for number in (1, 2, 3, 4, 5, 14, 24)],
            [
                'thứ nhất',
                'thứ hai',
                'thứ ba',
                'thứ tư',
                'thứ năm',
                'thứ mười bốn',
                'thứ hai mươi tư',
            ],
        )

    def test_refused(self):
        for number in (0, -1):
            with self.assertRaises(NumberError):
                ordinal(number)


class TestDecimal(BaseCase):
    def test_decimals_digit_by_digit(self):
        read = {
            '1.5': 'một phẩy năm',
            '0.3': 'không phẩy ba',
            '2.05': 'hai phẩy không năm',
            '12.50': 'mười hai phẩy năm',
            '3.00': 'ba',
            '1E+2': 'một trăm',
        }
        self.assertEqual({text: decimal_in_words(Decimal(text)) for text in read}, read)

    @exactly
    @given(st.decimals(0, 10**6, places=4))
    def test_decimal_reads_back(self, number):
        whole, _, decimals = decimal_in_words(number).partition(' phẩy ')
        digits = ''.join(str(UNITS[word]) for word in decimals.split())
        self.assertEqual(Decimal(f'{value(whole)}.{digits or 0}'), number)

    def test_refused(self):
        for number in (Decimal('-0.1'), Decimal('NaN'), Decimal('Infinity'), 1.5):
            with self.assertRaises(NumberError):
                decimal_in_words(number)


class TestFigures(BaseCase):
    @exactly
    @given(WHOLE)
    def test_dotted_is_the_number(self, number):
        self.assertEqual(int(dotted(number).replace('.', '')), number)

    @exactly
    @given(st.integers(10**3, LARGEST))
    def test_groups_of_three(self, number):
        self.assertRegex(dotted(number), r'^[0-9]{1,3}(\.[0-9]{3})+$')

    def test_capital_with_marks(self):
        self.assertEqual(capitalised('ông'), 'Ông')
