from odoo import models

from ..domain.states import State


class EmulationNomination(models.Model):
    """What the council does with accepted nominations: takes them up and decides.

    Private: a session calls these once it has checked who acts and what was voted. Those who
    act there may not write dossiers themselves, hence sudo for notes and journal throughout.
    """

    _inherit = 'emulation.nomination'

    def _put_on_agenda(self, session):
        """Put accepted nominations on the agenda of a session.

        :param session: the emulation.session, for the journal
        :raises UserError: a state does not allow it
        """
        self._decide('put_on_agenda', 'nomination.put_on_agenda', session)
        # sudo: the note of an operation of the session.
        self.sudo()._note(self.env._('On the agenda of %(session)s.', session=session.name))

    def _take_off_agenda(self, session):
        """Put nominations back among the accepted; one on hold goes back there when released.

        :param session: the emulation.session they were on the agenda of
        :raises UserError: a state does not allow it
        """
        held = self.filtered(lambda one: one.state == State.ON_HOLD)
        held._write_operation({'state_before_hold': State.ACCEPTED.value})
        others = self - held
        others._decide('take_off_agenda', 'nomination.taken_off_agenda', session)
        # sudo: the note of an operation of the session.
        self.sudo()._note(self.env._('Taken off the agenda of %(session)s.', session=session.name))

    def _approve(self, session, reasons):
        """Approve nominations; one on hold stays so, and is approved once it is released.

        :param session: the emulation.session that decided
        :param reasons: dict of nomination -> sentence with the figures
        :raises UserError: a state does not allow it
        """
        held = self.filtered(lambda one: one.state == State.ON_HOLD)
        held._write_operation({'state_before_hold': State.APPROVED.value})
        if held:
            before = dict.fromkeys(held, State.ON_HOLD.value)
            # sudo: as in _decide.
            held.sudo()._journal(
                'nomination.approved_on_hold', before, lambda one: {'session': session.id}
            )
        (self - held)._decide('approve', 'nomination.approved', session)
        self._tell_outcome(self.env._('Approved by the council'), reasons)

    def _not_approve(self, session, reasons):
        """Close nominations that the council did not approve.

        :param session: the emulation.session that decided
        :param reasons: dict of nomination -> sentence with the figures
        :raises UserError: a state does not allow it
        """
        self._decide('not_approve', 'nomination.not_approved', session, state_before_hold=False)
        self._tell_outcome(self.env._('Not approved by the council'), reasons)

    def _decide(self, operation, event, session, **values):
        if not self:
            return
        # sudo: the session has checked who acts; members of the council may not write dossiers.
        decided = self.sudo()
        self.env['emulation.refusal']._raise_for(decided._state_findings(lambda _one: operation))
        before = decided._advance(lambda _one: operation, **values)
        decided._journal(
            event, before, lambda _one: {'session': session.id, 'session_name': session.name}
        )

    def _tell_outcome(self, subject, reasons):
        if not self:
            return
        # sudo: the unit's leaders are told of their own nominations.
        decided = self.sudo()
        said = {one.sudo(): reason for one, reason in reasons.items()}
        decided._note(f'{subject}.', said)
        decided._tell(lambda one: one._answering_users(), subject, said.get)
