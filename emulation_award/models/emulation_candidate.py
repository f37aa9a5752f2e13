from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class EmulationCandidate(models.Model):
    """A nomination in a round. Figures are stored only when the result is announced."""

    _name = 'emulation.candidate'
    _description = 'Candidate'
    _inherit = ['emulation.operation.mixin']
    _order = 'round_id, rank, nominee_sort_key, id'
    _rec_name = 'nomination_id'
    _operation_fields = frozenset(
        {'round_id', 'nomination_id', 'recused_ids', 'yes', 'no', 'abstain', 'base', 'needed'}
        | {'passed', 'rank', 'outcome', 'verdict_inputs', 'tie_inputs', 'recused_user_ids'}
    )

    round_id = fields.Many2one(
        'emulation.round', required=True, readonly=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='round_id.company_id', store=True, index=True)
    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, readonly=True, index=True, ondelete='restrict'
    )
    nominee_sort_key = fields.Char(related='nomination_id.nominee_sort_key', store=True)
    recused_ids = fields.Many2many(
        'emulation.council.member',
        'emulation_candidate_recused_rel',
        'candidate_id',
        'member_id',
        readonly=True,
    )
    # Users from whom the item is hidden (record rules); they learn neither discussion nor figures.
    recused_user_ids = fields.Many2many(
        'res.users',
        'emulation_candidate_recused_user_rel',
        'candidate_id',
        'user_id',
        compute='_compute_recused_user_ids',
        store=True,
    )
    yes = fields.Integer('In favour', readonly=True)
    no = fields.Integer('Against', readonly=True)
    abstain = fields.Integer('Abstentions', readonly=True)
    base = fields.Integer(readonly=True)
    needed = fields.Integer(readonly=True)
    passed = fields.Boolean(readonly=True)
    rank = fields.Integer(readonly=True)
    outcome = fields.Selection(
        [
            ('selected', 'Selected'),
            ('passed_not_selected', 'Passed, no seat left'),
            ('tied', 'Tied at the last seat'),
            ('not_passed', 'Not passed'),
        ],
        readonly=True,
    )
    verdict_inputs = fields.Text(readonly=True, help='Every figure the verdict was computed from.')
    tie_inputs = fields.Text(readonly=True, help='What the legal order of a tie looked at.')

    _nomination_uniq = models.Constraint(
        'UNIQUE (round_id, nomination_id)', 'A nomination stands once in a round.'
    )

    @api.depends(
        'nomination_id',
        'recused_ids.user_id',
        'round_id.session_id.conflict_ids.is_excluded',
        'round_id.session_id.conflict_ids.member_id.user_id',
        'round_id.session_id.conflict_ids.nomination_id',
        'round_id.session_id.attendance_ids.presence',
        'round_id.session_id.attendance_ids.substitute_id.user_id',
    )
    def _compute_recused_user_ids(self):
        for session, candidates in self.grouped(lambda one: one.round_id.session_id).items():
            found = session._recused(candidates.nomination_id)
            users = session._standing_users(session.attendance_ids.member_id)
            for one in candidates:
                members = found[one.nomination_id] | one.recused_ids
                stand_ins = [users[member].id for member in members if member in users]
                one.recused_user_ids = members.user_id.ids + stand_ins

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse_direct()
        return super().create(vals_list)

    def write(self, vals):
        self._refuse_direct()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        self._refuse_direct()
        self.round_id._check_draft()

    @api.model
    def _refuse_direct(self):
        if not self.env.su:
            raise AccessError(
                self.env._('Who stands, and with what result, follows from agenda and votes.')
            )

    def action_take_out(self):
        """Take candidates out of a round not yet open: for another round, or another day.

        :raises AccessError: the user does not prepare the round
        :raises UserError: the round has begun, or nobody would be left
        """
        rounds = self.round_id
        rounds._check_preparing()
        rounds._check_draft()
        # sudo: who prepares the round was checked; nobody may delete candidates directly, and
        # recused ones may hide some of them from the user.
        candidates = self.sudo()
        if any(one.candidate_ids <= candidates for one in candidates.round_id):
            raise UserError(self.env._('Nobody would be left in the round: delete it instead.'))
        for one in candidates:
            self.env['emulation.journal']._append(
                [
                    {
                        'event': 'round.candidate_taken_out',
                        'record': one.round_id,
                        'campaign': one.round_id.campaign_id,
                        'payload': {'nomination': one.nomination_id.reference or ''},
                    }
                ]
            )
        candidates.unlink()
        return True

    def _reason(self):
        """Why the nomination is approved or not, with the figures."""
        self.ensure_one()
        said = self.env._(
            '%(yes)s in favour of %(base)s, %(needed)s needed; %(outcome)s.',
            yes=self.yes,
            base=self.base,
            needed=self.needed,
            outcome=dict(self._fields['outcome']._description_selection(self.env))[self.outcome],
        )
        return f'{self.round_id.display_name}: {said}'
