from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import errors, plan_rules, quota
from .emulation_campaign_check import Issue


class EmulationQuota(models.Model):
    """A ceiling on nominations, or a number of seats (chỉ tiêu): one concept for both."""

    _name = 'emulation.quota'
    _description = 'Quota'
    _inherit = ['emulation.frozen.mixin']
    _same_campaign_fields = ('award_ids',)
    _order = 'campaign_id, stage, sequence, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    award_ids = fields.Many2many(
        'emulation.campaign.award',
        'emulation_quota_award_rel',
        'quota_id',
        'award_id',
        string='Awards',
    )
    subject = fields.Selection(
        [
            ('individual', 'Individuals'),
            ('collective', 'Collectives'),
            ('both', 'Both'),
        ],
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
        [('phase', 'Each phase'), ('campaign', 'Whole campaign')],
        required=True,
        default='campaign',
    )
    number_kind = fields.Selection(
        [('ratio', 'Ratio of a count'), ('fixed', 'Fixed number')],
        required=True,
        default='ratio',
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
    rule_text = fields.Char('In words', compute='_compute_rule_text')

    _ratio = models.Constraint(
        "CHECK (number_kind != 'ratio'"
        ' OR (denominator > 0 AND numerator BETWEEN 0 AND denominator))',
        'A ratio is between nothing and all.',
    )
    _numbers = models.Constraint(
        'CHECK (fixed >= 0 AND minimum >= 0 AND maximum >= 0)',
        'Numbers of a quota are not negative.',
    )

    @api.depends(
        'level',
        'period',
        'stage',
        'number_kind',
        'fixed',
        'minimum',
        'maximum',
        'numerator',
        'denominator',
        'base',
        'base_label',
    )
    def _compute_rule_text(self):
        for rule in self:
            parts = [rule._number_text(), rule._label('level'), rule._label('period')]
            rule.rule_text = ', '.join(filter(None, parts))

    def _label(self, name):
        return dict(self._fields[name]._description_selection(self.env)).get(self[name])

    def _number_text(self):
        """How many, in words: "20 % of the head count", "5-7", "numbers of their own"."""
        if self.level == 'named':
            return self.env._('numbers of their own')
        if self.number_kind == 'fixed':
            most = self.fixed or self.maximum
            return f'{self.minimum}-{most}' if 0 < self.minimum < most else str(most)
        if not self.denominator:
            return ''
        counted = self.base_label if self.base == 'counted' else self._label('base')
        ratio = quota.ratio_text(self.numerator, self.denominator)
        return self.env._('%(ratio)s of %(counted)s', ratio=ratio, counted=counted or '?')

    @api.constrains(
        'number_kind',
        'fixed',
        'numerator',
        'denominator',
        'rounding',
        'minimum',
        'maximum',
    )
    def _check_rule(self):
        broken = self.filtered(lambda one: not one._is_consistent())
        if broken:
            raise ValidationError(
                self.env._(
                    'Quota "%(name)s" contradicts itself: its least number is above its largest, '
                    'or its ratio is not a ratio.',
                    name=broken[0].name,
                )
            )

    def _is_consistent(self):
        try:
            return bool(self._rule())
        except errors.QuotaError:
            return False

    def _rule(self):
        """The quota as the rules (domain/quota.py) want it; not for a quota of named units.

        The least number of seats (5 of "5-7") is a wish, not a floor under the ceiling: fewer
        seats filled are reported, never padded.
        """
        self.ensure_one()
        bounds = {'maximum': self.maximum or None}
        if self.stage == 'nomination':
            bounds['minimum'] = self.minimum or None
        if self.number_kind == 'ratio':
            share = {'numerator': self.numerator, 'denominator': self.denominator}
            return quota.Rule(**share, rounding=self.rounding, **bounds)
        return quota.Rule(fixed=self.fixed or self.maximum, **bounds)

    def _plan_quota(self):
        """The quota as the plan (domain/plan_rules.py) says it."""
        self.ensure_one()
        is_share = self.number_kind == 'ratio' and self.level != 'named'
        is_counted = is_share and self.base == 'counted'
        counts = self.counted_base_ids if is_counted else ()
        return plan_rules.Quota(
            self.subject,
            self.stage,
            self.level,
            self.period,
            awards=tuple(self.award_ids.ids),
            numerator=self.numerator if is_share else None,
            denominator=self.denominator if is_share else None,
            base=(self.base_label or '?') if is_counted else '',
            counts=tuple(one._plan_count() for one in counts),
            rounding=self.rounding,
            fixed=self.fixed,
            minimum=self.minimum,
            maximum=self.maximum,
            lines=tuple(
                (line.campaign_unit_id.display_name, line.number) for line in self.line_ids
            ),
        )

    def _concerns(self, campaign_award, nominee_kind):
        """Whether nominations for this award, of this kind of nominee, take places here."""
        self.ensure_one()
        if self.campaign_id != campaign_award.campaign_id:
            return False
        if self.award_ids and campaign_award not in self.award_ids:
            return False
        return self.subject in ('both', nominee_kind)

    def _scope(self, campaign_unit):
        """Whose places these are: the unit's, its group's or the campaign's; maybe nobody's."""
        self.ensure_one()
        if self.level == 'campaign':
            return self.campaign_id
        # sudo: name, group and head count of a unit, which bind whoever shares its places.
        unit = campaign_unit.sudo()
        return unit.group_id if self.level == 'group' else unit

    def _issues(self):
        """What is missing so that the quota could be computed for every unit it is for."""
        self.ensure_one()
        units = self.campaign_id.unit_ids
        if self.level == 'named':
            return self._missing_for(units - self.line_ids.campaign_unit_id, blocking=False)
        if self.level == 'group':
            return self._missing_for(units.filtered(lambda unit: not unit.group_id), blocking=True)
        if self.number_kind == 'ratio' and self.base == 'counted':
            counted = self.counted_base_ids.campaign_unit_id
            return self._missing_for(units - counted, blocking=False)
        return []

    def _missing_for(self, units, blocking):
        if not units:
            return []
        said = {
            'quota': self.name,
            'units': ', '.join(units.mapped('unit_id.name')),
        }
        if self.level == 'named':
            text = self.env._('"%(quota)s" gives these units no number: %(units)s.', **said)
        elif self.level == 'group':
            text = self.env._('"%(quota)s" counts by group; in no group: %(units)s.', **said)
        else:
            text = self.env._(
                '"%(quota)s" is a share of a count not entered yet for: %(units)s.', **said
            )
        return [Issue(blocking, text)]
