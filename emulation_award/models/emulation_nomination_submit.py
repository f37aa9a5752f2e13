from odoo import api, fields, models

from ..domain.states import State
from .emulation_nomination_operation import CORRECT, SCREEN


class EmulationNomination(models.Model):
    """Submitting a dossier to the Office, and submitting it again once it was mended."""

    _inherit = 'emulation.nomination'

    @api.model
    def _submission(self, nomination):
        """Which operation it is to submit this nomination."""
        return 'resubmit' if nomination.state == State.RETURNED else 'submit'

    def action_submit(self):
        """Submit dossiers (gửi hồ sơ): first, or again after they were returned.

        :raises AccessError: the user acts for none of the proposing units
        :raises UserError: a rule is not kept; names every nomination with every reason
        """
        self._check_proposing_side()
        first = self.filtered(lambda nomination: self._submission(nomination) == 'submit')
        # Before anything is read: whoever competes for the same places conflicts from here on.
        self.env['emulation.quota']._free_places(first)
        self.env['emulation.refusal']._raise_for(self._submit_findings())
        again = self - first
        again._close_items()
        before = self._advance(
            self._submission,
            submitted_at=fields.Datetime.now(),
            submitted_by_id=self.env.uid,
            return_note=False,
        )
        self._take_snapshot()
        self._journal('nomination.submitted', before, self._submission_payload)
        self._clear(CORRECT)
        self._schedule(SCREEN, lambda nomination: nomination._screener())
        self._note(self.env._('Submitted.'))
        self._tell(
            lambda nomination: nomination._screener(),
            self.env._('%(count)s dossiers submitted', count=len(self)),
        )
        return True

    def _submit_findings(self):
        """Everything that keeps these nominations from being submitted together, and now.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        in_order = (
            self._submittable_findings(),
            self._eligibility_findings(),
            {nomination: nomination._support_findings() for nomination in self},
            self._completeness_findings(),
            self._window_findings(fields.Datetime.now()),
            self._quota_findings(),
        )
        return {
            nomination: [finding for found in in_order for finding in found.get(nomination, ())]
            for nomination in self
        }

    def _submittable_findings(self):
        """As :meth:`_state_findings`; of a draft it is the minutes that are missing, said there."""
        found = self._state_findings(self._submission)
        for nomination in self:
            if nomination.state == State.DRAFT and nomination._support_findings():
                found[nomination] = [
                    finding for finding in found[nomination] if finding.code != 'wrong_state'
                ]
        return found

    def _window_findings(self, moment):
        """Why dossiers are not taken at this moment, extensions (gia hạn) counted."""
        found = {}
        for phase, nominations in self.grouped('phase_id').items():
            by_unit = phase._window_findings(nominations.campaign_unit_id, moment)
            for nomination in nominations:
                finding = by_unit[nomination.campaign_unit_id]
                found[nomination] = [finding] if finding else []
        return found

    def _quota_findings(self):
        """Why these cannot take their places; who was returned still holds one."""
        wanting = self.filtered(
            lambda nomination: nomination.state in (State.DRAFT, State.REVIEWED)
        )
        return self.env['emulation.quota']._place_findings(wanting)

    def _close_items(self):
        # sudo: written by operations only, after the user was checked.
        items = self.sudo().return_item_ids.filtered('is_open')
        items.write({'is_open': False})

    def _submission_payload(self, nomination):
        # sudo: what is in the dossier, for the record of what was submitted.
        nomination = nomination.sudo()
        return {
            'snapshot': nomination._snapshot_payload(),
            'review': nomination.review_line_id.review_id.id,
            'files': [
                {'name': file.name, 'sha256': file.checksum} for file in nomination.evidence_ids
            ],
        }
