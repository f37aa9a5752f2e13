from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.decree30 import heading
from ..domain.reminder_letter import (
    COLUMNS,
    Deadline,
    Facts,
    Row,
    Unit,
    reminder_letter,
    time_left,
)
from ..domain.signing import Signing
from .domain_common import exactly

WAITING = Unit('Phòng A', sent=0, preparing=2, returned=0, days_left=4)
LATE = Unit(
    'Phòng B',
    sent=1,
    preparing=0,
    returned=1,
    days_left=-2,
    extension=Deadline(date(2025, 9, 5), 'no_later_than'),
)
LETTER = Facts(
    heading=heading('UBND tỉnh', 'Trung tâm', 'state', 'Hà Nội, ngày 25 tháng 8 năm 2025'),
    code='TT',
    campaign='Phong trào thi đua mùa xuân',
    phase='Đợt 1',
    deadline=Deadline(date(2025, 8, 30), 'before'),
    units=(WAITING, LATE),
    today=date(2025, 8, 25),
    signing=Signing('by_order', 'Giám đốc', 'Chánh Văn phòng', 'Vũ An'),
    plan='5/KH-TT',
    plan_date=date(2025, 6, 10),
    receiver='Văn phòng',
    archive='Lưu: VT, VP',
)


class TestReminderLetter(BaseCase):
    def test_a_letter_has_no_title_and_no_kind_in_its_number(self):
        letter = reminder_letter(LETTER)
        self.assertEqual((letter.title, letter.number), ('', 'Số: …/TT-…'))
        self.assertEqual(letter.about, ('V/v đôn đốc gửi hồ sơ đề nghị khen thưởng Đợt 1',))

    def test_the_party_numbers_its_letters(self):
        party = replace(LETTER, heading=heading('Đảng bộ', 'Đảng ủy', 'party'), code='ĐU')
        self.assertEqual(reminder_letter(party).number, 'Số …-CV/ĐU')

    def test_it_goes_to_those_who_have_something_to_send(self):
        self.assertEqual(
            reminder_letter(LETTER).addressees, ('Kính gửi:', '- Phòng A;', '- Phòng B.')
        )
        alone = replace(LETTER, units=(WAITING,))
        self.assertEqual(reminder_letter(alone).addressees, ('Kính gửi: Phòng A',))

    def test_it_recalls_the_plan_and_counts_who_is_missing(self):
        self.assertEqual(
            [one.line for one in reminder_letter(LETTER).body],
            [
                (
                    'Theo Kế hoạch số 5/KH-TT ngày 10/6/2025 (Phong trào thi đua mùa '
                    'xuân), hồ sơ đề nghị khen thưởng Đợt 1 gửi về Văn phòng trước ngày 30/8/2025.'
                ),
                (
                    'Đến ngày 25/8/2025, còn 02 đơn vị chưa gửi hoặc chưa gửi đủ hồ sơ, trong đó '
                    '01 đơn vị đã quá hạn:'
                ),
            ],
        )

    def test_a_plan_without_a_number(self):
        said = reminder_letter(replace(LETTER, plan='', receiver='')).body[0].line
        self.assertEqual(
            said,
            'Theo Kế hoạch phong trào thi đua mùa xuân, hồ sơ đề nghị khen thưởng Đợt 1 trước ngày '
            '30/8/2025.',
        )

    def test_a_plan_without_a_number_is_called_by_its_campaign(self):
        called = {
            'Thi đua cao điểm': 'Theo Kế hoạch thi đua cao điểm, hồ sơ',
            'Kế hoạch thi đua 2025': 'Theo Kế hoạch thi đua 2025, hồ sơ',
            'Lạng Sơn chung tay': 'Theo Kế hoạch “Lạng Sơn chung tay”, hồ sơ',
        }
        for campaign, said in called.items():
            with self.subTest(campaign):
                letter = reminder_letter(replace(LETTER, plan='', campaign=campaign))
                self.assertTrue(letter.body[0].line.startswith(said), letter.body[0].line)

    def test_an_extension_for_all_is_said(self):
        extended = replace(LETTER, extension=Deadline(date(2025, 9, 3), 'no_later_than'))
        self.assertTrue(
            reminder_letter(extended)
            .body[0]
            .line.endswith('30/8/2025; thời hạn đã được gia hạn: chậm nhất ngày 03/9/2025.')
        )

    def test_rows_say_what_is_missing_and_by_when(self):
        self.assertEqual(len(COLUMNS), len(Row.__dataclass_fields__))
        self.assertEqual(
            reminder_letter(LETTER).rows,
            (
                Row(
                    '1',
                    'Phòng A',
                    '0',
                    '02',
                    '0',
                    'trước ngày 30/8/2025 (còn 04 ngày)',
                    'Chưa gửi hồ sơ nào; gửi 02 hồ sơ đang chuẩn bị.',
                ),
                Row(
                    '2',
                    'Phòng B',
                    '01',
                    '0',
                    '01',
                    'gia hạn: chậm nhất ngày 05/9/2025 (quá hạn 02 ngày)',
                    'Hoàn thiện, gửi lại 01 hồ sơ bị trả lại.',
                ),
            ),
        )

    def test_the_late_are_told_to_ask_for_an_extension(self):
        closing = reminder_letter(LETTER).closing
        self.assertIn('đề nghị gia hạn', closing[-1].line)
        in_time = reminder_letter(replace(LETTER, units=(WAITING,)))
        self.assertNotIn('gia hạn', ' '.join(one.line for one in in_time.closing))
        for letter in (reminder_letter(LETTER), in_time):
            self.assertEqual([one.line.endswith('./.') for one in letter.closing][-1], True)

    def test_signature_and_recipients(self):
        letter = reminder_letter(LETTER)
        ((signed,),) = letter.signatures
        self.assertEqual((signed.authority, signed.title), ('TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'))
        self.assertEqual(letter.recipients, ('Như trên;', 'Lưu: VT, VP.'))

    @exactly
    @given(st.integers(-400, 400))
    def test_days_are_counted_on_either_side(self, days):
        self.assertEqual(f'{abs(days):02} ngày' in time_left(days), bool(days))
        self.assertEqual(time_left(days).startswith('quá hạn'), days < 0)
