from odoo import fields, models


class EmulationCampaignContent(models.Model):
    """One numbered content of the campaign (nội dung thi đua), with its milestones."""

    _name = 'emulation.campaign.content'
    _description = 'Campaign content'
    _inherit = ['emulation.frozen.mixin']
    _order = 'campaign_id, sequence, id'
    _rec_name = 'title'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    title = fields.Char(required=True, help='Short name for lists.')
    body = fields.Text(help='As the plan words it.')
    milestone_ids = fields.One2many('emulation.campaign.milestone', 'content_id', copy=True)
