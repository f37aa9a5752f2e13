from collections import defaultdict

from odoo import models

from ..domain import decision as rules
from ..domain import decision_paper, states
from ..domain import quota as quotas
from ..domain.windows import local_time
from .signing import FOR_ANOTHER

LIVE_STATES = ('issued', 'effective')


class EmulationDecision(models.Model):
    """What the rules of a decision (domain/decision.py) want to know, and what they answer."""

    _inherit = 'emulation.decision'

    def _issue_findings(self):
        """Everything that keeps a decision from being issued.

        :return: dict of the decision and its lines -> list of :class:`~..domain.findings.Finding`
        """
        self.ensure_one()
        state = rules.state_finding('issue', self.state)
        found = [state] if state else []
        found += self._campaign_findings() + decision_paper.paper_findings(self._paper())
        if not self.line_ids:
            found.append(rules.Finding('decision_nobody'))
        if self.kind != 'award':
            return self._change_issue_findings(found)
        found += self._rate_findings() + self._seat_findings()
        return {self: found, **self._with_certificates(self.line_ids._named_findings())}

    def _campaign_findings(self):
        """That the campaign was called off; one that is over is still decided on."""
        campaign = self.campaign_id
        if self.kind != 'award' or campaign.state == 'closed':
            return []
        finding = states.launched_finding(campaign.name, campaign.state)
        return [finding] if finding else []

    def _paper(self):
        self.ensure_one()
        award = self.campaign_award_id
        # A change is taken by who took the decision, whatever the plan says by now.
        authority = award.authority_id if self.kind == 'award' else self.authority_id
        series = self.authority_id.sudo().sequence_id  # sudo: only whether it is set
        return decision_paper.Paper(
            number=self.number or '',
            has_series=bool(series),
            has_gaps=self.authority_id.has_series_gaps,
            has_symbol=bool(self._number_like('97') or series.prefix or series.suffix),
            example=self._number_like('97'),
            same_number=tuple(self._same_number().mapped('display_name')),
            day=self.decision_date or None,
            today=self._today(),
            signatory=self.signatory_name or '',
            place=self.place or '',
            lacks_head=self.signing_mode in FOR_ANOTHER and not self.head_title,
            award=award.name,
            authority=self.authority_id.name,
            award_authority=authority.name,
            is_forwarded=self.kind == 'award' and award.is_forwarded,
            sessions=self._rest_on(),
        )

    def _today(self):
        self.ensure_one()
        return self.company_id._emulation_today()

    def _same_number(self):
        """Other decisions issued by this authority with this number in this year."""
        self.ensure_one()
        if not (self.number_key and self.decision_year):
            return self.browse()
        return self.search(
            [
                ('id', '!=', self.id),
                ('company_id', '=', self.company_id.id),
                ('authority_id', '=', self.authority_id.id),
                ('decision_year', '=', self.decision_year),
                ('number_key', '=', self.number_key),
                ('state', 'in', [*LIVE_STATES, 'revoked', 'annulled']),
            ]
        )

    def _rest_on(self):
        """Sessions whose verdicts the decision rests on, and those it names."""
        if self.kind != 'award':
            return ()
        # sudo: name and date of sessions, whoever is recused from a part of them.
        lines = self.line_ids.sudo()
        sessions = lines.candidate_id.round_id.session_id | self.sudo().session_ids
        return tuple(
            decision_paper.Session(one.name, self._minuted_on(one))
            for one in sessions.sorted('date_planned')
        )

    def _minuted_on(self, session):
        if session.state != 'minuted' or not session.minuted_at:
            return None
        return local_time(session.minuted_at, session.company_id.emulation_tz).date()

    # Seats

    def _seat_findings(self):
        """Selection quotas that this decision, with those before it, would exceed."""
        self.ensure_one()
        # sudo: quotas bind whoever decides; nominations of all units count.
        nominations = self.line_ids.nomination_id.sudo()
        seats = self.env['emulation.quota'].sudo()
        seats = seats.search(
            [('campaign_id', '=', self.campaign_id.id), ('stage', '=', 'selection')]
        )
        more = defaultdict(int)
        for rows in seats._rows_of(nominations).values():
            for row in rows:
                more[row] += 1
        seats._fill(more)
        found = [self._row_finding(row, count, nominations) for row, count in more.items()]
        return [finding for finding in found if finding]

    def _row_finding(self, row, count, nominations):
        citation = ', '.join(filter(None, (row.quota.name, row.quota.citation)))
        if row.rule is None:
            label = row.quota.base_label or ''
            return quotas.count_missing(row.scope.display_name, label, citation)
        given = (row.holders - nominations).filtered('is_decided')
        return rules.seats_finding(
            row.quota.name,
            row.ceiling,
            given.mapped('nominee_name'),
            count,
            row.quota.citation or '',
        )

    def _contend(self):
        """Make whoever decides on the same seats or nominations at the same moment conflict."""
        # sudo: counters and rows that nobody reads; the caller has checked the user.
        for campaign in self.campaign_id.sudo():
            campaign.quota_revision += 1
        self.campaign_id.flush_recordset(['quota_revision'])
        if nominations := self.line_ids.nomination_id.sudo():  # sudo: as above
            # All of the nominees', for a hold on any of them keeps them from being awarded.
            theirs = nominations.search(nominations._same_nominee()) | nominations
            self.env.cr.execute(
                'UPDATE emulation_nomination SET write_uid = write_uid WHERE id IN %s',
                [tuple(sorted(theirs.ids))],
            )
        if originals := self.line_ids.original_line_id:
            self.env.cr.execute(
                'UPDATE emulation_decision_line SET write_uid = write_uid WHERE id IN %s',
                [tuple(sorted(originals.ids))],
            )
        self.env.cr.execute(
            'UPDATE emulation_decision SET write_uid = write_uid WHERE id IN %s',
            [tuple(sorted((self | self.original_id).ids))],
        )
