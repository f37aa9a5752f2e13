from odoo import fields, models


class EmulationAmendmentLine(models.Model):
    """One changed value of an amendment, old beside new."""

    _name = 'emulation.amendment.line'
    _description = 'Amended value'
    _order = 'amendment_id, id'
    _rec_name = 'rule'

    amendment_id = fields.Many2one(
        'emulation.amendment', required=True, readonly=True, index=True, ondelete='cascade'
    )
    campaign_id = fields.Many2one(related='amendment_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    res_model = fields.Char('Model', readonly=True)
    res_id = fields.Integer('Record', readonly=True)
    rule = fields.Char(readonly=True)
    field_name = fields.Char('Technical field', readonly=True)
    field_label = fields.Char('Field', compute='_compute_field_label')
    old_value = fields.Text('Before', readonly=True)
    new_value = fields.Text('After', readonly=True)

    def _compute_field_label(self):
        """In the reader's language; the technical name where a later version dropped the field."""
        for line in self:
            model = self.env.get(line.res_model, self.browse())
            field = model._fields.get(line.field_name)
            line.field_label = field._description_string(self.env) if field else line.field_name

    def _as_payload(self):
        """The line as the journal keeps it."""
        self.ensure_one()
        return {
            'model': self.res_model,
            'id': self.res_id,
            'rule': self.rule,
            'field': self.field_name or '',
            'old': self.old_value or '',
            'new': self.new_value or '',
        }

    def _as_text(self):
        """The change as a sentence for those it concerns."""
        self.ensure_one()
        name = ' – '.join(filter(None, (self.rule, self.field_label)))
        return f'{name}: {self.old_value or "–"} → {self.new_value or "–"}'
