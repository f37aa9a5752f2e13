from odoo import models

from ..domain import paper_ballot, round_result
from ..domain import tally as counting


class EmulationCandidate(models.Model):
    """A candidate and its result as documents tell them."""

    _inherit = 'emulation.candidate'

    def _as_told(self):
        self.ensure_one()
        nominee, unit = self._told_names()
        return round_result.Candidate(
            nominee=nominee,
            unit=unit,
            votes=counting.Tally(self.yes, self.no, self.abstain),
            base=self.base,
            needed=self.needed,
            rank=self.rank,
            outcome=self.outcome,
            recused=len(self.recused_ids),
        )

    def _as_named(self):
        """The candidate as a ballot names it."""
        return paper_ballot.Candidate(self.id, *self._told_names())

    def _told_names(self):
        """Nominee, and the unit that proposed."""
        self.ensure_one()
        part = self.nomination_id.campaign_unit_id
        return self.nomination_id.nominee_name or '', part.unit_name or part.unit_id.name or ''
