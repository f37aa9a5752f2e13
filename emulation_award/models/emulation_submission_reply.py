import base64
import hashlib

from odoo import api, fields, models

from ..domain import submission as rules


class EmulationSubmission(models.Model):
    """The superior's reply: the awarded enter the registry, the refused are closed."""

    _inherit = 'emulation.submission'

    commendation_count = fields.Integer('In the registry', compute='_compute_commendation_count')

    @api.depends('line_ids.commendation_id')
    def _compute_commendation_count(self):
        for one in self:
            one.commendation_count = len(one.line_ids.commendation_id)

    def action_open_commendations(self):
        """Open what of this submission is in the registry."""
        self.ensure_one()
        self.check_access('read')
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_commendation_action'
        )
        awards = self.line_ids.commendation_id
        return {**action, 'domain': [('id', 'in', awards.ids)], 'context': {}}

    def _reply(self, decision, answers, prizes=None):
        """Record a reply of the superior (kết quả khen thưởng cấp trên).

        What it says nothing of keeps waiting; a further reply may come.

        :param dict decision: `number`, `date`, `document` (base64), `document_name`, `citation`
        :param dict answers: by line, ('awarded' | 'refused', reason)
        :param dict prizes: đồng by line, only where the registry is to say so; the superior's
            fund pays
        :return: the entries in the registry
        :raises AccessError: the user is of no Office
        :raises UserError: the reply contradicts itself or the submission
        """
        self.ensure_one()
        self._check_office()
        self._check_state('sent')
        self.env['emulation.refusal']._raise_if(self._reply_findings(decision, answers))
        by_answer = {
            answer: self.line_ids.filtered(
                lambda line, answer=answer: answers.get(line, ('',))[0] == answer
            )
            for answer in ('awarded', 'refused')
        }
        # sudo: operation fields; the user was checked.
        self.sudo().write(
            {
                'reply_number': decision['number'],
                'reply_date': decision['date'],
                'reply_document': decision.get('document') or False,
                'reply_document_name': decision.get('document_name') or False,
            }
        )
        entries = self._take_awarded(by_answer['awarded'], decision, prizes or {})
        self._take_refused(by_answer['refused'], answers)
        self._journal('submission.answered', lambda one: one._reply_payload(by_answer, decision))
        self._decide_if_answered()
        return entries

    def _reply_findings(self, decision, answers):
        today = self.company_id._emulation_today()
        words = {line._told(): answer for line, (answer, _reason) in answers.items()}
        reasons = {line._told(): reason or '' for line, (_a, reason) in answers.items()}
        return [
            *rules.reply_date_findings(decision['date'], self.date, today),
            *rules.answer_findings(
                words, reasons, [line._told() for line in self._waiting_lines()]
            ),
        ]

    def _take_awarded(self, lines, decision, prizes):
        if not lines:
            return self.env['emulation.commendation']
        lines.nomination_id._award_forwarded(self)
        entries = self.env['emulation.commendation']._enter(
            [line._entry_vals(decision, prizes.get(line, 0)) for line in lines]
        )
        for line, entry in zip(lines, entries, strict=True):
            # sudo: operation fields; the user was checked.
            line.sudo().write({'state': 'awarded', 'reason': False, 'commendation_id': entry.id})
        self._tell_units(
            lines.nomination_id,
            self.env._('Awarded by %(authority)s', authority=self.authority_id.name),
        )
        return entries

    def _take_refused(self, lines, answers):
        reasons = {line.nomination_id: answers[line][1] for line in lines}
        if not lines:
            return
        lines.nomination_id._refuse_forwarded(self, reasons)
        for line in lines:
            # sudo: as for the awarded. It lives no more, so that another may be proposed.
            line.sudo().write({'state': 'refused', 'reason': answers[line][1], 'is_live': False})
        self._tell_units(
            lines.nomination_id,
            self.env._('Refused by %(authority)s', authority=self.authority_id.name),
            reasons,
        )

    def _reply_payload(self, by_answer, decision):
        content = base64.b64decode(decision.get('document') or b'')
        return {
            'document': decision['number'],
            'date': fields.Date.to_string(decision['date']),
            'scan_sha256': hashlib.sha256(content).hexdigest() if content else '',
            'awarded': by_answer['awarded'].nomination_id.mapped('reference'),
            'refused': [
                {'reference': line.nomination_id.reference, 'reason': line.reason or ''}
                for line in by_answer['refused']
            ],
        }
