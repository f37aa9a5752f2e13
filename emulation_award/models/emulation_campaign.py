from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..domain import errors, windows

CAMPAIGN_STATES = [
    ('draft', 'Draft'),
    ('launched', 'Launched'),
    ('closed', 'Closed'),
    ('cancelled', 'Cancelled'),
]


class EmulationCampaign(models.Model):
    """An emulation campaign (phong trào thi đua) as its plan sets it out."""

    _name = 'emulation.campaign'
    _description = 'Emulation campaign'
    _inherit = [
        'emulation.frozen.mixin',
        'emulation.operation.mixin',
        'mail.thread',
        'mail.activity.mixin',
    ]
    _order = 'plan_date desc, id desc'
    _check_company_auto = True
    # Not rules: who answers in the Office, and when it reminds.
    _free_fields = frozenset({'short_name', 'user_id', 'reminder_before', 'reminder_after'})
    _operation_fields = frozenset(
        {
            'state',
            'launched_at',
            'launched_by_id',
            'rules_snapshot',
            'amendment_id',
            'cancel_reason',
            'quota_revision',
            'previous_id',
        }
    )

    name = fields.Char('Campaign title', required=True, tracking=True)
    short_name = fields.Char(help='For lists and menus.')
    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    state = fields.Selection(
        CAMPAIGN_STATES,
        required=True,
        default='draft',
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    tz = fields.Char(
        'Time zone',
        compute='_compute_tz',
        store=True,
        help="Where the campaign's days begin and end; the company's, kept from the launch on.",
    )
    user_id = fields.Many2one(
        'res.users',
        'Office contact',
        default=lambda self: self.env.user,
        index=True,
        help='Receives the activities that screening a dossier creates.',
    )
    # The plan itself
    authority_id = fields.Many2one(
        'emulation.authority', 'Issued by', index=True, check_company=True
    )
    plan_number = fields.Char(
        copy=False, help='Such as 15/KH-BQLKKTCK; empty until the plan is numbered.'
    )
    plan_date = fields.Date()
    plan_place = fields.Char()
    signatory_title = fields.Char()
    signatory_name = fields.Char()
    legal_basis_ids = fields.Many2many('emulation.legal.basis', string='Legal bases')
    introduction = fields.Text(help='Opening paragraph of the plan, after the legal bases.')
    purpose = fields.Text('Purposes', help='One purpose per line.')
    requirement = fields.Text('Requirements', help='One requirement per line.')
    content_ids = fields.One2many('emulation.campaign.content', 'campaign_id')
    duty_ids = fields.One2many('emulation.campaign.duty', 'campaign_id')
    recipient_ids = fields.One2many('emulation.campaign.recipient', 'campaign_id')
    closing_appeal = fields.Text(help='Last paragraph of the plan.')
    # The rules
    phase_ids = fields.One2many('emulation.phase', 'campaign_id')
    award_ids = fields.One2many('emulation.campaign.award', 'campaign_id')
    criterion_ids = fields.One2many('emulation.criterion', 'campaign_id')
    requirement_ids = fields.One2many('emulation.dossier.requirement', 'campaign_id')
    quota_ids = fields.One2many('emulation.quota', 'campaign_id')
    unit_group_ids = fields.One2many('emulation.unit.group', 'campaign_id')
    unit_ids = fields.One2many('emulation.campaign.unit', 'campaign_id')
    category_ids = fields.Many2many(
        'emulation.employee.category',
        string='Staff categories',
        help='Whom the plan counts and rewards; empty means all staff.',
    )
    subject_collective = fields.Char('Collectives in scope')
    subject_individual = fields.Char('Individuals in scope')
    dossier_receiver = fields.Char(help='Where units send their dossiers, as the plan says it.')
    review_numerator = fields.Integer(
        default=1, required=True, help='Share of those present a unit meeting needs.'
    )
    review_denominator = fields.Integer(default=2, required=True)
    review_strict = fields.Boolean(
        'More than', default=True, help='"More than" the share; otherwise "at least".'
    )
    reminder_before = fields.Char(default=lambda self: self.env.company.emulation_reminder_before)
    reminder_after = fields.Char(default=lambda self: self.env.company.emulation_reminder_after)
    # Launch and after
    head_count_date = fields.Date(
        help='Day whose staff the quotas count; the day of launch when empty.'
    )
    launched_at = fields.Datetime(readonly=True, copy=False)
    launched_by_id = fields.Many2one('res.users', readonly=True, copy=False, index=True)
    rules_snapshot = fields.Text(
        readonly=True,
        copy=False,
        help='Every rule as frozen at launch, in canonical form.',
    )
    cancel_reason = fields.Text(readonly=True, copy=False)
    previous_id = fields.Many2one(
        'emulation.campaign',
        'Cloned from',
        readonly=True,
        copy=False,
        index='btree_not_null',
    )
    amendment_ids = fields.One2many('emulation.amendment', 'campaign_id')
    amendment_id = fields.Many2one(
        'emulation.amendment',
        'Amendment in progress',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='set null',
    )
    extension_ids = fields.One2many('emulation.extension', 'campaign_id')
    nomination_ids = fields.One2many('emulation.nomination', 'campaign_id')
    journal_ids = fields.One2many(
        'emulation.journal',
        'campaign_id',
        groups='emulation_award.group_emulation_office,emulation_award.group_emulation_auditor',
    )
    # For the form
    is_editable = fields.Boolean(
        compute='_compute_is_editable', help='A draft, or under an amendment in progress.'
    )
    next_deadline_text = fields.Char('Next deadline', compute='_compute_next_deadline_text')
    unit_count = fields.Integer('Number of units', compute='_compute_counts')
    phase_count = fields.Integer('Number of phases', compute='_compute_counts')
    head_count = fields.Integer('People counted', compute='_compute_counts')
    nomination_count = fields.Integer('Number of nominations', compute='_compute_counts')
    amendment_reason = fields.Text(related='amendment_id.reason', string='Reason of the amendment')
    amendment_line_count = fields.Integer(related='amendment_id.line_count')
    # Written by every operation that takes or frees a place, so that two at once conflict.
    quota_revision = fields.Integer(readonly=True, copy=False)

    _review_share = models.Constraint(
        'CHECK (review_denominator > 0 AND review_numerator BETWEEN 0 AND review_denominator)',
        'The share a unit meeting needs is between nothing and all.',
    )

    @api.depends('company_id.emulation_tz')
    def _compute_tz(self):
        for campaign in self:
            # A later change of the company's setting moves no deadline that was promised.
            if campaign.state == 'draft' or not campaign.tz:
                campaign.tz = campaign.company_id.emulation_tz

    @api.depends('state', 'amendment_id')
    def _compute_is_editable(self):
        for campaign in self:
            campaign.is_editable = campaign.state == 'draft' or bool(campaign.amendment_id)

    @api.depends('phase_ids.date_last', 'phase_ids.name', 'state')
    def _compute_next_deadline_text(self):
        now = fields.Datetime.now()
        for campaign in self:
            running = campaign.state == 'launched' and campaign.phase_ids.filtered(
                lambda phase: phase._closes_after(now)
            )
            following = running and running.sorted('date_last')[0]
            campaign.next_deadline_text = following and following._next_deadline_text()

    @api.depends('unit_ids.head_count', 'phase_ids')
    @api.depends_context('uid')
    def _compute_counts(self):
        # Nominations the reader may see, hence not in superuser mode.
        nominations = self._counted('emulation.nomination')
        units, phases = self._counted('emulation.campaign.unit'), self._counted('emulation.phase')
        people = self._counted('emulation.campaign.unit.member', 'employee_id:count_distinct')
        for campaign in self:
            campaign.unit_count = units.get(campaign, 0)
            campaign.phase_count = phases.get(campaign, 0)
            campaign.head_count = people.get(campaign, 0)
            campaign.nomination_count = nominations.get(campaign, 0)

    def _counted(self, model, aggregate='__count'):
        domain = [('campaign_id', 'in', self.ids)]
        return dict(self.env[model]._read_group(domain, ['campaign_id'], [aggregate]))

    @api.constrains('reminder_before', 'reminder_after')
    def _check_reminder_days(self):
        for campaign in self:
            if not campaign._reminder_days_are_read():
                raise ValidationError(
                    self.env._(
                        'Days of reminders are whole numbers with commas between them, '
                        'such as "7, 3, 1".'
                    )
                )

    def _reminder_days_are_read(self):
        try:
            windows.parse_days(self.reminder_before or '')
            windows.parse_days(self.reminder_after or '')
        except errors.DaysError:
            return False
        return True

    @api.ondelete(at_uninstall=False)
    def _unlink_except_launched(self):
        if self.filtered(lambda campaign: campaign.state != 'draft'):
            raise UserError(
                self.env._(
                    'A campaign that has been launched is part of the record and is never deleted. '
                    'Cancel it instead.'
                )
            )

    def _frozen_campaigns(self):
        return self
