from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_unit import UnitCase


@tagged('post_install', '-at_install', 'security')
class TestUnitAccess(UnitCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cell = cls.unit('Chi bộ 1', kind='party_cell', member_ids=[(6, 0, cls.people_a.ids)])

    def test_staff_read_units_and_their_leaders(self):
        unit = self.unit_a.with_user(self.staff)
        self.assertEqual(unit.leader_ids.mapped('name'), [self.people_a[0].name])

    def test_colleagues_do_not_read_who_is_in_a_party_cell(self):
        for user in (self.staff, self.leader_b, self.member):
            with self.subTest(user=user.login):
                with self.assertRaises(AccessError):
                    self.cell.with_user(user).read(['member_ids'])
                with self.assertRaises(AccessError):
                    self.env['emulation.unit'].with_user(user).search(
                        [('member_ids', 'in', self.people_a.ids)]
                    )

    def test_office_and_auditor_read_who_is_in_a_party_cell(self):
        for user in (self.office, self.manager, self.auditor):
            with self.subTest(user=user.login):
                self.assertEqual(
                    set(self.cell.with_user(user).member_ids.ids), set(self.people_a.ids)
                )

    def test_nobody_but_the_office_changes_units(self):
        for user in (self.staff, self.leader_a, self.member, self.auditor):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.unit_a.with_user(user).write({'leader_ids': [(4, self.people_a[1].id)]})

    def test_nobody_but_the_office_creates_units_from_departments(self):
        for user in (self.staff, self.leader_a, self.member, self.auditor):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.env['emulation.unit'].with_user(user).action_create_from_departments()
        self.assertFalse(self.company.emulation_sync_departments)

    def test_units_of_another_company_are_hidden(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        hidden = self.env['emulation.unit'].create({'name': 'Phòng lạ', 'company_id': other.id})
        seen = self.env['emulation.unit'].with_user(self.office).search([])
        self.assertNotIn(hidden.id, seen.ids)
        self.assertIn(self.unit_a.id, seen.ids)
