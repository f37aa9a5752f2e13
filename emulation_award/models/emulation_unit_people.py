from odoo import api, fields, models

from ..domain import headcount, vietnamese


class EmulationUnit(models.Model):
    """Whom a unit counts: each employee in exactly one of the units that take part."""

    _inherit = 'emulation.unit'

    @api.model
    def _employees_by_unit(self, units, day=None):
        """Return the people each of the units counts, in Vietnamese order of names.

        A unit made from a department counts the active employees whose nearest department among
        the units is its own, so that nobody counts in two of them. A unit with a list of its own
        (party cell, union) counts the active people on the list, wherever they work.

        :param units: the units that take part
        :param date day: the day whose departments count; today when None
        :return: dict unit -> hr.employee recordset, one entry per unit
        """
        from_department = units.filtered('department_id')
        people = {unit: [] for unit in units}
        for employee_id, unit in self._allocated(from_department, day).items():
            people[unit].append(employee_id)
        # sudo: who works where is counted whole, whoever asks; names only serve to sort.
        for unit in (units - from_department).sudo():
            people[unit] = unit.member_ids.filtered('active').ids
        return self._in_name_order(people)

    def _current_employees(self):
        """Return today's people of each unit as if every active unit of its company took part."""
        others = self.search(
            [('company_id', 'in', self.company_id.ids), ('department_id', '!=', False)]
        )
        return self._employees_by_unit(self | others)

    def _unit_of_department(self, departments):
        """{department id: unit} for departments that lie in one of these units; nearest unit."""
        unit_of = {unit.department_id.id: unit for unit in self}
        parent_of = self._department_parents(departments.company_id)
        nearest = {
            department.id: headcount.nearest_participating(department.id, parent_of, unit_of)
            for department in departments
        }
        return {
            department: unit_of[above] for department, above in nearest.items() if above is not None
        }

    @api.model
    def _allocated(self, units, day):
        """{employee id: unit} over units made from departments."""
        if not units:
            return {}
        unit_of = {unit.department_id.id: unit for unit in units}
        departments_of = self._departments_on(units.company_id, day or fields.Date.today())
        parent_of = self._department_parents(units.company_id)
        allocated = headcount.allocate(departments_of, parent_of, unit_of)
        return {employee: unit_of[department] for employee, department in allocated.items()}

    @api.model
    def _departments_on(self, companies, day):
        """{employee id: department id} by the version of each employee in force on a day.

        Someone whose first version is later than the day counts where it places him, as HR does.
        """
        # sudo: whole staff of the companies; nothing but the place of work is read.
        versions = (
            self.env['hr.version']
            .sudo()
            .search_fetch(
                [
                    ('employee_id.active', '=', True),
                    ('employee_id.company_id', 'in', companies.ids),
                ],
                ['employee_id', 'department_id', 'date_version'],
                order='date_version',
            )
        )
        placed = {}
        for version in versions:
            if version.employee_id.id not in placed or version.date_version <= day:
                placed[version.employee_id.id] = version.department_id.id or None
        return placed

    @api.model
    def _department_parents(self, companies):
        """{department id: id of the department above, or None}, archived ones included."""
        # sudo: the tree is needed whole, also where a department is not shown to the user.
        departments = (
            self.env['hr.department']
            .sudo()
            .with_context(active_test=False)
            .search_fetch([('company_id', 'in', [*companies.ids, False])], ['parent_id'])
        )
        return {department.id: department.parent_id.id or None for department in departments}

    @api.model
    def _in_name_order(self, people):
        """{unit: employee ids} as recordsets, each in Vietnamese order of names."""
        # sudo: see _employees_by_unit.
        everybody = (
            self.env['hr.employee'].sudo().browse({i for ids in people.values() for i in ids})
        )
        key_of = {employee.id: vietnamese.sort_key(employee.name or '') for employee in everybody}
        return {
            unit: self.env['hr.employee'].browse(sorted(ids, key=lambda i: (key_of[i], i)))
            for unit, ids in people.items()
        }
