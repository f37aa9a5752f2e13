from collections import defaultdict

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import quorum
from .emulation_council import quorum_rule

#: Attendance by which a member takes part, besides what the council's rules add.
IN_PERSON = 'present'


class EmulationSession(models.Model):
    """What rounds of voting ask a session: who is in the room, who is recused, who acts."""

    _inherit = 'emulation.session'

    voting_report = fields.Text(
        compute='_compute_voting_report', help='Fewer selected than the plan wants, and the like.'
    )

    @api.depends('round_ids.state', 'round_ids.short_by')
    def _compute_voting_report(self):
        refusal = self.env['emulation.refusal']
        for session in self:
            rounds = session.round_ids.filtered(lambda one: one.state == 'announced')
            found = [finding for one in rounds for finding in one._minimum_findings()]
            session.voting_report = '\n'.join(refusal._sentences(found))

    # Who acts

    def _is_in_charge(self):
        """Whether the user is the chair or the secretary of the day."""
        self.ensure_one()
        # sudo: whose users these are, to compare with oneself.
        session = self.sudo()
        return self.env.user in (session.chair_id | session.secretary_id).user_id

    def _check_in_charge(self):
        """Let only the chair and the secretary of the day through.

        :raises AccessError: the user is neither
        """
        for session in self:
            if not session._is_in_charge():
                raise AccessError(
                    self.env._(
                        'Only the chair or the secretary of the day conducts the voting of '
                        '%(session)s. Ask one of them.',
                        # sudo: the name of the session, for whoever was told of it.
                        session=session.sudo().name,
                    )
                )

    def _check_open(self):
        for session in self.sudo():  # sudo: the state only
            if session.state != 'open':
                raise UserError(
                    self.env._(
                        '%(session)s is not open: votes are taken between its opening and its '
                        'closing.',
                        session=session.name,
                    )
                )

    # Who is there

    def _day(self):
        """The date of the session where it is held."""
        self.ensure_one()
        local = self.with_context(tz=self.company_id.emulation_tz)
        return fields.Datetime.context_timestamp(local, self.date_planned).date()

    def _members(self):
        """Members of the council on the day, guests left out."""
        self.ensure_one()
        appointed = self.council_id._members_on(self._day())
        return appointed.filtered(lambda member: member.role != 'guest')

    def _taking_part(self):
        """Attendance of the voting members who take part, as the council's rules count it."""
        self.ensure_one()
        counted = {IN_PERSON}
        counted |= {'substitute'} if self.substitutes_vote else set()
        counted |= {'written'} if self.written_opinions_count else set()
        voting = self._members().filtered('is_voting')
        return self.attendance_ids.filtered(
            lambda one: one.member_id in voting and one.presence in counted
        )

    def _room(self):
        """The room as the quorum rules (domain/quorum.py) want it."""
        self.ensure_one()
        members = self._members()
        chair = self.attendance_ids.filtered(lambda one: one.member_id == self.chair_id)
        return quorum.Room(
            members=len(members),
            voting=len(members.filtered('is_voting')),
            present=len(self._taking_part()),
            chair_present=bool(chair) and chair.presence == IN_PERSON,
        )

    def _quorum_rule(self):
        self.ensure_one()
        return quorum_rule(self)

    def _recused(self, nominations):
        """Members who may not decide on each nomination.

        :return: dict of nomination -> emulation.council.member
        """
        self.ensure_one()
        recused = dict.fromkeys(nominations, self.env['emulation.council.member'])
        for conflict in self.conflict_ids.filtered('is_excluded'):
            if conflict.nomination_id in recused:
                recused[conflict.nomination_id] |= conflict.member_id
        for one in self.attendance_ids.filtered('substitute_id'):
            for nomination in nominations:
                if nomination.employee_id == one.substitute_id:
                    recused[nomination] |= one.member_id
        return recused

    def _standing_users(self, members):
        """The users who vote for members: their own, or those of the substitutes.

        :return: dict of member -> res.users, maybe empty
        """
        self.ensure_one()
        by_member = {one.member_id: one for one in self.attendance_ids}
        users = {}
        for member in members:
            one = by_member.get(member)
            stands_in = one and one.presence == 'substitute'
            users[member] = one.substitute_id.user_id if stands_in else member.user_id
        return users

    # What came out

    def _contend(self):
        """Make a round that opens and a session that closes at the same moment conflict."""
        self.env.cr.execute(
            'UPDATE emulation_session SET write_uid = write_uid WHERE id IN %s', [tuple(self.ids)]
        )

    def _check_rounds_decided(self):
        """Refuse while a round is not announced, or a tie at the last seat not resolved.

        :raises UserError: names the rounds
        """
        # sudo: whoever closes the session was checked; only states and numbers are said.
        rounds = self.sudo().round_ids
        waiting = rounds.filtered(lambda one: one.state not in ('announced', 'voided'))
        if waiting:
            raise UserError(
                self.env._(
                    '%(rounds)s are not announced yet. Announce them, or delete those still in '
                    'draft.',
                    rounds=', '.join(waiting.mapped('display_name')),
                )
            )
        tied = rounds.filtered('is_tied')
        if tied:
            raise UserError(
                self.env._(
                    '%(rounds)s ended in a tie at the last seat. '
                    'Resolve it as the plan says first.',
                    rounds=', '.join(tied.mapped('display_name')),
                )
            )

    def _final_candidates(self):
        """The candidates as finally decided, one per nomination: the last announced round wins."""
        # sudo: the whole result, whoever is recused from a part of it; the caller was checked.
        announced = self.sudo().round_ids.filtered(lambda one: one.state == 'announced')
        final = {}
        for candidate in announced.sorted('number').candidate_ids.sorted(
            lambda one: one.round_id.number
        ):
            final[candidate.nomination_id] = candidate
        return announced.candidate_ids.browse().union(*final.values())

    def _apply_outcomes(self):
        """Write what was decided to the nominations; those not voted on go back to accepted.

        :raises UserError: a round is not announced or a tie not resolved
        """
        self._check_rounds_decided()
        for session in self.sudo():  # sudo: the caller has checked who closes the session
            final = session._final_candidates()
            by_outcome = defaultdict(self.env['emulation.candidate'].sudo().browse)
            for candidate in final:
                by_outcome[candidate.outcome == 'selected'] |= candidate
            reasons = {one.nomination_id: one._reason() for one in final}
            by_outcome[True].nomination_id._approve(session, reasons)
            by_outcome[False].nomination_id._not_approve(session, reasons)
            rest = session.item_ids.nomination_id - final.nomination_id
            on_agenda = rest.filtered(
                lambda one: one.state == 'on_agenda' or one.state_before_hold == 'on_agenda'
            )
            on_agenda._take_off_agenda(session)

    def _notify_live(self):
        """Tell open pages of the session to fetch it again; nothing is said of what changed."""
        # As the system user: rows of the bus keep who made them and when.
        bus = self.with_user(SUPERUSER_ID).env['bus.bus']
        for session in self:
            bus._sendone(session, 'emulation_session_changed', {'session_id': session.id})
