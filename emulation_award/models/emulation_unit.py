from odoo import fields, models


class EmulationUnit(models.Model):
    """A unit or collective (đơn vị, tập thể): proposes nominees and may be one.

    A unit made from a department follows it and holds the department's employees; another,
    such as a party cell (chi bộ), lists its members itself.
    """

    _name = 'emulation.unit'
    _description = 'Unit'
    _inherit = ['mail.thread']
    _order = 'sequence, name'
    _check_company_auto = True

    name = fields.Char(required=True, tracking=True)
    sequence = fields.Integer(default=10)
    code = fields.Char()
    kind = fields.Selection(
        [
            ('division', 'Division'),
            ('subordinate_unit', 'Subordinate unit'),
            ('party_cell', 'Party cell'),
            ('union', 'Trade union'),
            ('youth_union', 'Youth union'),
            ('other', 'Other collective'),
        ],
        required=True,
        default='division',
        tracking=True,
    )
    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    department_id = fields.Many2one(
        'hr.department', index=True, check_company=True, ondelete='restrict', tracking=True
    )
    parent_id = fields.Many2one(
        'emulation.unit', index=True, check_company=True, string='Superior unit'
    )
    leader_ids = fields.Many2many(
        'hr.employee', 'emulation_unit_leader_rel', 'unit_id', 'employee_id', string='Leaders'
    )
    member_ids = fields.Many2many(
        'hr.employee',
        'emulation_unit_member_rel',
        'unit_id',
        'employee_id',
        string='Listed members',
        help='Only for a unit without a department, such as a party cell.',
    )
    address = fields.Char()
    functions = fields.Text('Functions and tasks')
    active = fields.Boolean(default=True, tracking=True)

    _department_uniq = models.UniqueIndex(
        '(department_id) WHERE department_id IS NOT NULL',
        'There is already a unit for this department.',
    )
