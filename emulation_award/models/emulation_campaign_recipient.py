from odoo import fields, models


class EmulationCampaignRecipient(models.Model):
    """A line of the distribution list (nơi nhận)."""

    _name = 'emulation.campaign.recipient'
    _description = 'Campaign recipient'
    _inherit = ['emulation.frozen.mixin']
    _order = 'campaign_id, sequence, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True, help='As printed, without dash and semicolon.')
    partner_id = fields.Many2one('res.partner', index='btree_not_null')
    is_export_addressee = fields.Boolean('Receives the dossiers forwarded upward')
    is_archive = fields.Boolean('Archive line', help='"Lưu: VT, …": printed last.')
