from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

STATES = [
    ('waiting', 'Waiting'),
    ('running', 'Being made'),
    ('done', 'Done'),
    ('failed', 'Failed'),
    ('cancelled', 'Stopped'),
]
UNFINISHED = ('waiting', 'running')
#: Of one user: others wait for their turn too.
MOST_UNFINISHED = 20
#: What was made is a copy; it is asked for again if it is needed later.
KEPT_DAYS = 14
GC_BATCH = 100
NOTHING_YET = {
    'ended_at': False,
    'error': False,
    'file': False,
    'file_name': False,
    'end_attempts': 0,
}
CRON = 'emulation_award.emulation_job_cron'


class EmulationJob(models.Model):
    """Documents made in the background, batch by batch, for the one who asked for them.

    Nobody writes a job but the server. It runs as its user, who sees no more in the result than on
    the screen. A batch that was made is committed: after a stop the server goes on where it was.
    Kinds of jobs are methods `_make_<kind>(lines)`, which return a
    :class:`~..reports.document_file.File` for each line, in order.
    """

    _name = 'emulation.job'
    _description = 'Documents made in the background'
    _order = 'id desc'

    name = fields.Char('What is made', required=True, readonly=True)
    kind = fields.Char(required=True, readonly=True)
    user_id = fields.Many2one(
        'res.users', 'Asked by', required=True, readonly=True, index=True, ondelete='cascade'
    )
    options = fields.Json(readonly=True)
    company_ids = fields.Json(readonly=True)
    state = fields.Selection(STATES, required=True, readonly=True, default='waiting', index=True)
    line_ids = fields.One2many('emulation.job.line', 'job_id', 'Documents', readonly=True)
    line_count = fields.Integer('Documents in all', readonly=True)
    made_count = fields.Integer('Made', readonly=True)
    failed_count = fields.Integer('Not made', readonly=True)
    progress = fields.Float(compute='_compute_progress', help='Share of the documents dealt with.')
    end_attempts = fields.Integer(help='How often the result was begun to be put together.')
    error = fields.Text('Why it failed', readonly=True)
    started_at = fields.Datetime('Started', readonly=True)
    ended_at = fields.Datetime('Ended', readonly=True)
    # Read through the controller only, which asks whether the records may still be read.
    file = fields.Binary(attachment=True, readonly=True, groups=fields.NO_ACCESS)
    file_name = fields.Char('Result', readonly=True)

    @api.depends('line_count', 'made_count', 'failed_count')
    def _compute_progress(self):
        for job in self:
            dealt_with = job.made_count + job.failed_count
            job.progress = 100 * dealt_with / job.line_count if job.line_count else 0

    # Asking for documents

    @api.model
    def _enqueue(self, kind, label, records, together=False, **options):
        """Have documents made in the background.

        :param str kind: there is a method `_make_<kind>`
        :param str label: what is made, for the user; the archive is named after it
        :param records: what documents are made of, one of each
        :param bool together: one document of all of them
        :param options: what the method needs to know besides; kept as JSON
        :return: the job, whose progress the user can follow
        :raises AccessError: the user may not read one of the records
        """
        if not hasattr(self, f'_make_{kind}'):
            raise ValueError(f'there is no job of kind {kind}')
        records = records.with_env(self.env)
        self.env['emulation.sheet']._check_readable(records)
        lines = [(label, records)] if together else [(one.display_name, one) for one in records]
        # sudo: only the server writes jobs; the records were checked just now.
        job = self.sudo().create(
            {
                'name': label,
                'kind': kind,
                'user_id': self.env.uid,
                'options': options,
                'company_ids': self.env.companies.ids,
                'line_count': len(lines),
                'line_ids': [
                    Command.create(
                        {
                            'name': name,
                            'sequence': number,
                            'res_model': records._name,
                            'res_ids': of.ids,
                        }
                    )
                    for number, (name, of) in enumerate(lines)
                ],
            }
        )
        # sudo: the user may not read scheduled actions; this one only makes what is waiting.
        self.env.ref(CRON).sudo()._trigger()
        return job.with_env(self.env)

    @api.model
    def _enqueue_once(self, kind, label, records, together=False, **options):
        """As :meth:`_enqueue`, but what this user waits for already is not made twice.

        :return: the job that was asked for first, or a new one
        :raises AccessError: the user may not read one of the records
        :raises UserError: the user waits for too many jobs
        """
        asked_by = Domain('user_id', '=', self.env.uid) & Domain('state', 'in', UNFINISHED)
        # sudo: of one's own jobs, how they were asked for.
        waiting = self.sudo().search(asked_by)
        for job in waiting:
            if job._is_for(kind, records, together, options):
                return job.with_env(self.env)
        if len(waiting) >= MOST_UNFINISHED:
            raise UserError(
                self.env._(
                    'You wait for %(count)s jobs already. Ask again when some are done, or stop '
                    'those you do not need any more.',
                    count=len(waiting),
                )
            )
        return self._enqueue(kind, label, records, together, **options)

    def _is_for(self, kind, records, together, options):
        """Whether this job makes just that, in the companies the user works in now."""
        asked = (kind, options, self.env.companies.ids, 1 if together else len(records))
        if asked != (self.kind, self.options, self.company_ids, self.line_count):
            return False
        lines = self.line_ids
        made_of = [number for line in lines for number in line.res_ids]
        return set(lines.mapped('res_model')) == {records._name} and made_of == records.ids

    # What its user can do

    def action_download(self):
        """Download the result.

        :raises UserError: there is none
        """
        self.ensure_one()
        self.check_access('read')
        if not self.file_name:
            raise UserError(self.env._('There is nothing to download.'))
        return {
            'type': 'ir.actions.client',
            'tag': 'emulation_award.download',
            'params': {'url': f'/emulation_award/job/{self.id}'},
        }

    def action_stop(self):
        """Stop jobs that are not finished; what they have made is thrown away.

        :raises AccessError: a job is another user's
        """
        self.check_access('read')
        # sudo: only the server writes jobs; whose they are was checked just now.
        unfinished = self.sudo().filtered(lambda job: job.state in UNFINISHED)
        unfinished.line_ids._put_back()
        unfinished._count()
        unfinished.write({'state': 'cancelled', 'ended_at': fields.Datetime.now()})

    def action_retry(self):
        """Try again what was not made; what was made is kept.

        :raises AccessError: a job is another user's
        :raises UserError: a job is not finished, or has nothing to try again
        """
        self.check_access('read')
        # sudo: as in action_stop
        for job in self.sudo():
            missing = job._missing()
            if job.state in UNFINISHED or not (missing or job.state == 'failed'):
                raise UserError(self.env._('"%(job)s" has nothing to try again.', job=job.name))
            missing._put_back()
            job.write({**NOTHING_YET, 'state': 'waiting'})
            job._count()
        # sudo: as in _enqueue
        self.env.ref(CRON).sudo()._trigger()

    def _missing(self):
        """Documents that a result lacks: not made, or thrown away since."""
        self.ensure_one()
        missing = self.line_ids.filtered(lambda line: line.state != 'made')
        if self.state == 'done' and not missing:
            return missing  # what it was made of is in the result
        return missing | (self.line_ids - missing)._without_file()

    def _is_readable(self):
        """Whether there is a result, and the user may still read all it was made of."""
        self.ensure_one()
        lines = self.line_ids.filtered(lambda line: line.state == 'made')
        return bool(self.file_name) and not lines._problems()

    def _count(self):
        groups = self.env['emulation.job.line']._read_group(
            Domain('job_id', 'in', self.ids), ['job_id', 'state'], ['__count']
        )
        counts = {(job, state): count for job, state, count in groups}
        for job in self:
            job.made_count = counts.get((job, 'made'), 0)
            job.failed_count = counts.get((job, 'failed'), 0)

    @api.autovacuum
    def _gc_jobs(self):
        """Delete jobs whose result was there for two weeks."""
        before = fields.Datetime.now() - timedelta(days=KEPT_DAYS)
        domain = Domain('state', 'not in', UNFINISHED) & Domain('ended_at', '<', before)
        jobs = self.search(domain, limit=GC_BATCH)
        jobs.unlink()
        return len(jobs), len(jobs) == GC_BATCH
