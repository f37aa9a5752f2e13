from odoo import fields, models


class HrDepartment(models.Model):
    _inherit = 'hr.department'

    emulation_unit_ids = fields.One2many('emulation.unit', 'department_id')
