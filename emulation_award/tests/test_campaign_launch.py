import json
from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from ..domain import hashchain
from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestCampaignLaunch(EmulationCommon):
    """Launching a campaign: what it needs, what it freezes, whom it tells."""

    def setUp(self):
        super().setUp()
        self._campaign(launch=False)

    def _launch(self, user=None):
        self.campaign.with_user(user or self.office).action_launch()

    # Head counts

    def test_launch_counts_the_people_of_each_unit(self):
        self._launch()
        self.assertRecordValues(
            self.participant_a + self.participant_b,
            [
                {'head_count': 10, 'head_count_date': self.today, 'unit_name': 'Phòng Alpha'},
                {'head_count': 4, 'head_count_date': self.today, 'unit_name': 'Phòng Beta'},
            ],
        )

    def test_the_list_keeps_who_was_counted_in_the_order_of_names(self):
        names = ('Lê Dũng', 'Cao Đào', 'Trần Thị Ánh', 'Vũ An')
        for employee, name in zip(self.people_b, names, strict=True):
            employee.name = name
        self._launch()
        self.assertEqual(
            [
                (member.name, member.position, member.category_id)
                for member in self.participant_b.member_ids
            ],
            [
                ('Vũ An', 'Chuyên viên', self.category),
                ('Trần Thị Ánh', 'Chuyên viên', self.category),
                ('Lê Dũng', 'Chuyên viên', self.category),
                ('Cao Đào', 'Chuyên viên', self.category),
            ],
        )

    def test_later_changes_of_staff_change_neither_count_nor_list(self):
        self._launch()
        self.people_b[3].write({'department_id': self.unit_a.department_id.id, 'name': 'Khác'})
        self.people_b[2].active = False
        self.unit_b.name = 'Phòng Gamma'
        self.assertEqual(self.participant_b.head_count, 4)
        self.assertEqual(self.participant_b.member_ids.employee_id, self.people_b)
        self.assertNotIn('Khác', self.participant_b.member_ids.mapped('name'))
        self.assertEqual(self.participant_b.display_name, 'Phòng Beta')

    def test_the_head_count_is_taken_as_of_its_date(self):
        day = self.today - timedelta(days=20)
        self.people_b.version_id.date_version = date(2020, 1, 1)
        self.people_b[3].create_version(
            {
                'date_version': self.today - timedelta(days=5),
                'department_id': self.unit_a.department_id.id,
                'job_title': 'Trưởng phòng',
            }
        )
        self.campaign.head_count_date = day
        self._launch()
        member = self.participant_b.member_ids.filtered(
            lambda one: one.employee_id == self.people_b[3]
        )
        self.assertEqual(self.participant_b.head_count, 4)
        self.assertEqual(member.position, 'Chuyên viên')
        self.assertEqual(self.participant_b.head_count_date, day)

    def test_only_the_staff_categories_of_the_plan_are_counted(self):
        other = self.env['emulation.employee.category'].create({'name': 'Tập sự (test)'})
        self.people_a[:3].emulation_category_id = other
        self.people_a[3].emulation_category_id = False
        self.campaign.category_ids = self.category
        self._launch()
        self.assertEqual(self.participant_a.head_count, 6)
        self.assertEqual(self.participant_a.member_ids.employee_id, self.people_a[4:])

    # Who, and only once

    def test_the_office_and_the_manager_launch_and_nobody_else(self):
        for user in (self.leader_a, self.member, self.auditor, self.staff):
            with self.assertRaises(AccessError):
                self._launch(user)
        self.assertEqual(self.campaign.state, 'draft')
        self._launch(self.manager)
        self.assertEqual(self.campaign.launched_by_id, self.manager)

    def test_a_campaign_is_launched_once(self):
        self._launch()
        with self.assertRaises(UserError):
            self._launch()

    def test_the_status_cannot_be_written_past_the_launch(self):
        campaign = self.campaign.with_user(self.office)
        with self.assertRaises(UserError):
            campaign.state = 'launched'
        forged = (
            self.env['emulation.campaign']
            .with_user(self.office)
            .with_context(default_state='launched')
            .create({'name': 'X'})
        )
        self.assertEqual(forged.state, 'draft')
        with self.assertRaises(UserError):
            campaign.create({'name': 'X', 'state': 'launched'})

    def test_drafts_are_the_offices_and_launched_campaigns_everybodys(self):
        campaigns = self.env['emulation.campaign'].with_user(self.staff)
        self.assertFalse(campaigns.search([('id', '=', self.campaign.id)]))
        self._launch()
        self.assertEqual(campaigns.search([('id', '=', self.campaign.id)]), self.campaign)

    def test_a_launched_campaign_is_never_deleted(self):
        self._launch()
        self.campaign.with_user(self.office)._start_amendment('Thử')
        with self.assertRaises(UserError):
            self.campaign.with_user(self.manager).unlink()

    def test_a_draft_is_deleted_with_all_its_parts(self):
        phases = self.campaign.phase_ids
        self.campaign.with_user(self.office).unlink()
        self.assertFalse(phases.exists())

    # What is frozen

    def test_the_campaign_gets_report_forms_of_its_own(self):
        self._launch()
        own = self.award_individual.report_form_id
        self.report_form.section_ids[1].heading = 'SỬA LẠI'
        self.report_form.title = 'KHÁC'
        self.assertEqual(own, self.award_collective.report_form_id)
        self.assertEqual((own.campaign_id, own.origin_id), (self.campaign, self.report_form))
        self.assertEqual(own.title, 'BÁO CÁO THÀNH TÍCH')
        self.assertEqual(
            own.section_ids.mapped('heading'), ['SƠ LƯỢC', 'THÀNH TÍCH', 'KHEN THƯỞNG']
        )

    def test_no_later_change_of_the_catalogue_reaches_the_campaign(self):
        self._launch()
        self.award_form.write({'name': 'Bằng khen', 'subject': 'collective'})
        self.company.emulation_tz = 'Europe/Paris'
        self.assertEqual(self.award_individual.name, 'Giấy khen cá nhân')
        self.assertEqual(self.award_individual.subject, 'individual')
        self.assertEqual(self.campaign.tz, 'Asia/Ho_Chi_Minh')
        self.assertEqual(self.phase_1.deadline_at.hour, 17)

    def test_the_snapshot_holds_every_rule_and_the_journal_its_digest(self):
        self._launch()
        snapshot = json.loads(self.campaign.rules_snapshot)
        entry = self.campaign.journal_ids
        payload = json.loads(entry.payload)
        self.assertEqual(entry.event, 'campaign.launched')
        self.assertEqual(entry.user_id, self.office)
        self.assertEqual(payload['rules_digest'], hashchain.digest(self.campaign.rules_snapshot))
        self.assertEqual(payload['head_counts'][1]['employees'], self.people_b.ids)
        self.assertEqual(
            {model: len(records) for model, records in snapshot.items() if records},
            {
                'emulation.campaign': 1,
                'emulation.campaign.unit': 2,
                'emulation.phase': 2,
                'emulation.report.form': 1,
                'emulation.report.section': 3,
                'emulation.campaign.award': 2,
                'emulation.criterion': 2,
                'emulation.dossier.requirement': 4,
                'emulation.quota': 1,
                'emulation.campaign.content': 1,
            },
        )
        [quota] = snapshot['emulation.quota']
        self.assertEqual((quota['numerator'], quota['denominator']), (20, 100))

    # Telling

    def test_the_leaders_are_told_in_one_message(self):
        before = self.env['mail.message'].search([])
        self._launch()
        told = (self.env['mail.message'].search([]) - before).filtered('notified_partner_ids')
        self.assertEqual(len(told), 1)
        self.assertEqual(told.notified_partner_ids, (self.leader_a + self.leader_b).partner_id)

    # The wizard

    def test_the_wizard_shows_whom_a_launch_would_count(self):
        wizard = Form(
            self.env['emulation.campaign.launch']
            .with_user(self.office)
            .with_context(default_campaign_id=self.campaign.id)
        )
        self.assertEqual(wizard.head_count, 14)
        saved = wizard.save()
        self.assertEqual(
            [(line.campaign_unit_id, line.head_count) for line in saved.line_ids],
            [(self.participant_a, 10), (self.participant_b, 4)],
        )
        self.assertFalse(saved.blockers)
        saved.action_confirm()
        self.assertEqual(self.campaign.state, 'launched')

    def test_the_wizard_lists_what_is_missing_and_launches_nothing(self):
        self.campaign.phase_ids.unlink()
        wizard = (
            self.env['emulation.campaign.launch']
            .with_user(self.office)
            .create({'campaign_id': self.campaign.id})
        )
        self.assertIn('The plan has no phase.', wizard.blockers)
        with self.assertRaises(UserError):
            wizard.action_confirm()
        self.assertEqual(self.campaign.state, 'draft')
