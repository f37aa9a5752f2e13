from odoo import fields, models

from ..domain.completeness import Criterion
from ..domain.editing import Part


class EmulationCriterionAssessment(models.Model):
    """Whether the nominee meets one criterion, and what shows it."""

    _name = 'emulation.criterion.assessment'
    _description = 'Criterion assessment'
    _inherit = ['emulation.dossier.part']
    _order = 'nomination_id, sequence, id'
    _rec_name = 'criterion_id'
    _content_fields = frozenset({'verdict', 'evidence_text', 'evidence_ids'})
    _part = Part.ASSESSMENT

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(
        related='nomination_id.company_id', store=True, precompute=True, index=True
    )
    criterion_id = fields.Many2one(
        'emulation.criterion', required=True, index=True, ondelete='restrict'
    )
    sequence = fields.Integer(related='criterion_id.sequence', store=True, precompute=True)
    body = fields.Text(related='criterion_id.body')
    mandatory = fields.Boolean(related='criterion_id.mandatory')
    evidence = fields.Selection(related='criterion_id.evidence', string='Evidence asked for')
    verdict = fields.Selection([('met', 'Met'), ('not_met', 'Not met')])
    evidence_text = fields.Text('What shows it')
    evidence_ids = fields.One2many('emulation.evidence', 'assessment_id', 'Files')
    is_sent_back = fields.Boolean(related='nomination_id.is_sent_back')

    _criterion_uniq = models.Constraint(
        'UNIQUE (nomination_id, criterion_id)', 'A criterion is assessed once per nomination.'
    )

    def _check_content(self, vals):
        super()._check_content(vals)
        # Completed is what shows it; by the verdict the council has gone.
        for line in self.filtered('is_sent_back') if 'verdict' in vals else ():
            line.nomination_id._check_editable(Part.VERDICT, line)

    def _criterion(self):
        """The criterion as it was judged, for the rules of completeness."""
        self.ensure_one()
        return Criterion(
            label=self.criterion_id.name,
            mandatory=self.mandatory,
            verdict=self.verdict or None,
            evidence_needed=self.evidence,
            has_text=bool((self.evidence_text or '').strip()),
            has_file=bool(self.evidence_ids),
        )
