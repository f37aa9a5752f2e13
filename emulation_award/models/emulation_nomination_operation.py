from collections import defaultdict

from markupsafe import Markup

from odoo import models
from odoo.exceptions import AccessError
from odoo.tools import plaintext2html

from ..domain import states
from ..domain.editing import Role
from .emulation_nomination_guard import OFFICE

SCREEN = 'emulation_award.mail_activity_type_screen'
CORRECT = 'emulation_award.mail_activity_type_correct'


class EmulationNomination(models.Model):
    """What every operation does: check the user, check the rules, write, journal, tell.

    Operations work on any number of nominations with the same number of queries. They refuse all
    of them together, naming each with everything that is wrong, or carry out all of them.
    """

    _inherit = 'emulation.nomination'

    # The user

    def _check_office(self):
        """Let only the Office through.

        :raises AccessError: the user is of no Office, or may not write one of these
        """
        if not self.env.su and not self.env.user.has_group(OFFICE):
            raise AccessError(
                self.env._('Only the Office screens dossiers: ask it, or the people it names.')
            )
        self.check_access('write')

    def _check_proposing_side(self):
        """Let only leaders of the proposing unit and the Office through.

        :raises AccessError: the user acts for none of the proposing units
        """
        self.check_access('write')
        acting = {Role.LEADER, Role.OFFICE}
        others = self.filtered(lambda nomination: not nomination._roles() & acting)
        if others and not self.env.su:
            raise AccessError(
                self.env._(
                    '%(nominations)s: only the leaders of the proposing unit, or the Office, '
                    'do this.',
                    nominations=', '.join(others.mapped('display_name')),
                )
            )

    # The rules

    def _state_findings(self, operation_of):
        """Why operations are not open to these nominations as they stand.

        :param operation_of: function of a nomination that names its operation (domain/states.py)
        :return: dict of nomination -> list of findings, empty where it is open
        """
        found = {}
        for nomination in self:
            campaign = nomination.campaign_id
            found[nomination] = [
                finding
                for finding in (
                    states.transition_finding(operation_of(nomination), nomination.state),
                    states.launched_finding(campaign.name, campaign.state),
                )
                if finding
            ]
        return found

    # The writing

    def _advance(self, operation_of, **values):
        """Write the state an operation leads to, together with `values`.

        :return: dict of nomination -> the state it was in
        """
        before = {nomination: nomination.state for nomination in self}
        by_target = defaultdict(self.browse)
        for nomination in self:
            target = states.target(
                operation_of(nomination), nomination.state, nomination.state_before_hold or None
            )
            by_target[target] += nomination
        for target, nominations in by_target.items():
            nominations._write_operation({'state': target, **values})
        # Now, so that a nominee who has become free can be nominated in the same transaction.
        self.flush_recordset(['state'])
        return before

    def _write_operation(self, values):
        # sudo: only operations write these; the user was checked. The operation leaves a note of
        # its own for all nominations at once, so the thread need not track each.
        self.sudo().with_context(mail_notrack=True).write(values)

    # The record of it

    def _journal(self, event, before, payload_of=None):
        """Append one entry per nomination, in one go.

        :param str event: such as 'nomination.submitted'
        :param before: dict of nomination -> the state it was in
        :param payload_of: function of a nomination that gives what else to keep, as a dict
        """
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': nomination,
                    'campaign': nomination.campaign_id,
                    'payload': {
                        'reference': nomination.reference,
                        'nominee': nomination.nominee_name,
                        'award': nomination.campaign_award_id.name,
                        'unit': nomination.campaign_unit_id.display_name,
                        'from': before[nomination],
                        'to': nomination.state,
                        **(payload_of(nomination) if payload_of else {}),
                    },
                }
                for nomination in self
            ]
        )

    def _note(self, text, details=None):
        """Leave a note in each thread.

        :param str text: what was done
        :param details: dict of nomination -> more text; None for no more
        """
        details = details or {}
        self._message_log_batch(
            {
                nomination.id: plaintext2html(
                    '\n'.join(filter(None, [text, details.get(nomination)]))
                )
                for nomination in self
            }
        )

    # Who has to do something now

    def _schedule(self, activity_type, user_of, note_of=None):
        """Give each nomination its one activity of a type, in one go.

        :param str activity_type: xml id
        :param user_of: function of a nomination that names a res.users record, maybe empty
        :param note_of: function of a nomination that gives the note of the activity
        """
        self._clear(activity_type)
        kind = self.env.ref(activity_type)
        model_id = self.env['ir.model']._get_id(self._name)
        users = {nomination: user_of(nomination) for nomination in self}
        # sudo: an activity for somebody else on a record the user has just been checked for.
        activities = self.env['mail.activity'].sudo().with_context(mail_activity_quick_update=True)
        activities.create(
            [
                {
                    'activity_type_id': kind.id,
                    'res_model_id': model_id,
                    'res_id': nomination.id,
                    'user_id': user.id,
                    'date_deadline': kind._get_date_deadline(),
                    'note': note_of(nomination) if note_of else False,
                }
                for nomination, user in users.items()
                if user
            ]
        )

    def _clear(self, *activity_types):
        """Remove the activities of these types, whoever has them: they are answered."""
        kinds = [self.env.ref(name).id for name in activity_types]
        # sudo: see _schedule.
        self.env['mail.activity'].sudo().search(
            [
                ('res_model', '=', self._name),
                ('res_id', 'in', self.ids),
                ('activity_type_id', 'in', kinds),
            ]
        ).unlink()

    def _screener(self):
        """Who screens the dossier: the Office contact of the campaign."""
        return self.campaign_id.user_id

    def _answering_users(self):
        """Users of the leaders of the proposing unit, the one who submitted first."""
        # sudo: whose users lead the unit; they are told, nothing is shown.
        nomination = self.sudo()
        leaders = nomination.campaign_unit_id.unit_id.leader_ids.user_id
        return (nomination.submitted_by_id & leaders) | leaders

    def _answering_user(self):
        """The one who has to answer for the dossier: who submitted it, or else a leader."""
        self.ensure_one()
        # sudo: as above.
        return self._answering_users()[:1] or self.sudo().submitted_by_id

    def _tell(self, users_of, subject, line_of=None):
        """Send each group of people one message about all the nominations that concern them.

        :param users_of: function of a nomination that gives who is told, res.users
        :param str subject: what was done
        :param line_of: function of a nomination that gives more text on it
        """
        by_people = defaultdict(self.browse)
        for nomination in self:
            people = users_of(nomination) - self.env.user
            if people:
                by_people[people, nomination.campaign_id] += nomination
        for (people, campaign), nominations in by_people.items():
            thread = nominations if len(nominations) == 1 else campaign
            # sudo: only notifies; the users told may read their nominations.
            thread.sudo().message_notify(
                partner_ids=people.partner_id.ids,
                subject=subject,
                body=nominations._digest(line_of),
            )

    def _digest(self, line_of):
        item = Markup('<li>%s %s<br/>%s</li>')
        items = [
            item
            % (
                nomination.reference,
                nomination._get_html_link(),
                (line_of(nomination) if line_of else '') or '',
            )
            for nomination in self
        ]
        return Markup('<ul>%s</ul>') % Markup().join(items)
