from odoo import fields, models


class EmulationCampaignDuty(models.Model):
    """Who does what (tổ chức thực hiện): one numbered paragraph of the plan's last part."""

    _name = 'emulation.campaign.duty'
    _description = 'Campaign duty'
    _inherit = ['emulation.frozen.mixin']
    _order = 'campaign_id, sequence, id'
    _rec_name = 'bearer'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    bearer = fields.Char('Who', required=True)
    body = fields.Text('Does what', required=True)
