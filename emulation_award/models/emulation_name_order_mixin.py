from odoo import api, models
from odoo.fields import Domain

from ..domain.vietnamese import nfc


class EmulationNameOrderMixin(models.AbstractModel):
    """Sort by a Vietnamese name as Vietnamese lists do, and find it however it was typed.

    By given name, in Vietnamese order: a column that shows a name sorts by its stored key, so that
    a click on its heading and every default order agree, whatever the collation of the database.
    """

    _name = 'emulation.name.order.mixin'
    _description = 'Names sorted in Vietnamese order'

    # {field that shows a name: field that stores its key (domain.vietnamese.sort_key)}
    _name_order = {}

    @api.model
    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        field_name = self._name_order.get(field_name, field_name)
        return super()._order_field_to_sql(alias, field_name, direction, nulls, query)

    @api.model
    def _search(self, domain, *args, **kwargs):
        # Names are stored in NFC; some keyboards and files give letters and marks apart.
        composed = Domain(domain).map_conditions(_composed)
        return super()._search(composed, *args, **kwargs)


def _composed(condition):
    """A condition on a text that holds for its composed letters as well."""
    value = condition.value
    if not isinstance(value, str) or nfc(value) == value:
        return condition
    either = Domain(condition.field_expr, condition.operator, nfc(value))
    is_negative = condition.operator in Domain.NEGATIVE_OPERATORS
    return condition & either if is_negative else condition | either
