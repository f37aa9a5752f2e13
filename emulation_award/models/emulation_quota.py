from odoo import fields, models


class EmulationQuota(models.Model):
    """A ceiling on nominations, or a number of seats (chỉ tiêu): one concept for both."""

    _name = 'emulation.quota'
    _description = 'Quota'
    _inherit = ['emulation.frozen.mixin']
    _order = 'campaign_id, stage, sequence, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    award_ids = fields.Many2many(
        'emulation.campaign.award', 'emulation_quota_award_rel', 'quota_id', 'award_id'
    )
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives'), ('both', 'Both')],
        required=True,
        default='individual',
    )
    stage = fields.Selection(
        [('nomination', 'Nomination'), ('selection', 'Selection')],
        required=True,
        default='nomination',
    )
    level = fields.Selection(
        [
            ('unit', 'Each unit'),
            ('group', 'Each group of units'),
            ('campaign', 'Whole campaign'),
            ('named', 'Named units, each its own number'),
        ],
        required=True,
        default='unit',
    )
    period = fields.Selection(
        [('phase', 'Each phase'), ('campaign', 'Whole campaign')], required=True, default='campaign'
    )
    number_kind = fields.Selection(
        [('ratio', 'Ratio of a count'), ('fixed', 'Fixed number')], required=True, default='ratio'
    )
    base = fields.Selection(
        [('head_count', 'Head count'), ('counted', 'Another count')],
        required=True,
        default='head_count',
    )
    base_label = fields.Char(help='What is counted, when it is not people.')
    numerator = fields.Integer(default=20)
    denominator = fields.Integer(default=100)
    rounding = fields.Selection(
        [('floor', 'Down'), ('at_least_one', 'Down, but at least one')],
        required=True,
        default='floor',
    )
    fixed = fields.Integer('Number')
    minimum = fields.Integer(help='For seats: fewer is reported, not padded. 0 means none.')
    maximum = fields.Integer(help='0 means none.')
    line_ids = fields.One2many('emulation.quota.line', 'quota_id', copy=True)
    counted_base_ids = fields.One2many('emulation.counted.base', 'quota_id')
    citation = fields.Char(help='Clause of the plan, quoted in refusals.')

    _ratio = models.Constraint(
        "CHECK (number_kind != 'ratio' OR (denominator > 0 AND numerator BETWEEN 0 AND denominator))",
        'A ratio is between nothing and all.',
    )
    _numbers = models.Constraint(
        'CHECK (fixed >= 0 AND minimum >= 0 AND maximum >= 0)', 'Numbers of a quota are not negative.'
    )
