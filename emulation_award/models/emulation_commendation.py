from odoo import fields, models


class EmulationCommendation(models.Model):
    """One award one subject holds: a line of the registry (sổ khen thưởng)."""

    _name = 'emulation.commendation'
    _description = 'Commendation'
    _inherit = ['mail.thread']
    _order = 'decision_date desc, id desc'
    _check_company_auto = True

    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    employee_id = fields.Many2one('hr.employee', index=True, ondelete='restrict')
    unit_id = fields.Many2one(
        'emulation.unit', index=True, ondelete='restrict', check_company=True
    )
    partner_id = fields.Many2one('res.partner', index=True, ondelete='restrict')
    holder_name = fields.Char(required=True, help='Name at the time of the decision.')
    holder_sort_key = fields.Char(index=True, readonly=True)
    award_form_id = fields.Many2one(
        'emulation.award.form', index=True, ondelete='restrict', check_company=True
    )
    award_name = fields.Char('Award', required=True)
    citation = fields.Text('For')
    decision_number = fields.Char()
    decision_date = fields.Date()
    authority_name = fields.Char('Decided by')
    year = fields.Integer(compute='_compute_year', store=True, index=True)
    state = fields.Selection(
        [('valid', 'Valid'), ('revoked', 'Revoked')], required=True, default='valid', tracking=True
    )
    nomination_id = fields.Many2one('emulation.nomination', index=True, ondelete='restrict')
    is_imported = fields.Boolean('Entered from older records', default=True)

    _one_holder = models.Constraint(
        'CHECK (num_nonnulls(employee_id, unit_id, partner_id) = 1)',
        'An award has one holder: an employee, a unit or an outside person or organisation.',
    )

    def _compute_year(self):
        for commendation in self:
            commendation.year = (commendation.decision_date or fields.Date.today()).year
