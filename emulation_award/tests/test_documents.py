import io
import time
from unittest.mock import patch

import pypdf

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..reports import office
from ..reports.catalog import DOCUMENTS, SHEET_FORMATS
from .document_common import (
    TINY,
    DocumentCommon,
    line,
    odt,
    office_program,
    show,
    text_of_docx,
    text_of_odt,
)
from .form08_common import packed

NFD = 'Hoa\u0300n tha\u0300nh xua\u0302\u0301t sa\u0306\u0301c'


@tagged('post_install', '-at_install')
class TestDocuments(DocumentCommon):
    """Documents out of records: what each says, and that one that fails takes no other along."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reports = cls._reports(*cls.people_a[2:5], texts=('Một.', 'Hai.', 'Ba.'))

    def test_one_of_each_in_order(self):
        backwards = self.reports[::-1]
        files = self.files(backwards)
        self.assertEqual([file.record_id for file in files], backwards.ids)
        self.assertEqual([text_of_odt(file.content)[3] for file in files], ['Ba.', 'Hai.', 'Một.'])

    def test_names_are_plain(self):
        [file] = self.files(self.reports[:1])
        self.assertEqual(file.name, 'Mau 08 - Nguyen Van a02.odt')

    def test_formats_say_the_same(self):
        expected = text_of_odt(self.files(self.reports[:1])[0].content)
        [docx], [pdf] = (self.files(self.reports[:1], fmt) for fmt in ('docx', 'pdf'))
        self.assertEqual((docx.name[-5:], pdf.name[-4:]), ('.docx', '.pdf'))
        self.assertEqual(text_of_docx(docx.content), expected)
        pages = pypdf.PdfReader(io.BytesIO(pdf.content)).pages
        self.assertEqual(packed(pages[0].extract_text()), packed(''.join(expected)))

    def test_decomposed_letters_come_out_composed(self):
        employee = self._many_people(1)
        employee.name = f'Nguye\u0302\u0303n {NFD}'
        [report] = self._reports(employee, texts=(NFD,))
        [file] = self.files(report)
        lines = text_of_odt(file.content)
        self.assertIn('Nguyễn Hoàn thành xuất sắc', lines[0])
        self.assertIn('Hoàn thành xuất sắc', lines)
        self.assertEqual(file.name, 'Mau 08 - Nguyen Hoan thanh xuat sac.odt')

    def test_two_makings_are_the_same(self):
        makings = []
        for seconds in (2.1, 0):
            makings.append([self.files(self.reports, fmt) for fmt in ('odt', 'docx', 'pdf')])
            time.sleep(seconds)
        self.assertEqual(makings[0], makings[1])

    def test_three_megabytes(self):
        text = 'Hoàn thành xuất sắc nhiệm vụ được giao. ' * 55_000  # 3 MB in UTF-8
        [report] = self._reports(self.people_a[6], texts=(text,))
        [file] = self.files(report, 'docx')
        self.assertEqual(file.error, '')
        self.assertIn(packed(text), packed(''.join(text_of_docx(file.content))))

    # What fails

    def test_template_with_a_bad_expression_names_it(self):
        with self.template(odt(line('Họ tên: ', show('doc.nomine')))):
            [file, *_others] = self.files(self.reports)
        self.assertFalse(file.content)
        for part in ('doc.nomine', 'Họ tên: {doc.nomine}', 'content.xml'):
            self.assertIn(part, file.error)

    def test_broken_template(self):
        with self.template(TINY[:200]), self.assertRaises(UserError):
            self.documents._file('form08', self.reports[:1], 'odt')

    def test_a_template_that_fits_some(self):
        template = odt(line(show('doc.sections[1].paragraphs[1]')))
        self._write_text(self.reports[1], 'Một.\nHai.')
        with self.template(template):
            files = self.files(self.reports)
        self.assertEqual([bool(file.error) for file in files], [True, False, True])
        self.assertEqual(text_of_odt(files[1].content), ['Hai.'])

    def test_what_cannot_be_said_of_one_is_said_of_the_others(self):
        form = self.award_form.copy({'name': 'Không mẫu', 'report_form_id': False})
        award = self._award(name='Không mẫu', report_form_id=False, award_form_id=form.id)
        self.reports[1].sudo().campaign_award_id = award
        files = self.files(self.reports)
        self.assertEqual([bool(file.error) for file in files], [False, True, False])
        self.assertIn('Không mẫu', files[1].error)

    def test_not_installed_leaves_odt(self):
        with office_program(None):
            [odt_file], [pdf] = self.files(self.reports[:1]), self.files(self.reports[:1], 'pdf')
        self.assertTrue(odt_file.content)
        self.assertFalse(pdf.content)
        self.assertIn('LibreOffice', pdf.error)
        self.assertIn('ODT', pdf.error)

    def test_hanging_is_said(self):
        with (
            office_program('sleep 60'),
            patch.object(office.convert, '__kwdefaults__', {'patience': 1, 'most_seconds': 9}),
            self.assertRaisesRegex(UserError, 'does not answer'),
        ):
            self.documents._file('form08', self.reports[:1], 'pdf')

    def test_one_that_libreoffice_refuses_leaves_the_others(self):
        made = office.convert

        def one_refused(documents, kind):
            return made([documents[0], b'x', documents[2]], kind)

        with (
            patch.object(office, 'convert', one_refused),
            self.assertLogs(office.__name__, 'WARNING'),
        ):
            files = self.files(self.reports, 'docx')
        self.assertEqual([bool(file.content) for file in files], [True, False, True])
        self.assertIn('cannot open', files[1].error)

    def test_unknown_document(self):
        for code, fmt in (('form08', 'xlsx'), ('decision', 'odt'), ('nothing', 'odt')):
            with self.subTest(code=code), self.assertRaises(ValueError):
                self.documents._files(code, self.reports, fmt)

    def test_records_one_may_not_read(self):
        for user in (self.leader_b, self.member):
            with self.assertRaises(AccessError):
                self.files(self.reports, user=user)

    # How much it costs

    def _queries(self, reports, fmt='odt'):
        self.env.invalidate_all()
        self.env.flush_all()
        before = self.env.cr.sql_log_count
        self.assertFalse([file.error for file in self.files(reports, fmt) if file.error])
        return self.env.cr.sql_log_count - before

    def test_ten_and_fifty_cost_the_same_queries(self):
        reports = self._reports(*self._many_people(50))
        self._queries(reports)
        self.assertEqual(self._queries(reports[:10]), self._queries(reports))

    def test_lists_come_from_the_sheets(self):
        [file] = self.documents._files('nominees', self.reports, 'xlsx')
        self.assertTrue(file.name.endswith('.xlsx'))
        self.assertFalse(file.record_id)
        self.assertTrue(file.content.startswith(b'PK'))

    # The Print menu

    def test_every_document_is_in_the_print_menu_of_its_model(self):
        actions = self.env['ir.actions.act_window'].search(
            [('res_model', '=', 'emulation.document.print'), ('binding_type', '=', 'report')]
        )
        found = {(action.context, action.binding_model_id.model) for action in actions}
        self.assertEqual(
            found,
            {(f"{{'default_code': '{code}'}}", one.model) for code, one in DOCUMENTS.items()},
        )

    def test_every_provider_is_there(self):
        for code, document in DOCUMENTS.items():
            with self.subTest(code=code):
                self.assertTrue(hasattr(self.env[document.model], document.provider))
                self.assertIn(document.formats, (('odt', 'docx', 'pdf'), SHEET_FORMATS))
