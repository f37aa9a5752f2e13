from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.decree30 import DOTS, Signature, heading
from ..domain.review import Count, Majority
from ..domain.unit_minutes import Facts, Person, Vote, majority_text, minutes, percentage, tally
from .domain_common import exactly

AWARD = 'Giấy khen của Trưởng ban'
COLLECTIVE = Vote('Phòng Tài chính', 'collective', AWARD, Count(9, 0, 0), supported=True)
AN = Vote('Nguyễn Văn An', 'individual', AWARD, Count(8, 1, 0), supported=True)
BINH = Vote('Lê Thị Bình', 'individual', AWARD, Count(4, 3, 2), supported=False)

HELD = Facts(
    heading=heading('Ban Quản lý', 'Phòng Tài chính', 'state'),
    code='TC',
    campaign='Phong trào thi đua đặc biệt',
    phase='Đợt 1',
    plan='15/KH-BQL',
    plan_date=date(2025, 6, 5),
    start=datetime(2025, 8, 18, 8, 5),
    end=datetime(2025, 8, 18, 10, 30),
    place='Phòng họp tầng 2',
    summoned=10,
    present=9,
    chair=Person('Trần Văn Chủ', 'Trưởng phòng'),
    secretary=Person('Phạm Thị Thư', ''),
    absent=(Person('Hoàng Văn Vắng', 'nghỉ phép'),),
    majority=Majority(1, 2, strict=True),
    votes=(COLLECTIVE, AN, BINH),
    discussion='Nhất trí với danh sách.\n\n Đề nghị bổ sung số liệu. ',
    conclusion='Giao văn thư hoàn thiện hồ sơ.',
    recipients=('Văn phòng Ban Quản lý',),
    final=True,
)


class TestMinutes(BaseCase):
    def test_number_waits_for_the_clerk(self):
        self.assertEqual(minutes(HELD).number, 'Số: …/BB-TC')

    def test_number_of_a_party_cell(self):
        cell = replace(HELD, heading=heading('Đảng bộ', 'Chi bộ 1', 'party'), code='CB1')
        self.assertEqual(minutes(cell).number, 'Số: …-BB/CB1')

    def test_opening_says_when_where_and_who(self):
        self.assertEqual(
            minutes(HELD).opening,
            (
                ('Thời gian bắt đầu', '08 giờ 05, ngày 18 tháng 8 năm 2025.'),
                ('Địa điểm', 'Phòng họp tầng 2.'),
                (
                    'Thành phần tham dự',
                    'Tổng số được triệu tập 10 người; có mặt 09 người (90%); vắng mặt 01 người:',
                ),
            ),
        )

    def test_absentees_are_named_with_their_reason(self):
        unexcused = Person('Vũ Văn Không', '')
        absent = minutes(replace(HELD, absent=(*HELD.absent, unexcused))).absent
        self.assertEqual(absent, ('Hoàng Văn Vắng (nghỉ phép)', 'Vũ Văn Không'))

    def test_nobody_absent(self):
        said = dict(minutes(replace(HELD, present=10, absent=())).opening)
        self.assertEqual(
            said['Thành phần tham dự'],
            'Tổng số được triệu tập 10 người; có mặt 10 người (100%); vắng mặt 0 người.',
        )

    def test_officers_are_named_with_their_position(self):
        self.assertEqual(
            minutes(HELD).officers,
            (
                ('Chủ trì (chủ tọa)', 'Trần Văn Chủ – Trưởng phòng.'),
                ('Thư ký (người ghi biên bản)', 'Phạm Thị Thư.'),
            ),
        )

    def test_no_full_stop_is_doubled(self):
        made = minutes(replace(HELD, place='Hội trường.', chair=Person('Trần Chủ', 'Tổ trưởng.')))
        self.assertEqual(made.opening[1][1], 'Hội trường.')
        self.assertEqual(made.officers[0][1], 'Trần Chủ – Tổ trưởng.')

    def test_purpose_counts_who_was_considered(self):
        self.assertEqual(
            minutes(HELD).purpose,
            'Cuộc họp xét, đề nghị khen thưởng theo Kế hoạch số 15/KH-BQL ngày 05 tháng 6 năm '
            '2025. Số đề nghị đưa ra xét: 01 tập thể, 02 cá nhân.',
        )

    def test_purpose_without_a_numbered_plan(self):
        self.assertEqual(
            minutes(replace(HELD, plan='', votes=(AN,))).purpose,
            'Cuộc họp xét, đề nghị khen thưởng. Số đề nghị đưa ra xét: 01 cá nhân.',
        )

    def test_rows_carry_votes_and_share_of_those_present(self):
        rows = [
            (row.number, row.nominee, row.in_favour, row.against, row.abstain, row.share)
            for row in minutes(HELD).rows
        ]
        self.assertEqual(
            rows,
            [
                ('1', 'Phòng Tài chính', '9', '0', '0', '100%'),
                ('2', 'Nguyễn Văn An', '8', '1', '0', '88,89%'),
                ('3', 'Lê Thị Bình', '4', '3', '2', '44,44%'),
            ],
        )

    def test_rows_carry_the_verdict_recorded(self):
        self.assertEqual(
            [row.verdict for row in minutes(HELD).rows], ['Đề nghị', 'Đề nghị', 'Không đề nghị']
        )

    def test_conclusion_follows_the_votes(self):
        self.assertEqual(
            minutes(HELD).conclusion,
            (
                'Cuộc họp thống nhất đề nghị khen thưởng: 01 tập thể, 01 cá nhân.',
                '- Giấy khen của Trưởng ban: Phòng Tài chính, Nguyễn Văn An.',
                'Không đề nghị khen thưởng: Lê Thị Bình.',
                'Giao văn thư hoàn thiện hồ sơ.',
            ),
        )

    def test_nobody_supported(self):
        said = minutes(replace(HELD, votes=(BINH,), conclusion='')).conclusion
        self.assertEqual(
            said,
            (
                'Cuộc họp không đề nghị khen thưởng trường hợp nào.',
                'Không đề nghị khen thưởng: Lê Thị Bình.',
            ),
        )

    def test_discussion_is_one_opinion_per_line(self):
        self.assertEqual(
            minutes(HELD).discussion, ('Nhất trí với danh sách.', 'Đề nghị bổ sung số liệu.')
        )

    def test_ending_says_when_and_that_it_was_read_back(self):
        ending = minutes(HELD).ending
        self.assertTrue(
            ending.startswith('Cuộc họp kết thúc vào 10 giờ 30, ngày 18 tháng 8 năm 2025. ')
        )
        self.assertTrue(ending.endswith('thông qua./.'))

    def test_secretary_signs_left_and_chair_right(self):
        hint = '(Ký, ghi rõ họ tên)'
        self.assertEqual(
            minutes(HELD).signatures,
            (
                Signature('THƯ KÝ', hint, 'Phạm Thị Thư'),
                Signature('CHỦ TỌA', hint, 'Trần Văn Chủ'),
            ),
        )

    def test_what_is_not_known_is_left_to_the_pen(self):
        blank = minutes(replace(HELD, code='', place='', end=None, chair=None))
        self.assertEqual(blank.number, 'Số: …/BB-…')
        self.assertEqual(dict(blank.opening)['Địa điểm'], f'{DOTS}.')
        self.assertEqual(dict(blank.officers)['Chủ trì (chủ tọa)'], DOTS)
        self.assertIn('kết thúc vào … giờ …, ngày … tháng … năm ….', blank.ending)
        self.assertEqual(blank.signatures[1].name, '')

    def test_archive_is_the_last_recipient(self):
        self.assertEqual(minutes(HELD).recipients, ('Văn phòng Ban Quản lý;', 'Lưu: VT, Hồ sơ.'))


class TestWords(BaseCase):
    def test_majorities(self):
        said = [
            majority_text(Majority(*share))
            for share in ((1, 2, True), (2, 3, False), (80, 100, False), (1, 1, False))
        ]
        self.assertEqual(said, ['trên 1/2', 'từ 2/3 trở lên', 'từ 80/100 trở lên', 'toàn bộ'])

    def test_collectives_come_first(self):
        self.assertEqual(tally(['individual', 'collective']), '01 tập thể, 01 cá nhân')

    def test_half_a_hundredth_is_rounded_up(self):
        self.assertEqual(percentage(1, 800), '0,13%')

    @exactly
    @given(st.integers(0, 1000), st.integers(1, 1000))
    def test_a_percentage_is_off_by_half_a_hundredth_at_most(self, part, whole):
        said = Fraction(percentage(part, whole).rstrip('%').replace(',', '.'))
        self.assertLessEqual(abs(said - Fraction(100 * part, whole)), Fraction(1, 200))
