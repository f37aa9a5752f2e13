from odoo import models

from ..domain import council_facts, council_minutes, decree30, unit_minutes
from ..domain.windows import local_time


class EmulationSession(models.Model):
    """The minutes of the council as a document (biên bản họp Hội đồng)."""

    _inherit = 'emulation.session'

    def _minutes(self):
        """The minutes of each session, for whatever prints them.

        :return: {session id: domain.council_minutes.CouncilMinutes}, in the order of the records
        :raises AccessError: the user may not read one of the sessions
        """
        self.check_access('read')
        hidden = {session.id: session._hidden_nominations() for session in self}
        # sudo: whoever may read a session may read its minutes, but for what is hidden from them.
        return {
            session.id: council_minutes.minutes(session._minutes_facts(hidden[session.id]))
            for session in self.sudo()
        }

    def _minutes_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        return f'Biên bản họp Hội đồng - {self.name}'.replace('/', '-')

    def _hidden_nominations(self):
        """Nominations the user may know nothing of until the session is closed.

        :return: emulation.nomination in superuser mode; none once it is closed
        """
        self.ensure_one()
        session = self.sudo()  # sudo: to find what is hidden; nothing of it is shown
        nominations = session.item_ids.nomination_id
        if self.env.su or session.state in ('closed', 'minuted'):
            return nominations.browse()
        user = self.env.user
        recused = session._recused(nominations)
        users = session._standing_users(session.attendance_ids.member_id)
        hidden = nominations.filtered(lambda one: one.employee_id.user_id == user)
        for nomination, members in recused.items():
            stand_ins = [users[member] for member in members if member in users]
            if user in members.user_id.union(*stand_ins):
                hidden |= nomination
        # What is cached may have been read by somebody who sees less.
        session.round_ids.invalidate_recordset(['candidate_ids'], flush=False)
        frozen = session.round_ids.candidate_ids.filtered(
            lambda one: user in one.recused_ids.user_id
        )
        return hidden | frozen.nomination_id

    def _minutes_facts(self, hidden):
        self.ensure_one()
        campaign = self.campaign_id
        items = self.item_ids.filtered(lambda one: one.nomination_id not in hidden)
        in_order = items.sorted(lambda one: (one.campaign_award_id.id, one.nominee_kind))
        over = self.state in ('closed', 'minuted')
        return council_facts.Facts(
            heading=self._document_heading(),
            name=self.name,
            campaign=campaign.name,
            phase=self.phase_id.name,
            plan=campaign.plan_number or '',
            plan_date=campaign.plan_date or None,
            start=self._local(self.opened_at or self.date_planned),
            end=self._local(self.closed_at) if self.closed_at else None,
            place=self.place or '',
            seats=tuple(self._minutes_seat(line) for line in self.attendance_ids),
            rule=self._quorum_rule() if self.quorum_kind else None,
            room=self._room(),
            chair=self._document_person(self.chair_id),
            secretary=self._document_person(self.secretary_id),
            tellers=tuple(map(self._document_person, self.teller_ids)),
            items=tuple(self._minutes_item(item) for item in in_order),
            recusals=self._minutes_recusals(hidden),
            rounds=self._minutes_rounds(hidden),
            decisions=self._minutes_decisions() if over else (),
            used=self._minutes_seats_used() if over else (),
            discussion=self.discussion or '',
            conclusion=self.conclusion or '',
            recipients=tuple(filter(None, [campaign.dossier_receiver])),
            whole=items == self.item_ids,
            final=self.state == 'minuted',
        )

    # What documents of a session share

    def _document_heading(self):
        authority = self.campaign_id.authority_id
        superior = authority.issuing_body or self.company_id.name
        return decree30.heading(superior, self.council_id.name, decree30.Style.STATE)

    def _document_person(self, member):
        return unit_minutes.Person(member.name, member.position or '') if member else None

    def _local(self, moment):
        return local_time(moment, self.company_id.emulation_tz)

    # Parts

    def _minutes_seat(self, line):
        member = line.member_id
        note = line.absence_reason or ''
        if line.presence == 'substitute':
            stand_in = line.substitute_id.name
            note = f'{stand_in} dự thay theo {line.substitute_document}'
        return council_facts.Seat(
            name=member.name,
            position=member.position or '',
            role=member.role,
            is_voting=member.is_voting,
            presence=line.presence,
            note=note if line.presence != 'present' else '',
        )

    def _minutes_item(self, item):
        nomination = item.nomination_id
        return council_facts.Item(
            nominee=nomination.nominee_name or '',
            kind=nomination.nominee_kind,
            award=nomination.campaign_award_id.name,
            discussion=item.note or '',
        )

    def _minutes_recusals(self, hidden):
        """Of those who took part: their own conflicts, and those who stood in for them."""
        there = self._taking_part().member_id
        told = []
        for nomination, members in self._recused(self.item_ids.nomination_id - hidden).items():
            for member in members & there:
                conflict = self.conflict_ids.filtered(
                    lambda one, m=member, n=nomination: (
                        one.member_id == m and one.nomination_id == n
                    )
                )
                found = conflict.origin == 'found'
                told.append(
                    council_facts.Recusal(
                        member=member.name,
                        nominee=nomination.nominee_name or '',
                        kind=conflict.kind if found else '',
                        reason=conflict.reason or '',
                    )
                )
        return tuple(told)

    def _minutes_rounds(self, hidden):
        rounds = self.round_ids.filtered(lambda one: one.state != 'draft').sorted('number')
        told = [one._as_told(hidden) for one in rounds]
        # A round all of whose candidates are hidden is hidden itself.
        return tuple(one for one in told if one.candidates or not one.announced)

    def _minutes_decisions(self):
        final = self._final_candidates().sorted(
            lambda one: (one.nomination_id.nominee_kind, one.round_id.number, one.rank, one.id)
        )
        return tuple(
            council_facts.Decision(
                nominee=one.nomination_id.nominee_name or '',
                kind=one.nomination_id.nominee_kind,
                award=one.nomination_id.campaign_award_id.name,
                is_approved=one.outcome == 'selected',
            )
            for one in final
        )

    def _minutes_seats_used(self):
        """By quota, as the last round left it; later sessions do not change these minutes."""
        announced = self.round_ids.filtered(lambda one: one.state == 'announced')
        last = {one.seats_quota_id: one for one in announced.sorted('number')}
        return tuple(
            council_facts.SeatsUsed(
                name=quota.name,
                used=one.seats_used
                + len(one.candidate_ids.filtered(lambda line: line.outcome == 'selected')),
                maximum=one.seats_maximum,
            )
            for quota, one in last.items()
            if quota
        )
