from odoo import fields, models


class EmulationDossierLine(models.Model):
    """One required part of this dossier, and whether it is there."""

    _name = 'emulation.dossier.line'
    _description = 'Dossier part'
    _order = 'nomination_id, sequence, id'
    _rec_name = 'requirement_id'

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='nomination_id.company_id', store=True, index=True)
    requirement_id = fields.Many2one(
        'emulation.dossier.requirement', required=True, index=True, ondelete='restrict'
    )
    sequence = fields.Integer(related='requirement_id.sequence', store=True)
    kind = fields.Selection(related='requirement_id.kind')
    mandatory = fields.Boolean(related='requirement_id.mandatory')
    evidence_ids = fields.One2many('emulation.evidence', 'dossier_line_id', 'Files')
    is_complete = fields.Boolean(compute='_compute_is_complete')
    missing = fields.Char(compute='_compute_is_complete', help='What is still missing, in words.')

    _requirement_uniq = models.Constraint(
        'UNIQUE (nomination_id, requirement_id)', 'A dossier has each part once.'
    )

    def _compute_is_complete(self):
        """Filled by the completeness rules (domain/completeness.py)."""
        for line in self:
            line.is_complete = False
            line.missing = ''
