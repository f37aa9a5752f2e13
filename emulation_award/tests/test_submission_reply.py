"""What the superior sends back: the dossier, or its decision."""

import json
from datetime import timedelta

from odoo import fields
from odoo.tests import Form, tagged

from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install')
class TestSubmissionReturn(SubmissionCommon):
    def test_returned_as_a_whole_it_is_corrected_and_sent_again(self):
        submission = self._sent()
        submission._return('Thiếu xác nhận')
        self.assertEqual(submission.state, 'returned')
        self.assertEqual(set(self.nominations.mapped('state')), {'approved'})
        self.assertEqual(set(submission.line_ids.mapped('state')), {'returned'})
        self.assertEqual(set(submission.line_ids.mapped('reason')), {'Thiếu xác nhận'})
        self.assertEqual(self._said(submission), ['submission_field_missing'], 'a new scan')
        submission.write({'signed_scan': self._drafted_scan(), 'number': '120/TTr-TEST'})
        submission.action_send()
        self.assertRecordValues(submission, [{'state': 'sent', 'sent_count': 2}])
        self.assertEqual(set(self.nominations.mapped('state')), {'forwarded'})
        self.assertEqual(len(self._entries('submission.sent', submission)), 2)
        self.assertEqual(len(self._entries('submission.returned', submission)), 1)

    def _drafted_scan(self):
        return self._encoded(b'%PDF-1.4\n%%EOF corrected')

    def test_the_letter_that_came_back_is_kept(self):
        submission = self._sent()
        submission._return('Thiếu xác nhận')
        self.assertEqual(submission.sending_ids.mapped('signed_scan_name'), ['to-trinh.pdf'])

    def test_returned_lines_leave_it_and_go_up_in_another(self):
        submission = self._sent()
        line = submission.line_ids[0]
        submission._return('', {line: 'Sai mẫu'})
        self.assertEqual(submission.state, 'sent')
        self.assertRecordValues(
            line, [{'state': 'returned', 'is_live': False, 'reason': 'Sai mẫu'}]
        )
        self.assertEqual(self.nominations[0].state, 'approved')
        self.assertEqual(self.nominations[1].state, 'forwarded')
        again = self._sent(self.nominations[:1], number='130/TTr-TEST')
        self.assertEqual(again.state, 'sent')

    def test_when_all_its_lines_are_returned_the_whole_came_back(self):
        submission = self._sent()
        first, second, third = submission.line_ids
        submission._return('', {first: 'Sai mẫu'})
        submission._return('', {second: 'Thiếu biên bản', third: 'Sai mẫu'})
        self.assertRecordValues(
            submission, [{'state': 'returned', 'return_reason': 'Thiếu biên bản\nSai mẫu'}]
        )
        self.assertEqual(submission.line_ids.filtered('is_live'), second | third)
        self.assertRecordValues(
            second | third, [{'reason': 'Thiếu biên bản'}, {'reason': 'Sai mẫu'}]
        )

    def test_when_the_rest_is_returned_after_an_answer_it_is_decided(self):
        submission = self._sent()
        first, *others = submission.line_ids
        submission._reply(self._decision(), {first: ('awarded', '')})
        submission._return('Sai mẫu', dict.fromkeys(others, 'Sai mẫu'))
        self.assertEqual((submission.state, first.state), ('decided', 'awarded'))

    def test_a_line_is_taken_out_of_what_came_back(self):
        submission = self._sent()
        submission._return('Bỏ một trường hợp')
        line = submission.line_ids[0]
        with self._refused('take it out'):
            line.unlink()
        line.action_take_out()
        self.assertTrue(line.exists())
        self.assertEqual(submission.line_count, 2)
        self._drafted(self.nominations[:1], award_kind='merit', number='131/TTr')

    def test_a_reason_is_needed(self):
        submission = self._sent()
        with self._refused('Enter the reason'):
            submission._return('')
        with self._refused('Enter the reason'):
            submission._return('', {})

    def test_only_what_was_sent_is_returned(self):
        submission = self._drafted()
        with self._refused('only possible while it is'):
            submission._return('x')

    def test_the_form_of_the_return_asks_for_the_reason(self):
        submission = self._sent()
        wizards = self.env['emulation.submission.return'].with_user(self.office)
        form = Form(wizards.with_context(active_id=submission.id))
        form.reason = 'Thiếu xác nhận'
        form.save().action_confirm()
        self.assertEqual(submission.state, 'returned')

    def test_the_wizard_returns_some_lines(self):
        submission = self._sent()
        wizard = (
            self.env['emulation.submission.return']
            .with_user(self.office)
            .with_context(active_id=submission.id)
            .create({'extent': 'lines'})
        )
        self.assertEqual(wizard.line_ids.line_id, submission.line_ids)
        wizard.line_ids[1].reason = 'Thiếu báo cáo'
        wizard.action_confirm()
        self.assertEqual(submission.line_ids.mapped('state'), ['proposed', 'returned', 'proposed'])


@tagged('post_install', '-at_install')
class TestSubmissionReply(SubmissionCommon):
    def reply(self, submission, *answers, **vals):
        """Reply with one answer per line: 'awarded', 'refused' or ''."""
        given = {
            line: (answer, 'Chưa đủ điều kiện' if answer == 'refused' else '')
            for line, answer in zip(submission.line_ids, answers, strict=False)
            if answer
        }
        return submission._reply(self._decision(**vals), given)

    def test_the_awarded_enter_the_registry(self):
        submission = self._sent()
        entries = self.reply(submission, 'awarded', 'awarded', 'refused')
        self.assertRecordValues(
            entries,
            [
                {
                    'employee_id': nomination.employee_id.id,
                    'nomination_id': nomination.id,
                    'award_form_id': self.superior_award.award_form_id.id,
                    'authority_name': self.superior.name,
                    'decision_number': '2107/QĐ-UBND',
                    'prize_amount': 0,
                    'is_imported': False,
                    'state': 'valid',
                }
                for nomination in self.nominations[:2]
            ],
        )
        self.assertEqual(self.nominations.mapped('state'), ['awarded', 'awarded', 'not_approved'])
        self.assertEqual(submission.state, 'decided')
        self.assertEqual(submission.line_ids.commendation_id, entries)
        self.assertEqual(submission.reply_number, '2107/QĐ-UBND')

    def test_the_reply_is_journaled(self):
        submission = self._sent()
        self.reply(submission, 'awarded', 'refused')
        payload = json.loads(self._entries('submission.answered', submission).payload)
        self.assertEqual(payload['awarded'], [self.nominations[0].reference])
        self.assertEqual(payload['refused'][0]['reason'], 'Chưa đủ điều kiện')
        self.assertEqual(len(payload['scan_sha256']), 64)

    def test_what_the_reply_is_silent_on_keeps_waiting(self):
        submission = self._sent()
        self.reply(submission, 'awarded')
        self.assertEqual(submission.state, 'sent')
        self.assertEqual(self.nominations[1].state, 'forwarded')
        lines = submission.line_ids[1:]
        submission._reply(
            self._decision(number='2200/QĐ-UBND'), dict.fromkeys(lines, ('awarded', ''))
        )
        self.assertEqual(submission.state, 'decided')
        self.assertEqual(
            submission.line_ids.commendation_id.mapped('decision_number'),
            ['2107/QĐ-UBND', '2200/QĐ-UBND', '2200/QĐ-UBND'],
        )

    def test_a_reply_that_contradicts_itself_is_refused(self):
        submission = self._sent()
        line = submission.line_ids[0]
        cases = {
            'enter the reason': ({line: ('refused', ' ')}, {}),
            'at least one': ({}, {}),
            'before the letter': (
                {line: ('awarded', '')},
                {'date': fields.Date.today() - timedelta(days=3)},
            ),
            'Correct the date': (
                {line: ('awarded', '')},
                {'date': fields.Date.today() + timedelta(days=3)},
            ),
        }
        for words, (answers, vals) in cases.items():
            with self.subTest(words), self._refused(words):
                submission._reply(self._decision(**vals), answers)
        self.assertEqual(set(self.nominations.mapped('state')), {'forwarded'})

    def test_an_answer_is_given_once(self):
        submission = self._sent()
        self.reply(submission, 'awarded')
        with self._refused('does not wait'):
            self.reply(submission, 'refused')

    def test_namesakes_are_answered_each(self):
        self.nominations.employee_id.write({'name': 'Nguyễn Trùng Tên'})
        submission = self._sent()
        entries = self.reply(submission, 'awarded', 'refused', 'awarded')
        self.assertEqual(
            entries.employee_id, (self.nominations[0] | self.nominations[2]).employee_id
        )

    def test_a_refused_nominee_can_be_nominated_again(self):
        submission = self._sent(self.nominations[:1])
        self.reply(submission, 'refused')
        again = self._approved(1)
        again.employee_id = self.nominations[0].employee_id
        self.assertEqual(self._sent(again, number='140/TTr').state, 'sent')

    def test_a_prize_only_when_told(self):
        submission = self._sent(self.nominations[:1])
        line = submission.line_ids
        entry = submission._reply(
            self._decision(), {line: ('awarded', '')}, prizes={line: 3_510_000}
        )
        self.assertEqual(entry.prize_amount, 3_510_000)

    def test_the_wizard_enters_the_reply(self):
        submission = self._sent()
        wizard = self._wizard(submission)
        wizard.line_ids[2].write({'answer': 'refused', 'reason': 'Chưa đủ'})
        wizard.action_confirm()
        self.assertEqual(submission.line_ids.mapped('state'), ['awarded', 'awarded', 'refused'])

    def test_the_form_of_the_reply_lists_who_waits(self):
        submission = self._sent()
        wizards = self.env['emulation.submission.reply'].with_user(self.office)
        form = Form(wizards.with_context(active_id=submission.id))
        form.number, form.date = '2107/QĐ-UBND', fields.Date.today()
        form.document = self._decision()['document']
        with form.line_ids.edit(0) as line:
            line.answer, line.reason = 'refused', 'Chưa đủ'
        form.save().action_confirm()
        self.assertEqual(submission.line_ids.mapped('state'), ['refused', 'awarded', 'awarded'])
        self.assertTrue(submission.line_ids[1].commendation_id.citation.startswith('Đã có'))

    def test_the_wizard_takes_a_scan_only(self):
        wizard = self._wizard(self._sent(), document=self._encoded(b'not a scan'))
        with self._refused('Decision'):
            wizard.action_confirm()

    def test_the_wizard_reads_the_list_first(self):
        submission = self._sent()
        names = self.nominations.mapped('nominee_name')
        rows = [
            'Họ và tên;Kết quả;Lý do',
            f'{names[0]};Được khen thưởng;',
            f'{names[1]};Không;Chưa đủ thành tích',
            'Người Lạ;Được khen thưởng;',
        ]
        wizard = self._wizard(submission, file=self._encoded('\n'.join(rows).encode()))
        wizard.action_read_list()
        self.assertEqual(wizard.line_ids.mapped('answer'), ['awarded', 'refused', False])
        self.assertIn('2 of 3', wizard.verdict)
        self.assertIn('Người Lạ', wizard.verdict)
        self.assertEqual(submission.state, 'sent', 'nothing is entered by reading')

    def test_what_a_list_contradicts_is_left_open(self):
        submission = self._sent()
        name = self.nominations[0].nominee_name
        rows = ['Họ và tên;Kết quả', f'{name};x', f'{name};không']
        wizard = self._wizard(submission, file=self._encoded('\n'.join(rows).encode()))
        wizard.action_read_list()
        self.assertFalse(wizard.line_ids[0].answer)
        self.assertIn('in rows 2, 3', wizard.verdict)
        self.assertIn(name, wizard.verdict)

    def test_a_prize_beyond_what_can_be_kept_is_refused_in_words(self):
        wizard = self._wizard(self._sent())
        with self._refused('at most 2.147.483.647'):
            wizard.line_ids[0].prize_amount = 3_000_000_000

    def _wizard(self, submission, **vals):
        return (
            self.env['emulation.submission.reply']
            .with_user(self.office)
            .with_context(active_id=submission.id)
            .create({**self._decision(), **vals})
        )
