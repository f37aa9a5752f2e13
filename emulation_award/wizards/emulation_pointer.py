from odoo import api, models


class EmulationPointer(models.AbstractModel):
    """A wizard that points to records: only to those its user may read.

    A form shows the name of whatever a record points to, so the pointer itself is what has to be
    checked; not in a constraint, which the ORM runs as superuser.
    """

    _name = 'emulation.pointer'
    _description = 'Pointer to records'

    # Many2one fields of the wizard that are checked.
    _pointers = frozenset()

    @api.model
    def default_get(self, fields):
        found = super().default_get(fields)
        for name in self._pointers.intersection(found):
            self.env[self._fields[name].comodel_name].browse(found[name]).check_access('read')
        return found

    @api.model_create_multi
    def create(self, vals_list):
        pointing = super().create(vals_list)
        pointing._check_pointers()
        return pointing

    def write(self, vals):
        result = super().write(vals)
        self._check_pointers()
        return result

    def _check_pointers(self):
        for name in self._pointers:
            self.mapped(name).check_access('read')
