from odoo import fields, models

from ..domain.editing import Part


class EmulationNominationSection(models.Model):
    """One part of the achievement report (báo cáo thành tích) as written for this nominee."""

    _name = 'emulation.nomination.section'
    _description = 'Report section'
    _inherit = ['emulation.dossier.part']
    _order = 'nomination_id, sequence, id'
    _rec_name = 'heading'
    _content_fields = frozenset({'content'})
    _part = Part.SECTION

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(
        related='nomination_id.company_id', store=True, precompute=True, index=True
    )
    template_id = fields.Many2one(
        'emulation.report.section', required=True, index=True, ondelete='restrict'
    )
    sequence = fields.Integer(related='template_id.sequence', store=True, precompute=True)
    numeral = fields.Char(related='template_id.numeral')
    heading = fields.Char(related='template_id.heading')
    kind = fields.Selection(related='template_id.kind')
    guidance = fields.Text(related='template_id.guidance')
    mandatory = fields.Boolean(related='template_id.mandatory')
    content = fields.Text()

    _template_uniq = models.Constraint(
        'UNIQUE (nomination_id, template_id)', 'A report has each section once.'
    )

    def _takes_content(self):
        # The others are printed from the particulars and from the registry.
        return self.kind == 'text'
