from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .document_common import text_of_odt
from .job_common import JobCommon

RUN = 'odoo.addons.emulation_award.models.emulation_job_run'


@tagged('post_install', '-at_install')
class TestJobFaults(JobCommon):
    """One job in trouble stops no other, and can be asked for again."""

    def _patched(self, method, replacement):
        return patch.object(type(self.env['emulation.job']), method, replacement)

    def _failing(self, method, *culprits):
        """The method, which fails for some jobs."""
        real = getattr(type(self.env['emulation.job']), method)

        def fails(job, *args):
            if job.id in [one.id for one in culprits]:
                raise ZeroDivisionError('secret')
            return real(job, *args)

        return self._patched(method, fails)

    # Stopped and asked for again

    def test_stopped_documents_are_made_again(self):
        job = self._job()
        self._kill_in_batch(2, job)
        job.action_stop()
        self.assertEqual((self._made(job), job.made_count), (['waiting'] * 7, 0))
        job.action_retry()
        other = self._job(self.reports[:1])
        self._run()
        self.assertEqual((job.state, other.state), ('done', 'done'))
        with self._archive(job) as archive:
            texts = [text_of_odt(archive.read(name)) for name in archive.namelist()]
        self.assertEqual(len(texts), 7)
        self.assertTrue(all('Hoàn thành tốt nhiệm vụ.' in text for text in texts))

    def test_documents_whose_files_were_lost_are_made_again(self):
        job = self._job()
        self._kill_in_batch(2, job)
        job.sudo().line_ids.file = False
        job.sudo().state = 'cancelled'
        job.action_retry()
        self.assertEqual(self._made(job), ['waiting'] * 7)

    def test_what_was_made_once_is_not_made_again(self):
        job = self._job()
        self._kill_in_batch(2, job)
        job.sudo().state = 'cancelled'
        job.action_retry()
        self.assertEqual(self._made(job), ['made'] * 3 + ['waiting'] * 4)

    # What goes wrong outside of a document

    @mute_logger(RUN)
    def test_a_result_that_cannot_be_put_together(self):
        bad, good = self._job(), self._job(self.reports[:2])
        with self._failing('_finish', bad):
            self._run()
        self.assertEqual((bad.state, bad.made_count, good.state), ('failed', 7, 'done'))
        self.assertTrue(bad.error)
        self.assertNotIn('secret', bad.error)
        self.assertEqual(self.env['emulation.job']._work_left(), 0)

    @mute_logger(RUN)
    def test_a_failed_result_is_put_together_later(self):
        job = self._job()
        with self._failing('_finish', job):
            self._run()
        made = []
        job.action_retry()
        with self._patched('_make_document', lambda _job, lines: made.append(lines)):
            self._run()
        self.assertEqual((job.state, job.error, made), ('done', False, []))

    @mute_logger(RUN)
    def test_its_log_names_the_job(self):
        job = self._job()
        with self._failing('_finish', job), self.assertLogs(RUN, 'ERROR') as log:
            self._run()
        self.assertIn(f'Job {job.id} ', log.output[0])
        self.assertIn('ZeroDivisionError', log.output[0])

    @mute_logger(RUN)
    def test_a_batch_with_a_document_too_few(self):
        bad, good = self._job(), self._job(self.reports[:2])
        make = type(self.env['emulation.job'])._make_document

        def forgets(job, lines):
            return make(job, lines)[: 1 if job.id == bad.id else None]

        with self._patched('_make_document', forgets):
            self._run()
        self.assertEqual((bad.state, good.state), ('failed', 'done'))
        self.assertEqual(self._made(bad), ['failed'] * 7)

    @mute_logger(RUN)
    def test_a_user_who_cannot_be_told(self):
        job = self._job()
        with self._failing('_notify', job):
            self._run()
        self.assertEqual((job.state, job.file_name), ('done', 'Mau 08.zip'))

    def test_another_transaction_was_faster(self):
        job = self._job()
        finish, times = type(self.env['emulation.job'])._finish, []

        def late(one):
            times.append(one.id)
            if len(times) == 1:
                raise SerializationFailure
            return finish(one)

        with self._patched('_finish', late):
            self._run()
        self.assertEqual((job.state, len(times)), ('done', 2))

    def test_a_whole_result_has_nothing_to_try_again(self):
        job = self._job()
        self._run()
        with self.assertRaises(UserError):
            job.action_retry()
