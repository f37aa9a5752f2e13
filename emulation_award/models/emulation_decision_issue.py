import base64
import hashlib

from odoo import fields, models
from odoo.fields import Command

from ..domain import decision as rules
from ..domain import decision_paper, decree30
from ..domain.decision_document import CODE
from .emulation_decision_guard import SCAN
from .kept_file import check_scan


class EmulationDecision(models.Model):
    """Issuing a decision (ban hành): number, date, and all checks, with seats and people held."""

    _inherit = 'emulation.decision'

    def action_issue(self):
        """Issue drafts: number, gold-book numbers and prizes are final from here on.

        :raises AccessError: the user is no manager
        :raises UserError: something is missing or a rule not kept; everything is said at once
        """
        self._check_manager()
        drafts, found = self.sorted('id'), {}
        # Each is judged with those before it issued; a number is taken once all of them are.
        for decision in drafts:
            found |= decision._issue()
        self.env['emulation.refusal']._raise_for(found)
        for decision in drafts:
            decision._take_number()
        drafts.flush_recordset()  # a number taken by another decision meanwhile is found here
        for decision in drafts:
            decision._keep_as_issued()
            decision._journal('decision.issued', decision._issued_payload())
            number = decision.display_name
            decision._message_log(body=self.env._('Issued: %(number)s.', number=number))
        return True

    def _issue(self):
        """Issue the draft, all but its number, unless a rule is not kept.

        :return: the findings, as of :meth:`_issue_findings`
        """
        self.ensure_one()
        self._contend()
        lines = self._in_order()
        if self.kind == 'award':
            # sudo: figures of the catalogue as they are now; operations alone write them.
            lines.sudo()._compute_prize()
            self._withhold_lower_titles()
        found = self._issue_findings()
        if any(found.values()):
            return found
        if self.kind == 'correction':
            lines.sudo()._show_formula()  # sudo: as above
        # sudo: operation fields; the manager was checked.
        self.sudo().write(
            {
                'state': 'issued',
                'issued_at': fields.Datetime.now(),
                'issued_by_id': self.env.uid,
                'prize_rounding': int(self._prize_rates([]).get(('prize_rounding', ''), 0)),
                'line_ids': [
                    Command.update(line.id, {'state': 'valid', 'gold_book_number': number})
                    for number, line in enumerate(lines, start=1)
                ],
            }
        )
        return {}

    def _in_order(self):
        """Lines as the decision lists them: collectives first, then by the order of the draft."""
        self.ensure_one()
        return self.line_ids.sorted(
            lambda line: (line.nominee_kind != 'collective', line.sequence, line.id)
        )

    def _number_like(self, ordinal):
        code = self.authority_id.abbreviation or ''
        return decree30.with_symbol(ordinal, CODE, code, self.document_style) if code else ''

    def _take_number(self):
        """Take the next number of the authority's series where the clerk entered none."""
        if self.number:
            return
        # sudo: taking a number is part of issuing, which checked the manager.
        series = self.authority_id.sudo().sequence_id
        taken = series.with_context(ir_sequence_date=self.decision_date).next_by_id()
        if taken.isdecimal():
            taken = self._number_like(taken.zfill(2))
        self.sudo().number = taken  # sudo: as above
        # Judged once more: who keeps the series may have written anything around its ordinals.
        self.env['emulation.refusal']._raise_if(decision_paper.number_findings(self._paper()))

    def action_cancel(self):
        """Drop drafts; their nominations may be taken by another decision.

        :raises AccessError: the user is of no Office
        :raises UserError: one is issued
        """
        self._check_office()
        for decision in self:
            finding = rules.state_finding('cancel', decision.state)
            self.env['emulation.refusal']._raise_if([finding] if finding else [])
        self.sudo().write({'state': 'cancelled'})  # sudo: an operation field, user checked above
        for decision in self:
            decision._journal('decision.cancelled', {})
        return True

    # The signed decision

    def _write_scan(self, vals):
        """Attach the signed decision once it is issued; it may be replaced until it takes effect.

        :raises UserError: a draft, in effect already, not a scan, or written with something else
        """
        self.ensure_one()
        self._check_office()
        finding = rules.state_finding('take_effect', self.state)
        self.env['emulation.refusal']._raise_if([finding] if finding else [])
        self._refuse_operation_fields(vals)
        if others := {name: value for name, value in vals.items() if name not in SCAN}:
            self._check_writable(others)
        content = base64.b64decode(vals.get('signed_scan') or b'')
        if 'signed_scan' in vals:
            self._check_scan(vals.get('signed_scan_name') or self.display_name, content)
        # sudo: the user was checked; the guard lets nobody else write an issued decision.
        self.sudo().write(vals)
        if 'signed_scan' in vals:
            digest = hashlib.sha256(content).hexdigest()
            self._journal('decision.scan_added', {'sha256': digest, 'bytes': len(content)})
        return True

    def _check_scan(self, name, content):
        check_scan(self, self._fields['signed_scan']._description_string(self.env), name, content)

    # The record of it

    def _journal(self, event, payload):
        self.ensure_one()
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': self,
                    'campaign': self.campaign_id,
                    'payload': {
                        'document': self.number or '',
                        'award': self.campaign_award_id.name,
                        'kind': self.kind,
                        **payload,
                    },
                }
            ]
        )

    def _issued_payload(self):
        self.ensure_one()
        return {
            'date': fields.Date.to_string(self.decision_date) or '',
            'authority': self.authority_id.name,
            'signatory': self.signatory_name or '',
            'document_sha256': self.kept_sha256,
            'changes': self.original_id.number or '',
            'ground': self.ground or '',
            'reason': self.reason or '',
            'prize_total': self.prize_total,
            'prize_rounding': self.prize_rounding,
            'figures': self._issued_figures(),
            'lines': [line._payload() for line in self.line_ids.sorted('gold_book_number')],
        }


class EmulationDecisionLine(models.Model):
    """A line as the journal keeps it."""

    _inherit = 'emulation.decision.line'

    def _payload(self):
        self.ensure_one()
        return {
            'no': self.gold_book_number,
            'reference': self.nomination_id.reference or '',
            'name': self.holder_name or '',
            'position': self.holder_position or '',
            'unit': self.holder_unit or '',
            'base_salary': self.base_salary,
            'coefficient': str(self.coefficient),
            'prize': self.prize_amount,
            'prize_reason': self.prize_reason or '',
        }
