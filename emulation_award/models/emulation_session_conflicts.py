from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import conflicts


class EmulationSession(models.Model):
    """Conflicts of interest (xung đột lợi ích): found in HR, declared, set by the chair."""

    _inherit = 'emulation.session'

    forecast = fields.Text(
        compute='_compute_forecast',
        help='Items the council could not decide on once those in conflict have left.',
    )

    @api.depends('conflict_ids.is_excluded', 'item_ids', 'council_id', 'date_planned')
    def _compute_forecast(self):
        for session in self:
            lost = session._losing_quorum() if session.date_planned and session.council_id else []
            session.forecast = '\n'.join(nomination.display_name for nomination in lost)

    def _losing_quorum(self):
        """Nominations that would lose the quorum even with every voting member present."""
        self.ensure_one()
        # sudo: foretelling counts the conflicts of all members, whoever looks.
        session = self.sudo()
        voters = session.attendance_ids.member_id.filtered('is_voting')
        room = session._room()
        room = type(room)(room.members, room.voting, present=len(voters), chair_present=True)
        rule = session._quorum_rule() if session.quorum_kind else session.council_id._quorum_rule()
        excluded = session.conflict_ids.filtered('is_excluded')
        pairs = [(one.member_id, one.nomination_id) for one in excluded]
        recused = conflicts.recusals(pairs, session.item_ids.nomination_id, voters)
        return conflicts.foretell(recused, rule, room)

    # Finding

    def _find_conflicts(self):
        """Enter what HR shows; what a member declared or the chair pinned stays as it is."""
        for session in self.sudo():  # sudo: HR facts of members and nominees; nothing is shown
            known = {(one.member_id, one.nomination_id) for one in session.conflict_ids}
            found = conflicts.matrix(
                session._member_facts(),
                session._nominee_facts(),
                session.council_id._excluding_kinds(),
            )
            labels = dict(
                self.env['emulation.conflict']._fields['kind']._description_selection(self.env)
            )
            self.env['emulation.conflict'].sudo().create(  # sudo: as above
                [
                    {
                        'session_id': session.id,
                        'member_id': member.id,
                        'nomination_id': nomination.id,
                        'origin': 'found',
                        'kind': kind.value,
                        'reason': labels[kind.value],
                        'set_by_id': self.env.uid,
                    }
                    for (member, nomination), kind in found.items()
                    if (member, nomination) not in known
                ]
            )

    def _member_facts(self):
        units = self._units_of_people(self.attendance_ids.member_id.employee_id)
        return {
            member: conflicts.Member(
                employee=member.employee_id.id,
                units=units[member.employee_id],
                superiors=self._superiors(member.employee_id),
            )
            for member in self.attendance_ids.member_id
        }

    def _nominee_facts(self):
        nominations = self.item_ids.nomination_id
        own = self._own_units(nominations.employee_id)
        return {nomination: self._nominee(nomination, own) for nomination in nominations}

    @api.model
    def _nominee(self, nomination, own_units):
        proposing = nomination.campaign_unit_id.unit_id
        employee = nomination.employee_id
        submitted_by = nomination.submitted_by_id.employee_ids
        return conflicts.Nominee(
            employee=employee.id or None,
            collective=nomination.unit_id.id or None,
            units=own_units.get(employee, frozenset()) | {proposing.id},
            leaders=frozenset(proposing.leader_ids.ids),
            superiors=self._superiors(employee),
            authors=frozenset(submitted_by.ids),
            signatories=frozenset(nomination.review_line_id.review_id.chair_id.ids),
        )

    @api.model
    def _own_units(self, employees):
        """Ids of the units each employee is counted in or listed in, without those above."""
        units = self.env['emulation.unit'].search([('member_ids', 'in', employees.ids)])
        own = {
            employee: frozenset(employee.department_id.emulation_unit_ids.ids)
            for employee in employees
        }
        for unit in units:
            for employee in unit.member_ids & employees:
                own[employee] |= {unit.id}
        return own

    @api.model
    def _units_of_people(self, employees):
        """As :meth:`_own_units`, with the units above and those the person leads."""
        own = self._own_units(employees)
        led = self.env['emulation.unit'].search([('leader_ids', 'in', employees.ids)])
        found = {}
        for employee in employees:
            units = self.env['emulation.unit'].browse(own[employee])
            units |= led.filtered(lambda unit, one=employee: one in unit.leader_ids)
            found[employee] = frozenset(units.ids) | self._ids_above(units)
        return found

    @api.model
    def _ids_above(self, units):
        above = set()
        parents = units.parent_id
        while parents - units.browse(above):
            above |= set(parents.ids)
            parents = parents.parent_id
        return above

    @api.model
    def _superiors(self, employee):
        above = []
        manager = employee.parent_id
        while manager and manager.id not in above:
            above.append(manager.id)
            manager = manager.parent_id
        return frozenset(above)

    # Declaring, setting, pinning

    def declare_conflict(self, nomination_id, reason):
        """Declare one's own conflict on an item; nobody but the finder's facts can undo it.

        :param int nomination_id: an item of the agenda
        :param str reason: why, in words
        :raises AccessError: the user is no member called to this session
        :raises UserError: not on the agenda, no reason, or too late
        """
        self.ensure_one()
        own = self._own_member()
        if not own:
            raise AccessError(
                self.env._('Only a member called to the session declares a conflict.')
            )
        self._enter_conflict(own, nomination_id, reason, origin='declared', is_excluded=True)

    def set_conflict(self, member_id, nomination_id, reason, is_excluded=True):
        """Set a conflict of another member, or pin that there is none; the chair's alone.

        :param int member_id: not the chair's own: nobody lifts an own conflict
        :param bool is_excluded: False pins "no conflict", with its reason
        :raises AccessError: the user is not the chair of the session
        :raises UserError: it is the chair's own, not on the agenda, no reason, or too late
        """
        self.ensure_one()
        chair = self.sudo().chair_id  # sudo: to compare with oneself
        if not chair.user_id or chair.user_id != self.env.user:
            raise AccessError(self.env._('Only the chair of the session sets conflicts of others.'))
        member = self.sudo().attendance_ids.member_id.filtered(lambda one: one.id == member_id)
        if member.employee_id.user_id == self.env.user and not is_excluded:
            raise UserError(
                self.env._('Nobody lifts an own conflict of interest, the chair neither.')
            )
        self._enter_conflict(member, nomination_id, reason, 'chair', is_excluded)

    def _own_member(self):
        self.ensure_one()
        # sudo: which of the members called the user is.
        members = self.sudo().attendance_ids.member_id
        return members.filtered(lambda member: member.user_id == self.env.user)

    def _enter_conflict(self, member, nomination_id, reason, origin, is_excluded):
        session = self.sudo()  # sudo: the caller has checked whose conflict it is
        nomination = session.item_ids.nomination_id.filtered(lambda one: one.id == nomination_id)
        if not (member and nomination and (reason or '').strip()):
            raise UserError(
                self.env._('Name a member called, an item of the agenda, and the reason.')
            )
        session._check_state('convened', 'open')
        session._check_not_voted(nomination)
        if not is_excluded and member.employee_id == nomination.employee_id:
            raise UserError(self.env._('A nominee never decides on the own nomination.'))
        values = {'origin': origin, 'is_excluded': is_excluded, 'reason': reason.strip()}
        values |= {'kind': 'declared', 'set_by_id': self.env.uid}
        entry = session.conflict_ids.filtered(
            lambda one: one.member_id == member and one.nomination_id == nomination
        )
        if entry:
            entry.write({**values, 'kind': entry.kind})
        else:
            keys = {'session_id': session.id, 'member_id': member.id}
            session.env['emulation.conflict'].create(
                {**keys, **values, 'nomination_id': nomination.id}
            )
        self._journal_session(
            'session.conflict_set',
            lambda _session: {
                'member': member.name,
                'nomination': nomination.reference,
                'excluded': is_excluded,
                'reason': reason.strip(),
            },
        )
        session._notify_live()

    def _check_not_voted(self, nomination):
        """Who may vote on an item is fixed when its round opens."""
        rounds = self.round_ids.filtered(lambda one: one.state in ('open', 'closed', 'announced'))
        if nomination in rounds.candidate_ids.nomination_id:
            raise UserError(
                self.env._(
                    'The vote on %(nominee)s has been opened: who is excluded is fixed by then.',
                    nominee=nomination.nominee_name,
                )
            )
