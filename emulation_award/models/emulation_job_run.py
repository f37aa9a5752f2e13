import base64
import logging

from psycopg2 import OperationalError
from psycopg2.extensions import TransactionRollbackError

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..domain.file_names import plain_name
from ..reports.document_file import File, bundle
from .emulation_job import UNFINISHED

_logger = logging.getLogger(__name__)

#: As many as are made in a few seconds: a cron worker is given two minutes, and asks in between.
BATCH = 25
#: A document at which the server stopped so often is not begun again.
MOST_ATTEMPTS = 3
FEWER = 5


class EmulationJob(models.Model):
    """How jobs are run: in batches, each in a transaction of its own, all jobs by turns."""

    _inherit = 'emulation.job'

    @api.model
    def _cron_run(self):
        """Make what is waiting, until there is nothing left or the time is up."""
        commit = self.env['ir.cron']._commit_progress
        commit(remaining=self._work_left())
        while job := self._next():
            done = job._take_turn(commit)
            if not commit(done, remaining=self._work_left()):
                return
            # What one batch has read is of no use to the next.
            self.env.invalidate_all()

    @api.model
    def _next(self):
        """The job that has waited longest since its last batch."""
        return self.search(Domain('state', 'in', UNFINISHED), order='write_date, id', limit=1)

    @api.model
    def _work_left(self):
        """Documents that are waiting, and results to be put together of them."""
        unfinished = Domain('state', 'in', UNFINISHED)
        waiting = Domain('job_id', 'any', unfinished) & Domain('state', '=', 'waiting')
        lines = self.env['emulation.job.line'].search_count(waiting)
        return lines + self.search_count(unfinished)

    def _take_turn(self, commit):
        """Make the next batch, or the result; what goes wrong is this job's own trouble.

        :param commit: what makes all up to now last
        :return: how many documents or results were dealt with
        """
        lines = self._begin(commit)
        try:
            with self.env.cr.savepoint():
                return self._run_batch(lines) if lines else self._finish()
        except TransactionRollbackError:
            # Another transaction was faster, such as a stop by the user: look again.
            self.env.cr.rollback()
            return 0
        except Exception as error:
            return self._break_off(error)

    def _waiting(self):
        domain = Domain('job_id', '=', self.id) & Domain('state', '=', 'waiting')
        return self.env['emulation.job.line'].search(domain, limit=self._batch_size())

    def _batch_size(self):
        """How many documents of this job are made between two looks at the clock."""
        return BATCH

    # One batch

    def _begin(self, commit):
        """Choose the next documents, and note that they are begun before anything can happen.

        :param commit: what makes all up to now last
        :return: emulation.job.line, none if all were dealt with
        """
        lines = self._waiting()
        if not lines:
            self.end_attempts += 1
            commit()
            return lines
        # The server stopped at one of them: fewer at a time show at which.
        lines = lines[: self._batch_size() // FEWER ** max(lines.mapped('attempts')) or 1]
        for line in lines:
            line.attempts += 1
        self.write({'state': 'running', 'started_at': self.started_at or self._now()})
        commit()
        return lines

    def _run_batch(self, lines):
        """Make these documents; those that failed say why.

        :return: how many were dealt with
        """
        if lines[:1].attempts > MOST_ATTEMPTS:
            lines._fail(self._spoken().env._('The server stopped while it was being made.'))
        else:
            self._make_lines(lines)
        self._count()
        return len(lines)

    def _make_lines(self, lines):
        spoken = self._spoken()
        problems = lines.with_env(spoken.env)._problems()
        for line, problem in problems.items():
            lines.browse(line.id)._fail(problem)
        possible = lines.browse(line.id for line in lines if line not in problems)
        for line, file in zip(possible, spoken._files_of(possible), strict=True):
            if file.error:
                line._fail(file.error)
            else:
                line.write({'state': 'made', 'file_name': file.name, 'error': False})
                line.source = file.source
                line._keep(file.content)

    def _files_of(self, lines):
        """Make the documents of lines, as the user of the job; one by one if all together fail.

        :return: list of File, in the order of the lines
        """
        if not lines:
            return []
        try:
            with self.env.cr.savepoint():
                return getattr(self, f'_make_{self.kind}')(lines.with_env(self.env))
        except OperationalError:
            # Another transaction was faster, or the connection is gone: the next run tries again.
            raise
        except Exception as error:
            if len(lines) > 1:
                return [file for line in lines for file in self._files_of(line)]
            return [File(False, lines.name, error=self._worded(error))]

    def _worded(self, error):
        """Why a document was not made: what is meant for people, the rest for the log."""
        if isinstance(error, UserError):
            return str(error)
        _logger.error('Job %s (%s) could not go on', self.id, self.name, exc_info=error)
        return self.env._('An unexpected error, which the log of the server describes.')

    def _spoken(self):
        """The job as its user sees it: rights, companies, language, time zone."""
        user = self.user_id
        companies = [one for one in self.company_ids or () if one in user.company_ids.ids]
        return self.with_user(user).with_context(
            lang=user.lang, tz=user.tz, allowed_company_ids=companies or user.company_id.ids
        )

    def _now(self):
        return fields.Datetime.now()

    # The end

    def _break_off(self, error):
        """Give up this job, whose batch or result was an unexpected error; others go on.

        Its documents that were not made say so, those that were made are kept for another try.

        :return: 1, for the result
        """
        sentence = self._spoken()._worded(error)
        self.line_ids.filtered(lambda line: line.state == 'waiting')._fail(sentence)
        self._count()
        self.write({'state': 'failed', 'error': sentence, 'ended_at': self._now()})
        self._tell()
        return 1

    def _finish(self):
        """Put the result together and tell the user; unless something is to be made anew first.

        :return: 1, for the result
        """
        if self.end_attempts > MOST_ATTEMPTS:
            why = self._spoken().env._('The server stopped while the result was put together.')
            raise UserError(why)
        if self._renew():
            self.end_attempts = 0
            return 1
        made = self.line_ids.filtered(lambda line: line.state == 'made')
        ended = {'state': 'done' if made else 'failed', 'ended_at': self._now()}
        if made:
            name, content = getattr(self, f'_result_{self.kind}', self._result)()
            ended |= {'file': base64.b64encode(content), 'file_name': name}
        self.write(ended)
        if len(made) == len(self.line_ids):
            made.write({'file': False})
        self._tell()
        return 1

    def _renew(self):
        """Put back what is not any more as it was made, if the kind of job asks for that.

        :return: whether there was any
        """
        return False

    def _result(self):
        """What its user gets: all files, and what is missing.

        :return: (name, bytes)
        """
        return bundle(plain_name(self.name), self.line_ids._files())

    def _tell(self):
        """Tell the user; a result that cannot be told is there all the same."""
        try:
            with self.env.cr.savepoint():
                self._notify()
        except TransactionRollbackError:
            raise
        except Exception:
            _logger.exception('The user of job %s could not be told of its end', self.id)

    def _notify(self):
        """A message that stays, and a note on the screen if the user is there."""
        spoken = self._spoken()
        title = spoken._outcome()
        # sudo: the server tells the user about the user's own job.
        self.env['mail.thread'].sudo().message_notify(
            partner_ids=self.user_id.partner_id.ids,
            subject=title,
            body=spoken.env['ir.qweb']._render(
                'emulation_award.emulation_job_told', {'job': spoken, 'title': title}
            ),
        )
        kind = 'danger' if self.state == 'failed' else 'warning' if self.failed_count else 'success'
        note = {'title': self.name, 'message': title, 'type': kind, 'sticky': True}
        self.user_id._bus_send('simple_notification', note)

    def _outcome(self):
        figures = {'job': self.name, 'made': self.made_count, 'failed': self.failed_count}
        if self.state == 'failed' and self.made_count:
            return self.env._('%(job)s: could not be put together', **figures)
        if self.state == 'failed':
            return self.env._('%(job)s: none could be made', **figures)
        if self.failed_count:
            return self.env._('%(job)s: %(made)s made, %(failed)s not', **figures)
        return self.env._('%(job)s: ready to download', **figures)
