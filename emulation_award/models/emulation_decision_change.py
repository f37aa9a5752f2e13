from odoo import models
from odoo.fields import Command

from ..domain import decision as rules
from ..domain import decision_change
from ..domain.decision_facts import Ground

#: What a correction may say anew.
WORDED = ('honorific', 'holder_name', 'holder_position', 'holder_unit', 'citation', 'prize_amount')


class EmulationDecision(models.Model):
    """Correcting (đính chính) and revoking (hủy bỏ) decisions by other decisions.

    Nothing is deleted: the changed decision and its lines stay as they were issued, marked, and
    the registry keeps what it said in the journal.
    """

    _inherit = 'emulation.decision'

    def action_open_correct(self):
        """Ask which lines are corrected.

        :raises AccessError: the user is of no Office
        :raises UserError: the decision is a draft, or no award decision
        """
        return self._open_change('correction', self.env._('Correct'))

    def action_open_revoke(self):
        """Ask which lines are revoked, and on which ground.

        :raises AccessError: the user is of no Office
        :raises UserError: the decision is a draft, or no award decision
        """
        return self._open_change('revocation', self.env._('Revoke'))

    def _open_change(self, kind, title):
        self.ensure_one()
        self._check_office()
        self._check_changeable()
        return {
            'type': 'ir.actions.act_window',
            'res_model': 'emulation.decision.change',
            'name': title,
            'views': [(False, 'form')],
            'target': 'new',
            'context': {'default_kind': kind, 'default_original_id': self.id},
        }

    def _check_changeable(self):
        finding = rules.state_finding('change', self.state) or decision_change.kind_finding(
            self.kind, self.display_name, self.original_id.display_name or ''
        )
        self.env['emulation.refusal']._raise_if([finding] if finding else [])

    def _draft_change(self, kind, lines, ground, reason):
        """Draft the decision that corrects or revokes lines of this one.

        :param str kind: 'correction' or 'revocation'
        :param lines: lines of this decision
        :param str ground: a key of GROUNDS; only of a revocation
        :param str reason: why, as the decision words it
        :return: the draft
        """
        self.ensure_one()
        self._check_office()
        self._check_changeable()
        # sudo: operation fields of a draft that the Office was just checked for.
        draft = self.sudo().create(
            {
                **self._shared_values(),
                'kind': kind,
                'original_id': self.id,
                'ground': ground or False,
                'reason': reason,
                'line_ids': [Command.create(line._change_values(kind)) for line in lines],
            }
        )
        draft = draft.sudo(False)
        draft._journal('decision.drafted', {'changes': self.number or ''})
        return draft

    def _shared_values(self):
        """What a change takes over from the decision it changes."""
        names = ('place', 'signing_mode', 'head_title', 'signatory_title', 'signatory_name')
        names += ('recipients', 'implementers', 'fund', 'has_prize')
        return {
            'campaign_award_id': self.campaign_award_id.id,
            'legal_basis_ids': [Command.set(self._bases_of_change().ids)],
            **{name: self[name] for name in names},
        }

    def _bases_of_change(self):
        """Bases of this decision and of its award, as they are in force by now."""
        day = self._draft_day()
        return self.legal_basis_ids._as_of(day) | self._usual_bases(self.campaign_award_id, day)

    def _change_findings(self):
        """Why this correction or revocation cannot be issued or take effect."""
        self.ensure_one()
        original, lines = self.original_id, self.line_ids
        revoked = lines.filtered(lambda one: one.original_line_id.state == 'revoked')
        alike = lines.filtered(lambda one: self.kind == 'correction' and not one._differs())
        return decision_change.change_findings(
            decision_change.Change(
                kind=self.kind,
                original=original.number or '',
                original_state=original.state,
                original_day=original.decision_date or None,
                day=self.decision_date or None,
                reason=self.reason or '',
                ground=self.ground or '',
                revoked=tuple(revoked.mapped('holder_name')),
                unchanged=tuple(alike.mapped('holder_name')),
            )
        )

    def _change_issue_findings(self, found):
        """Why this correction or revocation cannot be issued; that it takes effect asks less.

        :param list found: of the document itself
        :return: dict of the decision and its lines -> list of findings
        """
        pending = self._pending_changes()
        named = pending.original_line_id.mapped('holder_name')
        waiting = decision_change.pending_finding(
            tuple(named), tuple(pending.decision_id.mapped('display_name'))
        )
        found = [*found, *self._change_findings(), *([waiting] if waiting else [])]
        if self.kind != 'correction':
            return {self: found}
        return {self: found, **self._with_certificates(self.line_ids._reworded_findings())}

    def _pending_changes(self):
        """Lines of other issued changes of the same lines that wait to take effect."""
        others = self.line_ids.original_line_id.change_line_ids - self.line_ids
        return others.filtered(lambda line: line.decision_state == 'issued')

    def _apply_correction(self):
        """Let the registry read as corrected; the old wording stays in line and journal."""
        originals = self.line_ids.original_line_id
        originals.sudo().write({'state': 'corrected'})  # sudo: an operation field, manager checked
        for line in self.line_ids:
            if entry := line.original_line_id.commendation_id:
                entry._correct(line._worded_values(), self.display_name)
                line.sudo().commendation_id = entry  # sudo: as above
        self._tell_changed(self.env._('Corrected by %(decision)s', decision=self.display_name))

    def _apply_revocation(self):
        """Revoke the awards: registry, money to be returned, and the decision once it is empty."""
        lines = self.line_ids.original_line_id
        lines.sudo().write({'state': 'revoked'})  # sudo: an operation field, manager checked
        entries = lines.commendation_id
        if entries:
            entries._revoke(self.number, self.decision_date, self.reason)
        for line in self.line_ids.sudo():  # sudo: as above
            line.commendation_id = line.original_line_id.commendation_id
        if Ground(self.ground) is Ground.MISTAKE:
            awarded = lines.nomination_id.filtered(lambda one: one.state == 'awarded')
            awarded._reopen_award(self)
        original = self.original_id
        if not original._living_lines():
            original.sudo().state = 'revoked'  # sudo: as above
            original._journal('decision.revoked', {'changes': self.number or ''})
        self._tell_changed(self.env._('Revoked by %(decision)s', decision=self.display_name))

    def _tell_changed(self, subject):
        # sudo: as in _tell_awarded.
        nominations = self.line_ids.nomination_id.sudo()
        nominations._note(f'{subject}.')
        nominations._tell(lambda one: one._answering_users() | one.employee_id.user_id, subject)
        self.original_id._message_log(body=f'{subject}.')


class EmulationDecisionLine(models.Model):
    """The line of a correction or revocation beside the one it changes."""

    _inherit = 'emulation.decision.line'

    def _change_values(self, kind):
        """Values of the line that changes this one: as it reads now, to be corrected."""
        self.ensure_one()
        wording = self._wording()
        return {
            'nomination_id': self.nomination_id.id,
            'sequence': self.gold_book_number,
            'original_line_id': self.id,
            'base_salary': 0 if kind == 'revocation' else wording.base_salary,
            'coefficient': 0 if kind == 'revocation' else wording.coefficient,
            **{name: wording[name] for name in WORDED},
        }

    def _differs(self):
        """Whether a correction says anything new."""
        self.ensure_one()
        before = self._corrected_line()
        return any(self[name] != before[name] for name in WORDED)
