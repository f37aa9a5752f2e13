from odoo import api, fields, models


class EmulationCampaignCancel(models.TransientModel):
    """Why a campaign is called off."""

    _name = 'emulation.campaign.cancel'
    _description = 'Cancel a campaign'

    campaign_id = fields.Many2one('emulation.campaign', required=True, ondelete='cascade')
    reason = fields.Text(required=True)
    live_count = fields.Integer('Nominations under way', compute='_compute_live_count')

    @api.depends('campaign_id')
    def _compute_live_count(self):
        for wizard in self:
            wizard.live_count = len(wizard.campaign_id._live_nominations())

    def action_confirm(self):
        """Cancel; what was proposed is told and kept."""
        self.ensure_one()
        self.campaign_id._cancel(self.reason)
        return {'type': 'ir.actions.act_window_close'}
