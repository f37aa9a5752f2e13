from unittest.mock import patch

from odoo.tests import tagged
from odoo.tools import mute_logger

from ..reports.document_file import File
from .document_common import line, odt, show, text_of_odt
from .job_common import JobCommon, Killed

RUN = 'odoo.addons.emulation_award.models.emulation_job_run'


@tagged('post_install', '-at_install')
class TestJobs(JobCommon):
    """Documents made in the background, whatever happens meanwhile."""

    # What comes out

    def test_all_are_made_and_packed(self):
        job = self._job()
        self.assertEqual((job.state, job.progress), ('waiting', 0))
        self._run()
        self.assertRecordValues(
            job,
            [
                {
                    'state': 'done',
                    'made_count': 7,
                    'failed_count': 0,
                    'progress': 100,
                    'file_name': 'Mau 08.zip',
                }
            ],
        )
        with self._archive(job) as archive:
            self.assertEqual(
                archive.namelist(), [f'Mau 08 - Tran Thi Ngu 00{n}.odt' for n in range(7)]
            )
            self.assertIn(
                'Hoàn thành tốt nhiệm vụ.', text_of_odt(archive.read(archive.namelist()[6]))
            )

    def test_what_it_was_made_of_is_not_kept_twice(self):
        job = self._job()
        self._run()
        self.assertFalse(any(line.file for line in job.sudo().line_ids))

    def test_one_document_is_no_archive(self):
        job = self._job(self.reports[:1])
        self._run()
        self.assertEqual(job.file_name, 'Mau 08 - Tran Thi Ngu 000.odt')

    def test_namesakes_have_names_of_their_own(self):
        people = self._many_people(2)
        people.write({'name': 'Trần Thị Trùng'})
        job = self._job(self._reports(*people))
        self._run()
        with self._archive(job) as archive:
            self.assertEqual(
                archive.namelist(),
                ['Mau 08 - Tran Thi Trung.odt', 'Mau 08 - Tran Thi Trung (2).odt'],
            )

    def test_same_data_same_bytes(self):
        jobs = self._job() + self._job()
        self._run()
        self.assertEqual(*(job.file for job in jobs.sudo()))

    def test_a_list_of_many_is_one_line(self):
        jobs = self.env['emulation.job'].with_user(self.office)
        job = jobs._enqueue(
            'document',
            'Danh sách',
            self.reports.with_user(self.office),
            together=True,
            code='nominees',
            fmt='xlsx',
        )
        self._run()
        self.assertEqual((job.line_count, job.state), (1, 'done'))
        self.assertTrue(job.file_name.endswith('.xlsx'))

    # What fails

    def test_one_that_fails_is_named_and_the_others_kept(self):
        for report in self.reports - self.reports[4]:
            self._write_text(report, 'Một.\nHai.')
        with self.template(odt(line(show('doc.sections[1].paragraphs[1]')))):
            job = self._job()
            self._run()
        self.assertEqual((job.state, job.made_count, job.failed_count), ('done', 6, 1))
        [failed] = job.line_ids.filtered(lambda line: line.state == 'failed')
        self.assertIn('Trần Thị Ngữ 004', failed.name)
        self.assertIn('paragraphs[1]', failed.error)
        with self._archive(job) as archive:
            self.assertEqual(len(archive.namelist()), 7)
            self.assertIn('Trần Thị Ngữ 004', archive.read('KHONG LAP DUOC.txt').decode())

    def test_missing_ones_are_made_later(self):
        with self.template(b'x'):
            job = self._job()
            self._run()
        self.assertEqual((job.state, job.failed_count), ('failed', 7))
        job.action_retry()
        self._run()
        self.assertRecordValues(job, [{'state': 'done', 'made_count': 7, 'failed_count': 0}])

    def test_only_missing_ones_are_made_again(self):
        job = self._job()
        with self.template(odt(line(show('doc.sections[1].paragraphs[1]')))):
            self._write_text(self.reports[0], 'Một.\nHai.')
            self._run()
        job.action_retry()
        self._run()
        with self._archive(job) as archive:
            lines = [text_of_odt(archive.read(name)) for name in archive.namelist()]
        self.assertEqual((len(lines), lines[0]), (7, ['Hai.']))
        self.assertIn('Hoàn thành tốt nhiệm vụ.', lines[1])

    @mute_logger(RUN)
    def test_unexpected_errors_are_logged_not_shown(self):
        def fails(_job, lines):
            raise ZeroDivisionError('secret' * len(lines))

        job = self._job()
        with patch.object(type(self.env['emulation.job']), '_make_document', fails):
            self._run()
        self.assertEqual((job.state, job.failed_count), ('failed', 7))
        self.assertNotIn('secret', ''.join(job.line_ids.mapped('error')))

    def test_record_deleted_meanwhile(self):
        job = self._job()
        self.reports[2].sudo().unlink()
        self._run()
        self.assertEqual(self._made(job), ['made', 'made', 'failed', *['made'] * 4])

    def test_rights_lost_meanwhile(self):
        job = self._job()
        self.reports[2].sudo().campaign_unit_id = self.participant_b
        self._run()
        self.assertEqual(self._made(job), ['made', 'made', 'failed', *['made'] * 4])

    def test_it_runs_as_its_user(self):
        seen = []

        def notes(job, lines):
            seen.append((job.env.user, job.env.su, job.env.company, job.env.lang))
            return [File(line.id, 'a.txt', b'a') for line in lines]

        self.leader_a.lang = 'en_US'
        self._job(self.reports[:1])
        with patch.object(type(self.env['emulation.job']), '_make_document', notes):
            self._run()
        self.assertEqual(seen, [(self.leader_a, False, self.company, 'en_US')])

    # Stops

    def test_a_stop_between_batches_costs_nothing(self):
        job = self._job()
        self._kill_in_batch(2, job)
        self.assertEqual(self._made(job), ['made'] * 3 + ['waiting'] * 4)
        self.assertEqual((job.state, job.made_count), ('running', 3))
        made = []
        model = type(self.env['emulation.job'])
        make = model._make_document

        def noted(jobs, lines):
            made.extend(lines.mapped('name'))
            return make(jobs, lines)

        with patch.object(model, '_make_document', noted):
            self._run()
        self.assertEqual(job.state, 'done')
        self.assertEqual(made, job.line_ids[3:].mapped('name'))

    def test_a_result_after_a_stop_is_the_same(self):
        stopped, straight = self._job(), self._job()
        self._kill_in_batch(2, stopped)
        self._run(7)
        self.assertEqual(stopped.sudo().file, straight.sudo().file)

    def test_a_document_that_stops_the_server_is_given_up(self):
        model = type(self.env['emulation.job'])
        make, culprit = model._make_document, self.reports[1].id

        def deadly(jobs, lines):
            if culprit in lines._records().ids:
                raise Killed
            return make(jobs, lines)

        job = self._job()
        for _time in range(3):
            self._run_until_killed(deadly, batch=25)
        with patch.object(model, '_make_document', deadly):
            self._run(25)
        self.assertEqual(self._made(job), ['made', 'failed', *['made'] * 5])
        self.assertEqual(job.state, 'done')

    def test_stopped_by_its_user(self):
        job = self._job()
        self._kill_in_batch(2, job)
        job.action_stop()
        self._run()
        self.assertEqual((job.state, job.file_name), ('cancelled', False))
        self.assertFalse(any(line.file for line in job.sudo().line_ids))

    def test_jobs_take_turns(self):
        turns = []
        model = type(self.env['emulation.job'])
        make = model._make_document

        def noted(jobs, lines):
            turns.append(jobs.id)
            return make(jobs, lines)

        first, second = self._job(), self._job(self.reports[:1])
        with patch.object(model, '_make_document', noted):
            self._run(1)
        self.assertIn(second.id, turns[:3])
        self.assertEqual(turns.count(first.id), 7)

    # How much it costs

    def _queries(self, reports):
        job = self._job(reports)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        job.sudo()._make_lines(job.sudo().line_ids)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_each_document_costs_its_own_storage_only(self):
        reports = self._reports(*self._many_people(40))
        self._queries(reports)
        few, more, many = (self._queries(reports[:count]) for count in (10, 20, 40))
        self.assertLessEqual(many - more, 2 * (more - few))
