from odoo import fields, models
from odoo.exceptions import UserError

from ..domain import windows
from .emulation_phase import naive_utc


class EmulationPhase(models.Model):
    """Granting extensions of a phase's deadline (gia hạn)."""

    _inherit = 'emulation.phase'

    def action_open_extend(self):
        """Ask for whom, until when and why the deadline is extended."""
        self.ensure_one()
        self.campaign_id._check_office()
        action = self.campaign_id._open_wizard(
            'emulation.extension.grant', self.env._('Extend the deadline')
        )
        return {**action, 'context': {**action['context'], 'default_phase_id': self.id}}

    def _grant_extension(self, date_deadline, wording, reason, campaign_units=None):
        """Extend the deadline, for every unit or for some, and tell their leaders.

        :param date date_deadline: day of the new deadline
        :param str wording: 'before' or 'no_later_than'
        :param str reason: why; goes to the journal
        :param campaign_units: the units it is for; every unit when there is none
        :raises AccessError: the user is not of the Office
        :raises UserError: the campaign is not running, a unit takes no part in it, or the new
            deadline is not later than what counts now
        :return: the extensions, one for each unit named or one for all
        """
        self.ensure_one()
        self.campaign_id._check_office()
        self.campaign_id._check_state('launched')
        every = self.env['emulation.campaign.unit']
        self._check_take_part(campaign_units or every)
        granted = self._extensions_by_unit()
        olds = {unit: self._closing(unit, granted) for unit in campaign_units or [every]}
        grant = self._grant_vals(date_deadline, wording, reason)
        self._check_later(grant['deadline_at'], olds)
        # sudo: nobody may create extensions but this operation, whose user is checked above.
        extensions = self.env['emulation.extension'].sudo()
        extensions = extensions.create(
            [
                {**grant, 'campaign_unit_id': unit.id, 'old_deadline_at': old}
                for unit, old in olds.items()
            ]
        )
        self._journal_extensions(extensions)
        self._tell_extensions(extensions)
        return extensions.sudo(False)

    def _grant_vals(self, date_deadline, wording, reason):
        closes = windows.closing_moment(date_deadline, wording, self._zone())
        return {
            'phase_id': self.id,
            'date_deadline': date_deadline,
            'deadline_wording': wording,
            'deadline_at': naive_utc(closes),
            'reason': reason,
            'granted_by_id': self.env.uid,
            'granted_at': fields.Datetime.now(),
        }

    def _effective_deadline(self, unit):
        """First instant too late: of one unit, or without one of units with no grant of own."""
        return self._closing(unit, self._extensions_by_unit())

    def _check_take_part(self, units):
        strangers = units.filtered(lambda unit: unit.campaign_id != self.campaign_id)
        if strangers:
            raise UserError(
                self.env._(
                    '%(units)s: not a unit of campaign "%(campaign)s".',
                    units=', '.join(strangers.mapped('display_name')),
                    campaign=self.campaign_id.name,
                )
            )

    def _check_later(self, new, olds):
        for unit, old in olds.items():
            if new > old:
                continue
            raise UserError(
                self.env._(
                    'The deadline of %(unit)s is %(old)s now; an extension must be later. '
                    'To shorten it, amend the campaign.',
                    unit=unit.display_name or self.name,
                    old=self._end_text(old),
                )
            )

    def _journal_extensions(self, extensions):
        self.env['emulation.journal']._append(
            [
                {
                    'event': 'phase.extended',
                    'record': extension,
                    'campaign': self.campaign_id,
                    'payload': {
                        'phase': self.name,
                        'unit': extension.campaign_unit_id.display_name or '',
                        'old': fields.Datetime.to_string(extension.old_deadline_at),
                        'new': fields.Datetime.to_string(extension.deadline_at),
                        'reason': extension.reason,
                    },
                }
                for extension in extensions
            ]
        )

    def _tell_extensions(self, extensions):
        """One message to the leaders of all units concerned."""
        first = extensions[0]
        until = self._end_text(first.deadline_at)
        self.campaign_id._tell_leaders(
            self.env._('%(phase)s: deadline extended to %(until)s', phase=self.name, until=until),
            self.env._(
                'Until now: %(old)s. Reason: %(reason)s',
                old=self._end_text(min(extensions.mapped('old_deadline_at'))),
                reason=first.reason,
            ),
            extensions.campaign_unit_id or None,
        )
