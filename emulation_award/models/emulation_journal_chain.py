from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..domain import hashchain


class EmulationJournalChain(models.Model):
    """Head of one hash chain: one per campaign, and one per company for what has no campaign."""

    _name = 'emulation.journal.chain'
    _description = 'Emulation journal chain'
    _rec_name = 'campaign_id'

    company_id = fields.Many2one(
        'res.company', required=True, readonly=True, index=True, ondelete='restrict'
    )
    campaign_id = fields.Many2one(
        'emulation.campaign', readonly=True, index=True, ondelete='restrict'
    )
    entry_ids = fields.One2many('emulation.journal', 'chain_id', readonly=True)
    last_seq = fields.Integer('Entries', required=True, readonly=True, default=0)
    last_hash = fields.Char(required=True, readonly=True, default=hashchain.GENESIS)

    _campaign_uniq = models.UniqueIndex(
        '(campaign_id) WHERE campaign_id IS NOT NULL', 'A campaign has one journal.'
    )
    _company_uniq = models.UniqueIndex(
        '(company_id) WHERE campaign_id IS NULL', 'A company has one journal of its own.'
    )

    @api.model
    def _of(self, owner):
        """The chain of a campaign, or a company's own; made when first needed.

        :param owner: one emulation.campaign or one res.company
        """
        is_campaign = owner._name == 'emulation.campaign'
        vals = {
            'company_id': owner.company_id.id if is_campaign else owner.id,
            'campaign_id': owner.id if is_campaign else False,
        }
        domain = [(name, '=', value) for name, value in vals.items()]
        return self.search(domain, limit=1) or self._begun(owner, vals)

    @api.model
    def _begun(self, owner, vals):
        """A new chain. Two first entries at once conflict on the owner, and one is retried.

        A unique index alone would refuse the second with an error that nobody can act on.
        """
        self.env.cr.execute(
            SQL(
                'UPDATE %s SET write_uid = write_uid WHERE id = %s',
                SQL.identifier(owner._table),
                owner.id,
            )
        )
        return self.create(vals)

    def _extend(self, events, moment):
        """Append `events` to this chain at `moment`.

        The head row is written, so two transactions that append at once conflict and the
        second is retried: the chain never forks.
        """
        self.ensure_one()
        vals_list = []
        head = self.last_hash
        for seq, event in enumerate(events, self.last_seq + 1):
            vals = self._entry_vals(seq, head, event, moment)
            head = vals['hash']
            vals_list.append(vals)
        self.write({'last_seq': self.last_seq + len(events), 'last_hash': head})
        # Before the entries: whose number is taken is an error, a head that was moved is retried.
        self.flush_recordset(['last_seq', 'last_hash'])
        return self.env['emulation.journal'].sudo().create(vals_list)  # sudo: see _append

    def _entry_vals(self, seq, previous, event, moment):
        payload = hashchain.canonical(event['payload'])
        vals = {
            'chain_id': self.id,
            'seq': seq,
            'event': event['event'],
            'user_id': self.env.uid,
            'actor': self.env.user.login,
            'moment': moment,
            'res_model': event['record']._name,
            'res_id': event['record'].id,
            'payload': payload,
            'payload_digest': hashchain.digest(payload),
            'previous': previous,
        }
        return {**vals, 'hash': self._hash(vals)}

    def _hash(self, vals):
        owner = {'company_id': self.company_id.id, 'campaign_id': self.campaign_id.id}
        event, actor = self.env['emulation.journal']._covered(vals, owner)
        stamp = fields.Datetime.to_string(vals['moment'])
        return hashchain.link(
            vals['previous'], vals['seq'], event, actor, stamp, vals['payload_digest']
        )

    def action_verify(self):
        """Recompute the chain from its stored entries and say whether it holds."""
        self.ensure_one()
        self.check_access('read')
        broken = self._first_break()
        return {
            'type': 'ir.actions.client',
            'tag': 'display_notification',
            'params': {
                'type': 'danger' if broken else 'success',
                'sticky': bool(broken),
                'message': self._break_message(broken),
            },
        }

    def _first_break(self):
        self.ensure_one()
        # What is stored counts, not what this transaction remembers of it.
        self.env['emulation.journal'].invalidate_model()
        self.invalidate_recordset()
        entries = self.entry_ids.sorted('seq')
        head = (self.last_seq, self.last_hash)
        return hashchain.first_break((entry._as_domain_entry() for entry in entries), head)

    def _break_message(self, broken):
        if not broken:
            return self.env._('The journal holds: %(count)s entries verified.', count=self.last_seq)
        return self.env._(
            'The journal does not hold at entry %(seq)s (%(reason)s). Keep a copy of the database '
            'and tell the inspector.',
            seq=broken.seq,
            reason=broken.reason,
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        raise UserError(self.env._('The journal is append-only: a chain is never deleted.'))
