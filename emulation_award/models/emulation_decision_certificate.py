from odoo import models

from ..domain import certificate as certificates
from .signing import signing_of


class EmulationDecision(models.Model):
    """Certificates of those a decision is about to name (giấy khen): whether the texts fit."""

    _inherit = 'emulation.decision'

    def _certificate_findings(self):
        """Texts that fit on no certificate, while they can still be shortened.

        :return: dict of line -> list of :class:`~..domain.findings.Finding`
        """
        self.ensure_one()
        # A superior authority makes the certificates of its awards itself.
        if self.authority_id.is_superior:
            return {}
        layouts = self._certificate_layouts()
        return {line: line._certificate_findings(layouts) for line in self.line_ids}

    def _with_certificates(self, found):
        """Findings by line, with those on their certificates after them."""
        fitting = self._certificate_findings()
        return {line: [*some, *fitting.get(line, ())] for line, some in found.items()}

    def _certificate_layouts(self):
        """How certificates are printed here, with and without an emblem; as shipped if nowhere."""
        # sudo: where things stand on paper, whoever may set printers.
        printers = self.env['emulation.certificate.printer'].sudo()
        found = printers.search([('company_id', 'in', [self.company_id.id, False])])
        layouts = [
            one._layout(has_emblem, 'white') for one in found for has_emblem in (True, False)
        ]
        return list(dict.fromkeys(layouts)) or [certificates.Layout()]


class EmulationDecisionLine(models.Model):
    """A line as its certificate would read."""

    _inherit = 'emulation.decision.line'

    def _certificate_findings(self, layouts):
        now, corrected = self._certificate_facts(), self.original_line_id
        before = corrected._wording()._certificate_facts() if corrected else None
        return certificates.decided_findings(now, layouts, before)

    def _certificate_facts(self):
        self.ensure_one()
        decision = self.decision_id
        of = decision.original_id or decision
        # sudo: names of the holder's unit and body, whoever may issue a decision.
        body = self.sudo().company_id.name if self.unit_id else ''
        return certificates.Facts(
            style=of.document_style or 'state',
            decider=of._authority_name(),
            award=of._award_name(),
            kind=self.nominee_kind,
            name=self.holder_name or '',
            achievement=self._citation(),
            signing=signing_of(of),
            honorific=self.honorific or '',
            position=self.holder_position or '',
            unit=self.holder_unit or body,
            is_title=of.award_form_id.kind == 'title',
        )
