from odoo import models

from ..domain.package_list import Nominee
from ..domain.vietnamese import paragraphs, printable


class EmulationSubmissionLine(models.Model):
    """One of the proposed as the package lists them."""

    _inherit = 'emulation.submission.line'

    def _as_packed(self, ordinal):
        """The line of the list as data, without anything the list itself does not say.

        :return: :class:`~..domain.package_list.Nominee`
        """
        self.ensure_one()
        # sudo: the verdict of a line the user may read; the nomination was checked.
        told = self.sudo()._holder_as_told('', with_award=True)
        return Nominee(
            ordinal=ordinal,
            kind=told.kind,
            name=printable(told.name),
            honorific=told.honorific,
            position=printable(told.position),
            unit=printable(told.unit),
            award=printable(told.award),
            legal_clause=printable(told.clause),
            achievement='\n'.join(paragraphs(self.nomination_id.achievement_summary or '')),
            votes=told.votes,
        )
