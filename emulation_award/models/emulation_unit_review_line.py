from odoo import fields, models


class EmulationUnitReviewLine(models.Model):
    """The unit's vote on one nominee."""

    _name = 'emulation.unit.review.line'
    _description = 'Unit review vote'
    _order = 'review_id, id'
    _rec_name = 'nomination_id'

    review_id = fields.Many2one(
        'emulation.unit.review', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='review_id.company_id', store=True, index=True)
    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='restrict'
    )
    in_favour = fields.Integer('For')
    against = fields.Integer()
    abstain = fields.Integer('Abstentions')
    is_supported = fields.Boolean('Supported', compute='_compute_is_supported', store=True)
    note = fields.Char()

    _nomination_uniq = models.Constraint(
        'UNIQUE (review_id, nomination_id)', 'A nominee is voted on once in a meeting.'
    )

    def _compute_is_supported(self):
        """Filled by the majority rule of the campaign (domain/review.py)."""
        for line in self:
            line.is_supported = False
