from dataclasses import dataclass

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..domain import certificate as certificates
from ..domain.nominee import ADDRESS
from ..domain.signing import for_authority
from ..domain.tables import plain
from .signing import signing_of


@dataclass(frozen=True)
class Page:
    """A certificate on its paper, as the template prints it.

    :param emblem: address of the picture over the text, '' for none
    """

    record: object
    certificate: certificates.Certificate
    layout: certificates.Layout
    emblem: str


class EmulationCommendation(models.Model):
    """Certificates of awards in the registry (giấy khen)."""

    _inherit = 'emulation.commendation'

    def _certificates(self, layout=None):
        """The certificate of each award, for whatever prints it.

        :param layout: where things stand; as shipped if None
        :return: {commendation id: domain.certificate.Certificate}, in the order of the records
        :raises AccessError: the user does not keep the registry
        :raises UserError: an award is revoked or another body's, of no decision kept here, or a
            text does not fit
        """
        # Not 'read': everybody reads the own awards, but only the Office hands certificates out.
        self.check_access('write')
        self._check_state('valid', self.env._('revoked, so there is no certificate of it'))
        self._refuse_superior_awards()
        self._refuse_undecided()
        layout = layout or certificates.Layout()
        # sudo: the line of the decision, which says who signed; the award itself was checked.
        made = {
            award.id: certificates.certificate(award._certificate_facts(authority), layout)
            for award, authority in self.sudo()._certificate_authorities().items()
        }
        found = {award: made[award.id].findings for award in self}
        self.env['emulation.refusal']._raise_for(found)
        return made

    def _certificate_pages(self, printer, paper):
        """Pages to print, in the order of the decisions and of their gold-book numbers.

        :param printer: emulation.certificate.printer
        :param str paper: 'white' or 'blank'
        :return: list of :class:`Page`
        :raises AccessError, UserError: as of :meth:`_certificates`
        """
        pages = []
        awards = self.sorted(
            lambda one: (
                str(one.decision_date or ''),
                one.decision_number or '',
                one.gold_book_number,
                one.id,
            )
        )
        for (company, style), some in awards._by_style().items():
            emblem = company._certificate_emblem(style)
            layout = printer._layout(bool(emblem), paper)
            made = some._certificates(layout)
            pages += [Page(award, made[award.id], layout, emblem) for award in some]
        place = {award: at for at, award in enumerate(awards)}
        return sorted(pages, key=lambda page: place[page.record])

    def _certificates_pdf(self, printer, paper):
        """One PDF of all certificates, a page each.

        :return: bytes
        """
        values = {'pages': self._certificate_pages(printer, paper), 'title': ''}
        html = self.env['ir.qweb']._render('emulation_award.report_certificate', values)
        engine = self.env['ir.actions.report']._emulation_engine()
        return engine.render([str(html)])

    def _by_style(self):
        """These awards by company and by whose documents certify them."""
        # sudo: who decided, as decision and catalogue have it
        authorities = self.sudo()._certificate_authorities()
        return self.grouped(
            lambda one: (one.company_id, one.sudo()._certificate_style(authorities[one.sudo()]))
        )

    def _refuse_superior_awards(self):
        # sudo: as in _by_style
        authorities = self.sudo()._certificate_authorities()
        above = self.filtered(lambda one: authorities[one.sudo()].is_superior)
        if above:
            raise UserError(
                self.env._(
                    '%(awards)s: a superior authority decided this and makes the certificate '
                    'itself. Leave it out and try again.',
                    awards=', '.join(above.mapped('display_name')),
                )
            )

    def _certificate_authorities(self):
        """Who decided on each award, as the catalogue knows them.

        That of the decision; of older awards the one that is named as the registry has it, and
        only where the catalogue has none of that name the one the form has now.

        :return: {award: emulation.authority}, in the order of the awards
        """
        by_name = self._authorities_by_name()
        found = {}
        for award in self:
            usual = award.award_form_id.authority_id
            name = plain(award.authority_name or usual.name or '')
            named = usual if plain(usual.name or '') == name else None
            named = named or by_name.get((award.company_id.id, name)) or by_name.get((False, name))
            found[award] = award.decision_line_id.decision_id.authority_id or named or usual
        return found

    def _authorities_by_name(self):
        """Authorities of these companies and of all, by what they are and were called.

        :return: {(company id or False, plain name): emulation.authority}, archived ones last
        """
        shared = Domain('company_id', 'in', [*self.company_id.ids, False])
        catalogue = self.env['emulation.authority'].with_context(active_test=False)
        found = {}
        for one in catalogue.search(shared, order='active desc, sequence, id'):
            found.setdefault((one.company_id.id, plain(one.name)), one)
        # A decision keeps the name its authority had then.
        named = [('issued_authority_name', '!=', False), ('company_id', 'in', self.company_id.ids)]
        by = ['company_id', 'issued_authority_name', 'authority_id']
        for company, name, one in self.env['emulation.decision']._read_group(named, by):
            found.setdefault((company.id, plain(name)), one)
        return found

    def _certificate_style(self, authority):
        decision = self.decision_line_id.decision_id
        return decision.document_style or authority.document_style or 'state'

    def _certificate_facts(self, authority):
        """What is certified, as it was decided.

        :param authority: emulation.authority, for what neither decision nor registry says
        """
        self.ensure_one()
        line = self.decision_line_id
        decision, style = line.decision_id, self._certificate_style(authority)
        return certificates.Facts(
            style=style,
            # A decision and the registry keep the name, whatever the catalogue calls them since.
            decider=self.authority_name or authority.name or '',
            award=self.award_name,
            kind='collective' if self._is_certificate_of_collective() else 'individual',
            name=self.holder_name,
            achievement=self.citation or '',
            signing=self._certificate_signing(decision, authority, style),
            honorific=line.honorific or ADDRESS.get(self.gender, ''),
            position=self.holder_position or '',
            unit=self.holder_unit or self._certificate_body(),
            number=self.decision_number or '',
            day=self.decision_date or None,
            gold_book_number=self.gold_book_number,
            place=decision.place or authority.place or '',
            is_title=self.award_form_id.kind == 'title',
        )

    def _certificate_body(self):
        """Of a collective of its own the body names itself."""
        return self.company_id.name if self.unit_id else ''

    def _is_certificate_of_collective(self):
        return bool(self.unit_id or self.partner_id.is_company)

    def _certificate_signing(self, decision, authority, style):
        """By whom the decision was signed; of older awards, who signs for the authority now."""
        if decision:
            return signing_of(decision)
        return for_authority(
            authority.collective_title or self.authority_name or authority.name or '',
            authority.signatory_title or '',
            authority.signatory_name or '',
            style,
        )
