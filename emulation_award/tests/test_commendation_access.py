from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_commendation import CommendationCase


@tagged('post_install', '-at_install', 'security')
class TestCommendationAccess(CommendationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        department = cls.env['hr.department'].create(
            {
                'name': 'Tổ Alpha',
                'company_id': cls.company.id,
                'parent_id': cls.unit_a.department_id.id,
            }
        )
        cls.nested = cls.env['hr.employee'].create(
            {
                'name': 'Lê Thị Tổ',
                'company_id': cls.company.id,
                'department_id': department.id,
            }
        )
        cls.hr = cls._user('hr_staff', 'hr.group_hr_user')

    def setUp(self):
        super().setUp()
        self.own = self.award(self.people_a[1])
        self.colleague = self.award(self.people_a[2])
        self.below = self.award(self.nested)
        self.collective = self.award(self.unit_a)
        self.other_unit = self.award(self.unit_b)
        self.other_person = self.award(self.people_b[2])
        self.everything = (
            self.own
            + self.colleague
            + self.below
            + self.collective
            + self.other_unit
            + self.other_person
        )

    def seen(self, user):
        """Of the awards of this class, those the user finds; reading them must agree."""
        awards = self.env['emulation.commendation'].with_user(user)
        found = awards.search([('id', 'in', self.everything.ids)])
        readable = self.everything.with_user(user)._filtered_access('read')
        self.assertEqual(set(found.ids), set(readable.ids))
        return found.sudo()

    def test_staff_see_their_own(self):
        self.assertEqual(set(self.seen(self.staff)), {self.own})

    def test_a_leader_sees_the_unit_and_its_people_at_any_depth(self):
        self.assertEqual(
            set(self.seen(self.leader_a)),
            {self.own, self.colleague, self.below, self.collective},
        )

    def test_a_leader_of_a_party_cell_sees_its_members(self):
        self.env['emulation.unit'].create(
            {
                'name': 'Chi bộ 1',
                'kind': 'party_cell',
                'company_id': self.company.id,
                'leader_ids': [(6, 0, self.people_b[0].ids)],
                'member_ids': [(6, 0, self.people_a[2].ids)],
            }
        )
        self.assertEqual(
            set(self.seen(self.leader_b)), {self.other_unit, self.other_person, self.colleague}
        )

    def test_a_former_leader_sees_only_own_awards_at_once(self):
        self.assertTrue(self.seen(self.leader_a))
        self.unit_a.leader_ids = self.people_a[1]
        self.env.invalidate_all()  # the next request
        self.assertEqual(set(self.seen(self.leader_a)), set())

    def test_office_manager_auditor_and_hr_see_all(self):
        for user in (self.office, self.manager, self.auditor, self.hr):
            with self.subTest(user=user.login):
                self.assertEqual(set(self.seen(user)), set(self.everything))

    def test_a_council_member_sees_none_of_others(self):
        self.assertFalse(self.seen(self.member))

    def test_nobody_but_the_office_writes(self):
        for user in (self.staff, self.leader_a, self.auditor, self.member, self.hr):
            with self.subTest(user=user.login):
                award = self.own.with_user(user)
                with self.assertRaises(AccessError):
                    award.citation = 'Tự sửa'
                with self.assertRaises(AccessError):
                    award._revoke('1/QĐ', date(2026, 1, 1), 'Tự hủy')
                with self.assertRaises(AccessError):
                    award.action_reinstate()

    def test_awards_of_another_company_are_hidden(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        unit = self.env['emulation.unit'].create({'name': 'Phòng lạ', 'company_id': other.id})
        hidden = self.award(unit, company_id=other.id)
        seen = self.env['emulation.commendation'].with_user(self.office).search([])
        self.assertNotIn(hidden.id, seen.ids)
        self.assertIn(self.own.id, seen.ids)
