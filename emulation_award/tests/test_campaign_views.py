from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestCampaignViews(EmulationCommon):
    """The forms open for whoever may read, and the Office types a plan on them."""

    def _everybody(self):
        return (self.staff, self.leader_a, self.member, self.auditor, self.office, self.manager)

    def test_the_campaign_opens_for_everybody(self):
        self._campaign()
        self.campaign.with_user(self.office)._start_amendment('Thử')
        self.quota.with_user(self.office).numerator = 30
        self.campaign.with_user(self.office).action_finish_amendment()
        for user in self._everybody():
            # A list once read by one user is remembered for all within one transaction.
            self.env.invalidate_all()
            with self.subTest(user.login):
                form = Form(self.campaign.with_user(user))
                self.assertEqual(form.name, self.campaign.name)

    def test_its_parts_open_for_everybody(self):
        self._campaign()
        milestone = self.env['emulation.campaign.milestone'].create(
            {'content_id': self.campaign.content_ids.id, 'name': 'Công trình'}
        )
        self.phase_1.with_user(self.office)._grant_extension(
            self.phase_2.date_deadline, 'before', 'Bão', self.participant_a
        )
        parts = (
            milestone,
            self.phase_1,
            self.award_individual,
            self.criteria[0],
            self.requirements[0],
            self.quota,
            self.campaign.content_ids,
        )
        for user in self._everybody():
            for part in parts:
                self.env.invalidate_all()
                with self.subTest(user.login, part=part._name):
                    Form(part.with_user(user))

    def test_a_units_part_opens_for_its_people_and_nobody_else(self):
        self._campaign()
        for user in (self.staff, self.leader_a, self.auditor, self.office, self.manager):
            self.env.invalidate_all()
            with self.subTest(user.login):
                Form(self.participant_a.with_user(user))
        for user in (self.leader_b, self.member):
            self.env.invalidate_all()
            with self.subTest(user.login), self.assertRaises(AccessError):
                Form(self.participant_a.with_user(user))

    def test_records_of_what_happened_open_for_office_and_auditor(self):
        self._campaign()
        amendment = self.campaign.with_user(self.office)._start_amendment('Thử')
        self.quota.with_user(self.office).numerator = 30
        extension = self.phase_1.with_user(self.office)._grant_extension(
            self.phase_2.date_deadline, 'before', 'Bão'
        )
        entry = self.campaign.journal_ids[0]
        for user in (self.office, self.auditor, self.manager):
            for record in (amendment, extension, entry, entry.chain_id):
                with self.subTest(user.login, record=record._name):
                    Form(record.with_user(user))

    def test_the_rules_are_read_only_until_an_amendment_opens_them(self):
        self._campaign()
        by_office = self.campaign.with_user(self.office)
        with self.assertRaises(AssertionError):
            Form(by_office).purpose = 'Khác'
        by_office._start_amendment('Thử')
        with Form(by_office) as form:
            form.purpose = 'Khác'
        self.assertEqual(self.campaign.purpose, 'Khác')

    def test_the_office_types_a_plan(self):
        self._set_up_catalogue()
        form = Form(self.env['emulation.campaign'].with_user(self.office))
        form.name = 'Phong trào thi đua đặc biệt'
        form.plan_number, form.plan_date = '15/KH-BQL', '2025-06-10'
        form.authority_id = self.authority
        form.purpose = 'Huy động sức mạnh tổng hợp'
        with form.content_ids.new() as content:
            content.title = 'Hoàn thành mục tiêu, nhiệm vụ'
            with content.milestone_ids.new() as milestone:
                milestone.name, milestone.date_due = 'Công trình Nà Nưa', '2025-09-01'
        with form.phase_ids.new() as phase:
            phase.name = 'Đợt 1'
            phase.date_start, phase.start_precision = '2025-05-15', 'month'
            phase.date_end = '2025-08-15'
            phase.date_deadline, phase.deadline_wording = '2025-08-30', 'before'
        with form.award_ids.new() as award:
            award.award_form_id = self.award_form
            award.subject = 'individual'
        with form.unit_ids.new() as unit:
            unit.unit_id = self.unit_a
        with form.duty_ids.new() as duty:
            duty.bearer, duty.body = 'Văn phòng', 'Theo dõi, đôn đốc'
        with form.recipient_ids.new() as recipient:
            recipient.name = 'Sở Nội vụ'
        campaign = form.save()
        with Form(campaign) as form:
            with form.criterion_ids.new() as criterion:
                criterion.name = criterion.body = 'Hoàn thành 100 % nhiệm vụ'
                criterion.award_ids.add(campaign.award_ids)
            with form.requirement_ids.new() as requirement:
                requirement.name, requirement.kind = 'Báo cáo thành tích', 'report'
            with form.quota_ids.new() as quota:
                quota.name = 'Không quá 20 % cá nhân'
        self.assertEqual(campaign._blockers(), [])
        self.assertEqual(campaign.award_ids.name, 'Giấy khen (test)')
        self.assertEqual(campaign.award_ids.report_form_id, self.report_form)
        self.assertEqual(campaign.requirement_ids.award_ids, campaign.award_ids)
        self.assertEqual(campaign.phase_ids.deadline_text, 'trước ngày 30/8/2025')
        self.assertEqual(campaign.content_ids.milestone_ids.due_text, 'tháng 9/2025')
        campaign.action_launch()
        self.assertEqual(campaign.unit_ids.quota_status, '0 of 2 used – Không quá 20 % cá nhân')

    def test_late_milestones_are_found(self):
        self._campaign()
        milestones = self.env['emulation.campaign.milestone'].create(
            [
                {
                    'content_id': self.campaign.content_ids.id,
                    'name': name,
                    'date_due': due,
                    'date_precision': precision,
                    'state': state,
                }
                for name, due, precision, state in (
                    ('late', self.today.replace(year=2020), 'day', 'todo'),
                    ('done', self.today.replace(year=2020), 'day', 'done'),
                    ('this month', self.today.replace(day=1), 'month', 'todo'),
                    ('open', False, 'month', 'todo'),
                )
            ]
        )
        late = milestones.filtered('is_late')
        found = milestones.search([('id', 'in', milestones.ids), ('is_late', '=', True)])
        others = milestones.search([('id', 'in', milestones.ids), ('is_late', '=', False)])
        self.assertEqual(late.mapped('name'), ['late'])
        self.assertEqual(found, late)
        self.assertEqual(set(others.mapped('name')), {'done', 'this month', 'open'})
