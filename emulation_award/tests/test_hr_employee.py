from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged

from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestHrEmployee(EmulationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hr = cls._user('hr_staff', 'hr.group_hr_user')
        cls.person = cls.people_a[1]
        cls.awards = cls.env['emulation.commendation'].create(
            [
                {
                    'employee_id': employee.id,
                    'award_name': 'Giấy khen',
                    'company_id': cls.company.id,
                }
                for employee in (cls.person, cls.person, cls.people_a[2])
            ]
        )

    def test_hr_staff_count_the_awards_of_an_employee(self):
        self.assertEqual(self.person.with_user(self.hr).emulation_commendation_count, 2)

    def test_the_button_opens_the_same_awards(self):
        action = self.person.with_user(self.hr).action_open_emulation_commendations()
        opened = self.env[action['res_model']].with_user(self.hr).search(action['domain'])
        self.assertEqual(opened.sudo(), self.awards[:2].sorted('id', reverse=True))

    def test_a_revoked_award_does_not_count(self):
        self.awards[0].sudo().state = 'revoked'
        self.assertEqual(self.person.with_user(self.hr).emulation_commendation_count, 1)

    def test_nominations_are_counted_for_the_office_alone(self):
        self.assertEqual(self.person.with_user(self.office).emulation_nomination_count, 0)
        with self.assertRaises(AccessError):
            self.person.with_user(self.hr).read(['emulation_nomination_count'])

    def test_a_colleague_sees_no_awards_on_the_profile(self):
        colleague = self.env['hr.employee.public'].with_user(self.staff)
        counts = {
            employee.id: employee.emulation_commendation_count
            for employee in colleague.browse((self.person + self.people_a[2]).ids)
        }
        self.assertEqual(counts, {self.person.id: 2, self.people_a[2].id: 0})

    def test_the_leader_sees_them_on_the_profile(self):
        profile = self.env['hr.employee.public'].with_user(self.leader_a).browse(self.person.id)
        self.assertEqual(profile.emulation_commendation_count, 2)

    def test_the_staff_category_belongs_to_the_version(self):
        other = self.env['emulation.employee.category'].create({'name': 'Viên chức (test)'})
        self.person.emulation_category_id = other
        self.assertEqual(self.person.version_id.emulation_category_id, other)

    def test_staff_do_not_read_the_category_of_colleagues(self):
        with self.assertRaises(AccessError):
            self.people_a[2].with_user(self.staff).read(['emulation_category_id'])

    def test_hr_staff_set_the_category_in_the_form(self):
        with Form(self.person.with_user(self.hr)) as form:
            form.emulation_category_id = self.category.with_user(self.hr)
        self.assertEqual(self.person.emulation_category_id, self.category)

    def test_new_employees_get_the_category_of_their_company(self):
        self.company.emulation_category_id = self.category
        employee = self.env['hr.employee'].create({'name': 'Vũ Mới', 'company_id': self.company.id})
        self.assertEqual(employee.emulation_category_id, self.category)

    def test_employees_sort_by_given_name_in_vietnamese_order_for_everybody(self):
        names = ['Vũ Đặng', 'Lê Ân', 'Vũ An', 'Lê Đào', 'Vũ Ăn', 'Lê Dũng']
        people = self.env['hr.employee'].create(
            [{'name': name, 'company_id': self.company.id} for name in names]
        )
        expected = ['Vũ An', 'Vũ Ăn', 'Lê Ân', 'Lê Dũng', 'Lê Đào', 'Vũ Đặng']
        domain = [('id', 'in', people.ids)]
        for model in ('hr.employee', 'hr.employee.public'):
            for user in (self.hr, self.staff):
                with self.subTest(model=model, user=user.login):
                    found = self.env[model].with_user(user).search(domain)
                    self.assertEqual(found.mapped('name'), expected)

    def test_a_renamed_employee_moves_in_the_list(self):
        people = self.env['hr.employee'].create(
            [{'name': name, 'company_id': self.company.id} for name in ('Vũ An', 'Vũ Bình')]
        )
        people[0].name = 'Vũ Cường'
        found = self.env['hr.employee'].search([('id', 'in', people.ids)])
        self.assertEqual(found.mapped('name'), ['Vũ Bình', 'Vũ Cường'])

    def test_a_department_opens_its_unit(self):
        action = self.unit_a.department_id.with_user(self.hr).action_open_emulation_unit()
        self.assertEqual(action['res_id'], self.unit_a.id)


@tagged('post_install', '-at_install')
class TestCompanySettings(EmulationCommon):
    def test_reminder_days_are_whole_numbers(self):
        for days in ('bảy', '-1', '1.5', '3;1'):
            with self.subTest(days=days), self.assertRaises(ValidationError):
                self.company.emulation_reminder_before = days

    def test_reminders_may_be_switched_off(self):
        self.company.emulation_reminder_before = False
        self.assertFalse(self.company.emulation_reminder_before)

    def test_settings_are_those_of_the_company(self):
        settings = self.env['res.config.settings'].with_company(self.company).create({})
        settings.emulation_reminder_after = '5'
        settings.emulation_tz = 'Asia/Bangkok'
        self.assertEqual(self.company.emulation_reminder_after, '5')
        self.assertEqual(self.company.emulation_tz, 'Asia/Bangkok')
