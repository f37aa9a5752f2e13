from psycopg2.errors import CheckViolation, UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install')
class TestNominationCreate(NominationCommon):
    def test_a_dossier_holds_what_the_award_asks_of_the_nominee(self):
        nomination = self._draft()

        self.assertEqual(nomination.section_ids.template_id, self._sections())
        self.assertEqual(nomination.assessment_ids.criterion_id, self.criteria)
        self.assertEqual(nomination.dossier_line_ids.requirement_id, self.requirements)

    def _sections(self):
        return self.award_individual.report_form_id.section_ids

    def test_rules_for_others_are_not_asked(self):
        self.criteria[0].subject = 'collective'
        self.criteria[1].phase_ids = self.phase_2
        self.requirements[3].subject = 'collective'
        self.award_individual.report_form_id.section_ids[1].subject = 'collective'

        nomination = self._draft()

        self.assertFalse(nomination.assessment_ids)
        self.assertEqual(nomination.dossier_line_ids.requirement_id, self.requirements[:3])
        self.assertEqual(len(nomination.section_ids), 2)

    def test_references_are_numbered(self):
        first, second = self._draft(self.people_a[2], self.people_a[3])

        year = fields.Date.today().year
        self.assertRegex(first.reference, rf'^DN/{year}/\d{{4,}}$')
        self.assertEqual(int(second.reference[8:]), int(first.reference[8:]) + 1)

    def test_a_sequence_by_year_numbers_as_well(self):
        sequence = self.env['ir.sequence'].create(
            {
                'name': 'By year',
                'code': 'emulation.nomination',
                'prefix': 'ĐN-',
                'use_date_range': True,
                'company_id': self.company.id,
            }
        )

        references = self._draft(self.people_a[2], self.people_a[3]).mapped('reference')

        self.assertEqual(references, ['ĐN-1', 'ĐN-2'])
        self.assertTrue(sequence.date_range_ids)

    def test_outside_a_running_campaign(self):
        self.campaign.sudo().state = 'closed'

        with self._refused('only while it is launched'):
            self._draft()

    def test_a_unit_one_does_not_lead(self):
        with self._refused('You do not lead Phòng Beta', AccessError):
            self._draft(campaign_unit_id=self.participant_b.id)

    def test_the_office_proposes_for_any_unit(self):
        nomination = self._draft(user=self.office)

        self.assertEqual(nomination.campaign_unit_id, self.participant_a)

    def test_staff_proposes_nobody(self):
        for user in (self.staff, self.member, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._draft(user=user)

    def test_parts_of_another_campaign(self):
        other = self._another_campaign()

        for vals in (
            {'phase_id': other.phase_ids[0].id},
            {'campaign_unit_id': other.unit_ids[0].id},
            {'campaign_award_id': other.award_ids[0].id},
        ):
            with self.subTest(vals), self._refused('is not of campaign', ValidationError):
                self._draft(**vals)

    def test_a_nominee_of_the_wrong_kind(self):
        organisation = self.env['res.partner'].create({'name': 'Công ty X', 'is_company': True})
        for vals in (
            {'nominee_kind': 'collective', 'campaign_award_id': self.award_collective.id},
            {'employee_id': False, 'unit_id': self.unit_a.id},
            {'employee_id': False, 'partner_id': organisation.id},
        ):
            with self.subTest(vals), self._refused('nominee anew', ValidationError):
                self._draft(**vals)

    def test_a_household_outside_is_a_collective_or_a_person(self):
        household = self.env['res.partner'].create({'name': 'Hộ ông Nông Văn X'})
        person = self._draft(employee_id=False, partner_id=household.id)
        together = self._draft(
            employee_id=False,
            partner_id=household.id,
            nominee_kind='collective',
            campaign_award_id=self.award_collective.id,
        )

        self.assertEqual([person.nominee_name, together.nominee_name], ['Hộ ông Nông Văn X'] * 2)

    def test_an_award_for_others(self):
        with self._refused('not for individuals'):
            self._draft(campaign_award_id=self.award_collective.id)

    @mute_logger('odoo.sql_db')
    def test_one_nominee_not_two_nor_none(self):
        for vals in ({'unit_id': self.unit_a.id}, {'employee_id': False}):
            with self.subTest(vals), self.assertRaises(CheckViolation):
                self._draft(**vals)

    @mute_logger('odoo.sql_db')
    def test_twice_for_one_award(self):
        self._draft()

        with self.assertRaises(UniqueViolation):
            self._draft()

    def test_an_employee_of_another_company(self):
        stranger = self.env['hr.employee'].create(
            {'name': 'Người lạ', 'company_id': self.env.ref('base.main_company').id}
        )
        with self.assertRaises(UserError):
            self._draft(stranger)

    def test_names_sort_by_given_name(self):
        self.people_a[2].name = 'Trần Văn Bình'
        self.people_a[3].name = 'Nguyễn Thị Ánh'
        nominations = self._draft(self.people_a[2], self.people_a[3])

        ordered = self.env['emulation.nomination'].search(
            [('id', 'in', nominations.ids)], order='nominee_name'
        )

        self.assertEqual(ordered.mapped('nominee_name'), ['Nguyễn Thị Ánh', 'Trần Văn Bình'])
