from odoo import fields, models


class EmulationNominationRelease(models.TransientModel):
    """Release nominations from a hold, naming the document that ends the case."""

    _name = 'emulation.nomination.release'
    _description = 'Release nominations'

    nomination_ids = fields.Many2many('emulation.nomination', readonly=True)
    reason = fields.Text('How the case ended', required=True)
    document = fields.Char(
        required=True, help='Number and date of the document that ends the case without blame.'
    )

    def action_confirm(self):
        """Let the nominations go on from where they stood.

        :raises UserError: a state does not allow it
        """
        self.ensure_one()
        self.nomination_ids._release(self.reason, self.document)
        return {'type': 'ir.actions.act_window_close'}
