from odoo import fields, models


class EmulationCampaignMilestone(models.Model):
    """A result the campaign promises by a day or a month, who answers for it, how far it is."""

    _name = 'emulation.campaign.milestone'
    _description = 'Campaign milestone'
    _inherit = ['emulation.frozen.mixin', 'mail.thread']
    _order = 'date_due, id'
    _free_fields = frozenset({'state', 'progress', 'progress_note'})

    content_id = fields.Many2one(
        'emulation.campaign.content', required=True, index=True, ondelete='cascade'
    )
    campaign_id = fields.Many2one(related='content_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    name = fields.Char(required=True)
    date_due = fields.Date('Due')
    date_precision = fields.Selection(
        [('day', 'Day'), ('month', 'Month')], required=True, default='month'
    )
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit', 'Responsible unit', index='btree_not_null'
    )
    state = fields.Selection(
        [('todo', 'To do'), ('in_progress', 'In progress'), ('done', 'Done'), ('dropped', 'Dropped')],
        required=True,
        default='todo',
        copy=False,
        tracking=True,
    )
    progress = fields.Integer('Progress (%)', copy=False, tracking=True)
    progress_note = fields.Text(copy=False)

    _progress_range = models.Constraint(
        'CHECK (progress BETWEEN 0 AND 100)', 'Progress is between 0 and 100 %.'
    )
