from odoo import fields, models


class EmulationCommendationRecover(models.TransientModel):
    """Record that the prize money of revoked awards came back (thu hồi tiền thưởng)."""

    _name = 'emulation.commendation.recover'
    _description = 'Return of prize money'

    commendation_ids = fields.Many2many(
        'emulation.commendation',
        string='Awards',
        required=True,
        default=lambda self: self.env.context.get('active_ids'),
    )
    document = fields.Char('Receipt', required=True, help='Such as Phiếu thu 15/PT.')
    date = fields.Date('Returned on', required=True, default=fields.Date.context_today)

    def action_confirm(self):
        """Record the return for the chosen awards."""
        self.ensure_one()
        self.commendation_ids._record_recovery(self.document, self.date)
        return {'type': 'ir.actions.act_window_close'}
