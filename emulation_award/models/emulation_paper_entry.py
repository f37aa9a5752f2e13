from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import tally as counting

COUNTED = frozenset({'issued', 'returned', 'valid', 'invalid', 'line_ids'})


class EmulationPaperEntry(models.Model):
    """What one teller counted (paper), or what the secretary counted (show of hands).

    Tellers enter apart: each sees the own entry only, until the result is announced.
    """

    _name = 'emulation.paper.entry'
    _description = "Teller's count"
    _inherit = ['emulation.operation.mixin']
    _order = 'round_id, id'
    _rec_name = 'teller_id'
    _operation_fields = frozenset({'is_submitted', 'teller_id'})

    round_id = fields.Many2one('emulation.round', required=True, index=True, ondelete='cascade')
    company_id = fields.Many2one(related='round_id.company_id', store=True, index=True)
    round_mode = fields.Selection(related='round_id.mode')
    teller_id = fields.Many2one(
        'emulation.council.member',
        required=True,
        readonly=True,
        index=True,
        ondelete='restrict',
        default=lambda self: self._default_teller(),
    )
    is_submitted = fields.Boolean('Handed in', readonly=True, copy=False)
    issued = fields.Integer()
    returned = fields.Integer()
    valid = fields.Integer()
    invalid = fields.Integer()
    line_ids = fields.One2many('emulation.paper.entry.line', 'entry_id')

    _teller_uniq = models.Constraint(
        'UNIQUE (round_id, teller_id)', 'A teller enters one count per round.'
    )

    @api.model
    def _default_teller(self):
        # sudo: only which of the counters the user is.
        one = self.env['emulation.round'].sudo().browse(self.env.context.get('default_round_id'))
        return one._counters().filtered(lambda member: member.user_id == self.env.user)[:1]

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.su:
            return super().create(vals_list)
        created = self.browse()
        for vals in vals_list:
            self._refuse_operation_fields(vals)
            unknown = vals.keys() - COUNTED - {'round_id'}
            if unknown:
                raise UserError(self.env._('Enter the ballots as counted, and nothing else.'))
            one = self.env['emulation.round'].browse(vals['round_id'])
            teller = one._check_counter()
            context = {
                key: value
                for key, value in self.env.context.items()
                if not key.startswith('default_')
            }
            # sudo: the teller is who calls; only figures of the own count are written.
            # The context is replaced, not extended: defaults of the caller have to go.
            own = self.with_env(self.env(context=context)).sudo()
            entry = super(EmulationPaperEntry, own).create(
                [{'round_id': one.id, 'teller_id': teller.id}]
            )
            entry._list_candidates()
            figures = {name: value for name, value in vals.items() if name in COUNTED}
            created += entry.sudo(False)
            entry.sudo(False)._enter(figures)
        return created

    def write(self, vals):
        if not self.env.su:
            self._refuse_operation_fields(vals)
            if vals.keys() - COUNTED:
                raise UserError(self.env._('Enter the ballots as counted, and nothing else.'))
            self._check_own()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_own(self):
        if not self.env.su:
            self._check_own()

    def _enter(self, figures):
        lines = figures.pop('line_ids', [])
        by_candidate = {line.candidate_id.id: line for line in self.line_ids}
        for command in lines:
            values = dict(command[2]) if command[0] == 0 else {}
            line = by_candidate.get(values.pop('candidate_id', None))
            if not line:
                raise UserError(self.env._('Only who stands in the round is counted.'))
            line.write(values)
        if figures:
            self.write(figures)

    def _list_candidates(self):
        """One line for each candidate of the round, so that none is forgotten."""
        for entry in self:
            self.env['emulation.paper.entry.line'].sudo().create(  # sudo: empty lines
                [
                    {'entry_id': entry.id, 'candidate_id': one.id}
                    for one in entry.round_id.sudo().candidate_ids
                ]
            )

    def action_submit(self):
        """Hand the own count in; what contradicts itself is refused, with the figures.

        :raises AccessError: the entry is another teller's
        :raises UserError: the count contradicts itself
        """
        self._check_own()
        for entry in self.sudo():  # sudo: of the own entry, checked just now
            self.env['emulation.refusal']._raise_if(entry.round_id._entry_findings(entry))
            entry.is_submitted = True
        self.round_id.sudo().session_id._notify_live()  # sudo: says nothing
        return True

    def action_reopen(self):
        """Take the own count back to correct it, until the result is announced.

        :raises AccessError: the entry is another teller's
        """
        self._check_own(submitted=True)
        self.sudo().is_submitted = False  # sudo: the own entry, checked just now
        return True

    def _check_own(self, submitted=False):
        for entry in self.sudo():  # sudo: whose entry it is
            if entry.teller_id.user_id != self.env.user:
                raise AccessError(self.env._('A count is entered by the teller who counted.'))
            entry.round_id._check_counting()
            if entry.is_submitted and not submitted:
                raise UserError(
                    self.env._('This count is handed in. Take it back first to correct it.')
                )

    def _as_paper(self):
        """The entry as the rules (domain/tally.py) want it."""
        self.ensure_one()
        heads = {name: self[name] for name in counting.HEADS}
        voters = self.round_id._voters().member_id
        lines = tuple(
            counting.Line(
                line.candidate_id.nomination_id.nominee_name,
                line._votes(),
                len(line.candidate_id.recused_ids & voters),
            )
            for line in self._lines()
        )
        return counting.Paper(**heads, lines=lines)

    def _lines(self):
        """The lines in one order for all tellers."""
        return self.line_ids.sorted(lambda line: line.candidate_id.id)
