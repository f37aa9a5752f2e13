from odoo import fields, models


class EmulationNominationWithdraw(models.TransientModel):
    """Withdraw nominations, with the reason (rút đề nghị)."""

    _name = 'emulation.nomination.withdraw'
    _description = 'Withdraw nominations'

    nomination_ids = fields.Many2many('emulation.nomination', readonly=True)
    reason = fields.Text(required=True)

    def action_confirm(self):
        """Withdraw the nominations.

        :raises UserError: a state does not allow it
        """
        self.ensure_one()
        self.nomination_ids._withdraw(self.reason)
        return {'type': 'ir.actions.act_window_close'}
