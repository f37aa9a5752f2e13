from odoo import api, fields, models
from odoo.fields import Domain

from ..domain import vietnamese

# How a document names its own kind (tên loại văn bản): Vietnamese whatever the user's language.
OFFICIAL_KINDS = {
    'law': 'Luật',
    'decree': 'Nghị định',
    'circular': 'Thông tư',
    'decision': 'Quyết định',
    'plan': 'Kế hoạch',
    'guideline': 'Hướng dẫn',
    'other': 'Văn bản',
}


class EmulationLegalBasis(models.Model):
    """A dated document that a campaign or a rule rests on (căn cứ pháp lý)."""

    _name = 'emulation.legal.basis'
    _description = 'Legal basis'
    _inherit = ['emulation.source.mixin', 'emulation.cited.mixin']
    _order = 'date_issued desc, number'
    _rec_names_search = ['number', 'title', 'issuer']
    _checked_fields = frozenset(
        {'kind', 'number', 'title', 'issuer', 'date_issued', 'effective_from', 'effective_to'}
    )

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
    title = fields.Char(
        'Abstract', required=True, help='As cited after the issuer, such as "về công tác văn thư".'
    )
    issuer = fields.Char(required=True)
    date_issued = fields.Date('Issued on', required=True)
    effective_from = fields.Date()
    effective_to = fields.Date('Effective until', help='Last day in force; empty while in force.')
    replaced_by_id = fields.Many2one('emulation.legal.basis', index='btree_not_null')
    is_lapsed = fields.Boolean(
        'No longer in force', compute='_compute_is_lapsed', search='_search_is_lapsed'
    )
    citation = fields.Char(
        compute='_compute_citation', help='As cited in full in official documents.'
    )
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

    @api.depends('kind', 'number', 'date_issued', 'issuer', 'title')
    def _compute_display_name(self):
        for basis in self:
            basis.display_name = basis._dated_name()

    @api.depends('kind', 'number', 'date_issued', 'issuer', 'title')
    def _compute_citation(self):
        for basis in self:
            # A law is cited by its name alone (Nghị định 30/2020/NĐ-CP, Phụ lục I).
            named = basis.title if basis.kind == 'law' else f'{basis._dated_name()} {basis.title}'
            basis.citation = named or ''

    @api.depends('effective_to')
    def _compute_is_lapsed(self):
        today = fields.Date.context_today(self)
        for basis in self:
            basis.is_lapsed = bool(basis.effective_to and basis.effective_to < today)

    def _search_is_lapsed(self, operator, value):
        if operator != 'in':
            return NotImplemented
        today = fields.Date.context_today(self)
        if True in value:
            return Domain('effective_to', '<', today)
        return Domain('effective_to', '=', False) | Domain('effective_to', '>=', today)

    def _in_force_on(self, day):
        """Return those of the documents that are in force on a day (date), in their order."""
        return self.filtered(
            lambda basis: (
                (basis.effective_from or basis.date_issued) <= day
                and (not basis.effective_to or day <= basis.effective_to)
            )
        )

    def _as_of(self, day):
        """Return these documents as they are in force on a day: each replaced by its successor, or
        by what it replaced; one that nothing stands for stays."""
        found = self.browse()
        for basis in self:
            found |= basis._successor_on(day) or basis._predecessor_on(day) or basis
        return found

    def _successor_on(self, day):
        """The first of this document and those that replaced it that is in force; maybe none."""
        one, seen = self, self.browse()
        while one and one not in seen:
            if one._in_force_on(day):
                return one
            seen |= one
            one = one.replaced_by_id
        return self.browse()

    def _predecessor_on(self, day):
        """What is in force of those this document replaced, one after the other; maybe none."""
        replaced, seen = self, self
        while replaced := self.search([('replaced_by_id', 'in', replaced.ids)]) - seen:
            if current := replaced._in_force_on(day):
                return current
            seen |= replaced
        return self.browse()

    def _dated_name(self):
        """The document as a text refers to it, such as "Kế hoạch số 134/KH-UBND ngày 15/5/2025
        của UBND tỉnh"; of a law, its name, number and date."""
        self.ensure_one()
        day = self.date_issued and f'ngày {vietnamese.short_date(self.date_issued)}'
        if self.kind == 'law':
            parts = [self.title, f'số {self.number}', day]
        else:
            kind = OFFICIAL_KINDS.get(self.kind)
            parts = [kind, f'số {self.number}', day, self.issuer and f'của {self.issuer}']
        return ' '.join(filter(None, parts))

    def _short_name(self):
        """Kind and number, such as "Nghị định 98/2023/NĐ-CP"."""
        self.ensure_one()
        return f'{OFFICIAL_KINDS.get(self.kind)} {self.number}'
