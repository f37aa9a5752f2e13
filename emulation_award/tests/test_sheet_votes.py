"""The vote matrix: what it says, and what nobody learns from it."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .round_common import RoundCommon
from .secrecy_common import SecrecyCase
from .xlsx_common import read, table

NAMES = ['Ứng viên 000', 'Ứng viên 001', 'Ứng viên 002']


class MatrixCase(RoundCommon):
    def _book(self, user):
        session = self.session.with_user(user)
        self.env.invalidate_all()
        _name, content = session.env['emulation.sheet']._file('vote_matrix', session)
        return read(content)

    def _lines(self, user, sheet=0):
        """Rows as dicts by heading, for each candidate shown."""
        page = self._book(user).worksheets[sheet]
        rows = table(page, 'Thứ hạng')
        found = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
        return [row for row in found if row['Kết quả']]

    def _texts(self, user):
        """Every text of the workbook."""
        return [
            str(cell.value)
            for page in self._book(user)
            for row in page.iter_rows()
            for cell in row
            if cell.value is not None
        ]


@tagged('post_install', '-at_install')
class TestSheetVotes(MatrixCase):
    """What the matrix says."""

    def test_secret_totals(self):
        self._announced(dict(zip(self.nominations, (8, 6, 4), strict=True)))
        lines = self._lines(self.office)
        self.assertEqual(
            [
                (row['Thứ hạng'], row['Họ và tên (tên tập thể)'], row['Tán thành'], row['Kết quả'])
                for row in lines
            ],
            [
                (1, NAMES[0], 8, 'Được chọn'),
                (2, NAMES[1], 6, 'Được chọn'),
                (3, NAMES[2], 4, 'Không đủ phiếu'),
            ],
        )
        first = lines[0]
        self.assertEqual(
            [first[name] for name in ('Không tán thành', 'Ý kiến khác', 'Tính trên', 'Cần có')],
            [1, 0, 9, 5],
        )
        self.assertAlmostEqual(first['Tỷ lệ tán thành'], 8 / 9)
        self.assertEqual(first['Đơn vị đề nghị'], 'Phòng Alpha')

    def test_open_by_name(self):
        self._recuse(self.members[3], self.nominations[0])
        one = self._opened(mode='open')
        for user in self.users:
            self._cast(one, user, 'no' if user == self.users[4] else 'yes')
        self._finish(one)
        lines = {row['Họ và tên (tên tập thể)']: row for row in self._lines(self.office)}
        self.assertEqual(lines[NAMES[0]]['Ủy viên 03'], 'Không tham gia')
        self.assertEqual(lines[NAMES[1]]['Ủy viên 03'], 'Tán thành')
        self.assertEqual(lines[NAMES[1]]['Ủy viên 04'], 'Không tán thành')
        self.assertEqual((lines[NAMES[0]]['Tán thành'], lines[NAMES[1]]['Tán thành']), (7, 8))
        self.assertEqual(lines[NAMES[0]]['Không tham gia'], 1)

    def test_members_of_one_name_are_told_apart(self):
        self.members[5].name = self.members[4].name
        one = self._opened(mode='open')
        for user in self.users:
            self._cast(one, user, 'no' if user == self.users[4] else 'yes')
        self._finish(one)
        rows = table(self._book(self.office).worksheets[0], 'Thứ hạng')
        both = [at for at, name in enumerate(rows[0]) if name == self.members[4].name]
        self.assertEqual({rows[1][at] for at in both}, {'Tán thành', 'Không tán thành'})

    def test_a_sheet_for_each_announced_round_and_none_for_others(self):
        self._announced(dict.fromkeys(self.nominations, 7))
        self.assertEqual(self._book(self.office).sheetnames, ['Lượt 1'])

    def test_a_corrected_round_is_marked(self):
        one = self._announced(dict.fromkeys(self.nominations, 7))
        one._correct('Sai sót')
        marked = 'Lượt này đã được thay bằng lượt sau; số liệu ghi để lưu.'
        self.assertIn(marked, self._texts(self.office))

    def test_written_opinions_of_an_open_round(self):
        self._attend(self.members[8], 'written')
        for nomination in self.nominations:
            self._opinion(self.members[8], nomination, 'no')
        one = self._opened(mode='open')
        for user in self.users[:8]:
            self._cast(one, user, 'yes')
        self._finish(one)
        # The opinion itself is the secretary's to read until the session is closed.
        self.assertEqual(self._lines(self.secretary)[0]['Ủy viên 08'], 'Không tán thành (văn bản)')
        self.assertEqual(self._lines(self.office)[0]['Ủy viên 08'], 'Văn bản')

    def test_two_sessions_in_one_workbook(self):
        self._announced(dict.fromkeys(self.nominations, 7))
        other = self._session(name='Phiên họp khác: [đợt 1]/2025')
        more = self._nominate(1, session=other)
        one = self._opened(session=other)
        for user in self.users:
            self._cast(one, user)
        self._finish(one)
        self.assertTrue(more)
        sessions = (self.session + other).with_user(self.office)
        _name, content = sessions.env['emulation.sheet']._file('vote_matrix', sessions)
        self.assertEqual(
            read(content).sheetnames, ['L1 Phiên họp đợt 1', 'L1 Phiên họp khác- -đợt 1--2025']
        )


@tagged('post_install', '-at_install', 'security')
class TestSheetVotesSecrecy(MatrixCase, SecrecyCase):
    """A secret round with ballots in it, and everybody who would like to know."""

    # Guard: _as_voted takes announced rounds only.

    def test_attack_running_count(self):
        for step in ('open', 'closed'):
            if step == 'closed':
                self._close()
            for user in self.attackers:
                with self.subTest(user.login, step=step), self.assertRaises(UserError):
                    self._book(user)

    def test_attack_running_count_beside_an_announced_round(self):
        self._cast(self.one, self.users[7])
        self._cast(self.one, self.users[8])
        self._finish(self.one)
        again = self.one._correct('Sai sót').with_user(self.chair)
        again.action_open()
        for user in self.users[:6]:
            self._cast(again, user, 'no')
        for user in self.attackers:
            with self.subTest(user.login):
                self.assertEqual(self._book(user).sheetnames, ['Lượt 1'])

    # Guard: _as_matrix names members in open rounds only.

    def test_attack_who_voted_how(self):
        self._cast(self.one, self.users[7])
        self._cast(self.one, self.users[8])
        self._finish(self.one)
        for user in self.attackers:
            with self.subTest(user.login):
                said = self._texts(user)
                self.assertIn('Tán thành', said)
                self.assertFalse([one for one in said if 'Ủy viên' in one])

    def test_attack_written_opinions_of_a_secret_round(self):
        self.session.round_ids.filtered(lambda one: one.state == 'open').sudo().state = 'voided'
        self._attend(self.members[8], 'written')
        for nomination in self.nominations:
            self._opinion(self.members[8], nomination, 'no')
        one = self._opened()
        for user in self.users[:8]:
            self._cast(one, user)
        self._finish(one)
        for user in (self.secretary, self.office, self.auditor):
            self.assertFalse([said for said in self._texts(user) if 'Ủy viên' in said])

    # Guard: candidates are searched as the reader.

    def test_attack_what_one_is_recused_from(self):
        hidden = self.nominations[0]
        self.one.sudo().state = 'voided'
        self._recuse(self.members[2], hidden)
        self.users[2].group_ids += self.env.ref('emulation_award.group_emulation_manager')
        for mode in ('open', 'secret'):
            one = self._opened(mode=mode)
            self._vote(one, {hidden: 6, self.nominations[1]: 7, self.nominations[2]: 4})
            self._finish(one)
            with self.subTest(mode):
                self.assertIn(NAMES[0], ' '.join(self._texts(self.users[4])))
                said = self._texts(self.users[2])
                self.assertNotIn(NAMES[0], ' '.join(said))
                lines = self._lines(self.users[2])
                self.assertEqual([row['Thứ hạng'] for row in lines], [None, None])
                self.assertFalse([one for one in said if 'Chỉ tiêu' in one])
            one._correct('Lượt khác')
            self.env['emulation.round'].search([('state', '=', 'draft')]).sudo().unlink()

    def test_attack_after_the_session(self):
        # The minutes say it all by then; figures by candidate stay hidden, as everywhere.
        hidden = self.nominations[0]
        self.one.sudo().state = 'voided'
        self._recuse(self.members[2], hidden)
        self._announced({hidden: 6, self.nominations[1]: 7, self.nominations[2]: 4})
        self.session.with_user(self.chair).action_close()
        self.assertEqual(len(self._lines(self.users[4])), 3)
        lines = self._lines(self.users[2])
        self.assertNotIn(NAMES[0], ' '.join(self._texts(self.users[2])))
        self.assertEqual([row['Thứ hạng'] for row in lines], [None, None])

    def test_attack_through_what_another_user_has_read(self):
        hidden = self.nominations[0]
        self.one.sudo().state = 'voided'
        self._recuse(self.members[2], hidden)
        one = self._announced(dict.fromkeys(self.nominations, 7))
        session = self.session.with_user(self.users[2])
        self.env.invalidate_all()
        session.round_ids.candidate_ids.mapped('yes')  # cached: less than there is
        _name, content = session.env['emulation.sheet']._file('vote_matrix', session)
        rows = table(read(content).active, 'Thứ hạng')
        self.assertEqual([row[0] for row in rows[1:3]], [None, None])
        self.assertTrue(one)

    # Guard: check_access on the session.

    def test_attack_session_one_has_no_part_in(self):
        self._cast(self.one, self.users[7])
        self._cast(self.one, self.users[8])
        self._finish(self.one)
        for user in (self.staff, self.leader_a, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._book(user)
