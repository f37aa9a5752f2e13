from odoo import fields, models
from odoo.exceptions import UserError

from ..domain import windows
from .emulation_phase import naive_utc


class EmulationPhase(models.Model):
    """Granting extensions of a phase's deadline."""

    _inherit = 'emulation.phase'

    def action_open_extend(self):
        """Ask for whom, until when and why the deadline is extended."""
        self.ensure_one()
        self.campaign_id._check_office()
        return {
            **self.campaign_id._open_wizard(
                'emulation.extension.grant', self.env._('Extend the deadline')
            ),
            'context': {'default_campaign_id': self.campaign_id.id, 'default_phase_id': self.id},
        }

    def _grant_extension(self, date_deadline, wording, reason, campaign_unit=None):
        """Extend the deadline, for all units or for one, and tell their leaders.

        :param date date_deadline: day of the new deadline
        :param str wording: 'before' or 'no_later_than'
        :param str reason: why; goes to the journal
        :param campaign_unit: the one unit it is for, every unit without it
        :raises UserError: the new deadline is not later than what counts now
        :return: the extension
        """
        self.ensure_one()
        self.campaign_id._check_office()
        self.campaign_id._check_state('launched')
        unit = campaign_unit or self.env['emulation.campaign.unit']
        self._check_belongs(unit)
        new = naive_utc(windows.closing_moment(date_deadline, wording, self._zone()))
        old = self._effective_deadline(unit)
        self._check_later(new, old)
        # sudo: nobody may create extensions but this operation, whose user is checked above.
        extension = (
            self.env['emulation.extension']
            .sudo()
            .create(
                {
                    'phase_id': self.id,
                    'campaign_unit_id': unit.id,
                    'date_deadline': date_deadline,
                    'deadline_wording': wording,
                    'deadline_at': new,
                    'old_deadline_at': old,
                    'reason': reason,
                    'granted_by_id': self.env.uid,
                    'granted_at': fields.Datetime.now(),
                }
            )
        )
        self._record_extension(extension)
        return extension.sudo(False)

    def _effective_deadline(self, unit):
        """First instant too late: of one unit, or without one of units with no grant of own."""
        return self._closing(unit, self._extensions_by_unit())

    def _check_belongs(self, unit):
        if unit and unit.campaign_id != self.campaign_id:
            raise UserError(
                self.env._('%(unit)s takes no part in this campaign.', unit=unit.display_name)
            )

    def _check_later(self, new, old):
        if new <= old:
            raise UserError(
                self.env._(
                    'The deadline is %(old)s now; an extension must be later. To shorten it, '
                    'amend the campaign.',
                    old=self._end_text(old),
                )
            )

    def _record_extension(self, extension):
        unit = extension.campaign_unit_id
        self.campaign_id._journal(
            'phase.extended',
            {
                'extension': extension.id,
                'phase': self.name,
                'unit': unit.display_name or '',
                'old': fields.Datetime.to_string(extension.old_deadline_at),
                'new': fields.Datetime.to_string(extension.deadline_at),
                'reason': extension.reason,
            },
        )
        self.campaign_id._tell_leaders(
            self.env._('Deadline extended: %(extension)s', extension=extension.display_name),
            self.env._(
                'Until now: %(old)s. Reason: %(reason)s',
                old=self._end_text(extension.old_deadline_at),
                reason=extension.reason,
            ),
            unit or None,
        )
