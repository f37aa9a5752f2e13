from odoo import api, fields, models

from ..domain.eligibility import AwardRule, NomineeKind, Proposer
from .emulation_campaign_check import Issue

VOTE_BASES = [
    ('all_members', 'All members'),
    ('voting_members', 'Voting members'),
    ('entitled', 'Entitled on the item'),
    ('present', 'Present'),
    ('valid', 'Valid ballots'),
]
VOTE_MODES = [
    ('secret', 'Secret, electronic'),
    ('open', 'Open, electronic'),
    ('paper', 'Paper ballots'),
    ('show_of_hands', 'Show of hands'),
]
TIE_RULES = [('runoff', 'Run-off'), ('legal', 'Legal order'), ('chair', "Chair's vote")]


class EmulationCampaignAward(models.Model):
    """What this campaign gives: an award form with the rules of this plan."""

    _name = 'emulation.campaign.award'
    _description = 'Campaign award'
    _inherit = ['emulation.frozen.mixin']
    _same_campaign_fields = ('criterion_ids', 'requirement_ids', 'quota_ids')
    _order = 'campaign_id, sequence, id'
    _check_company_auto = True

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    sequence = fields.Integer(default=10)
    award_form_id = fields.Many2one(
        'emulation.award.form',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    # Proposed by the award form when it is chosen; a later change of the catalogue stays there.
    name = fields.Char(
        required=True,
        compute='_compute_from_form',
        store=True,
        readonly=False,
        precompute=True,
        help='As printed; kept when the catalogue changes.',
    )
    authority_id = fields.Many2one(
        'emulation.authority',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
        compute='_compute_from_form',
        store=True,
        readonly=False,
        precompute=True,
    )
    is_forwarded = fields.Boolean(
        'Forwarded to a superior authority',
        compute='_compute_from_form',
        store=True,
        readonly=False,
        precompute=True,
        help='Decided there, not by this body.',
    )
    subject = fields.Selection(
        [
            ('individual', 'Individuals'),
            ('collective', 'Collectives'),
            ('both', 'Both'),
        ],
        required=True,
        compute='_compute_from_form',
        store=True,
        readonly=False,
        precompute=True,
    )
    proposer = fields.Selection(
        [
            ('own_unit', "The nominee's own unit"),
            ('any_unit', 'Any participating unit'),
        ],
        required=True,
        default='own_unit',
        help='"Any": for instance a party cell for a member who works in a division.',
    )
    outsiders_allowed = fields.Boolean(
        'Outsiders', help='People and organisations outside the staff may be nominated.'
    )
    category_ids = fields.Many2many(
        'emulation.employee.category',
        string='Staff categories',
        help="Empty: the campaign's own.",
    )
    report_form_id = fields.Many2one(
        'emulation.report.form',
        index=True,
        ondelete='restrict',
        compute='_compute_from_form',
        store=True,
        readonly=False,
        precompute=True,
    )
    criterion_ids = fields.Many2many(
        'emulation.criterion',
        'emulation_criterion_award_rel',
        'award_id',
        'criterion_id',
        string='Criteria',
    )
    requirement_ids = fields.Many2many(
        'emulation.dossier.requirement',
        'emulation_requirement_award_rel',
        'award_id',
        'requirement_id',
        string='Dossier parts',
    )
    quota_ids = fields.Many2many(
        'emulation.quota',
        'emulation_quota_award_rel',
        'award_id',
        'quota_id',
        string='Quotas',
    )
    criteria_basis_id = fields.Many2one(
        'emulation.legal.basis',
        'Criteria by reference to',
        index='btree_not_null',
        help='When the criteria stand in another document instead of here.',
    )
    criteria_clause = fields.Char(help='Part of that document, such as "mục IV".')
    citation = fields.Char(help='Clause of the plan, quoted in refusals.')
    # How the council decides; see emulation_campaign_award_vote.py
    vote_numerator = fields.Integer(
        'Share in favour', compute='_compute_vote_rule', store=True, readonly=False, precompute=True
    )
    vote_denominator = fields.Integer(
        'Of', compute='_compute_vote_rule', store=True, readonly=False, precompute=True
    )
    vote_strict = fields.Boolean(
        'More than',
        compute='_compute_vote_rule',
        store=True,
        readonly=False,
        precompute=True,
        help='More than the share ("quá nửa"); off: at least the share ("từ 80 % trở lên").',
    )
    vote_base = fields.Selection(
        VOTE_BASES,
        'Counted of',
        required=True,
        compute='_compute_vote_rule',
        store=True,
        readonly=False,
        precompute=True,
    )
    vote_mode = fields.Selection(VOTE_MODES, 'Voting', required=True, default='secret')
    tie_rule = fields.Selection(
        TIE_RULES,
        'Tie at the last seat',
        required=True,
        default='runoff',
        help='Equal counts across the last seat are never told apart by their order.',
    )

    _vote_share = models.Constraint(
        'CHECK (vote_denominator > 0 AND vote_numerator BETWEEN 0 AND vote_denominator)',
        'A majority is a share between nothing and all.',
    )

    @api.depends('award_form_id')
    def _compute_from_form(self):
        for award in self:
            form = award.award_form_id
            award.name = form.name
            award.authority_id = form.authority_id
            award.is_forwarded = form.authority_id.is_superior
            award.subject = form.subject or 'both'
            award.report_form_id = form.report_form_id

    def _eligibility_rule(self):
        """The award as the eligibility rules (domain/eligibility.py) want it."""
        self.ensure_one()
        categories = self.category_ids or self.campaign_id.category_ids
        return AwardRule(
            award=self.name,
            subjects=self._subjects(),
            outsiders_allowed=self.outsiders_allowed,
            proposer=Proposer(self.proposer),
            category_ids=frozenset(categories.ids),
            category_names=', '.join(categories.mapped('name')),
            citation=self.citation or '',
        )

    def _subjects(self):
        self.ensure_one()
        if self.subject == 'both':
            return frozenset(NomineeKind)
        return frozenset({NomineeKind(self.subject)})

    def _parts_lacking(self, nominations):
        """Criteria and dossier parts of this award that dossiers have no place for.

        :param nominations: nominations for this award
        :return: list of (criterion or requirement, nominations without it)
        """
        self.ensure_one()
        asked = [
            *((criterion, 'assessment_ids.criterion_id') for criterion in self.criterion_ids),
            *((part, 'dossier_line_ids.requirement_id') for part in self.requirement_ids),
        ]
        found = []
        for part, path in asked:
            having = nominations.filtered(lambda one: part in one.mapped(path))  # noqa: B023
            lacking = (nominations - having).filtered(part._asked_of)
            found += [(part, lacking)] if lacking else []
        return found

    def _issues(self):
        """What is missing so that a dossier for this award could be judged."""
        self.ensure_one()
        issues = []
        if not self.criterion_ids and not self.criteria_basis_id:
            text = self.env._(
                '"%(award)s" has neither criteria nor a document that sets them.', award=self.name
            )
            issues.append(Issue(True, text))
        if not self.requirement_ids:
            text = self.env._('"%(award)s" asks for no dossier at all.', award=self.name)
            issues.append(Issue(True, text))
        if 'report' in self.requirement_ids.mapped('kind') and not self.report_form_id:
            text = self.env._(
                '"%(award)s" asks for an achievement report but names no form for it.',
                award=self.name,
            )
            issues.append(Issue(True, text))
        return issues
