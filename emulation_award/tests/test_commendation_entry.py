"""What decisions enter in the registry, correct and revoke; and what is printed of it."""

import io
import json
from datetime import date

from psycopg2.errors import UniqueViolation
from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .nomination_common import NominationCommon


class EntryCommon(NominationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.awards = cls.env['emulation.commendation']
        cls.nomination = cls._in_state('approved')

    def enter(self, nomination=None, **vals):
        return self.awards._enter(
            [
                {
                    'nomination_id': (nomination or self.nomination).id,
                    'award_form_id': self.award_form.id,
                    'decision_number': '97/QĐ-TEST',
                    'decision_date': date(2025, 9, 26),
                    'prize_amount': 710_000,
                    'gold_book_number': 3,
                    **vals,
                }
            ]
        )

    def payload(self, event, award):
        entry = self.env['emulation.journal'].search(
            [('event', '=', event), ('res_id', '=', award.id)]
        )
        self.assertEqual(len(entry), 1)
        return json.loads(entry.payload)


@tagged('post_install', '-at_install')
class TestEntry(EntryCommon):
    def test_an_entry_says_who_the_holder_was(self):
        self.nomination.employee_id.sudo().write({'name': 'Tên Mới', 'job_title': 'Chức vụ mới'})
        award = self.enter()
        self.assertRecordValues(
            award,
            [
                {
                    'employee_id': self.nomination.employee_id.id,
                    'holder_name': self.nomination.snapshot_name,
                    'holder_position': 'Chuyên viên',
                    'holder_unit': 'Phòng Alpha',
                    'gender': 'female',
                    'is_manager': False,
                    'is_direct_labour': True,
                    'is_imported': False,
                    'company_id': self.company.id,
                    'prize_amount': 710_000,
                    'gold_book_number': 3,
                    'recovery_state': 'none',
                }
            ],
        )
        self.assertNotEqual(award.holder_name, 'Tên Mới')

    def test_the_entry_is_journaled_in_the_campaign(self):
        award = self.enter()
        payload = self.payload('commendation.entered', award)
        self.assertEqual(payload['reference'], self.nomination.reference)
        self.assertEqual(
            (payload['decision_date'], payload['prize_amount']), ('2025-09-26', 710000)
        )

    def test_a_nomination_has_one_valid_award(self):
        award = self.enter()
        with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
            self.enter()
        award._revoke('1/QĐ', date(2026, 1, 1), 'Sai')
        self.enter(decision_number='98/QĐ-TEST')

    def test_entering_many_costs_the_same(self):
        people = self.people_b
        nominations = self.env['emulation.nomination'].create(
            [self._vals(person) for person in (*people, *self.people_a[4:8])]
        )
        counts = []
        # Of both divisions each time: one, two and six.
        for some in (nominations[:1], nominations[3:5], nominations[1:3] + nominations[5:8]):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.awards._enter(
                [{'nomination_id': one.id, 'award_name': 'Giấy khen'} for one in some]
            )
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[2], counts[1])

    def test_what_a_decision_words_is_not_reworded_by_hand(self):
        award = self.enter().with_user(self.office)
        for vals in (
            {'citation': 'khác'},
            {'holder_name': 'Ai đó'},
            {'prize_amount': 1},
            {'employee_id': self.people_a[5].id},
            {'decision_number': 'x'},
            {'gender': 'male'},
            {'gold_book_number': 1},
            {'recovery_state': 'recovered'},
        ):
            with self.subTest(vals), self.assertRaises(UserError):
                award.write(vals)

    def test_an_older_record_stays_open_to_the_office(self):
        award = self.awards.create({'unit_id': self.unit_a.id, 'award_name': 'Giấy khen'})
        award.with_user(self.office).citation = 'Sửa'
        self.assertEqual(award.citation, 'Sửa')

    def test_entries_cannot_be_forged(self):
        awards = self.awards.with_user(self.office)
        vals = {'unit_id': self.unit_a.id, 'award_name': 'Giấy khen'}
        for forged in (
            {'nomination_id': self.nomination.id},
            {'is_imported': False},
            {'gold_book_number': 1},
            {'recovery_amount': 5},
        ):
            with self.subTest(forged), self.assertRaises(UserError):
                awards.create({**vals, **forged})


@tagged('post_install', '-at_install')
class TestCorrection(EntryCommon):
    def test_a_correction_keeps_what_was_there(self):
        award = self.enter(citation='Thành tích')
        award.with_user(self.manager)._correct(
            {'holder_name': 'Nguyễn Thị Đúng', 'prize_amount': 1_410_000}, '120/QĐ-TEST'
        )
        self.assertRecordValues(
            award, [{'holder_name': 'Nguyễn Thị Đúng', 'prize_amount': 1_410_000}]
        )
        payload = self.payload('commendation.corrected', award)
        self.assertEqual(payload['document'], '120/QĐ-TEST')
        self.assertEqual(
            payload['old'],
            {'holder_name': self.nomination.snapshot_name, 'prize_amount': 710_000},
        )
        self.assertEqual(payload['new']['holder_name'], 'Nguyễn Thị Đúng')

    def test_a_correction_changes_only_what_decisions_word(self):
        with self._refused('does not change'):
            self.enter()._correct({'state': 'revoked'}, '120/QĐ')

    def test_a_revoked_award_is_not_corrected(self):
        award = self.enter()
        award._revoke('1/QĐ', date(2026, 1, 1), 'Sai')
        with self._refused('already revoked'):
            award._correct({'citation': 'x'}, '120/QĐ')

    def test_nobody_else_corrects(self):
        award = self.enter()
        for user in (self.staff, self.leader_a, self.auditor, self.member):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                award.with_user(user)._correct({'citation': 'x'}, '1/QĐ')


@tagged('post_install', '-at_install')
class TestRecovery(EntryCommon):
    def recover(self, award, user=None):
        self.env['emulation.commendation.recover'].with_user(user or self.office).create(
            {'commendation_ids': award.ids, 'document': 'Phiếu thu 15', 'date': '2026-02-01'}
        ).action_confirm()

    def test_revoking_asks_the_prize_back(self):
        award = self.enter()
        award._revoke('1/QĐ', date(2026, 1, 1), 'Kê khai sai')
        self.assertRecordValues(award, [{'recovery_state': 'due', 'recovery_amount': 710_000}])
        self.recover(award)
        self.assertRecordValues(
            award,
            [
                {
                    'recovery_state': 'recovered',
                    'recovery_document': 'Phiếu thu 15',
                    'recovery_date': date(2026, 2, 1),
                }
            ],
        )
        self.assertEqual(self.payload('commendation.recovered', award)['amount'], 710_000)

    def test_without_a_prize_nothing_is_due(self):
        award = self.enter(prize_amount=0)
        award._revoke('1/QĐ', date(2026, 1, 1), 'Kê khai sai')
        self.assertEqual(award.recovery_state, 'none')
        with self._refused('no money'):
            self.recover(award)

    def test_money_comes_back_once(self):
        award = self.enter()
        award._revoke('1/QĐ', date(2026, 1, 1), 'Kê khai sai')
        self.recover(award)
        with self._refused('no money'):
            self.recover(award)

    def test_an_undone_revocation_asks_nothing_back(self):
        award = self.enter()
        award._revoke('1/QĐ', date(2026, 1, 1), 'Nhầm')
        award.action_reinstate()
        self.assertRecordValues(award, [{'recovery_state': 'none', 'recovery_amount': 0}])

    def test_awards_of_a_decision_are_revoked_by_a_decision(self):
        decision = self.env['emulation.decision'].create(
            {
                'campaign_award_id': self.award_individual.id,
                'line_ids': [(0, 0, {'nomination_id': self.nomination.id})],
            }
        )
        line = decision.line_ids
        award = self.enter(decision_line_id=line.id)
        wizard = self.env['emulation.commendation.revoke'].with_user(self.office)
        with self._refused('revoke the decision'):
            wizard.create(
                {'commendation_ids': award.ids, 'document': '1/QĐ', 'reason': 'x'}
            ).action_confirm()
        award._revoke('1/QĐ', date(2026, 1, 1), 'x')
        line.state = 'revoked'
        with self._refused('Only another decision'):
            award.with_user(self.manager).action_reinstate()
        with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
            self.enter(decision_line_id=line.id)


@tagged('post_install', '-at_install')
class TestRegistryShown(EntryCommon):
    def printed(self, awards, user=None):
        report = self.env['ir.actions.report'].with_user(user or self.office)
        report = report.with_context(force_report_rendering=True)
        name = 'emulation_award.report_registry_extract'
        content = report._render_qweb_pdf(name, awards.ids)[0]
        pages = PdfReader(io.BytesIO(content)).pages
        return ' '.join(' '.join(page.extract_text() for page in pages).split())

    def test_the_extract_prints_all_chosen_holder_by_holder(self):
        collective = self.awards.create(
            {
                'unit_id': self.unit_a.id,
                'award_name': 'Tập thể lao động tiên tiến',
                'decision_number': '5/QĐ',
                'decision_date': date(2023, 1, 5),
            }
        )
        revoked = self.awards.create(
            {
                'employee_id': self.nomination.employee_id.id,
                'award_name': 'Lao động tiên tiến',
                'year_only': 2019,
            }
        )
        revoked._revoke('7/QĐ', date(2020, 1, 1), 'Sai')
        text = self.printed(self.enter(citation='thành tích') + collective + revoked)
        for words in (
            'TRÍCH SỔ KHEN THƯỞNG',
            'Từ năm 2019 đến năm 2025',
            '1. Phòng Alpha',
            f'2. {self.nomination.snapshot_name}, Chuyên viên, Phòng Alpha',
            'Số 97/QĐ-TEST ngày 26/9/2025',
            '710.000',
            'Đã hủy theo 7/',
            'Tổng số: 02 lượt khen thưởng của 02 tập thể, cá nhân (ngoài ra 01 lượt đã bị hủy).',
        ):
            self.assertIn(words, text)

    def test_an_employee_prints_the_own_extract_only(self):
        own = self.awards.create({'employee_id': self.people_a[1].id, 'award_name': 'Giấy khen'})
        self.assertIn(f'Của {own.holder_name}', self.printed(own, self.staff))
        with self.assertRaises(AccessError):
            self.printed(self.enter(), self.staff)

    def test_department_and_public_profile_show_what_one_may_read(self):
        self.enter()
        self.awards.create({'unit_id': self.unit_a.id, 'award_name': 'Giấy khen'})
        department = self.unit_a.department_id
        for user, count in ((self.office, 2), (self.leader_a, 2), (self.leader_b, 0)):
            seen = department.with_user(user)
            with self.subTest(user=user.login):
                self.assertEqual(seen.emulation_commendation_count, count)
                action = seen.action_open_emulation_commendations()
                found = self.awards.with_user(user).search(action['domain'])
                self.assertEqual(len(found), count)
        public = self.env['hr.employee.public'].browse(self.nomination.employee_id.id)
        self.assertFalse(self.nomination.employee_id.user_id, 'has no login')
        self.assertEqual(public.with_user(self.leader_a).emulation_commendation_count, 1)
        self.assertEqual(public.with_user(self.leader_b).emulation_commendation_count, 0)
