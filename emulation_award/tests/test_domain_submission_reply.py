from odoo.tests import BaseCase

from ..domain.registry_directory import Holder
from ..domain.submission_reply import NEEDED, read_answers
from ..domain.tables import find_table

DIEP = Holder('employee_id', 1, 'Vũ Khắc Điệp', ('DN/1',), ('Văn phòng',))
BINH = Holder('employee_id', 2, 'Lê Thị Hoà Bình', ('DN/2',), ('Phòng Quản lý đầu tư',))
OFFICE = Holder('unit_id', 3, 'Văn phòng', ('DN/3',), ('Văn phòng',))
OWN = ('Ban Quản lý Khu kinh tế cửa khẩu',)


class TestReplyList(BaseCase):
    def told(self, *rows, headings=('Họ và tên', 'Kết quả', 'Lý do')):
        answers, findings = read_answers(
            find_table([headings, *rows], NEEDED), (DIEP, BINH, OFFICE), OWN
        )
        return answers, [(one.code, dict(one.params)) for one in findings]

    def test_one_person_with_two_results_is_given_none(self):
        answers, findings = self.told(
            ['Vũ Khắc Điệp', 'Khen thưởng'],
            ['Lê Thị Hoà Bình', 'x'],
            ['VŨ KHẮC ĐIỆP', 'Không', 'Chưa đủ'],
        )
        self.assertEqual(answers, {2: ('awarded', '')})
        told = {'name': 'Vũ Khắc Điệp', 'rows': '2, 4'}
        self.assertEqual(findings, [('reply_contradicts_itself', told)])

    def test_the_same_result_twice_is_one(self):
        for second in ('Không đạt', 'khong khen', '', None):
            answers, findings = self.told(
                ['Vũ Khắc Điệp', 'Không'], ['Vũ Khắc Điệp', second, 'Chưa đủ']
            )
            with self.subTest(second):
                self.assertEqual(findings, [])
                reason = 'Chưa đủ' if second else ''
                self.assertEqual(answers, {1: ('refused', reason)})

    def test_forms_of_address(self):
        for before in ('Ông', 'Đ/c', 'Đồng chí', 'Ông/Bà'):
            with self.subTest(before):
                answers, findings = self.told([f'{before} Vũ Khắc Điệp', 'x'])
                self.assertEqual((answers, findings), ({1: ('awarded', '')}, []))

    def test_a_namesake_of_another_body_is_not_taken_for_who_waits(self):
        headings = ('Họ và tên', 'Đơn vị')
        for unit, is_taken in (
            ('Văn phòng', True),
            ('Phó Chánh Văn phòng, BQL Khu kinh tế cửa khẩu', True),
            ('Ban Quản lý Khu KTCK', True),
            ('', True),
            ('Sở Y tế', False),
        ):
            answers, findings = self.told(['Vũ Khắc Điệp', unit], headings=headings)
            with self.subTest(unit):
                self.assertEqual(bool(answers), is_taken)
                codes = [code for code, _params in findings]
                self.assertEqual(codes, [] if is_taken else ['reply_unit_differs'])

    def test_a_collective_is_what_it_is_called(self):
        answers, _findings = self.told(['Văn phòng', 'Khối 3'], headings=('Họ tên', 'Đơn vị'))
        self.assertEqual(answers, {3: ('awarded', '')})
