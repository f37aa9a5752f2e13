"""Import of past awards: what is said of each row, and what is entered."""

import base64
import json
import unicodedata
from datetime import date

from odoo.exceptions import UserError
from odoo.tests import Form, tagged
from odoo.tools import format_date

from .import_common import ImportCommon, workbook


@tagged('post_install', '-at_install')
class TestCommendationImport(ImportCommon):
    def test_checking_enters_nothing_and_says_what_would_happen(self):
        wizard = self.checked(
            [
                self.row(),
                self.row(),
                self.row('Người Không Có'),
                self.row(award='Huân chương lạ'),
                self.row(day='31/02/2020'),
            ]
        )
        self.assertEqual(self.told(wizard), ['good', 'duplicate', 'bad', 'bad', 'bad'])
        self.assertRecordValues(
            wizard, [{'state': 'checked', 'good_count': 1, 'duplicate_count': 1, 'bad_count': 3}]
        )
        self.assertIn('Người Không Có', wizard.line_ids[2].message)
        self.assertIn('31/02/2020', wizard.line_ids[4].message)
        self.assertFalse(self.entered())

    def test_the_good_rows_are_entered(self):
        wizard = self.checked([self.row(prize=540000), self.row('Người Không Có')])
        wizard.action_import()
        self.assertRecordValues(
            self.entered(),
            [
                {
                    'employee_id': self.holder.id,
                    'holder_name': self.holder.name,
                    'award_form_id': self.award_form.id,
                    'award_name': 'Giấy khen (test)',
                    'authority_name': 'Trưởng ban (test)',
                    'decision_number': '12/QĐ-BQL',
                    'decision_date': date(2020, 9, 5),
                    'year': 2020,
                    'citation': 'Thành tích',
                    'prize_amount': 540000,
                    'is_imported': True,
                    'state': 'valid',
                    'import_source': 'so.xlsx, 3',
                }
            ],
        )

    def test_all_or_nothing_when_chosen(self):
        wizard = self.checked([self.row(), self.row('Người Không Có')], mode='all')
        with self.assertRaisesRegex(UserError, '1 rows cannot be entered'):
            wizard.action_import()
        self.assertFalse(self.entered())

    def test_a_merged_award_leaves_nobody_out_in_silence(self):
        headings = ['STT', 'Họ và tên', 'Phân loại', 'Hình thức khen thưởng', 'Năm']
        rows = [
            [1, self.holder.name, 'Cá nhân', 'Giấy khen (test)', 2018],
            [2, self.people_a[3].name, 'Cá nhân', None, 2018],
        ]
        wizard = self.wizard(workbook(rows, headings), mode='all')
        wizard.action_check()
        self.assertEqual(self.told(wizard), ['good', 'bad'])
        self.assertIn('No award is named', wizard.line_ids[1].message)
        with self.assertRaisesRegex(UserError, '1 rows cannot be entered'):
            wizard.action_import()

    def test_number_and_day_under_one_word(self):
        upper = ['STT', 'Họ và tên', 'Hình thức khen thưởng', 'Quyết định', None]
        lower = [None, None, None, 'Số', 'Ngày']
        rows = [lower, [1, self.holder.name, 'Giấy khen (test)', '12/QĐ-X', '06/5/2020']]
        wizard = self.wizard(workbook(rows, upper))
        wizard.action_check()
        self.assertEqual(self.told(wizard), ['good'])
        wizard.action_import()
        self.assertRecordValues(
            self.entered(), [{'decision_number': '12/QĐ-X', 'decision_date': date(2020, 5, 6)}]
        )

    def test_a_second_import_enters_nothing(self):
        rows = [self.row(), self.row(number='', day='2018'), self.row(number='9/QĐ', day=None)]
        self.checked(rows).action_import()
        self.assertEqual(len(self.entered()), 3)
        again = self.checked(rows)
        self.assertEqual(self.told(again), ['duplicate'] * 3)
        with self.assertRaisesRegex(UserError, 'No row can be entered'):
            again.action_import()
        self.assertEqual(len(self.entered()), 3)

    def test_what_a_decision_entered_is_not_imported_again(self):
        self.awards._enter(
            [
                {
                    'company_id': self.company.id,
                    'employee_id': self.holder.id,
                    'award_form_id': self.award_form.id,
                    'decision_number': '12/QĐ-BQL',
                    'decision_date': date(2020, 9, 5),
                }
            ]
        )
        self.assertEqual(self.told(self.checked([self.row()])), ['duplicate'])

    def test_the_file_is_judged_anew_when_it_is_imported(self):
        wizard = self.checked([self.row()])
        self.checked([self.row()]).action_import()
        with self.assertRaises(UserError):
            wizard.action_import()
        self.assertEqual(len(self.entered()), 1)

    def test_the_import_is_journaled_with_the_files_digest(self):
        wizard = self.checked([self.row(), self.row('Người Không Có')])
        wizard.action_import()
        entry = self.env['emulation.journal'].search([('event', '=', 'commendation.imported')])
        payload = json.loads(entry[:1].payload)
        self.assertEqual(payload['sha256'], wizard.sha256)
        self.assertEqual((payload['entered'], payload['left_out']), (1, 1))
        self.assertEqual(entry[:1].user_id, self.office)

    def test_a_year_without_a_day(self):
        self.checked([self.row(day='Năm 2019')]).action_import()
        self.assertRecordValues(
            self.entered(), [{'decision_date': False, 'year': 2019, 'year_only': 2019}]
        )

    def test_names_in_nfd_and_people_without_a_login_and_those_who_left(self):
        self.assertFalse(self.holder.user_id)
        self.holder.action_archive()
        self.holder.name = 'Nguyễn Thị Ngọc Ễn'
        wizard = self.checked([self.row(unicodedata.normalize('NFD', 'Nguyễn Thị Ngọc Ễn'))])
        wizard.action_import()
        self.assertEqual(self.entered().employee_id, self.holder)
        self.assertEqual(self.entered().holder_name, 'Nguyễn Thị Ngọc Ễn')

    def test_a_unit_holds_it_as_a_collective(self):
        self.checked([self.row('PHÒNG ALPHA')]).action_import()
        self.assertEqual(self.entered().unit_id, self.unit_a)

    def test_of_namesakes_one_is_chosen_by_code_unit_or_hand(self):
        twin = self.people_b[2]
        (twin | self.holder).name = 'Nguyễn Trùng Tên'
        name = twin.name
        wizard = self.checked(
            [
                self.row(name),
                self.row(name, code='NVIMPORT2', number='2/QĐ'),
                self.row(name, unit='Phòng Beta', number='3/QĐ'),
            ]
        )
        self.assertEqual(self.told(wizard), ['bad', 'good', 'good'])
        line = wizard.line_ids[0]
        self.assertEqual(line.candidate_ids, twin | self.holder)
        self.assertIn('NVIMPORT2', line.message)
        line.employee_id = twin
        wizard.action_check()
        self.assertEqual(self.told(wizard), ['good'] * 3)
        wizard.action_import()
        self.assertEqual(self.entered().mapped('employee_id.id'), [twin.id, self.holder.id])
        self.assertEqual([one.employee_id for one in self.entered()], [twin, self.holder, twin])

    def test_only_a_candidate_can_be_chosen(self):
        twin = self.people_b[2]
        (twin | self.holder).name = 'Nguyễn Trùng Tên'
        wizard = self.checked([self.row(twin.name)])
        wizard.line_ids.employee_id = self.people_a[5]
        wizard.action_check()
        self.assertEqual(self.told(wizard), ['bad'])

    def test_outsiders_become_contacts_only_when_allowed(self):
        rows = [self.row('Hộ ông Lý Văn Sáng'), self.row('hộ ông Lý Văn Sáng', number='13/QĐ')]
        before = self.env['res.partner'].search_count([])
        self.assertEqual(self.told(self.checked(rows)), ['bad', 'bad'])
        self.assertEqual(self.env['res.partner'].search_count([]), before)
        self.checked(rows, outsiders=True).action_import()
        self.assertEqual(len(self.entered().partner_id), 1)
        self.assertEqual(self.entered().partner_id.company_id, self.company)
        self.assertEqual(self.env['res.partner'].search_count([]), before + 1)
        again = self.checked(rows, outsiders=True)
        self.assertEqual(self.told(again), ['duplicate', 'duplicate'])

    def test_outsiders_of_two_units_stay_two_people(self):
        rows = [self.row('Nguyễn Văn Lạ', unit='Xã A'), self.row('Nguyễn Văn Lạ', unit='Xã B')]
        self.checked(rows, outsiders=True).action_import()
        self.assertEqual(len(self.entered().partner_id), 2)
        again = self.checked(rows, outsiders=True)
        self.assertEqual(self.told(again), ['duplicate', 'duplicate'])

    def test_what_stands_before_a_name_is_no_part_of_it(self):
        rows = [self.row(f'Ông {self.holder.name}'), self.row('Bà Vi Thị Lạ')]
        self.assertEqual(self.told(self.checked(rows)), ['bad', 'bad'], 'names of one word')
        self.holder.name = 'Vi Văn Chấn'
        rows[0] = self.row('Ông Vi Văn Chấn')
        self.checked(rows, outsiders=True).action_import()
        self.assertRecordValues(
            self.entered(),
            [
                {'employee_id': self.holder.id, 'holder_name': 'Vi Văn Chấn', 'gender': 'male'},
                {'employee_id': False, 'holder_name': 'Vi Thị Lạ', 'gender': 'female'},
            ],
        )
        self.assertEqual(self.entered()[1].partner_id.name, 'Vi Thị Lạ')
        self.assertEqual(self.told(self.checked(rows, outsiders=True)), ['duplicate'] * 2)

    def test_of_another_unit_somebody_chooses(self):
        rows = [
            self.row(unit='Sở Xây dựng'),
            self.row(unit=self.company.name, number='13/QĐ'),
            self.row(unit='Phòng Alpha', number='14/QĐ'),
        ]
        wizard = self.checked(rows)
        self.assertEqual(self.told(wizard), ['bad', 'good', 'good'])
        for words in ('Phòng Alpha', 'Sở Xây dựng'):
            self.assertIn(words, wizard.line_ids[0].message)
        wizard.line_ids[0].employee_id = self.holder
        wizard.action_check()
        self.assertEqual(self.told(wizard), ['good'] * 3)

    def test_an_award_for_collectives_is_no_persons(self):
        self.award_form.subject = 'collective'
        wizard = self.checked([self.row(), self.row('Phòng Alpha')])
        self.assertEqual(self.told(wizard), ['bad', 'good'])
        self.assertIn('not for individuals', wizard.line_ids[0].message)

    def test_a_number_without_its_symbol_is_said_to_be_there(self):
        wizard = self.checked([self.row(number='12/QĐ-BQL'), self.row(number='12')])
        self.assertEqual(self.told(wizard), ['good', 'duplicate'])
        self.assertIn('12/QĐ-BQL', wizard.line_ids[1].message)
        wizard.action_import()
        self.assertEqual(len(self.entered()), 1)

    def test_what_cannot_be_kept_is_refused_in_words(self):
        wizard = self.checked(
            [self.row(prize=3_000_000_000), self.row(day=date(2100, 1, 2), number='2/QĐ')]
        )
        self.assertEqual(self.told(wizard), ['bad', 'bad'])
        self.assertIn('2.147.483.647', wizard.line_ids[0].message)
        self.assertIn(format_date(self.env, date(2100, 1, 2)), wizard.line_ids[1].message)
        self.assertNotIn('2100-01-02', wizard.line_ids[1].message)

    def test_an_employees_own_contact_is_no_outsider(self):
        contact = self.holder.work_contact_id
        self.holder.name = 'Đã Đổi Tên'
        contact.name = 'Người Cũ'
        self.checked([self.row('Người Cũ')], outsiders=True).action_import()
        self.assertNotEqual(self.entered().partner_id, contact)

    def test_awards_as_worded_only_when_allowed(self):
        rows = [self.row(award='Huy hiệu Vì sự nghiệp')]
        self.assertEqual(self.told(self.checked(rows)), ['bad'])
        self.checked(rows, other_awards=True).action_import()
        self.assertRecordValues(
            self.entered(), [{'award_form_id': False, 'award_name': 'Huy hiệu Vì sự nghiệp'}]
        )

    def test_people_and_awards_of_another_company_are_not_known(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        self.env['hr.employee'].create({'name': 'Người Công Ty Khác', 'company_id': other.id})
        self.assertEqual(self.told(self.checked([self.row('Người Công Ty Khác')])), ['bad'])

    def test_the_awards_feed_duplicate_checks_and_reports(self):
        self.checked([self.row()]).action_import()
        held = self.awards._held_by(employees=self.holder)
        self.assertEqual(held[self.holder], self.entered())
        self.assertEqual(self.holder.emulation_commendation_count, 1)

    def test_the_form_goes_from_the_file_to_the_registry(self):
        form = Form(self.env['emulation.commendation.import'].with_user(self.office))
        form.file = base64.b64encode(workbook([self.row()]))
        wizard = form.save()
        action = wizard.action_check()
        self.assertEqual(action['res_id'], wizard.id)
        self.assertEqual(self.told(wizard), ['good'])
        found = self.awards.search(wizard.action_import()['domain'])
        self.assertEqual(found, self.entered())
