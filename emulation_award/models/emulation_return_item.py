from odoo import api, fields, models

from ..domain.editing import Part

# What a generated part of the dossier is made from, so what has to be mended.
MADE_FROM = {'summary': Part.SUMMARY, 'report': Part.SECTION}


class EmulationReturnItem(models.Model):
    """One thing the Office asks to be put right: where, why, and whether it was."""

    _name = 'emulation.return.item'
    _description = 'Returned item'
    _order = 'nomination_id, id'
    _rec_name = 'reason'

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade', readonly=True
    )
    company_id = fields.Many2one(
        related='nomination_id.company_id', store=True, precompute=True, index=True
    )
    target = fields.Selection(
        [
            ('summary', 'Summary of achievements'),
            ('section', 'Report section'),
            ('assessment', 'Criterion'),
            ('dossier', 'Dossier part'),
            ('justification', 'Why two awards'),
        ],
        required=True,
        readonly=True,
    )
    section_id = fields.Many2one(
        'emulation.nomination.section', index='btree_not_null', ondelete='cascade', readonly=True
    )
    assessment_id = fields.Many2one(
        'emulation.criterion.assessment', index='btree_not_null', ondelete='cascade', readonly=True
    )
    dossier_line_id = fields.Many2one(
        'emulation.dossier.line', index='btree_not_null', ondelete='cascade', readonly=True
    )
    part_name = fields.Char('Part', compute='_compute_part_name')
    reason = fields.Text(required=True, readonly=True)
    returned_at = fields.Datetime('Returned on', readonly=True)
    returned_by_id = fields.Many2one(
        'res.users', 'By', readonly=True, index=True, ondelete='restrict'
    )
    is_open = fields.Boolean(
        default=True, readonly=True, help='Until the dossier is submitted again.'
    )

    @api.depends('target', 'section_id', 'assessment_id', 'dossier_line_id')
    def _compute_part_name(self):
        targets = dict(self._fields['target']._description_selection(self.env))
        for item in self:
            line = item.section_id or item.assessment_id or item.dossier_line_id
            item.part_name = line.display_name or targets[item.target]

    def _opens(self):
        """What may be changed because of this item, as (part, id of its line or False)."""
        self.ensure_one()
        line = self.section_id or self.assessment_id or self.dossier_line_id
        made_from = MADE_FROM.get(self.dossier_line_id.kind)
        if made_from is Part.SUMMARY:
            return {(Part.SUMMARY, False)}
        if made_from is Part.SECTION:
            sections = self.nomination_id.section_ids
            return {(Part.SECTION, section.id) for section in sections}
        return {(Part(self.target), line.id)}
