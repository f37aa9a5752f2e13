from odoo import api, fields, models

from ..domain import vietnamese


class EmulationRate(models.Model):
    """A dated figure of the law: base salary (lương cơ sở) or a prize coefficient (hệ số).

    Money follows from it, so only a manager enters one, and every change is journaled.
    """

    _name = 'emulation.rate'
    _description = 'Dated rate'
    _inherit = ['emulation.source.mixin']
    _order = 'code, award_form_id, subject, date_from desc'
    _checked_fields = frozenset({'code', 'award_form_id', 'subject', 'value', 'date_from'})

    code = fields.Selection(
        [
            ('base_salary', 'Base salary'),
            ('prize_coefficient', 'Prize coefficient'),
            ('prize_rounding', 'Rounding of prizes'),
        ],
        required=True,
        default='prize_coefficient',
    )
    # A figure goes by itself, with an entry in the journal, never along with its form.
    award_form_id = fields.Many2one('emulation.award.form', index=True, ondelete='restrict')
    subject = fields.Selection([('individual', 'Individual'), ('collective', 'Collective')])
    value = fields.Float(
        required=True,
        digits=(16, 4),
        aggregator=False,
        help='Base salary in đồng a month; a coefficient as a multiple of the base salary; the '
        'multiple of đồng to which prizes are rounded up.',
    )
    date_from = fields.Date('In force from', required=True)
    legal_basis_id = fields.Many2one('emulation.legal.basis', index='btree_not_null')

    _uniq = models.UniqueIndex(
        "(code, COALESCE(award_form_id, 0), COALESCE(subject, ''), date_from)",
        'There is already a rate of this kind from this date.',
    )
    _coefficient_target = models.Constraint(
        "CHECK ((code = 'prize_coefficient') = (award_form_id IS NOT NULL))",
        'A coefficient belongs to an award form; base salary and rounding belong to none.',
    )
    _value_positive = models.Constraint('CHECK (value > 0)', 'A rate is above zero.')

    @api.depends('code', 'award_form_id.name', 'subject', 'date_from')
    def _compute_display_name(self):
        subjects = dict(self._fields['subject']._description_selection(self.env))
        codes = dict(self._fields['code']._description_selection(self.env))
        for rate in self:
            parts = [
                rate.award_form_id.name or codes.get(rate.code),
                subjects.get(rate.subject),
                rate.date_from and vietnamese.short_date(rate.date_from),
            ]
            rate.display_name = ', '.join(filter(None, parts))

    @api.model
    def _on(self, code, day, award_form=None, subject=None):
        """Return the rate in force on a day, empty when the catalogue has none that early.

        A prize is computed on the day of its decision (Nghị định 152/2025/NĐ-CP, Điều 49), so a
        rate that takes effect on a day counts from that day on.

        :param str code: 'base_salary' or 'prize_coefficient'
        :param date day: usually the day of the decision
        :param award_form: the award form of a coefficient
        :param str subject: 'individual' or 'collective', of a coefficient
        """
        domain = [
            ('code', '=', code),
            ('date_from', '<=', day),
            ('award_form_id', '=', award_form.id if award_form else False),
            ('subject', 'in', [subject, False]),
        ]
        return self.search(domain, order='date_from desc, subject', limit=1)

    @api.model
    def _value_on(self, code, day, award_form=None, subject=None):
        """Return the figure in force on a day: đồng a month, or a multiple; None without one.

        Take it as `Fraction(str(value))` before computing with it: money is exact.

        Parameters as for :meth:`_on`.
        """
        return self._on(code, day, award_form, subject).value or None
