import psycopg2

from odoo.exceptions import ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .certificate_common import CALIBRATION, HEIGHT, CertificateCommon
from .form08_common import MM, read_pdf


@tagged('post_install', '-at_install')
class TestCertificatePrinter(CertificateCommon):
    """Papers, places and the calibration sheet."""

    def test_blocks_are_in_order(self):
        for wrong in ({'name_top': 70}, {'emblem_top': -1}, {'footer_top': 175}):
            with self.assertRaisesRegex(ValidationError, 'overlap'), self.cr.savepoint():
                self.printer.write(wrong)

    def test_calibration_sheet_is_one_page_that_says_what_to_do(self):
        self.printer.write({'offset_x': 1.5, 'offset_y': -2})
        pages = read_pdf(self._print(CALIBRATION, self.printer))
        self.assertEqual(len(pages), 1)
        self.assert_printed('TỜ CĂN CHỈNH MÁY IN GIẤY KHEN: Máy in thử', pages[0])
        self.assert_printed('Đang dùng: sang phải 1,5 mm, xuống dưới -2 mm', pages[0])

    def test_cross_lies_where_the_sheet_says(self):
        page = read_pdf(self._print(CALIBRATION, self.printer))[0]
        left, base = next((x, y) for x, y, text in page.texts if text == 'A')
        # Its name stands right below the middle of the cross.
        self.assertAlmostEqual(left, 21.5 * MM, delta=MM)
        self.assertAlmostEqual(HEIGHT - base, 21 * MM + 12, delta=1.5 * MM)

    def test_paper_follows_the_printer(self):
        blank = self.printer.copy({'paper': 'blank'})
        award = self._awards(self.people_a[0])
        self.assertEqual(self._wizard(award).paper, 'white')
        self.assertEqual(self._wizard(award, printer_id=blank.id).paper, 'blank')

    def test_registry_offers_what_was_chosen(self):
        awards = self._awards(self.people_a[:3])
        wizards = self.env['emulation.certificate.print'].with_user(self.office)
        chosen = wizards.with_context(active_model=awards._name, active_ids=awards.ids)
        form = Form(chosen)
        form.printer_id = self.printer.copy({'paper': 'blank'})
        self.assertEqual((form.commendation_count, form.paper), (3, 'blank'))
        self.assertEqual(form.save().commendation_ids, awards)

    def test_default_printer_is_the_first_of_the_company(self):
        self.printer.sequence = 0
        other = self.env['res.company'].create({'name': 'Cơ quan khác'})
        self.printer.copy({'sequence': -1, 'company_id': other.id})
        wizard = self.env['emulation.certificate.print'].with_user(self.office).create({})
        self.assertEqual(wizard.printer_id, self.printer)

    def test_faults_that_are_none_of_the_printers(self):
        for wrong in ({'offset_x': 31}, {'offset_y': -31}, {'text_size': 9}, {'title_size': 73}):
            with (
                self.subTest(wrong),
                mute_logger('odoo.sql_db'),
                self.assertRaises(psycopg2.errors.CheckViolation),
                self.cr.savepoint(),
            ):
                self.printer.write(wrong)
                self.printer.flush_recordset()

    def test_few_are_printed_at_once_and_many_in_the_background(self):
        few = self._wizard(self._awards(self.people_a[:2])).action_confirm()
        self.assertEqual(few['type'], 'ir.actions.report')
        many = self._wizard(self._many_awards(21)).action_confirm()
        self.assertEqual(many['res_model'], 'emulation.job')

    def test_job_makes_one_file_of_all(self):
        awards = self._many_awards(21)
        job = self.env['emulation.job'].browse(self._wizard(awards).action_confirm()['res_id'])
        files = job.with_user(self.manager)._make_certificate(job.line_ids.with_user(self.manager))
        self.assertEqual([file.error for file in files], [''])
        self.assertEqual(len(read_pdf(files[0].content)), 21)
