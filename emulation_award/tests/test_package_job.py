import base64
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..models import emulation_job_run
from .job_common import Killed
from .submission_story_common import SubmissionStoryCommon
from .test_package import unpacked

BROKEN = 'Mẫu hỏng'


@tagged('post_install', '-at_install')
class TestPackageJob(SubmissionStoryCommon):
    """A package of many nominees: made in batches that last, put together at the end."""

    def setUp(self):
        super().setUp()
        # Of the database's own jobs none is run here.
        self.env['emulation.job'].search([]).action_stop()
        self.job = self._asked()
        #: Names of those of whom documents were made, batch by batch.
        self.batches = []

    def _asked(self):
        started = self.submission.with_user(self.office)._build_in_background()
        return self.env['emulation.job'].browse(started['res_id'])

    def _run_jobs(self, before_batch=lambda number: None):
        """Run the scheduled action with batches of two nominees.

        :param before_batch: function of the number of the batch, called before it is made
        """
        model = type(self.submission)
        make = model._nominee_archives

        def noted(records, spool, nominations):
            before_batch(len(self.batches) + 1)
            self.batches.append(nominations.mapped('nominee_name'))
            return make(records, spool, nominations)

        cron = self.env.ref('emulation_award.emulation_job_cron')
        with (
            patch.object(emulation_job_run, 'BATCH', 2),
            patch.object(model, '_nominee_archives', noted),
            self.enter_registry_test_mode(),
        ):
            cron.method_direct_trigger()
        self.env.invalidate_all()

    def _check_kept(self):
        """What is kept is what is built at once."""
        kept, built = unpacked(base64.b64decode(self.submission.package)), unpacked(self._built())
        self.assertEqual([name for name in kept if kept[name] != built.get(name)], [])
        self.assertEqual(self.submission.package_seal, self.seal)
        self.assertEqual(self.submission.package_sha256, self.sha256)

    def _change_report(self, nomination, text='Khác.'):
        sections = nomination.sudo().section_ids.filtered(lambda one: one.kind == 'text')
        sections[:1].content = text
        self.env.flush_all()  # the job reads the database

    def test_the_same_bytes_as_at_once(self):
        self._run_jobs()
        self.assertEqual((self.job.state, self.job.made_count, self.job.error), ('done', 3, False))
        self.assertEqual([len(names) for names in self.batches], [2, 1])
        self._check_kept()
        told = base64.b64decode(self.job.sudo().file).decode()
        for code in (self.submission.package_seal, self.submission.package_sha256, self.seal):
            self.assertIn(code, told)
        self.assertFalse(self.submission.package_is_stale)

    def test_of_the_nominees_nothing_is_kept_twice(self):
        self._run_jobs()
        self.assertEqual(self.job.sudo().line_ids._without_file(), self.job.sudo().line_ids)

    def test_a_job_for_each_submission(self):
        other = self.submission.copy({'award_kind': 'merit'})
        shown = (self.submission | other)._build_in_background()
        jobs = self.env['emulation.job'].search(shown['domain'])
        self.assertEqual(
            {one.options['submission_id'] for one in jobs}, {self.submission.id, other.id}
        )
        self.assertIn(self.job, jobs)  # asked for already

    def test_what_was_made_outlives_a_stop_of_the_server(self):
        def killed(number):
            if number == 2:
                raise Killed

        # Not by assertRaises: it would take back what was committed before.
        try:
            self._run_jobs(killed)
        except Killed:
            self.env.invalidate_all()
        self.assertEqual((self.job.state, self.job.made_count), ('running', 2))
        first = self.batches.pop()
        self._run_jobs()
        self.assertEqual((self.job.state, self.job.made_count), ('done', 3))
        [rest] = self.batches
        self.assertEqual(sorted(first + rest), sorted(self.forwarded.mapped('nominee_name')))
        self._check_kept()

    def test_what_was_changed_meanwhile_is_made_anew(self):
        early = self.job.sudo().line_ids[0]._records()

        def changed(number):
            if number == 2:
                self._change_report(early)

        self._run_jobs(changed)
        self.assertEqual(self.job.state, 'done')
        self.assertEqual([len(names) for names in self.batches], [2, 1, 1])
        self.assertEqual(self.batches[-1], early.mapped('nominee_name'))
        self._check_kept()

    def test_those_proposed_were_changed_meanwhile(self):
        self._run_jobs(lambda number: number == 2 and self.submission.line_ids[-1:].unlink())
        self.assertEqual(self.job.state, 'failed')
        self.assertIn('were changed while the package was built', self.job.error)
        self.assertFalse(self.submission.package_seal)

    def test_a_document_that_is_not_made_is_named_and_tried_again_alone(self):
        model, made = type(self.submission), type(self.submission)._made
        trouble = self.job.sudo().line_ids[1]._records()

        def in_trouble(records, wanted, kind, spool):
            if trouble in wanted.get('summary', ()):
                raise UserError(BROKEN)
            return made(records, wanted, kind, spool)

        with patch.object(model, '_made', in_trouble):
            self._run_jobs()
        self.assertEqual(
            (self.job.state, self.job.made_count, self.job.failed_count), ('failed', 2, 1)
        )
        self.assertIn(f'without the documents of: {trouble.display_name}', self.job.error)
        self.assertEqual(self.job.sudo().line_ids[1].error, BROKEN)

        self.batches.clear()
        self.job.with_user(self.office).action_retry()
        self._run_jobs()
        self.assertEqual((self.job.state, self.batches), ('done', [[trouble.nominee_name]]))
        self._check_kept()

    def test_a_server_that_stops_at_the_end_each_time_is_not_stopped_for_ever(self):
        def killed(job):
            raise Killed

        with patch.object(type(self.job), '_result_package', killed):
            for _time in range(emulation_job_run.MOST_ATTEMPTS):
                try:
                    self._run_jobs()
                except Killed:
                    self.env.invalidate_all()
                self.assertEqual(self.job.state, 'running')
            self._run_jobs()
        self.assertEqual((self.job.state, self.job.made_count), ('failed', 3))
        self.assertIn('stopped while the result was put together', self.job.error)
        self.job.with_user(self.office).action_retry()
        self._run_jobs()
        self.assertEqual((self.job.state, len(self.batches)), ('done', 2))

    def test_by_who_may_not(self):
        self.job.sudo().user_id = self.auditor
        self._run_jobs()
        self.assertEqual((self.job.state, self.job.made_count), ('failed', 0))
        self.assertFalse(self.submission.package_seal)

    def test_the_submission_is_gone(self):
        self.submission.sudo().line_ids.unlink()
        self.submission.sudo().unlink()
        self._run_jobs()
        self.assertEqual(self.job.state, 'failed')
        self.assertIn('was deleted', self.job.error)
