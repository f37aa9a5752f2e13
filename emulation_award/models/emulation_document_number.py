from odoo import api, fields, models

from ..domain.document_number import clean_number, number_key


class EmulationDocumentNumber(models.AbstractModel):
    """A record with the number of a document (số, ký hiệu): one form of it, compared as printed."""

    _name = 'emulation.document.number'
    _description = 'Numbered document'

    number = fields.Char()
    number_key = fields.Char(compute='_compute_number_key', store=True)

    @api.depends('number')
    def _compute_number_key(self):
        for document in self:
            document.number_key = number_key(document.number or '') or False

    @api.onchange('number')
    def _onchange_number(self):
        """Add the symbol to an ordinal that was typed alone."""
        ordinal = clean_number(self.number or '')
        if ordinal.isdecimal():
            self.number = self._number_like(ordinal) or ordinal

    def _number_like(self, ordinal):
        """The whole number of this document with this ordinal, '' while its symbol is unknown."""
        return ''

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_clean_number(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_clean_number(vals))

    @api.model
    def _with_clean_number(self, vals):
        if not isinstance(vals.get('number'), str):
            return vals
        return {**vals, 'number': clean_number(vals['number']) or False}
