from odoo import models

from ..domain.states import HOLDING, State
from .emulation_nomination_operation import CORRECT, SCREEN


class EmulationNomination(models.Model):
    """Withdrawing a nomination (rút đề nghị) before it is on an agenda, and reviving it."""

    _inherit = 'emulation.nomination'

    def action_open_withdraw(self):
        """Ask for the reason of the withdrawal."""
        self._check_proposing_side()
        self.env['emulation.refusal']._raise_for(self._withdraw_findings())
        return self._open_wizard('emulation.nomination.withdraw', self.env._('Withdraw'))

    def _withdraw(self, reason):
        """Withdraw nominations; their places become free for others.

        :param str reason: why, for everybody who may read the nomination
        :raises AccessError: the user acts for none of the proposing units
        :raises UserError: a state does not allow it
        """
        self._check_proposing_side()
        self.env['emulation.refusal']._raise_for(self._withdraw_findings())
        holding = self.filtered(lambda nomination: nomination.state in HOLDING)
        self.env['emulation.quota']._free_places(holding)
        self._close_items()
        before = self._advance(lambda _nomination: 'withdraw', withdraw_reason=reason)
        self._journal('nomination.withdrawn', before, lambda _nomination: {'reason': reason})
        self._clear(SCREEN, CORRECT)
        self._note(self.env._('Withdrawn: %(reason)s', reason=reason))
        holding._tell(
            lambda nomination: nomination._screener() | nomination._answering_users(),
            self.env._('%(count)s nominations withdrawn', count=len(holding)),
            lambda _nomination: reason,
        )

    def _withdraw_findings(self):
        return self._state_findings(lambda _nomination: 'withdraw')

    def action_revive(self):
        """Make withdrawn nominations drafts again; a vote of the unit on them still counts.

        :raises AccessError: the user acts for none of the proposing units
        :raises UserError: the campaign is over, or the nominee was nominated anew meanwhile
        """
        self._check_proposing_side()
        self.env['emulation.refusal']._raise_for(self._revive_findings())
        before = self._advance(lambda _nomination: 'revive', withdraw_reason=False)
        self._journal('nomination.revived', before)
        self._note(self.env._('Revived.'))
        self.filtered(lambda nomination: not nomination._support_findings())._resume_support()
        return True

    def _revive_findings(self):
        """Why these nominations cannot come back to life."""
        found = self._state_findings(lambda _nomination: 'revive')
        for nomination, eligibility in self._eligibility_findings().items():
            found[nomination] += [
                finding for finding in eligibility if finding.code == 'duplicate_award'
            ]
        return found

    def _resume_support(self):
        """Let the closed minutes that name these nominations count again."""
        drafts = self.filtered(lambda nomination: nomination.state == State.DRAFT)
        before = drafts._advance(lambda _nomination: 'review')
        drafts._journal('nomination.reviewed', before)
