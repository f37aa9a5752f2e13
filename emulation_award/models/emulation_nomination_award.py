from odoo import fields, models

from ..domain.decision_change import forward_findings
from .emulation_nomination import CASE_READERS


class EmulationNomination(models.Model):
    """What becomes of an approved nomination: awarded here, or decided on by a superior authority.

    Private: decisions and submissions call these once they have checked who acts and what for.
    """

    _inherit = 'emulation.nomination'

    decision_line_ids = fields.One2many(
        'emulation.decision.line', 'nomination_id', groups=CASE_READERS
    )

    def _award(self, decision):
        """Note that a decision has taken effect (khen thưởng).

        :param decision: the emulation.decision that names all of them
        :raises UserError: a state does not allow it, such as on hold
        """
        payload = {'decision': decision.id, 'document': decision.number or ''}
        self._settle('award', 'nomination.awarded', payload)

    def _reopen_award(self, decision):
        """Put nominations back among the approved: the decision that awarded them was a mistake.

        :param decision: the emulation.decision that revoked it
        :raises UserError: a state does not allow it
        """
        payload = {'decision': decision.id, 'document': decision.number or ''}
        self._settle('reopen_award', 'nomination.award_reopened', payload)

    def _forward(self, submission):
        """Send nominations to the superior authority that decides on them (trình cấp trên).

        :param submission: the emulation.submission that goes with them
        :raises UserError: a state does not allow it, the award is decided here, or a decision
            of this body names one of them
        """
        self.env['emulation.refusal']._raise_for(self._forward_findings())
        self._settle('forward', 'nomination.forwarded', self._forwarding_payload(submission))
        self._end_completion()

    def _take_back_forwarded(self, submission, reasons):
        """Put nominations back among the approved: the superior authority returned them.

        :param submission: the emulation.submission that came back
        :param dict reasons: text by nomination
        :raises UserError: a state does not allow it
        """
        payload = self._forwarding_payload(submission)
        self._settle('take_back_forwarded', 'nomination.taken_back', payload, reasons)

    def _award_forwarded(self, submission):
        """Note that the superior authority awarded them.

        :param submission: the emulation.submission that was decided
        :raises UserError: a state does not allow it
        """
        payload = self._forwarding_payload(submission)
        self._settle('award_forwarded', 'nomination.awarded_above', payload)

    def _refuse_forwarded(self, submission, reasons):
        """Close nominations that the superior authority refused.

        :param submission: the emulation.submission that was decided
        :param dict reasons: text by nomination
        :raises UserError: a state does not allow it
        """
        payload = self._forwarding_payload(submission)
        self._settle('refuse_forwarded', 'nomination.refused_above', payload, reasons)

    def _verdicts(self):
        """What the council said last of each nomination, once the session is over.

        :return: dict of nomination id -> emulation.candidate; nominations never voted on left out
        """
        # sudo: recusal hides candidates from some readers; the caller shows only the outcome.
        candidates = self.env['emulation.candidate'].sudo()
        announced = candidates.search_fetch(
            [
                ('nomination_id', 'in', self.ids),
                ('round_id.state', '=', 'announced'),
                # Until it is closed a session hides items from recused members, also by order.
                ('round_id.session_id.state', 'in', ('closed', 'minuted')),
            ],
            ['nomination_id', 'outcome', 'rank', 'round_id'],
            order='id',
        )
        return {one.nomination_id.id: one for one in announced}

    def _forward_findings(self):
        """Why nominations cannot be sent up, besides their state.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        # sudo: which decision names them; only its number is said.
        lines = self.sudo().decision_line_ids.filtered('is_active')
        named = lines.grouped('nomination_id')
        found = {}
        for nomination in self:
            award = nomination.campaign_award_id
            # sudo: to find it among the lines, as above.
            decisions = named.get(nomination.sudo(), lines.browse()).decision_id
            found[nomination] = forward_findings(
                nominee=nomination.nominee_name or '',
                award=award.name,
                is_forwarded=award.is_forwarded,
                decisions=tuple(decisions.mapped('display_name')),
            )
        return found

    def _forwarding_payload(self, submission):
        return {'submission': submission.id, 'document': submission.display_name or ''}

    def _settle(self, operation, event, payload, reasons=None):
        if not self:
            return
        # sudo: the caller has checked who acts; operations alone write states.
        settled = self.sudo()
        said = {one.sudo(): text for one, text in (reasons or {}).items()}
        self.env['emulation.refusal']._raise_for(settled._settle_findings(operation))
        before = settled._advance(lambda _one: operation, state_before_hold=False)
        settled._journal(event, before, lambda one: {**payload, 'reason': said.get(one, '')})

    def _settle_findings(self, operation):
        """Why the state does not allow it; the campaign may be over, for replies come late."""
        return {
            nomination: [
                finding
                for finding in found
                if finding.code != 'campaign_not_launched'
                or nomination.campaign_id.state != 'closed'
            ]
            for nomination, found in self._state_findings(lambda _one: operation).items()
        }
