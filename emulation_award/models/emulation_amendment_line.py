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
    field_name = fields.Char('Field', readonly=True)
    old_value = fields.Text('Before', readonly=True)
    new_value = fields.Text('After', readonly=True)
