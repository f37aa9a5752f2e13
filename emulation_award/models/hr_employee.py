from odoo import api, fields, models

from ..domain import vietnamese


class HrEmployee(models.Model):
    """An employee with the awards held, the nominations and the unit that counts him or her."""

    _name = 'hr.employee'
    _inherit = ['hr.employee', 'emulation.name.order.mixin']
    _name_order = {'name': 'emulation_sort_key'}

    emulation_nomination_ids = fields.One2many(
        'emulation.nomination', 'employee_id', groups='hr.group_hr_user'
    )
    emulation_commendation_ids = fields.One2many(
        'emulation.commendation', 'employee_id', groups='hr.group_hr_user'
    )
    emulation_nomination_count = fields.Integer(
        'Nominations',
        compute='_compute_emulation_nomination_count',
        groups='emulation_award.group_emulation_office',
    )
    emulation_commendation_count = fields.Integer(
        'Awards held', compute='_compute_emulation_commendation_count', groups='hr.group_hr_user'
    )
    emulation_unit_id = fields.Many2one(
        'emulation.unit',
        'Emulation unit',
        compute='_compute_emulation_unit_id',
        groups='hr.group_hr_user',
        help='The unit of the nearest department that is one: where the person counts.',
    )
    # Achievement reports ask for it (quê quán): not the place of birth.
    emulation_native_place = fields.Char('Native place', groups='hr.group_hr_user', tracking=True)
    # Without a group, like the name: who sorts employees by name reads it.
    emulation_sort_key = fields.Char(
        compute='_compute_emulation_sort_key',
        store=True,
        index=True,
        export_string_translation=False,
    )

    @api.depends('name')
    def _compute_emulation_sort_key(self):
        for employee in self:
            employee.emulation_sort_key = vietnamese.sort_key(employee.name or '')

    @api.depends('department_id')
    def _compute_emulation_unit_id(self):
        units = self.env['emulation.unit'].search([('department_id', '!=', False)])
        unit_of = units._unit_of_department(self.department_id)
        for employee in self:
            employee.emulation_unit_id = unit_of.get(employee.department_id.id)

    def _compute_emulation_nomination_count(self):
        self._count_emulation('emulation.nomination', [], 'emulation_nomination_count')

    def _compute_emulation_commendation_count(self):
        self._count_emulation(
            'emulation.commendation', [('state', '=', 'valid')], 'emulation_commendation_count'
        )

    def _count_emulation(self, model, domain, field_name):
        """Count what the user may read, so that a number never tells more than the list."""
        groups = self.env[model]._read_group(
            [('employee_id', 'in', self.ids), *domain], ['employee_id'], ['__count']
        )
        counts = {employee.id: count for employee, count in groups}
        for employee in self:
            employee[field_name] = counts.get(employee.id, 0)

    def action_open_emulation_commendations(self):
        """Open the awards the employee holds."""
        return self._open_emulation(self.env._('Awards held'), 'emulation.commendation')

    def action_open_emulation_nominations(self):
        """Open the nominations of the employee."""
        return self._open_emulation(self.env._('Nominations'), 'emulation.nomination')

    def _open_emulation(self, name, model):
        self.ensure_one()
        return {
            'type': 'ir.actions.act_window',
            'name': name,
            'res_model': model,
            'view_mode': 'list,form',
            'domain': [('employee_id', '=', self.id)],
            'context': {'default_employee_id': self.id},
        }
