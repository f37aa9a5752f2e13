from odoo import fields


class BigInteger(fields.Integer):
    """A whole number beyond 2,147,483,647: a sum of đồng. Read by RPC as a float above that."""

    _column_type = ('int8', 'int8')
