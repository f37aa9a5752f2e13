from odoo import fields, models


class EmulationLegalBasis(models.Model):
    """A dated document that a campaign or a rule rests on (căn cứ pháp lý)."""

    _name = 'emulation.legal.basis'
    _description = 'Legal basis'
    _inherit = ['emulation.source.mixin']
    _order = 'date_issued desc, number'
    _rec_names_search = ['number', 'title', 'issuer']

    kind = fields.Selection(
        [
            ('law', 'Law'),
            ('decree', 'Decree'),
            ('circular', 'Circular'),
            ('decision', 'Decision'),
            ('plan', 'Plan'),
            ('guideline', 'Guideline'),
            ('other', 'Other'),
        ],
        required=True,
        default='plan',
    )
    number = fields.Char(required=True, help='As written on the document, such as 98/2023/NĐ-CP.')
    title = fields.Char('Subject', required=True)
    issuer = fields.Char(required=True)
    date_issued = fields.Date('Issued on', required=True)
    effective_from = fields.Date()
    effective_to = fields.Date('Effective until', help='Last day in force; empty while in force.')
    replaced_by_id = fields.Many2one('emulation.legal.basis', index='btree_not_null')
    note = fields.Text()
    active = fields.Boolean(default=True)
    company_id = fields.Many2one('res.company', index=True)

    _number_issuer_uniq = models.UniqueIndex(
        '(number, issuer, COALESCE(company_id, 0))', 'This document is already in the list.'
    )
    _effective_order = models.Constraint(
        'CHECK (effective_to IS NULL OR effective_from IS NULL OR effective_from <= effective_to)',
        'A document cannot lapse before it takes effect.',
    )
