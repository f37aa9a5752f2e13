from odoo import fields, models

from ..domain import decree30


class EmulationAuthority(models.Model):
    """Who decides on an award (cấp khen thưởng) and how its documents look."""

    _name = 'emulation.authority'
    _description = 'Awarding authority'
    _inherit = ['emulation.source.mixin', 'emulation.cited.mixin']
    _order = 'sequence, name'
    _checked_fields = frozenset({'name', 'document_style', 'is_superior'})

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    abbreviation = fields.Char(help='As used in document numbers, such as BQLKKTCK.')
    document_style = fields.Selection(
        [('state', 'State (Decree 30/2020)'), ('party', 'Party')], required=True, default='state'
    )
    issuing_body = fields.Char(help='Name printed as issuing body at the top left of documents.')
    superior_body = fields.Char(help='Name printed above the issuing body.')
    organ_id = fields.Char(
        'Organisation identifier',
        help='Mã định danh (Quyết định 20/2020/QĐ-TTg), such as H37.15; for electronic exchange.',
    )
    place = fields.Char('Place name', help='Địa danh: in the date line of documents.')
    collective_title = fields.Char(
        'Signed on behalf of',
        help='Tập thể mà người ký thay mặt (TM.): name of the collective as it stands above the '
        'signature, such as ĐẢNG ỦY. Empty where the head signs in their own name.',
    )
    signatory_title = fields.Char()
    signatory_name = fields.Char()
    is_superior = fields.Boolean(
        'Superior authority', help='Decides on what this body forwards to it.'
    )
    sequence_id = fields.Many2one(
        'ir.sequence',
        'Number series',
        index='btree_not_null',
        help='Numbers its decisions. Its implementation must be "No gap": a register of documents '
        'has none, and another implementation loses a number whenever issuing fails.',
    )
    award_form_ids = fields.One2many('emulation.award.form', 'authority_id')
    company_id = fields.Many2one('res.company', index=True)
    active = fields.Boolean(default=True)

    def _heading(self, style=None, place_date='', otherwise=None):
        """Return the heading of a document of this authority, or of none.

        :param str style: of the document; the authority's own if None
        :param str place_date: '' on documents that carry none
        :param str otherwise: issuing body where the authority names none; its own name if None
        :return: domain.decree30.Heading
        """
        issuer = (self.name or '') if otherwise is None else otherwise
        return decree30.heading(
            self.superior_body or '',
            self.issuing_body or issuer,
            style or self.document_style or decree30.Style.STATE,
            place_date,
        )
