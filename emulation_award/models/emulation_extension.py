from odoo import fields, models

from .emulation_phase import WORDINGS


class EmulationExtension(models.Model):
    """A later deadline granted to a phase or to one unit (gia hạn): by whom and why, for good."""

    _name = 'emulation.extension'
    _description = 'Deadline extension'
    _inherit = ['emulation.operation.mixin']
    _order = 'create_date desc, id desc'
    _operation_fields = frozenset({'old_deadline_at', 'granted_by_id', 'granted_at', 'deadline_at'})

    phase_id = fields.Many2one('emulation.phase', required=True, index=True, ondelete='restrict')
    campaign_id = fields.Many2one(related='phase_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit',
        'Unit',
        index=True,
        ondelete='restrict',
        help='Empty: for every unit.',
    )
    date_deadline = fields.Date('New deadline', required=True)
    deadline_wording = fields.Selection(WORDINGS, required=True, default='no_later_than')
    deadline_at = fields.Datetime('New deadline at', readonly=True)
    old_deadline_at = fields.Datetime('Old deadline', readonly=True)
    reason = fields.Text(required=True)
    granted_by_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')
    granted_at = fields.Datetime(readonly=True)
