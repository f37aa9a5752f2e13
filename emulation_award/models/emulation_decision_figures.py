from odoo import api, fields, models

from ..domain.number_words import dotted
from ..domain.vietnamese import short_date
from .emulation_decision_prize import decision_amount


class EmulationDecision(models.Model):
    """Whence the prizes come, shown to whoever issues the decision, and kept in the journal."""

    _inherit = 'emulation.decision'

    prize_figures = fields.Text(
        'Prizes computed from',
        compute='_compute_prize_figures',
        help='Base salary × coefficient, rounded up, by the figures in force on the day.',
    )
    has_unchecked_figures = fields.Boolean(compute='_compute_prize_figures')

    @api.depends(
        'kind',
        'state',
        'has_prize',
        'award_form_id',
        'decision_date',
        'line_ids.nominee_kind',
        'line_ids.prize_amount',
    )
    @api.depends_context('lang')
    def _compute_prize_figures(self):
        for decision in self:
            is_priced = decision.kind == 'award' and decision.state == 'draft'
            found = decision._figures_used() if is_priced else {}
            marks = [rate.verification for rate in found.values()]
            told = [*decision._told_prizes(found), *decision._told_sources(found)] if found else []
            decision.prize_figures = '\n'.join(told)
            decision.has_unchecked_figures = 'needs_checking' in marks

    def _figures_used(self):
        """Figures of the catalogue by (code, subject); those it lacks are left out."""
        self.ensure_one()
        if not self.has_prize:
            return {}
        kinds = [kind for kind in ('collective', 'individual') if kind in self._kinds()]
        return {key: rate for key, rate in self._rates_in_force(kinds).items() if rate}

    def _told_prizes(self, found):
        """A line for each kind of nominee: how much, out of what."""
        rates = self._prize_rates([subject for _code, subject in found if subject])
        subjects = dict(self.line_ids._fields['nominee_kind']._description_selection(self.env))
        for (_code, subject), rate in found.items():
            amount = decision_amount(rates, subject) if subject else None
            if amount:
                yield self.env._(
                    '%(subject)s: %(coefficient)s × %(salary)s, rounded up: %(prize)s đồng',
                    subject=subjects[subject],
                    coefficient=_figure(rate.value),
                    salary=_figure(found['base_salary', ''].value),
                    prize=dotted(amount),
                )

    def _told_sources(self, found):
        """A line for each figure: since when, where it was read, and whether that was checked."""
        marks = dict(
            self.env['emulation.rate']._fields['verification']._description_selection(self.env)
        )
        for rate in found.values():
            parts = [rate.source or self.env._('no source'), marks[rate.verification]]
            if rate.verification == 'verified':
                parts.pop()
            yield self.env._(
                '%(figure)s (%(value)s): %(read_in)s',
                figure=rate.display_name,
                value=_figure(rate.value),
                read_in='; '.join(parts),
            )

    def _issued_figures(self):
        """The figures as the journal keeps them beside the prizes."""
        self.ensure_one()
        return [
            {
                'code': code,
                'subject': subject,
                'value': str(rate.value),
                'from': short_date(rate.date_from),
                'source': rate.source or '',
                'verification': rate.verification,
            }
            for (code, subject), rate in self._figures_used().items()
            if self.kind == 'award'
        ]


def _figure(value):
    """A figure in Vietnamese notation.

    >>> _figure(2340000.0), _figure(0.15)
    ('2.340.000', '0,15')
    """
    return dotted(int(value)) if value == int(value) else str(value).replace('.', ',')
