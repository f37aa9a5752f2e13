from odoo import fields, models


class EmulationUnitReviewAttendance(models.Model):
    """Who was called to the unit's meeting, and whether they came."""

    _name = 'emulation.unit.review.attendance'
    _description = 'Unit review attendance'
    _order = 'review_id, sort_key, id'
    _rec_name = 'name'

    review_id = fields.Many2one(
        'emulation.unit.review', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='review_id.company_id', store=True, index=True)
    employee_id = fields.Many2one('hr.employee', required=True, index=True, ondelete='restrict')
    name = fields.Char(readonly=True)
    sort_key = fields.Char(readonly=True)
    presence = fields.Selection(
        [('present', 'Present'), ('absent', 'Absent')], required=True, default='present'
    )
    absence_reason = fields.Char()

    _employee_uniq = models.Constraint(
        'UNIQUE (review_id, employee_id)', 'A person is listed once in a meeting.'
    )
