from odoo import api, fields, models


class EmulationConflictSet(models.TransientModel):
    """Declare an own conflict of interest, or set or pin one as the chair."""

    _name = 'emulation.conflict.set'
    _description = 'Conflict of interest to enter'

    session_id = fields.Many2one(
        'emulation.session', required=True, readonly=True, ondelete='cascade'
    )
    allowed_nomination_ids = fields.Many2many(related='session_id.item_nomination_ids')
    allowed_member_ids = fields.Many2many(related='session_id.called_member_ids')
    nomination_id = fields.Many2one(
        'emulation.nomination', domain="[('id', 'in', allowed_nomination_ids)]", required=True
    )
    is_own = fields.Boolean(readonly=True)
    member_id = fields.Many2one(
        'emulation.council.member',
        domain="[('id', 'in', allowed_member_ids)]",
        help='Empty when you declare your own.',
    )
    is_excluded = fields.Boolean(
        'Excluded from the item', default=True, help='Off: pinned as no conflict.'
    )
    reason = fields.Text(required=True)

    @api.onchange('is_own')
    def _onchange_is_own(self):
        if self.is_own:
            self.member_id = self.session_id._own_member()

    def action_enter(self):
        """Enter it; the session checks who may enter what for whom."""
        self.ensure_one()
        session, nomination = self.session_id, self.nomination_id
        if self.is_own:
            session.declare_conflict(nomination.id, self.reason)
        else:
            session.set_conflict(self.member_id.id, nomination.id, self.reason, self.is_excluded)
        return {'type': 'ir.actions.act_window_close'}
