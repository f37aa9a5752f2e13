from odoo import api, fields, models


class HrEmployeePublic(models.Model):
    """What colleagues see of an employee; the awards only for those who may read them."""

    _name = 'hr.employee.public'
    _inherit = ['hr.employee.public', 'emulation.name.order.mixin']
    _name_order = {'name': 'emulation_sort_key'}

    emulation_sort_key = fields.Char(readonly=True, export_string_translation=False)

    emulation_commendation_count = fields.Integer(
        'Awards held', compute='_compute_emulation_commendation_count'
    )

    @api.depends_context('uid')
    def _compute_emulation_commendation_count(self):
        # By the rules of the registry: own awards, and those of the people one leads.
        groups = self.env['emulation.commendation']._read_group(
            [('employee_id', 'in', self.ids), ('state', '=', 'valid')],
            ['employee_id'],
            ['__count'],
        )
        counts = {employee.id: count for employee, count in groups}
        for employee in self:
            employee.emulation_commendation_count = counts.get(employee.id, 0)

    def action_open_emulation_commendations(self):
        """Open the awards of this colleague that one may read."""
        self.ensure_one()
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_commendation_action'
        )
        return {**action, 'domain': [('employee_id', '=', self.id)], 'context': {}}
