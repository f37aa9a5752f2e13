from odoo import fields, models
from odoo.exceptions import UserError


class EmulationCommendation(models.Model):
    """Revoking awards, and the money then to be returned (hủy quyết định, thu hồi tiền thưởng).

    Whoever loses an award returns the money that came with it (Law 06/2022/QH15, Art. 93).
    """

    _inherit = 'emulation.commendation'

    recovery_state = fields.Selection(
        [('none', 'Nothing to return'), ('due', 'To be returned'), ('recovered', 'Returned')],
        'Prize money',
        required=True,
        readonly=True,
        default='none',
        copy=False,
        tracking=True,
    )
    recovery_amount = fields.Integer('To return (đồng)', readonly=True, copy=False)
    recovery_document = fields.Char('Receipt', readonly=True, copy=False, tracking=True)
    recovery_date = fields.Date('Returned on', readonly=True, copy=False)

    def _revoke(self, document, day, reason):
        """Revoke awards by a decision (hủy quyết định khen thưởng, Law 06/2022/QH15, Art. 93).

        :param str document: the revoking decision, as cited
        :param date day: its date
        :param str reason: why, as the decision words it
        :raises UserError: one of the awards is revoked already
        """
        self.check_access('write')
        self._check_state('valid', self.env._('already revoked'))
        # sudo: operation fields; the user's right to write was checked above.
        self.sudo().write(
            {
                'state': 'revoked',
                'revocation_document': document,
                'revocation_date': day,
                'revocation_reason': reason,
            }
        )
        self._ask_back()
        # Now, so that the nomination can be awarded again in the same transaction.
        self.flush_recordset(['state'])
        self._journal('commendation.revoked', {'document': document, 'reason': reason})

    def action_reinstate(self):
        """Make awards valid again whose revocation was entered by mistake or annulled."""
        self.check_access('write')
        self._check_state('revoked', self.env._('not revoked'))
        self._check_not_revoked_by_decision()
        # sudo: as in _revoke.
        self.sudo().write(
            {
                'state': 'valid',
                'revocation_document': False,
                'revocation_date': False,
                'revocation_reason': False,
                **self._nothing_to_recover(),
            }
        )
        self._journal('commendation.reinstated', {})

    def _ask_back(self):
        """Note that the money of awards just revoked is to be returned."""
        for award in self.filtered('prize_amount'):
            # sudo: operation fields; revoking has checked the user.
            award.sudo().write({'recovery_state': 'due', 'recovery_amount': award.prize_amount})

    def _check_not_revoked_by_decision(self):
        """Refuse to undo in the registry what a decision revoked.

        :raises UserError: a decision of this body revoked one of the awards
        """
        # sudo: only whether the line of the decision is revoked.
        revoked = self.sudo().filtered(lambda one: one.decision_line_id.state == 'revoked')
        if revoked:
            raise UserError(
                self.env._(
                    '%(awards)s: a decision revoked this. Only another decision can award it '
                    'again.',
                    awards=', '.join(revoked.with_env(self.env).mapped('display_name')),
                )
            )

    def _check_revoked_by_hand(self):
        """Refuse to revoke past its decision what this body decided.

        :raises UserError: one of the awards is a line of a decision
        """
        # sudo: only whether there is a line.
        if decided := self.filtered(lambda award: award.sudo().decision_line_id):
            raise UserError(
                self.env._(
                    '%(awards)s: revoke the decision that awarded it, wholly or in part. The '
                    'registry follows.',
                    awards=', '.join(decided.mapped('display_name')),
                )
            )

    def _nothing_to_recover(self):
        return {
            'recovery_state': 'none',
            'recovery_amount': 0,
            'recovery_document': False,
            'recovery_date': False,
        }

    def _record_recovery(self, document, day):
        """Record that the money of revoked awards was returned.

        :param str document: receipt or other proof, as cited
        :param date day: when it came back
        :raises UserError: one of the awards has nothing to be returned
        """
        self.check_access('write')
        if wrong := self.filtered(lambda award: award.recovery_state != 'due'):
            raise UserError(
                self.env._(
                    '%(awards)s: there is no money to be returned. Leave it out and try again.',
                    awards=', '.join(wrong.mapped('display_name')),
                )
            )
        # sudo: operation fields; the user's right to write was checked above.
        self.sudo().write(
            {
                'recovery_state': 'recovered',
                'recovery_document': document,
                'recovery_date': day,
            }
        )
        self._journal(
            'commendation.recovered',
            {'document': document, 'date': fields.Date.to_string(day)},
            lambda award: {'amount': award.recovery_amount},
        )
