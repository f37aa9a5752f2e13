"""Import of past awards: which files are taken, by whom, and how fast."""

import base64
import io
import zipfile
from datetime import date, datetime

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged

from ..domain.errors import TableError
from ..reports import table_reader
from .import_common import HEADINGS, ImportCommon, workbook

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>'
)


@tagged('post_install', '-at_install')
class TestImportFiles(ImportCommon):
    def check(self, content, name='so.csv'):
        wizard = self.wizard(content, name=name)
        wizard.action_check()
        return self.told(wizard)

    def text(self, separator=';'):
        rows = [
            ['Họ tên', 'Danh hiệu', 'Ngày'],
            [self.holder.name, 'Giấy khen (test)', '05-09-2020'],
        ]
        return '\r\n'.join(separator.join(row) for row in rows)

    def test_text_files_of_all_sorts(self):
        for encoding in ('utf-8', 'utf-8-sig', 'utf-16'):
            for separator in ',;\t':
                with self.subTest(encoding=encoding, separator=separator):
                    self.assertEqual(self.check(self.text(separator).encode(encoding)), ['good'])

    def test_a_file_is_what_it_contains(self):
        content = workbook([self.row()])
        self.assertEqual(self.check(content, name='so.csv'), ['good'])
        self.assertEqual(self.check(self.text().encode(), name='so.xlsx'), ['good'])

    def test_what_is_no_list_is_refused_with_the_reason(self):
        zipped = io.BytesIO()
        with zipfile.ZipFile(zipped, 'w') as archive:
            archive.writestr('a.txt', 'x')
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr('xl/workbook.xml', '<x/>')
            archive.writestr('xl/worksheets/sheet1.xml', b'0' * (250 * 1024 * 1024))
        declared = io.BytesIO()
        with zipfile.ZipFile(declared, 'w') as archive:
            archive.writestr('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
        for content, words in (
            (b'%PDF-1.4\n%%EOF', 'no list'),
            (b'\x89PNG\r\n\x1a\n' + b'\0' * 99, 'no list|cannot be read'),
            (b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 600, 'no list|cannot be read'),
            (zipped.getvalue(), 'no list'),
            (bomb.getvalue(), 'larger than'),
            (declared.getvalue(), 'document type'),
            (workbook([self.row()])[:-200], 'damaged'),
            (b'PK\x03\x04 not an archive', 'damaged'),
            (b'  \n', 'empty'),
            ('Họ tên;Ngày\nAn;2020'.encode(), 'No row of headings'),
            (('Họ tên;Danh hiệu\n' + 'An;B\n' * 20_001).encode(), 'more than'),
            (b'a' * (10 * 1024 * 1024 + 1), 'larger than'),
        ):
            with self.subTest(words), self.assertRaisesRegex(UserError, words):
                self.check(content)

    def _workbook_with(self, sheet):
        """A workbook whose sheet is these bytes."""
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(workbook([self.row()]))) as book,
            zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive,
        ):
            for name in book.namelist():
                content = sheet if name == 'xl/worksheets/sheet1.xml' else book.read(name)
                archive.writestr(name, content)
        return out.getvalue()

    def test_no_comment_and_no_encoding_hides_a_document_type(self):
        declared = '<!DOCTYPE w [<!ENTITY x "EXPANDED">]>'
        cells = SHEET.format('&x;')
        for label, sheet in {
            'comment': f'<!--{"p" * 5_000}-->{declared}{cells}'.encode(),
            'utf-16': f'{declared}{cells}'.encode('utf-16'),
            'large': f'<!DOCTYPE w [<!ENTITY x "{"A" * 1_000_000}">]>{cells}'.encode(),
        }.items():
            with self.subTest(label), self.assertRaisesRegex(UserError, 'new workbook'):
                self.check(self._workbook_with(sheet))

    def test_a_cell_is_no_book(self):
        long = 'A' * 40_000
        with self.assertRaisesRegex(UserError, 'more than 32767 letters'):
            self.check(self._workbook_with(SHEET.format(long).encode()))
        with self.assertRaisesRegex(UserError, 'row 2 has more than'):
            self.check(f'Họ tên;Danh hiệu\n{long};B'.encode())

    def test_one_text_in_very_many_cells(self):
        text = 'A' * 30_000
        with self.assertRaisesRegex(TableError, 'table_too_large'):
            table_reader._check_size(((text,) * 50,) * 40)

    def test_no_file_is_said_so(self):
        wizard = self.env['emulation.commendation.import'].with_user(self.office).create({})
        with self.assertRaisesRegex(UserError, 'Choose the list'):
            wizard.action_check()

    def test_formulas_are_not_computed(self):
        content = workbook([self.row(number='="1"&"2/QĐ"'), self.row(day='=TODAY()')])
        self.assertEqual(self.check(content), ['bad', 'bad'])

    def test_a_text_like_a_formula_is_a_text(self):
        content = self.text().replace('Giấy khen (test)', '=1+1').encode()
        wizard = self.wizard(content, other_awards=True)
        wizard.action_check()
        wizard.action_import()
        self.assertEqual(self.entered().award_name, '=1+1')

    def test_real_date_cells(self):
        content = workbook([self.row(day=datetime(2020, 9, 5, 10, 30))])
        wizard = self.wizard(content)
        wizard.action_import()
        self.assertEqual(self.entered().decision_date, date(2020, 9, 5))

    def test_columns_nobody_knows_are_named(self):
        content = workbook([[*self.row(), 'x']], headings=[*HEADINGS, 'Sở thích'])
        wizard = self.wizard(content)
        wizard.action_check()
        self.assertIn('Sở thích', wizard.columns)

    def test_the_template_can_be_imported(self):
        self.award_form.name = 'Giấy khen'
        self.authority.name = 'Thủ trưởng cơ quan, đơn vị'
        self.holder.write({'name': 'Nguyễn Văn An', 'barcode': 'NV0123'})
        template = base64.b64decode(self.wizard(b'').template)
        sheet = load_workbook(io.BytesIO(template)).active
        self.assertTrue(
            any(cell.value == 'Họ và tên (hoặc tên tập thể)' for row in sheet for cell in row)
        )
        wizard = self.wizard(template)
        wizard.action_check()
        self.assertEqual(self.told(wizard), ['good'], wizard.line_ids.mapped('message'))

    def test_the_verdicts_can_be_downloaded(self):
        wizard = self.checked([self.row(), self.row('=cmd()')])
        sheet = load_workbook(io.BytesIO(base64.b64decode(wizard.report))).active
        texts = [str(cell.value) for row in sheet for cell in row if cell.value]
        self.assertTrue(any('=cmd()' in one for one in texts))
        self.assertFalse([cell for row in sheet for cell in row if cell.data_type == 'f'])


@tagged('post_install', '-at_install', 'security')
class TestImportAccess(ImportCommon):
    def test_only_the_office_imports(self):
        for user in (self.staff, self.leader_a, self.member, self.auditor):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.wizard(workbook([self.row()]), user=user)

    def test_an_import_of_somebody_else_is_out_of_reach(self):
        wizard = self.checked([self.row()])
        for call in (wizard.action_check, wizard.action_import, wizard.action_download_report):
            for user in (self.manager, self.staff):
                with self.assertRaises(AccessError):
                    getattr(wizard.with_user(user), call.__name__)()
        with self.assertRaises(AccessError):
            wizard.line_ids.with_user(self.manager).read(['name'])

    def test_a_company_of_others_is_refused(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        with self.assertRaises(AccessError):
            wizard = self.wizard(workbook([self.row()]), company_id=other.id)
            wizard.action_import()

    def test_where_a_row_came_from_is_not_forged(self):
        with self.assertRaises(UserError):
            self.awards.with_user(self.office).create(
                {'unit_id': self.unit_a.id, 'award_name': 'x', 'import_source': 'so.xlsx'}
            )


@tagged('post_install', '-at_install', 'security')
class TestImportHttp(ImportCommon, HttpCase):
    def test_the_verdicts_are_their_makers(self):
        wizard = self.checked([self.row()])
        url = wizard.action_download_report()['url']
        self.authenticate('office', 'office')
        self.assertEqual(self.url_open(url).status_code, 200)
        for user in ('manager', 'staff'):
            self.authenticate(user, user)
            self.assertEqual(self.url_open(url).status_code, 404)


@tagged('post_install', '-at_install', 'perf')
class TestImportSpeed(ImportCommon):
    def queries(self, count, start):
        rows = [self.row(number=f'{start + number}/QĐ-SO') for number in range(count)]
        wizard = self.wizard(workbook(rows))
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        wizard.action_check()
        self.env.flush_all()
        checked = self.env.cr.sql_log_count - before
        wizard.action_import()
        self.env.flush_all()
        return checked, self.env.cr.sql_log_count - before - checked

    def test_ten_or_fifty_rows_cost_the_same(self):
        self.queries(2, 0)
        few, many = self.queries(10, 100), self.queries(50, 200)
        self.assertLessEqual(many[0], few[0] + 2)
        self.assertLessEqual(many[1], few[1] + 2)
