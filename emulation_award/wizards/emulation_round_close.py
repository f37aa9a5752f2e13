from odoo import api, fields, models


class EmulationRoundClose(models.TransientModel):
    """Close a round, knowing who has not voted yet."""

    _name = 'emulation.round.close'
    _description = 'Close a round'

    round_id = fields.Many2one('emulation.round', required=True, readonly=True, ondelete='cascade')
    is_electronic = fields.Boolean(compute='_compute_progress')
    entitled = fields.Integer('Entitled to vote', compute='_compute_progress')
    voted = fields.Integer('Have voted', compute='_compute_progress')
    missing = fields.Integer('Have not voted', compute='_compute_progress')
    missing_names = fields.Text('Not voted', compute='_compute_progress')

    @api.depends('round_id')
    def _compute_progress(self):
        for wizard in self:
            found = wizard.round_id.progress()
            wizard.is_electronic = wizard.round_id.mode in ('secret', 'open')
            wizard.entitled, wizard.voted = found['entitled'], found['voted']
            wizard.missing = len(found['missing'])
            wizard.missing_names = '\n'.join(found['missing'])

    def action_close(self):
        """Close; refused when somebody has not voted.

        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: the round is not open, or some have not voted
        """
        self.ensure_one()
        self.round_id.action_close()
        return {'type': 'ir.actions.act_window_close'}

    def action_close_without(self):
        """Close although some have not voted.

        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: the round is not open
        """
        self.ensure_one()
        self.round_id.action_close(without_missing=True)
        return {'type': 'ir.actions.act_window_close'}
