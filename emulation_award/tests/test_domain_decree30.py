from datetime import date
from unicodedata import normalize

from odoo.tests import BaseCase

from ..domain.decree30 import (
    MOTTO,
    NATIONAL_NAME,
    PARTY_NAME,
    Style,
    document_number,
    heading,
    padded,
    place_date,
)
from ..domain.errors import UnknownWordError


class TestHeading(BaseCase):
    def test_bodies_in_capitals(self):
        made = heading('UBND tỉnh Lạng Sơn', 'Phòng Quản lý Đầu tư', Style.STATE)
        self.assertEqual(
            (made.superior, made.issuer), ('UBND TỈNH LẠNG SƠN', 'PHÒNG QUẢN LÝ ĐẦU TƯ')
        )

    def test_composed_letters(self):
        made = heading('', normalize('NFD', 'Tổ Nữ công'), Style.STATE)
        self.assertEqual(made.issuer, normalize('NFC', 'TỔ NỮ CÔNG'))

    def test_state(self):
        made = heading('', 'Ban', 'state')
        self.assertEqual((made.right, made.motto, made.is_party), (NATIONAL_NAME, MOTTO, False))

    def test_party(self):
        made = heading('', 'Chi bộ', 'party')
        self.assertEqual((made.right, made.motto, made.is_party), (PARTY_NAME, '', True))

    def test_unknown_style(self):
        with self.assertRaises(UnknownWordError):
            heading('', 'Ban', 'company')


class TestPlaceDate(BaseCase):
    def test_january_and_single_digits(self):
        self.assertEqual(
            place_date('Lạng Sơn', date(2026, 1, 5)), 'Lạng Sơn, ngày 05 tháng 01 năm 2026'
        )

    def test_undated(self):
        self.assertEqual(place_date('Lạng Sơn', None), 'Lạng Sơn, ngày … tháng … năm …')

    def test_nothing_known(self):
        self.assertEqual(place_date('  ', None), '…, ngày … tháng … năm …')


class TestNumber(BaseCase):
    def test_state(self):
        said = {'5/QĐ-BQL': '05', '05/QĐ-BQL': '05', '15/QĐ-BQL': '15', '105/QĐ-BQL': '105'}
        made = {text: document_number(text, 'QĐ', 'BQL', 'state') for text in said}
        self.assertEqual(made, {text: f'Số: {said[text]}/QĐ-BQL' for text in said})

    def test_party(self):
        self.assertEqual(document_number('5-QĐ/ĐU', 'QĐ', 'ĐU', 'party'), 'Số 05-QĐ/ĐU')

    def test_not_known(self):
        self.assertEqual(document_number(' ', 'QĐ', 'BQL', 'state'), 'Số: …/QĐ-BQL')
        self.assertEqual(document_number('', 'TTr', '', 'party'), 'Số …-TTr/…')

    def test_year_is_no_number(self):
        self.assertEqual(padded('2025/QĐ'), '2025/QĐ')
        self.assertEqual(padded('QĐ 5'), 'QĐ 5')

    def test_unknown_style_of_a_number(self):
        with self.assertRaises(UnknownWordError):
            document_number('1', 'QĐ', 'BQL', 'firm')
