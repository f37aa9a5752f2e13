import io
import re
from datetime import datetime

from pypdf import PdfReader

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .round_common import RoundCommon

REPORTS = {
    'emulation.session': 'emulation_award.emulation_session_report_council_minutes',
    'emulation.round': 'emulation_award.emulation_round_report_vote_count',
}
BALLOTS = 'emulation_award.emulation_round_report_paper_ballot'


class CouncilPrintCommon(RoundCommon):
    """Members 1 and 2 count; member 8 is absent, member 7 wrote; member 6 is in conflict."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.council.name = 'Hội đồng Thi đua - Khen thưởng'
        cls.session.write(
            {
                'teller_ids': [(6, 0, cls.members[1:3].ids)],
                'place': 'Phòng họp tầng 2',
                'opened_at': datetime(2025, 9, 8, 7, 0),
            }
        )
        cls._attend(cls.members[8], 'absent')
        cls._attend(cls.members[7], 'written')
        cls.first, cls.second, cls.third = cls.nominations
        for nomination in cls.nominations:
            cls._opinion(cls.members[7], nomination, 'yes')
        cls._recuse(cls.members[6], cls.first)

    def _pdf(self, records, user=None, report=None):
        reports = self.env['ir.actions.report'].with_user(user or self.chair)
        content, kind = reports.with_context(force_report_rendering=True)._render_qweb_pdf(
            report or REPORTS[records._name], records.ids
        )
        self.assertEqual(kind, 'pdf')
        return PdfReader(io.BytesIO(content))

    def _text(self, records, user=None, report=None):
        pages = self._pdf(records, user, report).pages
        return re.sub(r'\s+', ' ', ' '.join(page.extract_text() for page in pages))

    def _counted(self):
        """Seven vote in the room and one in writing; of nine, five pass."""
        one = self._opened()
        self._vote(one, {self.first: 5, self.second: 6, self.third: 2})
        return self._finish(one)

    def _minuted(self):
        self.session.with_user(self.chair).action_close()
        self.session.conclusion = 'Giao Văn phòng trình Trưởng ban.'
        self.session.with_user(self.chair).action_minute()


@tagged('post_install', '-at_install')
class TestVoteCount(CouncilPrintCommon):
    def test_figures_are_those_cast(self):
        self._seats(2, 1)

        text = self._text(self._counted())

        for said in (
            'BIÊN BẢN KIỂM PHIẾU',
            'HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG',
            'Lượt 1: Giấy khen cá nhân (cá nhân)',
            '- Ủy viên 01;',
            '- Ủy viên 02.',
            'Tổng số thành viên Hội đồng: 09, trong đó có quyền biểu quyết: 09;',
            'tham gia biểu quyết: 08 (88,89%), gồm có mặt 07, gửi ý kiến bằng văn bản 01.',
            'Số phiếu phát ra: 07; số phiếu thu vào: 07;',
            'số phiếu hợp lệ: 07; số phiếu không hợp lệ: 0.',
            'Không tham gia biểu quyết: về Ứng viên 000 (01 thành viên).',
            'bỏ phiếu kín trên hệ thống điện tử',
            'trên 1/2 tổng số thành viên Hội đồng có quyền biểu quyết tán thành',
            'Chỉ tiêu cả phong trào: 01 đến 02; đã chọn trước lượt này 0; còn được chọn 02.',
            '1 Ứng viên 001 – Phòng Alpha 7 77,78% 1 11,11% 0 0% Được chọn',
            '2 Ứng viên 000 – Phòng Alpha 6 66,67% 1 11,11% 0 0% Được chọn',
            '3 Ứng viên 002 – Phòng Alpha 3 33,33% 5 55,56% 0 0% Không đủ phiếu',
            'Được chọn (02 cá nhân): Ứng viên 001, Ứng viên 000.',
        ):
            with self.subTest(said):
                self.assertIn(said, text)

    def test_tellers_sign_then_the_chair(self):
        text = self._text(self._counted())
        end = text[text.index('vào') :]
        self.assertRegex(
            end, r'NGƯỜI KIỂM PHIẾU.*NGƯỜI KIỂM PHIẾU.*Ủy viên 01.*Ủy viên 02.*CHỦ TỌA'
        )

    def test_before_the_announcement_nothing_is_printed(self):
        one = self._opened()
        self._vote(one, {self.first: 5, self.second: 6, self.third: 2})
        for state in ('open', 'closed'):
            with self.subTest(state), self._refused('no result to print'):
                self._text(one)
            if state == 'open':
                one.action_close(without_missing=True)

    def _enter(self, one, user, votes, **heads):
        """Hand a count in; the candidates in the order they were nominated."""
        action = one.with_user(user).action_count()
        entry = self.env['emulation.paper.entry'].with_user(user).browse(action['res_id'])
        entry.write(heads)
        lines = entry.line_ids.sorted('candidate_id')
        for line, (yes, no, abstain) in zip(lines, votes, strict=True):
            line.write({'yes': yes, 'no': no, 'abstain': abstain})
        entry.action_submit()

    def test_paper_has_the_figures_on_which_the_tellers_agree(self):
        one = self._opened(mode='paper')
        heads = {'issued': 7, 'returned': 7, 'valid': 6, 'invalid': 1}
        for user in self.users[1:3]:
            self._enter(one, user, [(4, 1, 0), (6, 0, 0), (1, 4, 1)], **heads)
        text = self._text(self._finish(one))
        self.assertIn('bỏ phiếu kín bằng phiếu giấy', text)
        self.assertIn('phát ra: 07; số phiếu thu vào: 07; số phiếu hợp lệ: 06; số phiếu', text)
        self.assertIn('không hợp lệ: 01.', text)
        self.assertIn('1 Ứng viên 001 – Phòng Alpha 7 77,78% 0 0% 0 0% Được chọn', text)
        self.assertIn('3 Ứng viên 002 – Phòng Alpha 2 22,22% 4 44,44% 1 11,11%', text)

    def test_hands_have_no_ballots(self):
        one = self._opened(mode='show_of_hands')
        self._enter(one, self.secretary, [(6, 0, 0), (7, 0, 0), (2, 5, 0)])
        text = self._text(self._finish(one))
        self.assertIn('biểu quyết bằng giơ tay', text)
        self.assertNotIn('Số phiếu phát ra', text)
        self.assertIn('1 Ứng viên 001 – Phòng Alpha 8 88,89%', text)

    def test_a_tie_and_its_runoff(self):
        self._seats(1)
        one = self._opened()
        self._vote(one, {self.first: 2, self.second: 6, self.third: 6})
        one = self._finish(one)
        child = self.env['emulation.round'].browse(one.action_runoff()['res_id'])
        child = child.with_user(self.chair)
        child.action_open()
        self._vote(child, {self.second: 3, self.third: 5})
        self._finish(child)

        self.assertIn(
            'Bằng phiếu ở chỉ tiêu cuối: Ứng viên 001, Ứng viên 002; bỏ phiếu lại ở lượt 2.',
            self._text(one),
        )
        self.assertIn('bỏ phiếu lại sau lượt 1', self._text(child))
        self.assertIn('Được chọn (01 cá nhân): Ứng viên 002.', self._text(child))


@tagged('post_install', '-at_install')
class TestCouncilMinutes(CouncilPrintCommon):
    def test_says_everything_that_was_recorded(self):
        self._seats(2, 1)
        self._counted()
        self.session.item_ids[0].note = 'Nhiều sáng kiến.'
        self.session.discussion = 'Nhất trí với báo cáo.'
        self._minuted()

        text = self._text(self.session)

        for said in (
            'BIÊN BẢN HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG',
            'V/v xét, đề nghị khen thưởng Đợt 1 – Phong trào thi đua thử nghiệm',
            'Thời gian bắt đầu: 14 giờ 00, ngày 08 tháng 9 năm 2025.',
            'Địa điểm: Phòng họp tầng 2.',
            'Ủy viên 00 Chủ tịch Hội đồng Có mặt',
            'Tổng số thành viên Hội đồng: 09, trong đó có quyền biểu quyết: 09.',
            'Có mặt 07 (77,78%); gửi ý kiến bằng văn bản 01; vắng mặt 01.',
            'Gửi ý kiến bằng văn bản: Ủy viên 07 (Công tác).',
            'Vắng mặt: Ủy viên 08 (Công tác).',
            'cần ít nhất 06 thành viên',
            'Phiên họp đủ điều kiện tiến hành.',
            'Số đề nghị đưa ra xét: 03 cá nhân.',
            '- Về Ứng viên 000: Nhiều sáng kiến.',
            'Nhất trí với báo cáo.',
            '- Ủy viên 06: không tham gia thảo luận và biểu quyết về Ứng viên 000 (Người thân).',
            'Lượt 1: Giấy khen cá nhân (cá nhân).',
            '1 Ứng viên 001 – Phòng Alpha 7 77,78%',
            'Hội đồng thống nhất đề nghị khen thưởng: 02 cá nhân.',
            '- Giấy khen cá nhân: Ứng viên 001, Ứng viên 000.',
            'Không đề nghị khen thưởng: Ứng viên 002.',
            'Chỉ tiêu “1-2 cá nhân”: đã dùng 02/02.',
            'Giao Văn phòng trình Trưởng ban.',
            'Phiên họp kết thúc vào',
        ):
            with self.subTest(said):
                self.assertIn(said, text)
        self.assertRegex(text, r'THƯ KÝ.*CHỦ TỌA.*Ủy viên 01 Ủy viên 00')
        self.assertNotIn('DỰ THẢO', text)

    def test_a_draft_says_that_it_is_one_and_has_no_figure_of_an_open_round(self):
        one = self._opened()
        self._vote(one, {self.first: 5, self.second: 6, self.third: 2})
        text = self._text(self.session)
        self.assertIn('DỰ THẢO', text)
        self.assertIn('Kết quả chưa công bố.', text)
        self.assertNotIn('Số phiếu phát ra', text)

    def test_a_corrected_round_is_kept_and_says_so(self):
        one = self._counted()
        one._correct('Đếm nhầm người có mặt')
        text = self._text(self.session)
        self.assertIn('Lượt này đã được thay bằng lượt sau', text)
        self.assertIn('1 Ứng viên 001 – Phòng Alpha 7 77,78%', text)

    def test_vietnamese_whoever_prints(self):
        self._counted()
        self._minuted()
        self.env['res.lang']._activate_lang('vi_VN')
        english = self._text(self.session)
        self.chair.sudo().lang = 'vi_VN'
        self.assertEqual(self._text(self.session), english)

    def test_written_opinions_are_a_number(self):
        text = self._text(self._counted())
        self.assertNotIn('Ủy viên 07', text)


@tagged('post_install', '-at_install', 'security')
class TestCouncilPrintAccess(CouncilPrintCommon):
    def test_a_recused_member_is_told_nothing_of_the_item_until_the_session_is_closed(self):
        one = self._counted()
        self.session.item_ids.filtered(
            lambda item: item.nomination_id == self.first
        ).note = 'Điều tiếng.'
        recused = self.users[6]
        for records in (one, self.session):
            with self.subTest(records._name):
                text = self._text(records, recused)
                self.assertNotIn('Ứng viên 000', text)
                self.assertNotIn('Điều tiếng', text)
                self.assertIn('Bản này không ghi', text)
                # Neither rank nor seats nor totals tell what is hidden.
                self.assertIn('Ứng viên 001 – Phòng Alpha 7', text)
                self.assertNotRegex(text, r'[123] Ứng viên 001 – Phòng Alpha 7')
                self.assertNotIn('Chỉ tiêu cả phong trào', text)
        self.session.with_user(self.chair).action_close()
        for records in (one, self.session):
            with self.subTest(records._name):
                self.assertEqual(self._text(records, recused), self._text(records, self.chair))

    def test_others_in_the_room_read_it_whole(self):
        one = self._counted()
        for user in (self.chair, self.users[4], self.users[7], self.office, self.auditor):
            with self.subTest(user.login):
                self.assertIn('Ứng viên 000', self._text(one, user))
                self.assertIn('Ứng viên 000', self._text(self.session, user))

    def test_nobody_else_prints(self):
        one = self._counted()
        for user in (self.member, self.leader_a, self.staff):
            for records in (one, self.session):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    self._text(records, user)


@tagged('post_install', '-at_install')
class TestPaperBallots(CouncilPrintCommon):
    def test_one_per_voter_without_whom_the_voter_is_recused_from(self):
        one = self._opened(mode='paper')

        pages = [page.extract_text() for page in self._pdf(one, report=BALLOTS).pages]

        self.assertEqual(len(pages), 7)
        self.assertEqual(['Ứng viên 000' in page for page in pages], [True] * 6 + [False])
        self.assertTrue(all('PHIẾU BẦU' in page and 'Ứng viên 002' in page for page in pages))
        self.assertEqual(len(set(pages)), 2)
        self.assertFalse([page for page in pages if 'Ủy viên' in page])

    def test_printed_by_who_hands_them_out(self):
        one = self._opened(mode='paper')
        for user in (self.chair, self.secretary, self.users[2], self.office):
            with self.subTest(user.login):
                self.assertIn('PHIẾU BẦU', self._text(one, user, BALLOTS))
        for user in (self.users[4], self.auditor, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._text(one, user, BALLOTS)

    def test_only_while_a_round_on_paper_is_open(self):
        one = self._round(mode='paper')
        for step in (lambda: None, one.action_open, one.action_close):
            step()
            if one.state == 'open':
                self.assertIn('PHIẾU BẦU', self._text(one, report=BALLOTS))
                continue
            with self.subTest(one.state), self._refused('while a round on paper is open'):
                self._text(one, report=BALLOTS)

    def test_only_of_a_round_on_paper(self):
        with self._refused('while a round on paper is open'):
            self._text(self._opened(mode='secret'), report=BALLOTS)
