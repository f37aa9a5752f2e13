from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from .emulation_campaign_award import TIE_RULES, VOTE_BASES, VOTE_MODES
from .emulation_nomination_guard import OFFICE

#: What of a round is chosen by whoever prepares it, while it is a draft.
PREPARED = frozenset({'mode', 'seats_reserved'})
CREATED = PREPARED | {'session_id', 'campaign_award_id', 'subject'}
#: Copied from the campaign award, under its names there.
RULE_FIELDS = {
    'majority_numerator': 'vote_numerator',
    'majority_denominator': 'vote_denominator',
    'majority_strict': 'vote_strict',
    'majority_base': 'vote_base',
    'tie_rule': 'tie_rule',
}


class EmulationRound(models.Model):
    """One round of voting on the candidates for one award (lượt bỏ phiếu)."""

    _name = 'emulation.round'
    _description = 'Voting round'
    _inherit = ['emulation.operation.mixin']
    _order = 'session_id, number, id'
    _default_fields = CREATED
    _operation_fields = frozenset(
        {'state', 'number', 'parent_id', 'opened_at', 'closed_at', 'announced_at', 'opened_by_id'}
        | {'closed_by_id', 'base_all', 'base_voting', 'base_present', 'entitlement_ids'}
        | {'seats_used', 'correction_reason', 'kind', 'seats_quota_id', 'candidate_ids', 'vote_ids'}
        | {'seats_minimum', 'seats_maximum', 'short_by', 'tie_resolution', 'tie_reason'}
        | {'chair_choice_ids', *RULE_FIELDS}
    )

    session_id = fields.Many2one(
        'emulation.session', required=True, index=True, ondelete='restrict'
    )
    campaign_id = fields.Many2one(related='session_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='session_id.company_id', store=True, index=True)
    campaign_award_id = fields.Many2one(
        'emulation.campaign.award', required=True, index=True, ondelete='restrict'
    )
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives')], required=True
    )
    number = fields.Integer(readonly=True)
    parent_id = fields.Many2one(
        'emulation.round',
        'Run-off or correction of',
        readonly=True,
        index='btree_not_null',
        ondelete='restrict',
    )
    child_ids = fields.One2many('emulation.round', 'parent_id', readonly=True)
    kind = fields.Selection(
        [('first', 'First vote'), ('runoff', 'Run-off'), ('correction', 'Correction')],
        required=True,
        readonly=True,
        default='first',
    )
    correction_reason = fields.Text(readonly=True)
    mode = fields.Selection(
        VOTE_MODES,
        required=True,
        compute='_compute_mode',
        store=True,
        readonly=False,
        precompute=True,
    )
    state = fields.Selection(
        [
            ('draft', 'Draft'),
            ('open', 'Open'),
            ('closed', 'Closed'),
            ('announced', 'Announced'),
            ('voided', 'Voided'),
        ],
        required=True,
        default='draft',
        copy=False,
        index=True,
    )
    # Majority (tỷ lệ thông qua), copied from the campaign award when the round is made
    majority_numerator = fields.Integer(required=True, readonly=True, default=1)
    majority_denominator = fields.Integer(required=True, readonly=True, default=2)
    majority_strict = fields.Boolean('More than', default=True, readonly=True)
    majority_base = fields.Selection(
        VOTE_BASES,
        required=True,
        readonly=True,
        default='voting_members',
    )
    tie_rule = fields.Selection(
        TIE_RULES,
        required=True,
        readonly=True,
        default='runoff',
    )
    # Seats (chỉ tiêu được chọn): the quota that binds, with its figures at the announcement
    seats_quota_id = fields.Many2one(
        'emulation.quota', readonly=True, index='btree_not_null', ondelete='restrict'
    )
    seats_minimum = fields.Integer(readonly=True)
    seats_maximum = fields.Integer(readonly=True)
    seats_reserved = fields.Integer('Reserved for later', help='Seats kept for later phases.')
    seats_used = fields.Integer('Used before', readonly=True)
    short_by = fields.Integer('Short of the minimum by', readonly=True)
    # How a tie at the last seat was resolved, but for a run-off, which is a round of its own
    is_tied = fields.Boolean('Tie to resolve', compute='_compute_is_tied', compute_sudo=True)
    tie_resolution = fields.Selection(
        [('legal', 'Legal order'), ('chair', "Chair's vote")], readonly=True
    )
    tie_reason = fields.Text(readonly=True)
    chair_choice_ids = fields.Many2many(
        'emulation.candidate',
        'emulation_round_chair_choice_rel',
        'round_id',
        'candidate_id',
        readonly=True,
    )
    candidate_ids = fields.One2many('emulation.candidate', 'round_id', readonly=True)
    entitlement_ids = fields.One2many('emulation.entitlement', 'round_id', readonly=True)
    vote_ids = fields.One2many('emulation.vote', 'round_id', readonly=True)
    paper_entry_ids = fields.One2many('emulation.paper.entry', 'round_id')
    # Bases frozen at opening
    base_all = fields.Integer(readonly=True)
    base_voting = fields.Integer(readonly=True)
    base_present = fields.Integer(readonly=True)
    opened_at = fields.Datetime(readonly=True, copy=False)
    opened_by_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')
    closed_at = fields.Datetime(readonly=True, copy=False)
    closed_by_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')
    announced_at = fields.Datetime(readonly=True, copy=False)

    _majority = models.Constraint(
        'CHECK (majority_denominator > 0'
        ' AND majority_numerator BETWEEN 0 AND majority_denominator)',
        'A majority is a share between nothing and all.',
    )
    _reserved = models.Constraint(
        'CHECK (seats_reserved >= 0)', 'Seats kept for later are not a negative number.'
    )

    @api.depends('campaign_award_id')
    def _compute_mode(self):
        for one in self:
            one.mode = one.campaign_award_id.vote_mode or 'secret'

    @api.depends('number', 'campaign_award_id.name', 'kind')
    def _compute_display_name(self):
        kinds = dict(self._fields['kind']._description_selection(self.env))
        for one in self:
            said = self.env._(
                'Round %(number)s – %(award)s', number=one.number, award=one.campaign_award_id.name
            )
            one.display_name = said if one.kind == 'first' else f'{said} ({kinds[one.kind]})'

    @api.depends('state', 'candidate_ids.outcome', 'child_ids.state')
    def _compute_is_tied(self):
        for one in self:
            runoff = one.child_ids.filtered(
                lambda child: child.kind == 'runoff' and child.state != 'voided'
            )
            tied = 'tied' in one.candidate_ids.mapped('outcome')
            one.is_tied = one.state == 'announced' and tied and not runoff

    # Preparing

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            self._check_names({name for vals in vals_list for name in vals} - CREATED)
        rounds = super().create(vals_list)
        if not self.env.su:
            rounds._check_preparing()
        for one in rounds.sudo():  # sudo: fields of operations; who creates was just checked
            one._take_rules()
            if not one.candidate_ids:
                one._fill_candidates()
        return rounds

    def write(self, vals):
        if not self.env.su:
            self._check_preparing()
            self._check_draft()
            self._check_names(vals.keys() - PREPARED)
        return super().write(vals)

    @api.model
    def _check_names(self, refused):
        self._refuse_operation_fields(dict.fromkeys(refused))
        if refused:
            raise UserError(
                self.env._(
                    '%(fields)s stay as the round was made. Delete the draft and make another.',
                    fields=', '.join(sorted(refused)),
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_voted(self):
        # For everybody, superuser mode included: a vote is never undone.
        if not self.env.su:
            self._check_preparing()
        self._check_draft()

    def _check_preparing(self):
        """Let the Office, the chair and the secretary of the day through.

        :raises AccessError: the user is none of them
        :raises UserError: the session is over
        """
        for one in self:
            session = one.session_id
            if not self.env.user.has_group(OFFICE) and not session._is_in_charge():
                raise AccessError(
                    self.env._(
                        'Rounds are prepared by the Office and by the chair and the secretary of '
                        'the day.'
                    )
                )
            if session.sudo().state in ('closed', 'minuted'):  # sudo: the state only
                raise UserError(
                    self.env._(
                        '%(session)s is over: nothing is voted on any more.',
                        session=session.sudo().name,  # sudo: and the name
                    )
                )

    def _check_draft(self):
        begun = self.filtered(lambda one: one.state != 'draft')
        if begun:
            raise UserError(
                self.env._(
                    '%(rounds)s have begun and stay as they are. A mistake is put right by a '
                    'correction: a new round, with its reason.',
                    rounds=', '.join(begun.mapped('display_name')),
                )
            )

    def _take_rules(self):
        """Number the round and copy what the campaign says on majority, ties and seats."""
        self.ensure_one()
        award, parent = self.campaign_award_id, self.parent_id
        if award.campaign_id != self.campaign_id:
            raise UserError(self.env._('The award is of another campaign than the session.'))
        source = {name: award[theirs] for name, theirs in RULE_FIELDS.items()}
        if parent:
            source = {name: parent[name] for name in RULE_FIELDS}
        before = self.session_id.round_ids - self
        self.write(
            {
                **source,
                'number': max(before.mapped('number'), default=0) + 1,
                'seats_quota_id': self._seats_quotas()[:1].id,
            }
        )

    def _fill_candidates(self):
        """Let stand whoever is on the agenda for this award and not in another live round."""
        self.ensure_one()
        live = self.session_id.round_ids.filtered(lambda one: one.state != 'voided')
        taken = live.candidate_ids.nomination_id
        standing = self.session_id.item_ids.nomination_id.filtered(
            lambda one: (
                one.campaign_award_id == self.campaign_award_id
                and one.nominee_kind == self.subject
                and one.state == 'on_agenda'
            )
        )
        self._stand(standing - taken)

    def _stand(self, nominations):
        self.env['emulation.candidate'].create(
            [{'round_id': self.id, 'nomination_id': one.id} for one in nominations]
        )

    def _seats_quotas(self):
        """Selection quotas of the whole campaign that concern this round."""
        self.ensure_one()
        found = self.env['emulation.quota'].search(
            Domain('campaign_id', '=', self.campaign_id.id)
            & Domain('stage', '=', 'selection')
            & Domain('level', '=', 'campaign')
        )
        return found.filtered(lambda one: one._concerns(self.campaign_award_id, self.subject))
