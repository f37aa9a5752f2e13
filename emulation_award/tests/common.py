from datetime import date, timedelta

from odoo import fields
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
        # Two people of one name are told apart by a unit's initial: "a02" is of Alpha alone.
        initial = name.split()[-1][0].lower()
        department = cls.env['hr.department'].create({'name': name, 'company_id': cls.company.id})
        people = cls.env['hr.employee'].create(
            [
                {
                    'name': f'Nguyễn Văn {initial}{number:02d}',
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

    @classmethod
    def _campaign(cls, launch=True, **vals):
        """A campaign of two touching phases, launched by the Office unless told otherwise.

        Phase 1 is open for another month (deadline "before"), phase 2 opens in two weeks and has
        no end yet. One award for individuals under a quota of 20 % of each unit over the whole
        campaign, one for collectives without a quota of its own. Two criteria (one without
        evidence), four dossier parts, a report form of three sections.

        :param vals: values of the campaign that differ
        :return: the campaign; its parts are left on the class, see below
        """
        cls.today = fields.Date.today()
        cls._set_up_catalogue()
        cls.campaign = cls.env['emulation.campaign'].create(
            {
                'name': 'Phong trào thi đua thử nghiệm',
                'company_id': cls.company.id,
                'user_id': cls.office.id,
                'authority_id': cls.authority.id,
                'plan_number': '15/KH-TEST',
                'plan_date': cls.today - timedelta(days=50),
                'purpose': 'Động viên',
                'content_ids': [(0, 0, {'title': 'Hoàn thành nhiệm vụ'})],
                'dossier_receiver': 'Văn phòng',
                **vals,
            }
        )
        cls._set_up_participants()
        cls._set_up_phases()
        cls._set_up_awards()
        cls._set_up_quota()
        if launch:
            cls.campaign.with_user(cls.office).action_launch()
        return cls.campaign

    @classmethod
    def _set_up_catalogue(cls):
        cls.authority = cls.env['emulation.authority'].create(
            {'name': 'Trưởng ban (test)', 'company_id': cls.company.id}
        )
        cls.report_form = cls.env['emulation.report.form'].create(
            {
                'name': 'Mẫu số 08 (test)',
                'company_id': cls.company.id,
                'section_ids': [
                    (0, 0, {'heading': 'SƠ LƯỢC', 'numeral': 'I.', 'kind': 'identity'}),
                    (0, 0, {'heading': 'THÀNH TÍCH', 'numeral': 'II.', 'kind': 'text'}),
                    (
                        0,
                        0,
                        {
                            'heading': 'KHEN THƯỞNG',
                            'numeral': 'III.',
                            'kind': 'prior_awards',
                            'mandatory': False,
                        },
                    ),
                ],
            }
        )
        cls.award_form = cls.env['emulation.award.form'].create(
            {
                'name': 'Giấy khen (test)',
                'authority_id': cls.authority.id,
                'report_form_id': cls.report_form.id,
                'company_id': cls.company.id,
            }
        )

    @classmethod
    def _set_up_participants(cls):
        cls.participant_a, cls.participant_b = cls.env['emulation.campaign.unit'].create(
            [
                {'campaign_id': cls.campaign.id, 'unit_id': unit.id}
                for unit in (cls.unit_a, cls.unit_b)
            ]
        )

    @classmethod
    def _set_up_phases(cls):
        day = timedelta(days=1)
        cls.phase_1, cls.phase_2 = cls.env['emulation.phase'].create(
            [
                {
                    'campaign_id': cls.campaign.id,
                    'name': 'Đợt 1',
                    'date_start': cls.today - 60 * day,
                    'date_end': cls.today + 14 * day,
                    'date_deadline': cls.today + 30 * day,
                    'deadline_wording': 'before',
                },
                {
                    'campaign_id': cls.campaign.id,
                    'name': 'Đợt 2',
                    'date_start': cls.today + 14 * day,
                    'date_deadline': cls.today + 90 * day,
                    'deadline_wording': 'no_later_than',
                },
            ]
        )

    @classmethod
    def _set_up_awards(cls):
        cls.award_individual, cls.award_collective = cls.env['emulation.campaign.award'].create(
            [
                {
                    'campaign_id': cls.campaign.id,
                    'award_form_id': cls.award_form.id,
                    'name': 'Giấy khen cá nhân',
                    'subject': 'individual',
                },
                {
                    'campaign_id': cls.campaign.id,
                    'award_form_id': cls.award_form.id,
                    'name': 'Giấy khen tập thể',
                    'subject': 'collective',
                },
            ]
        )
        awards = [(6, 0, (cls.award_individual + cls.award_collective).ids)]
        shared = {'campaign_id': cls.campaign.id, 'award_ids': awards}
        cls.criteria = cls.env['emulation.criterion'].create(
            [
                {**shared, 'name': 'Gương mẫu', 'body': 'Gương mẫu', 'evidence': 'none'},
                {**shared, 'name': '100 % nhiệm vụ', 'body': '100 %', 'evidence': 'text'},
            ]
        )
        cls.requirements = cls.env['emulation.dossier.requirement'].create(
            [
                {**shared, 'name': 'Biên bản họp xét', 'kind': 'unit_minutes'},
                {**shared, 'name': 'Tóm tắt thành tích', 'kind': 'summary'},
                {**shared, 'name': 'Báo cáo thành tích', 'kind': 'report'},
                {**shared, 'name': 'Sáng kiến', 'kind': 'upload', 'mandatory': False},
            ]
        )

    @classmethod
    def _set_up_quota(cls):
        cls.quota = cls.env['emulation.quota'].create(
            {
                'campaign_id': cls.campaign.id,
                'name': 'Không quá 20 % cá nhân',
                'award_ids': [(6, 0, cls.award_individual.ids)],
                'citation': 'KH IV.2.1.c',
            }
        )
