from odoo import fields, models

from ..domain.decision_change import annul_findings


class EmulationDecision(models.Model):
    """Annulling a correction or revocation that was issued and is not to take effect.

    It keeps its number, for the register has no gaps; nothing it was to change is touched.
    """

    _inherit = 'emulation.decision'

    annulled_at = fields.Datetime('Annulled on', readonly=True, copy=False)
    annulled_by_id = fields.Many2one(
        'res.users', 'Annulled by', readonly=True, copy=False, index='btree_not_null'
    )
    annul_reason = fields.Text('Why annulled', readonly=True, copy=False)

    def action_open_annul(self):
        """Ask why it is annulled.

        :raises AccessError: the user is no manager
        :raises UserError: it is an award decision, or not issued, or in effect
        """
        self.ensure_one()
        self._check_manager()
        self._check_annulled('-')
        return {
            'type': 'ir.actions.act_window',
            'res_model': 'emulation.decision.annul',
            'name': self.env._('Annul'),
            'views': [(False, 'form')],
            'target': 'new',
            'context': {'default_decision_id': self.id},
        }

    def _annul(self, reason):
        """Annul an issued correction or revocation that has not taken effect.

        :param str reason: why; kept on the decision and in the journal
        :raises AccessError: the user is no manager
        :raises UserError: it is an award decision, or not issued, or in effect, or no reason
        """
        self.ensure_one()
        self._check_manager()
        self._contend()
        self._check_annulled(reason)
        # sudo: operation fields; the manager was checked.
        annulled = self.sudo()
        annulled.line_ids.state = 'revoked'
        annulled.write(
            {
                'state': 'annulled',
                'annulled_at': fields.Datetime.now(),
                'annulled_by_id': self.env.uid,
                'annul_reason': reason,
            }
        )
        payload = {'reason': reason, 'changes': self.original_id.number or ''}
        self._journal('decision.annulled', payload)
        self._message_log(body=self.env._('Annulled: %(reason)s', reason=reason))

    def _check_annulled(self, reason):
        self.env['emulation.refusal']._raise_if(annul_findings(self.kind, self.state, reason))
