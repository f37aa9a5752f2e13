from odoo import models
from odoo.fields import Domain

from ..domain.states import HOLDING, State

#: What an amended award may say of a nominee; the rest is no matter of the plan.
RULES_OF_AWARDS = (
    'subject_not_allowed',
    'outsider_not_allowed',
    'not_in_unit',
    'category_not_eligible',
)
#: States in which a dossier may still get what an amendment asks for in addition.
COMPLETED = (State.DRAFT, State.REVIEWED, State.SUBMITTED, State.RETURNED, State.ACCEPTED)


class EmulationCampaign(models.Model):
    """What is already in and no longer fits amended rules: it stays, and people decide."""

    _inherit = 'emulation.campaign'

    def _recheck(self):
        """Sentences on what no longer fits: quotas, windows and awards, parts of dossiers."""
        self.ensure_one()
        # sudo: the Office sees every nomination; an amendment re-checks them all.
        nominations = (
            self.env['emulation.nomination']
            .sudo()
            .search(
                Domain('campaign_id', '=', self.id)
                & Domain('state', 'not in', [State.WITHDRAWN, State.NOT_APPROVED])
            )
        )
        sent = nominations.filtered(lambda one: one.state in HOLDING)
        found = [
            *self._recheck_quotas(),
            *self._recheck_rules(sent),
            *self._recheck_parts(nominations),
        ]
        # Now that what lacks is told: a place to fill it in.
        nominations.filtered(lambda one: one.state in COMPLETED)._add_lines()
        return found

    def _recheck_quotas(self):
        quotas = self.env['emulation.quota']
        return [
            f'{row.scope.display_name}: {quotas._status_text(row)}'
            for row in quotas._usage(self.unit_ids)
            if row.rule is not None and row.usage.overrun
        ]

    def _recheck_rules(self, nominations):
        """Nominations sent outside of what is now the window, or not for what is now the award."""
        refusal = self.env['emulation.refusal']
        said = []
        eligibility = nominations._eligibility_findings()
        windows = self._sent_outside(nominations)
        for nomination in nominations:
            findings = [one for one in eligibility[nomination] if one.code in RULES_OF_AWARDS]
            sentences = refusal._sentences(findings + windows[nomination])
            if sentences:
                said.append(f'{nomination.display_name}: {" ".join(sentences)}')
        return said

    def _sent_outside(self, nominations):
        """What of the window no longer fits the moment each was sent; by nomination."""
        found = {}
        for phase, in_phase in nominations.grouped('phase_id').items():
            windows = phase._window(in_phase.campaign_unit_id)
            for nomination in in_phase:
                window = windows[nomination.campaign_unit_id]
                moment = nomination.submitted_at
                finding = moment and phase._window_finding(window, moment)
                found[nomination] = [finding] if finding else []
        return found

    def _recheck_parts(self, nominations):
        """Criteria and dossier parts asked for now that dossiers have no place for."""
        said = []
        for award, for_award in nominations.grouped('campaign_award_id').items():
            for part, lacking in award._parts_lacking(for_award):
                text = self.env._(
                    '%(award)s now asks for "%(part)s"; without it: %(nominees)s.',
                    award=award.name,
                    part=part.display_name,
                    nominees=', '.join(lacking.mapped('nominee_name')),
                )
                said.append(text)
        return said
