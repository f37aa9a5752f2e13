from odoo import fields, models


class EmulationUnitReview(models.Model):
    """The unit's meeting on its nominees (họp xét khen thưởng) and its minutes (biên bản)."""

    _name = 'emulation.unit.review'
    _description = 'Unit review'
    _inherit = ['emulation.operation.mixin', 'mail.thread', 'mail.activity.mixin']
    _order = 'date_start desc, id desc'
    _check_company_auto = True
    _operation_fields = frozenset({'state', 'closed_at', 'closed_by_id'})

    phase_id = fields.Many2one('emulation.phase', required=True, index=True, ondelete='restrict')
    campaign_id = fields.Many2one(related='phase_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit', 'Unit', required=True, index=True, ondelete='restrict'
    )
    state = fields.Selection(
        [('draft', 'Draft'), ('closed', 'Closed')],
        required=True,
        default='draft',
        copy=False,
        index=True,
        tracking=True,
    )
    date_start = fields.Datetime('Started at', required=True, default=fields.Datetime.now)
    date_end = fields.Datetime('Ended at', copy=False)
    place = fields.Char()
    chair_id = fields.Many2one('hr.employee', 'Chair', index='btree_not_null')
    secretary_id = fields.Many2one('hr.employee', 'Secretary', index='btree_not_null')
    attendance_ids = fields.One2many('emulation.unit.review.attendance', 'review_id')
    summoned_count = fields.Integer('Summoned', compute='_compute_attendance', store=True)
    present_count = fields.Integer('Present', compute='_compute_attendance', store=True)
    line_ids = fields.One2many('emulation.unit.review.line', 'review_id')
    discussion = fields.Text()
    conclusion = fields.Text()
    signed_scan = fields.Binary(attachment=True, copy=False)
    signed_scan_name = fields.Char(copy=False)
    closed_at = fields.Datetime(readonly=True, copy=False)
    closed_by_id = fields.Many2one('res.users', readonly=True, copy=False, index=True)

    def _compute_attendance(self):
        for review in self:
            present = review.attendance_ids.filtered(lambda line: line.presence == 'present')
            review.summoned_count = len(review.attendance_ids)
            review.present_count = len(present)
