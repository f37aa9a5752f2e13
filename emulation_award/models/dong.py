from odoo import fields

from ..domain.decision_change import too_large_finding
from ..domain.prize import MOST


class Dong(fields.Integer):
    """An amount of đồng that people type: one its column cannot hold is refused in words."""

    def convert_to_column(self, value, record, values=None, validate=True):
        amount = super().convert_to_column(value, record, values, validate)
        return _checked(amount, record) if validate else amount

    def convert_to_cache(self, value, record, validate=True):
        amount = super().convert_to_cache(value, record, validate)
        # Of no record it is an amount somebody searches for.
        return _checked(amount, record) if validate and record else amount


def _checked(amount, record):
    if amount and abs(amount) > MOST:
        record.env['emulation.refusal']._raise_if([too_large_finding(MOST)])
    return amount
