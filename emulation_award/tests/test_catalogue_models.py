from datetime import date

from psycopg2.errors import CheckViolation, UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .test_catalogue import FIRST_DAY_OF_152, LAST_DAY_OF_98, SOURCED_MODELS, CatalogueCase


@tagged('post_install', '-at_install')
class TestRate(CatalogueCase):
    def test_a_later_rate_serves_from_its_first_day(self):
        form = self.form('giay_khen')
        self.env['emulation.rate'].create(
            {
                'award_form_id': form.id,
                'subject': 'individual',
                'value': 0.5,
                'date_from': date(2030, 1, 1),
            }
        )
        self.assertEqual(self.coefficient('giay_khen', 'individual', date(2029, 12, 31)), 0.3)
        self.assertEqual(self.coefficient('giay_khen', 'individual', date(2030, 1, 1)), 0.5)

    def test_a_rate_for_both_subjects_yields_to_the_one_for_the_subject(self):
        form = self.form('giay_khen_party')
        day = date(2025, 7, 1)
        self.env['emulation.rate'].create(
            [
                {'award_form_id': form.id, 'value': 0.2, 'date_from': day},
                {
                    'award_form_id': form.id,
                    'subject': 'collective',
                    'value': 0.4,
                    'date_from': day,
                },
            ]
        )
        self.assertEqual(self.coefficient('giay_khen_party', 'individual', day), 0.2)
        self.assertEqual(self.coefficient('giay_khen_party', 'collective', day), 0.4)

    def test_one_rate_per_day(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
            self.env['emulation.rate'].create(
                {'code': 'base_salary', 'value': 1, 'date_from': date(2024, 7, 1)}
            )

    def test_a_coefficient_needs_its_award_form(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(CheckViolation):
            self.env['emulation.rate'].create(
                {'code': 'prize_coefficient', 'value': 1, 'date_from': date(2024, 7, 1)}
            )

    def test_a_rate_of_another_company_is_hidden(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        form = self.form('giay_khen').copy({'company_id': other.id})
        hidden = self.env['emulation.rate'].create(
            {
                'award_form_id': form.id,
                'subject': 'individual',
                'value': 9,
                'date_from': date(2025, 7, 1),
            }
        )
        rates = self.env['emulation.rate'].with_user(self.office)
        seen = rates.search([('date_from', '=', date(2025, 7, 1))])
        self.assertNotIn(hidden.id, seen.ids)
        self.assertIn(self.ref('emulation_rate_giay_khen_individual_decree_152').id, seen.ids)


@tagged('post_install', '-at_install')
class TestLegalBasis(CatalogueCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.env['emulation.legal.basis'].create(
            {
                'kind': 'plan',
                'number': '134/KH-UBND',
                'title': 'về phát động phong trào thi đua',
                'issuer': 'UBND tỉnh',
                'date_issued': date(2025, 5, 15),
            }
        )

    def test_is_named_as_documents_refer_to_it(self):
        self.assertEqual(
            self.plan.display_name, 'Kế hoạch số 134/KH-UBND ngày 15/5/2025 của UBND tỉnh'
        )

    def test_is_cited_with_its_subject(self):
        self.assertEqual(
            self.plan.citation,
            'Kế hoạch số 134/KH-UBND ngày 15/5/2025 của UBND tỉnh về phát động phong trào thi đua',
        )

    def test_is_named_in_vietnamese_whatever_the_language_of_the_user(self):
        self.env['res.lang']._activate_lang('fr_FR')
        self.assertTrue(self.plan.with_context(lang='fr_FR').display_name.startswith('Kế hoạch số'))

    def test_a_law_is_cited_by_its_name_alone(self):
        law = self.basis('law_06_2022')
        self.assertEqual(law.citation, 'Luật Thi đua, khen thưởng')
        self.assertEqual(
            law.display_name, 'Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022'
        )

    def test_in_force_counts_the_first_and_the_last_day(self):
        both = self.basis('decree_98_2023') + self.basis('decree_152_2025')
        old, new = both
        self.assertEqual(both._in_force_on(date(2023, 12, 31)), both.browse())
        self.assertEqual(both._in_force_on(date(2024, 1, 1)), old)
        self.assertEqual(both._in_force_on(LAST_DAY_OF_98), old)
        self.assertEqual(both._in_force_on(FIRST_DAY_OF_152), new)

    def test_without_effective_date_it_is_in_force_from_its_issue(self):
        self.assertFalse(self.plan._in_force_on(date(2025, 5, 14)))
        self.assertTrue(self.plan._in_force_on(date(2025, 5, 15)))

    def test_lapsed_ones_are_flagged_and_found(self):
        old, new = self.basis('decree_98_2023'), self.basis('decree_152_2025')
        bases = self.env['emulation.legal.basis']
        self.assertEqual((old.is_lapsed, new.is_lapsed, self.plan.is_lapsed), (True, False, False))
        domain = [('id', 'in', (old + new + self.plan).ids)]
        self.assertEqual(bases.search([*domain, ('is_lapsed', '=', True)]), old)
        self.assertEqual(
            set(bases.search([*domain, ('is_lapsed', '=', False)]).ids), {new.id, self.plan.id}
        )

    def test_cannot_lapse_before_it_takes_effect(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(CheckViolation):
            self.plan.write({'effective_from': date(2025, 6, 1), 'effective_to': date(2025, 5, 31)})


@tagged('post_install', '-at_install')
class TestVerification(CatalogueCase):
    def setUp(self):
        super().setUp()
        self.rate = self.ref('emulation_rate_base_salary_2026').with_user(self.manager)

    def test_a_manager_marks_a_rate_as_checked_in_the_own_name(self):
        self.rate.action_mark_checked()
        self.assertEqual(self.rate.verification, 'verified')
        self.assertEqual(self.rate.checked_by_id, self.manager)
        self.assertTrue(self.rate.checked_on)

    def test_a_changed_figure_needs_checking_again(self):
        self.rate.action_mark_checked()
        self.rate.value = 2_600_000
        self.assertEqual(self.rate.verification, 'needs_checking')
        self.assertFalse(self.rate.checked_by_id)

    def test_a_remark_leaves_the_check_alone(self):
        self.rate.action_mark_checked()
        self.rate.source = 'Công báo'
        self.assertEqual(self.rate.verification, 'verified')

    def test_nothing_is_checked_against_no_source(self):
        self.rate.source = False
        with self.assertRaisesRegex(UserError, 'source'):
            self.rate.action_mark_checked()

    def test_the_name_of_who_checked_cannot_be_forged(self):
        self.rate.write({'verification': 'verified', 'checked_by_id': self.office.id})
        self.assertEqual(self.rate.checked_by_id, self.manager)
        self.rate.write({'checked_by_id': self.office.id})
        self.assertEqual(self.rate.checked_by_id, self.manager)

    def test_a_mark_can_be_withdrawn(self):
        self.rate.action_mark_checked()
        self.rate.action_mark_unchecked()
        self.assertEqual(self.rate.verification, 'needs_checking')
        self.assertFalse(self.rate.checked_on)

    def test_a_verified_record_entered_by_hand_names_who_entered_it(self):
        form = self.env['emulation.award.form'].with_user(self.office)
        created = form.create(
            {
                'name': 'Giấy khen (test)',
                'authority_id': self.ref('emulation_authority_head').id,
                'verification': 'verified',
            }
        )
        self.assertEqual(created.checked_by_id, self.office)


@tagged('post_install', '-at_install', 'security')
class TestCatalogueAccess(CatalogueCase):
    def test_everybody_reads_the_catalogue(self):
        for model in SOURCED_MODELS:
            with self.subTest(model=model):
                self.shipped(model).with_user(self.staff).read(['source'])

    def test_only_the_office_changes_it(self):
        for user in (self.staff, self.leader_a, self.member, self.auditor):
            for model in SOURCED_MODELS:
                with self.subTest(user=user.login, model=model), self.assertRaises(AccessError):
                    self.shipped(model)[:1].with_user(user).action_mark_checked()

    def test_the_office_does_not_delete(self):
        with self.assertRaises(AccessError):
            self.ref('emulation_rate_base_salary_2023').with_user(self.office).unlink()

    def test_the_manager_deletes(self):
        rate = self.ref('emulation_rate_base_salary_2023').with_user(self.manager)
        rate.unlink()
        self.assertFalse(rate.exists())
