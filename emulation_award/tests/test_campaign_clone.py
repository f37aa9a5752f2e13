from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestCampaignClone(EmulationCommon):
    """Next year's campaign starts from this one: rules and plan, not its history."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign(
            launch=False,
            name='Phong trào năm 2025, nhiệm kỳ 2025 - 2030',
            plan_date=date(2025, 6, 10),
            head_count_date=date(2025, 6, 1),
            duty_ids=[(0, 0, {'bearer': 'Văn phòng', 'body': 'Theo dõi'})],
            recipient_ids=[(0, 0, {'name': 'Sở Nội vụ'})],
        )
        cls.phase_1.write(
            {
                'date_start': '2025-01-01',
                'date_end': '2025-02-28',
                'end_precision': 'month',
                'date_deadline': '2025-03-30',
            }
        )
        cls.phase_2.write({'date_start': '2025-03-01', 'date_deadline': '2025-10-30'})
        cls.criteria[1].phase_ids = cls.phase_2
        cls.group = cls.env['emulation.unit.group'].create(
            {'campaign_id': cls.campaign.id, 'name': 'Khối 1'}
        )
        cls.participant_b.group_id = cls.group
        cls.milestone = cls.env['emulation.campaign.milestone'].create(
            {
                'content_id': cls.campaign.content_ids.id,
                'name': 'Công trình',
                'date_due': '2025-09-15',
                'date_precision': 'month',
                'campaign_unit_id': cls.participant_a.id,
            }
        )
        cls.quota_line = cls.env['emulation.quota.line'].create(
            {'quota_id': cls.quota.id, 'campaign_unit_id': cls.participant_b.id, 'number': 3}
        )
        cls.env['emulation.counted.base'].create(
            {
                'quota_id': cls.quota.id,
                'campaign_unit_id': cls.participant_a.id,
                'number': 40,
                'evidence': 'Báo cáo 1',
            }
        )
        cls.campaign.with_user(cls.office).action_launch()
        cls.phase_1.with_user(cls.office)._grant_extension(date(2025, 4, 5), 'before', 'Bão')
        cls.milestone.write({'state': 'done', 'progress': 100, 'progress_note': 'Xong'})

    def _clone(self, years=1, **default):
        return self.campaign.with_user(self.office)._clone(years, **default)

    def test_it_is_a_draft_of_its_own(self):
        clone = self._clone()
        self.assertRecordValues(
            clone,
            [
                {
                    'state': 'draft',
                    'plan_number': False,
                    'plan_date': date(2026, 6, 10),
                    'head_count_date': date(2026, 6, 1),
                    'launched_at': False,
                    'rules_snapshot': False,
                    'previous_id': self.campaign.id,
                    'head_count': 0,
                    'purpose': 'Động viên',
                }
            ],
        )

    def test_dates_are_shifted_and_ends_of_months_stay_ends_of_months(self):
        clone = self._clone(3)
        self.assertRecordValues(
            clone.phase_ids,
            [
                {
                    'date_start': date(2028, 1, 1),
                    'date_end': date(2028, 2, 29),
                    'date_deadline': date(2028, 3, 30),
                },
                {
                    'date_start': date(2028, 3, 1),
                    'date_end': False,
                    'date_deadline': date(2028, 10, 30),
                },
            ],
        )
        self.assertEqual(clone.content_ids.milestone_ids.date_last, date(2028, 9, 30))

    def test_rules_point_to_the_new_campaigns_own(self):
        clone = self._clone()
        unit_a, unit_b = clone.unit_ids
        self.assertEqual((unit_a.unit_id, unit_b.unit_id), (self.unit_a, self.unit_b))
        self.assertEqual(unit_b.group_id, clone.unit_group_ids)
        self.assertEqual(clone.quota_ids.award_ids, clone.award_ids[0])
        self.assertEqual(clone.quota_ids.line_ids.campaign_unit_id, unit_b)
        self.assertEqual(clone.quota_ids.line_ids.number, 3)
        self.assertEqual(clone.criterion_ids.award_ids, clone.award_ids)
        self.assertEqual(clone.criterion_ids[1].phase_ids, clone.phase_ids[1])
        self.assertEqual(clone.requirement_ids.award_ids, clone.award_ids)
        self.assertEqual(clone.content_ids.milestone_ids.campaign_unit_id, unit_a)
        self.assertEqual(clone.duty_ids.bearer, 'Văn phòng')
        self.assertEqual(clone.recipient_ids.name, 'Sở Nội vụ')
        self.assertEqual(
            {records._name: len(records) for records in clone._rule_records() if records},
            {
                'emulation.campaign': 1,
                'emulation.unit.group': 1,
                'emulation.campaign.unit': 2,
                'emulation.phase': 2,
                'emulation.report.form': 1,
                'emulation.report.section': 3,
                'emulation.campaign.award': 2,
                'emulation.criterion': 2,
                'emulation.dossier.requirement': 4,
                'emulation.quota': 1,
                'emulation.quota.line': 1,
                'emulation.campaign.content': 1,
                'emulation.campaign.milestone': 1,
                'emulation.campaign.duty': 1,
                'emulation.campaign.recipient': 1,
            },
        )

    def test_what_happened_stays_behind(self):
        clone = self._clone()
        self.assertFalse(clone.quota_ids.counted_base_ids)
        self.assertFalse(clone.extension_ids)
        self.assertFalse(clone.journal_ids)
        self.assertFalse(clone.unit_ids.member_ids)
        self.assertFalse(clone.unit_ids.filtered('head_count_date'))
        self.assertRecordValues(
            clone.content_ids.milestone_ids,
            [{'state': 'todo', 'progress': 0, 'progress_note': False}],
        )

    def test_report_forms_are_the_catalogues_of_today_again(self):
        self.report_form.title = 'MẪU MỚI'
        clone = self._clone()
        self.assertEqual(clone.award_ids.report_form_id, self.report_form)

    def test_the_old_campaign_is_untouched(self):
        before = self.campaign._rules_payload()
        clone = self._clone()
        clone.award_ids.write({'citation': 'Khác'})
        clone.criterion_ids.unlink()
        self.assertEqual(self.campaign._rules_payload(), before)

    def test_units_that_no_longer_exist_are_left_out_and_named(self):
        self.unit_b.active = False
        wizard = (
            self.env['emulation.campaign.clone']
            .with_user(self.office)
            .create({'campaign_id': self.campaign.id})
        )
        self.assertEqual(wizard.dropped_units, 'Phòng Beta')
        action = wizard.action_confirm()
        clone = self.env['emulation.campaign'].browse(action['res_id'])
        self.assertEqual(clone.unit_ids.unit_id, self.unit_a)
        self.assertFalse(clone.quota_ids.line_ids.exists())

    def test_the_years_in_the_title_are_proposed_shifted(self):
        wizard = self.env['emulation.campaign.clone'].create({'campaign_id': self.campaign.id})
        self.assertEqual(wizard.name, 'Phong trào năm 2026, nhiệm kỳ 2026 - 2031')
        wizard.years = 2
        self.assertEqual(wizard.name, 'Phong trào năm 2027, nhiệm kỳ 2027 - 2032')

    def test_the_clone_can_be_launched_and_cloned_again(self):
        clone = self._clone()
        clone.action_launch()
        self.assertEqual(clone.state, 'launched')
        self.assertEqual(clone._clone(1).phase_ids[0].date_start, date(2027, 1, 1))

    def test_duplicating_copies_the_whole_plan_with_its_dates(self):
        copy = self.campaign.with_user(self.office).copy({'name': 'Bản sao'})
        self.assertEqual(copy.name, 'Bản sao')
        self.assertEqual(copy.phase_ids.mapped('date_start'), [date(2025, 1, 1), date(2025, 3, 1)])
        self.assertEqual(copy.state, 'draft')

    def test_only_the_office_clones(self):
        for user in (self.leader_a, self.auditor, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.campaign.with_user(user)._clone(1)
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.campaign.with_user(user).action_open_clone()
