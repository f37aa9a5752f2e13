from odoo import fields, models


class EmulationUnitGroup(models.Model):
    """Units of a campaign that share a quota (khối, cụm)."""

    _name = 'emulation.unit.group'
    _description = 'Group of units'
    _inherit = ['emulation.frozen.mixin', 'emulation.operation.mixin']
    _order = 'campaign_id, sequence, id'
    _operation_fields = frozenset({'quota_revision'})

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    unit_ids = fields.One2many('emulation.campaign.unit', 'group_id')
    quota_revision = fields.Integer(readonly=True, copy=False)
