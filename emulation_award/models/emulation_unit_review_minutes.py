from odoo import models

from ..domain import decree30, unit_minutes
from ..domain.vietnamese import clean_name
from ..domain.windows import local_time


class EmulationUnitReview(models.Model):
    """The minutes as a document (biên bản họp xét khen thưởng)."""

    _inherit = 'emulation.unit.review'

    def _minutes(self):
        """The minutes of each review, for whatever prints them.

        :return: {review id: domain.unit_minutes.Minutes}, in the order of the records
        :raises AccessError: the user may not read one of the reviews
        """
        self.check_access('read')
        # sudo: whoever may read a meeting may read all of its minutes, positions in HR included.
        return {record.id: unit_minutes.minutes(record._minutes_facts()) for record in self.sudo()}

    def _minutes_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        return f'Biên bản họp xét - {self.display_name}'.replace('/', '-')

    def _minutes_facts(self):
        self.ensure_one()
        campaign, unit = self.campaign_id, self.campaign_unit_id
        return unit_minutes.Facts(
            heading=self._minutes_heading(),
            code=unit.unit_id.code or '',
            campaign=campaign.name,
            phase=self.phase_id.name,
            plan=campaign.plan_number or '',
            plan_date=campaign.plan_date or None,
            start=self._local(self.date_start),
            end=self._local(self.date_end) if self.date_end else None,
            place=self.place or '',
            summoned=self.summoned_count,
            present=self.present_count,
            chair=self._minutes_officer(self.chair_id),
            secretary=self._minutes_officer(self.secretary_id),
            absent=self._minutes_absent(),
            majority=self._majority(),
            votes=self._minutes_votes(),
            discussion=self.discussion or '',
            conclusion=self.conclusion or '',
            recipients=tuple(filter(None, [campaign.dossier_receiver])),
            final=self.state == 'closed',
        )

    def _minutes_heading(self):
        unit = self.campaign_unit_id
        name = unit.unit_name or unit.unit_id.name
        if unit.unit_kind == 'party_cell':
            superior = unit.unit_id.parent_id.name or ''
            return decree30.heading(superior, name, decree30.Style.PARTY)
        issued_by = self.campaign_id.authority_id
        superior = issued_by.issuing_body or self.company_id.name
        return decree30.heading(superior, name, decree30.Style.STATE)

    def _minutes_officer(self, employee):
        if not employee:
            return None
        line = self.attendance_ids.filtered(lambda line: line.employee_id == employee)[:1]
        name = line.name or clean_name(employee.name)
        return unit_minutes.Person(name, line.position or '')

    def _minutes_absent(self):
        absent = self.attendance_ids.filtered(lambda line: line.presence == 'absent')
        return tuple(
            unit_minutes.Person(line.name, line.absence_reason or '')
            for line in absent.sorted('sort_key')
        )

    def _local(self, moment):
        return local_time(moment, self.phase_id._zone())

    def _minutes_votes(self):
        lines = self.line_ids.sorted(
            lambda line: (line.nominee_kind, line.nominee_sort_key or '', line.id)
        )
        return tuple(self._minutes_vote(line) for line in lines)

    def _minutes_vote(self, line):
        return unit_minutes.Vote(
            nominee=line.nominee_name or '',
            kind=line.nominee_kind,
            award=line.award_name or '',
            count=line._count(),
            supported=line.is_supported,
        )
