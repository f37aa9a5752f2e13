from odoo import fields, models


class EmulationEvidence(models.Model):
    """A file of a dossier: evidence for a criterion or an uploaded part (minh chứng)."""

    _name = 'emulation.evidence'
    _description = 'Evidence file'
    _order = 'nomination_id, id'

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='nomination_id.company_id', store=True, index=True)
    dossier_line_id = fields.Many2one(
        'emulation.dossier.line', index='btree_not_null', ondelete='cascade'
    )
    assessment_id = fields.Many2one(
        'emulation.criterion.assessment', index='btree_not_null', ondelete='cascade'
    )
    name = fields.Char('File name', required=True)
    file = fields.Binary(attachment=True, required=True)
    mimetype = fields.Char('Real type', readonly=True, help='Read from the content, not the name.')
    size = fields.Integer('Size (bytes)', readonly=True)
    checksum = fields.Char('SHA-256', readonly=True)
    note = fields.Char()
