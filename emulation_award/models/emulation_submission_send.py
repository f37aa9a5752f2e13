import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from .emulation_submission import PREPARED
from .kept_file import check_scan, kept_bytes


class EmulationSubmission(models.Model):
    """Sending a submission (trình), taking it back when the superior returns it, cancelling."""

    _inherit = 'emulation.submission'

    @api.model_create_multi
    def create(self, vals_list):
        submissions = super().create(vals_list)
        for one, vals in zip(submissions, vals_list, strict=True):
            one._check_scan(vals)
        return submissions

    def write(self, vals):
        for one in self if vals.get('signed_scan') else ():
            one._check_scan(vals)
        return super().write(vals)

    def action_send(self):
        """Record that the signed letter and its dossier went up; the nominations are forwarded.

        :raises AccessError: the user is of no Office
        :raises UserError: something is missing, said all at once
        """
        self._check_office()
        self._check_state(*PREPARED)
        self.env['emulation.refusal']._raise_for(self._findings())
        for one in self:
            lines = one.line_ids.filtered('is_live')
            lines.nomination_id._forward(one)
            # sudo: operation fields; the user was checked.
            lines.sudo().write({'state': 'proposed', 'was_sent': True, 'reason': False})
            one.sudo().write(
                {
                    'state': 'sent',
                    'sent_at': fields.Datetime.now(),
                    'sent_by_id': self.env.uid,
                    'sent_count': one.sent_count + 1,
                    'return_reason': False,
                }
            )
            # sudo: whoever may send a submission may read all its letter names.
            one._keep_document(one.sudo()._as_letter())
            one._tell_units(
                lines.nomination_id,
                self.env._('Sent to %(authority)s', authority=one.authority_id.name),
            )
        self._free_now()
        self._journal('submission.sent', lambda one: one._sent_payload())
        return True

    def action_cancel(self):
        """Give a submission up that was not sent, or came back; its nominations are free again.

        :raises UserError: it is with the superior, or decided
        """
        self._check_office()
        self._check_state(*PREPARED)
        # sudo: operation fields; the user was checked.
        self.sudo().line_ids.write({'is_live': False})
        self.sudo().write({'state': 'cancelled'})
        self._free_now()
        self._journal('submission.cancelled', lambda one: {'count': len(one.line_ids)})
        return True

    def _return(self, reason, reasons_by_line=None):
        """Take back what the superior returned: the whole, or the named lines.

        Returned as a whole, the submission can be corrected and sent again. Returned lines leave
        it, and their nominations can go up in another; if all came back and none was answered, it
        is the whole that did.

        :param str reason: of the superior, for the whole
        :param dict reasons_by_line: text by line; None for the whole submission
        :raises UserError: it was not sent, or a line is not waiting for an answer
        """
        self.ensure_one()
        self._check_office()
        self._check_state('sent')
        if not reason and not any((reasons_by_line or {}).values()):
            raise UserError(self.env._('Enter the reason: the units are told.'))
        waiting = self._waiting_lines()
        named = self.line_ids.browse([line.id for line in reasons_by_line or ()])
        lines = waiting if reasons_by_line is None else named
        if lines - waiting or not lines:
            raise UserError(self.env._('Only lines that wait for an answer can be returned.'))
        answered = self.line_ids.filtered(lambda line: line.state in ('awarded', 'refused'))
        whole = lines == waiting and not answered
        said = {line: (reasons_by_line or {}).get(line) or reason for line in lines}
        reason = reason or '\n'.join(dict.fromkeys(said.values()))
        lines.nomination_id._take_back_forwarded(
            self, {line.nomination_id: text for line, text in said.items()}
        )
        for line, text in said.items():
            # sudo: operation fields; the user was checked.
            line.sudo().write({'state': 'returned', 'reason': text, 'is_live': whole})
        self._after_return(lines, reason, whole)

    def _after_return(self, lines, reason, whole):
        if whole:
            self._keep_sending(reason)
            # sudo: as in _return.
            self.sudo().write({'state': 'returned', 'return_reason': reason})
        self._tell_units(
            lines.nomination_id,
            self.env._('Returned by %(authority)s', authority=self.authority_id.name),
            {line.nomination_id: line.reason for line in lines},
        )
        self._journal(
            'submission.returned',
            lambda one: {
                'reason': reason,
                'whole': whole,
                'lines': [
                    {'reference': line.nomination_id.reference, 'reason': line.reason}
                    for line in lines
                ],
            },
        )
        self._decide_if_answered()

    def _free_now(self):
        """Let what became free be submitted anew in the same transaction."""
        self.flush_recordset(['state'])
        self.line_ids.flush_recordset(['is_live'])

    def _decide_if_answered(self):
        """A submission none of whose lines waits any more is decided."""
        for one in self:
            if one.state == 'sent' and not one._waiting_lines():
                # sudo: operation fields; the callers have checked the user.
                one.sudo().write({'state': 'decided', 'decided_at': fields.Datetime.now()})
        self._free_now()

    def _waiting_lines(self):
        return self.line_ids.filtered(
            lambda line: line.is_live and line.was_sent and line.state == 'proposed'
        )

    # Files

    def _check_scan(self, vals):
        """Take nothing but a scan, whatever its name says."""
        if not vals.get('signed_scan'):
            return
        name = vals.get('signed_scan_name') or self.display_name
        content = base64.b64decode(vals['signed_scan'])
        check_scan(self, self._label_of('signed_scan'), name, content)

    # The record of it

    def _check_state(self, *states):
        labels = dict(self._fields['state']._description_selection(self.env))
        for one in self:
            if one.state not in states:
                raise UserError(
                    self.env._(
                        '%(submission)s is "%(state)s"; this is only possible while it is '
                        '"%(allowed)s".',
                        submission=one.display_name,
                        state=labels[one.state],
                        allowed='", "'.join(labels[state] for state in states),
                    )
                )

    def _sent_payload(self):
        self.ensure_one()
        content = kept_bytes(self, 'signed_scan')
        return {
            'date': fields.Date.to_string(self.date),
            'times': self.sent_count,
            'channel': self.sent_channel or '',
            'scan_sha256': hashlib.sha256(content).hexdigest(),
            'document_sha256': self.kept_sha256,
            'package_sha256': self.package_sha256 or '',
            'lines': [
                {'reference': line.nomination_id.reference, 'clause': line.legal_clause or ''}
                for line in self.line_ids.filtered('is_live')
            ],
        }

    def _journal(self, event, payload_of):
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': one,
                    'campaign': one.campaign_id,
                    'payload': {
                        'number': one.number or '',
                        'authority': one.authority_id.name,
                        **payload_of(one),
                    },
                }
                for one in self
            ]
        )

    def _tell_units(self, nominations, subject, reasons=None):
        """Note it on the nominations and tell the leaders of the units that proposed them."""
        # sudo: the unit's leaders are told of their own nominations; the user was checked.
        told = nominations.sudo()
        said = {one.sudo(): text for one, text in (reasons or {}).items()}
        told._note(f'{subject}.', said)
        told._tell(lambda one: one._answering_users(), subject, said.get)
