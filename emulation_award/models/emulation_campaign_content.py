from odoo import fields, models

from ..domain import plan_facts


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

    def _plan_content(self):
        """The content as the plan (domain/plan_facts.py) says it."""
        self.ensure_one()
        milestones = tuple(
            plan_facts.Milestone(
                milestone.name,
                milestone.date_due or None,
                milestone.date_precision,
                milestone.campaign_unit_id.display_name or '',
            )
            for milestone in self.milestone_ids
        )
        return plan_facts.Content(self.title, self.body or '', milestones)
