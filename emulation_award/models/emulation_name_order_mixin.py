from odoo import api, models


class EmulationNameOrderMixin(models.AbstractModel):
    """Sort by a Vietnamese name as Vietnamese lists do: by given name, in Vietnamese order.

    A column that shows a name sorts by its stored key, so that a click on its heading and every
    default order agree, whatever the collation of the database.
    """

    _name = 'emulation.name.order.mixin'
    _description = 'Names sorted in Vietnamese order'

    # {field that shows a name: field that stores its key (domain.vietnamese.sort_key)}
    _name_order = {}

    @api.model
    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        field_name = self._name_order.get(field_name, field_name)
        return super()._order_field_to_sql(alias, field_name, direction, nulls, query)
