from odoo import api, fields, models

from ..domain.completeness import Item, upload_findings
from ..domain.editing import Part


class EmulationDossierLine(models.Model):
    """One required part of this dossier (thành phần hồ sơ), and whether it is there.

    A generated part is there once what it is made from is complete; an uploaded one once there
    are enough files of a type, a size and a true content that the plan takes.
    """

    _name = 'emulation.dossier.line'
    _description = 'Dossier part'
    _inherit = ['emulation.dossier.part']
    _order = 'nomination_id, sequence, id'
    _rec_name = 'requirement_id'
    _content_fields = frozenset({'evidence_ids'})
    _part = Part.DOSSIER

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(
        related='nomination_id.company_id', store=True, precompute=True, index=True
    )
    requirement_id = fields.Many2one(
        'emulation.dossier.requirement', 'Part', required=True, index=True, ondelete='restrict'
    )
    sequence = fields.Integer(related='requirement_id.sequence', store=True, precompute=True)
    kind = fields.Selection(related='requirement_id.kind')
    mandatory = fields.Boolean(related='requirement_id.mandatory')
    evidence_ids = fields.One2many('emulation.evidence', 'dossier_line_id', 'Files')
    is_complete = fields.Boolean(compute='_compute_is_complete')
    missing = fields.Text(compute='_compute_is_complete', help='What is still missing, in words.')

    _requirement_uniq = models.Constraint(
        'UNIQUE (nomination_id, requirement_id)', 'A dossier has each part once.'
    )

    @api.depends(
        'evidence_ids',
        'nomination_id.achievement_summary',
        'nomination_id.section_ids.content',
        'nomination_id.review_line_id',
    )
    @api.depends_context('lang')
    def _compute_is_complete(self):
        refusal = self.env['emulation.refusal']
        for line in self:
            findings = line._findings()
            line.missing = ' '.join(refusal._sentences(findings))
            line.is_complete = not findings and line._is_there()

    def _takes_content(self):
        return self.kind == 'upload'

    def _findings(self):
        """What is wrong with this part of the dossier, or missing in it."""
        self.ensure_one()
        if self.kind == 'upload':
            return self._upload_findings()
        nomination = self.nomination_id
        generated = {
            'summary': nomination._summary_findings,
            'report': nomination._section_findings,
            'unit_minutes': nomination._support_findings,
        }
        return generated[self.kind]() if self.mandatory else []

    def _upload_findings(self):
        requirement = self.requirement_id
        return upload_findings(
            requirement.name,
            [file._file() for file in self.evidence_ids],
            requirement._media_types(),
            requirement._max_bytes(),
            requirement.minimum_files if self.mandatory else 0,
        )

    def _is_there(self):
        """An optional part is not complete by being absent."""
        return bool(self.evidence_ids) or self.mandatory or self.kind != 'upload'

    def _item(self):
        """The part as the checklist of the dossier shows it (domain/completeness.py)."""
        self.ensure_one()
        return Item(
            key=str(self.id),
            label=self.requirement_id.name,
            mandatory=self.mandatory,
            done=self.is_complete,
        )
