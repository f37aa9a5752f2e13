from odoo import models

from ..domain import submission as rules


class EmulationSubmissionLine(models.Model):
    """What is in the way of one of the proposed (domain/submission.py, domain/completeness.py)."""

    _inherit = 'emulation.submission.line'

    def _findings(self):
        """Why each line cannot go up; a constant number of queries.

        :return: dict of line -> list of findings, first of the proposal, then of its dossier
        """
        # sudo: the whole dossier and its verdict, for whoever may read the submission.
        lines = self.sudo()
        nominations = lines.nomination_id
        incomplete = nominations._completeness_findings()
        holds = nominations._open_holds()
        held = nominations._held_in_campaign()
        return {
            line: [
                *rules.proposed_findings(read._as_proposed(holds, held[read.nomination_id])),
                *incomplete[read.nomination_id],
            ]
            for line, read in zip(self, lines, strict=True)
        }

    def _as_proposed(self, holds, held):
        """The line as the rules want it.

        :param holds: dict of nominee -> nominations on hold
        :param held: awards the nominee got in the same campaign
        """
        self.ensure_one()
        nomination, award = self.nomination_id, self.campaign_award_id
        session = self.candidate_id.round_id.session_id
        return rules.Proposed(
            nominee=nomination.nominee_name or '',
            award=award.name,
            state=nomination.state,
            is_forwarded=award.is_forwarded,
            authority=award.authority_id.name or '',
            addressee=self.submission_id.authority_id.name or '',
            has_verdict=self.candidate_id.outcome == 'selected',
            session=session.name or '',
            is_minuted=session.state == 'minuted',
            has_report=bool(nomination.section_ids),
            basis=award.criteria_basis_id.display_name or '',
            clause=self.legal_clause or '',
            holds=holds[nomination._nominee()]._references(nomination.company_id),
            held=tuple(held.mapped('display_name')),
            justification=nomination.justification or '',
        )
