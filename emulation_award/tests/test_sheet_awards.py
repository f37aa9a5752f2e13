"""The lists that go with a decision and with a submission, and the registry."""

import unicodedata

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .decision_common import DecisionCommon
from .submission_common import SubmissionCommon
from .test_commendation import CommendationCase
from .xlsx_common import read, table


def file_of(code, records):
    return records.env['emulation.sheet']._file(code, records)


def page_of(code, records):
    return read(file_of(code, records)[1]).active


def by_heading(page, width):
    """Rows that begin with a number, as dicts by heading."""
    rows = table(page)
    return [
        dict(zip(rows[0], row[:width], strict=False)) for row in rows if isinstance(row[0], int)
    ]


@tagged('post_install', '-at_install')
class TestSheetPrizes(DecisionCommon):
    """What is paid by a decision, to the đồng."""

    COLLECTIVE = True

    def _all(self):
        # As a clerk ends it; the line of the list has its own full stop.
        return self._issued(self.nominations, fund='Quỹ thi đua, khen thưởng năm 2025.')

    def _prizes(self, page):
        return [
            (row['Họ và tên (tên tập thể)'], row['Số tiền (đồng)'], row['Ghi chú'])
            for row in by_heading(page, 9)
        ]

    def test_amounts_are_numbers_and_add_up(self):
        page = page_of('prize_list', self._all())
        rows = by_heading(page, 9)
        self.assertEqual([row['Số tiền (đồng)'] for row in rows], [710_000] * 3)
        self.assertEqual({row['Hệ số'] for row in rows}, {0.3})
        self.assertEqual({row['Mức lương cơ sở (đồng)'] for row in rows}, {2_340_000})
        totals = next(row for row in table(page) if row[0] == 'Cộng: 03 cá nhân')
        self.assertEqual(totals[6], 2_130_000)

    def test_collectives(self):
        page = page_of('prize_list', self._issued(self.collective))
        self.assertEqual(self._prizes(page), [('Phòng Alpha', 1_410_000, None)])

    def test_sum_in_words_and_where_it_belongs(self):
        said = {row[0] for row in page_of('prize_list', self._all()).iter_rows(values_only=True)}
        self.assertIn('Tổng số: 0 tập thể, 03 cá nhân.', said)
        self.assertIn(
            'Tổng số tiền: 2.130.000 đồng. Bằng chữ: Hai triệu một trăm ba mươi nghìn đồng chẵn.',
            said,
        )
        self.assertIn('Nguồn kinh phí: Quỹ thi đua, khen thưởng năm 2025.', said)
        self.assertTrue([one for one in said if one and 'Quyết định số 97/QĐ-TEST' in str(one)])

    def test_as_corrected_and_without_what_was_revoked(self):
        decision = self._effective(self.nominations)
        first, second, _third = decision.line_ids
        self._change(
            decision,
            'correction',
            first,
            lambda draft: draft.line_ids.write({'holder_name': 'Ý', 'is_name_confirmed': True}),
        )
        self._change(decision, 'revocation', second)
        third = decision.line_ids[2].holder_name
        self.assertEqual(
            self._prizes(page_of('prize_list', decision)),
            [('Ý', 710_000, 'Đã đính chính'), (third, 710_000, None)],
        )

    def test_a_sheet_for_each_decision(self):
        decisions = self._all() + self._issued(self.collective, number='98/QĐ-TEST')
        name, content = file_of('prize_list', decisions)
        self.assertEqual(read(content).sheetnames, ['97-QĐ-TEST', '98-QĐ-TEST'])
        self.assertEqual(name, 'Tien thuong.xlsx')

    def test_who_may(self):
        decision = self._all()
        for user, may in (
            (self.office, True),
            (self.manager, True),
            (self.auditor, True),
            (self.leader_a, False),
            (self.staff, False),
            (self.users[2], False),
        ):
            with self.subTest(user.login):
                if may:
                    self.assertTrue(file_of('prize_list', decision.with_user(user)))
                else:
                    with self.assertRaises(AccessError):
                        file_of('prize_list', decision.with_user(user))


@tagged('post_install', '-at_install')
class TestSheetProvincial(SubmissionCommon):
    """The list that goes up with the letter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.collective = cls.env['emulation.nomination'].create(
            cls._vals(
                nominee_kind='collective',
                employee_id=False,
                unit_id=cls.unit_a.id,
                campaign_award_id=cls.superior_award.id,
            )
        )
        cls.collective.write({'state': 'approved', 'snapshot_name': 'Phòng Alpha'})
        cls.first = cls.nominations[0]
        cls.first.write(
            {
                'snapshot_name': unicodedata.normalize('NFD', 'Đặng Thị Ễn'),
                'snapshot_gender': 'female',
                'snapshot_position': 'Phó Trưởng phòng',
                'snapshot_unit': 'Phòng Alpha',
                'achievement_summary': '=1+1',
            }
        )
        cls.submission = cls._drafted(cls.nominations + cls.collective)

    def test_parts_and_totals(self):
        rows = table(page_of('provincial_list', self.submission))
        self.assertEqual(
            [row[0] for row in rows[1:]],
            [
                'I. TẬP THỂ',
                1,
                'Cộng: 01 tập thể',
                'II. CÁ NHÂN',
                1,
                2,
                3,
                'Cộng: 03 cá nhân',
                'Tổng số: 01 tập thể, 03 cá nhân.',
            ],
        )

    def test_a_line(self):
        row = by_heading(page_of('provincial_list', self.submission), 11)[1]
        self.assertEqual(
            list(row.values()),
            [
                1,
                'Bà',
                'Đặng Thị Ễn',
                'Phó Trưởng phòng, Phòng Alpha',
                self.superior_award.name,
                f'mục IV {self.superior_award.criteria_basis_id.display_name}',
                '=1+1',
                3,
                3,
                1,
                None,
            ],
        )

    def test_the_list_cites_what_the_letter_cites(self):
        lines = self.submission.line_ids
        cited = f'mục IV {self.superior_award.criteria_basis_id.display_name}'
        rows = by_heading(page_of('provincial_list', self.submission), 11)
        self.assertEqual({row['Căn cứ (điểm, khoản, điều)'] for row in rows}, {cited})
        packed = {line._as_packed(1).legal_clause for line in lines}
        self.assertEqual(packed, {cited})
        letter = next(iter(self.submission._submission_letter().values()))
        self.assertTrue([one for one in letter.body if cited in one.text])

    def test_more_lines_cost_no_more_queries(self):
        self._queries()
        many = self._queries()
        others = self.submission.line_ids.filtered(lambda one: one.nominee_kind == 'individual')
        others[1:].sudo().is_live = False
        self.assertEqual(self._queries(), many)

    def _queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        file_of('provincial_list', self.submission)
        return self.env.cr.sql_log_count - before

    # Guard: _hidden_results; docs/secrecy.md.

    def test_figures_are_not_for_who_is_recused(self):
        user = self.users[2]
        user.group_ids += self.env.ref('emulation_award.group_emulation_office')
        candidate = self.env['emulation.candidate'].search(
            [('nomination_id', '=', self.first.id)], limit=1
        )
        candidate.recused_ids |= self.members[2]
        self.env.invalidate_all()
        rows = by_heading(page_of('provincial_list', self.submission.with_user(user)), 11)
        figures = [list(row.values())[7:11] for row in rows]
        said = 'Người xuất danh sách không được xem kết quả biểu quyết'
        self.assertEqual(rows[1]['Họ và tên (tên tập thể)'], 'Đặng Thị Ễn')
        self.assertEqual(figures[1], [None, None, None, said])
        self.assertEqual(figures[2:], [[3, 3, 1, None]] * 2)

    def test_title_and_letter(self):
        page = page_of('provincial_list', self.submission)
        said = [one for row in page.iter_rows(max_row=8, values_only=True) for one in row if one]
        self.assertIn('DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG', said)
        self.assertTrue([one for one in said if 'Kèm theo Tờ trình số 105/TTr-TEST' in one])
        name, _content = file_of('provincial_list', self.submission)
        self.assertEqual(name, 'Danh sach trinh - 105-TTr-TEST.xlsx')

    def test_what_was_taken_out_is_not_listed(self):
        taken = self.submission.line_ids.filtered(lambda one: one.nomination_id == self.first)
        taken.sudo().is_live = False
        names = [
            row['Họ và tên (tên tập thể)']
            for row in by_heading(page_of('provincial_list', self.submission), 11)
        ]
        self.assertEqual(len(names), 3)
        self.assertNotIn('Đặng Thị Ễn', names)

    def test_of_the_party(self):
        superior, award = self._forwarded_award('Đảng ủy UBND tỉnh (test)', 'party')
        nominations = self._nominate(1, campaign_award_id=award.id)
        nominations.write({'state': 'approved', 'snapshot_gender': 'male'})
        submission = self._drafted(nominations, authority_id=superior.id, number='12-TTr/ĐU')
        page = page_of('provincial_list', submission)
        self.assertEqual(by_heading(page, 11)[0]['Ông/Bà'], 'Đồng chí')
        said = [one for row in page.iter_rows(max_row=4, values_only=True) for one in row if one]
        self.assertIn('ĐẢNG CỘNG SẢN VIỆT NAM', said)

    def test_the_same_data_give_the_same_bytes(self):
        first = file_of('provincial_list', self.submission)
        self.env.invalidate_all()
        self.assertEqual(file_of('provincial_list', self.submission), first)

    def test_who_may(self):
        for user, may in (
            (self.office, True),
            (self.manager, True),
            (self.auditor, True),
            (self.leader_a, False),
            (self.staff, False),
            (self.users[2], False),
        ):
            with self.subTest(user.login):
                seen = self.submission.with_user(user)
                if may:
                    self.assertTrue(file_of('provincial_list', seen))
                else:
                    with self.assertRaises(AccessError):
                        file_of('provincial_list', seen)


@tagged('post_install', '-at_install')
class TestSheetRegistry(CommendationCase):
    """The registry as one table."""

    def test_rows(self):
        person = self.award(
            self.people_a[2],
            award_name='=Giấy khen',
            citation='-Thành tích',
            decision_number='+97/QĐ',
            decision_date='2025-11-20',
            prize_amount=710_000,
            holder_position='Chuyên viên',
            holder_unit='Phòng Alpha',
        )
        unit = self.award(self.unit_a, award_name='Giấy khen', prize_amount=1_410_000)
        unit._revoke('99/QĐ', '2025-12-01', 'Sai')
        page = page_of('registry', person + unit)
        first, second = by_heading(page, 14)
        self.assertEqual(
            [first[name] for name in ('Hình thức khen thưởng', 'Thành tích', 'Số quyết định')],
            ['=Giấy khen', '-Thành tích', '+97/QĐ'],
        )
        self.assertEqual(
            [first[name] for name in ('Đối tượng', 'Chức vụ, đơn vị', 'Năm', 'Tình trạng')],
            ['Cá nhân', 'Chuyên viên, Phòng Alpha', 2025, 'Có hiệu lực'],
        )
        self.assertEqual(first['Ngày quyết định'].date().isoformat(), '2025-11-20')
        self.assertEqual(
            [second[name] for name in ('Đối tượng', 'Tình trạng', 'Ghi chú', 'Ngày quyết định')],
            ['Tập thể', 'Đã thu hồi', '99/QĐ; thu hồi 1.410.000 đồng', None],
        )
        totals = table(page)[3]
        self.assertEqual(
            (totals[0], totals[11]),
            ('Cộng: 01 lượt khen thưởng (ngoài ra 01 lượt đã bị hủy)', 710_000),
        )

    def test_it_can_be_filtered(self):
        page = page_of('registry', self.award(self.people_a[2]) + self.award(self.unit_a))
        self.assertRegex(page.auto_filter.ref, r'^A\d+:N\d+$')
        self.assertEqual(page.page_setup.orientation, 'landscape')

    def test_outside_the_staff(self):
        partners = self.env['res.partner'].create(
            [{'name': 'Bà Tư'}, {'name': 'Công ty X', 'is_company': True}]
        )
        awards = self.award(partners[0]) + self.award(partners[1])
        kinds = [row['Đối tượng'] for row in by_heading(page_of('registry', awards), 14)]
        self.assertEqual(kinds, ['Cá nhân', 'Tập thể'])

    def test_who_may(self):
        own, other = self.award(self.people_a[1]), self.award(self.unit_b)
        for user, allowed in (
            (self.staff, {'own'}),
            (self.leader_a, {'own'}),
            (self.leader_b, {'other'}),
            (self.member, set()),
            (self.office, {'own', 'other', 'both'}),
            (self.manager, {'own', 'other', 'both'}),
            (self.auditor, {'own', 'other', 'both'}),
        ):
            for what, awards in (('own', own), ('other', other), ('both', own + other)):
                with self.subTest(user.login, what=what):
                    seen = awards.with_user(user)
                    self.env.invalidate_all()
                    if what in allowed:
                        self.assertTrue(file_of('registry', seen))
                    else:
                        with self.assertRaises(AccessError):
                            file_of('registry', seen)
