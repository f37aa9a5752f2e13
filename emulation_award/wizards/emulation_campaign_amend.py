from odoo import fields, models


class EmulationCampaignAmend(models.TransientModel):
    """Why the rules of a launched campaign are opened for change."""

    _name = 'emulation.campaign.amend'
    _description = 'Amend a campaign'

    campaign_id = fields.Many2one('emulation.campaign', required=True, ondelete='cascade')
    reason = fields.Text(required=True)
    document = fields.Char('Amending document', help='Number and date of the document, if any.')

    def action_confirm(self):
        """Start the amendment."""
        self.ensure_one()
        self.campaign_id._start_amendment(self.reason, self.document or '')
        return {'type': 'ir.actions.act_window_close'}
