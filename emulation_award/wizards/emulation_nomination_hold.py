from odoo import fields, models

from ..models.emulation_nomination import HOLD_KINDS


class EmulationNominationHold(models.TransientModel):
    """Put nominations on hold while a case is pending (tạm dừng xét khen thưởng)."""

    _name = 'emulation.nomination.hold'
    _description = 'Put nominations on hold'

    nomination_ids = fields.Many2many('emulation.nomination', readonly=True)
    kind = fields.Selection(HOLD_KINDS, 'What is pending', required=True)
    reason = fields.Text(required=True, help='Read by the Office and the inspection only.')
    document = fields.Char(help='Number and date of the document that opens the case.')

    def action_confirm(self):
        """Put the nominations on hold.

        :raises UserError: a state does not allow it
        """
        self.ensure_one()
        self.nomination_ids._hold(self.kind, self.reason, self.document or '')
        return {'type': 'ir.actions.act_window_close'}
