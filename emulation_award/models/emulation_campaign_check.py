from dataclasses import dataclass

from odoo import models
from odoo.tools import format_date

from ..domain import windows


@dataclass(frozen=True)
class Issue:
    """Something a plan still lacks; what blocks must be put right before the launch."""

    blocking: bool
    text: str


class EmulationCampaign(models.Model):
    """Whether a campaign's plan is complete enough to be launched."""

    _inherit = 'emulation.campaign'

    def _issues(self):
        """Everything the plan lacks, in the order of the form.

        :return: list of :class:`Issue`
        """
        self.ensure_one()
        return [
            *self._plan_issues(),
            *self._phase_issues(),
            *self._award_issues(),
            *self._quota_issues(),
            *self._unit_issues(),
            *self._catalogue_issues(),
        ]

    def _blockers(self):
        """Texts of what must be put right first."""
        return [issue.text for issue in self._issues() if issue.blocking]

    def _plan_issues(self):
        issues = []
        if not self.plan_date:
            issues.append(Issue(True, self.env._('The plan has no date.')))
        if not self.plan_number:
            issues.append(Issue(False, self.env._('The plan has no number yet.')))
        if not self.authority_id:
            issues.append(Issue(False, self.env._('Nobody is named as issuing the plan.')))
        if not self.purpose or not self.content_ids:
            issues.append(Issue(False, self.env._('The plan states no purposes or no contents.')))
        return issues

    def _phase_issues(self):
        if not self.phase_ids:
            return [Issue(True, self.env._('The plan has no phase.'))]
        periods = [(phase.name, *phase._period()) for phase in self.phase_ids]
        refusal = self.env['emulation.refusal']
        issues = [
            Issue(True, said) for said in refusal._sentences(windows.period_findings(periods))
        ]
        for phase in self.phase_ids:
            issues += phase._issues()
        return issues

    def _award_issues(self):
        if not self.award_ids:
            return [Issue(True, self.env._('The plan gives no award.'))]
        issues = [issue for award in self.award_ids for issue in award._issues()]
        unused = [
            part.display_name
            for part in (*self.criterion_ids, *self.requirement_ids)
            if not part.award_ids
        ]
        if unused:
            text = self.env._('Asked for by no award: %(parts)s.', parts=', '.join(unused))
            issues.append(Issue(False, text))
        return issues

    def _quota_issues(self):
        issues = [issue for quota in self.quota_ids for issue in quota._issues()]
        ceilings = self.quota_ids.filtered(lambda quota: quota.stage == 'nomination')
        for award in self.award_ids:
            if not any(not quota.award_ids or award in quota.award_ids for quota in ceilings):
                text = self.env._(
                    'Nothing limits how many are nominated for "%(award)s".', award=award.name
                )
                issues.append(Issue(False, text))
        return issues

    def _unit_issues(self):
        if not self.unit_ids:
            return [Issue(True, self.env._('No unit takes part.'))]
        leaderless = self.unit_ids.filtered(lambda unit: not unit.unit_id.leader_ids.user_id)
        empty = [unit for unit, people in self._counted_people().items() if not people]
        issues = []
        if leaderless:
            text = self.env._(
                'No leader with a login, so only the Office can nominate: %(units)s.',
                units=', '.join(leaderless.mapped('unit_id.name')),
            )
            issues.append(Issue(False, text))
        if empty:
            text = self.env._(
                'Nobody is counted, so a share of the head count is zero: %(units)s.',
                units=', '.join(unit.unit_id.name for unit in empty),
            )
            issues.append(Issue(False, text))
        return issues

    def _catalogue_issues(self):
        issues = []
        lapsed = self.legal_basis_ids.filtered(
            lambda basis: (
                basis.effective_to and self.plan_date and basis.effective_to < self.plan_date
            )
        )
        for basis in lapsed:
            text = self.env._(
                '%(basis)s lapsed on %(day)s, before the date of the plan. The campaign keeps '
                'its text and its forms; make sure that is meant.',
                basis=basis.display_name,
                day=format_date(self.env, basis.effective_to),
            )
            issues.append(Issue(False, text))
        unchecked = self._unchecked_entries()
        if unchecked:
            text = self.env._(
                'Not yet compared with the official text: %(entries)s.',
                entries=', '.join(unchecked),
            )
            issues.append(Issue(False, text))
        return issues

    def _unchecked_entries(self):
        """Names of the catalogue's entries in use that nobody has verified."""
        used = (
            self.legal_basis_ids + self.award_ids.criteria_basis_id,
            self.award_ids.award_form_id,
            self.award_ids.report_form_id,
        )
        return [
            entry.display_name
            for entries in used
            for entry in entries
            if entry.verification == 'needs_checking'
        ]
