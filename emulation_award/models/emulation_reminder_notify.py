from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Command, Domain
from odoo.tools import format_date

ACTIVITY_TYPE = 'emulation_award.mail_activity_type_send_dossiers'


class EmulationReminder(models.Model):
    """What a reminder says, to the leaders of a unit and to the Office, and its activities."""

    _inherit = 'emulation.reminder'

    # To the leaders

    def _notify_leaders(self, line):
        """Write to the leaders reached, each in the language of the user.

        :param line: the unit's line of the overview, for what is missing
        """
        self.ensure_one()
        for lang, users in self.recipient_ids.grouped('lang').items():
            spoken = self.with_context(lang=lang)
            # sudo: the Office need not be able to post on the unit, nor the leaders follow it.
            self.campaign_unit_id.sudo().with_context(lang=lang).message_notify(
                partner_ids=users.partner_id.ids,
                subject=spoken._subject(),
                body=spoken._body(
                    'emulation_award.emulation_reminder_message',
                    deadline=spoken._deadline_sentence(line),
                    missing=spoken._missing_sentences(line),
                ),
            )

    def _subject(self):
        figures = {
            'phase': self.phase_id.name,
            'unit': self.campaign_unit_id.display_name,
            'days': abs(self.offset),
        }
        if self.offset < 0:
            return self.env._('%(unit)s, %(phase)s: %(days)s day(s) left for dossiers', **figures)
        if self.offset == 0:
            return self.env._('%(unit)s, %(phase)s: last day for dossiers', **figures)
        return self.env._('%(unit)s, %(phase)s: dossiers %(days)s day(s) late', **figures)

    def _deadline_sentence(self, line):
        figures = {
            'day': format_date(self.env, line.last_day),
            'zone': self.campaign_id.tz,
            'days': abs(self.offset),
        }
        if self.offset < 0:
            return self.env._(
                'Dossiers are taken until the end of %(day)s (%(zone)s): %(days)s day(s) left.',
                **figures,
            )
        if self.offset == 0:
            return self.env._(
                'Today, %(day)s, is the last day for dossiers: they are taken until midnight '
                '(%(zone)s).',
                **figures,
            )
        return self.env._(
            'Dossiers were taken until the end of %(day)s (%(zone)s): the unit is %(days)s day(s) '
            'late. Ask the Office for an extension before you send them.',
            **figures,
        )

    def _missing_sentences(self, line):
        said = []
        if line.nominated_count == line.preparing_count:
            said.append(self.env._('Nothing has been sent yet.'))
        if line.preparing_count:
            said.append(
                self.env._('%(count)s in preparation, not yet sent.', count=line.preparing_count)
            )
        if line.returned_count:
            said.append(
                self.env._(
                    '%(count)s returned by the Office, to be completed and sent again.',
                    count=line.returned_count,
                )
            )
        return said

    def _body(self, template, **values):
        lang = self.env.context['lang']
        values.update(
            reminder=self,
            phase=self.phase_id,
            campaign=self.campaign_id,
            format_day=lambda day: format_date(self.env, day),
        )
        return self.env['ir.qweb']._render(template, values, lang=lang, minimal_qcontext=True)

    # To the Office

    @api.model
    def _send_digests(self):
        """Tell the contact of each campaign whose units were reminded today, once a day."""
        # sudo: the cron's own count of what is pending, of all companies.
        pending = self.env['emulation.overview'].sudo().search(Domain('is_pending', '=', True))
        reminded = {phase for phase, _unit in self._sent_today(pending, 'automatic')}
        told = {phase for phase, _unit in self._sent_today(pending, 'digest')}
        for phase, lines in pending.grouped('phase_id').items():
            if phase in reminded and phase not in told:
                digest = self._claim([self._digest_vals(lines)])
                digest._notify_office(lines)
                self._journal(dict.fromkeys(digest, lines[0]))

    @api.model
    def _digest_vals(self, lines):
        contact = lines.campaign_id.user_id
        return {
            'phase_id': lines.phase_id.id,
            'kind': 'digest',
            'date': self._today(lines.phase_id),
            'offset': -lines[0].days_left,
            'deadline_at': lines.phase_id.deadline_at,
            'recipient_ids': [Command.set(contact.ids)],
            'unreached': '; '.join(filter(None, (self._leaders(line)[1] for line in lines))),
            'sent_at': fields.Datetime.now(),
            'user_id': self.env.uid,
        }

    def _notify_office(self, lines):
        """Send the digest.

        :param lines: lines of the overview of one phase that still have something to send
        """
        for digest in self:
            for contact in digest.recipient_ids:
                spoken = digest.with_context(lang=contact.lang)
                units = [(line, self._leaders(line)[1]) for line in lines]
                # sudo: only notifies; the Office contact told may read the phase.
                digest.phase_id.sudo().with_context(lang=contact.lang).message_notify(
                    partner_ids=contact.partner_id.ids,
                    subject=spoken._digest_subject(lines),
                    body=spoken._body('emulation_award.emulation_reminder_digest', units=units),
                )

    def _digest_subject(self, lines):
        return self.env._(
            '%(phase)s: %(count)s unit(s) still to send, %(late)s of them late',
            phase=self.phase_id.name,
            count=len(lines),
            late=len(lines.filtered('is_late')),
        )

    # Activities

    @api.model
    def _plan_activities(self, told):
        """Give each leader one activity per unit and phase, renewed by later reminders.

        :param dict told: line of the overview by reminder
        """
        # sudo: activities of other people; the callers check their user.
        open_ones = self._open_activities(list(told.values()))
        vals_list, owners = [], []
        for reminder, line in told.items():
            for user in reminder.recipient_ids:
                activity = open_ones.get((line.phase_id, line.campaign_unit_id, user))
                if activity:
                    activity.date_deadline = reminder._activity_day(line)
                    reminder.activity_ids += activity
                else:
                    vals_list.append(reminder._activity_vals(line, user))
                    owners.append(reminder)
        # sudo: activities for the leaders on a phase they may only read.
        quick = self.env['mail.activity'].sudo().with_context(mail_activity_quick_update=True)
        for reminder, activity in zip(owners, quick.create(vals_list), strict=True):
            reminder.activity_ids += activity

    @api.model
    def _open_activities(self, lines):
        """Activities still to be done, by (phase, unit, user)."""
        phases = self.env['emulation.phase'].union(*(line.phase_id for line in lines))
        # sudo: reminders of every unit of the phase; the callers check their user.
        earlier = self.sudo().search(Domain('phase_id', 'in', phases.ids))
        return {
            (reminder.phase_id, reminder.campaign_unit_id, activity.user_id): activity
            for reminder in earlier
            for activity in reminder.activity_ids.filtered('active')
        }

    def _activity_day(self, line):
        # Once late it is for today: an activity in the past would be overdue from the start.
        return max(line.last_day, self.date)

    def _activity_vals(self, line, user):
        spoken = self.with_context(lang=user.lang)
        return {
            'res_model_id': self.env['ir.model']._get_id('emulation.campaign.unit'),
            'res_id': line.campaign_unit_id.id,
            'activity_type_id': self.env.ref(ACTIVITY_TYPE).id,
            'user_id': user.id,
            'summary': spoken.env._('Send the dossiers of %(phase)s', phase=line.phase_id.name),
            'date_deadline': self._activity_day(line),
        }

    @api.model
    def _clear_done_activities(self):
        """Remove the activities of units that have sent everything since."""
        # sudo: the cron's own cleaning, of all companies.
        reminders = self.sudo().search(Domain('activity_ids.active', '=', True))
        pending = defaultdict(set)
        for line in self.env['emulation.overview'].sudo().search(Domain('is_pending', '=', True)):
            pending[line.phase_id].add(line.campaign_unit_id)
        done = reminders.filtered(
            lambda reminder: reminder.campaign_unit_id not in pending[reminder.phase_id]
        )
        done.activity_ids.unlink()
