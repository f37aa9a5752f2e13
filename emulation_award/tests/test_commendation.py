from datetime import date

from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import EmulationCommon


class CommendationCase(EmulationCommon):
    def award(self, holder, **vals):
        field = {
            'hr.employee': 'employee_id',
            'emulation.unit': 'unit_id',
            'res.partner': 'partner_id',
        }[holder._name]
        return self.env['emulation.commendation'].create(
            {
                field: holder.id,
                'award_name': 'Giấy khen',
                'company_id': self.company.id,
                **vals,
            }
        )


@tagged('post_install', '-at_install')
class TestCommendation(CommendationCase):
    def test_the_name_of_the_holder_is_the_one_of_that_time(self):
        award = self.award(self.people_a[0])
        name = self.people_a[0].name
        self.people_a[0].name = 'Nguyễn Đổi Tên'
        award.citation = 'Sửa nội dung'
        self.assertEqual(award.holder_name, name)

    def test_each_kind_of_holder_is_named(self):
        partner = self.env['res.partner'].create({'name': ' Công ty  Hữu Nghị '})
        awards = [self.award(holder) for holder in (self.people_a[0], self.unit_a, partner)]
        self.assertEqual(
            [(award.holder_kind, award.holder_name) for award in awards],
            [
                ('employee', self.people_a[0].name),
                ('unit', 'Phòng Alpha'),
                ('partner', 'Công ty Hữu Nghị'),
            ],
        )

    def test_an_award_has_one_holder(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(CheckViolation):
            self.award(self.unit_a, employee_id=self.people_a[0].id)

    def test_an_award_has_a_holder(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(CheckViolation):
            self.env['emulation.commendation'].create(
                {'award_name': 'Giấy khen', 'holder_name': 'Vũ An'}
            )

    def test_the_award_is_worded_from_the_catalogue_and_kept(self):
        form = self.env.ref('emulation_award.emulation_award_form_bang_khen_province').copy()
        award = self.env['emulation.commendation'].create(
            {
                'unit_id': self.unit_a.id,
                'award_form_id': form.id,
                'company_id': self.company.id,
            }
        )
        form.name = 'Bằng khen (tên mới)'
        self.assertEqual(award.award_name, 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh')
        self.assertEqual(award.authority_name, 'Chủ tịch Ủy ban nhân dân tỉnh')

    def test_the_year_is_that_of_the_decision(self):
        award = self.award(self.unit_a, decision_date=date(2024, 12, 31))
        self.assertEqual(award.year, 2024)
        award.decision_date = date(2025, 1, 1)
        self.assertEqual(award.year, 2025)

    def test_without_a_date_there_is_no_year(self):
        award = self.award(self.unit_a, decision_date=date(2024, 12, 31))
        award.decision_date = False
        self.assertFalse(award.year)
        self.assertEqual(award.display_name, 'Giấy khen – Phòng Alpha')

    def test_holders_sort_by_given_name_in_vietnamese_order(self):
        names = ['Vũ Đặng', 'Vũ Ân', 'Lê Dũng', 'Vũ An', 'Lê Đào', 'Lê Ăn', 'Vũ Ánh']
        people = self.env['hr.employee'].create(
            [{'name': name, 'company_id': self.company.id} for name in names]
        )
        for employee in people:
            self.award(employee)
        awards = self.env['emulation.commendation'].search(
            [('employee_id', 'in', people.ids)], order='holder_name'
        )
        self.assertEqual(
            awards.mapped('holder_name'),
            ['Vũ An', 'Vũ Ánh', 'Lê Ăn', 'Vũ Ân', 'Lê Dũng', 'Lê Đào', 'Vũ Đặng'],
        )

    def test_bodies_sort_from_their_first_word_on(self):
        body, person = self.env['res.partner'].create(
            [
                {'name': 'Công ty Ánh', 'is_company': True},
                {'name': 'Vũ Biên', 'is_company': False},
            ]
        )
        awards = self.award(self.unit_a) + self.award(person) + self.award(body)
        found = self.env['emulation.commendation'].search(
            [('id', 'in', awards.ids)], order='holder_name'
        )
        self.assertEqual(found.mapped('holder_name'), ['Vũ Biên', 'Công ty Ánh', 'Phòng Alpha'])

    def test_the_office_enters_an_older_award_in_the_form(self):
        form = Form(
            self.env['emulation.commendation'].with_user(self.office),
            'emulation_award.emulation_commendation_view_form',
        )
        form.employee_id = self.people_a[2]
        form.award_name = 'Lao động tiên tiến'
        form.decision_date = date(2023, 1, 5)
        award = form.save()
        self.assertRecordValues(
            award,
            [
                {
                    'holder_name': self.people_a[2].name,
                    'year': 2023,
                    'state': 'valid',
                    'is_imported': True,
                }
            ],
        )

    def test_held_by_gives_each_holder_its_valid_awards_oldest_first(self):
        late = self.award(self.people_a[0], decision_date=date(2025, 3, 1))
        early = self.award(self.people_a[0], decision_date=date(2021, 3, 1))
        revoked = self.award(self.people_a[0], decision_date=date(2022, 3, 1))
        revoked._revoke('45/QĐ', date(2023, 1, 1), 'Kê khai sai')
        collective = self.award(self.unit_a)
        self.award(self.people_a[5])
        held = self.env['emulation.commendation']._held_by(
            employees=self.people_a[:2], units=self.unit_a
        )
        self.assertEqual(
            held,
            {
                self.people_a[0]: early + late,
                self.people_a[1]: late.browse(),
                self.unit_a: collective,
            },
        )

    def test_held_by_a_day_leaves_out_later_awards(self):
        self.award(self.people_a[0], decision_date=date(2025, 8, 16))
        same_day = self.award(self.people_a[0], decision_date=date(2025, 8, 15))
        undated = self.award(self.people_a[0])
        held = self.env['emulation.commendation']._held_by(
            employees=self.people_a[0], until=date(2025, 8, 15)
        )
        self.assertEqual(held[self.people_a[0]], same_day + undated)

    def test_held_by_costs_the_same_for_one_and_for_many(self):
        for employee in self.people_a:
            self.award(employee)

        def queries(employees):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env['emulation.commendation']._held_by(employees=employees, units=self.unit_a)
            return self.env.cr.sql_log_count - before

        self.assertEqual(queries(self.people_a[:1]), queries(self.people_a))


@tagged('post_install', '-at_install')
class TestRevocation(CommendationCase):
    def setUp(self):
        super().setUp()
        self.held = self.award(self.people_a[0]).with_user(self.office)

    def revoke(self, awards):
        wizard = (
            self.env['emulation.commendation.revoke']
            .with_user(self.office)
            .with_context(active_ids=awards.ids)
            .create({'document': '45/QĐ-BQL', 'reason': 'Kê khai sai thành tích'})
        )
        wizard.action_confirm()

    def journal(self, event):
        entries = self.env['emulation.journal'].search([('event', '=', event)])
        return entries.filtered(lambda entry: entry.res_id == self.held.id)

    def test_a_revoked_award_stays_with_its_reason(self):
        self.revoke(self.held)
        self.assertRecordValues(
            self.held,
            [
                {
                    'state': 'revoked',
                    'revocation_document': '45/QĐ-BQL',
                    'revocation_reason': 'Kê khai sai thành tích',
                }
            ],
        )

    def test_revocation_is_journaled(self):
        self.revoke(self.held)
        entry = self.journal('commendation.revoked')
        self.assertEqual(entry.user_id, self.office)
        self.assertIn('45/QĐ-BQL', entry.payload)

    def test_is_revoked_once(self):
        self.revoke(self.held)
        with self.assertRaisesRegex(UserError, 'already revoked'):
            self.revoke(self.held)

    def test_a_mistaken_revocation_is_undone_and_both_are_journaled(self):
        self.revoke(self.held)
        self.held.action_reinstate()
        self.assertEqual(self.held.state, 'valid')
        self.assertFalse(self.held.revocation_document)
        self.assertEqual(len(self.journal('commendation.reinstated')), 1)

    def test_a_valid_award_is_not_made_valid_again(self):
        with self.assertRaisesRegex(UserError, 'not revoked'):
            self.held.action_reinstate()

    def test_the_status_is_not_written_past_the_operation(self):
        with self.assertRaises(UserError):
            self.held.write({'state': 'revoked'})

    def test_an_award_is_not_created_revoked(self):
        awards = self.env['emulation.commendation'].with_user(self.office)
        vals = {'unit_id': self.unit_a.id, 'award_name': 'Giấy khen'}
        with self.assertRaises(UserError):
            awards.create({**vals, 'state': 'revoked'})
        created = awards.with_context(default_state='revoked').create(vals)
        self.assertEqual(created.state, 'valid')

    def test_older_records_are_deleted_by_the_manager_only(self):
        with self.assertRaises(AccessError):
            self.held.unlink()
        self.held.with_user(self.manager).unlink()
        self.assertFalse(self.held.exists())

    def test_a_decided_award_is_not_deleted(self):
        self.held.sudo().is_imported = False
        with self.assertRaisesRegex(UserError, 'Revoke'):
            self.held.with_user(self.manager).unlink()
