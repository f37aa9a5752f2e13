from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .job_common import JobCommon


@tagged('post_install', '-at_install', 'security')
class TestJobAccess(JobCommon):
    """Who is told of a job, sees it, and for how long."""

    # Being told

    def test_its_user_is_told(self):
        self.leader_a.notification_type = 'inbox'
        job = self._job()
        self._run()
        message = self.env['mail.message'].search([], order='id desc', limit=1)
        self.assertEqual(message.notified_partner_ids, self.leader_a.partner_id)
        self.assertIn(f'/emulation_award/job/{job.id}', message.body)
        self.assertIn('Mẫu 08', message.subject)

    # Whose it is

    def test_nobody_else_sees_it(self):
        job = self._job()
        self._run()
        for user in (self.office, self.manager, self.auditor, self.leader_b, self.member):
            seen = self.env['emulation.job'].with_user(user)
            self.assertFalse(seen.search([]))
            for records in (
                seen.browse(job.id),
                self.env['emulation.job.line'].with_user(user).browse(job.line_ids.ids),
            ):
                with self.assertRaises(AccessError):
                    records.read(['name'])
            for method in ('action_download', 'action_stop', 'action_retry'):
                with self.assertRaises(AccessError):
                    getattr(seen.browse(job.id), method)()

    def test_its_user_cannot_write_it(self):
        job = self._job()
        for record in (job, job.line_ids[:1]):
            for operation in ('create', 'write', 'unlink'):
                self.assertFalse(record.has_access(operation))

    def test_files_are_read_by_nobody(self):
        job = self._job()
        self._run()
        with self.assertRaises(AccessError):
            job.read(['file'])

    def test_records_one_may_not_read(self):
        with self.assertRaises(AccessError):
            self._job(user=self.leader_b)

    def test_unknown_kind(self):
        with self.assertRaises(ValueError):
            self.env['emulation.job']._enqueue('nothing', 'x', self.reports)

    def test_there_is_nothing_to_download_yet(self):
        with self.assertRaises(UserError):
            self._job().action_download()

    def test_there_is_nothing_to_try_again(self):
        job = self._job()
        with self.assertRaises(UserError):
            job.action_retry()
        self._run()
        with self.assertRaises(UserError):
            job.action_retry()

    def test_old_ones_are_deleted(self):
        old, new, waiting = self._job(), self._job(), self._job()
        long_ago = fields.Datetime.now() - timedelta(days=15)
        old.sudo().write({'state': 'done', 'ended_at': long_ago})
        new.sudo().write({'state': 'done', 'ended_at': fields.Datetime.now()})
        self.env['emulation.job']._gc_jobs()
        self.assertEqual((old + new + waiting).exists(), new + waiting)
