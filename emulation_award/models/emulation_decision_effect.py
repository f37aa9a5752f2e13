from odoo import fields, models

from ..domain import decision as rules


class EmulationDecision(models.Model):
    """Putting an issued decision into effect: registry, nominations, and who is told."""

    _inherit = 'emulation.decision'

    def action_take_effect(self):
        """Let issued decisions take effect, once the signed copy is attached.

        :raises AccessError: the user is no manager
        :raises UserError: not issued, no signed copy, or a nomination is on hold by now
        """
        self._check_manager()
        for decision in self.sorted('id'):
            decision._take_effect()
        return True

    def _take_effect(self):
        self.ensure_one()
        self._contend()
        self.env['emulation.refusal']._raise_for(self._effect_findings())
        apply = {
            'award': self._apply_award,
            'correction': self._apply_correction,
            'revocation': self._apply_revocation,
        }
        # sudo: operation fields; the manager was checked.
        self.sudo().write(
            {
                'state': 'effective',
                'effective_at': fields.Datetime.now(),
                'effective_by_id': self.env.uid,
            }
        )
        apply[self.kind]()
        payload = {'prize_total': self.prize_total, 'lines': len(self.line_ids)}
        self._journal('decision.effective', payload)
        self._message_log(body=self.env._('In effect.'))

    def _effect_findings(self):
        self.ensure_one()
        state = rules.state_finding('take_effect', self.state)
        found = [state] if state else []
        if not self.signed_scan:
            found.append(rules.Finding('decision_scan_missing'))
        if self.kind != 'award':
            return {self: [*found, *self._change_findings()]}
        return {self: found, **self._living_lines()._effect_findings()}

    def _apply_award(self):
        """Enter the awards in the registry, and settle and tell the nominations."""
        lines = self._living_lines().sorted('gold_book_number')
        entries = self._enter_registry([line._registry_values() for line in lines])
        for line, entry in zip(lines.sudo(), entries, strict=True):  # sudo: an operation field
            line.commendation_id = entry
        lines.nomination_id._award(self)
        self._tell_awarded(lines)

    def _enter_registry(self, vals_list):
        """Enter awards in the registry.

        :return: emulation.commendation, in the order of the values
        """
        return self.env['emulation.commendation']._enter(vals_list)

    def _living_lines(self):
        """Lines that were not revoked before they took effect."""
        return self.line_ids.filtered(lambda line: line.state != 'revoked')

    def _tell_awarded(self, lines):
        """Tell the units' leaders, and those of the awarded who have a login."""
        # sudo: whose users the awarded are; they are told, nothing is shown.
        told = {line.nomination_id.sudo(): line._wording()._text() for line in lines}
        nominations = lines.nomination_id.sudo()
        subject = self.env._('Awarded by %(decision)s', decision=self.display_name)
        nominations._note(f'{subject}.')
        nominations._tell(
            lambda one: one._answering_users() | one.employee_id.user_id, subject, told.get
        )


class EmulationDecisionLine(models.Model):
    """What a line becomes once it takes effect."""

    _inherit = 'emulation.decision.line'

    change_line_ids = fields.One2many(
        'emulation.decision.line', 'original_line_id', 'Corrected or revoked by'
    )

    def _effect_findings(self):
        """That nobody is on hold by now; the seats were taken when the decision was issued."""
        return {
            line: [
                finding
                for finding in found
                if finding.code in ('on_hold_pending', 'decision_not_approved')
            ]
            for line, found in self._named_findings().items()
        }

    def _wording(self):
        """The line that words this award now: itself, or the last correction in effect."""
        self.ensure_one()
        return self._corrections()[-1:] or self

    def _corrections(self):
        """Corrections of this line that are in effect, in the order they took it."""
        corrections = self.change_line_ids.filtered(
            lambda one: one.decision_kind == 'correction' and one.decision_state == 'effective'
        )
        return corrections.sorted(lambda one: (one.decision_id.effective_at, one.id))

    def _registry_values(self):
        """Values of the commendation this line of an award decision becomes."""
        self.ensure_one()
        decision, wording = self.decision_id, self._wording()
        return {
            'company_id': decision.company_id.id,
            'employee_id': self.employee_id.id,
            'unit_id': self.unit_id.id,
            'partner_id': self.partner_id.id,
            'award_form_id': decision.award_form_id.id,
            'award_name': decision._award_name(),
            'authority_name': decision._authority_name(),
            'decision_number': decision.number,
            'decision_date': decision.decision_date,
            'nomination_id': self.nomination_id.id,
            'decision_line_id': self.id,
            'gold_book_number': self.gold_book_number,
            **wording._worded_values(),
        }

    def _worded_values(self):
        """What a line words, as the registry has it."""
        self.ensure_one()
        return {
            'holder_name': self.holder_name,
            'holder_position': self.holder_position,
            'holder_unit': self.holder_unit,
            'citation': self._citation(),
            'prize_amount': self.prize_amount,
        }

    def _citation(self):
        """For what: the line's own words, or else those that hold for all."""
        self.ensure_one()
        original = self.original_line_id.decision_id
        return self.citation or self.decision_id.citation or original.citation or ''

    def _text(self):
        """The line as a message tells it."""
        self.ensure_one()
        if not self.prize_amount:
            return self._citation()
        amount = f'{self.prize_amount:,}'.replace(',', '.')
        prize = self.env._('Prize: %(amount)s đồng.', amount=amount)
        return ' '.join(filter(None, (self._citation(), prize)))
