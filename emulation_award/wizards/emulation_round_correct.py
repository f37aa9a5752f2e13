from odoo import fields, models
from odoo.exceptions import UserError


class EmulationRoundCorrect(models.TransientModel):
    """Put a mistake right by a new round, with the reason for it."""

    _name = 'emulation.round.correct'
    _description = 'Correct a round'

    round_id = fields.Many2one('emulation.round', required=True, readonly=True, ondelete='cascade')
    reason = fields.Text(required=True)

    def action_correct(self):
        """Make the new round and show it.

        :return: an action
        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: no reason, or the round cannot be corrected
        """
        self.ensure_one()
        if not self.reason.strip():
            raise UserError(self.env._('Say what was wrong.'))
        child = self.round_id._correct(self.reason.strip())
        return child.sudo(False).action_show()
