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
    summary = fields.Char('What happened', compute='_compute_summary')
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
        journal, chains = self.sudo(), self.env['emulation.journal.chain'].sudo()
        moment = fields.Datetime.now()
        entries = [journal] * len(events)
        for chain, positions in self._by_chain(chains, events).items():
            extended = chain._extend([events[position] for position in positions], moment)
            for position, entry in zip(positions, extended, strict=True):
                entries[position] = entry
        return journal.union(*entries)

    @api.model
    def _by_chain(self, chains, events):
        """Positions of the events by chain, one look-up for each campaign or company."""
        by_owner = {}
        for position, event in enumerate(events):
            owner = event.get('campaign') or event.get('company') or self.env.company
            by_owner.setdefault(owner, []).append(position)
        return {chains._of(owner): positions for owner, positions in by_owner.items()}

    @api.model
    def _covered(self, vals, chain):
        """What of an entry its hash covers besides number, moment and payload.

        :param vals: column values, of an entry to come or of a stored one
        :return: event with its record and owner, actor with its user
        """
        owner = f'{chain["company_id"]},{chain["campaign_id"]}'
        event = f'{vals["event"]} {vals["res_model"]},{vals["res_id"]} {owner}'
        return event, f'{vals["actor"]} {vals["user_id"]}'

    def _as_domain_entry(self):
        self.ensure_one()
        columns = {
            **{name: self[name] for name in ('event', 'res_model', 'res_id', 'actor')},
            'user_id': self.user_id.id,
        }
        owner = {'company_id': self.company_id.id, 'campaign_id': self.campaign_id.id}
        event, actor = self._covered(columns, owner)
        return hashchain.Entry(
            seq=self.seq,
            event=event,
            actor=actor,
            moment=fields.Datetime.to_string(self.moment),
            payload=self.payload,
            payload_digest=self.payload_digest,
            previous=self.previous,
            hash=self.hash,
        )

    def write(self, vals):
        self._refuse_change()
        return super().write(vals)

    @api.model
    def _refuse_change(self):
        """Append-only for everybody, superuser mode included."""
        raise UserError(self.env._('The journal is append-only: entries are never changed.'))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        raise UserError(self.env._('The journal is append-only: entries are never deleted.'))
