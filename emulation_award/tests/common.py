from datetime import date

from odoo.tests import TransactionCase, new_test_user

UNIT = 'emulation_award.group_emulation_unit'
OFFICE = 'emulation_award.group_emulation_office'
MANAGER = 'emulation_award.group_emulation_manager'
COUNCIL = 'emulation_award.group_emulation_council'
AUDITOR = 'emulation_award.group_emulation_auditor'


class EmulationCommon(TransactionCase):
    """A small agency: two divisions with leaders, an Office, and one user per role.

    Division A has 10 people (leader included), division B has 4: at 20 % A may nominate two,
    B none. Figures are chosen so that every boundary is one person away.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, 'tracking_disable': True})
        cls.company = cls.env['res.company'].create({'name': 'Agency under test'})
        cls.env.user.company_ids += cls.company
        cls.env = cls.env(context={**cls.env.context, 'allowed_company_ids': cls.company.ids})
        cls._set_up_users()
        cls._set_up_units()

    @classmethod
    def _user(cls, login, groups='base.group_user'):
        return new_test_user(
            cls.env,
            login=login,
            groups=groups,
            company_id=cls.company.id,
            company_ids=[(6, 0, cls.company.ids)],
            tz='Asia/Ho_Chi_Minh',
        )

    @classmethod
    def _set_up_users(cls):
        cls.leader_a = cls._user('leader_a', UNIT)
        cls.leader_b = cls._user('leader_b', UNIT)
        cls.office = cls._user('office', OFFICE)
        cls.manager = cls._user('manager', MANAGER)
        cls.member = cls._user('council', COUNCIL)
        cls.auditor = cls._user('auditor', AUDITOR)
        cls.staff = cls._user('staff')

    @classmethod
    def _set_up_units(cls):
        cls.category = cls.env['emulation.employee.category'].create({'name': 'Công chức (test)'})
        cls.unit_a, cls.people_a = cls._unit('Phòng Alpha', 10, cls.leader_a)
        cls.unit_b, cls.people_b = cls._unit('Phòng Beta', 4, cls.leader_b)
        cls.people_a[1].user_id = cls.staff

    @classmethod
    def _unit(cls, name, head_count, leader):
        department = cls.env['hr.department'].create({'name': name, 'company_id': cls.company.id})
        people = cls.env['hr.employee'].create(
            [
                {
                    'name': f'Nguyễn Văn {name[-1]}{number:02d}',
                    'company_id': cls.company.id,
                    'department_id': department.id,
                    'job_title': 'Chuyên viên',
                    'birthday': date(1985, 1, 1),
                    'sex': 'female',
                    'emulation_category_id': cls.category.id,
                }
                for number in range(head_count)
            ]
        )
        people[0].user_id = leader
        unit = cls.env['emulation.unit'].create(
            {
                'name': name,
                'kind': 'division',
                'company_id': cls.company.id,
                'department_id': department.id,
                'leader_ids': [(6, 0, people[0].ids)],
            }
        )
        return unit, people
