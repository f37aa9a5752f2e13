from collections import defaultdict

from odoo import models
from odoo.fields import Domain

from ..domain.eligibility import Facts, NomineeKind, eligibility_findings
from ..domain.states import LIVE, State


class EmulationNomination(models.Model):
    """Whether the nominee may be nominated (đối tượng, điều kiện), by the campaign's rules."""

    _inherit = 'emulation.nomination'

    def _eligibility_findings(self):
        """Why these nominees may not be nominated so; a constant number of queries.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        facts = self._facts()
        # sudo: the rules of the award, which bind whoever nominates.
        return {
            nomination: eligibility_findings(
                facts[nomination], nomination.sudo().campaign_award_id._eligibility_rule()
            )
            for nomination in self
        }

    def _facts(self):
        """What the eligibility rules want to know, by nomination."""
        # sudo: other units' nominations of the same person count, of which only the number is
        # told; staff category and head-count lists are HR's.
        nominations = self.sudo()
        members = nominations._counting_units()
        others = nominations._other_nominations()
        holds = nominations._open_holds()
        return {
            nomination: nomination.sudo()._facts_of(  # sudo: as above
                members[nomination._nominee()],
                others[nomination._nominee()],
                holds[nomination._nominee()],
            )
            for nomination in self
        }

    def _facts_of(self, member_units, others, holds):
        award, unit = self.campaign_award_id, self.campaign_unit_id
        others = others.filtered(
            lambda other: other.campaign_id == self.campaign_id and other != self._origin
        )
        category = self.employee_id.current_version_id.emulation_category_id
        same_award = others.filtered(lambda other: other.campaign_award_id == award)
        return Facts(
            nominee_kind=NomineeKind(self.nominee_kind),
            nominee=self.nominee_name or '',
            is_outsider=bool(self.partner_id),
            proposing_unit=unit.display_name or '',
            proposing_unit_id=unit.id,
            member_unit_ids=frozenset(member_units.ids),
            category=category.name or '',
            category_id=category.id or None,
            open_holds=holds._references(self.company_id),
            same_award=same_award._references(),
            other_awards=(others - same_award)._references(),
            justification=self.justification or '',
        )

    def _counting_units(self):
        """By nominee, the campaign units whose frozen list names the employee, or that are it."""
        units = defaultdict(self.env['emulation.campaign.unit'].browse)
        campaigns = Domain('campaign_id', 'in', self.campaign_id.ids)
        members = self.env['emulation.campaign.unit.member'].search_fetch(
            campaigns & Domain('employee_id', 'in', self.employee_id.ids),
            ['employee_id', 'campaign_unit_id'],
        )
        for member in members:
            units[member.employee_id] += member.campaign_unit_id
        as_nominee = self.env['emulation.campaign.unit'].search_fetch(
            campaigns & Domain('unit_id', 'in', self.unit_id.ids), ['unit_id']
        )
        for unit in as_nominee:
            units[unit.unit_id] += unit
        return units

    def _other_nominations(self):
        """By nominee, live nominations in the same campaigns, these themselves included."""
        live = Domain('state', 'in', list(LIVE))
        return self._by_nominee(live & Domain('campaign_id', 'in', self.campaign_id.ids))

    def _open_holds(self):
        """By nominee, nominations of whatever campaign that are on hold now."""
        return self._by_nominee(Domain('state', '=', State.ON_HOLD))

    def _by_nominee(self, condition):
        found = defaultdict(self.browse)
        fetched = ['reference', 'employee_id', 'unit_id', 'partner_id', 'company_id']
        for nomination in self.search_fetch(self._same_nominee(condition), fetched, order='id'):
            found[nomination._nominee()] += nomination
        return found

    def _references(self, company=None):
        """References in the order they were given, those of one company where one is named."""
        return tuple(
            nomination.reference for nomination in self if company in (None, nomination.company_id)
        )
