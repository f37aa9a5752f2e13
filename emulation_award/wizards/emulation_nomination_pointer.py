from odoo import api, models


class EmulationNominationPointer(models.AbstractModel):
    """A wizard's record that shows who a nomination names: only what its user may read.

    Its related fields are read as superuser, so the pointer itself is what has to be checked; not
    in a constraint, which the ORM runs as superuser too.
    """

    _name = 'emulation.nomination.pointer'
    _description = 'Pointer to a nomination'

    @api.model_create_multi
    def create(self, vals_list):
        pointers = super().create(vals_list)
        pointers.nomination_id.check_access('read')
        return pointers

    def write(self, vals):
        result = super().write(vals)
        self.nomination_id.check_access('read')
        return result
