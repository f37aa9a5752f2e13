from odoo import api, fields, models

from ..domain.award_list import Holder
from ..domain.nominee import ADDRESS
from ..domain.unit_minutes import percentage


class EmulationSubmissionLine(models.Model):
    """One of the proposed as the letter and its list name them."""

    _inherit = 'emulation.submission.line'

    votes = fields.Char(compute='_compute_votes', help='In favour, of how many.')

    @api.depends('candidate_id')
    def _compute_votes(self):
        for line in self:
            # sudo: the announced result, for whoever may read the line.
            line.votes = line.sudo()._votes_as_told()

    def _cited_clause(self):
        """The clause with the document it stands in."""
        self.ensure_one()
        clause, basis = self.legal_clause or '', self.campaign_award_id.criteria_basis_id
        if not clause or not basis or basis.number in clause:
            return clause
        return f'{clause} {basis._dated_name()}'

    def _holder_as_told(self, common, with_award):
        """The proposed as the list names them.

        :param str common: clause the letter cites for all
        :param bool with_award: name the award, since lines have different ones
        """
        self.ensure_one()
        nomination, clause = self.nomination_id, self._cited_clause()
        return Holder(
            kind=nomination.nominee_kind,
            name=nomination.snapshot_name or nomination.nominee_name or '',
            honorific=ADDRESS.get(nomination.snapshot_gender, ''),
            position=nomination.snapshot_position or '',
            unit=nomination.snapshot_unit or self._body_above(),
            award=self.campaign_award_id.name if with_award else '',
            clause=clause if clause != common else '',
            votes=self._votes_as_told(),
        )

    def _body_above(self):
        """The body a collective belongs to."""
        return self.company_id.name if self.nomination_id.unit_id else ''

    def _votes_as_told(self):
        """Votes in favour of the base, such as "8/9 (88,89%)"; '' without a result."""
        result = self.candidate_id
        return (
            f'{result.yes}/{result.base} ({percentage(result.yes, result.base)})'
            if result.base
            else ''
        )
