from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import vietnamese
from .emulation_phase import WORDINGS


class EmulationExtension(models.Model):
    """A later deadline granted to a phase or to one unit (gia hạn): by whom and why, for good."""

    _name = 'emulation.extension'
    _description = 'Deadline extension'
    _inherit = ['emulation.operation.mixin']
    _order = 'id desc'
    _operation_fields = frozenset(
        {
            'phase_id',
            'campaign_unit_id',
            'date_deadline',
            'deadline_wording',
            'deadline_at',
            'old_deadline_at',
            'reason',
            'granted_by_id',
            'granted_at',
        }
    )

    phase_id = fields.Many2one(
        'emulation.phase', required=True, readonly=True, index=True, ondelete='restrict'
    )
    campaign_id = fields.Many2one(related='phase_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit',
        'Unit',
        readonly=True,
        index=True,
        ondelete='restrict',
        help='Empty: for every unit.',
    )
    date_deadline = fields.Date('New deadline', required=True, readonly=True)
    deadline_wording = fields.Selection(
        WORDINGS, required=True, readonly=True, default='no_later_than'
    )
    deadline_at = fields.Datetime('New deadline at', readonly=True)
    old_deadline_at = fields.Datetime('Old deadline', readonly=True)
    reason = fields.Text(required=True, readonly=True)
    granted_by_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')
    granted_at = fields.Datetime(readonly=True)

    # As people read it
    old_text = fields.Char('Until now', compute='_compute_texts')
    new_text = fields.Char('Extended to', compute='_compute_texts')

    @api.depends('campaign_unit_id', 'date_deadline', 'deadline_wording')
    def _compute_display_name(self):
        for extension in self:
            whom = extension.campaign_unit_id.display_name or self.env._('all units')
            extension.display_name = f'{whom}: {extension.new_text}'

    @api.depends('old_deadline_at', 'date_deadline', 'deadline_wording')
    def _compute_texts(self):
        for extension in self:
            extension.old_text = extension.phase_id._end_text(extension.old_deadline_at)
            extension.new_text = vietnamese.deadline_text(
                extension.date_deadline, extension.deadline_wording
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        raise UserError(self.env._('An extension is part of the record and is never deleted.'))
