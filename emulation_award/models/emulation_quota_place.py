from collections import defaultdict

from odoo import api, models
from odoo.fields import Domain

from ..domain import quota as rules


class EmulationQuota(models.Model):
    """Taking and freeing the places of quotas, and showing how far they are used."""

    _inherit = 'emulation.quota'

    @api.model
    def _take_places(self, nominations):
        """Let nominations take their places, or refuse all of them with the figures.

        Call it before the state is written, in the transaction that writes it: the rows the
        nominations compete on are written, so that of two transactions that want the same last
        place the second is retried by the server and then sees the first.

        :param nominations: nominations about to hold a place, none of which holds one yet
        :raises UserError: a quota would be exceeded, or the count it is a share of is missing
        """
        self._free_places(nominations)
        found = self._place_findings(nominations).values()
        once = dict.fromkeys(finding for findings in found for finding in findings)
        self.env['emulation.refusal']._raise_if(list(once))

    @api.model
    def _free_places(self, nominations):
        """Make every other transaction that counts the same places conflict with this one.

        Call it wherever nominations give back a place.
        """
        quotas = self._nomination_quotas(nominations.campaign_id)
        contended = defaultdict(set)
        for rows in quotas._rows_of(nominations).values():
            for row in rows:
                contended[row.scope._name].add(row.scope.id)
        for model, row_ids in contended.items():
            # sudo: a counter that nobody reads; the caller has checked what the user may do.
            for record in self.env[model].sudo().browse(sorted(row_ids)):
                record.quota_revision += 1
            self.env[model].flush_model(['quota_revision'])

    @api.model
    def _place_findings(self, nominations):
        """What hinders nominations from taking their places, those in the same call counted.

        :return: dict of nomination -> list of findings, empty where nothing hinders
        """
        quotas = self._nomination_quotas(nominations.campaign_id)
        rows_of = quotas._rows_of(nominations)
        more = defaultdict(int)
        for rows in rows_of.values():
            for row in rows:
                more[row] += 1
        quotas._fill(more)
        findings = {row: self._row_finding(row, wanted) for row, wanted in more.items()}
        return {
            nomination: [findings[row] for row in rows if findings[row]]
            for nomination, rows in rows_of.items()
        }

    @api.model
    def _row_finding(self, row, more):
        name = row.scope.display_name
        citation = ', '.join(filter(None, (row.quota.name, row.quota.citation)))
        if row.rule is None:
            return rules.count_missing(name, row.quota.base_label or '', citation)
        if rules.admit(row.usage, more):
            return None
        holders = self._holder_names(row)
        return rules.quota_finding(name, row.base, row.rule, row.used, more, holders, citation)

    @api.model
    def _holder_names(self, row):
        """Names of those who hold places; of nominees the reader may not see, how many."""
        readable = row.holders.sudo(False)._filtered_access('read')
        names = readable.mapped('nominee_name')
        if others := row.used - len(readable):
            names.append(self.env._('%(count)s of other units', count=others))
        return names

    # Showing

    @api.model
    def _usage(self, campaign_units, phase=None):
        """How far the quotas of units are used, the seats of the selection included.

        :param campaign_units: recordset of emulation.campaign.unit
        :param phase: one phase, or None for each phase of a quota that counts by phase
        :return: list of :class:`~.emulation_quota_count.Row`, each once
        """
        by_unit = self._usage_by_unit(campaign_units, phase)
        return list(dict.fromkeys(row for rows in by_unit.values() for row in rows))

    @api.model
    def _usage_by_unit(self, campaign_units, phase=None):
        """As :meth:`_usage`, but a dict of campaign unit -> list of rows."""
        # sudo: quotas bind whether or not the reader may open them; see _holder_names.
        quotas = self.sudo().search(Domain('campaign_id', 'in', campaign_units.campaign_id.ids))
        phase = phase or self.env['emulation.phase']
        rows = {}
        by_unit = {
            unit: [
                rows.setdefault(row.key, row)
                for quota in quotas
                if quota.campaign_id == unit.campaign_id
                for row in quota._rows(unit, phase)
            ]
            for unit in campaign_units.sudo()  # sudo: as above
        }
        quotas._fill(rows.values())
        return {unit.sudo(False): unit_rows for unit, unit_rows in by_unit.items()}

    @api.model
    def _nomination_usage(self, nominations):
        """The rows each nomination counts in or will count in, filled.

        :return: dict of nomination -> list of :class:`~.emulation_quota_count.Row`
        """
        quotas = self._nomination_quotas(nominations.campaign_id)
        rows_of = quotas._rows_of(nominations)
        quotas._fill({row for rows in rows_of.values() for row in rows})
        return rows_of

    @api.model
    def _status_text(self, row):
        """A row in words, such as "2 of 3 used, 1 in preparation – Giấy khen, individuals"."""
        label = ' – '.join(filter(None, (row.quota.name, row.phase.name)))
        if row.rule is None:
            return self.env._('count not entered – %(quota)s', quota=label)
        parts = [self.env._('%(used)s of %(ceiling)s used', used=row.used, ceiling=row.ceiling)]
        if row.usage.overrun:
            parts.append(self.env._('%(count)s too many', count=row.usage.overrun))
        if row.planned:
            parts.append(self.env._('%(count)s in preparation', count=row.planned))
        return f'{", ".join(parts)} – {label}'

    @api.model
    def _nomination_quotas(self, campaigns):
        # sudo: whoever nominates is bound by every quota of the campaign.
        return self.sudo().search(
            Domain('campaign_id', 'in', campaigns.ids) & Domain('stage', '=', 'nomination')
        )
