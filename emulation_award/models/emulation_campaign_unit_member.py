from odoo import fields, models


class EmulationCampaignUnitMember(models.Model):
    """One person of a frozen head count: the list a quota was computed on, kept for good."""

    _name = 'emulation.campaign.unit.member'
    _description = 'Counted member of a unit'
    _order = 'campaign_unit_id, sort_key, id'
    _rec_name = 'name'

    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit',
        required=True,
        index=True,
        ondelete='cascade',
        readonly=True,
    )
    campaign_id = fields.Many2one(related='campaign_unit_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    employee_id = fields.Many2one(
        'hr.employee', required=True, index=True, ondelete='restrict', readonly=True
    )
    name = fields.Char(required=True, readonly=True)
    sort_key = fields.Char(readonly=True)
    position = fields.Char(readonly=True)
    category_id = fields.Many2one(
        'emulation.employee.category',
        'Staff category',
        readonly=True,
        index='btree_not_null',
    )

    _uniq = models.Constraint(
        'UNIQUE (campaign_unit_id, employee_id)', 'A person is counted once in a unit.'
    )
