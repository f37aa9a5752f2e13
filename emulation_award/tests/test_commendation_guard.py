"""Awards entered without a decision kept here: which are taken, by whom, with what trace."""

import base64
import json
import unicodedata
from datetime import timedelta

from psycopg2.errors import CheckViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .decision_common import DecisionCommon
from .import_common import workbook


class GuardCommon(DecisionCommon):
    """An effective decision of the own authority is kept here; what else is entered by hand."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.decision = cls._effective().sudo()
        cls.day = cls.decision.decision_date
        cls.awards = cls.env['emulation.commendation'].with_user(cls.office)
        cls.printer = cls.env['emulation.certificate.printer'].create({'name': 'Máy in thử'})

    def _typed(self, **vals):
        return {
            'employee_id': self.people_a[7].id,
            'award_form_id': self.award_form.id,
            'company_id': self.company.id,
            **vals,
        }

    def _before(self, **days):
        return self.day - timedelta(**(days or {'days': 400}))

    def _journaled(self, event, award):
        entries = self.env['emulation.journal'].search(
            [('event', '=', event), ('res_model', '=', award._name), ('res_id', '=', award.id)]
        )
        return [json.loads(entry.payload) for entry in entries]


@tagged('post_install', '-at_install')
class TestEnteredByHand(GuardCommon):
    def test_the_number_of_a_decision_is_taken(self):
        number = self.decision.number
        for vals in (
            {'decision_number': number, 'decision_date': self.day},
            {'decision_number': f' 0{number.lower()}', 'decision_date': self.day},
            {'decision_number': f'{number}\u200b', 'year_only': self.day.year},
            {'decision_number': number},
        ):
            for user in (self.office, self.manager):
                with (
                    self.subTest(vals, user=user.login),
                    self.assertRaisesRegex(UserError, 'number of decision'),
                ):
                    self.awards.with_user(user).create(self._typed(**vals))

    def test_nor_is_it_given_afterwards(self):
        award = self.awards.create(self._typed(decision_date=self._before()))
        with self.assertRaisesRegex(UserError, 'number of decision'):
            award.write({'decision_number': self.decision.number, 'decision_date': self.day})

    def test_nor_without_the_catalogue(self):
        vals = {'award_form_id': False, 'award_name': 'Giấy khen', 'decision_date': self.day}
        number = self.decision.number
        for named in (False, self.authority.name):
            with self.subTest(named), self.assertRaisesRegex(UserError, 'number of decision'):
                self.awards.create(
                    self._typed(**vals, authority_name=named, decision_number=number)
                )

    def test_the_same_number_of_another_year_or_authority_is_another(self):
        number = self.decision.number
        earlier = self.awards.create(
            self._typed(decision_number=number, decision_date=self._before())
        )
        other = self.awards.create(
            self._typed(
                award_form_id=False,
                award_name='Bằng khen',
                authority_name='Chủ tịch UBND tỉnh',
                decision_number=number,
                decision_date=self.day,
            )
        )
        self.assertEqual((earlier | other).mapped('state'), ['valid', 'valid'])

    def test_since_decisions_are_kept_here_a_manager_enters(self):
        for vals in (
            {'decision_date': self.day},
            {'year_only': self.day.year},
            {},
        ):
            with self.subTest(vals):
                with self.assertRaisesRegex(UserError, 'have a manager enter'):
                    self.awards.create(self._typed(decision_number='5/QĐ-KHAC', **vals))
                entered = self.awards.with_user(self.manager).create(
                    self._typed(decision_number='5/QĐ-KHAC', **vals)
                )
                self.assertEqual(entered.state, 'valid')
                # Nor does the Office make it somebody else's afterwards.
                with self.assertRaisesRegex(UserError, 'have a manager enter'):
                    entered.with_user(self.office).write(
                        {'employee_id': self.people_a[6].id, 'decision_date': self._before()}
                    )

    def test_until_then_the_office_enters(self):
        award = self.awards.create(self._typed(decision_date=self._before(days=1)))
        self.assertEqual(award.state, 'valid')

    def test_of_no_day_to_come_and_of_no_impossible_year(self):
        tomorrow = fields.Date.today() + timedelta(days=2)
        for vals in (
            {'decision_date': tomorrow},
            {'decision_date': '2099-01-01'},
            {'year_only': 2099},
            {'year_only': -5},
            {'decision_date': '1900-01-01'},
        ):
            for user in (self.office, self.manager):
                with self.subTest(vals), self.assertRaisesRegex(UserError, 'Correct the'):
                    self.awards.with_user(user).create(self._typed(**vals))

    def test_a_prize_beyond_what_can_be_kept_is_refused_in_words(self):
        vals = self._typed(decision_date=self._before())
        with self.assertRaisesRegex(UserError, r'at most 2\.147\.483\.647'):
            self.awards.create({**vals, 'prize_amount': 3_000_000_000})
        award = self.awards.create({**vals, 'prize_amount': 2_147_483_647})
        with self.assertRaisesRegex(UserError, r'at most 2\.147\.483\.647'):
            award.write({'prize_amount': 2_147_483_648})
        self.assertTrue(self.awards.search([('prize_amount', '<', 3_000_000_000)]))

    def test_an_award_is_held_by_whom_it_is_for(self):
        day = self._before()
        for_units = self.award_form.copy({'name': 'Tập thể (thử)', 'subject': 'collective'})
        for_people = self.award_form.copy({'name': 'Chiến sĩ (thử)', 'subject': 'individual'})
        body = self.env['res.partner'].create({'name': 'Công ty', 'is_company': True})
        contact = self.env['res.partner'].create({'name': 'Hộ ông Vi'})
        person, unit = {'employee_id': self.people_a[7].id}, {'unit_id': self.unit_a.id}
        nobody = dict.fromkeys(('employee_id', 'unit_id', 'partner_id'), False)
        for form, holder in (
            *((for_units, person), (for_people, unit)),
            (for_people, {'partner_id': body.id}),
        ):
            for user in (self.office, self.manager):
                vals = self._typed(**{**nobody, **holder}, award_form_id=form.id, decision_date=day)
                with (
                    self.subTest(form=form.name, holder=holder),
                    self.assertRaisesRegex(UserError, 'is not for'),
                ):
                    self.awards.with_user(user).create(vals)
        for form, holder in (
            *((for_units, unit), (for_people, person), (self.award_form, unit)),
            *((for_units, {'partner_id': one.id}) for one in (body, contact)),
            (for_people, {'partner_id': contact.id}),
        ):
            vals = self._typed(**{**nobody, **holder}, award_form_id=form.id, decision_date=day)
            self.assertTrue(self.awards.create(vals))

    def test_nor_is_it_made_so_afterwards(self):
        award = self.awards.create(self._typed(decision_date=self._before()))
        for_units = self.award_form.copy({'name': 'Tập thể (thử)', 'subject': 'collective'})
        with self.assertRaisesRegex(UserError, 'is not for individuals'):
            award.write({'award_form_id': for_units.id})
        # What was taken before it was asked for stays, and so does what a decision awarded.
        award.sudo().award_form_id = for_units
        award.write({'citation': 'Sửa lời'})
        self.assertEqual(award.citation, 'Sửa lời')

    def test_a_name_is_found_however_it_is_typed(self):
        apart = unicodedata.normalize('NFD', 'Nguyễn Thị Ễn')
        award = self.awards.create(
            self._typed(decision_date=self._before(), holder_name=f' {apart}  Hai')
        )
        self.assertEqual(award.holder_name, 'Nguyễn Thị Ễn Hai')
        for text in ('Nguyễn Thị Ễn', apart):
            for domain in (
                [('holder_name', 'ilike', text)],
                ['!', ('holder_name', 'not ilike', text)],
                [('display_name', 'ilike', text)],
            ):
                with self.subTest(domain):
                    self.assertIn(award, self.awards.search(domain))
            self.assertNotIn(award, self.awards.search([('holder_name', 'not ilike', text)]))
            self.assertIn(award.id, [found[0] for found in self.awards.name_search(text)])
            for record in (self.people_a[7], self.unit_a):
                record.name = 'Nguyễn Thị Ễn Ba'
                self.assertIn(record, record.search([('name', 'ilike', text)]))

    def test_no_prize_is_less_than_nothing(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(CheckViolation):
            self.awards.create(self._typed(decision_date=self._before(), prize_amount=-5))

    def test_what_follows_is_never_written(self):
        decided = self.decision.line_ids.commendation_id[:1].with_user(self.office)
        older = self.awards.create(self._typed(decision_date=self._before()))
        for award in (decided, older):
            for vals in (
                {'year': 1999},
                {'holder_kind': 'unit'},
                {'holder_sort_key': 'x'},
                {'import_source': 'x'},
                {'create_uid': 1},
            ):
                with self.subTest(vals), self.assertRaises(UserError):
                    award.write(vals)
        for vals in ({'year_only': 1999}, {'citation': 'x'}, {'company_id': self.company.id}):
            with self.subTest(vals), self.assertRaisesRegex(UserError, 'a decision words this'):
                decided.write(vals)

    def test_what_follows_is_not_forged_by_defaults(self):
        forged = self.awards.with_context(default_year=1999, default_holder_kind='unit')
        award = forged.create(self._typed(decision_date=self._before()))
        self.assertEqual((award.year, award.holder_kind), (self._before().year, 'employee'))

    def test_people_may_still_discuss_a_decided_award(self):
        decided = self.decision.line_ids.commendation_id[:1].with_user(self.office)
        decided.message_post(body='Đã trao')
        self.assertTrue(decided.message_ids)


@tagged('post_install', '-at_install')
class TestTrace(GuardCommon):
    def test_what_is_entered_is_journaled(self):
        award = self.awards.create(
            self._typed(decision_date=self._before(), decision_number='5/QĐ', prize_amount=300_000)
        )
        [payload] = self._journaled('commendation.added', award)
        told = payload['new']
        self.assertEqual(
            (told['holder_name'], told['decision_number'], told['prize_amount']),
            (award.holder_name, '5/QĐ', 300_000),
        )

    def test_what_is_changed_is_journaled_with_what_it_was(self):
        award = self.awards.create(self._typed(decision_date=self._before(), citation='Một'))
        award.write({'citation': 'Hai', 'decision_number': '6/QĐ', 'prize_amount': 0})
        [payload] = self._journaled('commendation.edited', award)
        self.assertEqual(payload['old'], {'citation': 'Một', 'decision_number': ''})
        self.assertEqual(payload['new'], {'citation': 'Hai', 'decision_number': '6/QĐ'})

    def test_what_changes_nothing_is_not_journaled(self):
        award = self.awards.create(self._typed(decision_date=self._before(), citation='Một'))
        award.write({'citation': 'Một'})
        self.assertEqual(self._journaled('commendation.edited', award), [])

    def test_what_is_deleted_is_journaled(self):
        award = self.awards.create(self._typed(decision_date=self._before(), citation='Một'))
        name = award.holder_name
        award.with_user(self.manager).unlink()
        [payload] = self._journaled('commendation.deleted', award)
        self.assertEqual((payload['old']['citation'], payload['old']['holder_name']), ('Một', name))

    def test_many_cost_the_same(self):
        counts = []
        for count in (10, 40):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            awards = self.awards.create(
                [self._typed(decision_date=self._before()) for _each in range(count)]
            )
            awards.write({'citation': f'{count}'})
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0])


@tagged('post_install', '-at_install')
class TestImportedBesideDecisions(GuardCommon):
    def _checked(self, user, *rows):
        headings = ['Họ và tên', 'Hình thức khen thưởng', 'Số quyết định', 'Ngày quyết định', 'Năm']
        wizard = (
            self.env['emulation.commendation.import']
            .with_user(user)
            .create(
                {
                    'company_id': self.company.id,
                    'file': base64.b64encode(workbook(rows, headings=headings)),
                    'file_name': 'so.xlsx',
                }
            )
        )
        wizard.action_check()
        return wizard.line_ids.sorted('number')

    def _row(self, number, day=None, year=None, holder=None):
        return [(holder or self.people_a[7]).name, self.award_form.name, number, day, year]

    def test_the_number_of_a_decision_is_taken(self):
        number = self.decision.number
        for user in (self.office, self.manager):
            lines = self._checked(
                user,
                self._row(number, self.day),
                self._row(number, year=self.day.year),
                self._row(number, self._before()),
            )
            self.assertEqual(lines.mapped('verdict'), ['bad', 'bad', 'good'])
            self.assertIn('number of decision', lines[0].message)

    def test_since_decisions_are_kept_here_a_manager_imports(self):
        rows = self._row('5/QĐ-KHAC', self.day), self._row('6/QĐ-KHAC', year=self.day.year)
        self.assertEqual(self._checked(self.office, *rows).mapped('verdict'), ['bad', 'bad'])
        self.assertEqual(self._checked(self.manager, *rows).mapped('verdict'), ['good', 'good'])

    def test_what_a_decision_entered_is_there_already(self):
        award = self.decision.line_ids.commendation_id[:1]
        lines = self._checked(
            self.office, self._row(self.decision.number, self.day, holder=award.employee_id)
        )
        self.assertEqual(lines.mapped('verdict'), ['duplicate'])


@tagged('post_install', '-at_install')
class TestCertificateOfOlderAwards(GuardCommon):
    def _printed(self, award, user):
        return award.with_user(user)._certificates_pdf(self.printer, 'white')

    def test_the_office_certifies_what_a_decision_awarded(self):
        decided = self.decision.line_ids.commendation_id[:1]
        self.assertTrue(self._printed(decided, self.office).startswith(b'%PDF'))

    def test_only_a_manager_certifies_anything_else(self):
        award = self.awards.create(
            self._typed(decision_date=self._before(), citation='Có thành tích')
        )
        with self.assertRaisesRegex(UserError, 'no decision kept here'):
            self._printed(award, self.office)
        with self.assertRaises(AccessError):
            self._printed(award, self.auditor)
        self.assertTrue(self._printed(award, self.manager).startswith(b'%PDF'))
