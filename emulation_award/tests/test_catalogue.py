from datetime import date, timedelta
from fractions import Fraction

from odoo.tests import tagged

from .common import EmulationCommon

SOURCED_MODELS = (
    'emulation.authority',
    'emulation.award.form',
    'emulation.employee.category',
    'emulation.legal.basis',
    'emulation.rate',
    'emulation.report.form',
)
LAST_DAY_OF_98 = date(2025, 6, 30)
FIRST_DAY_OF_152 = date(2025, 7, 1)


class CatalogueCase(EmulationCommon):
    def ref(self, name):
        return self.env.ref(f'emulation_award.{name}')

    def form(self, name):
        return self.ref(f'emulation_award_form_{name}')

    def basis(self, name):
        return self.ref(f'emulation_legal_basis_{name}')

    def shipped(self, model):
        """The records of the catalogue itself; a database with demo data holds others as well."""
        data = self.env['ir.model.data'].search(
            [
                ('module', '=', 'emulation_award'),
                ('model', '=', model),
                ('name', '=like', f'{model.replace(".", "_")}_%'),
            ]
        )
        return self.env[model].browse(data.mapped('res_id'))

    def coefficient(self, form, subject, day):
        return self.env['emulation.rate']._value_on(
            'prize_coefficient', day, self.form(form), subject
        )

    def prize(self, form, subject, day):
        """The prize in đồng before rounding up: coefficient times base salary, exactly."""
        salary = self.env['emulation.rate']._value_on('base_salary', day)
        return Fraction(str(self.coefficient(form, subject, day))) * Fraction(str(salary))


@tagged('post_install', '-at_install')
class TestShippedCatalogue(CatalogueCase):
    def test_every_shipped_record_says_where_it_was_read(self):
        for model in SOURCED_MODELS:
            with self.subTest(model=model):
                shipped = self.shipped(model)
                self.assertTrue(shipped)
                self.assertFalse(shipped.filtered(lambda record: not record.source))

    def test_nobody_is_named_as_having_checked_shipped_records(self):
        for model in SOURCED_MODELS:
            self.assertFalse(self.shipped(model).checked_by_id)

    def test_what_was_only_read_second_hand_needs_checking(self):
        unsure = (
            self.ref('emulation_rate_base_salary_2023')
            + self.ref('emulation_rate_base_salary_2026')
            + self.ref('emulation_rate_giay_khen_individual_decree_98')
            + self.ref('emulation_rate_giay_khen_collective_decree_98')
        )
        self.assertEqual(set(unsure.mapped('verification')), {'needs_checking'})
        self.assertEqual(
            set(self.shipped('emulation.report.form').mapped('verification')), {'needs_checking'}
        )
        self.assertEqual(self.basis('law_06_2026').verification, 'needs_checking')

    def test_what_was_read_in_a_good_source_is_verified(self):
        sure = (
            self.ref('emulation_rate_base_salary_2024')
            + self.ref('emulation_rate_giay_khen_individual_decree_152')
            + self.ref('emulation_rate_bang_khen_province_collective_decree_152')
        )
        self.assertEqual(set(sure.mapped('verification')), {'verified'})
        self.assertEqual(self.basis('decree_152_2025').verification, 'verified')

    def test_base_salary_changes_on_the_first_of_july(self):
        expected = {
            date(2023, 6, 30): None,
            date(2023, 7, 1): 1_800_000,
            date(2024, 6, 30): 1_800_000,
            date(2024, 7, 1): 2_340_000,
            date(2026, 6, 30): 2_340_000,
            date(2026, 7, 1): 2_530_000,
        }
        rate = self.env['emulation.rate']
        for day, salary in expected.items():
            with self.subTest(day=day):
                self.assertEqual(rate._value_on('base_salary', day), salary)

    def test_coefficients_of_decree_152(self):
        expected = {
            ('giay_khen', 'individual'): 0.3,
            ('giay_khen', 'collective'): 0.6,
            ('giay_khen_commune', 'individual'): 0.3,
            ('giay_khen_commune', 'collective'): 0.6,
            ('bang_khen_province', 'individual'): 1.5,
            ('bang_khen_province', 'collective'): 3.0,
            ('bang_khen_prime_minister', 'individual'): 3.5,
            ('bang_khen_prime_minister', 'collective'): 7.0,
            ('ldtt', 'individual'): 0.3,
            ('cstdcs', 'individual'): 1.0,
            ('cstd_province', 'individual'): 3.0,
            ('cstd_national', 'individual'): 4.5,
            ('ttldtt', 'collective'): 0.8,
            ('ttldxs', 'collective'): 1.5,
            ('flag_province', 'collective'): 8.0,
            ('flag_government', 'collective'): 12.0,
        }
        rates = self.shipped('emulation.rate').filtered(
            lambda rate: rate.date_from == FIRST_DAY_OF_152 and rate.code == 'prize_coefficient'
        )
        self.assertEqual(len(rates), len(expected))
        for (form, subject), coefficient in expected.items():
            with self.subTest(form=form, subject=subject):
                self.assertEqual(self.coefficient(form, subject, FIRST_DAY_OF_152), coefficient)

    def test_commune_coefficient_rises_with_decree_152(self):
        day_before = self.coefficient('giay_khen_commune', 'individual', LAST_DAY_OF_98)
        first_day = self.coefficient('giay_khen_commune', 'individual', FIRST_DAY_OF_152)
        self.assertEqual((day_before, first_day), (0.15, 0.3))

    def test_coefficients_of_decree_98_serve_until_its_last_day(self):
        rate = self.env['emulation.rate']._on(
            'prize_coefficient', LAST_DAY_OF_98, self.form('giay_khen'), 'individual'
        )
        self.assertEqual(rate.legal_basis_id, self.basis('decree_98_2023'))
        self.assertEqual(rate.value, 0.3)

    def test_worked_amounts(self):
        before, after = date(2026, 6, 30), date(2026, 7, 1)
        expected = {
            ('giay_khen', 'individual', before): 702_000,
            ('giay_khen', 'collective', before): 1_404_000,
            ('bang_khen_province', 'individual', before): 3_510_000,
            ('bang_khen_province', 'collective', before): 7_020_000,
            ('giay_khen', 'individual', after): 759_000,
            ('giay_khen', 'collective', after): 1_518_000,
            ('bang_khen_province', 'individual', after): 3_795_000,
            ('bang_khen_province', 'collective', after): 7_590_000,
        }
        for (form, subject, day), amount in expected.items():
            with self.subTest(form=form, subject=subject, day=day):
                self.assertEqual(self.prize(form, subject, day), amount)

    def test_party_awards_have_no_coefficient(self):
        self.assertIsNone(self.coefficient('giay_khen_party', 'individual', FIRST_DAY_OF_152))

    def test_legal_vote_thresholds(self):
        thresholds = {
            form.code: form.threshold_percent
            for form in self.shipped('emulation.award.form')
            if form.threshold_percent
        }
        self.assertEqual(
            thresholds, {'CSTĐCS': 80, 'CTĐT': 80, 'CTĐCP': 80, 'CSTĐT': 90, 'CSTĐTQ': 90}
        )

    def test_every_threshold_names_its_rule(self):
        with_threshold = self.shipped('emulation.award.form').filtered('threshold_percent')
        self.assertTrue(all(with_threshold.mapped('threshold_basis')))

    def test_decree_98_lapses_the_day_before_decree_152_takes_effect(self):
        old, new = self.basis('decree_98_2023'), self.basis('decree_152_2025')
        self.assertEqual(old.effective_to + timedelta(days=1), new.effective_from)
        self.assertEqual(old.replaced_by_id, new)

    def test_form_08_exists_for_both_decrees_with_their_own_subtitle(self):
        old = self.ref('emulation_report_form_08_decree_98')
        new = self.ref('emulation_report_form_08_decree_152')
        self.assertEqual((old.name, new.name), ('Mẫu số 08', 'Mẫu số 08'))
        self.assertNotEqual(old.subtitle, new.subtitle)
        self.assertEqual(old.display_name, 'Mẫu số 08 – Nghị định 98/2023/NĐ-CP')

    def test_each_subject_reads_three_parts_in_order(self):
        form = self.ref('emulation_report_form_08_decree_98')
        for subject in ('individual', 'collective'):
            with self.subTest(subject=subject):
                parts = form.section_ids.filtered(
                    lambda section, who=subject: section.subject in (who, 'both')
                )
                self.assertEqual(parts.mapped('numeral'), ['I.', 'II.', '1.', '2.', '3.', 'III.'])
                self.assertEqual(parts.mapped('kind'), ['identity', *['text'] * 4, 'prior_awards'])
                self.assertFalse(parts[-1].mandatory)
