"""Documents in the background, and a server that is stopped meanwhile."""

import base64
import io
import zipfile
from unittest.mock import patch

from ..models import emulation_job_run
from .document_common import DocumentCommon


class Killed(BaseException):
    """The server is stopped: nothing catches that."""


class JobCommon(DocumentCommon):
    """Seven nominations, and the scheduled action."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reports = cls._reports(*cls._many_people(7))
        cls.cron = cls.env.ref('emulation_award.emulation_job_cron')
        # Of the database's own jobs none is run here.
        cls.env['emulation.job'].search([]).action_stop()

    def _job(self, reports=None, user=None, fmt='odt', **options):
        jobs = self.env['emulation.job'].with_user(user or self.leader_a)
        reports = self.reports if reports is None else reports
        return jobs._enqueue(
            'document', 'Mẫu 08', reports.with_env(jobs.env), code='form08', fmt=fmt, **options
        )

    def _run(self, batch=3):
        with patch.object(emulation_job_run, 'BATCH', batch), self.enter_registry_test_mode():
            self.cron.method_direct_trigger()
        self.env.invalidate_all()

    def _kill_in_batch(self, number, job, batch=3):
        """Run until the server is stopped while it makes this batch."""
        model, batches = type(self.env['emulation.job']), iter(range(1, 99))
        make = model._make_document

        def killed(jobs, lines):
            if next(batches) == number:
                raise Killed
            return make(jobs, lines)

        self._run_until_killed(killed, batch)
        self.env.invalidate_all()

    def _run_until_killed(self, make, batch=3):
        # Not by assertRaises: it would take back what was committed before.
        model = type(self.env['emulation.job'])
        with patch.object(model, '_make_document', make):
            try:
                self._run(batch)
            except Killed:
                self.env.invalidate_all()
                return
        self.fail('The server was not stopped.')

    def _archive(self, job):
        return zipfile.ZipFile(io.BytesIO(base64.b64decode(job.sudo().file)))

    def _made(self, job):
        return [line.state for line in job.sudo().line_ids]
