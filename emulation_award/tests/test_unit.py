from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import EmulationCommon


class UnitCase(EmulationCommon):
    @classmethod
    def department(cls, name, parent=None, **vals):
        return cls.env['hr.department'].create(
            {
                'name': name,
                'company_id': cls.company.id,
                'parent_id': parent.id if parent else False,
                **vals,
            }
        )

    @classmethod
    def unit(cls, name, department=None, **vals):
        return cls.env['emulation.unit'].create(
            {
                'name': name,
                'company_id': cls.company.id,
                'department_id': department.id if department else False,
                **vals,
            }
        )

    @classmethod
    def employee(cls, name, department=None, **vals):
        return cls.env['hr.employee'].create(
            {
                'name': name,
                'company_id': cls.company.id,
                'department_id': department.id if department else False,
                **vals,
            }
        )

    def people(self, *units):
        """{unit: names} of what the units count together."""
        counted = self.env['emulation.unit']._employees_by_unit(
            self.env['emulation.unit'].union(*units)
        )
        return {unit: employees.mapped('name') for unit, employees in counted.items()}


@tagged('post_install', '-at_install')
class TestUnitPeople(UnitCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.centre = cls.department('Trung tâm')
        cls.section = cls.department('Tổ', cls.centre)
        cls.squad = cls.department('Đội', cls.section)
        cls.centre_unit = cls.unit('Trung tâm', cls.centre)
        cls.head = cls.employee('Lê Văn An', cls.centre)
        cls.deputy = cls.employee('Trần Thị Ánh', cls.section)
        cls.worker = cls.employee('Nguyễn Đức Ân', cls.squad)

    def test_a_unit_counts_everybody_below_its_department(self):
        self.assertEqual(
            self.people(self.centre_unit),
            {self.centre_unit: ['Lê Văn An', 'Trần Thị Ánh', 'Nguyễn Đức Ân']},
        )

    def test_a_nested_unit_takes_its_people_from_the_one_above(self):
        section_unit = self.unit('Tổ', self.section)
        self.assertEqual(
            self.people(self.centre_unit, section_unit),
            {
                self.centre_unit: ['Lê Văn An'],
                section_unit: ['Trần Thị Ánh', 'Nguyễn Đức Ân'],
            },
        )

    def test_a_nested_unit_that_does_not_take_part_leaves_its_people_above(self):
        section_unit = self.unit('Tổ', self.section)
        self.assertEqual(len(self.people(self.centre_unit)[self.centre_unit]), 3)
        self.assertEqual(len(self.people(section_unit)[section_unit]), 2)

    def test_people_above_every_participating_unit_count_nowhere(self):
        squad_unit = self.unit('Đội', self.squad)
        self.assertEqual(self.people(squad_unit), {squad_unit: ['Nguyễn Đức Ân']})

    def test_somebody_who_left_is_not_counted(self):
        self.worker.action_archive()
        self.assertEqual(
            self.people(self.centre_unit), {self.centre_unit: ['Lê Văn An', 'Trần Thị Ánh']}
        )

    def test_an_archived_department_in_between_does_not_cut_its_people_off(self):
        self.section.action_archive()
        self.assertIn('Nguyễn Đức Ân', self.people(self.centre_unit)[self.centre_unit])

    def test_a_party_cell_counts_its_list_whatever_the_departments(self):
        cell = self.unit('Chi bộ 1', kind='party_cell')
        cell.member_ids = self.worker + self.people_a[3]
        counted = self.people(self.centre_unit, cell)
        self.assertEqual(set(counted[cell]), {self.worker.name, self.people_a[3].name})
        self.assertIn(self.worker.name, counted[self.centre_unit])

    def test_a_party_cell_does_not_count_who_left(self):
        cell = self.unit('Chi bộ 1', kind='party_cell')
        cell.member_ids = self.worker + self.head
        self.worker.action_archive()
        self.assertEqual(self.people(cell), {cell: ['Lê Văn An']})

    def test_an_empty_unit_has_its_entry(self):
        empty = self.unit('Phòng mới', self.department('Phòng mới'))
        self.assertEqual(self.people(empty), {empty: []})

    def test_names_come_by_given_name_in_vietnamese_order(self):
        for name in ('Vũ Đặng', 'Vũ Ăn', 'Vũ Dũng', 'Vũ Đào'):
            self.employee(name, self.centre)
        self.assertEqual(
            self.people(self.centre_unit)[self.centre_unit],
            [
                'Lê Văn An',
                'Trần Thị Ánh',
                'Vũ Ăn',
                'Nguyễn Đức Ân',
                'Vũ Dũng',
                'Vũ Đào',
                'Vũ Đặng',
            ],
        )

    def test_the_day_decides_which_department_counts(self):
        with freeze_time('2025-05-01'):
            mover = self.employee('Hoàng Thị Yến', self.centre, date_version=date(2025, 1, 1))
        mover.create_version(
            {'date_version': date(2025, 6, 1), 'department_id': self.unit_b.department_id.id}
        )
        both = self.centre_unit + self.unit_b
        before = both._employees_by_unit(both, date(2025, 5, 31))
        after = both._employees_by_unit(both, date(2025, 6, 1))
        self.assertIn(mover, before[self.centre_unit])
        self.assertNotIn(mover, before[self.unit_b])
        self.assertIn(mover, after[self.unit_b])
        self.assertNotIn(mover, after[self.centre_unit])

    def test_employee_count_takes_every_unit_of_the_company_into_account(self):
        section_unit = self.unit('Tổ', self.section)
        self.assertEqual(self.centre_unit.employee_count, 1)
        self.assertEqual(section_unit.employee_count, 2)
        self.assertEqual((self.unit_a.employee_count, self.unit_b.employee_count), (10, 4))

    def test_the_employees_button_lists_whom_the_unit_counts(self):
        action = self.centre_unit.with_user(self.office).action_open_employees()
        listed = self.env['hr.employee'].search(action['domain'])
        self.assertEqual(set(listed.ids), {self.head.id, self.deputy.id, self.worker.id})

    def test_the_unit_of_an_employee_is_the_nearest_one(self):
        self.assertEqual(self.worker.emulation_unit_id, self.centre_unit)
        section_unit = self.unit('Tổ', self.section)
        self.worker.invalidate_recordset(['emulation_unit_id'])
        self.assertEqual(self.worker.emulation_unit_id, section_unit)

    def test_queries_do_not_grow_with_the_number_of_units(self):
        def queries(number):
            units = self.env['emulation.unit']
            for index in range(number):
                department = self.department(f'Phòng {number}-{index}')
                self.employee('Lê Văn An', department)
                units += self.unit(department.name, department)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            units._employees_by_unit(units)
            return self.env.cr.sql_log_count - before

        self.assertEqual(queries(2), queries(20))


@tagged('post_install', '-at_install')
class TestUnit(UnitCase):
    def test_members_are_listed_only_without_a_department(self):
        with self.assertRaisesRegex(ValidationError, 'Phòng Alpha'):
            self.unit_a.member_ids = self.people_b

    def test_a_unit_with_listed_members_takes_no_department(self):
        cell = self.unit('Chi bộ 1', kind='party_cell')
        cell.member_ids = self.people_a
        with self.assertRaises(ValidationError):
            cell.department_id = self.department('Phòng mới')

    def test_a_unit_is_not_above_itself(self):
        self.unit_a.parent_id = self.unit_b
        with self.assertRaises(ValidationError):
            self.unit_b.parent_id = self.unit_a

    def test_names_are_stored_composed_and_trimmed(self):
        self.unit_a.name = '  Pho\u0300ng  Thi đua '
        self.assertEqual(self.unit_a.name, 'Phòng Thi đua')

    def test_a_unit_without_history_is_deleted(self):
        unit = self.unit('Chi bộ 1', kind='party_cell')
        unit.with_user(self.manager).unlink()
        self.assertFalse(unit.exists())

    def test_a_unit_that_holds_an_award_is_not_deleted(self):
        self.env['emulation.commendation'].create(
            {'unit_id': self.unit_a.id, 'award_name': 'Giấy khen', 'company_id': self.company.id}
        )
        with self.assertRaisesRegex(UserError, 'archive'):
            self.unit_a.with_user(self.manager).unlink()

    def test_a_unit_of_a_campaign_is_not_deleted(self):
        campaign = self.env['emulation.campaign'].create(
            {'name': 'Phong trào', 'company_id': self.company.id}
        )
        self.env['emulation.campaign.unit'].create(
            {'campaign_id': campaign.id, 'unit_id': self.unit_b.id}
        )
        with self.assertRaisesRegex(UserError, 'Phòng Beta'):
            self.unit_b.with_user(self.manager).unlink()

    def test_the_office_is_told_what_a_leader_lacks(self):
        self.unit_a.leader_ids = self.people_a[0] + self.people_a[1] + self.people_a[2]
        warning = self.unit_a.with_user(self.office).leader_warning
        without_user, without_role = warning.split('\n')
        self.assertIn(self.people_a[2].name, without_user)
        self.assertIn(self.people_a[1].name, without_role)
        self.assertNotIn(self.people_a[0].name, warning)

    def test_the_office_is_told_of_a_unit_without_leader(self):
        self.unit_a.leader_ids = False
        self.assertTrue(self.unit_a.with_user(self.office).leader_warning)

    def test_no_warning_when_the_leader_can_do_the_part(self):
        self.assertFalse(self.unit_a.with_user(self.office).leader_warning)

    def test_nobody_else_is_told(self):
        self.unit_a.leader_ids = False
        self.assertFalse(self.unit_a.with_user(self.staff).leader_warning)

    def test_commendation_count_is_of_valid_awards(self):
        held = self.env['emulation.commendation'].create(
            [
                {
                    'unit_id': self.unit_a.id,
                    'award_name': name,
                    'company_id': self.company.id,
                }
                for name in ('Giấy khen', 'Bằng khen')
            ]
        )
        held[0]._revoke('45/QĐ', date(2026, 1, 1), 'Kê khai sai')
        self.assertEqual(self.unit_a.commendation_count, 1)
