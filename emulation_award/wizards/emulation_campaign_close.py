from odoo import api, fields, models

DECIDED = ('approved', 'awarded', 'forwarded')


class EmulationCampaignClose(models.TransientModel):
    """What is still under way in a campaign that is about to be closed."""

    _name = 'emulation.campaign.close'
    _description = 'Close a campaign'

    campaign_id = fields.Many2one('emulation.campaign', required=True, ondelete='cascade')
    undecided_count = fields.Integer('Not decided yet', compute='_compute_undecided')
    open_phases = fields.Char('Still open', compute='_compute_undecided')

    @api.depends('campaign_id')
    def _compute_undecided(self):
        for wizard in self:
            live = wizard.campaign_id._live_nominations()
            wizard.undecided_count = len(live.filtered(lambda one: one.state not in DECIDED))
            still_open = wizard.campaign_id.phase_ids.filtered(
                lambda phase: phase.window_state != 'closed'
            )
            wizard.open_phases = ', '.join(still_open.mapped('name'))

    def action_confirm(self):
        """Close the campaign."""
        self.ensure_one()
        self.campaign_id.action_close()
        return {'type': 'ir.actions.act_window_close'}
