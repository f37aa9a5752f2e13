from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..domain.decree30 import MOTTO, NATIONAL_NAME, PARTY_NAME
from ..domain.form08 import REPORTER, SUBMITTER_CONFIRMATION, UNIT_CONFIRMATION, UNIT_HEAD
from .form08_common import Form08Common


@tagged('post_install', '-at_install')
class TestForm08(Form08Common):
    """What the report of a nomination says, before it is laid out."""

    def _form(self, nomination, user=None):
        return nomination.with_user(user or self.env.user)._form08()[nomination.id]

    def _rows(self, nomination):
        return {row.label: row.value for row in self._form(nomination).sections[0].rows}

    # Particulars

    def test_draft_shows_the_person_of_today(self):
        nomination = self._reports()
        nomination.employee_id.job_title = 'Trưởng phòng'
        self.assertEqual(self._rows(nomination)['Chức vụ'], 'Trưởng phòng')

    def test_sent_report_shows_the_person_of_then(self):
        nomination = self._send(self._reports())
        before = self._rows(nomination)
        nomination.employee_id.write(
            {
                'name': 'Tên Khác',
                'job_title': 'Trưởng phòng',
                'birthday': '2000-01-01',
                'sex': 'male',
                'private_street': 'Nơi khác',
                'emulation_native_place': 'Nơi khác',
                'department_id': self.unit_b.department_id.id,
            }
        )
        self.assertEqual(self._rows(nomination), before)

    def test_home_and_native_place(self):
        nomination = self._reports()
        nomination.employee_id.write(
            {
                'emulation_native_place': 'Cao Bằng',
                'private_street': 'Số 8',
                'private_city': 'Đông Kinh',
            }
        )
        rows = self._rows(nomination)
        self.assertEqual(
            (rows['Quê quán'], rows['Nơi thường trú']), ('Cao Bằng', 'Số 8, Đông Kinh')
        )

    def test_sent_collective_shows_the_unit_of_then(self):
        self.unit_a.write({'address': 'Số 12', 'functions': 'Tham mưu.'})
        nomination = self._send(self._draft_collective())
        self.unit_a.write({'address': 'Nơi khác', 'functions': 'Việc khác.'})
        self.assertEqual(
            self._rows(nomination),
            {
                'Tên tập thể': 'Phòng Alpha',
                'Địa chỉ': 'Số 12',
                'Tổng số người': '10 người',
                'Chức năng, nhiệm vụ': 'Tham mưu.',
            },
        )

    def test_outsider(self):
        award = self._award(name='Giấy khen', outsiders_allowed=True)
        partner = self.env['res.partner'].create(
            {'name': 'Lê Văn Ngoài', 'function': 'Giám đốc', 'street': 'Số 3', 'city': 'Hà Nội'}
        )
        nomination = self._draft(
            user=self.env.user,
            campaign_award_id=award.id,
            employee_id=False,
            partner_id=partner.id,
        )
        rows = self._rows(nomination)
        self.assertEqual(
            (rows['Họ và tên'], rows['Chức vụ'], rows['Nơi thường trú']),
            ('Lê Văn Ngoài', 'Giám đốc', 'Số 3, Hà Nội'),
        )

    def _draft_collective(self, **vals):
        return self.env['emulation.nomination'].create(self._collective_vals(**vals))

    # Heading and date

    def test_own_award_is_headed_by_this_body_and_the_unit(self):
        heading = self._form(self._reports()).heading
        self.assertEqual(
            (heading.superior, heading.issuer, heading.right, heading.motto),
            ('BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU', 'PHÒNG ALPHA', NATIONAL_NAME, MOTTO),
        )

    def test_forwarded_award_is_headed_by_the_superior_and_this_body(self):
        province = self.env['emulation.authority'].create(
            {'name': 'Chủ tịch tỉnh (test)', 'is_superior': True, 'company_id': self.company.id}
        )
        award = self._award(name='Bằng khen', authority_id=province.id, is_forwarded=True)
        heading = self._form(self._reports(campaign_award_id=award.id)).heading
        self.assertEqual(
            (heading.superior, heading.issuer),
            ('ỦY BAN NHÂN DÂN TỈNH', 'BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU'),
        )

    def test_party_award_is_headed_by_the_party(self):
        award = self._award(name='Giấy khen của Đảng ủy', authority_id=self._party().id)
        heading = self._form(self._reports(campaign_award_id=award.id)).heading
        self.assertEqual(
            (heading.superior, heading.right, heading.motto),
            ('ĐẢNG ỦY BAN QUẢN LÝ', PARTY_NAME, ''),
        )

    def test_forwarded_party_award_is_headed_by_the_own_party_body(self):
        self._party()
        above = self._party(name='Đảng ủy tỉnh', is_superior=True, issuing_body='Đảng ủy tỉnh')
        award = self._award(name='Giấy khen', authority_id=above.id, is_forwarded=True)
        heading = self._form(self._reports(campaign_award_id=award.id)).heading
        self.assertEqual(
            (heading.superior, heading.issuer),
            ('ĐẢNG BỘ ỦY BAN NHÂN DÂN TỈNH', 'ĐẢNG ỦY BAN QUẢN LÝ'),
        )

    def test_party_cell_writes_as_the_party(self):
        self._party()
        self.unit_a.kind = 'party_cell'
        heading = self._form(self._reports()).heading
        self.assertEqual((heading.superior, heading.right), ('ĐẢNG ỦY BAN QUẢN LÝ', PARTY_NAME))

    def test_body_without_a_name_is_the_company(self):
        self.authority.issuing_body = False
        self.assertEqual(self._form(self._reports()).heading.superior, 'AGENCY UNDER TEST')

    def test_date_is_the_day_it_was_sent_where_the_agency_is(self):
        # 18:30 in UTC is the next day in Vietnam.
        self.assertEqual(
            self._form(self._send(self._reports())).heading.place_date,
            'Lạng Sơn, ngày 26 tháng 8 năm 2025',
        )

    def test_place_of_the_plan_prevails(self):
        self.campaign.sudo().plan_place = 'Đồng Đăng'
        self.assertEqual(
            self._form(self._reports()).heading.place_date, 'Đồng Đăng, ngày … tháng … năm …'
        )

    def test_report_that_can_still_change_is_an_undated_draft(self):
        nomination = self._send(self._reports())
        for state in ('draft', 'reviewed', 'returned', 'withdrawn'):
            nomination.sudo().state = state
            form = self._form(nomination)
            self.assertEqual(
                (state, form.is_draft, '…' in form.heading.place_date), (state, True, True)
            )

    def test_report_that_was_sent_is_none(self):
        nomination = self._send(self._reports())
        for state in ('submitted', 'accepted', 'approved', 'forwarded', 'on_hold'):
            nomination.sudo().state = state
            form = self._form(nomination)
            self.assertEqual(
                (state, form.is_draft, '…' in form.heading.place_date), (state, False, False)
            )

    # Content

    def test_form_is_the_campaign_s_own_copy(self):
        nomination = self._reports()
        self.assertEqual(nomination._report_form().campaign_id, self.campaign)
        self.report_form.title = 'MẪU KHÁC'
        self.assertEqual(self._form(nomination).title, 'BÁO CÁO THÀNH TÍCH')

    def test_parts_of_the_other_kind_are_left_out(self):
        form = self.award_individual.report_form_id.sudo()
        form.section_ids.filtered(lambda part: part.kind == 'text').subject = 'collective'
        headings = [section.heading for section in self._form(self._reports()).sections]
        self.assertEqual(headings, ['I. SƠ LƯỢC', 'III. KHEN THƯỞNG'])

    def test_award_without_form_is_told(self):
        award = self._award(name='Bằng khen')
        award.report_form_id = False
        award.award_form_id.report_form_id = False
        nomination = self._draft(user=self.env.user, campaign_award_id=award.id)
        with self.assertRaisesRegex(UserError, 'Bằng khen'):
            nomination._form08()

    def test_awards_held_when_it_was_sent(self):
        nomination = self._send(self._reports())
        self._hold_award(nomination, award_name='Sau', decision_date='2025-09-01')
        self._hold_award(nomination, award_name='Thu hồi').sudo().state = 'revoked'
        self._hold_award(nomination, award_name='Không ngày', decision_date=False)
        self._hold_award(nomination, award_name='Mới', decision_date='2025-08-26')
        self._hold_award(nomination, award_name='Cũ', decision_date='2020-03-04')
        self._hold_award(nomination, award_name='Của người khác').employee_id = self.people_a[5]
        # What it led to, decided the same day.
        own = self._hold_award(nomination, award_name='Chính nó', decision_date='2025-08-26')
        own.sudo().nomination_id = nomination
        rows = self._form(nomination).sections[-1].awards
        self.assertEqual({row.award for row in rows}, {'Cũ', 'Mới', 'Không ngày'})
        dated = [row.award for row in rows if row.year != '…']
        self.assertEqual(dated, ['Cũ', 'Mới'])

    # Signatures

    def _signers(self, nomination):
        return [
            [(block.title, block.name) for block in blocks]
            for blocks in self._form(nomination).signatures
        ]

    def test_individual_signs(self):
        nomination = self._reports()
        self.assertEqual(
            self._signers(nomination),
            [[(UNIT_CONFIRMATION, ''), (REPORTER, nomination.nominee_name)]],
        )

    def test_forwarded_individual_is_confirmed_twice(self):
        award = self._award(name='Bằng khen', is_forwarded=True)
        signers = self._signers(self._reports(campaign_award_id=award.id))
        self.assertEqual(signers[1:], [[(SUBMITTER_CONFIRMATION, '')]])

    def test_head_of_a_collective_signs(self):
        head = self.people_a[0].name
        self.assertEqual(
            self._signers(self._draft_collective()),
            [[(SUBMITTER_CONFIRMATION, ''), (UNIT_HEAD, head)]],
        )

    def test_captions_are_those_of_the_form(self):
        form = self.award_individual.report_form_id.sudo()
        form.write({'reporter_caption': 'NGƯỜI VIẾT', 'unit_confirmation_caption': 'THỦ TRƯỞNG'})
        titles = [[title for title, _name in row] for row in self._signers(self._reports())]
        self.assertEqual(titles, [['THỦ TRƯỞNG', 'NGƯỜI VIẾT']])

    def test_several_heads_sign_by_hand(self):
        self.unit_a.leader_ids += self.people_a[1]
        self.assertEqual(self._signers(self._draft_collective())[0][1], (UNIT_HEAD, ''))

    # Access and cost

    def test_who_reads_the_dossier_reads_its_report(self):
        nomination = self._reports(self.people_a[1])
        readers = (self.staff, self.leader_a, self.office, self.manager, self.auditor)
        rows = {self._form(nomination, user).sections[0].rows for user in readers}
        self.assertEqual(len(rows), 1)
        self.assertIn('01/01/1985', {row.value for row in rows.pop()})

    def test_who_does_not_read_the_dossier_is_refused(self):
        nomination = self._reports()
        for user in (self.staff, self.leader_b, self.member):
            with self.assertRaises(AccessError):
                self._form(nomination, user)

    def test_one_forbidden_refuses_the_whole_batch(self):
        own = self._reports(self.people_a[3])
        other = self._reports(self.people_b[1], campaign_unit_id=self.participant_b.id)
        self.assertEqual(list(own.with_user(self.leader_a)._form08()), own.ids)
        with self.assertRaises(AccessError):
            (own + other).with_user(self.leader_a)._form08()

    def test_file_name(self):
        nomination = self._reports(self.people_a[1])
        self.assertEqual(
            nomination.with_user(self.staff)._form08_file_name(), 'Mau 08 - Nguyen Van a01'
        )

    def _queries(self, nominations):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self._html(nominations)
        return self.env.cr.sql_log_count - before

    def test_many_cost_the_queries_of_few(self):
        nominations = self._reports(*self._many_people(50))
        for nomination in nominations:
            self._hold_award(nomination)
        self._queries(nominations)  # warms the caches of templates and rules
        self.assertEqual(self._queries(nominations), self._queries(nominations[:10]))

    def test_queries_of_sent_reports(self):
        nominations = self._send(self._reports(*self._many_people(50)))
        self._queries(nominations)
        self.assertEqual(self._queries(nominations), self._queries(nominations[:10]))
