"""The council of the seed with nine members, and three more units so that there is a choice."""

import io
import re
from collections import Counter

from pypdf import PdfReader

from odoo.fields import Command

from .common import COUNCIL, OFFICE, UNIT
from .story_common import StoryCommon

MINUTES = 'emulation_award.emulation_session_report_council_minutes'
COUNT = 'emulation_award.emulation_round_report_vote_count'
ROLES = ('chair', 'secretary', 'vice_chair', 'standing', *['member'] * 5)
#: Members by their place: the leader of unit D sits on the council, another is ill that day.
LEADER_D, TELLERS, ABSENT = 4, (5, 6), 8


class CouncilStoryCommon(StoryCommon):
    """Units D, E and F of 15 people each may nominate three individuals each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.units = {}
        for letter in 'DEF':
            leader = cls._user(f'leader_{letter.lower()}', f'{UNIT},{COUNCIL}')
            unit, people = cls._unit(f'Trung tâm {letter}', 15, leader)
            cls.units[letter] = unit, people
        cls._set_up_council()

    @classmethod
    def _set_up_council(cls):
        leader_d = cls.units['D'][1][0]
        users = [cls._user('secretary', f'{COUNCIL},{OFFICE}')]
        users += [cls._user(f'member{number}', COUNCIL) for number in range(7)]
        people = cls.env['hr.employee'].create(
            [
                {
                    'name': f'Thành viên {number}',
                    'company_id': cls.company.id,
                    'user_id': user.id,
                    'job_title': 'Lãnh đạo',
                }
                for number, user in enumerate(users)
            ]
        )
        # Chair first, then the secretary; the leader of D in fifth place.
        order = people[1] + people[0] + people[2:4] + leader_d + people[4:]
        office = cls.env(user=cls.office)
        cls.council = (
            office['emulation.council']
            .create(
                {
                    'name': 'Hội đồng Thi đua - Khen thưởng',
                    'company_id': cls.company.id,
                    'member_ids': [
                        Command.create(
                            {'employee_id': person.id, 'role': role, 'date_from': '2025-01-01'}
                        )
                        for person, role in zip(order, ROLES, strict=True)
                    ],
                }
            )
            .sudo()
        )
        cls.members = cls.env['emulation.council.member'].union(
            *(
                cls.council.member_ids.filtered(lambda one, who=person: one.employee_id == who)
                for person in order
            )
        )
        cls.chair, cls.secretary = cls.members[0].user_id, cls.members[1].user_id

    def _write_plan(self):
        super()._write_plan()
        for unit, _people in self.units.values():
            self.campaign.unit_ids = [Command.create({'unit_id': unit.id})]
        self.part = {unit.unit_id: unit for unit in self.campaign.sudo().unit_ids}

    # What units and the Office do

    def _accepted(self, phase, meeting, nominees):
        """Dossiers as far as the Office accepts them.

        :param datetime meeting: of every unit, naive UTC
        :param nominees: list of (unit, person or unit)
        :return: emulation.nomination, in that order
        """
        dossiers = [(unit, self._nominate(unit, who, phase)) for unit, who in nominees]
        for unit in dict.fromkeys(unit for unit, _nomination in dossiers):
            own = [one for of, one in dossiers if of == unit]
            self._meet(unit, dict.fromkeys(own, self.part[unit].head_count), meeting)
        for _unit, nomination in dossiers:
            nomination.action_submit()
            nomination.with_user(self.office).action_accept()
        return self.env['emulation.nomination'].union(*(one for _unit, one in dossiers))

    # The session

    def _convened(self, phase, date):
        session = self._by(self.secretary, 'emulation.session').create(
            {
                'name': f'Phiên họp xét khen thưởng {phase.name}',
                'council_id': self.council.id,
                'campaign_id': self.campaign.id,
                'phase_id': phase.id,
                'date_planned': date,
                'place': 'Phòng họp tầng 2',
                'chair_id': self.members[0].id,
                'secretary_id': self.members[1].id,
                'teller_ids': [Command.set([self.members[at].id for at in TELLERS])],
            }
        )
        session.action_prepare()
        session.action_convene()
        return session.with_user(self.chair)

    def _attended(self, session, written=None):
        """Everybody comes but one, who may have written.

        :param dict written: choice by nomination; None where the absent one wrote nothing
        """
        lines = session.attendance_ids.with_user(self.secretary)
        absent = lines.filtered(lambda line: line.member_id == self.members[ABSENT])
        (lines - absent).presence = 'present'
        absent.write(
            {'presence': 'written' if written else 'absent', 'absence_reason': 'điều trị tại viện'}
        )
        self._by(self.secretary, 'emulation.written.opinion').create(
            [
                {
                    'session_id': session.id,
                    'member_id': self.members[ABSENT].id,
                    'nomination_id': nomination.id,
                    'choice': choice,
                    'document': 'Phiếu ý kiến ngày 07/9/2025',
                }
                for nomination, choice in (written or {}).items()
            ]
        )
        session.action_open()

    def _round(self, session, subject, reserved=0):
        voted = self._by(self.secretary, 'emulation.round').create(
            {
                'session_id': session.id,
                'campaign_award_id': self.award_head.id,
                'subject': subject,
                'seats_reserved': reserved,
            }
        )
        return voted.with_user(self.chair)

    def _vote(self, voted, yes):
        """Let everybody entitled vote, so that each nominee gets as many in favour; else against.

        :param dict yes: votes in favour, by nomination
        :return: what was cast, Counter by (name of the nominee, choice)
        """
        voted.action_open()
        cast = Counter()
        left = {nomination.nominee_name: count for nomination, count in yes.items()}
        for entitlement in voted.sudo().entitlement_ids.filtered(lambda one: not one.is_written):
            sheet = voted.with_user(entitlement.user_id).ballot_sheet()['candidates']
            choices = {}
            for line in sheet:
                choice = 'yes' if left[line['name']] > 0 else 'no'
                left[line['name']] -= 1
                choices[str(line['id'])] = choice
                cast[line['name'], choice] += 1
            answer = voted.with_user(entitlement.user_id).cast_ballot(choices)
            self.assertEqual(answer, {'status': 'cast'})
        voted.action_close()
        voted.action_announce()
        return cast

    def _close(self, session):
        session.action_close()
        session.with_user(self.secretary).conclusion = 'Giao Văn phòng trình Trưởng ban.'
        session.with_user(self.secretary).action_minute()

    # What is printed

    def _printed(self, records, user, report):
        reports = self.env(user=user)['ir.actions.report']
        content, _kind = reports.with_context(force_report_rendering=True)._render_qweb_pdf(
            report, records.ids
        )
        text = ' '.join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        return re.sub(r'\s+', ' ', text)

    def _told(self, nomination):
        """Subjects of what the leaders of the nominating unit were told of a nomination."""
        leader = nomination.campaign_unit_id.unit_id.leader_ids.user_id.partner_id
        messages = self.env['mail.message'].search([('notified_partner_ids', 'in', leader.ids)])
        return {one.subject for one in messages if nomination.reference in (one.body or '')}
