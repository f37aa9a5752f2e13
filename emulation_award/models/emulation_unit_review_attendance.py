from odoo import api, fields, models

from ..domain import vietnamese


class EmulationUnitReviewAttendance(models.Model):
    """Who was called to the unit's meeting, and whether they came."""

    _name = 'emulation.unit.review.attendance'
    _description = 'Unit review attendance'
    _inherit = ['emulation.unit.review.part', 'emulation.operation.mixin']
    _order = 'review_id, sort_key, id'
    _rec_name = 'name'
    _check_company_auto = True
    _operation_fields = frozenset({'company_id', 'name', 'sort_key', 'position'})

    review_id = fields.Many2one(
        'emulation.unit.review', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='review_id.company_id', store=True, index=True)
    employee_id = fields.Many2one(
        'hr.employee', required=True, index=True, ondelete='restrict', check_company=True
    )
    # Who they were at the meeting: the minutes print this, never HR.
    name = fields.Char(compute='_compute_person', store=True, precompute=True)
    sort_key = fields.Char(compute='_compute_person', store=True, precompute=True)
    position = fields.Char(compute='_compute_person', store=True, precompute=True)
    is_counted = fields.Boolean(
        'In the head count',
        compute='_compute_is_counted',
        help='Counted in this unit when the campaign was launched.',
    )
    presence = fields.Selection(
        [('present', 'Present'), ('absent', 'Absent')], required=True, default='present'
    )
    absence_reason = fields.Char()

    _employee_uniq = models.Constraint(
        'UNIQUE (review_id, employee_id)', 'A person is listed once in a meeting.'
    )

    @api.depends('employee_id')
    def _compute_person(self):
        # Not when the person changes in HR: the minutes tell who came then.
        for line in self:
            # sudo: name and position of the unit's own people, whatever one may read in HR.
            employee = line.employee_id.sudo()
            line.name = vietnamese.clean_name(employee.name or '')
            line.sort_key = vietnamese.sort_key(line.name)
            line.position = employee.job_title or employee.job_id.name

    @api.depends('employee_id', 'review_id.campaign_unit_id')
    def _compute_is_counted(self):
        for line in self:
            # sudo: whether the person is in the frozen list, of a meeting one may read.
            members = line.sudo().review_id.campaign_unit_id.member_ids
            line.is_counted = line.employee_id in members.employee_id

    def _correction_vals(self):
        """The same person in the review that corrects this one."""
        self.ensure_one()
        return {
            'employee_id': self.employee_id.id,
            'presence': self.presence,
            'absence_reason': self.absence_reason,
        }
