from odoo import api, models
from odoo.exceptions import ValidationError

from ..domain import majority


class EmulationCampaignAward(models.Model):
    """The majority the council needs for this award (tỷ lệ thông qua)."""

    _inherit = 'emulation.campaign.award'

    @api.depends('award_form_id')
    def _compute_vote_rule(self):
        """At least what the law sets, of all members; else more than half of those who vote."""
        for award in self:
            legal = award.award_form_id.threshold_percent
            award.vote_numerator, award.vote_denominator = (legal, 100) if legal else (1, 2)
            award.vote_strict = not legal
            award.vote_base = 'all_members' if legal else 'voting_members'

    @api.constrains(
        'vote_numerator', 'vote_denominator', 'vote_strict', 'vote_base', 'award_form_id'
    )
    def _check_vote_rule(self):
        for award in self:
            form = award.award_form_id
            finding = majority.threshold_finding(
                award.name,
                award._majority_rule(),
                form.threshold_percent,
                form.threshold_basis or '',
            )
            if finding:
                raise ValidationError(self.env['emulation.refusal']._sentence(finding))

    def _majority_rule(self):
        """The majority as the rules (domain/majority.py) want it."""
        self.ensure_one()
        return majority.Rule(
            self.vote_numerator, self.vote_denominator, self.vote_strict, self.vote_base
        )
