from odoo import api, fields, models


class EmulationRoundChoose(models.TransientModel):
    """The chair's deciding vote among those tied at the last seat."""

    _name = 'emulation.round.choose'
    _description = "Chair's vote on a tie"

    round_id = fields.Many2one('emulation.round', required=True, readonly=True, ondelete='cascade')
    tied_ids = fields.Many2many('emulation.candidate', compute='_compute_tied')
    seats_left = fields.Integer(compute='_compute_tied')
    chosen_ids = fields.Many2many(
        'emulation.candidate',
        'emulation_round_choose_candidate_rel',
        'wizard_id',
        'candidate_id',
        domain="[('id', 'in', tied_ids)]",
        required=True,
    )
    reason = fields.Text(required=True)

    @api.depends('round_id')
    def _compute_tied(self):
        for wizard in self:
            wizard.tied_ids = wizard.round_id._tied()
            # sudo: how many seats are left follows from all candidates, recused from or not.
            wizard.seats_left = wizard.round_id.sudo()._line().seats_left

    def action_choose(self):
        """Let it decide; the round checks who may, and how many.

        :raises AccessError: the user is not the chair of the day
        :raises UserError: nothing is tied, or not as many are chosen as there are seats
        """
        self.ensure_one()
        self.round_id._choose(self.chosen_ids, self.reason)
        return {'type': 'ir.actions.act_window_close'}
