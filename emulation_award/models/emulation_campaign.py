from odoo import fields, models

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
    _operation_fields = frozenset(
        {'state', 'launched_at', 'launched_by_id', 'rules_snapshot', 'amendment_id'}
    )

    name = fields.Char('Title', required=True, tracking=True)
    short_name = fields.Char(help='For lists and menus.')
    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    state = fields.Selection(
        CAMPAIGN_STATES, required=True, default='draft', copy=False, index=True, tracking=True
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
    plan_number = fields.Char(help='Such as 15/KH-BQLKKTCK; empty until the plan is numbered.')
    plan_date = fields.Date()
    plan_place = fields.Char()
    signatory_title = fields.Char()
    signatory_name = fields.Char()
    legal_basis_ids = fields.Many2many('emulation.legal.basis', string='Legal bases')
    introduction = fields.Text(help='Opening paragraph of the plan, after the legal bases.')
    purpose = fields.Text('Purposes', help='One purpose per line.')
    requirement = fields.Text('Requirements', help='One requirement per line.')
    content_ids = fields.One2many('emulation.campaign.content', 'campaign_id', copy=True)
    duty_ids = fields.One2many('emulation.campaign.duty', 'campaign_id', copy=True)
    recipient_ids = fields.One2many('emulation.campaign.recipient', 'campaign_id', copy=True)
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
        readonly=True, copy=False, help='Every rule as frozen at launch, in canonical form.'
    )
    cancel_reason = fields.Text(readonly=True, copy=False)
    previous_id = fields.Many2one(
        'emulation.campaign', 'Cloned from', readonly=True, copy=False, index='btree_not_null'
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

    _review_share = models.Constraint(
        'CHECK (review_denominator > 0 AND review_numerator BETWEEN 0 AND review_denominator)',
        'The share a unit meeting needs is between nothing and all.',
    )

    def _frozen_campaigns(self):
        return self
