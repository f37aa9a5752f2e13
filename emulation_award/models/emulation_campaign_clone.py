import re

from odoo import models
from odoo.fields import Command

from ..domain import windows

#: Period ends: in the month-precision of the other field they stay at the end of the month.
PERIOD_ENDS = {
    ('emulation.phase', 'date_end'): 'end_precision',
    ('emulation.campaign.milestone', 'date_due'): 'date_precision',
}
#: What counts in one campaign only and is never taken over into the next.
NOT_CLONED = ('emulation.counted.base', 'emulation.report.form', 'emulation.report.section')


class EmulationCampaign(models.Model):
    """Starting next year's campaign from this one: rules and plan, dates shifted, no history."""

    _inherit = 'emulation.campaign'

    def action_open_clone(self):
        """Ask by how many years to shift the dates, and for the title."""
        self.ensure_one()
        self.check_access('create')
        return self._open_wizard('emulation.campaign.clone', self.env._('Start from this campaign'))

    def copy(self, default=None):
        """Duplicate whole campaigns, with everything that belongs to their plans."""
        clones = super().copy(default)
        for campaign, clone in zip(self, clones, strict=True):
            campaign._clone_parts(clone, 0)
        return clones

    def _clone(self, years, **default):
        """A draft with the rules of this campaign, its dates shifted.

        Head counts, other counts, extensions, amendments and nominations stay behind; report
        forms are the catalogue's own again, as it stands today.

        :param int years: whole years to shift every date by
        :param default: values of the new campaign that differ
        :return: the new campaign
        """
        self.ensure_one()
        clone = self.create({**self._cloned_vals(self, years, {}), **default})
        self._clone_parts(clone, years)
        return clone

    def _clone_parts(self, clone, years):
        """Copy everything that belongs to the plan into an empty draft."""
        clone.sudo().previous_id = self  # sudo: where it came from is nobody's to forge
        clones = {('emulation.campaign', self.id): clone.id}
        for records in self._rule_records()[1:]:
            if records._name not in NOT_CLONED:
                self._clone_records(records, years, clones)

    def _clone_records(self, records, years, clones):
        """Copy rules into the new campaign and remember which became which.

        :param dict clones: (model, id) -> id of its copy
        """
        records = records.filtered(lambda record: record._is_cloned())
        vals_of = {record: self._cloned_vals(record, years, clones) for record in records}
        # A number of a unit that stays behind stays behind as well.
        vals_of = {record: vals for record, vals in vals_of.items() if record._is_whole(vals)}
        copies = records.create(list(vals_of.values()))
        for record, copy in zip(vals_of, copies, strict=True):
            clones[record._name, record.id] = copy.id

    def _cloned_vals(self, record, years, clones):
        """Values of one copy: fields that may be copied, pointing to copies, dates shifted."""
        return {
            name: self._cloned_value(record, name, years, clones) for name in record._cloned_names()
        }

    def _cloned_value(self, record, name, years, clones):
        value, field = record[name], record._fields[name]
        if field.type == 'date':
            return self._shifted(record, name, years)
        if not field.relational:
            return value
        kept = [self._copy_of(target, clones) for target in value]
        kept = [target for target in kept if target]
        return [Command.set(kept)] if field.type == 'many2many' else (kept or [False])[0]

    def _shifted(self, record, name, years):
        precision = PERIOD_ENDS.get((record._name, name))
        day = record[name] or None
        if precision:
            return windows.shift_period_end(day, years, record[precision])
        return windows.shift(day, years)

    def _copy_of(self, target, clones):
        """Id of what a copied rule points to instead of `target`; False for what stays behind."""
        if target._name == 'emulation.report.form' and target.campaign_id:
            return target.origin_id.id
        if 'campaign_id' in target._fields or target._name == 'emulation.campaign':
            return clones.get((target._name, target.id), False)
        return target.id

    def _shifted_name(self, years):
        """The title with its years shifted, as a proposal."""
        return re.sub(r'\b(19|20)\d\d\b', lambda found: str(int(found[0]) + years), self.name or '')
