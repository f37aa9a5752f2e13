from odoo import fields, models


class EmulationDecisionAnnul(models.TransientModel):
    """Say why an issued correction or revocation is annulled before it takes effect."""

    _name = 'emulation.decision.annul'
    _description = 'Annul a decision'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'decision_id'})

    decision_id = fields.Many2one('emulation.decision', required=True, ondelete='cascade')
    reason = fields.Text(required=True, help='Kept on the decision and in the journal.')

    def action_confirm(self):
        """Annul the decision; it keeps its number.

        :raises AccessError: the user is no manager
        :raises UserError: it is an award decision, or not issued, or in effect, or no reason
        """
        self.ensure_one()
        self.decision_id._annul(self.reason)
        return {'type': 'ir.actions.act_window_close'}
