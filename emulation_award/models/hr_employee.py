from odoo import fields, models


class HrEmployee(models.Model):
    _inherit = 'hr.employee'

    emulation_nomination_ids = fields.One2many(
        'emulation.nomination', 'employee_id', groups='hr.group_hr_user'
    )
    emulation_commendation_ids = fields.One2many(
        'emulation.commendation', 'employee_id', groups='hr.group_hr_user'
    )
