import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.decree30 import document_number, padded
from ..domain.document_number import clean_number, number_key
from .domain_common import exactly

NUMBER = '5/QĐ-BQLKKTCK'
#: What prints like it, or like it but for the zero the print adds.
SAME = (
    '05/QĐ-BQLKKTCK',
    '005/QĐ-BQLKKTCK',
    '5/QĐ–BQLKKTCK',
    '5/QĐ—BQLKKTCK',
    '5/QĐ−BQLKKTCK',
    '5/QĐ‑BQLKKTCK',
    '5/QĐ-BQLKKTCK\u200b',
    '\ufeff5/QĐ-BQL\u2060KKTCK',
    '5\xa0/ QĐ - BQLKKTCK ',
    '5/QÐ-BQLKKTCK',  # the Icelandic letter
    '5⁄QĐ-BQLKKTCK',
    '５／ＱĐ-BQLKKTCK',
    '5/qđ-bqlkktck',
)
OTHER = ('50/QĐ-BQLKKTCK', '5/QĐ-BQLKKTC', '5-QĐ/BQLKKTCK', '15/QĐ-BQLKKTCK', '5/QD-BQLKKTCK')


class TestDocumentNumber(BaseCase):
    def test_what_prints_alike_is_one_number(self):
        for number in SAME:
            with self.subTest(ascii(number)):
                self.assertEqual(number_key(number), number_key(NUMBER))

    def test_other_numbers_are_others(self):
        for number in OTHER:
            with self.subTest(number):
                self.assertNotEqual(number_key(number), number_key(NUMBER))

    def test_a_letter_and_its_mark_are_one(self):
        number = '7/QĐ-ỦY'
        self.assertEqual(
            number_key(unicodedata.normalize('NFD', number)),
            number_key(unicodedata.normalize('NFC', number)),
        )
        self.assertNotEqual(number_key(number), number_key('7/QĐ-ÙY'), 'another tone')

    def test_it_is_stored_as_it_is_printed(self):
        for number in (*SAME[:-1], *OTHER):
            with self.subTest(ascii(number)):
                stored = clean_number(number)
                self.assertEqual(padded(stored), stored)
                self.assertEqual(document_number(stored, 'QĐ', 'X', 'state'), f'Số: {stored}')
        self.assertEqual({clean_number(number) for number in SAME[:-1]}, {'05/QĐ-BQLKKTCK'})

    def test_nothing_says_nothing(self):
        for number in ('', ' ', '\u200b', '\t\n'):
            with self.subTest(ascii(number)):
                self.assertEqual((clean_number(number), number_key(number)), ('', ''))

    @exactly
    @given(st.text())
    def test_cleaning_is_done_once(self, number):
        clean = clean_number(number)
        self.assertEqual(clean_number(clean), clean)
        self.assertEqual(number_key(clean), number_key(number))

    @exactly
    @given(st.text('0123456789/-QĐUqđu –\u200b', max_size=12))
    def test_same_key_same_print_but_for_case(self, number):
        key = number_key(number)
        self.assertEqual(number_key(key), key)
        self.assertEqual(number_key(number.upper()), key)
