from datetime import datetime, time, timedelta

from odoo import fields
from odoo.tests import freeze_time

from .review_common import UnitReviewCommon

ACTIVITY_TYPE = 'emulation_award.mail_activity_type_send_dossiers'


class OverviewCommon(UnitReviewCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.overview = cls.env['emulation.overview'].with_user(cls.office)

    def _line(self, phase=None, unit=None, user=None):
        self.env.flush_all()
        found = self.overview.with_user(user or self.office).search(
            [
                ('phase_id', '=', (phase or self.phase_1).id),
                ('campaign_unit_id', '=', (unit or self.participant_a).id),
            ]
        )
        found.invalidate_recordset()
        return found

    def _set_states(self, *states):
        """Give the two nominations of division A, and further ones, these states."""
        nominations = self.person + self.collective
        for number in range(len(states) - 2):
            nominations += self._nominate(employee_id=self.people_a[3 + number].id)
        for nomination, state in zip(nominations.sudo(), states, strict=True):
            nomination.state = state

    def _after_deadline(self, phase=None):
        return freeze_time(fields.Datetime.to_string((phase or self.phase_1).deadline_at))

    def _extend(self, days, unit=None):
        """Grant an extension of phase 1."""
        phase = self.phase_1.with_user(self.office)
        day = phase.date_deadline + timedelta(days=days)
        return phase._grant_extension(day, phase.deadline_wording, 'Bão lụt', unit)


class ReminderCommon(OverviewCommon):
    """Reminders 7, 3 and 1 days before and 1 and 3 days after, for leaders with an inbox."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign.sudo().write({'reminder_before': '7, 3, 1', 'reminder_after': '1, 3'})
        (cls.leader_a + cls.leader_b + cls.office).sudo().notification_type = 'inbox'
        # Worded "before": the last day in time is the day before.
        cls.last_day = cls.phase_1.date_deadline - timedelta(days=1)
        cls.cron = cls.env.ref('emulation_award.emulation_reminder_cron')

    def _run(self, offset, at=time(7)):
        """Run the scheduled job so many days from the last day of phase 1, Hanoi time.

        :return: the reminders of the campaign under test it made
        """
        before = self._reminders()
        local = datetime.combine(self.last_day + timedelta(days=offset), at)
        with freeze_time(local - timedelta(hours=7)), self.enter_registry_test_mode():
            self.cron.method_direct_trigger()
        return self._reminders() - before

    def _reminders(self):
        return self.env['emulation.reminder'].search([('campaign_id', '=', self.campaign.id)])

    def _units(self, reminders, kind='automatic'):
        return reminders.filtered(lambda reminder: reminder.kind == kind).campaign_unit_id

    def _messages(self, user, word=''):
        found = self.env['mail.message'].search(
            [
                ('notified_partner_ids', 'in', user.partner_id.ids),
                ('model', 'in', ('emulation.campaign.unit', 'emulation.phase')),
            ]
        )
        return found.filtered(lambda message: word in (message.subject or ''))

    def _activities(self, user):
        return self.env['mail.activity'].search(
            [
                ('activity_type_id', '=', self.env.ref(ACTIVITY_TYPE).id),
                ('user_id', '=', user.id),
            ]
        )
