from odoo import models

from ..domain import decree30


class ResCompany(models.Model):
    """Whose name stands over an extract of the registry, and who confirms it."""

    _inherit = 'res.company'

    def _emulation_registry_authority(self):
        """The body's own authority, whose name and signatory the registry bears."""
        self.ensure_one()
        return self.env['emulation.authority'].search(
            [
                ('company_id', '=', self.id),
                ('is_superior', '=', False),
                ('document_style', '=', 'state'),
            ],
            limit=1,
        )

    def _emulation_registry_heading(self):
        authority = self._emulation_registry_authority()
        undated = decree30.place_date(authority.place or '', None)
        return authority._heading(decree30.Style.STATE, undated, otherwise=self.name)

    def _emulation_registry_head(self):
        """(title, name) of who confirms the extract."""
        authority = self._emulation_registry_authority()
        return authority.signatory_title or '', authority.signatory_name or ''
