from collections import defaultdict

from odoo import models
from odoo.tools import plaintext2html

from ..domain.states import State
from .emulation_nomination_operation import CORRECT, SCREEN


class EmulationNomination(models.Model):
    """Putting a nomination on hold while a case is pending (tạm dừng), and releasing it.

    Nobody is rewarded while discipline, an inspection or a complaint is being dealt with; once
    that ends without blame the nomination goes on from where it stood.
    """

    _inherit = 'emulation.nomination'

    def action_open_hold(self):
        """Ask what is pending."""
        self._check_office()
        self.env['emulation.refusal']._raise_for(self._hold_findings())
        return self._open_wizard('emulation.nomination.hold', self.env._('Put on hold'))

    def action_open_release(self):
        """Ask for the document that ends the case."""
        self._check_office()
        self.env['emulation.refusal']._raise_for(self._release_findings())
        return self._open_wizard('emulation.nomination.release', self.env._('Release'))

    def _hold(self, kind, reason, document=''):
        """Stop nominations where they are; they keep their places.

        :param str kind: a key of HOLD_KINDS
        :param str reason: what is pending, for the Office and the inspection only
        :param str document: number and date of the document that opens the case
        :raises AccessError: the user is of no Office
        :raises UserError: a state does not allow it
        """
        self._check_office()
        self.env['emulation.refusal']._raise_for(self._hold_findings())
        for state, nominations in self.grouped('state').items():
            nominations._write_operation({'state_before_hold': state})
        before = self._advance(
            lambda _nomination: 'hold',
            hold_kind=kind,
            hold_reason=reason,
            hold_document=document,
            release_reason=False,
            release_document=False,
        )
        case = {'kind': kind, 'reason': reason, 'document': document or ''}
        self._journal('nomination.held', before, lambda _nomination: case)
        self._clear(SCREEN, CORRECT)
        # Without the reason: a thread is read by whoever may read the nomination.
        self._note(self.env._('Put on hold.'))
        self._tell(
            lambda nomination: nomination._answering_users(),
            self.env._('%(count)s nominations put on hold', count=len(self)),
        )

    def _hold_findings(self):
        return self._state_findings(lambda _nomination: 'hold')

    def _release(self, reason, document=''):
        """Let nominations go on from the state in which they were put on hold.

        :param str reason: how the case ended, for the Office and the inspection only
        :param str document: number and date of the document that ends it
        :raises AccessError: the user is of no Office
        :raises UserError: a state does not allow it
        """
        self._check_office()
        self.env['emulation.refusal']._raise_for(self._release_findings())
        before = self._advance(
            lambda _nomination: 'release',
            state_before_hold=False,
            release_reason=reason,
            release_document=document,
        )
        end = {'reason': reason, 'document': document or ''}
        self._journal('nomination.released', before, lambda _nomination: end)
        self._reopen_activities()
        self._note(self.env._('Released from the hold.'))
        self._tell(
            lambda nomination: nomination._answering_users(),
            self.env._('%(count)s nominations released from the hold', count=len(self)),
        )

    def _release_findings(self):
        return self._state_findings(lambda _nomination: 'release')

    def _reopen_activities(self):
        """What somebody had to do before the hold has to be done still."""
        by_state = defaultdict(self.browse, self.grouped('state'))
        by_state[State.SUBMITTED]._schedule(SCREEN, lambda nomination: nomination._screener())
        by_state[State.RETURNED]._schedule(
            CORRECT,
            lambda nomination: nomination._answering_user(),
            lambda nomination: plaintext2html(nomination._open_item_text()),
        )
