from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.emulation_decision import GROUNDS


class EmulationDecisionChange(models.TransientModel):
    """Draft the decision that corrects or revokes lines of another (đính chính, hủy bỏ)."""

    _name = 'emulation.decision.change'
    _description = 'Correct or revoke a decision'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'original_id'})

    kind = fields.Selection(
        [('correction', 'Correcting decision'), ('revocation', 'Revoking decision')], required=True
    )
    original_id = fields.Many2one(
        'emulation.decision', 'Decision', required=True, ondelete='cascade'
    )
    is_whole = fields.Boolean('The whole decision', help='All lines that are not revoked already.')
    line_ids = fields.Many2many(
        'emulation.decision.line',
        'emulation_decision_change_line_rel',
        string='Lines',
        domain="[('decision_id', '=', original_id), ('state', '!=', 'revoked')]",
    )
    ground = fields.Selection(GROUNDS, help='Law 06/2022/QH15, Art. 93(2).')
    reason = fields.Text(required=True, help='As the decision words it.')

    @api.onchange('kind')
    def _onchange_kind(self):
        if self.kind == 'correction':
            self.ground = False

    def action_confirm(self):
        """Draft the decision and open it; a manager issues it.

        :raises AccessError: the user is of no Office
        :raises UserError: no line is chosen, or a line is of another decision or revoked
        """
        self.ensure_one()
        original = self.original_id
        original._check_office()
        lines = original._living_lines() if self.is_whole else self.line_ids
        if not lines or lines.decision_id != original or 'revoked' in lines.mapped('state'):
            raise UserError(
                self.env._(
                    'Choose lines of %(decision)s that are not revoked.',
                    decision=original.display_name,
                )
            )
        ground = self.ground if self.kind == 'revocation' else ''
        draft = original._draft_change(self.kind, lines, ground, self.reason)
        return draft._action_show()
