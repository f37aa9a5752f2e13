from odoo import api, fields, models


class EmulationVote(models.Model):
    """That a member has voted in a round; in a secret round nothing else is kept of it."""

    _name = 'emulation.vote'
    _description = 'Vote cast'
    _inherit = ['emulation.cast.mixin']
    _order = 'round_id, member_id'
    _rec_name = 'member_id'
    # No create_uid, create_date …: moments of voting would help to link ballots.
    _log_access = False

    round_id = fields.Many2one(
        'emulation.round', required=True, readonly=True, index=True, ondelete='cascade'
    )
    member_id = fields.Many2one(
        'emulation.council.member', required=True, readonly=True, index=True, ondelete='restrict'
    )

    _member_uniq = models.Constraint('UNIQUE (round_id, member_id)', 'A member votes once.')

    @api.model
    def _refusal(self):
        return self.env._('A vote is cast on the ballot sheet, and is never changed or deleted.')
