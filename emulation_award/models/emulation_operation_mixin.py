from odoo import api, models
from odoo.exceptions import UserError


class EmulationOperationMixin(models.AbstractModel):
    """Fields that only an operation may write, never a form, an import, a copy or an RPC call.

    An operation checks, writes, journals and notifies; it writes as superuser after having
    checked the real user. No remote caller can reach superuser mode, so that mode is the gate.
    """

    _name = 'emulation.operation.mixin'
    _description = 'Fields written by operations only'

    _operation_fields = frozenset()
    #: Fields a caller's context may give a default for; None: all but operation fields. A model
    #: where names or the company could be forged as well says which it takes.
    _default_fields = None

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._refuse_operation_fields(vals)
        return super(EmulationOperationMixin, self._without_forged_defaults()).create(vals_list)

    def write(self, vals):
        self._refuse_operation_fields(vals)
        return super().write(vals)

    @api.model
    def _without_forged_defaults(self):
        """Drop `default_state` and the like from the context: a caller controls the context."""
        forged = {key for key in self.env.context if self._is_forged_default(key)}
        if self.env.su or not forged:
            return self
        kept = {key: value for key, value in self.env.context.items() if key not in forged}
        return self.with_env(self.env(context=kept))

    @api.model
    def _is_forged_default(self, key):
        if not key.startswith('default_'):
            return False
        name = key.removeprefix('default_')
        if self._default_fields is None:
            return name in self._operation_fields
        return name not in self._default_fields

    @api.model
    def _refuse_operation_fields(self, vals):
        if self.env.su:
            return
        refused = sorted(self._operation_fields.intersection(vals))
        if refused:
            labels = ', '.join(self._fields[name]._description_string(self.env) for name in refused)
            raise UserError(
                self.env._(
                    '%(fields)s cannot be written directly: use the buttons of the form, '
                    'which check the rules and keep the record of who did what.',
                    fields=labels,
                )
            )
