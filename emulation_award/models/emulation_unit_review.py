from datetime import timezone

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..domain import meeting, review


class EmulationUnitReview(models.Model):
    """The unit's meeting on its nominees (họp xét khen thưởng) and its minutes (biên bản).

    The minutes are written while the review is a draft and sealed by closing it. A mistake found
    afterwards is not mended but corrected by another review of the same nominees: the last
    closed one counts.
    """

    _name = 'emulation.unit.review'
    _description = 'Unit review'
    _inherit = ['emulation.operation.mixin', 'mail.thread', 'mail.activity.mixin']
    _order = 'date_start desc, id desc'
    _check_company_auto = True
    _operation_fields = frozenset(
        {
            'campaign_id',
            'company_id',
            'state',
            'closed_at',
            'closed_by_id',
            'revision',
            'summoned_count',
            'present_count',
            'majority_numerator',
            'majority_denominator',
            'majority_strict',
        }
    )

    phase_id = fields.Many2one(
        'emulation.phase', required=True, index=True, ondelete='restrict', tracking=True
    )
    campaign_id = fields.Many2one(related='phase_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_unit_id = fields.Many2one(
        'emulation.campaign.unit',
        'Unit',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
        tracking=True,
    )
    state = fields.Selection(
        [('draft', 'Draft'), ('closed', 'Minutes closed')],
        required=True,
        readonly=True,
        default='draft',
        copy=False,
        index=True,
        tracking=True,
    )
    date_start = fields.Datetime('Started at', required=True, default=fields.Datetime.now)
    date_end = fields.Datetime('Ended at', copy=False)
    place = fields.Char()
    chair_id = fields.Many2one(
        'hr.employee', index='btree_not_null', ondelete='restrict', check_company=True
    )
    secretary_id = fields.Many2one(
        'hr.employee', index='btree_not_null', ondelete='restrict', check_company=True
    )
    attendance_ids = fields.One2many('emulation.unit.review.attendance', 'review_id')
    attendee_ids = fields.Many2many(
        'hr.employee.public', string='People present', compute='_compute_attendees'
    )
    summoned_count = fields.Integer('Summoned', compute='_compute_attendance', store=True)
    present_count = fields.Integer('Present', compute='_compute_attendance', store=True)
    # The share in favour that supports a nominee; kept when the campaign is amended later.
    majority_numerator = fields.Integer(compute='_compute_majority', store=True)
    majority_denominator = fields.Integer(compute='_compute_majority', store=True)
    majority_strict = fields.Boolean(compute='_compute_majority', store=True)
    majority_text = fields.Char('Needed to support', compute='_compute_majority_text')
    line_ids = fields.One2many('emulation.unit.review.line', 'review_id')
    supported_count = fields.Integer('Supported', compute='_compute_supported_count')
    discussion = fields.Text(help='One opinion per line; printed in the minutes.')
    conclusion = fields.Text(help='Printed after the result of the votes.')
    signed_scan = fields.Binary('Signed minutes', attachment=True, copy=False)
    signed_scan_name = fields.Char(copy=False)
    closed_at = fields.Datetime(readonly=True, copy=False)
    closed_by_id = fields.Many2one('res.users', readonly=True, copy=False, index=True)
    # Counts the changes of the minutes, so that a change and a close at once conflict.
    revision = fields.Integer(readonly=True, copy=False)

    _one_draft = models.UniqueIndex(
        "(phase_id, campaign_unit_id) WHERE state = 'draft'",
        'The unit already has minutes in preparation for this phase: finish or delete those.',
    )

    @api.depends('phase_id.name', 'campaign_unit_id.display_name')
    def _compute_display_name(self):
        for record in self:
            parts = (record.campaign_unit_id.display_name, record.phase_id.name)
            record.display_name = ' – '.join(filter(None, parts))

    @api.depends('attendance_ids.presence')
    def _compute_attendance(self):
        for record in self:
            present = record.attendance_ids.filtered(lambda line: line.presence == 'present')
            record.summoned_count = len(record.attendance_ids)
            record.present_count = len(present)

    @api.depends('attendance_ids.presence', 'attendance_ids.employee_id')
    def _compute_attendees(self):
        for record in self:
            present = record.attendance_ids.filtered(lambda line: line.presence == 'present')
            record.attendee_ids = present.employee_id.ids

    @api.depends(
        'campaign_id.review_numerator',
        'campaign_id.review_denominator',
        'campaign_id.review_strict',
    )
    def _compute_majority(self):
        for record in self:
            # What was decided by one majority is not judged by another one afterwards.
            rule = record if record.state == 'closed' else record.campaign_id
            prefix = 'majority' if record.state == 'closed' else 'review'
            record.majority_numerator = rule[f'{prefix}_numerator']
            record.majority_denominator = rule[f'{prefix}_denominator']
            record.majority_strict = rule[f'{prefix}_strict']

    @api.depends('majority_numerator', 'majority_denominator', 'majority_strict')
    def _compute_majority_text(self):
        for record in self:
            share = f'{record.majority_numerator}/{record.majority_denominator}'
            record.majority_text = (
                self.env._('more than %(share)s of those present', share=share)
                if record.majority_strict
                else self.env._('at least %(share)s of those present', share=share)
            )

    @api.depends('line_ids.is_supported')
    def _compute_supported_count(self):
        for record in self:
            record.supported_count = len(record.line_ids.filtered('is_supported'))

    @api.constrains('phase_id', 'campaign_unit_id')
    def _check_same_campaign(self):
        for record in self:
            if record.phase_id.campaign_id != record.campaign_unit_id.campaign_id:
                raise ValidationError(
                    self.env._(
                        '%(unit)s does not take part in the campaign of %(phase)s. '
                        'Choose the unit and the phase of one campaign.',
                        unit=record.campaign_unit_id.display_name,
                        phase=record.phase_id.display_name,
                    )
                )

    def _majority(self):
        """The majority this meeting decides by, a :class:`~..domain.review.Majority`."""
        self.ensure_one()
        return review.Majority(
            self.majority_numerator, self.majority_denominator or 1, self.majority_strict
        )

    def _meeting(self):
        """The meeting as the rules take it, a :class:`~..domain.meeting.Meeting`."""
        self.ensure_one()
        return meeting.Meeting(
            start=self.date_start.replace(tzinfo=timezone.utc),
            end=self.date_end.replace(tzinfo=timezone.utc) if self.date_end else None,
            summoned=self.summoned_count,
            present=self.present_count,
            officers=(
                self._officer('chair', self.chair_id),
                self._officer('secretary', self.secretary_id),
            ),
            nominees=len(self.line_ids),
        )

    def _officer(self, office, employee):
        line = self.attendance_ids.filtered(lambda line: line.employee_id == employee)[:1]
        return meeting.Officer(office, employee.name or '', line.presence == 'present')

    def _begin_change(self):
        """Refuse a change of closed minutes; make the change of open ones visible to a close.

        :raises UserError: the minutes are closed, whoever asks
        """
        self._check_open()
        for record in self.sudo():  # sudo: the counter only, the caller may write the part itself
            record.revision += 1

    def _check_open(self):
        # sudo: the state only.
        closed = self.sudo().filtered(lambda record: record.state == 'closed')
        if closed:
            raise UserError(
                self.env._(
                    'The minutes of %(reviews)s are closed and stay as they are. '
                    'Correct a mistake by another review of the same nominees: the last one '
                    'closed counts.',
                    reviews=', '.join(closed.mapped('display_name')),
                )
            )
