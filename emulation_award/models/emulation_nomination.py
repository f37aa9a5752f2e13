from odoo import api, fields, models

from ..domain import vietnamese
from ..domain.states import State

NOMINATION_STATES = [
    ('draft', 'Draft'),
    ('reviewed', 'Supported by the unit'),
    ('submitted', 'Submitted'),
    ('returned', 'Returned'),
    ('accepted', 'Accepted'),
    ('on_agenda', 'On the agenda'),
    ('approved', 'Approved'),
    ('not_approved', 'Not approved'),
    ('awarded', 'Awarded'),
    ('forwarded', 'Forwarded'),
    ('withdrawn', 'Withdrawn'),
    ('on_hold', 'On hold'),
]
HOLD_KINDS = [
    ('discipline', 'Discipline being considered'),
    ('inspection', 'Inspection or investigation under way'),
    ('complaint', 'Complaint or denunciation being verified'),
    ('other', 'Other'),
]
# Live: the same nominee may not be nominated again for the same award (domain/states.py LIVE).
LIVE_SQL = f"state NOT IN ('{State.WITHDRAWN}', '{State.NOT_APPROVED}')"
# A denunciation or an inspection is known to those who have to act on it only.
CASE_READERS = 'emulation_award.group_emulation_office,emulation_award.group_emulation_auditor'


class EmulationNomination(models.Model):
    """A proposal to reward one individual or collective (đề nghị khen thưởng) and its dossier."""

    _name = 'emulation.nomination'
    _description = 'Nomination'
    _inherit = [
        'emulation.operation.mixin',
        'emulation.name.order.mixin',
        'mail.thread',
        'mail.activity.mixin',
    ]
    _order = 'campaign_id desc, phase_id, nominee_sort_key, id'
    _rec_names_search = ['nominee_name', 'reference']
    _name_order = {'nominee_name': 'nominee_sort_key'}
    _check_company_auto = True
    _operation_fields = frozenset(
        {
            'reference',
            'state',
            'state_before_hold',
            'snapshot_date',
            'snapshot_name',
            'snapshot_position',
            'snapshot_unit',
            'snapshot_birthday',
            'snapshot_gender',
            'snapshot_is_manager',
            'snapshot_category',
            'snapshot_head_count',
            'snapshot_native_place',
            'snapshot_address',
            'snapshot_functions',
            'submitted_at',
            'submitted_by_id',
            'accepted_at',
            'accepted_by_id',
            'review_line_id',
            'hold_kind',
            'hold_reason',
            'hold_document',
            'release_reason',
            'release_document',
            'withdraw_reason',
            'return_note',
            'content_revision',
        }
    )

    reference = fields.Char(readonly=True, copy=False, index=True)
    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='restrict', check_company=True
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    phase_id = fields.Many2one(
        'emulation.phase', required=True, index=True, ondelete='restrict', check_company=True
    )
    campaign_award_id = fields.Many2one(
        'emulation.campaign.award',
        'Award',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit',
        'Proposing unit',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    nominee_kind = fields.Selection(
        [('individual', 'Individual'), ('collective', 'Collective')],
        'Nominee is',
        required=True,
        default='individual',
    )
    employee_id = fields.Many2one(
        'hr.employee', index=True, ondelete='restrict', check_company=True
    )
    unit_id = fields.Many2one(
        'emulation.unit', 'Collective', index=True, ondelete='restrict', check_company=True
    )
    partner_id = fields.Many2one(
        'res.partner',
        'Person or organisation outside',
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    nominee_name = fields.Char('Nominee', compute='_compute_nominee', store=True, index='trigram')
    nominee_sort_key = fields.Char(compute='_compute_nominee', store=True, index=True)
    state = fields.Selection(
        NOMINATION_STATES,
        'Status',
        required=True,
        readonly=True,
        default='draft',
        copy=False,
        index=True,
        tracking=True,
        group_expand='_group_expand_state',
    )
    state_before_hold = fields.Char(readonly=True, copy=False)
    # Who the nominee was when the dossier was sent; printed from here, never from HR.
    snapshot_date = fields.Date('Particulars as of', readonly=True, copy=False)
    snapshot_name = fields.Char('Full name', readonly=True, copy=False)
    snapshot_position = fields.Char('Position', readonly=True, copy=False)
    snapshot_unit = fields.Char('Unit', readonly=True, copy=False)
    snapshot_birthday = fields.Date('Date of birth', readonly=True, copy=False)
    snapshot_gender = fields.Selection(
        [('male', 'Male'), ('female', 'Female'), ('other', 'Other')],
        'Gender',
        readonly=True,
        copy=False,
    )
    snapshot_is_manager = fields.Boolean('Leading post', readonly=True, copy=False)
    snapshot_category = fields.Char('Staff category', readonly=True, copy=False)
    snapshot_head_count = fields.Integer('Head count', readonly=True, copy=False)
    snapshot_native_place = fields.Char('Native place', readonly=True, copy=False)
    snapshot_address = fields.Char(
        'Address',
        readonly=True,
        copy=False,
        help='Residence of an individual, seat of a collective.',
    )
    snapshot_functions = fields.Text('Functions and tasks', readonly=True, copy=False)
    # The dossier
    achievement_summary = fields.Text('Summary of achievements')
    section_ids = fields.One2many('emulation.nomination.section', 'nomination_id')
    assessment_ids = fields.One2many('emulation.criterion.assessment', 'nomination_id')
    dossier_line_ids = fields.One2many('emulation.dossier.line', 'nomination_id')
    evidence_ids = fields.One2many('emulation.evidence', 'nomination_id')
    return_item_ids = fields.One2many('emulation.return.item', 'nomination_id', readonly=True)
    justification = fields.Text(
        'Why two awards',
        help='Needed when the nominee is also nominated for another award of this campaign: '
        'which different achievement each rewards.',
    )
    # What operations wrote
    review_line_id = fields.Many2one(
        'emulation.unit.review.line', readonly=True, copy=False, index='btree_not_null'
    )
    submitted_at = fields.Datetime('Submitted on', readonly=True, copy=False)
    submitted_by_id = fields.Many2one(
        'res.users', 'Submitted by', readonly=True, copy=False, index=True
    )
    accepted_at = fields.Datetime('Accepted on', readonly=True, copy=False)
    accepted_by_id = fields.Many2one(
        'res.users', 'Accepted by', readonly=True, copy=False, index=True
    )
    withdraw_reason = fields.Text(readonly=True, copy=False)
    return_note = fields.Text('Note on the return', readonly=True, copy=False)
    hold_kind = fields.Selection(HOLD_KINDS, readonly=True, copy=False, groups=CASE_READERS)
    hold_reason = fields.Text(readonly=True, copy=False, groups=CASE_READERS)
    hold_document = fields.Char(readonly=True, copy=False, groups=CASE_READERS)
    release_reason = fields.Text(readonly=True, copy=False, groups=CASE_READERS)
    release_document = fields.Char(readonly=True, copy=False, groups=CASE_READERS)
    # Counts the changes of the dossier, so that a change and a submission at once conflict.
    content_revision = fields.Integer(readonly=True, copy=False)

    _one_nominee = models.Constraint(
        'CHECK (num_nonnulls(employee_id, unit_id, partner_id) = 1)',
        'A nomination names one nominee: an employee, a unit, or a person or organisation outside.',
    )
    _employee_once = models.UniqueIndex(
        f'(campaign_award_id, employee_id) WHERE employee_id IS NOT NULL AND {LIVE_SQL}',
        'This person is already nominated for this award in this campaign.',
    )
    _unit_once = models.UniqueIndex(
        f'(campaign_award_id, unit_id) WHERE unit_id IS NOT NULL AND {LIVE_SQL}',
        'This collective is already nominated for this award in this campaign.',
    )
    _partner_once = models.UniqueIndex(
        f'(campaign_award_id, partner_id) WHERE partner_id IS NOT NULL AND {LIVE_SQL}',
        'This person or organisation is already nominated for this award in this campaign.',
    )

    @api.depends('employee_id.name', 'unit_id.name', 'partner_id.name')
    def _compute_nominee(self):
        for nomination in self:
            # sudo: only the name, which whoever may see the nomination may see.
            nominee = nomination.sudo()._nominee()
            named = nomination.id or nomination._may_name(nominee)
            nomination.nominee_name = vietnamese.clean_name(nominee.name or '') if named else ''
            nomination.nominee_sort_key = vietnamese.sort_key(nomination.nominee_name)

    def _may_name(self, nominee):
        """Whether a form being filled in may show this name: not of whom the user cannot see."""
        ids = nominee.ids
        model = 'hr.employee.public' if nominee._name == 'hr.employee' else nominee._name
        # Stored fields are computed as superuser; it is the user who must not learn the name.
        return bool(ids) and self.env[model].sudo(False).browse(ids).has_access('read')

    @api.depends('nominee_name', 'campaign_award_id.name')
    def _compute_display_name(self):
        for nomination in self:
            parts = nomination.nominee_name, nomination.campaign_award_id.name
            nomination.display_name = ' – '.join(filter(None, parts))

    @api.model
    def _group_expand_state(self, states, domain):
        """Columns in the order a dossier goes through them: the usual ones, and those in use."""
        usual = {State.DRAFT, State.REVIEWED, State.SUBMITTED, State.RETURNED, State.ACCEPTED}
        return [state for state, _label in NOMINATION_STATES if state in usual or state in states]

    def _nominee(self):
        """The nominee's own record: an employee, a unit or a partner."""
        self.ensure_one()
        return self.employee_id or self.unit_id or self.partner_id
