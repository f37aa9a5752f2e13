from odoo import fields, models


class EmulationNomination(models.Model):
    """Freezing who the nominee is when the dossier is sent: printed from there, never from HR."""

    _inherit = 'emulation.nomination'

    def _take_snapshot(self):
        """Keep the particulars of the nominees as they are today."""
        # sudo: particulars HR keeps from unit leaders, which the report form asks for.
        for nomination in self.sudo():
            nomination._write_operation(nomination._snapshot())

    def _snapshot(self):
        self.ensure_one()
        who = self._staff_snapshot() if self.employee_id else self._other_snapshot()
        today = fields.Date.context_today(self.with_context(tz=self.campaign_id.tz))
        return {
            'snapshot_date': today,
            'snapshot_name': self.nominee_name,
            **who,
        }

    def _staff_snapshot(self):
        employee, version = self.employee_id, self.employee_id.current_version_id
        return {
            'snapshot_position': version.job_title or version.job_id.name,
            'snapshot_unit': version.department_id.name,
            'snapshot_birthday': employee.birthday,
            'snapshot_gender': version.sex,
            'snapshot_is_manager': self._is_manager(),
            'snapshot_category': version.emulation_category_id.name,
            'snapshot_head_count': 0,
            'snapshot_native_place': employee.emulation_native_place,
            'snapshot_address': self._residence(version),
            'snapshot_functions': False,
        }

    def _residence(self, version):
        parts = ('private_street', 'private_street2', 'private_city')
        lines = [version[part] for part in parts] + [version.private_state_id.name]
        return ', '.join(filter(None, lines))

    def _is_manager(self):
        """Leads a unit that is a department, the own department, or somebody."""
        employee = self.employee_id
        units = self.campaign_unit_id.unit_id.filtered('department_id')
        manages = employee.current_version_id.department_id.manager_id == employee
        return manages or employee in units.leader_ids or bool(employee.child_ids)

    def _other_snapshot(self):
        """A collective, or a person or organisation outside the staff."""
        unit, partner = self.unit_id, self.partner_id
        return {
            'snapshot_position': partner.function,
            'snapshot_unit': unit.parent_id.name or partner.parent_id.name,
            'snapshot_birthday': False,
            'snapshot_gender': False,
            'snapshot_is_manager': False,
            'snapshot_category': False,
            'snapshot_head_count': self._counted_heads(),
            'snapshot_native_place': False,
            'snapshot_address': unit.address or partner.contact_address_inline,
            'snapshot_functions': unit.functions,
        }

    def _counted_heads(self):
        """Head count of the collective where it takes part in the campaign itself."""
        own = self.campaign_id.unit_ids.filtered(lambda one: one.unit_id == self.unit_id)
        return sum(own.mapped('head_count'))

    def _snapshot_payload(self):
        """The particulars as the journal keeps them."""
        self.ensure_one()
        return {
            'name': self.snapshot_name,
            'position': self.snapshot_position or '',
            'unit': self.snapshot_unit or '',
            'birthday': fields.Date.to_string(self.snapshot_birthday) or '',
            'gender': self.snapshot_gender or '',
            'is_manager': self.snapshot_is_manager,
            'category': self.snapshot_category or '',
            'head_count': self.snapshot_head_count,
        }
