import base64
import io
import zipfile

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, HttpCase, tagged

from .document_common import DocumentCommon, line, odt, show, text_of_odt


@tagged('post_install', '-at_install')
class TestDocumentPrint(DocumentCommon):
    """The dialog behind the Print menu."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reports = cls._reports(*cls._many_people(6))

    def _wizard(self, records, code='form08', user=None):
        context = {'default_code': code, 'active_ids': records.ids, 'active_model': records._name}
        return (
            self.env['emulation.document.print']
            .with_user(user or self.leader_a)
            .with_context(**context)
        )

    def _choose(self, records, fmt='odt', **options):
        form = Form(self._wizard(records, **options))
        if fmt:
            form.text_format = fmt
        return form.save()

    def test_one_is_downloaded_as_it_is(self):
        wizard = self._choose(self.reports[:1])
        action = wizard.action_confirm()
        self.assertEqual(
            (action['type'], action['tag']), ('ir.actions.client', 'emulation_award.download')
        )
        self.assertIn(f'/{wizard.id}/file', action['params']['url'])
        self.assertEqual(wizard.file_name, 'Mau 08 - Tran Thi Ngu 000.odt')
        self.assertIn('Hoàn thành tốt nhiệm vụ.', text_of_odt(base64.b64decode(wizard.file)))

    def test_few_are_downloaded_as_an_archive(self):
        wizard = self._choose(self.reports[:5])
        wizard.action_confirm()
        self.assertEqual(wizard.file_name, 'Mau 08.zip')
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(wizard.file))) as archive:
            self.assertEqual(
                archive.namelist(), [f'Mau 08 - Tran Thi Ngu 00{n}.odt' for n in range(5)]
            )

    def test_the_archive_says_what_is_missing_in_it(self):
        self._write_text(self.reports[0], 'Một.\nHai.')
        with self.template(odt(line(show('doc.sections[1].paragraphs[1]')))):
            wizard = self._choose(self.reports[:2])
            wizard.action_confirm()
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(wizard.file))) as archive:
            self.assertEqual(
                archive.namelist(), ['Mau 08 - Tran Thi Ngu 000.odt', 'KHONG LAP DUOC.txt']
            )
            self.assertIn('Tran Thi Ngu 001', archive.read('KHONG LAP DUOC.txt').decode())

    def test_many_become_a_job(self):
        wizard = self._choose(self.reports)
        self.assertTrue(wizard.is_background)
        action = wizard.action_confirm()
        job = self.env['emulation.job'].browse(action['res_id'])
        self.assertEqual((job.user_id, job.line_count), (self.leader_a, 6))
        self.assertEqual(job.options, {'code': 'form08', 'fmt': 'odt'})

    def test_a_list_is_one_document(self):
        wizard = self._choose(self.reports, fmt=None, code='nominees', user=self.office)
        self.assertEqual((wizard.is_list, wizard.is_background), (True, False))
        wizard.action_confirm()
        self.assertTrue(wizard.file_name.endswith('.xlsx'))

    def test_none_can_be_made(self):
        with self.template(b'x'), self.assertRaisesRegex(UserError, 'template'):
            self._choose(self.reports[:2]).action_confirm()

    def test_nothing_chosen(self):
        with self.assertRaises(UserError):
            self._choose(self.reports[:0]).action_confirm()

    def test_records_of_others(self):
        wizard = self._wizard(self.reports, user=self.leader_b).create({'code': 'form08'})
        for few in (self.reports[:1], self.reports):
            wizard.sudo().res_ids = few.ids
            with self.assertRaises(AccessError):
                wizard.action_confirm()

    # What a forged request may carry

    def _forged(self, res_ids, code='form08', user=None):
        vals = {'code': code, 'res_ids': res_ids, 'text_format': 'odt'}
        return self.env['emulation.document.print'].with_user(user or self.leader_a).create(vals)

    def test_the_same_one_many_times_is_one(self):
        wizard = self._forged(self.reports[:1].ids * 20_000)
        self.assertEqual((wizard.record_count, wizard.is_background), (1, False))
        wizard.action_confirm()
        self.assertEqual(wizard.file_name, 'Mau 08 - Tran Thi Ngu 000.odt')

    def test_what_is_no_number_of_a_record(self):
        for junk in ('x', [1], {'a': 1}, True, None, 1.5, -1, 0, 2**31, 10**30):
            with self.subTest(junk=junk), self.assertRaises(AccessError):
                self._forged([*self.reports[:1].ids, junk]).action_confirm()

    def test_what_is_no_list(self):
        for junk in (5, 'abc', {'a': 1}, True, None, []):
            with self.subTest(junk=junk), self.assertRaisesRegex(UserError, 'at least one'):
                self._forged(junk).action_confirm()

    def test_missing_and_forbidden_are_alike(self):
        gone = self._reports(*self._many_people(1))
        gone.unlink()
        said = set()
        for ids in (self.reports[:1].ids, gone.ids, [*self.reports.ids], [10**30]):
            with self.assertRaises(AccessError) as caught:
                self._forged(ids, user=self.leader_b).action_confirm()
            said.add(str(caught.exception))
        self.assertEqual(len(said), 1)

    def test_too_many(self):
        numbers = list(range(1, 5002))
        with self.assertRaisesRegex(UserError, '5001 .* at most 5000'):
            self._forged(numbers).action_confirm()

    # Asked for twice

    def _job_of(self, wizard):
        return self.env['emulation.job'].browse(wizard.action_confirm()['res_id'])

    def test_what_is_being_made_is_not_asked_for_again(self):
        first, second = (self._job_of(self._choose(self.reports)) for _time in range(2))
        self.assertEqual(first, second)

    def test_another_format_is_another_job(self):
        first, second = (self._job_of(self._choose(self.reports, fmt)) for fmt in ('odt', 'pdf'))
        self.assertNotEqual(first, second)

    def test_other_records_are_another_job(self):
        self.reports |= self._reports(*self._many_people(1))
        first, second = (self._job_of(self._choose(self.reports[n : n + 6])) for n in (0, 1))
        self.assertNotEqual(first, second)

    def test_another_user_has_a_job_of_their_own(self):
        first, second = (
            self._job_of(self._choose(self.reports, user=user))
            for user in (self.office, self.leader_a)
        )
        self.assertNotEqual(first, second)
        self.assertEqual(second.user_id, self.leader_a)

    def test_a_finished_job_is_asked_for_again(self):
        first = self._job_of(self._choose(self.reports))
        first.action_stop()
        self.assertNotEqual(self._job_of(self._choose(self.reports)), first)

    def test_nobody_fills_the_queue(self):
        jobs = self.env['emulation.job'].with_user(self.leader_a)
        for number in range(20):
            jobs._enqueue_once('document', 'x', self.reports, code='form08', fmt=str(number))
        with self.assertRaisesRegex(UserError, '20 jobs'):
            self._choose(self.reports).action_confirm()

    def test_the_file_is_its_users_alone(self):
        wizard = self._choose(self.reports[:1])
        wizard.action_confirm()
        with self.assertRaises(AccessError):
            wizard.with_user(self.office).read(['file'])


@tagged('post_install', '-at_install', 'tour')
class TestDocumentTour(DocumentCommon, HttpCase):
    """The Print menu in the browser."""

    NOMINATIONS = '/odoo/action-emulation_award.emulation_nomination_action'

    def test_few_are_downloaded(self):
        self._reports(*self._many_people(2))
        self.start_tour(self.NOMINATIONS, 'emulation_documents_tour', login='leader_a')
        wizard = self.env['emulation.document.print'].search([], limit=1)
        self.assertEqual((wizard.create_uid, wizard.file_name), (self.leader_a, 'Mau 08.zip'))

    def test_many_are_made_in_the_background(self):
        reports = self._reports(*self._many_people(6))
        self.start_tour(self.NOMINATIONS, 'emulation_job_tour', login='leader_a')
        job = self.env['emulation.job'].search([('user_id', '=', self.leader_a.id)])
        self.assertEqual(job.line_ids._records(), reports.sorted())
