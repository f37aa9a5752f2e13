from odoo import api, fields, models

from ..domain.decision_change import Reworded, reworded_findings, too_large_finding
from ..domain.prize import MOST
from .emulation_decision_prize import decision_amount


class EmulationDecisionLine(models.Model):
    """What a correction says anew of a holder: a name that is confirmed, a prize that is right."""

    _inherit = 'emulation.decision.line'

    name_before = fields.Char(
        'Name as decided', compute='_compute_name_before', help='What a correction corrects.'
    )
    # Another name is another question.
    is_name_confirmed = fields.Boolean(
        'Same holder',
        compute='_compute_is_name_confirmed',
        store=True,
        readonly=False,
        precompute=True,
        copy=False,
        help='The corrected name is that of the same holder, and not another who is to be awarded.',
    )
    prize_reason = fields.Char(
        'Why this amount',
        copy=False,
        help='Where a corrected prize is not coefficient × base salary on the day of the decision; '
        'printed with the reason of the correction.',
    )

    @api.depends('original_line_id', 'decision_id.effective_at')
    def _compute_name_before(self):
        for line in self:
            is_correction = line.decision_kind == 'correction'
            line.name_before = line._corrected_line().holder_name if is_correction else ''

    @api.depends('holder_name')
    def _compute_is_name_confirmed(self):
        self.is_name_confirmed = False

    def _reworded_findings(self):
        """What these lines of a correction say that nobody has answered for.

        :return: dict of line -> list of :class:`~..domain.findings.Finding`
        """
        return {line: reworded_findings(line._as_reworded()) for line in self}

    def _as_reworded(self):
        self.ensure_one()
        before = self._corrected_line()
        return Reworded(
            was=before.holder_name or '',
            name=self.holder_name or '',
            is_confirmed=self.is_name_confirmed,
            before=before.prize_amount,
            prize=self.prize_amount,
            formula=self._formula()[0],
            explanation=self.prize_reason or '',
        )

    def _formula(self):
        """The prize by the figures in force on the day of the decision that is corrected.

        :return: (amount, the figures); (None, {}) where there is no prize or a figure is lacking
        """
        original = self.original_line_id.decision_id
        rates = original._prize_rates({self.nominee_kind})
        amount = decision_amount(rates, self.nominee_kind)
        return (amount, rates) if amount else (None, {})

    def _show_formula(self):
        """Keep the figures a corrected prize follows from; none where it follows from a reason."""
        for line in self:
            if line.prize_amount == line._corrected_line().prize_amount:
                continue
            amount, rates = line._formula()
            follows = line.prize_amount == amount
            line.base_salary = int(rates['base_salary', '']) if follows else 0
            coefficient = rates['prize_coefficient', line.nominee_kind] if follows else 0
            line.coefficient = float(coefficient)

    def _check_storable(self, vals):
        """Refuse an amount the database cannot keep, before it is asked to.

        :raises UserError: it is too large
        """
        if (vals.get('prize_amount') or 0) > MOST:
            self.env['emulation.refusal']._raise_if([too_large_finding(MOST)])
