from odoo import fields, models

from .emulation_nomination_operation import SCREEN


class EmulationNomination(models.Model):
    """Accepting a dossier that the Office has screened."""

    _inherit = 'emulation.nomination'

    def action_accept(self):
        """Accept submitted dossiers (tiếp nhận hồ sơ): they may go on an agenda.

        :raises AccessError: the user is of no Office
        :raises UserError: a rule is not kept; names every nomination with every reason
        """
        self._check_office()
        self.env['emulation.refusal']._raise_for(self._accept_findings())
        before = self._advance(
            lambda _nomination: 'accept',
            accepted_at=fields.Datetime.now(),
            accepted_by_id=self.env.uid,
        )
        self._journal('nomination.accepted', before)
        self._clear(SCREEN)
        self._note(self.env._('Accepted.'))
        self._tell(
            lambda nomination: nomination._answering_users(),
            self.env._('%(count)s dossiers accepted', count=len(self)),
        )
        return True

    def _accept_findings(self):
        """Everything that keeps these nominations from being accepted.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        in_order = (
            self._state_findings(lambda _nomination: 'accept'),
            self._pending_findings(),
            {nomination: nomination._support_findings() for nomination in self},
            self._completeness_findings(),
        )
        return {
            nomination: [finding for found in in_order for finding in found[nomination]]
            for nomination in self
        }

    def _pending_findings(self):
        """Cases against the nominees that are pending now; the rest was judged at submission."""
        return {
            nomination: [finding for finding in found if finding.code == 'on_hold_pending']
            for nomination, found in self._eligibility_findings().items()
        }
