from odoo import api, fields, models
from odoo.fields import Domain

from ..domain import vietnamese, windows


class EmulationCampaignMilestone(models.Model):
    """A result the campaign promises by a day or a month, who answers for it, how far it is."""

    _name = 'emulation.campaign.milestone'
    _description = 'Campaign milestone'
    _inherit = ['emulation.frozen.mixin', 'mail.thread']
    _same_campaign_fields = ('campaign_unit_id',)
    _order = 'date_due, id'
    _free_fields = frozenset({'state', 'progress', 'progress_note'})

    content_id = fields.Many2one(
        'emulation.campaign.content', required=True, index=True, ondelete='cascade'
    )
    campaign_id = fields.Many2one(related='content_id.campaign_id', store=True, index=True)
    is_editable = fields.Boolean(related='campaign_id.is_editable')
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    name = fields.Char(required=True)
    date_due = fields.Date('Due')
    date_precision = fields.Selection(
        [('day', 'Day'), ('month', 'Month')], required=True, default='month'
    )
    date_last = fields.Date(compute='_compute_date_last', store=True)
    due_text = fields.Char('Due by', compute='_compute_due_text')
    is_late = fields.Boolean('Late', compute='_compute_is_late', search='_search_is_late')
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit', 'Responsible unit', index='btree_not_null'
    )
    state = fields.Selection(
        [
            ('todo', 'To do'),
            ('in_progress', 'In progress'),
            ('done', 'Done'),
            ('dropped', 'Dropped'),
        ],
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

    @api.depends('date_due', 'date_precision')
    def _compute_date_last(self):
        for milestone in self:
            day = milestone.date_due or None
            milestone.date_last = windows.shift_period_end(day, 0, milestone.date_precision)

    @api.depends('date_due', 'date_precision')
    def _compute_due_text(self):
        for milestone in self:
            day, monthly = milestone.date_due, milestone.date_precision == 'month'
            said = vietnamese.month_year if monthly else vietnamese.short_date
            milestone.due_text = day and said(day)

    @api.depends('date_last', 'state')
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for milestone in self:
            unfinished = milestone.state in ('todo', 'in_progress')
            milestone.is_late = unfinished and milestone.date_last and milestone.date_last < today

    @api.model
    def _search_is_late(self, operator, value):
        if operator != 'in':
            return NotImplemented
        late = Domain('state', 'in', ('todo', 'in_progress'))
        late &= Domain('date_last', '<', fields.Date.context_today(self))
        return late if True in value else ~late
