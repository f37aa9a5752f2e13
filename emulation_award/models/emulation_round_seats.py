from odoo import models
from odoo.fields import Domain

from ..domain import cut
from ..domain import quota as rules
from .emulation_quota_count import TAKEN


class EmulationRound(models.Model):
    """The seats of a round: those of the selection quota, over all phases, less those taken."""

    _inherit = 'emulation.round'

    def _take_seats(self):
        """Fix which quota binds and how many of its seats are used, just before the count."""
        self.ensure_one()
        quotas = self._seats_quotas()
        if not quotas:
            self.write({'seats_quota_id': False, 'seats_maximum': 0, 'seats_minimum': 0})
            return
        # Two announcements that want the same seats conflict; the second is retried, and sees the
        # first.
        self.campaign_id.quota_revision += 1
        self.campaign_id.flush_recordset(['quota_revision'])
        used = {quota: len(self._seated(quota)) for quota in quotas}
        binding = min(quotas, key=lambda one: (self._ceiling(one) - used[one], one.id))
        self.write(
            {
                'seats_quota_id': binding.id,
                'seats_maximum': self._ceiling(binding),
                'seats_minimum': min(binding.minimum, self._ceiling(binding)),
                'seats_used': used[binding],
            }
        )

    def _ceiling(self, quota):
        scope = self.campaign_id
        rule, base = quota._rule_and_base(scope, quota._head_counts({scope}))
        return rules.ceiling(rule, base)

    def _seated(self, quota):
        """Nominations that have a seat of a quota: decided before, or selected in this session."""
        domain = Domain('campaign_id', '=', self.campaign_id.id)
        if quota.period == 'phase':
            domain &= Domain('phase_id', '=', self.session_id.phase_id.id)
        taken = [state.value for state in TAKEN['selection']]
        held = Domain('state', '=', 'on_hold') & Domain('state_before_hold', 'in', taken)
        decided = self.env['emulation.nomination'].search(
            domain & (Domain('state', 'in', taken) | held)
        )
        pending = self.env['emulation.candidate'].search(
            Domain('outcome', '=', 'selected')
            & Domain('round_id.state', '=', 'announced')
            & Domain('round_id.session_id.state', '=', 'open')
            & Domain('nomination_id', 'in', self.env['emulation.nomination']._search(domain))
        )
        return (quota._still_taking(decided) | pending.nomination_id).filtered(
            lambda one: quota._concerns(one.campaign_award_id, one.nominee_kind)
        )

    def _seats(self):
        """The seats as the rules (domain/cut.py) want them; None where the plan sets no number."""
        self.ensure_one()
        if not self.seats_quota_id:
            return None
        return cut.Seats(
            self.seats_minimum, self.seats_maximum, self.seats_used, self.seats_reserved
        )

    def _line(self, verdicts=None):
        """Where the line falls, a tie resolved as far as it is.

        :param verdicts: dict of candidate -> verdict; those stored when not given
        :return: :class:`~..domain.cut.Cut` of ids of candidates
        """
        if verdicts is None:
            passing = {one.id: one.yes for one in self.candidate_ids if one.passed}
        else:
            passing = {one.id: found.yes for one, found in verdicts.items() if found.passed}
        line = cut.cut(passing, self._seats())
        broken = self._broken_tie(line)
        return cut.settle(line, broken) if broken else line

    def _minimum_findings(self):
        """That fewer are selected than the plan wants, to be reported; maybe none."""
        seats = self._seats()
        finding = seats and cut.minimum_finding(seats, self._line())
        return [finding] if finding else []
