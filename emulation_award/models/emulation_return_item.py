from odoo import fields, models


class EmulationReturnItem(models.Model):
    """One thing the Office asks to be put right: where, why, and whether it was."""

    _name = 'emulation.return.item'
    _description = 'Returned item'
    _order = 'nomination_id, id'
    _rec_name = 'reason'

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade', readonly=True
    )
    company_id = fields.Many2one(related='nomination_id.company_id', store=True, index=True)
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
    reason = fields.Text(required=True, readonly=True)
    returned_at = fields.Datetime(readonly=True)
    returned_by_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')
    is_open = fields.Boolean(
        default=True, readonly=True, help='Until the dossier is submitted again.'
    )
