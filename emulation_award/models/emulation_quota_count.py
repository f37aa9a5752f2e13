from dataclasses import dataclass

from odoo import models
from odoo.fields import Domain

from ..domain import quota as rules
from ..domain.states import HOLDING, State

#: States in which a nomination holds a place, by stage of the quota.
TAKEN = {
    'nomination': HOLDING,
    'selection': frozenset({State.APPROVED, State.AWARDED, State.FORWARDED}),
}
#: Not sent yet: holds no place, but shows what a unit is about to ask for.
PLANNED = frozenset({State.DRAFT, State.REVIEWED})


@dataclass(eq=False)
class Row:
    """How far one quota is used by those who share it.

    `scope` is the campaign unit, the group of units or the campaign that shares it; `phase` is
    empty where it counts once for the whole campaign. `rule` is None where the count that the
    quota is a share of has not been entered yet. `holders` and `drafts` are nominations in
    superuser mode: show of them only what the reader may see.
    """

    quota: models.BaseModel
    scope: models.BaseModel
    phase: models.BaseModel
    rule: rules.Rule | None = None
    base: int = 0
    holders: models.BaseModel | None = None
    drafts: models.BaseModel | None = None

    @property
    def key(self):
        """What tells this row from others."""
        return self.quota, self.scope, self.phase

    @property
    def ceiling(self):
        """Places there are; None where the count is missing."""
        return rules.ceiling(self.rule, self.base) if self.rule else None

    @property
    def used(self):
        """Places taken."""
        return len(self.holders)

    @property
    def planned(self):
        """Nominations being prepared, which hold no place yet."""
        return len(self.drafts)

    @property
    def usage(self):
        """Ceiling and places taken (domain/quota.py); only where there is a ceiling."""
        return rules.Usage(self.ceiling, self.used)


class EmulationQuota(models.Model):
    """Counting the places of quotas, in a number of queries that does not grow with them."""

    _inherit = 'emulation.quota'

    def _rows_of(self, nominations):
        """The rows of these quotas each nomination counts in, not filled yet.

        :return: dict of nomination -> list of :class:`Row`, a shared row being one object
        """
        rows = {}
        return {
            nomination: [
                rows.setdefault(row.key, row)
                for quota in self
                if quota._concerns(nomination.campaign_award_id, nomination.nominee_kind)
                for row in quota._rows(nomination.campaign_unit_id, nomination.phase_id)
            ]
            for nomination in nominations
        }

    def _rows(self, campaign_unit, phase):
        """Rows of one quota for one unit, in one phase or, without one, in each."""
        self.ensure_one()
        scope = self._scope(campaign_unit)
        if not scope:
            return []
        if self.period == 'campaign':
            return [Row(self, scope, phase.browse())]
        return [Row(self, scope, when) for when in phase or self.campaign_id.phase_ids]

    def _fill(self, rows):
        """Fill in what the ceilings are computed on and who takes the places.

        :param rows: iterable of :class:`Row`, changed in place
        """
        rows = {row.key: row for row in rows}
        heads = self._head_counts({row.scope for row in rows.values()})
        for row in rows.values():
            row.rule, row.base = row.quota._rule_and_base(row.scope, heads)
            # sudo: places are taken by nominations of units the user may not read; none is shown.
            row.holders = row.drafts = self.env['emulation.nomination'].sudo()
        for unit, award, phase, kind, state, nominations in self._tally(rows.values()):
            for quota in self.filtered(lambda one: one._concerns(award, kind)):  # noqa: B023
                for wanted in quota._rows(unit, phase):
                    if wanted.key in rows:
                        self._count_in(rows[wanted.key], state, nominations)

    def _count_in(self, row, state, nominations):
        if state in TAKEN[row.quota.stage]:
            row.holders += row.quota._still_taking(nominations)
        elif state in PLANNED:
            row.drafts += nominations

    def _still_taking(self, nominations):
        """Those that still take a place of this quota: a revoked award gives its seat back."""
        self.ensure_one()
        if self.stage != 'selection':
            return nominations
        return nominations.filtered(lambda one: not one.is_award_revoked)

    def _tally(self, rows):
        """Nominations by unit, award, phase, kind and state: one query."""
        scopes = [row.scope for row in rows]
        domain = Domain('campaign_id', 'in', self.campaign_id.ids)
        domain &= Domain('state', '!=', 'withdrawn')
        if all(scope._name == 'emulation.campaign.unit' for scope in scopes):
            domain &= Domain('campaign_unit_id', 'in', [scope.id for scope in scopes])
        groupby = [
            'campaign_unit_id',
            'campaign_award_id',
            'phase_id',
            'nominee_kind',
            'state',
        ]
        # sudo: places are taken by all units that share the quota; only figures leave here,
        # names pass through _holder_names.
        return (
            self.env['emulation.nomination'].sudo()._read_group(domain, groupby, ['id:recordset'])
        )

    def _rule_and_base(self, scope, heads):
        """Rule and base of this quota for one scope; no rule where the count is missing."""
        self.ensure_one()
        if self.level == 'named':
            lines = self.line_ids.filtered(lambda line: line.campaign_unit_id == scope)
            return rules.Rule(fixed=sum(lines.mapped('number'))), 0
        if self.number_kind == 'fixed':
            return self._rule(), 0
        if self.base == 'head_count':
            return self._rule(), heads[scope]
        counts = self.counted_base_ids.grouped('campaign_unit_id')
        units = scope if scope._name == 'emulation.campaign.unit' else scope.unit_ids
        if any(unit not in counts for unit in units):
            return None, 0
        return self._rule(), sum(counts[unit].number for unit in units)

    def _head_counts(self, scopes):
        """Frozen head count of each scope; one person counts once in a group or campaign."""
        heads = {}
        by_model = {
            'emulation.unit.group': 'campaign_unit_id.group_id',
            'emulation.campaign': 'campaign_id',
        }
        members = self.env['emulation.campaign.unit.member'].sudo()  # sudo: only how many
        for scope in scopes:
            heads[scope] = 0 if scope._name in by_model else scope.head_count
        for model, path in by_model.items():
            ids = [scope.id for scope in scopes if scope._name == model]
            if ids:
                counted = members._read_group(
                    Domain(path, 'in', ids), [path], ['employee_id:count_distinct']
                )
                heads.update(dict(counted))
        return heads
