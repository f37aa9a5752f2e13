from odoo import fields, models
from odoo.exceptions import UserError


class EmulationCampaign(models.Model):
    """Amending a launched campaign (điều chỉnh kế hoạch): logged, re-checked, deleting nothing."""

    _inherit = 'emulation.campaign'

    def action_open_amend(self):
        """Ask for the reason of an amendment."""
        self.ensure_one()
        self._check_office()
        return self._open_wizard('emulation.campaign.amend', self.env._('Amend the campaign'))

    def action_finish_amendment(self):
        """Close the amendment: re-check what is already in, journal every change, tell leaders.

        :raises UserError: no amendment is open, or what it leaves is no complete plan
        """
        self._check_office()
        for campaign in self:
            campaign._check_state('launched')
            campaign._finish_amendment()
        return True

    def action_discard_amendment(self):
        """End an amendment that has changed nothing.

        :raises UserError: it has changed something, which stays on record
        """
        self._check_office()
        for campaign in self:
            amendment = campaign._open_amendment()
            if amendment.line_ids:
                raise UserError(
                    self.env._(
                        'This amendment has already changed something. Change it back if need be, '
                        'and finish it: both changes stay on record.'
                    )
                )
            campaign._end_amendment('discarded', '')
            campaign._journal('campaign.amendment_discarded', {'amendment': amendment.id})
        return True

    def _start_amendment(self, reason, document=''):
        """Open the rules for change.

        :param str reason: why the plan is changed
        :param str document: number and date of the amending document, if any
        :return: the amendment
        """
        self.ensure_one()
        self._check_office()
        self._check_state('launched')
        self._check_none_open()
        # sudo: nobody may create amendments but this operation, whose user is checked above.
        amendment = (
            self.env['emulation.amendment']
            .sudo()
            .create(
                {
                    'campaign_id': self.id,
                    'reason': reason,
                    'document': document,
                    'user_id': self.env.uid,
                    'started_at': fields.Datetime.now(),
                }
            )
        )
        self.sudo().amendment_id = amendment  # sudo: as above
        payload = {'amendment': amendment.id, 'reason': reason, 'document': document or ''}
        self._journal('campaign.amendment_started', payload)
        return amendment.sudo(False)

    def _check_none_open(self):
        if self.amendment_id:
            raise UserError(
                self.env._(
                    'An amendment is in progress (%(reason)s, by %(user)s). Finish it first.',
                    reason=self.amendment_id.reason,
                    user=self.amendment_id.user_id.name,
                )
            )

    def _open_amendment(self):
        self.ensure_one()
        if not self.amendment_id:
            raise UserError(
                self.env._('No amendment of "%(campaign)s" is open.', campaign=self.name)
            )
        return self.amendment_id

    def _finish_amendment(self):
        amendment = self._open_amendment()
        self._contend()
        blockers = self._blockers()
        if blockers:
            heading = self.env._('The amended plan is not complete:')
            raise UserError('\n'.join([heading, *(f'- {text}' for text in blockers)]))
        # sudo: head counts and copies of forms are written by operations only.
        uncounted = self.sudo().unit_ids.filtered(lambda unit: not unit.head_count_date)
        self.sudo()._freeze_head_counts(uncounted)
        self.sudo()._take_report_forms()
        misfits = self._recheck()
        self._end_amendment('done', '\n'.join(misfits))
        self._journal('campaign.amended', amendment._as_payload(misfits, uncounted))
        self._tell_leaders(
            self.env._('%(campaign)s has been amended', campaign=self.name),
            self._amendment_notice(amendment),
        )

    def _end_amendment(self, state, recheck):
        # sudo: an amendment is written by this operation only; its user has been checked.
        campaign = self.sudo()
        campaign.amendment_id.write(
            {'state': state, 'finished_at': fields.Datetime.now(), 'recheck': recheck}
        )
        campaign.amendment_id = False
        # At once, so that the next amendment finds the place of the open one free.
        self.env.flush_all()

    def _amendment_notice(self, amendment):
        # Without the re-check: it names nominees, and a leader sees the own unit's only.
        lines = [amendment.reason, amendment.document or '']
        lines += [line._as_text() for line in amendment.line_ids]
        return '\n'.join(filter(None, lines))
