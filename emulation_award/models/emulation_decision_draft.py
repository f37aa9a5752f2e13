from odoo import api, models
from odoo.fields import Command

from ..domain import decision as rules

#: Words of the seed's decisions; the Office puts them as it likes.
CITATION = 'đã có thành tích xuất sắc trong {campaign}'


class EmulationDecision(models.Model):
    """Drafting decisions from what the council approved, one for each award."""

    _inherit = 'emulation.decision'

    @api.model
    def _draft(self, nominations):
        """Draft one decision per award: authority, form, number series and style differ.

        :param nominations: approved ones, none of them left out; see :meth:`_left_out`
        :return: the drafts, in the order of the plan's awards
        :raises UserError: a nomination cannot be awarded by a decision of this body
        """
        self.env['emulation.refusal']._raise_for(self._draft_findings(nominations))
        drafts = self.browse()
        by_award = nominations.grouped('campaign_award_id')
        for award in sorted(by_award, key=lambda one: (one.sequence, one.id)):
            drafts |= self._draft_one(award, by_award[award])
        for draft in drafts:
            draft._journal('decision.drafted', {'lines': len(draft.line_ids)})
        return drafts

    @api.model
    def _draft_one(self, award, nominations):
        sessions = self._sessions_of(nominations)
        campaign = award.campaign_id
        return self.create(
            {
                'campaign_award_id': award.id,
                'legal_basis_ids': [Command.set(self._usual_bases(award, self._draft_day()).ids)],
                'session_ids': [Command.set(sessions.ids)],
                'citation': self._usual_citation(nominations),
                'recipients': '\n'.join(self._usual_recipients(campaign)),
                'line_ids': [
                    Command.create({'nomination_id': one.id, 'sequence': number})
                    for number, one in enumerate(self._by_merit(nominations), start=1)
                ],
            }
        )

    @api.model
    def _draft_day(self):
        """The day a draft is made for, until it is given one."""
        return self.env.company._emulation_today()

    @api.model
    def _by_merit(self, nominations):
        """Collectives first, then individuals; by rank in the council's vote, then by name."""
        verdicts = nominations._verdicts()
        return nominations.sorted(
            lambda one: (
                one.nominee_kind != 'collective',
                verdicts[one.id].rank if one.id in verdicts else 0,
                one.nominee_sort_key or '',
                one.id,
            )
        )

    @api.model
    def _sessions_of(self, nominations):
        # sudo: which sessions, whoever is recused from a part of them.
        verdicts = nominations._verdicts().values()
        return self.env['emulation.candidate'].sudo().union(*verdicts).round_id.session_id

    @api.model
    def _usual_citation(self, nominations):
        campaign, phases = nominations.campaign_id[:1], nominations.phase_id
        name = campaign.name or ''
        words = CITATION.format(campaign=f'{name[:1].lower()}{name[1:]}')
        return f'{words}, {phases.name}' if len(phases) == 1 else words

    @api.model
    def _usual_recipients(self, campaign):
        return [recipient.name for recipient in campaign.recipient_ids if recipient.name]

    @api.model
    def _draft_findings(self, nominations):
        """Why nominations are left out of a draft.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        words = {one.id: self._usual_citation(one) for one in nominations}
        found = nominations._award_findings(words=words)
        for nomination in nominations:
            award = nomination.campaign_award_id
            if award.is_forwarded:
                params = {'award': award.name, 'authority': award.authority_id.name}
                found[nomination] = [rules.Finding('decision_forwarded_award', params)]
        return found
