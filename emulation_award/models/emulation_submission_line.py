from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..domain.registry_directory import Holder


class EmulationSubmissionLine(models.Model):
    """A nomination in a submission upward, and what the superior answered on it."""

    _name = 'emulation.submission.line'
    _description = 'Line of a submission upward'
    _inherit = ['emulation.operation.mixin']
    _order = 'submission_id, sequence, id'
    _rec_name = 'nomination_id'
    _check_company_auto = True
    _operation_fields = frozenset(
        {'candidate_id', 'state', 'is_live', 'was_sent', 'reason', 'commendation_id'}
        # Follow from submission and nomination, never a caller's own.
        | {'campaign_id', 'company_id', 'nominee_kind', 'nominee_sort_key', 'campaign_award_id'}
    )

    submission_id = fields.Many2one(
        'emulation.submission', required=True, index=True, ondelete='cascade'
    )
    campaign_id = fields.Many2one(related='submission_id.campaign_id', store=True, index=True)
    company_id = fields.Many2one(related='submission_id.company_id', store=True, index=True)
    sequence = fields.Integer(default=10)
    nomination_id = fields.Many2one(
        'emulation.nomination',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
    )
    nominee_kind = fields.Selection(related='nomination_id.nominee_kind', store=True)
    nominee_sort_key = fields.Char(related='nomination_id.nominee_sort_key', store=True)
    campaign_award_id = fields.Many2one(
        related='nomination_id.campaign_award_id', store=True, index=True
    )
    candidate_id = fields.Many2one(
        'emulation.candidate',
        'Verdict of the council',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
        help='The result of the council this line rests on.',
    )
    legal_clause = fields.Char(
        'Clause', help='Point, clause and article, or clause of the plan the criteria stand in.'
    )
    state = fields.Selection(
        [
            ('proposed', 'Proposed'),
            ('awarded', 'Awarded'),
            ('refused', 'Refused'),
            ('returned', 'Returned'),
        ],
        'Answer',
        required=True,
        readonly=True,
        default='proposed',
        copy=False,
    )
    reason = fields.Char(readonly=True, copy=False, help='As the superior words it.')
    was_sent = fields.Boolean(readonly=True, copy=False)
    is_live = fields.Boolean(
        readonly=True,
        default=True,
        copy=False,
        help='Still part of the submission: the nomination cannot go up in another.',
    )
    commendation_id = fields.Many2one(
        'emulation.commendation',
        'Entry in the registry',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
    )

    _one_live = models.UniqueIndex(
        '(nomination_id) WHERE is_live',
        'This nomination is in another submission already.',
    )

    @api.depends('nomination_id')
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.nomination_id.display_name

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        if not self.env.su:
            lines.submission_id._contend()
            lines.submission_id._check_being_prepared()
        lines._take_verdict()
        return lines

    def write(self, vals):
        if not self.env.su:
            self.submission_id._contend()
            self.submission_id._check_being_prepared()
            self._check_identity(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self.submission_id._contend()
        self.submission_id._check_being_prepared()
        if any(line.was_sent for line in self):
            raise UserError(
                self.env._('A line that was sent stays on record: take it out instead.')
            )

    def action_take_out(self):
        """Take lines out of a submission that came back: they stay on record, going nowhere.

        Their nominations can go up in another submission.

        :raises AccessError: the user is of no Office
        :raises UserError: the submission is not being prepared
        """
        self.submission_id._check_office()
        self.submission_id._contend()
        self.submission_id._check_being_prepared()
        sent = self.filtered('was_sent')
        # sudo: an operation field; the user was checked.
        sent.sudo().write({'is_live': False})
        sent.submission_id._free_now()
        sent.submission_id._journal(
            'submission.line_taken_out',
            lambda one: {
                'lines': (sent & one.line_ids).nomination_id.mapped('reference'),
            },
        )
        (self - sent).unlink()
        return True

    @api.constrains('submission_id', 'nomination_id')
    def _check_same_campaign(self):
        for line in self:
            if line.nomination_id.campaign_id != line.submission_id.campaign_id:
                raise ValidationError(
                    self.env._(
                        '%(nomination)s is of another campaign: it goes up in a submission of its '
                        'own.',
                        nomination=line.nomination_id.display_name,
                    )
                )

    def _check_identity(self, vals):
        if {'submission_id', 'nomination_id'}.isdisjoint(vals):
            return
        raise UserError(self.env._('Delete the line and add another instead.'))

    def _take_verdict(self):
        """Note the result each line rests on, and propose the clause of its criteria."""
        # sudo: the council's announced result; whoever prepares the line may read the nomination.
        lines = self.sudo()
        results = lines.nomination_id._final_candidates()
        for line in lines:
            award = line.campaign_award_id
            line.candidate_id = results[line.nomination_id]
            if not line.legal_clause:
                line.legal_clause = award.criteria_clause or award.citation

    def _entry_vals(self, decision, prize):
        """The award as the registry keeps it."""
        self.ensure_one()
        award = self.campaign_award_id
        return {
            'company_id': self.company_id.id,
            'nomination_id': self.nomination_id.id,
            'submission_line_id': self.id,
            'award_form_id': award.award_form_id.id,
            'award_name': award.name,
            'authority_name': self.submission_id.authority_id.name,
            'citation': decision.get('citation') or self.submission_id._citation(),
            'decision_number': decision['number'],
            'decision_date': decision['date'],
            'prize_amount': prize,
        }

    def _told(self):
        """The nominee as messages name one, told from a namesake."""
        self.ensure_one()
        return f'{self.nomination_id.nominee_name} ({self.nomination_id.reference})'

    def _as_waiting(self):
        """The lines as those a reply may name (domain/submission_reply.py)."""
        return [
            Holder(
                'unit_id' if line.nominee_kind == 'collective' else 'employee_id',
                line.id,
                line.nomination_id.snapshot_name or line.nomination_id.nominee_name or '',
                (line.nomination_id.reference or '',),
                (line.nomination_id.snapshot_unit or '',),
            )
            # sudo: names and units of the proposed, for whoever may read the lines.
            for line in self.sudo()
        ]
