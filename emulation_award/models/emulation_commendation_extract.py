from odoo import models

from ..domain import registry_extract


class EmulationCommendation(models.Model):
    """The extract of the registry as a document (trích sổ khen thưởng)."""

    _inherit = 'emulation.commendation'

    def _registry_extract(self):
        """The chosen awards as an extract for each company, for whatever prints them.

        :return: {company id: domain.registry_extract.Extract}
        :raises AccessError: the user may not read one of the awards
        """
        self.check_access('read')
        # sudo: whoever may read an award may read what its entry says, and the heading.
        by_company = self.sudo().grouped('company_id')
        return {
            company.id: registry_extract.extract(
                company._emulation_registry_heading(),
                [one._as_extracted() for one in awards],
                *company._emulation_registry_head(),
            )
            for company, awards in by_company.items()
        }

    def _as_extracted(self):
        self.ensure_one()
        holder = self._holder()
        return registry_extract.Award(
            holder=f'{holder._name},{holder.id}',
            is_person=self.holder_kind != 'unit' and not self.partner_id.is_company,
            order=self.holder_sort_key or '',
            name=self.holder_name or '',
            position=self.holder_position or '',
            unit=self.holder_unit or '',
            award=self.award_name or '',
            authority=self.authority_name or '',
            number=self.decision_number or '',
            day=self.decision_date or None,
            year=self.year or 0,
            citation=self.citation or '',
            prize=self.prize_amount,
            revoked_by=(self.revocation_document or '…') if self.state == 'revoked' else '',
        )

    def _extract_file_name(self):
        """Name of the printed file, without extension."""
        return 'Trích sổ khen thưởng'
