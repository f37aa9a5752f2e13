from odoo import api, fields, models

LINE_STATES = [
    ('draft', 'Draft'),
    ('valid', 'Valid'),
    ('corrected', 'Corrected by a decision'),
    ('revoked', 'Revoked'),
]


class EmulationDecisionLine(models.Model):
    """One who is named in a decision, with wording, place in the gold book, and prize.

    The line of a correction or revocation points at the line it changes; that one is kept as it
    was issued.
    """

    _name = 'emulation.decision.line'
    _description = 'Line of a decision'
    _inherit = ['emulation.operation.mixin']
    _order = 'decision_id, sequence, id'
    _rec_name = 'holder_name'
    _check_company_auto = True
    _operation_fields = frozenset(
        {'candidate_id', 'nominee_kind', 'employee_id', 'unit_id', 'partner_id', 'company_id'}
        | {'gold_book_number', 'base_salary', 'coefficient', 'commendation_id', 'state'}
        | {'original_line_id', 'is_active', 'decision_state', 'decision_kind'}
    )

    decision_id = fields.Many2one(
        'emulation.decision', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(
        related='decision_id.company_id', store=True, precompute=True, index=True
    )
    decision_state = fields.Selection(related='decision_id.state', string='Status of the decision')
    decision_kind = fields.Selection(related='decision_id.kind', string='Kind of decision')
    sequence = fields.Integer('No.', default=10)
    nomination_id = fields.Many2one(
        'emulation.nomination',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    # Which verdict it rests on, found when the nomination is chosen. Read by the rules alone: a
    # reader may be recused from that candidate, whose rank and figures are no field here either.
    candidate_id = fields.Many2one(
        'emulation.candidate',
        'Verdict of the council',
        compute='_compute_candidate_id',
        store=True,
        index='btree_not_null',
        ondelete='restrict',
        groups=fields.NO_ACCESS,
    )
    # Who it is and how the dossier names them: kept, whatever becomes of names and posts.
    nominee_kind = fields.Selection(
        [('individual', 'Individual'), ('collective', 'Collective')],
        'Kind',
        compute='_compute_nominee',
        store=True,
        precompute=True,
    )
    employee_id = fields.Many2one(
        'hr.employee',
        compute='_compute_nominee',
        store=True,
        precompute=True,
        index='btree_not_null',
        ondelete='restrict',
    )
    unit_id = fields.Many2one(
        'emulation.unit',
        'Collective',
        compute='_compute_nominee',
        store=True,
        precompute=True,
        index='btree_not_null',
        ondelete='restrict',
    )
    partner_id = fields.Many2one(
        'res.partner',
        'Person or organisation outside',
        compute='_compute_nominee',
        store=True,
        precompute=True,
        index='btree_not_null',
        ondelete='restrict',
    )
    honorific = fields.Selection(
        [('Ông', 'Ông'), ('Bà', 'Bà'), ('Đồng chí', 'Đồng chí')],
        compute='_compute_nominee',
        store=True,
        readonly=False,
        precompute=True,
        help='How the list addresses them; empty for a collective.',
    )
    holder_name = fields.Char(
        'Name',
        compute='_compute_nominee',
        store=True,
        readonly=False,
        precompute=True,
        help='As the dossier names them.',
    )
    holder_position = fields.Char(
        'Position', compute='_compute_nominee', store=True, readonly=False, precompute=True
    )
    holder_unit = fields.Char(
        'Unit', compute='_compute_nominee', store=True, readonly=False, precompute=True
    )
    citation = fields.Text(
        'Awarded for', help='Only where it differs from what all are awarded for.'
    )
    gold_book_number = fields.Integer(
        'Gold book no.',
        readonly=True,
        copy=False,
        aggregator=None,
        help='Số sổ vàng: the place in the decision.',
    )
    # See emulation_decision_prize.py; a correction says what the prize should have been.
    base_salary = fields.Integer(
        'Base salary (đồng)', compute='_compute_prize', store=True, aggregator=None
    )
    coefficient = fields.Float(
        compute='_compute_prize', store=True, digits=(16, 4), aggregator=None
    )
    prize_amount = fields.Integer(
        'Prize (đồng)', compute='_compute_prize', store=True, readonly=False, aggregator='sum'
    )
    commendation_id = fields.Many2one(
        'emulation.commendation',
        'In the registry',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
    )
    state = fields.Selection(
        LINE_STATES, 'Status', required=True, readonly=True, default='draft', copy=False
    )
    original_line_id = fields.Many2one(
        'emulation.decision.line',
        'Line corrected or revoked',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
    )
    is_active = fields.Boolean(
        'Live',
        compute='_compute_is_active',
        store=True,
        precompute=True,
        help='Whether this line takes the nomination: one live decision for one nomination.',
    )

    _nomination_once = models.UniqueIndex(
        '(nomination_id) WHERE is_active',
        'Another decision already names this nomination. Take it out there first.',
    )
    _original_once = models.UniqueIndex(
        '(decision_id, original_line_id) WHERE original_line_id IS NOT NULL',
        'A line is corrected or revoked once by a decision.',
    )
    _prize_not_negative = models.Constraint('CHECK (prize_amount >= 0)', 'A prize is not negative.')

    @api.depends('decision_id.kind', 'decision_id.state', 'state')
    def _compute_is_active(self):
        for line in self:
            line.is_active = (
                line.decision_id.kind == 'award'
                and line.decision_id.state != 'cancelled'
                and line.state != 'revoked'
            )

    @api.depends('nomination_id')
    def _compute_candidate_id(self):
        # sudo: verdicts that recusal hides from some of the Office; only who was selected counts.
        verdicts = self.sudo().nomination_id._verdicts()
        for line in self:
            line.candidate_id = verdicts.get(line.nomination_id.id)

    @api.depends('nomination_id')
    def _compute_nominee(self):
        for line in self:
            # sudo: the frozen particulars of a nomination the Office has chosen.
            nomination = line.sudo().nomination_id
            line.nominee_kind = nomination.nominee_kind
            line.employee_id = nomination.employee_id
            line.unit_id = nomination.unit_id
            line.partner_id = nomination.partner_id
            line.holder_name = nomination.snapshot_name or nomination.nominee_name
            line.holder_position = nomination.snapshot_position
            line.holder_unit = nomination.snapshot_unit
            line.honorific = line._honorific_of(nomination)

    def _honorific_of(self, nomination):
        if nomination.nominee_kind != 'individual':
            return False
        if self.decision_id.document_style == 'party':
            return 'Đồng chí'
        return {'male': 'Ông', 'female': 'Bà'}.get(nomination.snapshot_gender, False)

    def _holder(self):
        """Whom the line names: an employee, a unit or a partner."""
        self.ensure_one()
        return self.employee_id or self.unit_id or self.partner_id
