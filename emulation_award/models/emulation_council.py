from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import conflicts, quorum
from ..domain.errors import QuorumError

QUORUM_BASES = [('all_members', 'All members'), ('voting_members', 'Voting members')]
#: Fields of the council's rules, copied onto each session when it is convened.
RULE_FIELDS = (
    'quorum_kind',
    'quorum_numerator',
    'quorum_denominator',
    'quorum_count',
    'quorum_base',
    'quorum_chair_required',
    'written_opinions_count',
    'substitutes_vote',
)


def quorum_rule(holder):
    """The quorum as the rules (domain/quorum.py) want it.

    :param holder: one council, or one session, which holds a copy of the council's rules
    :raises QuorumError: neither a share between nothing and all nor a number
    """
    common = {'base': holder.quorum_base, 'chair_required': holder.quorum_chair_required}
    if holder.quorum_kind == 'count':
        return quorum.Rule(count=holder.quorum_count, **common)
    return quorum.Rule(
        numerator=holder.quorum_numerator, denominator=holder.quorum_denominator, **common
    )


class EmulationCouncil(models.Model):
    """The Emulation and Commendation Council (Hội đồng Thi đua - Khen thưởng) and its rules.

    The chair decides size, composition and working rules of a council of this level, so all of
    them are data. A session copies the rules when it is convened; later changes do not reach it.
    """

    _name = 'emulation.council'
    _description = 'Council'
    _inherit = ['mail.thread']
    _order = 'name'

    name = fields.Char(required=True, tracking=True)
    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    founding_document = fields.Char(help='Decision that set the council up, number and date.')
    standing_body = fields.Char(help='The body that prepares its sessions (bộ phận thường trực).')
    member_ids = fields.One2many('emulation.council.member', 'council_id')
    session_ids = fields.One2many('emulation.session', 'council_id')
    session_count = fields.Integer(compute='_compute_session_count')
    # Quorum (điều kiện tiến hành)
    quorum_kind = fields.Selection(
        [('ratio', 'Share'), ('count', 'Number')],
        'Quorum as',
        required=True,
        default='ratio',
        tracking=True,
    )
    quorum_numerator = fields.Integer(default=2, tracking=True)
    quorum_denominator = fields.Integer(default=3, tracking=True)
    quorum_count = fields.Integer('Quorum number', tracking=True)
    quorum_base = fields.Selection(
        QUORUM_BASES, 'Quorum of', required=True, default='voting_members', tracking=True
    )
    quorum_chair_required = fields.Boolean('Chair required', default=True, tracking=True)
    written_opinions_count = fields.Boolean(
        'Written opinions count',
        default=True,
        tracking=True,
        help='A written opinion of an absent member counts as a vote and towards the quorum.',
    )
    substitutes_vote = fields.Boolean(
        default=True, tracking=True, help='A substitute named in writing votes for the member.'
    )
    # Which relations exclude a member from an item (domain/conflicts.py)
    conflict_self = fields.Boolean('Is the nominee', default=True, tracking=True)
    conflict_own_collective = fields.Boolean(
        'Belongs to the collective nominated', default=True, tracking=True
    )
    conflict_unit_leader = fields.Boolean('Leads the proposing unit', default=True, tracking=True)
    conflict_same_unit = fields.Boolean('Is of the same unit', tracking=True)
    conflict_manager_line = fields.Boolean('Manages the nominee, or is managed by', tracking=True)
    conflict_author = fields.Boolean('Submitted the dossier', default=True, tracking=True)
    conflict_signatory = fields.Boolean("Chaired the unit's meeting", default=True, tracking=True)
    active = fields.Boolean(default=True)

    def _compute_session_count(self):
        counts = dict(
            self.env['emulation.session']._read_group(
                [('council_id', 'in', self.ids)], ['council_id'], ['__count']
            )
        )
        for council in self:
            council.session_count = counts.get(council, 0)

    @api.constrains(
        'quorum_kind', 'quorum_numerator', 'quorum_denominator', 'quorum_count', 'quorum_base'
    )
    def _check_quorum(self):
        wrong = self.filtered(lambda council: not council._has_quorum_rule())
        if wrong:
            raise ValidationError(
                self.env._(
                    'The quorum of %(council)s is no share between nothing and all, and no '
                    'number. Correct it.',
                    council=wrong[0].name,
                )
            )

    def _has_quorum_rule(self):
        try:
            return bool(self._quorum_rule())
        except QuorumError:
            return False

    def _quorum_rule(self):
        return quorum_rule(self)

    def _excluding_kinds(self):
        """The relations that exclude in this council, as :class:`~..domain.conflicts.Kind`."""
        self.ensure_one()
        return frozenset(kind for kind in conflicts.Kind if self[f'conflict_{kind}'])

    def _members_on(self, day):
        """Members in office on a day, guests included.

        :param date day: the day
        :return: emulation.council.member, in the order of their functions
        """
        return self.member_ids.filtered(
            lambda member: member.date_from <= day and (not member.date_to or day <= member.date_to)
        )

    def action_open_sessions(self):
        """Show the sessions of the council."""
        self.check_access('read')
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_session_action'
        )
        return {**action, 'domain': [('council_id', 'in', self.ids)]}
