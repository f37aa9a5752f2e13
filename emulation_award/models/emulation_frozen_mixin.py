from odoo import api, models
from odoo.exceptions import UserError


class EmulationFrozenMixin(models.AbstractModel):
    """Rules of a campaign: free while it is a draft, afterwards only by a logged amendment.

    A running campaign has promised its rules to people. An amendment (điều chỉnh kế hoạch) names
    who changes what and why, keeps the old value, and re-checks what is already in.
    """

    _name = 'emulation.frozen.mixin'
    _description = 'Campaign rule frozen at launch'

    # Names of fields a launched campaign may still change freely (progress notes and the like).
    _free_fields = frozenset()

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_frozen(self.env._('added'))
        records._log_amendment_created()
        return records

    def write(self, vals):
        if self.env.su or self._free_fields.issuperset(vals):
            return super().write(vals)
        self._check_frozen(self.env._('changed'))
        before = self._amendable_values(vals)
        result = super().write(vals)
        self._log_amendment_written(vals, before)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self._check_frozen(self.env._('deleted'))
        self._log_amendment_deleted()

    def _frozen_campaigns(self):
        """The campaigns whose rules these records are."""
        return self.campaign_id

    def _check_frozen(self, verb):
        if self.env.su:
            return
        for campaign in self._frozen_campaigns():
            if campaign.state == 'draft' or campaign.amendment_id:
                continue
            raise UserError(
                self.env._(
                    '%(rule)s cannot be %(verb)s: campaign "%(campaign)s" is %(state)s and its '
                    'rules are frozen. Start an amendment (with its reason) on the campaign first.',
                    rule=self._description,
                    verb=verb,
                    campaign=campaign.name,
                    state=dict(campaign._fields['state']._description_selection(self.env))[
                        campaign.state
                    ],
                )
            )

    def _amendable_values(self, vals):
        return {record.id: record._readable_values(vals) for record in self}

    def _readable_values(self, names):
        """Values of the named fields as text a person can compare, in field order."""
        self.ensure_one()
        return {
            name: self._fields[name].convert_to_export(self[name], self) or ''
            for name in self._fields
            if name in names and self._fields[name].type not in ('one2many', 'binary')
        }

    def _log_amendment_created(self):
        self._log_amendment(lambda record: [('', '', record.display_name)])

    def _log_amendment_written(self, vals, before):
        def changes(record):
            after = record._readable_values(vals)
            return [
                (name, str(old), str(after[name]))
                for name, old in before[record.id].items()
                if old != after[name]
            ]

        self._log_amendment(changes)

    def _log_amendment_deleted(self):
        self._log_amendment(lambda record: [('', record.display_name, '')])

    def _log_amendment(self, changes_of):
        for record in self:
            amendment = record._frozen_campaigns().amendment_id
            if amendment and not self.env.su:
                amendment._log_changes(record, changes_of(record))
