from odoo import api, fields, models
from odoo.tools import format_date


class EmulationCommendationImportLine(models.TransientModel):
    """What an import would do with one row of the list."""

    _name = 'emulation.commendation.import.line'
    _description = 'Row of an import of past awards'
    _order = 'wizard_id, number'

    wizard_id = fields.Many2one(
        'emulation.commendation.import', required=True, index=True, ondelete='cascade'
    )
    number = fields.Integer('Row', readonly=True, aggregator=None)
    name = fields.Char('Holder', readonly=True)
    award = fields.Char(readonly=True)
    decision = fields.Char(readonly=True)
    verdict = fields.Selection(
        [
            ('good', 'Will be entered'),
            ('duplicate', 'In the registry already'),
            ('bad', 'Cannot be entered'),
            ('skipped', 'No award'),
        ],
        readonly=True,
    )
    message = fields.Text('Why', readonly=True)
    candidate_ids = fields.Many2many(
        'hr.employee', 'emulation_import_line_candidate_rel', readonly=True
    )
    employee_id = fields.Many2one(
        'hr.employee',
        'Chosen',
        domain="[('id', 'in', candidate_ids)]",
        help='Which of several people of this name is meant; then check again.',
    )

    @api.model
    def _verdict_vals(self, verdicts):
        """Values of the lines that show verdicts (domain.registry_import.Verdict), in order."""
        kept = {line.number: line.employee_id.id for line in self if line.employee_id}
        return [self._vals_of(one, kept.get(one.number)) for one in verdicts]

    @api.model
    def _vals_of(self, verdict, chosen):
        award = verdict.award
        sentences = self.env['emulation.refusal']._sentences([*verdict.findings, *verdict.notes])
        people = [one.id for one in verdict.candidates if one.field == 'employee_id']
        return {
            'number': verdict.number,
            'name': verdict.name,
            'award': verdict.values.get('wording') or False,
            'decision': self._decision_text(award) if award else False,
            'verdict': self._word_of(verdict),
            'message': '\n'.join(sentences) or False,
            **({'candidate_ids': [(6, 0, people)]} if people else {}),
            **({'candidate_ids': [(6, 0, [chosen])], 'employee_id': chosen} if chosen else {}),
        }

    @api.model
    def _word_of(self, verdict):
        if verdict.skipped:
            return 'skipped'
        if verdict.findings:
            return 'bad'
        return 'duplicate' if verdict.is_duplicate else 'good'

    @api.model
    def _decision_text(self, award):
        day = format_date(self.env, award.day) if award.day else str(award.year or '')
        return ', '.join(filter(None, (award.number, day)))

    def _report_rows(self):
        """The lines as rows of the report (reports/registry_sheets.py)."""
        words = dict(self._fields['verdict']._description_selection(self.env))
        return [
            (
                line.number,
                line.name or '',
                line.award or '',
                line.decision or '',
                words.get(line.verdict, ''),
                line.message or '',
            )
            for line in self
        ]
