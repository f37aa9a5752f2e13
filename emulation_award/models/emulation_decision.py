from odoo import api, fields, models

from ..domain import vietnamese
from .big_integer import BigInteger
from .emulation_kept_document import KEPT
from .signing import SIGNING_MODES

DECISION_KINDS = [
    ('award', 'Award decision'),
    ('correction', 'Correcting decision'),
    ('revocation', 'Revoking decision'),
]
DECISION_STATES = [
    ('draft', 'Draft'),
    ('issued', 'Signed and issued'),
    ('effective', 'In effect'),
    ('revoked', 'Revoked'),
    ('cancelled', 'Cancelled'),
    ('annulled', 'Annulled'),
]
# Grounds of Law 06/2022/QH15, Art. 93(2), and what is no fault of the awarded.
GROUNDS = [
    ('false_declaration', 'False declaration of achievements'),
    ('forged_papers', 'False or forged documents'),
    ('unlawful_review', 'Appraised against the law'),
    ('later_finding', 'Found unworthy by a competent body afterwards'),
    ('mistake', 'Mistake of this body'),
]


class EmulationDecision(models.Model):
    """A decision on awards (quyết định khen thưởng), or one that corrects or revokes another.

    The Office drafts, the Manager issues it with number and date and puts it into effect. From
    its issue on it is frozen: what is wrong in it is put right by another decision.
    """

    _name = 'emulation.decision'
    _description = 'Decision'
    _inherit = [
        'emulation.operation.mixin',
        'emulation.document.number',
        'emulation.kept.document',
        'mail.thread',
        'mail.activity.mixin',
    ]
    _order = 'decision_date desc, id desc'
    _rec_names_search = ['number', 'campaign_award_id']
    _check_company_auto = True
    _operation_fields = frozenset(
        {'kind', 'state', 'company_id', 'campaign_id', 'award_form_id', 'authority_id'}
        | {'document_style', 'number_key', 'decision_year', 'issued_at', 'issued_by_id'}
        | {'effective_at', 'effective_by_id', 'original_id', 'prize_total', 'prize_standing'}
        | {'prize_rounding'}
        | {'count_individual', 'count_collective', 'revoked_at'}
        | {'annulled_at', 'annulled_by_id', 'annul_reason'}
        | KEPT
        | {'issued_award_name', 'issued_authority_name'}
    )

    kind = fields.Selection(
        DECISION_KINDS, required=True, readonly=True, default='award', copy=False, index=True
    )
    state = fields.Selection(
        DECISION_STATES,
        'Status',
        required=True,
        readonly=True,
        default='draft',
        copy=False,
        index=True,
        tracking=True,
    )
    campaign_award_id = fields.Many2one(
        'emulation.campaign.award',
        'Award',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    # Kept as they were when the award was chosen: a later amendment is found, not followed.
    campaign_id = fields.Many2one(
        'emulation.campaign',
        compute='_compute_from_award',
        store=True,
        precompute=True,
        index=True,
        ondelete='restrict',
    )
    company_id = fields.Many2one(
        'res.company', compute='_compute_from_award', store=True, precompute=True, index=True
    )
    award_form_id = fields.Many2one(
        'emulation.award.form',
        compute='_compute_from_award',
        store=True,
        precompute=True,
        index=True,
        ondelete='restrict',
    )
    authority_id = fields.Many2one(
        'emulation.authority',
        'Decided by',
        compute='_compute_from_award',
        store=True,
        precompute=True,
        index=True,
        ondelete='restrict',
    )
    document_style = fields.Selection(
        [('state', 'State (Decree 30/2020)'), ('party', 'Party')],
        compute='_compute_from_award',
        store=True,
        precompute=True,
    )
    number = fields.Char(
        copy=False,
        tracking=True,
        help='The whole number as the register has it, such as 97/QĐ-BQLKKTCK. Left empty, it is '
        'taken from the number series of the authority when the decision is issued.',
    )
    decision_date = fields.Date('Dated', copy=False, tracking=True)
    decision_year = fields.Integer(
        'Year', compute='_compute_decision_year', store=True, aggregator=None
    )
    place = fields.Char(
        'Place name', compute='_compute_signatory', store=True, readonly=False, precompute=True
    )
    signing_mode = fields.Selection(
        SIGNING_MODES,
        'Signed by',
        required=True,
        compute='_compute_signatory',
        store=True,
        readonly=False,
        precompute=True,
    )
    head_title = fields.Char(
        'In whose stead',
        compute='_compute_signatory',
        store=True,
        readonly=False,
        precompute=True,
        help='Title of the head or name of the collective one signs for, such as TRƯỞNG BAN.',
    )
    signatory_title = fields.Char(
        compute='_compute_signatory', store=True, readonly=False, precompute=True
    )
    signatory_name = fields.Char(
        'Signatory', compute='_compute_signatory', store=True, readonly=False, precompute=True
    )
    legal_basis_ids = fields.Many2many(
        'emulation.legal.basis', string='Legal bases', check_company=True
    )
    session_ids = fields.Many2many(
        'emulation.session', string='Council sessions', check_company=True
    )
    citation = fields.Text(
        'Awarded for', help='What all of them are awarded for, as the decision words it.'
    )
    has_prize = fields.Boolean('With a prize', default=True)
    fund = fields.Char('Paid from', help='Fund the prizes are paid from, as the decision words it.')
    recipients = fields.Text('Sent to', help='Nơi nhận, one per line.')
    implementers = fields.Text(
        'Carried out by', help='Who carries the decision out, as its last article names them.'
    )
    line_ids = fields.One2many('emulation.decision.line', 'decision_id', 'Awarded')
    signed_scan = fields.Binary('Signed decision', attachment=True, copy=False)
    signed_scan_name = fields.Char(copy=False)
    issued_at = fields.Datetime('Entered as issued on', readonly=True, copy=False)
    issued_by_id = fields.Many2one(
        'res.users', 'Issued by (person)', readonly=True, copy=False, index='btree_not_null'
    )
    effective_at = fields.Datetime('In effect since', readonly=True, copy=False)
    effective_by_id = fields.Many2one(
        'res.users', 'Put into effect by', readonly=True, copy=False, index='btree_not_null'
    )
    original_id = fields.Many2one(
        'emulation.decision',
        'Decision corrected or revoked',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
    )
    change_ids = fields.One2many('emulation.decision', 'original_id', 'Corrected or revoked by')
    ground = fields.Selection(GROUNDS, copy=False)
    reason = fields.Text(copy=False)
    prize_rounding = fields.Integer(
        'Rounded up to',
        readonly=True,
        copy=False,
        help='Multiple of đồng to which each prize is rounded up, in force on its date.',
    )
    # Two thousand prizes of a million are more than an int4 holds.
    prize_total = BigInteger(
        'Prizes in total (đồng)', compute='_compute_totals', store=True, aggregator='sum'
    )
    count_individual = fields.Integer('Individuals', compute='_compute_totals', store=True)
    count_collective = fields.Integer('Collectives', compute='_compute_totals', store=True)

    _number_once = models.UniqueIndex(
        '(company_id, authority_id, decision_year, number_key)'
        " WHERE number_key IS NOT NULL AND state IN ('issued', 'effective', 'revoked', 'annulled')",
        'This authority has already issued a decision with this number in this year.',
    )
    _original_of_a_change = models.Constraint(
        "CHECK ((kind = 'award') = (original_id IS NULL))",
        'A correction or revocation names the decision it changes; an award decision names none.',
    )

    @api.depends('campaign_award_id')
    def _compute_from_award(self):
        for decision in self:
            award = decision.campaign_award_id
            decision.campaign_id = award.campaign_id
            decision.company_id = award.campaign_id.company_id
            decision.award_form_id = award.award_form_id
            decision.authority_id = award.authority_id
            decision.document_style = award.authority_id.document_style or 'state'

    @api.depends('authority_id')
    def _compute_signatory(self):
        for decision in self:
            authority = decision.authority_id
            party = authority.document_style == 'party'
            decision.place = authority.place
            decision.signing_mode = 'for_collective' if party else 'direct'
            # What a deputy signs for is the head; a Party body signs as a collective.
            decision.head_title = authority.collective_title if party else authority.signatory_title
            decision.signatory_title = authority.signatory_title
            decision.signatory_name = authority.signatory_name

    @api.depends('decision_date')
    def _compute_decision_year(self):
        for decision in self:
            day = decision.decision_date
            decision.decision_year = day.year if day else False

    @api.depends('line_ids.prize_amount', 'line_ids.nominee_kind', 'line_ids.state')
    def _compute_totals(self):
        for decision in self:
            lines = decision.line_ids
            kinds = lines.mapped('nominee_kind')
            decision.prize_total = sum(lines.mapped('prize_amount'))
            decision.count_individual = kinds.count('individual')
            decision.count_collective = kinds.count('collective')

    @api.depends('number', 'decision_date', 'campaign_award_id.name', 'kind')
    @api.depends_context('lang')
    def _compute_display_name(self):
        kinds = dict(self._fields['kind']._description_selection(self.env))
        for decision in self:
            if decision.number:
                day = decision.decision_date
                dated = f' ({vietnamese.short_date(day)})' if day else ''
                decision.display_name = f'{decision.number}{dated}'
            else:
                parts = (kinds.get(decision.kind), decision.campaign_award_id.name)
                decision.display_name = ' – '.join(filter(None, parts))
