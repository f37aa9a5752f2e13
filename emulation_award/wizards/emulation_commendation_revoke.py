from odoo import fields, models


class EmulationCommendationRevoke(models.TransientModel):
    """Revoke awards, naming the decision that does (hủy quyết định khen thưởng)."""

    _name = 'emulation.commendation.revoke'
    _description = 'Revoke awards'

    commendation_ids = fields.Many2many(
        'emulation.commendation',
        string='Awards',
        required=True,
        default=lambda self: self.env.context.get('active_ids'),
    )
    document = fields.Char('Revoking decision', required=True, help='Such as 45/QĐ-BQLKKTCK.')
    date = fields.Date('Dated', required=True, default=fields.Date.context_today)
    reason = fields.Text(required=True)

    def action_confirm(self):
        """Revoke the chosen awards."""
        self.ensure_one()
        self.commendation_ids._check_revoked_by_hand()
        self.commendation_ids._revoke(self.document, self.date, self.reason)
        return {'type': 'ir.actions.act_window_close'}
