from odoo import api, fields, models


class EmulationCampaignClone(models.TransientModel):
    """By how many years to shift the dates of a campaign that starts from another."""

    _name = 'emulation.campaign.clone'
    _description = 'Start from another campaign'

    campaign_id = fields.Many2one('emulation.campaign', required=True, ondelete='cascade')
    years = fields.Integer('Shift all dates by (years)', required=True, default=1)
    name = fields.Char(
        'Title', required=True, compute='_compute_name', store=True, readonly=False, precompute=True
    )
    dropped_units = fields.Char('Left out', compute='_compute_dropped_units')

    @api.depends('campaign_id', 'years')
    def _compute_name(self):
        for wizard in self:
            wizard.name = wizard.campaign_id._shifted_name(wizard.years)

    @api.depends('campaign_id')
    def _compute_dropped_units(self):
        for wizard in self:
            dropped = wizard.campaign_id.unit_ids.filtered(lambda unit: not unit._is_cloned())
            wizard.dropped_units = ', '.join(dropped.mapped('display_name'))

    def action_confirm(self):
        """Make the draft and open it."""
        self.ensure_one()
        clone = self.campaign_id._clone(self.years, name=self.name)
        return {
            'type': 'ir.actions.act_window',
            'res_model': clone._name,
            'res_id': clone.id,
            'view_mode': 'form',
        }
