from odoo import fields, models


class EmulationQuotaLine(models.Model):
    """The number of one named unit, where the plan gives units numbers of their own."""

    _name = 'emulation.quota.line'
    _description = 'Quota of a named unit'
    _inherit = ['emulation.frozen.mixin']
    _same_campaign_fields = ('campaign_unit_id',)
    _order = 'quota_id, id'
    _rec_name = 'campaign_unit_id'

    quota_id = fields.Many2one('emulation.quota', required=True, index=True, ondelete='cascade')
    campaign_id = fields.Many2one(related='quota_id.campaign_id', store=True, index=True)
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit', 'Unit', required=True, index=True, ondelete='cascade'
    )
    number = fields.Integer(required=True)

    _uniq = models.Constraint(
        'UNIQUE (quota_id, campaign_unit_id)', 'A unit has one number per quota.'
    )
    _number_positive = models.Constraint('CHECK (number >= 0)', 'A number is not negative.')
