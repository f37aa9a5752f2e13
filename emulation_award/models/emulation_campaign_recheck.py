from odoo import models
from odoo.fields import Domain

from ..domain.states import HOLDING, State


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
        return [
            *self._recheck_quotas(),
            *self._recheck_rules(sent),
            *self._recheck_parts(nominations),
        ]

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
        for nomination, findings in self._rule_findings(nominations).items():
            sentences = ' '.join(refusal._sentences(findings))
            if sentences:
                said.append(f'{nomination.display_name}: {sentences}')
        return said

    def _rule_findings(self, nominations):
        found = {}
        for phase, in_phase in nominations.grouped('phase_id').items():
            windows = phase._window(in_phase.campaign_unit_id)
            for nomination in in_phase:
                window = phase._window_finding(
                    windows[nomination.campaign_unit_id], nomination.submitted_at
                )
                found[nomination] = [window] if window else []
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
