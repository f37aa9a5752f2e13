from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .emulation_council import RULE_FIELDS
from .emulation_nomination_guard import OFFICE

PREPARING = ('draft', 'convened')


class EmulationSession(models.Model):
    """Preparing a session: who is called, what is on the agenda, the notice (giấy mời họp)."""

    _inherit = 'emulation.session'

    called_member_ids = fields.Many2many(
        'emulation.council.member', compute='_compute_called', string='Members called'
    )
    item_nomination_ids = fields.Many2many(
        'emulation.nomination', compute='_compute_called', string='Nominations on the agenda'
    )
    is_conductor = fields.Boolean(compute='_compute_own_part')
    is_chair = fields.Boolean(compute='_compute_own_part')
    is_called = fields.Boolean(compute='_compute_own_part')

    @api.depends('attendance_ids.member_id', 'item_ids.nomination_id')
    def _compute_called(self):
        for session in self:
            session.called_member_ids = session.attendance_ids.member_id
            session.item_nomination_ids = session.item_ids.nomination_id

    @api.depends_context('uid')
    @api.depends('chair_id', 'secretary_id', 'attendance_ids.member_id')
    def _compute_own_part(self):
        for session in self:
            session.is_conductor = session._is_in_charge()
            # sudo: to compare with oneself.
            session.is_chair = session.sudo().chair_id.user_id == self.env.user
            session.is_called = bool(session._own_member())

    @api.onchange('council_id')
    def _onchange_council_id(self):
        members = self.council_id._members_on(fields.Date.context_today(self))
        self.chair_id = members.filtered(lambda member: member.role == 'chair')[:1]
        self.secretary_id = members.filtered(lambda member: member.role == 'secretary')[:1]

    def _check_prepares(self):
        """Let the Office, and the chair and the secretary of the day, prepare a session.

        :raises AccessError: the user is none of them
        """
        self.check_access('write')
        for session in self:
            if not (self.env.su or self.env.user.has_group(OFFICE) or session._is_in_charge()):
                raise AccessError(
                    self.env._(
                        '%(session)s is prepared by the Office, its chair and its secretary.',
                        session=session.name,
                    )
                )

    def _check_state(self, *states):
        wrong = self.filtered(lambda session: session.state not in states)
        if wrong:
            labels = dict(self._fields['state']._description_selection(self.env))
            raise UserError(
                self.env._(
                    '%(session)s is "%(state)s"; this is only possible while it is "%(allowed)s".',
                    session=wrong[0].name,
                    state=labels[wrong[0].state],
                    allowed='", "'.join(labels[state] for state in states),
                )
            )

    # Filling

    def action_prepare(self):
        """Call the members of the day, put what was accepted on the agenda, look for conflicts."""
        self._check_prepares()
        self._check_state('draft')
        for session in self:
            called = session.council_id._members_on(session._day())
            items = session._acceptable() - session.item_ids.nomination_id
            # sudo: the user was checked; members may not create these lines themselves.
            session.sudo().write(
                {
                    'attendance_ids': [
                        Command.create({'member_id': member.id})
                        for member in called - session.attendance_ids.member_id
                    ],
                    'item_ids': [
                        Command.create({'nomination_id': nomination.id}) for nomination in items
                    ],
                }
            )
            session._find_conflicts()

    def _acceptable(self):
        """Accepted nominations of the session's phase."""
        self.ensure_one()
        # sudo: the agenda is of all units; who prepares it was checked.
        return (
            self.env['emulation.nomination']
            .sudo()
            .search([('phase_id', '=', self.phase_id.id), ('state', '=', 'accepted')])
        )

    # Convening

    def action_convene(self):
        """Send the notice, fix the rules of the session, and take the items up."""
        self._check_prepares()
        self._check_state('draft')
        for session in self:
            session._check_convenable()
            session._find_conflicts()
            session.sudo().write(session._convened_vals())  # sudo: operation fields
            session.item_ids.nomination_id._put_on_agenda(session)
            session._send_notice()
        self._journal_session('session.convened', self._notice_payload)

    def _check_convenable(self):
        self.ensure_one()
        missing = [
            label
            for label, present in (
                (self.env._('a chair'), self.chair_id),
                (self.env._('a secretary'), self.secretary_id),
                (self.env._('a place'), self.place),
                (self.env._('members'), self.attendance_ids),
                (self.env._('something on the agenda'), self.item_ids),
            )
            if not present
        ]
        if missing:
            raise UserError(
                self.env._(
                    '%(session)s still needs: %(missing)s.',
                    session=self.name,
                    missing=', '.join(missing),
                )
            )

    def _convened_vals(self):
        rules = {name: self.council_id[name] for name in RULE_FIELDS}
        return {
            **rules,
            'state': 'convened',
            'convened_at': fields.Datetime.now(),
            'calendar_event_id': self._make_event().id,
        }

    def _make_event(self):
        self.ensure_one()
        partners = self.attendance_ids.member_id.user_id.partner_id
        # sudo: the calendar entry is the session's, whoever convenes it; the members are invited
        # by the notice of the session, not by the calendar's own mail.
        events = self.env['calendar.event'].sudo().with_context(no_mail_to_attendees=True)
        return events.create(
            {
                'name': self.name,
                'start': self.date_planned,
                'stop': fields.Datetime.add(self.date_planned, minutes=round(self.duration * 60)),
                'location': self.place,
                'description': self.agenda,
                'partner_ids': [Command.set(partners.ids)],
                'privacy': 'confidential',
            }
        )

    def _send_notice(self):
        """One message to the members, with the documents."""
        self.ensure_one()
        self.message_notify(
            partner_ids=self.attendance_ids.member_id.user_id.partner_id.ids,
            subject=self.env._('Notice of %(session)s', session=self.name),
            body=self.env._(
                '%(session)s is held at %(moment)s, %(place)s. On the agenda: %(count)s '
                'nominations. Please see the dossiers and declare any conflict of interest before '
                'the session.',
                session=self.name,
                moment=self._local_text(self.date_planned),
                place=self.place,
                count=len(self.item_ids),
            ),
            attachment_ids=self.sudo().document_ids.ids,  # sudo: chosen by who prepared
        )

    def _local_text(self, moment):
        zone = self.with_context(tz=self.company_id.emulation_tz)
        return fields.Datetime.context_timestamp(zone, moment).strftime('%H:%M %d/%m/%Y')

    @api.model
    def _notice_payload(self, session):
        return {
            'date': fields.Datetime.to_string(session.date_planned),
            'members': session.attendance_ids.member_id.mapped('name'),
            # sudo: a record of what was sent, whoever is recused from a part of it.
            'items': session.sudo().item_ids.nomination_id.mapped('reference'),
            'quorum': [str(session[name]) for name in RULE_FIELDS],
        }

    def action_revoke_notice(self):
        """Take a notice back: the items wait among the accepted, the session is a draft again."""
        self._check_prepares()
        self._check_state('convened')
        for session in self:
            session.item_ids.nomination_id._take_off_agenda(session)
            # sudo: operation fields and the session's own calendar entry; the user was checked.
            session.sudo().calendar_event_id.unlink()
            session.sudo().write({'state': 'draft', 'convened_at': False})
        self._journal_session('session.notice_revoked')

    def _journal_session(self, event, payload_of=None):
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': session,
                    'campaign': session.campaign_id,
                    'payload': {
                        'session': session.name,
                        'state': session.state,
                        **(payload_of(session) if payload_of else {}),
                    },
                }
                for session in self
            ]
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_convened(self):
        self._check_state('draft')
