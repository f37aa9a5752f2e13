from datetime import date, timedelta

from psycopg2.errors import CheckViolation

from odoo import fields
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from ..domain.prize import exact, prize
from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionPrize(DecisionCommon):
    """Prizes by the figures in force on the day of the decision, exact, rounded up."""

    COLLECTIVE = True

    def _rate(self, code, value, day, **vals):
        return self.env['emulation.rate'].create(
            {'code': code, 'value': value, 'date_from': day, **vals}
        )

    def _coefficient(self, value, subject='individual', day='2000-01-01'):
        form = {'award_form_id': self.award_form.id, 'subject': subject}
        self.env['emulation.rate'].search(
            [('award_form_id', '=', self.award_form.id), ('subject', '=', subject)]
        ).unlink()
        return self._rate('prize_coefficient', value, day, **form)

    def _common(self, code):
        return self.env['emulation.rate'].search([('code', '=', code)])

    def _prize(self, nomination=None):
        return self._drafted(nomination or self.nominations[0]).line_ids

    def test_vectors(self):
        cases = (
            (0.3, 2_340_000, 710_000),
            (0.3, 2_530_000, 760_000),
            (1.5, 2_340_000, 3_510_000),
            (1.5, 2_530_000, 3_800_000),
            (0.15, 1_800_000, 270_000),
            (4.5, 2_340_000, 10_530_000),
        )
        draft = self._drafted(self.nominations[0])
        salary = self._common('base_salary')
        for coefficient, base, amount in cases:
            with self.subTest(coefficient=coefficient, base=base):
                salary.value = base
                self._coefficient(coefficient)
                draft.line_ids.sudo()._compute_prize()
                self.assertRecordValues(
                    draft.line_ids,
                    [{'base_salary': base, 'coefficient': coefficient, 'prize_amount': amount}],
                )

    def test_a_collective_has_its_own_coefficient(self):
        self.assertEqual(self._prize(self.collective).prize_amount, 1_410_000)

    def test_rounding_is_a_figure_of_the_catalogue(self):
        self._common('prize_rounding').value = 1000
        self.assertEqual(self._prize().prize_amount, 702_000)

    def test_the_day_of_the_decision_counts(self):
        tomorrow = fields.Date.today() + timedelta(days=1)
        self._rate('base_salary', 2_530_000, tomorrow)
        draft = self._drafted(self.nominations[0])
        self.assertEqual(draft.prize_total, 710_000)
        draft.decision_date = tomorrow
        self.assertEqual(draft.prize_total, 760_000)

    def test_a_prize_is_frozen_when_it_is_issued(self):
        decision = self._issued(self.nominations[0])
        self._common('base_salary').value = 9_990_000
        self._scan(decision).action_take_effect()
        self.env.invalidate_all()
        self.assertRecordValues(
            decision.line_ids, [{'base_salary': 2_340_000, 'prize_amount': 710_000}]
        )
        self.assertEqual(decision.line_ids.commendation_id.prize_amount, 710_000)

    def test_figures_entered_after_drafting_are_used(self):
        draft = self._drafted(self.nominations[0])
        self._common('base_salary').value = 2_530_000
        draft.with_user(self.manager).action_issue()
        self.assertEqual(draft.prize_total, 760_000)

    def test_no_coefficient_in_force(self):
        self._coefficient(0.3, day=fields.Date.today() + timedelta(days=1))
        draft = self._drafted(self.nominations[0])
        self.assertEqual(draft.prize_total, 0)
        with self._refused(r'no "Prize coefficient" in force .* \(Individual\).*untick the prize'):
            draft.with_user(self.manager).action_issue()
        draft.has_prize = False
        draft.with_user(self.manager).action_issue()
        self.assertEqual((draft.state, draft.prize_total), ('issued', 0))

    def test_no_base_salary_and_no_rounding(self):
        self.env['emulation.rate'].search([('award_form_id', '=', False)]).unlink()
        with self._refused('no "Base salary" in force .*\n.*no "Rounding of prizes" in force'):
            self._issued(self.nominations[0])

    def test_only_the_kinds_that_are_named_need_a_coefficient(self):
        self._coefficient(0.6, 'collective', fields.Date.today() + timedelta(days=1))
        self.assertEqual(self._issued(self.nominations[0]).prize_total, 710_000)

    def test_without_a_prize(self):
        decision = self._effective(self.nominations[0], has_prize=False)
        self.assertRecordValues(
            decision.line_ids, [{'prize_amount': 0, 'base_salary': 0, 'coefficient': 0}]
        )
        self.assertEqual(decision.line_ids.commendation_id.prize_amount, 0)

    # Titles of one period

    def _second_title(self):
        """A draft that gives the first nominee another title, twice as dear."""
        form = self.award_form.sudo().copy({'name': 'Chiến sĩ thi đua'})
        form.kind = self.award_form.sudo().kind = 'title'
        for subject in ('individual', 'collective'):
            self._rate(
                'prize_coefficient', 0.6, '2000-01-01', award_form_id=form.id, subject=subject
            )
        second = self.award_individual.sudo().with_user(self.env.user).copy()
        second.award_form_id = form
        nomination = self.nominations[1]
        nomination.sudo().write(
            {
                'campaign_award_id': second.id,
                'employee_id': self.nominations[0].employee_id.id,
                'justification': 'Thành tích khác',
            }
        )
        return self._drafted(nomination, number='98/QĐ')

    def test_of_two_titles_the_lower_is_not_paid(self):
        higher, lower = (
            self._second_title(),
            self._drafted(self.nominations[0] + self.nominations[2]),
        )
        (higher | lower).with_user(self.manager).action_issue()
        self.assertEqual(higher.prize_total, 1_410_000)
        self.assertEqual(lower.line_ids.mapped('prize_amount'), [0, 710_000])
        self.assertIn('Chiến sĩ thi đua', ''.join(lower.message_ids.mapped('body')))

    def test_a_title_issued_before_keeps_its_figure(self):
        higher, lower = self._second_title(), self._drafted(self.nominations[0])
        lower.with_user(self.manager).action_issue()
        higher.with_user(self.manager).action_issue()
        self.assertEqual((lower.prize_total, higher.prize_total), (710_000, 1_410_000))
        self.assertIn('Giấy khen cá nhân', ''.join(higher.message_ids.mapped('body')))

    def test_commendations_are_all_paid(self):
        higher, lower = self._second_title(), self._drafted(self.nominations[0])
        (higher | lower).award_form_id.sudo().kind = 'commendation'
        (higher | lower).with_user(self.manager).action_issue()
        self.assertEqual((lower.prize_total, higher.prize_total), (710_000, 1_410_000))


@tagged('post_install', '-at_install')
class TestShippedRates(TransactionCase):
    """The catalogue holds what the law says of prizes, with its source."""

    def test_rounding_of_decree_152(self):
        rounding = self.env['emulation.rate']._on('prize_rounding', date(2025, 9, 26))
        self.assertRecordValues(
            rounding, [{'value': 10_000, 'date_from': date(2025, 7, 1), 'verification': 'verified'}]
        )
        self.assertEqual(rounding.legal_basis_id.number, '152/2025/NĐ-CP')
        self.assertIn('Điều 49', rounding.source)

    @mute_logger('odoo.sql_db')
    def test_a_rounding_belongs_to_no_award_form(self):
        form = self.env.ref('emulation_award.emulation_award_form_giay_khen')
        with self.assertRaises(CheckViolation), self.env.cr.savepoint():
            self.env['emulation.rate'].create(
                {
                    'code': 'prize_rounding',
                    'award_form_id': form.id,
                    'value': 1,
                    'date_from': '2020-01-01',
                }
            )

    def test_the_seed_on_its_day(self):
        day = date(2025, 9, 26)
        form = self.env.ref('emulation_award.emulation_award_form_giay_khen')
        rates = self.env['emulation.rate']
        salary, multiple = (
            int(rates._value_on(code, day)) for code in ('base_salary', 'prize_rounding')
        )
        prizes = [
            prize(exact(rates._value_on('prize_coefficient', day, form, who)), salary, multiple)
            for who in ('individual', 'collective')
        ]
        self.assertEqual(prizes, [710_000, 1_410_000])
