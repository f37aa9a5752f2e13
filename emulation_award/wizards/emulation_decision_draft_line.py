from odoo import fields, models


class EmulationDecisionDraftLine(models.TransientModel):
    """A nomination that may be named in a decision to be drafted."""

    _name = 'emulation.decision.draft.line'
    _description = 'Nomination for a decision'
    _inherit = ['emulation.nomination.pointer']

    wizard_id = fields.Many2one(
        'emulation.decision.draft', required=True, readonly=True, index=True, ondelete='cascade'
    )
    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, readonly=True, ondelete='cascade'
    )
    campaign_award_id = fields.Many2one(related='nomination_id.campaign_award_id')
    nominee_name = fields.Char(related='nomination_id.nominee_name')
    nominee_kind = fields.Selection(related='nomination_id.nominee_kind')
    state = fields.Selection(related='nomination_id.state')
    is_selected = fields.Boolean(default=True)
    refusal = fields.Text('Left out because', readonly=True)
