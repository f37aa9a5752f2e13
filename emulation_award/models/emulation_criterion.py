from odoo import fields, models

from ..domain import plan_rules


class EmulationCriterion(models.Model):
    """A criterion (tiêu chuẩn) one or several awards of the campaign ask for."""

    _name = 'emulation.criterion'
    _description = 'Criterion'
    _inherit = ['emulation.frozen.mixin']
    _same_campaign_fields = ('award_ids', 'phase_ids')
    _order = 'campaign_id, subject, sequence, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    award_ids = fields.Many2many(
        'emulation.campaign.award',
        'emulation_criterion_award_rel',
        'criterion_id',
        'award_id',
        string='Awards',
    )
    sequence = fields.Integer(default=10)
    name = fields.Char('Short name', required=True)
    body = fields.Text('As the plan words it', required=True)
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives'), ('both', 'Both')],
        required=True,
        default='both',
    )
    mandatory = fields.Boolean(default=True)
    evidence = fields.Selection(
        [('none', 'None'), ('text', 'Text'), ('file', 'File')], required=True, default='text'
    )
    phase_ids = fields.Many2many(
        'emulation.phase', string='Phases', help='Empty: asked for in every phase.'
    )
    citation = fields.Char(help='Clause of the plan, quoted in refusals.')

    def _plan_criterion(self):
        """The criterion as the plan (domain/plan_rules.py) says it."""
        self.ensure_one()
        return plan_rules.Criterion(
            self.name,
            self.body,
            self.subject,
            is_mandatory=self.mandatory,
            needs_file=self.evidence == 'file',
            phases=tuple(self.phase_ids.mapped('name')),
        )

    def _asked_of(self, nomination):
        """Whether this criterion is asked of a nomination, by its nominee and phase."""
        self.ensure_one()
        in_phase = not self.phase_ids or nomination.phase_id in self.phase_ids
        return in_phase and self.subject in ('both', nomination.nominee_kind)
