from odoo import fields, models

PRECISIONS = [('day', 'Day'), ('month', 'Month')]
WORDINGS = [('before', 'Before (trước)'), ('no_later_than', 'No later than (chậm nhất)')]


class EmulationPhase(models.Model):
    """A phase of the campaign (đợt): its period, and the window for sending dossiers."""

    _name = 'emulation.phase'
    _description = 'Campaign phase'
    _inherit = ['emulation.frozen.mixin', 'mail.thread']
    _order = 'campaign_id, date_start, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_state = fields.Selection(related='campaign_id.state', string='Campaign status')
    name = fields.Char(required=True)
    date_start = fields.Date('From', required=True, help="May precede the plan's own date.")
    start_precision = fields.Selection(PRECISIONS, required=True, default='day')
    date_end = fields.Date('Until', help='Last day; empty while not yet known.')
    end_precision = fields.Selection(PRECISIONS, required=True, default='day')
    occasion = fields.Char(help='What the phase is timed by, such as a congress.')
    date_open = fields.Date('Dossiers from', help='Empty: as soon as the phase begins.')
    date_deadline = fields.Date('Deadline', required=True)
    deadline_wording = fields.Selection(WORDINGS, required=True, default='no_later_than')
    results_as_of = fields.Date(help='Day up to which results count in this phase.')
    # Instants, in UTC; the deadline is exclusive: at this very instant it is too late.
    open_at = fields.Datetime(compute='_compute_window', store=True)
    deadline_at = fields.Datetime(compute='_compute_window', store=True, index=True)
    extension_ids = fields.One2many('emulation.extension', 'phase_id')
    review_ids = fields.One2many('emulation.unit.review', 'phase_id')
    nomination_ids = fields.One2many('emulation.nomination', 'phase_id')

    def _compute_window(self):
        """Filled by the deadline rules (domain/windows.py)."""
        for phase in self:
            phase.open_at = phase.deadline_at = False
