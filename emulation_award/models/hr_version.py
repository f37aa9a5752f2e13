from odoo import fields, models


class HrVersion(models.Model):
    _inherit = 'hr.version'

    emulation_category_id = fields.Many2one(
        'emulation.employee.category',
        'Staff category',
        index='btree_not_null',
        groups='hr.group_hr_user',
        tracking=True,
        help='Công chức, viên chức, người lao động …: decides who a plan counts and rewards.',
    )
