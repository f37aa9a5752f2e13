from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import meeting, review


class EmulationUnitReviewLine(models.Model):
    """The unit's vote on one nominee (kết quả biểu quyết)."""

    _name = 'emulation.unit.review.line'
    _description = 'Unit review vote'
    _inherit = ['emulation.unit.review.part', 'emulation.operation.mixin']
    _order = 'review_id, nominee_kind, nominee_sort_key, id'
    _rec_name = 'nominee_name'
    _operation_fields = frozenset(
        {
            'company_id',
            'nominee_name',
            'nominee_sort_key',
            'nominee_kind',
            'award_name',
            'is_supported',
        }
    )

    review_id = fields.Many2one(
        'emulation.unit.review', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='review_id.company_id', store=True, index=True)
    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='restrict'
    )
    # As voted on: kept when the minutes are closed, printed from here.
    nominee_name = fields.Char('Nominee', compute='_compute_nominee', store=True)
    nominee_sort_key = fields.Char(compute='_compute_nominee', store=True)
    nominee_kind = fields.Selection(
        [('individual', 'Individual'), ('collective', 'Collective')],
        compute='_compute_nominee',
        store=True,
    )
    award_name = fields.Char('Award', compute='_compute_nominee', store=True)
    in_favour = fields.Integer('For')
    against = fields.Integer()
    abstain = fields.Integer()
    is_supported = fields.Boolean('Supported', compute='_compute_is_supported', store=True)
    is_current = fields.Boolean(
        'Counts',
        compute='_compute_is_current',
        help='The last closed meeting on a nominee counts; earlier ones stay as a record.',
    )
    note = fields.Char()

    _nomination_uniq = models.Constraint(
        'UNIQUE (review_id, nomination_id)', 'A nominee is voted on once in a meeting.'
    )

    @api.constrains('review_id', 'nomination_id')
    def _check_nominee_of_own_unit(self):
        """Before anything of the nomination is told here: a leader learns of the own unit's only.

        A meeting may be moved to another phase while it is prepared; closing checks that too.
        """
        # sudo: which unit proposes, to compare; nothing of it is told.
        strangers = self.filtered(
            lambda line: (
                line.sudo().nomination_id.campaign_unit_id != line.review_id.campaign_unit_id
            )
        )
        if strangers:
            raise ValidationError(
                self.env._(
                    'The minutes of %(review)s name a nomination of another unit. Leave it to the '
                    'meeting of that unit.',
                    review=strangers[0].review_id.display_name,
                )
            )

    @api.depends(
        'nomination_id.nominee_name',
        'nomination_id.nominee_kind',
        'nomination_id.campaign_award_id.name',
    )
    def _compute_nominee(self):
        frozen = ('nominee_name', 'nominee_sort_key', 'nominee_kind', 'award_name')
        for line in self:
            nomination = line.nomination_id
            live = {
                'nominee_name': nomination.nominee_name,
                'nominee_sort_key': nomination.nominee_sort_key,
                'nominee_kind': nomination.nominee_kind,
                'award_name': nomination.campaign_award_id.name,
            }
            closed = line.review_id.state == 'closed'
            line.update({name: line[name] if closed else live[name] for name in frozen})

    @api.depends(
        'in_favour',
        'against',
        'abstain',
        'review_id.present_count',
        'review_id.majority_numerator',
        'review_id.majority_denominator',
        'review_id.majority_strict',
    )
    def _compute_is_supported(self):
        for line in self:
            majority = line.review_id._majority()
            present = line.review_id.present_count
            line.is_supported = review.supported(line._count(), present, majority)

    @api.depends('nomination_id.review_line_id')
    def _compute_is_current(self):
        for line in self:
            line.is_current = line.nomination_id.review_line_id == line

    def _count(self):
        """The votes as the rules take them, a :class:`~..domain.review.Count`."""
        self.ensure_one()
        return review.Count(self.in_favour, self.against, self.abstain)

    def _closing_findings(self):
        """What keeps the minutes from being closed, for each line in turn."""
        findings = []
        for line in self:
            findings += line._nominee_findings()
            findings += review.count_findings(
                line.nominee_name, line._count(), line.review_id.present_count
            )
        return findings

    def _nominee_findings(self):
        self.ensure_one()
        nomination, held = self.nomination_id, self.review_id
        same = (
            nomination.phase_id == held.phase_id
            and nomination.campaign_unit_id == held.campaign_unit_id
        )
        found = meeting.nominee_finding(self.nominee_name, nomination.state, same)
        return [found] if found else []

    def _payload(self):
        """The vote as the journal keeps it."""
        self.ensure_one()
        return {
            'nomination': self.nomination_id.id,
            'nominee': self.nominee_name,
            'award': self.award_name,
            'for': self.in_favour,
            'against': self.against,
            'abstain': self.abstain,
            'supported': self.is_supported,
        }
