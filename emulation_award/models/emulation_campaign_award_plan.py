from odoo import fields, models

from ..domain import plan_rules


class EmulationCampaignAward(models.Model):
    """The award as the plan of the campaign says it (kế hoạch, phần khen thưởng)."""

    _inherit = 'emulation.campaign.award'

    lead_collective = fields.Text(
        'Opening for collectives',
        help='What the plan says before the criteria for collectives; a usual sentence when empty.',
    )
    lead_individual = fields.Text(
        'Opening for individuals',
        help='What the plan says before the criteria for individuals; a usual sentence when empty.',
    )

    def _plan_award(self):
        """The award as the plan (domain/plan_rules.py) says it."""
        self.ensure_one()
        return plan_rules.Award(
            self.id,
            self.name,
            self.subject,
            is_forwarded=self.is_forwarded,
            criteria=tuple(criterion._plan_criterion() for criterion in self.criterion_ids),
            reference=self._plan_reference(),
            lead_collective=self.lead_collective or '',
            lead_individual=self.lead_individual or '',
            categories=tuple(self.category_ids.mapped('name')),
            takes_outsiders=self.outsiders_allowed,
            any_unit_proposes=self.proposer == 'any_unit',
            vote=plan_rules.VoteRule(self._majority_rule(), self.vote_mode, self.tie_rule),
        )

    def _plan_reference(self):
        basis = self.criteria_basis_id
        if not basis:
            return None
        return plan_rules.Reference(basis.citation, basis.number, self.criteria_clause or '')
