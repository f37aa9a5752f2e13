from odoo import api, fields, models

from ..models.emulation_phase import WORDINGS


class EmulationExtensionGrant(models.TransientModel):
    """For whom, until when and why a deadline is extended."""

    _name = 'emulation.extension.grant'
    _description = 'Extend a deadline'

    campaign_id = fields.Many2one('emulation.campaign', required=True, ondelete='cascade')
    phase_id = fields.Many2one(
        'emulation.phase',
        required=True,
        ondelete='cascade',
        domain="[('campaign_id', '=', campaign_id)]",
    )
    campaign_unit_ids = fields.Many2many(
        'emulation.campaign.unit',
        string='Units',
        domain="[('campaign_id', '=', campaign_id)]",
        help='Empty: for every unit.',
    )
    current_text = fields.Char('Deadline now', compute='_compute_current_text')
    date_deadline = fields.Date('New deadline', required=True)
    deadline_wording = fields.Selection(WORDINGS, required=True, default='no_later_than')
    reason = fields.Text(required=True)

    @api.depends('phase_id', 'campaign_unit_ids')
    def _compute_current_text(self):
        for wizard in self:
            phase, units = wizard.phase_id, wizard.campaign_unit_ids
            one = units if len(units) == 1 else units.browse()
            wizard.current_text = phase and phase._end_text(phase._effective_deadline(one))

    def action_confirm(self):
        """Grant the extension."""
        self.ensure_one()
        self.phase_id._grant_extension(
            self.date_deadline, self.deadline_wording, self.reason, self.campaign_unit_ids
        )
        return {'type': 'ir.actions.act_window_close'}
