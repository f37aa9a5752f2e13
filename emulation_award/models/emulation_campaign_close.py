from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..domain.states import LIVE


class EmulationCampaign(models.Model):
    """Ending a campaign: closed when it is over, cancelled when it is called off."""

    _inherit = 'emulation.campaign'

    def action_open_close(self):
        """Show what is still under way before closing."""
        self.ensure_one()
        self._check_office()
        return self._open_wizard('emulation.campaign.close', self.env._('Close the campaign'))

    def action_open_cancel(self):
        """Ask why the campaign is called off."""
        self.ensure_one()
        self._check_office()
        return self._open_wizard('emulation.campaign.cancel', self.env._('Cancel the campaign'))

    def action_close(self):
        """Close campaigns that are over: nothing more is taken or amended.

        :raises UserError: not launched, or an amendment is open
        """
        self._check_office()
        self._check_state('launched')
        for campaign in self:
            campaign._check_no_amendment()
            campaign._contend()
            campaign.sudo().state = 'closed'  # sudo: an operation's field, user checked above
            campaign._journal('campaign.closed', campaign._standing_payload())
        return True

    def _cancel(self, reason):
        """Call the campaign off; what was proposed is told and kept.

        :param str reason: why, for everybody to read
        :raises UserError: it is over already, or an amendment is open
        """
        self.ensure_one()
        self._check_office()
        self._check_state('draft', 'launched')
        self._check_no_amendment()
        self._contend()
        launched = self.state == 'launched'
        # sudo: an operation's fields, user checked above
        self.sudo().write({'state': 'cancelled', 'cancel_reason': reason})
        self._journal('campaign.cancelled', {'reason': reason, **self._standing_payload()})
        if launched:
            self._tell_cancelled(reason)

    def _tell_cancelled(self, reason):
        subject = self.env._('%(campaign)s is cancelled', campaign=self.name)
        # sudo: a note on every live nomination, whoever proposed it
        live = self._live_nominations().sudo()
        live._message_log_batch(bodies={one.id: f'{subject}: {reason}' for one in live})
        self._tell_leaders(subject, reason)

    def _check_no_amendment(self):
        if self.amendment_id:
            raise UserError(
                self.env._(
                    'An amendment of "%(campaign)s" is in progress. Finish it first.',
                    campaign=self.name,
                )
            )

    def _live_nominations(self):
        return self.env['emulation.nomination'].search(
            Domain('campaign_id', '=', self.id) & Domain('state', 'in', list(LIVE))
        )

    def _standing_payload(self):
        """How many nominations stand where, for the journal."""
        # sudo: figures only.
        nominations = self.env['emulation.nomination'].sudo()
        counted = nominations._read_group(
            Domain('campaign_id', '=', self.id), ['state'], ['__count']
        )
        return {'nominations': dict(counted)}
