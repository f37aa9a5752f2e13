from dataclasses import replace
from datetime import date
from itertools import pairwise
from unicodedata import is_normalized, normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.calibration import sheet
from ..domain.certificate import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    Facts,
    Layout,
    certificate,
    without_emblem,
)
from ..domain.decree30 import MOTTO, NATIONAL_NAME, PARTY_NAME, Signature
from ..domain.errors import UnknownWordError
from ..domain.signing import Signing
from ..domain.text_fit import POINT, text_width
from .domain_common import exactly

FACTS = Facts(
    style='state',
    decider='Trưởng ban Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
    award='Giấy khen của Trưởng ban',
    kind='individual',
    name='Vũ An',
    honorific='Ông',
    position='Chuyên viên',
    unit='Phòng Đầu tư',
    achievement='đã có thành tích xuất sắc.',
    signing=Signing('for_head', 'Trưởng ban', 'Phó Trưởng ban', 'Trần Văn Đạt'),
    number='5/QĐ-BQL',
    day=date(2025, 9, 5),
    gold_book_number=3,
    place='Lạng Sơn',
)
LAYOUT = Layout()


def printed(layout=LAYOUT, **changes):
    return certificate(replace(FACTS, **changes), layout)


def blocks(made):
    return made.decider, made.title, made.name, made.office, made.achievement


class TestTexts(BaseCase):
    def test_state(self):
        made = printed()
        self.assertEqual((made.nation, made.motto, made.given), (NATIONAL_NAME, MOTTO, 'TẶNG'))
        self.assertEqual(
            [block.lines for block in blocks(made)],
            [
                ('TRƯỞNG BAN BAN QUẢN LÝ', 'KHU KINH TẾ CỬA KHẨU ĐỒNG ĐĂNG - LẠNG SƠN'),
                ('GIẤY KHEN',),
                ('Ông Vũ An',),
                ('Chuyên viên, Phòng Đầu tư',),
                ('Đã có thành tích xuất sắc',),
            ],
        )

    def test_party(self):
        made = printed(style='party', signing=Signing('for_collective', 'Đảng ủy', 'Bí thư'))
        self.assertEqual((made.nation, made.motto), (PARTY_NAME, ''))
        self.assertEqual(made.name.lines, ('Đồng chí Vũ An',))
        self.assertEqual(made.signature.authority, 'T/M ĐẢNG ỦY')

    def test_collective_is_not_addressed(self):
        made = printed(kind='collective', name='Phòng Đầu tư', position='', unit='Ban Quản lý')
        self.assertEqual(
            (made.name.lines, made.office.lines), (('Phòng Đầu tư',), ('Ban Quản lý',))
        )

    def test_decision_and_gold_book(self):
        self.assertEqual(
            printed().record,
            ('Quyết định số: 05/QĐ-BQL', 'Ngày 05 tháng 9 năm 2025', 'Số sổ vàng: 03'),
        )

    def test_signature(self):
        made = printed()
        self.assertEqual(made.place_date, 'Lạng Sơn, ngày 05 tháng 9 năm 2025')
        self.assertEqual(
            made.signature, Signature('PHÓ TRƯỞNG BAN', '', 'Trần Văn Đạt', 'KT. TRƯỞNG BAN')
        )

    def test_what_is_not_known_is_dotted(self):
        made = printed(number='', day=None, gold_book_number=0, place='', position='', unit='')
        self.assertEqual(
            made.record,
            ('Quyết định số: …………', 'Ngày … tháng … năm …', 'Số sổ vàng: ……'),
        )
        self.assertEqual(made.place_date, '…, ngày … tháng … năm …')
        self.assertEqual(made.office.lines, ('',))

    def test_title_of_emulation(self):
        made = printed(award='Lao động tiên tiến', is_title=True)
        self.assertEqual(made.title.lines, ('DANH HIỆU LAO ĐỘNG TIÊN TIẾN',))
        self.assertEqual(made.findings, ())

    def test_file_name(self):
        self.assertEqual(printed().file_name, 'Giay khen - Vu An')

    def test_unknown_words(self):
        for wrong in ({'style': 'firm'}, {'kind': 'family'}):
            with self.assertRaises(UnknownWordError):
                printed(**wrong)

    @exactly
    @given(st.text(max_size=200))
    def test_whatever_is_typed_comes_out_composed_in_its_place(self, typed):
        text = normalize('NFD', f'Tô {typed}')
        made = printed(name=text, unit=text, achievement=text, decider=text, award=text)
        for block in blocks(made):
            for line in block.lines:
                self.assertTrue(is_normalized('NFC', line))
                self.assertLessEqual(text_width(line, block.size), PAGE_WIDTH - 2 * SIDE)


class TestPlaces(BaseCase):
    def assert_blocks_apart(self, made, layout):
        """No block reaches the one below it."""
        heights = (
            self.height(made.decider),
            8 + self.height(made.title, 1.1),
            self.height(made.name) + self.height(made.office),
            self.height(made.achievement),
        )
        for (above, below), height in zip(pairwise(layout.tops()[1:]), heights, strict=True):
            self.assertLessEqual(above + height, below)

    def height(self, block, leading=1.25):
        return len(block.lines) * block.size * leading * POINT

    def test_short_texts(self):
        self.assert_blocks_apart(printed(), LAYOUT)

    def test_long_texts(self):
        made = printed(
            name='Nguyễn Phúc Vĩnh Thụy Công Tằng Tôn Nữ Thị Hoàng Phương Khánh Quỳnh Anh',
            position='Phó Trưởng phòng, Bí thư Chi bộ, Chủ tịch Công đoàn cơ sở',
            unit='Trung tâm Quản lý cửa khẩu, Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng',
            achievement='Tham mưu hoàn thành thí điểm mô hình cửa khẩu thông minh; ' * 7,
        )
        self.assertEqual(made.findings, ())
        self.assert_blocks_apart(made, LAYOUT)

    def test_page_without_emblem_begins_higher_and_keeps_its_order(self):
        raised = without_emblem(LAYOUT)
        self.assertLess(raised.nation_top, LAYOUT.nation_top)
        self.assertEqual(list(raised.tops()), sorted(raised.tops()))
        self.assert_blocks_apart(printed(layout=raised), raised)

    def test_more_room_allows_a_longer_achievement(self):
        long = 'Hoàn thành xuất sắc nhiệm vụ; ' * 27
        self.assertEqual(len(printed(achievement=long).findings), 1)
        roomy = replace(LAYOUT, achievement_top=116)
        self.assertEqual(printed(layout=roomy, achievement=long).findings, ())

    def test_what_does_not_fit_is_named(self):
        found = printed(name='An ' * 200, achievement='Rất dài ' * 999).findings
        self.assertEqual(
            [(one.code, one.params['part']) for one in found],
            [('certificate_text_too_long', 'name'), ('certificate_text_too_long', 'achievement')],
        )


class TestCalibration(BaseCase):
    def test_crosses_are_as_far_from_every_edge(self):
        crosses = {cross.name: (cross.x, cross.y) for cross in sheet('Canon', LAYOUT).crosses}
        self.assertEqual(crosses, {'A': (20, 20), 'B': (277, 20), 'C': (20, 190), 'D': (277, 190)})

    def test_grid_covers_the_page(self):
        made = sheet('Canon', LAYOUT)
        self.assertEqual((made.columns[-1], made.rows[-1]), (290, 200))
        self.assertTrue(made.columns[-1] < PAGE_WIDTH and made.rows[-1] < PAGE_HEIGHT)

    def test_block_marks(self):
        made = sheet('Canon', replace(LAYOUT, name_top=101.5))
        self.assertEqual([mark.top for mark in made.marks], [42, 58, 75, 101.5, 124, 149])
        self.assertEqual(made.marks[3].text, 'Họ tên, chức vụ, đơn vị: 101,5 mm')

    def test_present_offset_is_told(self):
        made = sheet('Canon', replace(LAYOUT, offset_x=-0.5, offset_y=2))
        self.assertIn('sang phải -0,5 mm, xuống dưới 2 mm', made.steps[2])
        self.assertEqual((made.offset_x, made.offset_y), (-0.5, 2))
