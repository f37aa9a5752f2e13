from collections import defaultdict

from odoo import api, models
from odoo.fields import Command

from ..domain import headcount


class EmulationUnit(models.Model):
    """Units made from departments, and kept in step with them."""

    _inherit = 'emulation.unit'

    def action_create_from_departments(self):
        """Make a unit of every department of the company that has none, and follow them all.

        From then on creating, renaming, moving, archiving a department or changing its manager
        does the same to its unit. A unit made here is a division: correct the others in the list.
        """
        self.check_access('create')
        company = self.env.company
        # sudo: a setting of the own company that belongs to this operation; roles checked above.
        company.sudo().emulation_sync_departments = True
        departments = self.env['hr.department'].search([('company_id', '=', company.id)])
        units = self._create_for(departments)
        return {
            'type': 'ir.actions.client',
            'tag': 'display_notification',
            'params': {
                'type': 'success',
                'message': self.env._(
                    '%(count)s units created; units follow their departments from now on.',
                    count=len(units),
                ),
                'next': {'type': 'ir.actions.client', 'tag': 'soft_reload'},
            },
        }

    @api.model
    def _create_for(self, departments):
        """Create the units missing for departments, nested as these are; return the new ones."""
        # sudo: HR staff who create a department need no right on units to keep both in step.
        everything = self.sudo().with_context(active_test=False)
        made = everything.search([('department_id', 'in', departments.ids)]).department_id
        units = self.sudo().create(
            [self._from_department(department) for department in departments - made]
        )
        self._nest(departments.company_id)
        return self.browse(units.ids)

    @api.model
    def _from_department(self, department):
        return {
            'name': department.name,
            'department_id': department.id,
            'company_id': department.company_id.id,
            'kind': 'division',
            'leader_ids': [Command.set(self._leader_from(department).ids)],
            'active': department.active,
        }

    @api.model
    def _leader_from(self, department):
        """The manager of a department, if employed by its company: a leader must be."""
        # sudo: HR staff may see no employee of another company.
        manager = department.sudo().manager_id
        return manager.filtered(lambda employee: employee.company_id == department.company_id)

    @api.model
    def _follow(self, departments, vals, managers):
        """Do to the units what was done to their departments.

        :param departments: hr.department recordset that was written, in companies that follow
        :param dict vals: what was written on all of them
        :param dict managers: {department: manager before}; empty when the manager was not written
        """
        # sudo: see _create_for.
        units = self.sudo().with_context(active_test=False)
        units = units.search([('department_id', 'in', departments.ids)])
        mirrored = {name: vals[name] for name in ('name', 'active') if name in vals}
        if mirrored:
            units.write(mirrored)
        if not vals.keys().isdisjoint({'active', 'parent_id'}):
            self._nest(departments.company_id)
        units._replace_leaders(managers)

    def _replace_leaders(self, managers):
        """A new manager takes over the unit from the one before; other leaders stay.

        Whoever leads a unit reads its dossiers: a former manager must not go on doing so.
        """
        changes = defaultdict(self.browse)
        for unit in self:
            former = managers.get(unit.department_id)
            if former is not None and (former in unit.leader_ids or not unit.leader_ids):
                changes[former, self._leader_from(unit.department_id)] |= unit
        for (former, manager), units in changes.items():
            leave = [Command.unlink(employee.id) for employee in former]
            units.write({'leader_ids': leave + [Command.link(employee.id) for employee in manager]})

    @api.model
    def _nest(self, companies):
        """Put each unit under the unit of the nearest department above its own."""
        # sudo: see _create_for.
        units = self.sudo().search(
            [('company_id', 'in', companies.ids), ('department_id', '!=', False)]
        )
        unit_of = {unit.department_id.id: unit for unit in units}
        parent_of = self._department_parents(companies)
        moved = defaultdict(units.browse)
        for department_id, unit in unit_of.items():
            above = headcount.nearest_participating(
                parent_of.get(department_id), parent_of, unit_of
            )
            superior = unit_of.get(above, self.browse())
            if unit.parent_id != superior:
                moved[superior.id] |= unit
        self._move(moved)

    @api.model
    def _move(self, moved):
        # Freed first: two units that change places would otherwise form a cycle on the way.
        # sudo: units follow the departments, whoever may change those.
        self.browse().sudo().union(*moved.values()).write({'parent_id': False})
        for superior_id, units in moved.items():
            if superior_id:
                units.write({'parent_id': superior_id})
