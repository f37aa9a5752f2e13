from odoo import api, models
from odoo.exceptions import UserError, ValidationError

from .naming import model_name


class EmulationFrozenMixin(models.AbstractModel):
    """Rules of a campaign: free while it is a draft, afterwards only by a logged amendment.

    A running campaign has promised its rules to people. An amendment (điều chỉnh kế hoạch) names
    who changes what and why, keeps the old value, and re-checks what is already in.
    Only a user's writes are guarded: operations check their user and write as superuser, and the
    ORM's own recomputation of stored fields does not pass through here.
    """

    _name = 'emulation.frozen.mixin'
    _description = 'Campaign rule frozen at launch'

    # Names of fields a launched campaign may still change freely (progress notes and the like).
    _free_fields = frozenset()
    # Names of fields that may only point to records of the same campaign.
    _same_campaign_fields = ()

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse_derived({name for vals in vals_list for name in vals})
        records = super(EmulationFrozenMixin, self._without_derived_defaults()).create(vals_list)
        if not self.env.su:
            records._check_frozen(self.env._('added'))
            records._log_amendment_created()
        return records

    def write(self, vals):
        self._refuse_derived(vals)
        if self.env.su or not self._frozen_names(vals):
            return super().write(vals)
        self._check_frozen(self.env._('changed'))
        campaigns = {record.id: record._frozen_campaigns() for record in self}
        before = {record.id: record._readable_rules() for record in self}
        result = super().write(vals)
        self._check_not_moved(campaigns)
        self._log_amendment_written(before)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        if not self.env.su:
            self._check_frozen(self.env._('deleted'))
            self._log_amendment_deleted()

    @api.constrains(lambda self: self._same_campaign_fields)
    def _check_same_campaign(self):
        for record in self:
            campaign = record._frozen_campaigns()
            for name in record._same_campaign_fields:
                if record[name]._frozen_campaigns() - campaign:
                    raise ValidationError(
                        self.env._(
                            '%(rule)s: "%(field)s" may only name what belongs to campaign '
                            '"%(campaign)s".',
                            rule=record.display_name,
                            field=record._fields[name]._description_string(self.env),
                            campaign=campaign.name,
                        )
                    )

    def _frozen_campaigns(self):
        """The campaigns whose rules these records are."""
        return self.campaign_id

    @api.model
    def _frozen_names(self, names):
        """Those of the named fields that are rules of the campaign.

        Lists of other records are left out: each of those records has its own guard.
        """
        return [
            name
            for name in names
            if name not in self._free_fields
            and name in self._fields
            and self._fields[name].type != 'one2many'
        ]

    @api.model
    def _rule_names(self):
        """Names of the stored fields that make up the rule, in field order.

        What is computed from them, such as the instant of a deadline, only repeats them.
        """
        operation_fields = getattr(self, '_operation_fields', frozenset())
        return [
            name
            for name in self._frozen_names(self._fields)
            if self._is_entered(self._fields[name])
            and name not in models.MAGIC_COLUMNS
            and name not in operation_fields
        ]

    @api.model
    def _is_entered(self, field):
        """Whether people enter a field, rather than it following from others."""
        return field.store and not field.related and not (field.compute and field.readonly)

    @api.model
    def _derived_names(self):
        """Names of the stored fields that follow from others, such as the instant of a deadline.

        They are no part of the rule that is kept and logged, so writing one would change the
        rule behind its words.
        """
        return frozenset(
            name
            for name, field in self._fields.items()
            if field.store and (field.related or field.compute) and not self._is_entered(field)
        )

    @api.model
    def _refuse_derived(self, names):
        refused = () if self.env.su else sorted(self._derived_names().intersection(names))
        if refused:
            labels = ', '.join(self._fields[name]._description_string(self.env) for name in refused)
            raise UserError(
                self.env._(
                    '%(fields)s cannot be written: it follows from other fields of the same rule. '
                    'Change those.',
                    fields=labels,
                )
            )

    @api.model
    def _without_derived_defaults(self):
        """Drop what a caller's context forges of them, see :meth:`_refuse_derived`."""
        forged = {f'default_{name}' for name in self._derived_names()}
        if self.env.su or forged.isdisjoint(self.env.context):
            return self
        kept = {key: value for key, value in self.env.context.items() if key not in forged}
        return self.with_env(self.env(context=kept))

    def _canonical_rules(self):
        """The rule as plain values without floats, ids beside names, for the kept snapshot."""
        self.ensure_one()
        return {'id': self.id, **{name: self._plain_value(name) for name in self._rule_names()}}

    def _plain_value(self, name):
        value, field = self[name], self._fields[name]
        if field.relational:
            return [[record.id, record.display_name] for record in value]
        if field.type in ('date', 'datetime'):
            return field.to_string(value) or ''
        if field.type == 'binary':
            return bool(value)
        return value if field.type in ('boolean', 'integer') else value or ''

    # What the next campaign takes over

    def _is_cloned(self):
        """Whether this rule goes into a campaign that starts from its own."""
        return True

    @api.model
    def _is_whole(self, vals):
        """Whether values of a copy name every record the rule cannot do without."""
        return all(
            value
            for name, value in vals.items()
            if self._fields[name].type == 'many2one' and self._fields[name].required
        )

    @api.model
    def _cloned_names(self):
        """Names of the fields a copy takes over: what is rule and may be copied, editable."""
        return [
            name
            for name in [*self._rule_names(), *self._free_fields]
            if self._fields[name].copy and self._is_entered(self._fields[name])
        ]

    def _check_frozen(self, verb):
        frozen = self._frozen_campaigns().filtered(
            lambda campaign: campaign.state != 'draft' and not campaign.amendment_id
        )
        for campaign in frozen[:1]:
            states = dict(campaign._fields['state']._description_selection(self.env))
            raise UserError(
                self.env._(
                    '%(rule)s cannot be %(verb)s: campaign "%(campaign)s" is "%(state)s" and its '
                    'rules are frozen. Start an amendment (with its reason) on the campaign first.',
                    rule=model_name(self),
                    verb=verb,
                    campaign=campaign.name,
                    state=states[campaign.state],
                )
            )

    def _check_not_moved(self, campaigns):
        """A draft's rule must not slip into a running campaign, nor a running one's out of it."""
        for record in self:
            if record._frozen_campaigns() != campaigns[record.id]:
                raise UserError(
                    self.env._(
                        '%(rule)s cannot be moved to another campaign. Create it there instead.',
                        rule=record.display_name,
                    )
                )

    # Old beside new

    def _readable_rules(self):
        """Values of the rule's fields as text a person can compare."""
        self.ensure_one()
        return {name: self._readable_value(name) for name in self._rule_names()}

    def _readable_value(self, name):
        field = self._fields[name]
        if field.type == 'binary':
            return self.env._('a file') if self[name] else ''
        if field.type == 'boolean':
            return self.env._('Yes') if self[name] else self.env._('No')
        return str(field.convert_to_export(self[name], self))

    def _log_amendment_created(self):
        self._log_amendment([(record, '', '', record.display_name) for record in self])

    def _log_amendment_written(self, before):
        self._log_amendment(
            [
                (record, name, old, new)
                for record in self
                for name, new in record._readable_rules().items()
                if (old := before[record.id][name]) != new
            ]
        )

    def _log_amendment_deleted(self):
        self._log_amendment([(record, '', record.display_name, '') for record in self])

    @api.model
    def _log_amendment(self, changes):
        by_amendment = {}
        for change in changes:
            amendment = change[0]._frozen_campaigns().amendment_id
            by_amendment.setdefault(amendment, []).append(change)
        for amendment, amended in by_amendment.items():
            if amendment:
                amendment._log_changes(amended)
