from odoo import fields, models


class EmulationCampaignLaunchLine(models.TransientModel):
    """One unit with the head count a launch would freeze."""

    _name = 'emulation.campaign.launch.line'
    _description = 'Unit of a campaign to launch'

    wizard_id = fields.Many2one('emulation.campaign.launch', required=True, ondelete='cascade')
    campaign_unit_id = fields.Many2one('emulation.campaign.unit', 'Unit', ondelete='cascade')
    leader_ids = fields.Many2many(related='campaign_unit_id.leader_ids')
    head_count = fields.Integer(readonly=True)
