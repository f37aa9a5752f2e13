from odoo import fields, models


class EmulationEmployeeCategory(models.Model):
    """Category of staff a plan speaks of: công chức, viên chức, người lao động …"""

    _name = 'emulation.employee.category'
    _description = 'Staff category'
    _inherit = ['emulation.source.mixin']
    _order = 'sequence, name'
    _checked_fields = frozenset({'name'})

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _name_uniq = models.Constraint('UNIQUE (name)', 'This staff category already exists.')
