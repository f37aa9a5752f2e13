from fractions import Fraction

from odoo import api, models

from ..domain import decision as rules
from ..domain.decision_change import too_large_finding
from ..domain.prize import MOST, prize
from .big_integer import BigInteger

#: Figures every prize is computed from, besides the coefficient.
COMMON = ('base_salary', 'prize_rounding')


def decision_amount(rates, subject):
    """Return the prize by these figures in đồng, None where one of them is not known.

    :param dict rates: as of `_prize_rates`
    :param str subject: 'individual' or 'collective'
    """
    salary, multiple = (rates.get((code, '')) for code in COMMON)
    coefficient = rates.get(('prize_coefficient', subject))
    if not (salary and multiple and coefficient):
        return None
    return prize(coefficient, int(salary), int(multiple))


class EmulationDecisionLine(models.Model):
    """What each prize is: coefficient × base salary on the day of the decision, rounded up."""

    _inherit = 'emulation.decision.line'

    @api.depends(
        'nominee_kind',
        'decision_id.kind',
        'decision_id.has_prize',
        'decision_id.award_form_id',
        'decision_id.decision_date',
    )
    def _compute_prize(self):
        for decision, lines in self.grouped('decision_id').items():
            if decision.kind == 'award' and decision.state == 'draft':
                rates = decision._prize_rates(set(lines.mapped('nominee_kind')))
                for line in lines:
                    line._price(rates)
            else:
                for line in lines:  # kept: a prize is what it was when it was decided
                    line.base_salary = line.base_salary
                    line.coefficient = line.coefficient
                    line.prize_amount = line.prize_amount

    def _price(self, rates):
        """Set prize and the figures it is computed from; 0 while one of them is not known."""
        self.ensure_one()
        salary = rates.get(('base_salary', ''))
        coefficient = rates.get(('prize_coefficient', self.nominee_kind))
        amount = decision_amount(rates, self.nominee_kind) or 0
        known = 0 < amount <= MOST and salary <= MOST
        self.base_salary = int(salary) if known else 0
        self.coefficient = float(coefficient) if known else 0
        self.prize_amount = amount if known else 0


class EmulationDecision(models.Model):
    """What a decision's prizes come to now, and the dated figures they are computed from."""

    _inherit = 'emulation.decision'

    prize_standing = BigInteger(
        'Prizes as they stand (đồng)',
        compute='_compute_prize_standing',
        store=True,
        aggregator='sum',
        help='Of an award decision, with its corrections and without revoked awards. Corrections '
        'and revocations themselves have none, so that decisions can be added up.',
    )

    @api.depends(
        *('kind', 'state', 'line_ids.state', 'line_ids.prize_amount'),
        *('line_ids.change_line_ids.prize_amount', 'line_ids.change_line_ids.decision_id.state'),
    )
    def _compute_prize_standing(self):
        for decision in self:
            # Called off, it never pays anything.
            counts = decision.kind == 'award' and decision.state != 'cancelled'
            lines = decision._living_lines() if counts else decision.line_ids.browse()
            decision.prize_standing = sum(line._wording().prize_amount for line in lines)

    def _prize_day(self):
        """The day whose figures count: that of the decision, today while it has none."""
        self.ensure_one()
        return self.decision_date or self._today()

    def _prize_rates(self, subjects):
        """Figures in force on the day, exact; those the catalogue lacks are left out.

        :param subjects: 'individual', 'collective'
        :return: dict of (code, subject, '' for all) -> :class:`fractions.Fraction`
        """
        self.ensure_one()
        if not self.has_prize:
            return {}
        found = self._rates_in_force(subjects)
        # Money is exact: from the figure as it is written, not from its binary neighbour.
        return {key: Fraction(str(rate.value)) for key, rate in found.items() if rate}

    def _rates_in_force(self, subjects):
        """The same figures as records of the catalogue, empty where it has none."""
        rates, day, form = self.env['emulation.rate'], self._prize_day(), self.award_form_id
        found = {(code, ''): rates._on(code, day) for code in COMMON}
        for subject in filter(None, subjects):
            found['prize_coefficient', subject] = rates._on('prize_coefficient', day, form, subject)
        return found

    def _rate_findings(self):
        """Which figures are lacking for the prizes of this decision."""
        self.ensure_one()
        if not self.has_prize:
            return []
        subjects = [kind for kind in ('individual', 'collective') if kind in self._kinds()]
        wanted = [(code, '') for code in COMMON]
        wanted += [('prize_coefficient', subject) for subject in subjects]
        rates, day = self._prize_rates(subjects), self._prize_day()
        found = [
            rules.rate_finding(code, self.award_form_id.name, subject, day)
            for code, subject in wanted
            if (code, subject) not in rates
        ]
        amounts = [decision_amount(rates, subject) or 0 for subject in subjects]
        if max([rates.get(('base_salary', ''), 0), *amounts]) > MOST:
            found.append(too_large_finding(MOST))
        return found

    def _kinds(self):
        return set(self.line_ids.mapped('nominee_kind'))
