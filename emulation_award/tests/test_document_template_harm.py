import io
import stat
import warnings
import zipfile
from contextlib import suppress

from odoo.tests import BaseCase, tagged

from ..reports import py3o_engine, template_check
from ..reports.template_error import TemplateError
from .document_common import command, line, odt, show
from .template_common import field, shipped, spoiled

TITLE = field('doc.title')


@tagged('post_install', '-at_install', 'security')
class TestTemplateHarm(BaseCase):
    """A file is the only door of whoever may replace a template, and of whoever gave it to them."""

    def _refused(self, content):
        with self.assertRaises(TemplateError) as caught:
            template_check.check('form08', content)
        return caught.exception

    def _with_text(self, text):
        return spoiled('form08', '</office:text>', f'{text}</office:text>')

    def _said(self, text):
        error = self._refused(self._with_text(text))
        return error.part, error.near, error.expression, error.detail

    def _archive(self, *more, flag=0):
        """Form 08 with further entries, as an attacker writes them."""
        packed = io.BytesIO(shipped('form08'))
        with zipfile.ZipFile(packed, 'a') as archive:
            for name in more:
                entry = zipfile.ZipInfo('x')
                entry.filename, entry.external_attr = name, flag << 16
                with warnings.catch_warnings():
                    warnings.simplefilter('ignore')
                    archive.writestr(entry, b'x')
        return packed.getvalue()

    # Expressions outside of fields

    def test_what_the_engine_cannot_read_names_the_place(self):
        for expression in ('f"{doc}"', '1 if', '[x async for x in doc]', 'x := 1', 'a' * 600 + '['):
            with self.subTest(expression=expression):
                self.assertEqual(
                    self._said(f'<text:p>Số ${{{expression}}}</text:p>')[::3],
                    ('content.xml', 'an expression stands in a field'),
                )

    def test_field_that_the_engine_cannot_read_names_the_place(self):
        for expression in ("f'{doc.title}'", 'doc.title := 1', '-' * 600 + '1', 'doc' + '.a' * 300):
            error = self._refused(spoiled('form08', TITLE, field(expression)))
            with self.subTest(expression=expression):
                self.assertEqual(
                    (error.part, error.near, error.expression),
                    ('content.xml', 'doc.title', expression),
                )

    def test_engine_alone_names_the_place_as_well(self):
        content = odt(line('Số: ', show("f'{doc.title}'")))
        with self.assertRaises(TemplateError) as caught:
            py3o_engine.template(content)
        error = caught.exception
        self.assertEqual((error.part, error.expression), ('content.xml', "f'{doc.title}'"))
        self.assertIn('JoinedStr', error.detail)

    def test_expression_in_running_text_names_the_place(self):
        self.assertEqual(
            self._said('<text:p>Số ${doc.title} ngày</text:p>'),
            (
                'content.xml',
                'Số ${doc.title} ngày',
                '${doc.title}',
                'an expression stands in a field',
            ),
        )

    def test_expression_in_an_attribute(self):
        for text in (
            '<text:p text:style-name="${doc.title}">x</text:p>',
            '<text:p><text:a xlink:href="https://x/$doc.title">x</text:a></text:p>',
            '<text:p><text:a xlink:href="${doc.title}">x</text:a></text:p>',
        ):
            with self.subTest(text=text):
                self._refused(self._with_text(text))

    def test_money_is_text(self):
        template_check.check('form08', self._with_text('<text:p>100 $, $5, $</text:p>'))

    # Addresses

    def test_data_cannot_become_an_address(self):
        image = '<text:p><draw:frame><draw:image xlink:href="{}"/></draw:frame></text:p>'
        for address in (
            "${'file'+doc.title[2]+'///etc/passwd'}",
            '${doc.title}',
            'Pictures/../../x.png',
            'Pictures/%2e%2e/x.png',
            'x.png',
            '\\\\server\\share',
            'Pictures/a.png#$x',
        ):
            with self.subTest(address=address):
                self.assertEqual(self._said(image.format(address))[2], address)

    def test_links_that_run_or_open_files(self):
        for address in (
            'vnd.sun.star.script:x?language=Basic',
            'macro:///Standard.Module1.Main()',
            'file:///etc/passwd',
            '../x.odt',
            'javascript:alert(1)',
        ):
            with self.subTest(address=address):
                error = self._said(f'<text:p><text:a xlink:href="{address}">x</text:a></text:p>')
                self.assertEqual(error[2:], (address, 'a template loads nothing from elsewhere'))

    def test_links_to_click_on(self):
        for address in ('https://example.com/a?b=1', 'mailto:a@example.com', '#Phụ lục'):
            with self.subTest(address=address):
                link = f'<text:p><text:a xlink:href="{address}">x</text:a></text:p>'
                template_check.check('form08', self._with_text(link))

    # Names in the archive

    def test_names_that_lead_out_of_the_file(self):
        for name in ('../../evil', '/etc/passwd', 'a/../../b', 'Pictures\\x.png', 'C:x', 'a\0b'):
            with self.subTest(name=name):
                error = self._refused(self._archive(name))
                self.assertEqual((error.part, error.detail), (name, 'a part leads out of the file'))

    def test_link_in_the_archive(self):
        error = self._refused(self._archive('Pictures/x.png', flag=stat.S_IFLNK))
        self.assertEqual(error.detail, 'a part leads out of the file')

    def test_two_parts_of_one_name(self):
        for name in ('content.xml', 'Content.XML'):
            with self.subTest(name=name):
                error = self._refused(self._archive(name))
                self.assertEqual(
                    (error.part, error.detail), (name, 'a part stands twice in the file')
                )

    def test_parts_that_no_template_needs(self):
        for name in ('basic/x.xml', 'evil', 'META-INF/documentsignatures.xml', 'Pictures/a/b.png'):
            with self.subTest(name=name):
                self.assertEqual(self._refused(self._archive(name)).part, name)

    def test_pictures_that_are_none(self):
        for content in (b'%!PS-Adobe', b'<svg xmlns="http://www.w3.org/2000/svg"/>', b''):
            with self.subTest(content=content):
                error = self._refused(spoiled('form08', **{'Pictures/x__png': content}))
                self.assertEqual(error.part, 'Pictures/x.png')

    def test_picture_of_the_file(self):
        image = (
            '<text:p><draw:frame><draw:image xlink:href="Pictures/x.png"/></draw:frame></text:p>'
        )
        content = spoiled(
            'form08',
            '</office:text>',
            f'{image}</office:text>',
            **{'Pictures/x__png': b'\x89PNG\r\n\x1a\n', 'Configurations2/accelerator/x__xml': b''},
        )
        template_check.check('form08', content)

    def test_archive_damaged_anywhere(self):
        content = shipped('form08')
        for at in range(0, len(content), len(content) // 60):
            with self.subTest(at=at), suppress(TemplateError):
                template_check.check('form08', content[:at] + b'\xff\xff\xff' + content[at + 3 :])

    # A clumsy author

    def test_left_overs_of_working_on_it(self):
        for text in (
            '<text:p>x<office:annotation><text:p>y</text:p></office:annotation></text:p>',
            '<text:tracked-changes><text:changed-region/></text:tracked-changes>',
        ):
            with self.subTest(text=text):
                self.assertEqual(self._said(text)[3], 'a template is finished')

    def test_fields_that_change_by_themselves(self):
        for name in ('date', 'time', 'file-name', 'author-name'):
            with self.subTest(name=name):
                said = self._said(f'<text:p>Ngày <text:{name}>x</text:{name}></text:p>')
                self.assertEqual(
                    said,
                    (
                        'content.xml',
                        'Ngày x',
                        name,
                        'a template shows nothing that changes by itself',
                    ),
                )

    def test_password(self):
        manifest = b'<m xmlns="urn:x"><encryption-data/></m>'
        error = self._refused(spoiled('form08', **{'META-INF/manifest__xml': manifest}))
        self.assertEqual(error.detail, 'the file is locked by a password')

    def test_loops_within_loops(self):
        opened, closed = (
            ''.join(command(said.format(at)) for at in range(5))
            for said in ('for="a{} in doc.sections"', '/for')
        )
        self.assertEqual(self._refused(self._with_text(opened + closed)).code, 'too_deep')

    def test_loop_over_a_list_written_out(self):
        loop = command(f'for="a in {list(range(11))}"') + command('/for')
        self.assertEqual(self._refused(self._with_text(loop)).code, 'not_list')
