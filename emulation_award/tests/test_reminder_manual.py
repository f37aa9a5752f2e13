from datetime import datetime, time, timedelta

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .overview_common import ReminderCommon


@tagged('post_install', '-at_install', 'security')
class TestReminderByHand(ReminderCommon):
    def test_only_those_with_something_to_send(self):
        self._set_states('submitted', 'accepted')
        lines = self._line() + self._line(unit=self.participant_b)

        told = lines.action_remind()

        self.assertEqual(self._units(self._reminders(), 'manual'), self.participant_b)
        self.assertIn('Phòng Alpha', told['params']['message'])
        self.assertFalse(self._messages(self.leader_a))

    def test_who_was_missed_is_said_at_once(self):
        self.unit_a.leader_ids = self.people_a[4]

        told = self._line().action_remind()

        self.assertEqual(told['params']['type'], 'warning')
        self.assertIn(self.people_a[4].name, told['params']['message'])

    def test_it_is_in_the_name_of_who_pressed(self):
        self._line().action_remind()

        self.assertEqual(self._messages(self.leader_a).author_id, self.office.partner_id)
        self.assertEqual(self._reminders().user_id, self.office)
        self.assertTrue(self._line().reminded_at)

    def test_it_is_journaled(self):
        self._line().action_remind()

        entry = self.env['emulation.journal'].search(
            [('event', '=', 'reminder.sent'), ('campaign_id', '=', self.campaign.id)]
        )
        self.assertEqual(entry.user_id, self.office)
        self.assertIn('"sent_to":["leader_a"]', entry.payload)
        self.assertIn('"kind":"manual"', entry.payload)

    def test_who_reads_the_log(self):
        self._line().action_remind()
        reminders = self.env['emulation.reminder']

        for user in (self.office, self.manager, self.auditor):
            with self.subTest(user.login):
                self.assertEqual(
                    reminders.with_user(user).search([('campaign_id', '=', self.campaign.id)]),
                    self._reminders(),
                )
        for user in (self.leader_a, self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                reminders.with_user(user).search([])

    def test_nobody_writes_the_log(self):
        self._line().action_remind()
        for user in (self.office, self.manager, self.auditor):
            mine = self._reminders().with_user(user)
            for change in (
                lambda mine=mine: mine.write({'offset': 0}),
                lambda mine=mine: mine.unlink(),
                lambda mine=mine: mine.copy(),
            ):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    change()


@tagged('post_install', '-at_install', 'perf')
class TestReminderCost(ReminderCommon):
    def test_finding_what_is_due_costs_the_same_for_many_units(self):
        def cost():
            self.env.flush_all()
            self.env.invalidate_all()
            start = self.cr.sql_log_count
            with freeze_time(datetime.combine(self.last_day - timedelta(days=3), time(5))):
                due = self.env['emulation.reminder']._due()
            return self.cr.sql_log_count - start, len(due)

        few, before = cost()
        for number in range(40):
            unit = self.env['emulation.unit'].create(
                {'name': f'Tổ {number}', 'company_id': self.company.id}
            )
            self.env['emulation.campaign.unit'].sudo().create(
                {'campaign_id': self.campaign.id, 'unit_id': unit.id}
            )
        many, after = cost()

        self.assertEqual(after - before, 40)
        self.assertLessEqual(many, few)
