from collections import defaultdict

from odoo import api, models
from odoo.exceptions import UserError

#: How many of those that cite a record a refusal names.
NAMED = 3


class EmulationCitedMixin(models.AbstractModel):
    """Reference data that others rest on: never deleted while one of them does.

    It may be corrected at any time, as what was issued keeps what it said.
    """

    _name = 'emulation.cited.mixin'
    _description = 'Reference data that others cite'

    @api.ondelete(at_uninstall=False)
    def _unlink_except_cited(self):
        """Refuse, for everybody, what would take a basis away from what rests on it.

        :raises UserError: something cites one of these; the message says what
        """
        if citing := self._citing():
            raise UserError(
                self.env._(
                    '%(records)s cannot be deleted, it is in use: %(citing)s. Archive it, or '
                    'correct it: what was issued keeps what it said.',
                    records=', '.join(self.mapped('display_name')),
                    citing='; '.join(self._told_citing(found) for found in citing),
                )
            )

    def _citing(self):
        """Records that point to these, by model, those being deleted along left out."""
        found = defaultdict(set)
        for model, name in self._citing_fields():
            # sudo: what rests on a record counts, whoever may read it.
            records = self.env[model].sudo().with_context(active_test=False)
            found[model].update(records.search([(name, 'in', self.ids)]).ids)
        if self._name in found:
            found[self._name] -= set(self.ids)
        return [self.env[model].browse(sorted(ids)) for model, ids in found.items() if ids]

    @api.model
    def _citing_fields(self):
        """Names of the models and fields that hold records of this model for good."""
        for model in self.env.registry.values():
            if model._abstract or model._transient or not model._auto:
                continue
            for name, field in model._fields.items():
                if field.comodel_name == self._name and self._is_citation(field):
                    yield model._name, name

    @api.model
    def _is_citation(self, field):
        return field.store and not field.related and field.type in ('many2one', 'many2many')

    @api.model
    def _told_citing(self, records):
        """Some of the records by name, as far as the user may see them, and how many others."""
        seen = records.with_context(active_test=False)._filtered_access('read')[:NAMED]
        named = ', '.join(seen.mapped('display_name'))
        others = len(records) - len(seen)
        more = self.env._('%(count)s more', count=others) if others else ''
        told = ', '.join(filter(None, (named, more)))
        return f'{self.env["ir.model"]._get(records._name).name} ({told})'
