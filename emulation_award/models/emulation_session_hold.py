from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import quorum


class EmulationSession(models.Model):
    """Holding a session: opening, closing, and the minutes that end it."""

    _inherit = 'emulation.session'

    quorum_text = fields.Char('Quorum', compute='_compute_quorum_text')

    @api.depends(
        'attendance_ids.presence',
        'quorum_kind',
        'quorum_numerator',
        'quorum_denominator',
        'quorum_count',
        'quorum_base',
        'chair_id',
    )
    def _compute_quorum_text(self):
        for session in self:
            if not session.quorum_kind or not session.date_planned:
                session.quorum_text = False
                continue
            room = session._room()
            session.quorum_text = self.env._(
                '%(present)s taking part, %(needed)s needed of %(voting)s voting members',
                present=room.present,
                needed=quorum.needed(session._quorum_rule(), room),
                voting=room.voting,
            )

    def _quorum_findings(self):
        """Why the session may not proceed: too few, by how many, or no chair."""
        self.ensure_one()
        return quorum.session_findings(self._quorum_rule(), self._room())

    def _check_quorum(self):
        for session in self:
            self.env['emulation.refusal']._raise_if(session._quorum_findings(), session.name)

    def action_open(self):
        """Open the session once everybody's attendance is known and there is a quorum."""
        self._check_in_charge()
        self._check_state('convened')
        for session in self:
            session._check_attendance_known()
        self._check_quorum()
        # sudo: operation fields; the chair or the secretary of the day was checked.
        self.sudo().write({'state': 'open', 'opened_at': fields.Datetime.now()})
        self._journal_session('session.opened', self._attendance_payload)
        self._notify_live()

    def _check_attendance_known(self):
        self.ensure_one()
        unknown = self.attendance_ids.filtered(lambda one: one.presence == 'unknown')
        if unknown:
            raise UserError(
                self.env._(
                    'Say of %(members)s whether they are there.',
                    members=', '.join(unknown.member_id.mapped('name')),
                )
            )

    @api.model
    def _attendance_payload(self, session):
        return {
            'attendance': {one.member_id.name: one.presence for one in session.attendance_ids},
            'quorum': session.quorum_text or '',
        }

    def action_close(self):
        """Close the session: what was decided reaches the nominations and their units."""
        self._check_in_charge()
        self._check_state('open')
        self._contend()
        self._check_quorum()
        self._apply_outcomes()
        # sudo: operation fields; the chair or the secretary of the day was checked.
        self.sudo().write({'state': 'closed', 'closed_at': fields.Datetime.now()})
        self._journal_session('session.closed', self._attendance_payload)
        self._notify_live()

    def action_minute(self):
        """Finish the minutes: from here on nothing of the session changes any more."""
        self._check_in_charge()
        self._check_state('closed')
        for session in self:
            if not (session.conclusion or '').strip():
                raise UserError(
                    self.env._(
                        'The minutes of %(session)s need a conclusion.', session=session.name
                    )
                )
        # sudo: operation fields; the chair or the secretary of the day was checked.
        self.sudo().write({'state': 'minuted', 'minuted_at': fields.Datetime.now()})
        self._journal_session('session.minuted')

    def write(self, vals):
        """What is on record stays: of a minuted session everything, of a closed one its course."""
        if not self.env.su:
            self._check_still_writable(vals)
        return super().write(vals)

    def _check_still_writable(self, vals):
        free = {'draft': None, 'convened': None, 'open': {'discussion', 'conclusion', 'teller_ids'}}
        free['closed'] = {'discussion', 'conclusion'}
        lines = {'item_ids', 'attendance_ids', 'conflict_ids', 'opinion_ids', 'round_ids'}
        for session in self:
            allowed = free.get(session.state, set())
            # Lines guard themselves; a form sends them together with what it changes.
            if allowed is not None and not (allowed | lines).issuperset(vals):
                raise UserError(
                    self.env._(
                        '%(session)s is on record: this cannot be changed any more.',
                        session=session.name,
                    )
                )
