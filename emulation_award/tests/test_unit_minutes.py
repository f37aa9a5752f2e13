import io
import re
from datetime import datetime

from pypdf import PdfReader

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .review_common import UnitReviewCommon

REPORT = 'emulation_award.emulation_unit_review_report_minutes'


class UnitMinutesCommon(UnitReviewCommon):
    """The meeting of division A on 18 August 2025, 08:00 to 10:15 Hanoi time, one person absent."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.authority.issuing_body = 'Ban Quản lý thử nghiệm'
        cls.unit_a.code = 'ALPHA'
        cls.people_a[0].name = 'Đặng Thị Chủ Tọa'
        cls.people_a[1].name = 'Phạm Văn Thư Ký'
        cls.people_a[2].name = 'Hoàng Thị Minh Ánh'
        cls.review = cls._meeting(
            date_start=datetime(2025, 8, 18, 1, 0),
            date_end=datetime(2025, 8, 18, 3, 15),
            place='Phòng họp tầng 2',
            discussion='Nhất trí với danh sách.\nĐề nghị bổ sung số liệu.',
            conclusion='Giao văn thư hoàn thiện hồ sơ.',
        )
        cls.review.action_fill()
        cls.review.attendance_ids.filtered(lambda line: line.employee_id == cls.people_a[7]).write(
            {'presence': 'absent', 'absence_reason': 'đi công tác'}
        )
        by_nominee = {line.nomination_id: line for line in cls.review.line_ids}
        by_nominee[cls.person].write({'in_favour': 8, 'against': 1})
        by_nominee[cls.collective].write({'in_favour': 4, 'against': 3, 'abstain': 2})

    def _pdf(self, reviews, user=None):
        report = self.env['ir.actions.report'].with_user(user or self.leader_a)
        content, kind = report.with_context(force_report_rendering=True)._render_qweb_pdf(
            REPORT, reviews.ids
        )
        self.assertEqual(kind, 'pdf')
        return PdfReader(io.BytesIO(content))

    def _text(self, reviews, user=None):
        pages = self._pdf(reviews, user).pages
        text = re.sub(r'\s+', ' ', ' '.join(page.extract_text() for page in pages))
        return text.replace('KH- ', 'KH-')  # a line may end at a hyphen


@tagged('post_install', '-at_install')
class TestUnitMinutes(UnitMinutesCommon):
    def test_says_everything_that_was_recorded(self):
        self.review.action_close()

        text = self._text(self.review)

        for said in (
            'BAN QUẢN LÝ THỬ NGHIỆM',
            'PHÒNG ALPHA',
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
            'Độc lập - Tự do - Hạnh phúc',
            'Số: …/BB-ALPHA',
            'BIÊN BẢN',
            'Đợt 1 – Phong trào thi đua thử nghiệm',
            'Thời gian bắt đầu: 08 giờ 00, ngày 18 tháng 8 năm 2025.',
            'Địa điểm: Phòng họp tầng 2.',
            'triệu tập 10 người; có mặt 09 người (90%); vắng mặt 01 người:',
            '- Nguyễn Văn a07 (đi công tác).',
            'Chủ trì (chủ tọa): Đặng Thị Chủ Tọa – Chuyên viên.',
            'Thư ký (người ghi biên bản): Phạm Văn Thư Ký – Chuyên viên.',
            'theo Kế hoạch số 15/KH-TEST ngày',
            '01 tập thể, 01 cá nhân.',
            'Nhất trí với danh sách.',
            'Đề nghị bổ sung số liệu.',
            'khi có trên 1/2 số người có mặt tán thành.',
            'thống nhất đề nghị khen thưởng: 01 cá nhân.',
            '- Giấy khen cá nhân: Hoàng Thị Minh Ánh.',
            'Không đề nghị khen thưởng: Phòng Alpha.',
            'Giao văn thư hoàn thiện hồ sơ.',
            'kết thúc vào 10 giờ 15, ngày 18 tháng 8 năm 2025.',
            'Nơi nhận:',
            '- Văn phòng;',
            '- Lưu: VT, Hồ sơ.',
        ):
            with self.subTest(said):
                self.assertIn(said, text)

    def test_votes_are_one_row_per_nominee_collectives_first(self):
        self.review.action_close()

        text = self._text(self.review)

        self.assertRegex(text, r'1 Phòng Alpha Giấy khen tập thể 4 3 2 44,44% Không đề nghị')
        self.assertRegex(text, r'2 Hoàng Thị Minh Ánh Giấy khen cá nhân 8 1 0 88,89% Đề nghị')
        self.assertLess(text.index('1 Phòng Alpha'), text.index('2 Hoàng Thị Minh Ánh'))

    def test_secretary_signs_before_the_chair(self):
        text = self._text(self.review)
        end = text[text.index('thông qua./.') :]

        self.assertRegex(end, r'THƯ KÝ.*CHỦ TỌA.*Phạm Văn Thư Ký.*Đặng Thị Chủ Tọa')

    def test_vietnamese_whoever_prints(self):
        self.env['res.lang']._activate_lang('vi_VN')
        english = self._text(self.review)
        self.leader_a.sudo().lang = 'vi_VN'

        self.assertEqual(self._text(self.review), english)

    def test_a_draft_says_that_it_is_one(self):
        self.assertIn('DỰ THẢO', self._text(self.review))
        self.review.action_close()
        self.assertNotIn('DỰ THẢO', self._text(self.review))

    def test_closed_minutes_print_the_same_for_ever(self):
        self.review.action_close()
        before = self._text(self.review)

        self.people_a.write({'job_title': 'Chức vụ mới'})
        self.people_a[2].name = 'Tên Khác'
        self.people_a[7].name = 'Tên Khác Nữa'
        self.award_individual.sudo().name = 'Giải khác'
        self.campaign.sudo().write({'review_numerator': 9, 'review_denominator': 10})
        self.env.flush_all()

        self.assertEqual(self._text(self.review), before)

    def test_a_party_cell_writes_in_the_style_of_the_party(self):
        self.unit_a.kind = 'party_cell'

        text = self._text(self.review)

        self.assertIn('ĐẢNG CỘNG SẢN VIỆT NAM', text)
        self.assertNotIn('CỘNG HÒA XÃ HỘI', text)
        self.assertIn('Số: …-BB/ALPHA', text)

    def test_what_is_typed_is_text(self):
        self.review.conclusion = '<b>Đậm</b> & {{ 1 + 1 }} <t t-out="1"/>'

        self.assertIn('<b>Đậm</b> & {{ 1 + 1 }} <t t-out="1"/>', self._text(self.review))

    def test_several_at_once(self):
        other = self._meeting(phase_id=self.phase_2.id)

        pdf = self._pdf(self.review + other)

        starts = [page for page in pdf.pages if 'BIÊN BẢN' in page.extract_text()]
        self.assertEqual(len(starts), 2)

    def test_a_hundred_nominees_take_several_pages_with_the_head_repeated(self):
        unit, people = self._unit('Trung tâm Quản lý cửa khẩu G', 60, self.leader_a)
        participant = (
            self.env['emulation.campaign.unit']
            .sudo()
            .create({'campaign_id': self.campaign.id, 'unit_id': unit.id})
        )
        for person in people:
            self._nominate(self.office, employee_id=person.id, campaign_unit_id=participant.id)
        review = self._meeting(self.office, campaign_unit_id=participant.id)
        review.action_fill()

        pages = [page.extract_text() for page in self._pdf(review, self.office).pages]

        self.assertGreater(len(pages), 2)
        self.assertGreater(sum('STT' in page for page in pages), 1)
        self.assertIn('60', ' '.join(pages))

    def test_the_file_is_named_after_the_meeting(self):
        self.assertEqual(self.review._minutes_file_name(), 'Biên bản họp xét - Phòng Alpha – Đợt 1')


@tagged('post_install', '-at_install', 'security')
class TestUnitMinutesAccess(UnitMinutesCommon):
    def test_who_may_read_the_meeting_may_print_it(self):
        for user in (self.leader_a, self.office, self.manager, self.auditor):
            with self.subTest(user.login):
                self.assertIn('Hoàng Thị Minh Ánh', self._text(self.review, user))

    def test_nobody_else(self):
        for user in (self.leader_b, self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._text(self.review, user)
