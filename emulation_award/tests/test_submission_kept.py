"""What went up stays as it went up: the letter, its package, and the digests of both."""

import base64
import hashlib
import json

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..models.kept_file import kept_bytes
from .submission_common import SubmissionCommon

LETTER = b'%PDF-1.4\n%%EOF ' + b'x' * 3_000
PACKAGE = b'PK of a package'
#: A caller chooses the context: with these a file field shows the size in place of the file.
SIZES = {'bin_size': True, 'bin_size_signed_scan': True, 'bin_size_document': True}


class KeptCommon(SubmissionCommon):
    def _sent_letter(self, **context):
        draft = self._drafted(signed_scan=self._encoded(LETTER)).with_context(**context)
        draft.action_send()
        return draft

    def _packed(self, submission):
        """As if a package had been built, and nothing changed since."""
        self.patch(type(submission), '_package_digest', lambda one: 'x')
        submission.sudo().write(
            {
                'package': self._encoded(PACKAGE),
                'package_name': 'Ho-so.zip',
                'package_sha256': hashlib.sha256(PACKAGE).hexdigest(),
                'package_seal': 'e' * 64,
                'package_source': 'x',
            }
        )
        return submission

    def _payload(self, event, record):
        return json.loads(self._entries(event, record).payload)

    def _files_of(self, record):
        return self.env['ir.attachment'].search(
            [('res_model', '=', record._name), ('res_id', '=', record.id), ('res_field', '!=', 0)]
        )


@tagged('post_install', '-at_install')
class TestTrueBytes(KeptCommon):
    def test_a_file_is_read_whatever_the_context_asks_for(self):
        draft = self._drafted(signed_scan=self._encoded(LETTER))
        self.env.invalidate_all()
        self.assertEqual(kept_bytes(draft.with_context(**SIZES), 'signed_scan'), LETTER)
        self.assertEqual(kept_bytes(draft, 'reply_document'), b'')

    def test_the_journal_has_the_digest_of_the_letter(self):
        submission = self._sent_letter(**SIZES)
        self.assertEqual(
            self._payload('submission.sent', submission)['scan_sha256'],
            hashlib.sha256(LETTER).hexdigest(),
        )

    def test_the_letter_that_comes_back_is_kept_whole(self):
        submission = self._sent_letter()
        submission.with_context(**SIZES)._return('Thiếu xác nhận')
        kept = submission.sending_ids
        self.assertEqual(base64.b64decode(kept.signed_scan), LETTER)
        self.assertEqual(kept.scan_sha256, hashlib.sha256(LETTER).hexdigest())

    def test_the_reply_is_kept_whole(self):
        submission = self._sent_letter()
        replies = self.env['emulation.submission.reply'].with_user(self.office)
        wizard = replies.with_context(active_id=submission.id).create(
            {
                'number': '2107/QĐ-UBND',
                'date': submission.date,
                'document': self._encoded(LETTER),
                'document_name': 'quyet-dinh.pdf',
            }
        )
        self.env.invalidate_all()
        wizard.with_context(**SIZES).action_confirm()
        self.assertEqual(base64.b64decode(submission.reply_document), LETTER)
        self.assertEqual(
            self._payload('submission.answered', submission)['scan_sha256'],
            hashlib.sha256(LETTER).hexdigest(),
        )


@tagged('post_install', '-at_install')
class TestSending(KeptCommon):
    def test_what_came_back_is_a_record_of_its_own(self):
        submission = self._sent_letter()
        sent_at = submission.sent_at
        submission._return('Thiếu xác nhận')
        self.assertRecordValues(
            submission.sending_ids,
            [
                {
                    'number': '105/TTr-TEST',
                    'date': submission.date,
                    'sent_at': sent_at,
                    'sent_by_id': self.office.id,
                    'return_reason': 'Thiếu xác nhận',
                    'signed_scan_name': 'to-trinh.pdf',
                    'kept_sha256': submission.kept_sha256,
                }
            ],
        )
        self.assertFalse(submission.signed_scan)

    def test_each_letter_that_came_back_is_kept(self):
        submission = self._sent_letter()
        submission._return('Thiếu xác nhận')
        other = LETTER + b'corrected'
        submission.write({'signed_scan': self._encoded(other), 'number': '120/TTr-TEST'})
        submission.action_send()
        submission._return('Sai mẫu')
        self.assertEqual(
            {kept.number: base64.b64decode(kept.signed_scan) for kept in submission.sending_ids},
            {'105/TTr-TEST': LETTER, '120/TTr-TEST': other},
        )

    def test_the_package_stays_with_the_letter_it_went_up_with(self):
        submission = self._packed(self._sent_letter())
        submission._return('Thiếu xác nhận')
        kept = submission.sending_ids
        self.assertEqual(base64.b64decode(kept.package), PACKAGE)
        self.assertEqual((kept.package_name, kept.package_seal), ('Ho-so.zip', 'e' * 64))
        self.assertFalse(submission.package or submission.package_seal or submission.package_name)
        self.assertFalse(self._files_of(submission))

    def test_nobody_changes_or_deletes_it(self):
        submission = self._sent_letter()
        submission._return('Thiếu xác nhận')
        for user in (self.office, self.manager, self.auditor):
            kept = submission.sending_ids.with_user(user)
            for call in (
                lambda kept=kept: kept.write({'signed_scan': False}),
                lambda kept=kept: kept.write({'number': 'x'}),
                kept.unlink,
                lambda kept=kept: kept.create({'submission_id': submission.id}),
            ):
                with self.subTest(user=user.login), self.assertRaises(UserError):
                    call()
            [file] = self._files_of(kept)
            forged = file.with_user(user)
            for call in (lambda one=forged: one.write({'raw': b'forged'}), forged.unlink):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    call()
        self.assertEqual(base64.b64decode(submission.sending_ids.signed_scan), LETTER)

    def test_not_even_past_the_access_rights(self):
        submission = self._sent_letter()
        submission._return('Thiếu xác nhận')
        with self.assertRaises(UserError):
            submission.sending_ids.write({'number': 'x'})
        with self.assertRaises(UserError):
            submission.sending_ids.unlink()

    def test_who_reads_the_submission_reads_it(self):
        submission = self._sent_letter()
        submission._return('Thiếu xác nhận')
        for user in (self.office, self.manager, self.auditor, self.leader_a, self.staff):
            kept = submission.sending_ids.with_user(user)
            self.assertEqual(
                kept.has_access('read'), submission.with_user(user).has_access('read'), user.login
            )


@tagged('post_install', '-at_install')
class TestPackageKept(KeptCommon):
    def test_the_option_is_closed_once_a_package_went_up(self):
        submission = self._packed(self._sent_letter())
        with self.assertRaisesRegex(UserError, 'cannot be changed'):
            submission.write({'with_edxml': True})

    def test_the_option_is_open_where_none_went_up(self):
        submission = self._sent_letter()
        submission.write({'with_edxml': True})
        self.assertTrue(submission.with_edxml)

    def test_a_job_does_not_replace_what_went_up_meanwhile(self):
        submission = self._packed(self._drafted(signed_scan=self._encoded(LETTER)))
        started = submission.with_user(self.office)._build_in_background()
        job = self.env['emulation.job'].with_user(self.office).browse(started['res_id'])
        submission.action_send()
        with self.assertRaisesRegex(UserError, 'stays as it is'):
            job._make_package(job.line_ids)
        self.assertEqual(kept_bytes(submission, 'package'), PACKAGE)
