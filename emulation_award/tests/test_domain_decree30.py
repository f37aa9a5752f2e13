from datetime import date
from unicodedata import normalize

from odoo.tests import BaseCase

from ..domain.decree30 import MOTTO, NATIONAL_NAME, PARTY_NAME, Style, heading, place_date
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
