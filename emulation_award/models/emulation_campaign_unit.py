from odoo import fields, models


class EmulationCampaignUnit(models.Model):
    """A unit's part in one campaign: its frozen head count, its leaders, its quotas."""

    _name = 'emulation.campaign.unit'
    _description = 'Participating unit'
    _inherit = [
        'emulation.frozen.mixin',
        'emulation.operation.mixin',
        'mail.thread',
        'mail.activity.mixin',
    ]
    _order = 'campaign_id, sequence, id'
    _check_company_auto = True
    _operation_fields = frozenset({'head_count', 'head_count_date', 'unit_name', 'quota_revision'})

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    unit_id = fields.Many2one(
        'emulation.unit', required=True, index=True, ondelete='restrict', check_company=True
    )
    sequence = fields.Integer(default=10)
    unit_name = fields.Char('Name at launch', readonly=True, copy=False)
    unit_kind = fields.Selection(related='unit_id.kind', store=True)
    leader_ids = fields.Many2many(related='unit_id.leader_ids')
    group_id = fields.Many2one('emulation.unit.group', 'Group', index='btree_not_null')
    head_count = fields.Integer(readonly=True, copy=False)
    head_count_date = fields.Date(readonly=True, copy=False)
    member_ids = fields.One2many('emulation.campaign.unit.member', 'campaign_unit_id')
    counted_base_ids = fields.One2many('emulation.counted.base', 'campaign_unit_id')
    nomination_ids = fields.One2many('emulation.nomination', 'campaign_unit_id')
    review_ids = fields.One2many('emulation.unit.review', 'campaign_unit_id')
    # Written by every operation that takes or frees a place, so that two at once conflict.
    quota_revision = fields.Integer(readonly=True, copy=False)

    _unit_uniq = models.Constraint(
        'UNIQUE (campaign_id, unit_id)', 'A unit takes part in a campaign once.'
    )
