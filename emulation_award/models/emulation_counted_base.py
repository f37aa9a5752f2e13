from odoo import fields, models

from ..domain import plan_rules


class EmulationCountedBase(models.Model):
    """A count other than people that a quota is a share of, entered with its evidence."""

    _name = 'emulation.counted.base'
    _description = 'Counted base'
    _inherit = ['emulation.frozen.mixin']
    _same_campaign_fields = ('campaign_unit_id',)
    _order = 'quota_id, campaign_unit_id'
    _rec_name = 'campaign_unit_id'

    quota_id = fields.Many2one('emulation.quota', required=True, index=True, ondelete='cascade')
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit', 'Unit', required=True, index=True, ondelete='cascade'
    )
    campaign_id = fields.Many2one(related='quota_id.campaign_id', store=True, index=True)
    number = fields.Integer(required=True)
    evidence = fields.Char(required=True, help='Document the count was read from.')
    file = fields.Binary(attachment=True)
    file_name = fields.Char()

    _uniq = models.Constraint(
        'UNIQUE (quota_id, campaign_unit_id)', 'A unit has one count per quota.'
    )
    _number_positive = models.Constraint('CHECK (number >= 0)', 'A count is not negative.')

    def _plan_count(self):
        """The count as the plan (domain/plan_rules.py) says it."""
        self.ensure_one()
        return plan_rules.Count(self.campaign_unit_id.display_name, self.number, self.evidence)
