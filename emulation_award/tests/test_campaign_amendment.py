import json
from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestCampaignAmendment(EmulationCommon):
    """A launched campaign changes by an amendment: reason, old beside new, re-checked, told."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign()
        cls.by_office = cls.campaign.with_user(cls.office)

    def _start(self, reason='Công văn của tỉnh', document='Số 99'):
        return self.by_office._start_amendment(reason, document)

    def _nominations(self, employees, state='submitted', **vals):
        return self.env['emulation.nomination'].create(
            [
                {
                    'campaign_id': self.campaign.id,
                    'phase_id': self.phase_1.id,
                    'campaign_award_id': self.award_individual.id,
                    'campaign_unit_id': self.participant_a.id,
                    'employee_id': employee.id,
                    'state': state,
                    'submitted_at': self.env.cr.now(),
                    **vals,
                }
                for employee in employees
            ]
        )

    def _last_entry(self):
        return self.campaign.journal_ids.sorted('seq')[-1]

    # Starting and ending

    def test_it_opens_the_rules_and_finishing_freezes_them_again(self):
        self._start()
        self.quota.with_user(self.office).numerator = 30
        self.by_office.action_finish_amendment()
        with self.assertRaises(UserError):
            self.quota.with_user(self.office).numerator = 40
        self.assertEqual(self.quota.numerator, 30)

    def test_it_keeps_who_why_and_old_beside_new(self):
        amendment = self._start()
        self.quota.with_user(self.office).write({'numerator': 30, 'rounding': 'at_least_one'})
        self.by_office.action_finish_amendment()
        self.assertRecordValues(
            amendment,
            [
                {
                    'reason': 'Công văn của tỉnh',
                    'document': 'Số 99',
                    'user_id': self.office.id,
                    'state': 'done',
                    'line_count': 2,
                }
            ],
        )
        self.assertEqual(
            [(line.field_label, line.old_value, line.new_value) for line in amendment.line_ids],
            [('Numerator', '20', '30'), ('Rounding', 'Down', 'Down, but at least one')],
        )

    def test_the_journal_keeps_every_line(self):
        self._start()
        self.assertEqual(self._last_entry().event, 'campaign.amendment_started')
        self.quota.with_user(self.office).numerator = 30
        self.by_office.action_finish_amendment()
        payload = json.loads(self._last_entry().payload)
        self.assertEqual(self._last_entry().event, 'campaign.amended')
        self.assertEqual(payload['reason'], 'Công văn của tỉnh')
        self.assertEqual(
            payload['changes'],
            [
                {
                    'model': 'emulation.quota',
                    'id': self.quota.id,
                    'rule': 'Quota: Không quá 20 % cá nhân',
                    'field': 'numerator',
                    'old': '20',
                    'new': '30',
                }
            ],
        )

    def test_one_at_a_time(self):
        self._start()
        with self.assertRaises(UserError) as caught:
            self.campaign.with_user(self.manager)._start_amendment('Khác')
        self.assertIn('Công văn của tỉnh', caught.exception.args[0])

    def test_one_that_changed_nothing_may_be_discarded(self):
        amendment = self._start()
        self.by_office.action_discard_amendment()
        self.assertEqual(amendment.state, 'discarded')
        self.assertFalse(self.campaign.amendment_id)
        self.assertEqual(self._last_entry().event, 'campaign.amendment_discarded')

    def test_one_that_changed_something_may_not(self):
        self._start()
        self.quota.with_user(self.office).numerator = 30
        with self.assertRaises(UserError):
            self.by_office.action_discard_amendment()
        self.assertTrue(self.campaign.amendment_id)

    def test_nothing_to_finish(self):
        for method in ('action_finish_amendment', 'action_discard_amendment'):
            with self.subTest(method), self.assertRaises(UserError):
                getattr(self.by_office, method)()

    def test_only_a_running_campaign_is_amended(self):
        draft = self.by_office._clone(1)
        with self.assertRaises(UserError):
            draft._start_amendment('Thử')
        self.by_office.action_close()
        with self.assertRaises(UserError):
            self._start()

    def test_a_campaign_is_not_ended_while_its_rules_are_open(self):
        self._start()
        with self.assertRaises(UserError):
            self.by_office.action_close()
        with self.assertRaises(UserError):
            self.by_office._cancel('Thử')

    def test_only_by_the_office(self):
        for user in (self.leader_a, self.member, self.auditor, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.campaign.with_user(user)._start_amendment('Thử')
        self._start()
        for user in (self.leader_a, self.auditor, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.campaign.with_user(user).action_finish_amendment()

    def test_the_record_of_it_is_nobodys_to_write(self):
        amendment = self._start()
        self.quota.with_user(self.office).numerator = 30
        for user in (self.office, self.manager):
            with self.subTest(user.login), self.assertRaises(UserError):
                amendment.with_user(user).reason = 'Khác'
            with self.subTest(user.login), self.assertRaises(AccessError):
                amendment.line_ids.with_user(user).old_value = '30'
            with self.subTest(user.login), self.assertRaises(UserError):
                self.campaign.with_user(user).amendment_id = False
        with self.assertRaises(UserError):
            amendment.sudo().unlink()

    def test_it_must_leave_a_complete_plan(self):
        self._start()
        self.award_individual.with_user(self.office).criterion_ids = False
        with self.assertRaises(UserError) as caught:
            self.by_office.action_finish_amendment()
        self.assertIn('has neither criteria', caught.exception.args[0])

    # What joins by an amendment

    def test_a_unit_that_joins_is_counted(self):
        unit, _people = self._unit('Phòng Gamma', 5, self.manager)
        self._start()
        joined = (
            self.env['emulation.campaign.unit']
            .with_user(self.office)
            .create({'campaign_id': self.campaign.id, 'unit_id': unit.id})
        )
        self.people_a[9].active = False
        self.by_office.action_finish_amendment()
        self.assertEqual((joined.head_count, joined.unit_name), (5, 'Phòng Gamma'))
        self.assertEqual(self.participant_a.head_count, 10)
        self.assertEqual(
            json.loads(self._last_entry().payload)['head_counts'],
            [{'unit': 'Phòng Gamma', 'count': 5}],
        )

    def test_an_award_that_joins_gets_a_report_form_of_its_own(self):
        self._start()
        award = (
            self.env['emulation.campaign.award']
            .with_user(self.office)
            .create(
                {
                    'campaign_id': self.campaign.id,
                    'award_form_id': self.award_form.id,
                    'criterion_ids': [(6, 0, self.criteria.ids)],
                    'requirement_ids': [(6, 0, self.requirements.ids)],
                }
            )
        )
        self.by_office.action_finish_amendment()
        self.assertEqual(award.report_form_id.campaign_id, self.campaign)

    # What is already in

    def test_a_lower_quota_reports_the_overrun_and_deletes_nothing(self):
        nominations = self._nominations(self.people_a[2:4])
        amendment = self._start()
        self.quota.with_user(self.office).numerator = 10
        self.by_office.action_finish_amendment()
        self.assertEqual(set(nominations.mapped('state')), {'submitted'})
        self.assertIn('Phòng Alpha: 2 of 1 used, 1 too many', amendment.recheck)
        self.assertIn('1 too many', self._last_entry().payload)

    def test_an_earlier_deadline_reports_what_came_after_it(self):
        nominations = self._nominations(self.people_a[2:3])
        self._nominations(self.people_a[3:4], submitted_at=self.env.cr.now() - timedelta(days=20))
        amendment = self._start()
        self.phase_1.with_user(self.office).write(
            {'date_deadline': self.today - timedelta(days=5), 'deadline_wording': 'no_later_than'}
        )
        self.by_office.action_finish_amendment()
        [said] = amendment.recheck.splitlines()
        self.assertTrue(said.startswith(nominations.display_name))
        self.assertEqual(nominations.state, 'submitted')

    def test_a_narrower_award_reports_who_no_longer_fits(self):
        self._nominations(self.people_a[2:3])
        other = self.env['emulation.employee.category'].create({'name': 'Viên chức (test)'})
        amendment = self._start()
        self.award_individual.with_user(self.office).category_ids = other
        self.by_office.action_finish_amendment()
        self.assertIn('Viên chức (test)', amendment.recheck)

    def test_a_new_criterion_is_asked_of_dossiers_already_there(self):
        nomination = self._nominations(self.people_a[2:3], 'draft')
        amendment = self._start()
        criterion = (
            self.env['emulation.criterion']
            .with_user(self.office)
            .create(
                {
                    'campaign_id': self.campaign.id,
                    'name': 'Sáng kiến',
                    'body': 'Có sáng kiến',
                    'award_ids': [(6, 0, self.award_individual.ids)],
                }
            )
        )
        self.by_office.action_finish_amendment()
        self.assertIn('now asks for "Sáng kiến"', amendment.recheck)
        self.assertIn(criterion, nomination.assessment_ids.criterion_id)

    def test_nothing_to_report_when_everything_fits(self):
        self._nominations(self.people_a[2:4])
        amendment = self._start()
        self.campaign.with_user(self.office).purpose = 'Khác'
        self.by_office.action_finish_amendment()
        self.assertFalse(amendment.recheck)

    # Telling

    def test_leaders_are_told_what_changed_and_nothing_of_other_units(self):
        self.people_a[2].name = 'Lê Đào'
        self._nominations(self.people_a[2:4])
        self._start()
        self.quota.with_user(self.office).numerator = 10
        before = self.env['mail.message'].search([])
        self.by_office.action_finish_amendment()
        told = (self.env['mail.message'].search([]) - before).filtered('notified_partner_ids')
        self.assertEqual(len(told), 1)
        self.assertEqual(told.notified_partner_ids, (self.leader_a + self.leader_b).partner_id)
        self.assertIn('20 → 10', told.body)
        self.assertNotIn('Lê Đào', told.body)
        self.assertNotIn('too many', told.body)

    def test_the_recheck_is_the_offices_and_the_auditors(self):
        self._nominations(self.people_a[2:4])
        amendment = self._start()
        self.quota.with_user(self.office).numerator = 10
        self.by_office.action_finish_amendment()
        self.assertTrue(amendment.with_user(self.auditor).recheck)
        with self.assertRaises(AccessError):
            amendment.with_user(self.leader_b).read(['recheck'])

    # Other ends

    def test_cancelling_keeps_and_tells_what_is_under_way(self):
        nominations = self._nominations(self.people_a[2:4])
        self.by_office._cancel('Không còn phù hợp')
        self.assertEqual(
            (self.campaign.state, self.campaign.cancel_reason), ('cancelled', 'Không còn phù hợp')
        )
        self.assertEqual(set(nominations.mapped('state')), {'submitted'})
        for nomination in nominations:
            self.assertIn('Không còn phù hợp', nomination.message_ids[0].body)
        payload = json.loads(self._last_entry().payload)
        self.assertEqual(payload['nominations'], {'submitted': 2})

    def test_closing_is_journaled_with_what_stands_where(self):
        self._nominations(self.people_a[2:4])
        wizard = (
            self.env['emulation.campaign.close']
            .with_user(self.office)
            .create({'campaign_id': self.campaign.id})
        )
        self.assertEqual(wizard.undecided_count, 2)
        self.assertEqual(wizard.open_phases, 'Đợt 1, Đợt 2')
        wizard.action_confirm()
        self.assertEqual(self.campaign.state, 'closed')
        self.assertEqual(self._last_entry().event, 'campaign.closed')

    def test_what_is_over_stays_over(self):
        self.by_office.action_close()
        for ending in (self.by_office.action_close, lambda: self.by_office._cancel('Thử')):
            with self.assertRaises(UserError):
                ending()
