from odoo import api, fields, models
from odoo.exceptions import AccessError


class EmulationVote(models.Model):
    """That a member has voted in a round; in a secret round nothing else is kept of it."""

    _name = 'emulation.vote'
    _description = 'Vote cast'
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

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse()
        return super().create(vals_list)

    def write(self, vals):
        self._refuse()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        self._refuse()

    @api.model
    def _refuse(self):
        """Refuse everybody, superuser mode included: only casting writes here, in SQL."""
        raise AccessError(
            self.env._('A vote is cast on the ballot sheet, and is never changed or deleted.')
        )
