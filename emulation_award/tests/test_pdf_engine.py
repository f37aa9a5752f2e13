import sys
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import BaseCase, tagged

from odoo.addons.base.models.ir_actions_report import IrActionsReport as CoreReport

from ..reports import ir_actions_report, pdf_engine
from ..reports.ir_actions_report import split_documents
from .form08_common import REPORT, Form08Common, packed, read_pdf

ENGINE = pdf_engine.__name__
PIXEL = (
    'data:image/png;base64,'
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
)


class TestFetcher(BaseCase):
    """What a document may load: our own static files and what it brings along."""

    refused = (
        'http://example.com/style.css',
        'https://example.com/emulation_award/static/x.css',
        'http://odoo.invalid.example.com/emulation_award/static/x.css',
        'ftp://odoo.invalid/emulation_award/static/x.css',
        'file:///etc/passwd',
        'http://odoo.invalid/etc/passwd',
        'http://odoo.invalid/web/static/img/logo.png',
        'http://odoo.invalid/emulation_award/models/emulation_campaign.py',
        'http://odoo.invalid/emulation_award/static/../models/emulation_campaign.py',
        'http://odoo.invalid/emulation_award/static/%2e%2e/__manifest__.py',
        'http://odoo.invalid/emulation_award/static/%2e%2e%2f__manifest__.py',
        'http://odoo.invalid//etc/passwd',
        'http://odoo.invalid/web/content/1',
    )

    def setUp(self):
        super().setUp()
        self.fetcher = pdf_engine.StaticFilesOnly(allowed_protocols=['data'])

    def test_own_static_file(self):
        url = 'http://odoo.invalid/emulation_award/static/src/reports/decree30.css'
        answer = self.fetcher.fetch(url)
        self.assertEqual(answer.content_type, 'text/css')
        self.assertIn(b'Decree 30/2020', answer.read())

    def test_data(self):
        self.assertEqual(self.fetcher.fetch(PIXEL).content_type, 'image/png')

    def test_anything_else_is_refused(self):
        for url in self.refused:
            with self.assertRaises(ValueError, msg=url):
                self.fetcher.fetch(url)

    def test_a_document_that_asks_for_them_is_printed_without(self):
        opened = []
        self.patch(pdf_engine, 'file_open', lambda *args: opened.append(args))
        images = ''.join(f'<img src="{url}">' for url in self.refused)
        styles = ''.join(f'<link rel="stylesheet" href="{url}">' for url in self.refused)
        with self.assertLogs('weasyprint', 'ERROR') as logs:
            content = pdf_engine.render([f'<html>{styles}<body>Nội dung{images}</body></html>'])
        self.assertEqual(read_pdf(content)[0].body, packed('Nội dung'))
        self.assertEqual((opened, len(logs.output)), ([], 2 * len(self.refused)))


class TestRender(BaseCase):
    def test_page_numbers_begin_anew(self):
        style = '<style>@page { @top-center { content: counter(page) } }</style>'
        one = f'<html><head>{style}</head><body><p>A<p style="break-before: page">B</body></html>'
        pages = read_pdf(pdf_engine.render([one, one]))
        self.assertEqual([page.header for page in pages], ['1', '2', '1', '2'])

    def test_a_document_of_its_own_is_the_same_alone_and_among_others(self):
        head = '<html><head><title>Chung</title></head><body>'
        articles = [f'<div class="article" data-title="{name}">x</div>' for name in 'AB']
        alone, both = (
            split_documents(f'{head}{"".join(some)}'.encode(), own_titles=True)
            for some in (articles[1:], articles)
        )
        self.assertEqual(both[1], alone[0])
        self.assertIn('<title>B</title>', both[1])
        self.assertNotIn('data-title', both[1])

    def test_documents_are_split(self):
        html = (
            '<html><head><title>Đề</title></head><body><main>'
            '<div class="article x">Một &lt;b&gt;</div><div>bỏ</div><div class="article">Hai</div>'
            '</main></body></html>'
        )
        first, second = split_documents(html.encode())
        self.assertIn('<title>Đề</title>', first)
        self.assertIn('<body><div class="article x">Một &lt;b&gt;</div></body>', first)
        self.assertIn('<body><div class="article">Hai</div></body>', second)


@tagged('post_install', '-at_install')
class TestPdfEngine(Form08Common):
    """Which reports WeasyPrint prints, and what stays Odoo's."""

    def setUp(self):
        super().setUp()
        self.report = self.env.ref('emulation_award.emulation_nomination_report_form08')
        self.renderer = self.env['ir.actions.report'].with_context(force_report_rendering=True)

    def _without_engine(self):
        """A server on which the engine cannot be loaded."""
        package = sys.modules[ir_actions_report.__package__]
        self.enterContext(patch.dict(sys.modules, {'weasyprint': None}))
        sys.modules.pop(ENGINE)
        self.enterContext(patch.object(package, 'pdf_engine', create=True))
        del package.pdf_engine

    def test_needs_no_wkhtmltopdf(self):
        report = self.env.registry['ir.actions.report']
        self.patch(report, 'get_wkhtmltopdf_state', lambda self: 'install')
        self.assertTrue(self._print(self._reports()).startswith(b'%PDF'))

    def test_reports_of_others_go_their_way(self):
        asked = []
        self.patch(
            CoreReport,
            '_render_qweb_pdf_prepare_streams',
            lambda _self, report_ref, data, res_ids=None: asked.append((report_ref, res_ids)),
        )
        self.renderer._render_qweb_pdf_prepare_streams('web.preview_externalreport', {}, [1])
        self.assertEqual(asked, [('web.preview_externalreport', [1])])
        self._print(self._reports())
        self.assertEqual(len(asked), 1)

    def test_in_tests_odoo_still_gets_html(self):
        content, kind = self.env['ir.actions.report']._render_qweb_pdf(REPORT, self._reports().ids)
        self.assertEqual(kind, 'html')
        self.assertIn(b'<main>', content)

    def test_a_missing_engine_is_explained(self):
        nomination = self._reports()
        self._without_engine()
        with self.assertRaisesRegex(UserError, r'weasyprint(?s:.)*libpango'):
            self._print(nomination)

    def test_a_missing_library_is_explained(self):
        nomination = self._reports()
        self._without_engine()

        class NoLibrary:
            def find_spec(self, name, *args):
                if name == 'weasyprint':
                    raise OSError("cannot load library 'libpango-1.0-0'")

        sys.modules.pop('weasyprint')
        self.enterContext(patch.object(sys, 'meta_path', [NoLibrary(), *sys.meta_path]))
        with self.assertRaisesRegex(UserError, 'cannot load library'):
            self._print(nomination)

    def test_nothing_to_print(self):
        with self.assertRaisesRegex(UserError, 'at least one'):
            self.renderer._render_qweb_pdf(REPORT, [])

    def test_too_many_to_print(self):
        self.patch(ir_actions_report, 'MOST_DOCUMENTS', 1)
        nominations = self._reports(self.people_a[2], self.people_a[3])
        with self.assertRaisesRegex(UserError, '2 documents'):
            self._print(nominations)

    def test_the_letterhead_is_not_asked_for(self):
        self.assertTrue(self.env.is_admin())
        self.assertFalse(self.env.company.external_report_layout_id)
        nomination = self._reports()
        action = self.report.report_action(nomination)
        self.assertEqual((action['type'], action['report_name']), ('ir.actions.report', REPORT))

    def test_is_in_the_print_menu_of_whoever_reads_nominations(self):
        for user in (self.staff, self.leader_a, self.office, self.auditor):
            bindings = (
                self.env['ir.actions.actions'].with_user(user).get_bindings('emulation.nomination')
            )
            self.assertIn(self.report.id, [action['id'] for action in bindings['report']])

    # What an administrator may add to a report

    def test_saved_as_attachments(self):
        self.report.attachment = "object.nominee_name + '.pdf'"
        nominations = self._reports(self.people_a[2], self.people_a[3])
        pages = self._pages(nominations)
        attachments = self._attachments(nominations)
        self.assertEqual(
            attachments.mapped('name'),
            [f'{name}.pdf' for name in nominations.mapped('nominee_name')],
        )
        for nomination, attachment in zip(nominations, attachments, strict=True):
            self.assert_printed(nomination.nominee_name, read_pdf(attachment.raw))
        self.assertEqual(len(pages), sum(len(read_pdf(one.raw)) for one in attachments))

    def test_saved_ones_are_used_again(self):
        self.report.write({'attachment': "'bao-cao.pdf'", 'attachment_use': True})
        nomination = self._reports()
        first = self._print(nomination)
        self._write_text(nomination, 'Đã viết lại.')
        self.assertEqual(self._print(nomination), first)
        self.assertEqual(len(self._attachments(nomination)), 1)

    def _attachments(self, nominations):
        return self.env['ir.attachment'].search(
            [('res_model', '=', nominations._name), ('res_id', 'in', nominations.ids)],
            order='res_id',
        )

    def test_attached_to_a_mail(self):
        nomination = self._reports()
        template = self.env['mail.template'].create(
            {
                'name': 'Báo cáo',
                'model_id': self.env['ir.model']._get_id(nomination._name),
                'report_template_ids': self._link(self.report),
            }
        )
        values = template.with_context(force_report_rendering=True)._generate_template(
            nomination.ids, ['report_template_ids']
        )[nomination.id]
        [(name, _content)] = values['attachments']
        self.assertEqual(name, 'Mau 08 - Nguyen Van a02.pdf')
