from odoo import api, fields, models
from odoo.exceptions import AccessError


class EmulationEntitlement(models.Model):
    """Who may vote in a round, fixed when it opens."""

    _name = 'emulation.entitlement'
    _description = 'Entitled voter'
    _order = 'round_id, member_id'
    _rec_name = 'member_id'

    round_id = fields.Many2one(
        'emulation.round', required=True, readonly=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='round_id.company_id', store=True, index=True)
    member_id = fields.Many2one(
        'emulation.council.member', required=True, readonly=True, index=True, ondelete='restrict'
    )
    user_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')
    is_written = fields.Boolean('By written opinion', readonly=True)

    _member_uniq = models.Constraint(
        'UNIQUE (round_id, member_id)', 'A member is entitled once in a round.'
    )

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse_direct()
        return super().create(vals_list)

    def write(self, vals):
        self._refuse_direct()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        raise self._refusal()

    @api.model
    def _refuse_direct(self):
        if not self.env.su:
            raise self._refusal()

    @api.model
    def _refusal(self):
        return AccessError(self.env._('Who may vote is fixed when a round opens, and stays so.'))
