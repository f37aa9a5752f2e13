from odoo import api, models
from odoo.exceptions import AccessError


class EmulationCastMixin(models.AbstractModel):
    """What a member cast (phiếu đã bỏ): casting alone writes it, in SQL, and it stays."""

    _name = 'emulation.cast.mixin'
    _description = 'Cast and never changed'

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse()
        return super().create(vals_list)

    def write(self, vals):
        self._refuse()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        self._refuse()

    @api.model
    def _refuse(self):
        """Refuse everybody, superuser mode included."""
        raise AccessError(self._refusal())

    @api.model
    def _refusal(self):
        """What is said to whoever tries."""
        raise NotImplementedError
