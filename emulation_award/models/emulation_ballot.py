from odoo import api, fields, models

from .emulation_written_opinion import CHOICES


class EmulationBallot(models.Model):
    """One choice for one candidate. In a secret round nothing links it to a member."""

    _name = 'emulation.ballot'
    _description = 'Ballot'
    _inherit = ['emulation.cast.mixin']
    _order = 'candidate_id, id'
    _log_access = False

    candidate_id = fields.Many2one(
        'emulation.candidate', required=True, readonly=True, index=True, ondelete='cascade'
    )
    choice = fields.Selection(CHOICES, required=True, readonly=True)
    # Only in an open round.
    member_id = fields.Many2one(
        'emulation.council.member', readonly=True, index='btree_not_null', ondelete='restrict'
    )

    @api.model
    def _refusal(self):
        return self.env._('A ballot is cast on the ballot sheet, and is never changed or deleted.')
