import logging
from collections import defaultdict

from psycopg2.errors import UniqueViolation

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import split_every

from ..domain import windows
from ..domain.errors import DaysError
from ..domain.windows import local_time
from .emulation_phase import aware_utc

_logger = logging.getLogger(__name__)

#: Units reminded in one transaction of the scheduled run.
BATCH = 50


class EmulationReminder(models.Model):
    """A reminder that was sent (đôn đốc): to whom, about which deadline, and whom it missed.

    The scheduled run looks at the calendar of each unit's own deadline, so an extension moves its
    reminders. The record is made first and is unique for the day: whoever else tries to send the
    same reminder finds it taken.
    """

    _name = 'emulation.reminder'
    _description = 'Reminder'
    _order = 'sent_at desc, id desc'
    _rec_name = 'campaign_unit_id'

    phase_id = fields.Many2one(
        'emulation.phase', required=True, readonly=True, index=True, ondelete='cascade'
    )
    campaign_id = fields.Many2one(related='phase_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit',
        'Unit',
        readonly=True,
        index=True,
        ondelete='cascade',
        help='Empty on the digest to the Office.',
    )
    kind = fields.Selection(
        [
            ('automatic', 'By the calendar'),
            ('manual', 'By the Office'),
            ('digest', 'Digest to the Office'),
        ],
        required=True,
        readonly=True,
    )
    date = fields.Date(required=True, readonly=True, help='Day in the time zone of the campaign.')
    offset = fields.Integer(
        'Days from the deadline',
        readonly=True,
        aggregator=None,
        help='Distance from the last day in time: below zero before it.',
    )
    deadline_at = fields.Datetime('Deadline', readonly=True)
    recipient_ids = fields.Many2many('res.users', string='Sent to', readonly=True)
    unreached = fields.Char(
        'Not reached', readonly=True, help='Leaders without a login, or without an e-mail address.'
    )
    # Kept to renew or clear them; a person's activities are shown where they belong.
    activity_ids = fields.Many2many('mail.activity', readonly=True, groups='base.group_system')
    sent_at = fields.Datetime(required=True, readonly=True, index=True)
    user_id = fields.Many2one('res.users', 'Sent by', readonly=True, index=True)

    _once_a_day = models.UniqueIndex(
        "(phase_id, campaign_unit_id, date) WHERE kind = 'automatic'",
        'The unit was already reminded of this phase today.',
    )
    _digest_once_a_day = models.UniqueIndex(
        "(phase_id, date) WHERE kind = 'digest'",
        'The Office was already told about this phase today.',
    )

    @api.model
    def _cron_send(self):
        """Send what the calendar asks for today; what another run has sent is left alone."""
        progress = self.env['ir.cron']._commit_progress
        due = self._due()
        progress(remaining=len(due))
        for batch in split_every(BATCH, due.ids, due.browse):
            self._remind(batch, 'automatic')
            if not progress(len(batch)):
                return
        self._send_digests()
        self._clear_done_activities()
        progress()

    @api.model
    def _due(self):
        """Lines of the overview to be reminded today and not yet reminded."""
        # sudo: the scheduled run sees every unit of every company.
        pending = self.env['emulation.overview'].sudo().search(Domain('is_pending', '=', True))
        due = pending.filtered(lambda line: self._offset_due(line) is not None)
        sent = self._sent_today(due, 'automatic')
        return due.filtered(lambda line: (line.phase_id, line.campaign_unit_id) not in sent)

    @api.model
    def _offset_due(self, line):
        campaign = line.campaign_id
        try:
            before = windows.parse_days(campaign.reminder_before or '')
            after = windows.parse_days(campaign.reminder_after or '')
        except DaysError as error:
            # The form refuses such a text; one bad campaign must not silence the others.
            _logger.warning('No reminders for campaign %s: %s', campaign.id, error)
            return None
        now = aware_utc(fields.Datetime.now())
        closes = aware_utc(line.deadline_at)
        return windows.reminder_offset_due(closes, now, before, after, line.phase_id._zone())

    @api.model
    def _sent_today(self, lines, kind):
        """(phase, unit) pairs of reminders of this kind sent today."""
        found = self.sudo().search(  # sudo: as in _due
            Domain('phase_id', 'in', lines.phase_id.ids) & Domain('kind', '=', kind)
        )
        return {
            (reminder.phase_id, reminder.campaign_unit_id)
            for reminder in found
            if reminder.date == self._today(reminder.phase_id)
        }

    @api.model
    def _today(self, phase):
        return local_time(fields.Datetime.now(), phase._zone()).date()

    @api.model
    def _remind(self, lines, kind):
        """Remind the leaders of units of what they still have to send.

        :param lines: recordset of emulation.overview
        :param str kind: 'automatic' (once a day at most) or 'manual'
        :return: the reminders sent
        """
        reminders = self._claim([self._vals(line, kind) for line in lines])
        by_unit = {(line.phase_id, line.campaign_unit_id): line for line in lines}
        told = {
            reminder: by_unit[reminder.phase_id, reminder.campaign_unit_id]
            for reminder in reminders
        }
        for reminder, line in told.items():
            reminder._notify_leaders(line)
        self._plan_activities(told)
        self._journal(told)
        return reminders

    @api.model
    def _vals(self, line, kind):
        reached, missed = self._leaders(line)
        return {
            'phase_id': line.phase_id.id,
            'campaign_unit_id': line.campaign_unit_id.id,
            'kind': kind,
            'date': self._today(line.phase_id),
            'offset': -line.days_left,
            'deadline_at': line.deadline_at,
            'recipient_ids': [fields.Command.set(reached.ids)],
            'unreached': missed,
            'sent_at': fields.Datetime.now(),
            'user_id': self.env.uid,
        }

    @api.model
    def _leaders(self, line):
        """Users who lead the unit and can be written to, and the names of those who cannot."""
        # sudo: leaders and their addresses, to write to them; names of leaders are no secret.
        leaders = line.sudo().leader_ids
        reached = leaders.user_id.filtered(_is_reachable)
        missed = leaders.filtered(lambda leader: not leader.user_id & reached)
        if not leaders:
            return reached, self.env._('the unit has no leader')
        return reached, ', '.join(missed.mapped('name')) or False

    @api.model
    def _claim(self, vals_list):
        """Create what is not taken yet; of two runs at once, one gets each reminder."""
        # sudo: nobody has the right to create reminders; the callers check their user.
        reminders = self.sudo()
        try:
            with self.env.cr.savepoint():
                claimed = reminders.create(vals_list)
                claimed.flush_recordset()
                return claimed
        except UniqueViolation:
            if len(vals_list) == 1:
                return reminders.browse()
        return reminders.union(*(self._claim([vals]) for vals in vals_list))

    @api.model
    def _journal(self, told):
        by_campaign = defaultdict(list)
        for reminder, line in told.items():
            by_campaign[line.campaign_id].append(
                {
                    'event': 'reminder.sent',
                    'record': reminder,
                    'campaign': line.campaign_id,
                    'payload': reminder._payload(),
                }
            )
        self.env['emulation.journal']._append(
            [event for events in by_campaign.values() for event in events]
        )

    def _payload(self):
        self.ensure_one()
        return {
            'kind': self.kind,
            'phase': self.phase_id.name,
            'unit': self.campaign_unit_id.display_name if self.campaign_unit_id else '',
            'date': fields.Date.to_string(self.date),
            'days_from_deadline': self.offset,
            'sent_to': sorted(self.recipient_ids.mapped('login')),
            'not_reached': self.unreached or '',
        }


def _is_reachable(user):
    return user.active and bool(user.email or user.notification_type == 'inbox')
