from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestCampaignCheck(EmulationCommon):
    """What a plan needs before it is launched, and what is only worth a look."""

    def setUp(self):
        super().setUp()
        self._campaign(launch=False)

    def _launch(self):
        self.campaign.with_user(self.office).action_launch()

    def _refusal(self):
        with self.assertRaises(UserError) as caught:
            self._launch()
        return caught.exception.args[0].splitlines()[1:]

    def test_a_plan_without_phases_awards_or_units_is_not_complete(self):
        self.campaign.phase_ids.unlink()
        self.quota.unlink()
        self.campaign.award_ids.unlink()
        self.campaign.unit_ids.unlink()
        self.campaign.plan_date = False
        self.assertEqual(
            self._refusal(),
            [
                '- The plan has no date.',
                '- The plan has no phase.',
                '- The plan gives no award.',
                '- No unit takes part.',
            ],
        )

    def test_an_award_needs_criteria_a_dossier_and_a_form_for_the_report(self):
        self.award_collective.write({'criterion_ids': [(5,)], 'requirement_ids': [(5,)]})
        self.award_individual.report_form_id = False
        self.assertEqual(
            self._refusal(),
            [
                '- "Giấy khen cá nhân" asks for an achievement report but names no form for it.',
                '- "Giấy khen tập thể" has neither criteria nor a document that sets them.',
                '- "Giấy khen tập thể" asks for no dossier at all.',
            ],
        )

    def test_criteria_may_stand_in_another_document(self):
        basis = self.env['emulation.legal.basis'].create(
            {
                'number': '134/KH-UBND',
                'title': 'phát động phong trào',
                'issuer': 'UBND tỉnh',
                'date_issued': '2025-05-15',
            }
        )
        self.award_collective.write({'criterion_ids': [(5,)], 'criteria_basis_id': basis.id})
        self._launch()
        self.assertEqual(self.campaign.state, 'launched')

    def test_phases_that_overlap_are_refused_by_name(self):
        self.phase_2.date_start = self.phase_1.date_end - timedelta(days=1)
        [said] = self._refusal()
        self.assertIn('Đợt 1', said)
        self.assertIn('Đợt 2', said)

    def test_a_deadline_before_dossiers_are_taken_is_refused(self):
        self.phase_1.write({'date_open': self.today, 'date_deadline': self.today})
        [said] = self._refusal()
        self.assertIn('Đợt 1', said)

    def test_a_quota_by_group_needs_every_unit_in_a_group(self):
        self.quota.level = 'group'
        self.participant_a.group_id = self.env['emulation.unit.group'].create(
            {'campaign_id': self.campaign.id, 'name': 'Khối 1'}
        )
        [said] = self._refusal()
        self.assertIn('Phòng Beta', said)
        self.assertNotIn('Phòng Alpha', said)

    def test_what_is_only_worth_a_look_does_not_block(self):
        self.env['hr.employee'].search(
            [('department_id', '=', self.unit_b.department_id.id)]
        ).write({'department_id': self.unit_a.department_id.id})
        self.unit_b.leader_ids = False
        self.quota.unlink()
        lapsed = self.env['emulation.legal.basis'].create(
            {
                'number': '98/2023/NĐ-CP',
                'kind': 'decree',
                'title': 'cũ',
                'issuer': 'Chính phủ',
                'date_issued': '2023-12-31',
                'effective_to': self.campaign.plan_date - timedelta(days=1),
                'company_id': self.company.id,
                'verification': 'verified',
            }
        )
        self.campaign.write({'plan_number': False, 'legal_basis_ids': [(6, 0, lapsed.ids)]})
        warnings = [issue.text for issue in self.campaign._issues()]
        self.assertEqual(self.campaign._blockers(), [])
        self._launch()
        self.assertEqual(self.participant_b.head_count, 0)
        for part in (
            'no number yet',
            'Nothing limits how many are nominated for "Giấy khen cá nhân"',
            'only the Office can nominate: Phòng Beta',
            'share of the head count is zero: Phòng Beta',
            '98/2023/NĐ-CP',
            'Giấy khen (test)',
        ):
            self.assertTrue([said for said in warnings if part in said], part)
