from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

MIRRORED = frozenset({'name', 'active', 'parent_id', 'manager_id'})


class HrDepartment(models.Model):
    """A department and the unit that follows it, where the company wants units to follow."""

    _inherit = 'hr.department'

    emulation_unit_ids = fields.One2many(
        'emulation.unit', 'department_id', context={'active_test': False}
    )

    emulation_commendation_count = fields.Integer(
        'Awards held', compute='_compute_emulation_commendation_count'
    )

    @api.depends_context('uid')
    def _compute_emulation_commendation_count(self):
        # As the user: what the rules of the registry let one read.
        awards = self.env['emulation.commendation']
        for department in self:
            department.emulation_commendation_count = awards.search_count(
                department._emulation_awards_domain() & Domain('state', '=', 'valid')
            )

    @api.model_create_multi
    def create(self, vals_list):
        departments = super().create(vals_list)
        departments._emulation_followed()._emulation_create_units()
        return departments

    def write(self, vals):
        managers = {}
        if 'manager_id' in vals:
            # sudo: who led before, to be compared; nothing of the person is shown.
            managers = {department: department.sudo().manager_id for department in self}
        result = super().write(vals)
        followed = self._emulation_followed()
        if 'company_id' in vals:
            followed._emulation_create_units()
        if followed and not MIRRORED.isdisjoint(vals):
            self.env['emulation.unit']._follow(followed, vals, managers)
        return result

    def unlink(self):
        self.check_access('unlink')
        # sudo: a unit that only mirrors the department and has no history goes with it.
        units = self._emulation_followed().sudo().emulation_unit_ids
        (units - units._with_history()).unlink()
        return super().unlink()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_emulation_unit(self):
        # sudo: the unit is named in the message; the user deletes departments, not units.
        if kept := self.sudo().filtered('emulation_unit_ids'):
            raise UserError(
                self.env._(
                    '%(departments)s is a unit of the emulation campaigns, whose history must stay '
                    'readable. Archive the department instead: its unit is archived with it.',
                    departments=', '.join(f'"{department.name}"' for department in kept),
                )
            )

    @api.constrains('company_id')
    def _check_emulation_unit_company(self):
        # sudo: compares two companies only.
        for unit in self.sudo().emulation_unit_ids:
            company = unit.department_id.company_id
            if company and company != unit.company_id:
                raise ValidationError(
                    self.env._(
                        '"%(unit)s" is a unit of %(company)s and cannot change its company. '
                        'Archive the department and create a new one there.',
                        unit=unit.name,
                        company=unit.company_id.name,
                    )
                )

    def action_open_emulation_unit(self):
        """Open the unit that this department is."""
        self.ensure_one()
        return {
            'type': 'ir.actions.act_window',
            'name': self.env._('Unit'),
            'res_model': 'emulation.unit',
            'res_id': self.emulation_unit_ids.id,
            'view_mode': 'form',
        }

    def action_open_emulation_commendations(self):
        """Open the awards of the department, of those below it, and of their people."""
        self.ensure_one()
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_commendation_action'
        )
        return {**action, 'domain': list(self._emulation_awards_domain()), 'context': {}}

    def _emulation_awards_domain(self):
        self.ensure_one()
        return Domain('employee_id.department_id', 'child_of', self.ids) | Domain(
            'unit_id.department_id', 'child_of', self.ids
        )

    def _emulation_followed(self):
        """Those of the departments whose company wants units to follow departments."""
        # sudo: a setting of the department's own company.
        return self.filtered(
            lambda department: department.company_id.sudo().emulation_sync_departments
        )

    def _emulation_create_units(self):
        if self:
            self.env['emulation.unit']._create_for(self)
