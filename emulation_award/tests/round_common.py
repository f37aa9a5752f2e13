"""A session of nine members with candidates, and short ways to vote in it."""

from odoo import fields

from .common import COUNCIL
from .nomination_common import NominationCommon


class RoundCommon(NominationCommon):
    """Nine voting members with logins, the first in the chair, the second its secretary.

    The session is open, everybody is there; candidates are employees of division A, who are not
    members. Half of the members is 4.5: five in favour pass.
    """

    MEMBERS = 9
    CANDIDATES = 3

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.council = cls.env['emulation.council'].create(
            {'name': 'Hội đồng (test)', 'company_id': cls.company.id}
        )
        cls.members = cls._make_members(cls.MEMBERS)
        cls.users = cls.members.user_id
        cls.chair, cls.secretary = cls.members[:2].mapped('user_id')
        cls.session = cls._session()
        cls.nominations = cls._nominate(cls.CANDIDATES)
        cls.env.flush_all()

    @classmethod
    def _make_members(cls, count):
        users = [cls._user(f'member{number}', COUNCIL) for number in range(count)]
        employees = cls.env['hr.employee'].create(
            [
                {
                    'name': f'Ủy viên {number:02d}',
                    'company_id': cls.company.id,
                    'user_id': user.id,
                }
                for number, user in enumerate(users)
            ]
        )
        return cls.env['emulation.council.member'].create(
            [
                {
                    'council_id': cls.council.id,
                    'employee_id': employee.id,
                    'name': employee.name,
                    'role': 'chair' if not number else 'member',
                    'date_from': '2020-01-01',
                }
                for number, employee in enumerate(employees)
            ]
        )

    @classmethod
    def _session(cls, **vals):
        return cls.env['emulation.session'].create(
            {
                'name': 'Phiên họp đợt 1',
                'council_id': cls.council.id,
                'campaign_id': cls.campaign.id,
                'phase_id': cls.phase_1.id,
                'date_planned': fields.Datetime.now(),
                'state': 'open',
                'chair_id': cls.members[0].id,
                'secretary_id': cls.members[1].id,
                'quorum_kind': 'ratio',
                'quorum_numerator': 2,
                'quorum_denominator': 3,
                'quorum_base': 'voting_members',
                'quorum_chair_required': True,
                'written_opinions_count': True,
                'substitutes_vote': True,
                'attendance_ids': [
                    (0, 0, {'member_id': member.id, 'presence': 'present'})
                    for member in cls.members
                ],
                **vals,
            }
        )

    @classmethod
    def _nominate(cls, count, session=None, **vals):
        """Nominations on the agenda, made the short way."""
        people = cls.env['hr.employee'].create(
            [
                {
                    'name': f'Ứng viên {number:03d}',
                    'company_id': cls.company.id,
                    'department_id': cls.people_a.department_id.id,
                    'sex': 'male',
                }
                for number in range(count)
            ]
        )
        nominations = cls.env['emulation.nomination'].create(
            [cls._vals(person, **vals) for person in people]
        )
        nominations.state = 'on_agenda'
        cls.env['emulation.agenda.item'].create(
            [
                {'session_id': (session or cls.session).id, 'nomination_id': one.id}
                for one in nominations
            ]
        )
        return nominations

    @classmethod
    def _round(cls, session=None, **vals):
        """A round in draft, made by the chair."""
        return (
            cls.env['emulation.round']
            .with_user(cls.chair)
            .create(
                {
                    'session_id': (session or cls.session).id,
                    'campaign_award_id': cls.award_individual.id,
                    'subject': 'individual',
                    **vals,
                }
            )
        )

    @classmethod
    def _opened(cls, **vals):
        one = cls._round(**vals)
        one.action_open()
        return one

    @classmethod
    def _recuse(cls, member, nomination, session=None):
        return cls.env['emulation.conflict'].create(
            {
                'session_id': (session or cls.session).id,
                'member_id': member.id,
                'nomination_id': nomination.id,
                'origin': 'declared',
                'kind': 'declared',
                'reason': 'Người thân',
            }
        )

    @classmethod
    def _attend(cls, members, presence, **vals):
        lines = cls.session.attendance_ids.filtered(lambda one: one.member_id in members)
        reason = 'Công tác' if presence in ('absent', 'written') else False
        lines.write({'presence': presence, 'absence_reason': reason, **vals})

    @classmethod
    def _opinion(cls, member, nomination, choice):
        return cls.env['emulation.written.opinion'].create(
            {
                'session_id': cls.session.id,
                'member_id': member.id,
                'nomination_id': nomination.id,
                'choice': choice,
                'document': 'Phiếu ý kiến',
            }
        )

    def _sheet(self, one, user):
        return one.with_user(user).ballot_sheet()

    def _cast(self, one, user, choice='yes', **by_name):
        """Cast a sheet with one choice for all, or another by name of the nominee."""
        sheet = self._sheet(one, user)['candidates']
        choices = {str(line['id']): by_name.get(line['name'], choice) for line in sheet}
        return one.with_user(user).cast_ballot(choices)

    def _vote(self, one, yes):
        """Let everybody vote so that each candidate gets as many votes in favour.

        :param dict yes: votes in favour by nomination; all others against
        """
        given = {nomination.nominee_name: 0 for nomination in yes}
        for user in one.sudo()._voters().user_id:
            choices = {}
            for line in self._sheet(one, user)['candidates']:
                wanted = next(n for n in yes if n.nominee_name == line['name'])
                in_favour = given[line['name']] < yes[wanted]
                given[line['name']] += in_favour
                choices[str(line['id'])] = 'yes' if in_favour else 'no'
            one.with_user(user).cast_ballot(choices)

    def _announced(self, yes, **vals):
        """A round voted on with these votes in favour, closed and announced."""
        one = self._opened(**vals)
        self._vote(one, yes)
        return self._finish(one)

    def _finish(self, one):
        one = one.with_user(self.chair)
        one.action_close(without_missing=True)
        one.action_announce()
        return one

    def _seats(self, maximum, minimum=0, **vals):
        return self.env['emulation.quota'].create(
            {
                'campaign_id': self.campaign.id,
                'name': f'{minimum}-{maximum} cá nhân',
                'stage': 'selection',
                'level': 'campaign',
                'number_kind': 'fixed',
                'fixed': 0,
                'minimum': minimum,
                'maximum': maximum,
                'award_ids': [(6, 0, self.award_individual.ids)],
                **vals,
            }
        )

    def _outcomes(self, one):
        """Outcome by nomination."""
        return {line.nomination_id: line.outcome for line in one.sudo().candidate_ids}

    def _rows(self, query, *params):
        self.env.flush_all()
        self.env.cr.execute(query, params)
        return self.env.cr.fetchall()

    def _ballots(self, one):
        """Ballots of a round as stored: id, candidate, choice and member."""
        return self._rows(
            'SELECT id, candidate_id, choice, member_id FROM emulation_ballot WHERE candidate_id IN'
            ' (SELECT id FROM emulation_candidate WHERE round_id = %s)',
            one.id,
        )
