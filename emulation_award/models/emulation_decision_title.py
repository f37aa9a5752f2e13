from dataclasses import dataclass, field

from odoo import models

from ..domain.prize import Claim, not_paid, payments


@dataclass(frozen=True)
class Person:
    """Whom a claim is of: told apart by the record, shown by the name."""

    model: str
    record_id: int
    name: str = field(compare=False)

    def __str__(self):
        return self.name


class EmulationDecision(models.Model):
    """Of several titles of one period only the highest prize is paid (domain/prize.py)."""

    _inherit = 'emulation.decision'

    def _withhold_lower_titles(self):
        """Pay no prize for a title whose holder is given a higher one on the same day.

        What was issued before keeps its figures; that it is not paid either is noted.
        """
        self.ensure_one()
        if self.award_form_id.kind != 'title' or not self.has_prize:
            return
        lines = self.line_ids.sudo()  # sudo: prizes are written by operations only
        others = lines._other_titles()
        claims = [line._claim() for line in lines | others]
        for line, payment in zip(lines, payments(claims)[: len(lines)], strict=True):
            line.prize_amount = payment.amount
        said = self.env['emulation.refusal']._sentences(not_paid(claims))
        if said:
            self._message_log(body='\n'.join(said))


class EmulationDecisionLine(models.Model):
    """A title as the rules on prizes take it."""

    _inherit = 'emulation.decision.line'

    def _other_titles(self):
        """Lines issued on the same day in the same campaign that give the same people titles."""
        decision, nominees = self.decision_id, self.nomination_id._same_nominee()
        return self.search(
            [
                *nominees,
                ('decision_id', '!=', decision.id),
                ('decision_id.kind', '=', 'award'),
                ('decision_id.state', 'in', ('issued', 'effective')),
                ('decision_id.campaign_id', '=', decision.campaign_id.id),
                ('decision_id.decision_date', '=', decision.decision_date),
                ('decision_id.award_form_id.kind', '=', 'title'),
                ('state', '!=', 'revoked'),
            ],
            order='id',
        )

    def _claim(self):
        self.ensure_one()
        decision, holder = self.decision_id, self._holder()
        return Claim(
            holder=Person(holder._name, holder.id, self.holder_name or ''),
            name=decision.campaign_award_id.name,
            type='title',
            amount=self.prize_amount,
            period=decision.campaign_id.name or '',
        )
