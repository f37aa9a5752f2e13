from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import hashchain


class EmulationJournal(models.Model):
    """Append-only, hash-chained record of every rule-bearing event (nhật ký).

    Nobody writes here directly: operations append, the auditor verifies. Each entry carries the
    digest of its payload and of the entry before it, so that one changed byte is found.
    """

    _name = 'emulation.journal'
    _description = 'Emulation journal entry'
    _order = 'chain_id, seq desc'
    _rec_name = 'event'

    chain_id = fields.Many2one(
        'emulation.journal.chain', required=True, readonly=True, index=True, ondelete='restrict'
    )
    company_id = fields.Many2one(related='chain_id.company_id', store=True, index=True)
    campaign_id = fields.Many2one(related='chain_id.campaign_id', store=True, index=True)
    seq = fields.Integer('No.', required=True, readonly=True)
    event = fields.Char(required=True, readonly=True)
    user_id = fields.Many2one('res.users', 'By', readonly=True, index=True, ondelete='restrict')
    actor = fields.Char(required=True, readonly=True, help='Login of the user at that moment.')
    moment = fields.Datetime('At', required=True, readonly=True)
    res_model = fields.Char('Model', readonly=True)
    res_id = fields.Many2oneReference('Record', model_field='res_model', readonly=True)
    payload = fields.Text(required=True, readonly=True)
    payload_digest = fields.Char('Digest', required=True, readonly=True)
    previous = fields.Char('Previous hash', required=True, readonly=True)
    hash = fields.Char(required=True, readonly=True)

    _chain_seq_uniq = models.Constraint(
        'UNIQUE (chain_id, seq)', 'The journal already holds an entry with this number.'
    )

    @api.model
    def _append(self, events):
        """Append events, each to the chain of its campaign or else of its company.

        :param list events: dicts with keys `event` (str), `record` (one record), `payload`
            (dict of JSON values without floats), optional `campaign` and `company` (one record)
        :return: the entries, in the order of `events`
        """
        # sudo: appending is part of an operation that has checked its user; nobody has the
        # right to create entries otherwise.
        entries = self.sudo().browse()
        chains = self.env['emulation.journal.chain'].sudo()
        moment = fields.Datetime.now()
        for chain, chain_events in self._by_chain(chains, events).items():
            entries += chain._extend(chain_events, moment)
        return entries

    @api.model
    def _by_chain(self, chains, events):
        by_chain = {}
        for event in events:
            chain = chains._get(event.get('campaign'), event.get('company'))
            by_chain.setdefault(chain, []).append(event)
        return by_chain

    def _as_domain_entry(self):
        self.ensure_one()
        return hashchain.Entry(
            seq=self.seq,
            event=self.event,
            actor=self.actor,
            moment=fields.Datetime.to_string(self.moment),
            payload=self.payload,
            payload_digest=self.payload_digest,
            previous=self.previous,
            hash=self.hash,
        )

    def write(self, vals):
        # The journal is append-only for everybody, superuser mode included.
        raise UserError(self.env._('The journal is append-only: entries are never changed.'))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        raise UserError(self.env._('The journal is append-only: entries are never deleted.'))
