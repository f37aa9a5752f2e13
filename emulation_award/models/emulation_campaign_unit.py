from odoo import api, fields, models
from odoo.exceptions import UserError


class EmulationCampaignUnit(models.Model):
    """A unit's part in one campaign: its frozen head count, its leaders, its quotas."""

    _name = 'emulation.campaign.unit'
    _description = 'Participating unit'
    _inherit = [
        'emulation.frozen.mixin',
        'emulation.operation.mixin',
        'mail.thread',
        'mail.activity.mixin',
    ]
    _same_campaign_fields = ('group_id',)
    _order = 'campaign_id, sequence, id'
    _check_company_auto = True
    _operation_fields = frozenset({'head_count', 'head_count_date', 'unit_name', 'quota_revision'})

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    unit_id = fields.Many2one(
        'emulation.unit',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    sequence = fields.Integer(default=10)
    is_editable = fields.Boolean(related='campaign_id.is_editable')
    unit_name = fields.Char('Name at launch', readonly=True, copy=False)
    unit_kind = fields.Selection(related='unit_id.kind', store=True)
    leader_ids = fields.Many2many(related='unit_id.leader_ids')
    group_id = fields.Many2one('emulation.unit.group', index='btree_not_null')
    head_count = fields.Integer(readonly=True, copy=False)
    head_count_date = fields.Date(readonly=True, copy=False)
    member_ids = fields.One2many('emulation.campaign.unit.member', 'campaign_unit_id')
    counted_base_ids = fields.One2many('emulation.counted.base', 'campaign_unit_id')
    nomination_ids = fields.One2many('emulation.nomination', 'campaign_unit_id')
    review_ids = fields.One2many('emulation.unit.review', 'campaign_unit_id')
    # Written by every operation that takes or frees a place, so that two at once conflict.
    quota_status = fields.Char(
        'Quotas',
        compute='_compute_quota_status',
        help='Places used of each quota of the unit.',
    )
    quota_revision = fields.Integer(readonly=True, copy=False)

    _unit_uniq = models.Constraint(
        'UNIQUE (campaign_id, unit_id)', 'A unit takes part in a campaign once.'
    )

    def write(self, vals):
        if 'unit_id' in vals and not self.env.su:
            self._check_unit_kept(vals['unit_id'])
        return super().write(vals)

    def _check_unit_kept(self, unit_id):
        """A head count is of one unit for good; another unit is another participation."""
        for participant in self.filtered('head_count_date'):
            if participant.unit_id.id != unit_id:
                raise UserError(
                    self.env._(
                        '%(unit)s has been counted for this campaign and stays. Add the other '
                        'unit as one more.',
                        unit=participant.display_name,
                    )
                )

    @api.depends('unit_name', 'unit_id.name')
    def _compute_display_name(self):
        for participant in self:
            participant.display_name = participant.unit_name or participant.unit_id.name

    @api.depends('nomination_ids.state', 'head_count', 'counted_base_ids.number')
    @api.depends_context('uid', 'lang')
    def _compute_quota_status(self):
        # Before the launch there is no head count a quota could be computed on.
        visible = self._filtered_quota_readers().filtered('head_count_date')
        (self - visible).quota_status = ''
        quotas = self.env['emulation.quota']
        for unit, rows in quotas._usage_by_unit(visible).items():
            unit.quota_status = '; '.join(quotas._status_text(row) for row in rows)

    def _filtered_quota_readers(self):
        """Those of these units whose use of quotas the user may see."""
        if self.env.su or self.env.user.has_groups(
            'emulation_award.group_emulation_office,emulation_award.group_emulation_auditor'
        ):
            return self
        # sudo: only whether the user is one of those who lead the unit.
        return self.filtered(lambda unit: self.env.user in unit.sudo().leader_ids.user_id)

    def _is_cloned(self):
        return self.unit_id.active
