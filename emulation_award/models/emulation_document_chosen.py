from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

#: The largest number of a record.
LAST_ID = 2**31 - 1


class EmulationDocument(models.AbstractModel):
    """Which records a user asks documents of, where the numbers come from outside."""

    _inherit = 'emulation.document'

    @api.model
    def _chosen(self, document, numbers, most):
        """The records behind numbers that anybody may have written, each once, in order.

        :param document: :class:`~..reports.catalog.Document`
        :param numbers: whatever was sent; meant are numbers of records
        :param int most: of one order
        :raises UserError: there is none, or too many
        :raises AccessError: one is missing or may not be read; nobody learns which of the two
        """
        wanted = self._each_once(numbers)
        if not wanted:
            raise UserError(self.env._('Choose at least one record to print.'))
        if len(wanted) > most:
            raise UserError(
                self.env._(
                    '%(count)s are too many at once: at most %(most)s. Choose fewer, such as one '
                    'unit or one year at a time.',
                    count=len(wanted),
                    most=most,
                )
            )
        if all(map(_is_number, wanted)):
            records = self.env[document.model].browse(wanted)
            if len(self._readable_ids(records)) == len(wanted):
                return records
        raise AccessError(
            self.env._('Something you chose was deleted, or you may not read it. Choose again.')
        )

    @api.model
    def _each_once(self, numbers):
        """What was sent as a list, without what it repeats.

        :param numbers: anything that JSON holds
        """
        if not isinstance(numbers, list):
            return []
        plain = [one if isinstance(one, int | str) else str(one) for one in numbers]
        return list(dict.fromkeys(plain))

    @api.model
    def _readable_ids(self, records):
        """Numbers of those records that exist and this user may read; one query, none is loaded.

        :return: set of int
        """
        if not records.browse().has_access('read'):
            return set()
        every = records.browse().with_context(active_test=False)
        return set(every._search(Domain('id', 'in', records.ids)))


def _is_number(one):
    return type(one) is int and 0 < one <= LAST_ID
