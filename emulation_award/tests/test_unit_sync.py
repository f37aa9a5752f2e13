from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .test_unit import UnitCase


class SyncCase(UnitCase):
    """The agency of the common set-up, with a nested department, before and after the click."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.centre = cls.department('Trung tâm', manager_id=cls.people_b[1].id)
        cls.section = cls.department('Tổ', cls.centre)

    def click(self, user=None):
        units = self.env['emulation.unit'].with_user(user or self.office)
        return units.with_company(self.company).action_create_from_departments()

    def unit_of(self, department):
        units = self.env['emulation.unit'].with_context(active_test=False)
        return units.search([('department_id', '=', department.id)])


@tagged('post_install', '-at_install')
class TestUnitsFromDepartments(SyncCase):
    def test_every_department_without_a_unit_gets_one(self):
        self.click()
        units = self.env['emulation.unit'].search([('company_id', '=', self.company.id)])
        self.assertEqual(
            set(units.mapped('name')), {'Phòng Alpha', 'Phòng Beta', 'Trung tâm', 'Tổ'}
        )

    def test_a_second_click_creates_nothing(self):
        self.click()
        before = self.env['emulation.unit'].search_count([])
        self.click()
        self.assertEqual(self.env['emulation.unit'].search_count([]), before)

    def test_a_unit_archived_by_hand_is_not_made_again(self):
        self.unit_b.action_archive()
        self.click()
        self.assertEqual(self.unit_of(self.unit_b.department_id), self.unit_b)
        self.assertFalse(self.unit_b.active)

    def test_the_manager_becomes_the_leader(self):
        self.click()
        self.assertEqual(self.unit_of(self.centre).leader_ids, self.people_b[1])
        self.assertFalse(self.unit_of(self.section).leader_ids)

    def test_a_manager_of_another_company_does_not(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        stranger = self.env['hr.employee'].create({'name': 'Vũ Lạ', 'company_id': other.id})
        self.section.sudo().manager_id = stranger
        self.click()
        self.assertFalse(self.unit_of(self.section).leader_ids)

    def test_units_are_nested_as_the_departments(self):
        self.click()
        self.assertEqual(self.unit_of(self.section).parent_id, self.unit_of(self.centre))
        self.assertFalse(self.unit_of(self.centre).parent_id)

    def test_departments_of_another_company_are_left_alone(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        foreign = self.env['hr.department'].create({'name': 'Lạ', 'company_id': other.id})
        self.click()
        self.assertFalse(self.unit_of(foreign))

    def test_units_follow_from_then_on(self):
        self.assertFalse(self.company.emulation_sync_departments)
        self.click()
        self.assertTrue(self.company.emulation_sync_departments)
        self.assertTrue(self.unit_of(self.centre).follows_department)

    def test_the_settings_have_the_same_button(self):
        settings = self.env['res.config.settings'].with_company(self.company).create({})
        settings.action_emulation_create_units()
        self.assertTrue(self.unit_of(self.section))
        self.assertTrue(self.company.emulation_sync_departments)


@tagged('post_install', '-at_install')
class TestUnitsFollowDepartments(SyncCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hr = cls._user('hr_staff', 'hr.group_hr_user')
        cls.company.emulation_sync_departments = True
        cls.env['emulation.unit'].with_company(cls.company).action_create_from_departments()

    def test_created(self):
        vals = {'name': 'Phòng mới', 'company_id': self.company.id, 'parent_id': self.centre.id}
        department = self.env['hr.department'].with_user(self.hr).create(vals)
        unit = self.unit_of(department)
        self.assertEqual((unit.name, unit.kind), ('Phòng mới', 'division'))
        self.assertEqual(unit.parent_id, self.unit_of(self.centre))

    def test_renamed(self):
        self.section.with_user(self.hr).name = 'Tổ Hữu Nghị'
        self.assertEqual(self.unit_of(self.section).name, 'Tổ Hữu Nghị')

    def test_archived_and_back(self):
        self.section.with_user(self.hr).action_archive()
        self.assertFalse(self.unit_of(self.section).active)
        self.section.with_user(self.hr).action_unarchive()
        self.assertTrue(self.unit_of(self.section).active)

    def test_moved(self):
        self.section.with_user(self.hr).parent_id = self.unit_a.department_id
        self.assertEqual(self.unit_of(self.section).parent_id, self.unit_a)

    def test_moved_to_the_top(self):
        self.section.with_user(self.hr).parent_id = False
        self.assertFalse(self.unit_of(self.section).parent_id)

    def test_swapping_places_with_the_department_above(self):
        self.section.parent_id = False
        self.centre.parent_id = self.section
        self.assertEqual(self.unit_of(self.centre).parent_id, self.unit_of(self.section))
        self.assertFalse(self.unit_of(self.section).parent_id)

    def test_an_archived_department_hands_its_units_to_the_one_above(self):
        squad = self.department('Đội', self.section)
        self.section.action_archive()
        self.assertEqual(self.unit_of(squad).parent_id, self.unit_of(self.centre))

    def test_a_department_without_unit_in_between_is_passed_over(self):
        squad = self.department('Đội', self.section)
        self.unit_of(self.section).unlink()
        self.section.parent_id = self.unit_a.department_id
        self.assertEqual(self.unit_of(squad).parent_id, self.unit_a)

    def test_a_new_manager_takes_over_from_the_one_before(self):
        unit = self.unit_of(self.centre)
        unit.leader_ids += self.people_b[2]
        self.centre.with_user(self.hr).manager_id = self.people_b[3]
        self.assertEqual(unit.leader_ids, self.people_b[2] + self.people_b[3])

    def test_a_leader_chosen_by_hand_is_kept(self):
        self.unit_a.department_id.manager_id = self.people_a[5]
        self.assertEqual(self.unit_a.leader_ids, self.people_a[0])

    def test_deleting_a_department_deletes_a_unit_without_history(self):
        unit = self.unit_of(self.section)
        self.section.with_user(self.hr).unlink()
        self.assertFalse(unit.exists())

    def test_a_department_with_history_is_archived_instead(self):
        self.env['emulation.commendation'].create(
            {
                'unit_id': self.unit_of(self.section).id,
                'award_name': 'Giấy khen',
                'company_id': self.company.id,
            }
        )
        with self.assertRaisesRegex(UserError, 'Archive the department'):
            self.section.with_user(self.hr).unlink()

    def test_a_department_does_not_take_its_unit_to_another_company(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        with self.assertRaisesRegex(ValidationError, 'Agency under test'):
            self.section.write({'company_id': other.id, 'parent_id': False})

    def test_many_departments_cost_as_many_queries_as_few(self):
        def queries(number):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            departments.browse(departments.ids[:number])._emulation_followed()
            self.env['emulation.unit']._follow(
                departments[:number], {'name': 'Tổ', 'active': True}, {}
            )
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        departments = self.env['hr.department'].create(
            [{'name': f'Tổ {index}', 'company_id': self.company.id} for index in range(40)]
        )
        queries(2)
        self.assertEqual(queries(3), queries(40))

    def test_nothing_follows_once_switched_off(self):
        self.company.emulation_sync_departments = False
        self.section.name = 'Tổ khác'
        department = self.department('Phòng mới')
        self.assertEqual(self.unit_of(self.section).name, 'Tổ')
        self.assertFalse(self.unit_of(department))

    def test_a_unit_made_by_hand_keeps_its_department_when_switched_off(self):
        self.company.emulation_sync_departments = False
        with self.assertRaisesRegex(UserError, 'Archive the department'):
            self.section.unlink()
