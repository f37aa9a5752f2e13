import io
import time
import zipfile
from types import SimpleNamespace

from odoo.tests import BaseCase, tagged

from ..reports import py3o_engine
from ..reports.catalog import DOCUMENTS, OFFICE_FORMATS
from ..reports.template_error import TemplateError
from .document_common import NAMESPACES, command, line, odt, show, text_of_odt

SHIPPED = [code for code, document in DOCUMENTS.items() if document.formats == OFFICE_FORMATS]
DOC = SimpleNamespace(
    title='Kế hoạch <A&B>',
    lines=('một', 'hai'),
    rows=(('a', 'b'), ('c', 'd')),
    deep=SimpleNamespace(text='sâu'),
    number=7,
    none='',
)


def rendered(body, doc=DOC):
    return text_of_odt(py3o_engine.render(odt(body), doc))


@tagged('post_install', '-at_install')
class TestPy3oEngine(BaseCase):
    """Filling a template, and refusing one that says more than a template may."""

    def refused(self, content, doc=DOC):
        with self.assertRaises(TemplateError) as caught:
            py3o_engine.render(content, doc)
        return caught.exception

    def test_text_is_shown_as_it_is(self):
        self.assertEqual(rendered(line(show('doc.title'))), ['Kế hoạch <A&B>'])

    def test_loops_and_choices(self):
        body = (
            command('for="at, one in enumerate(doc.lines, 1)"')
            + command('if="at == len(doc.lines)"')
            + line(show('at'), ': ', show('one'), show("'.' if at else ''"))
            + command('/if')
            + command('/for')
        )
        self.assertEqual(rendered(body), ['2: hai.'])

    def test_rows_of_a_table(self):
        cell = '<table:table-cell>{}</table:table-cell>'
        row = '<table:table-row>{}</table:table-row>'
        table = (
            row.format(cell.format(command('for="row in doc.rows"')))
            + row.format(cell.format(line(show('row[0]'))) + cell.format(line(show('row[-1]'))))
            + row.format(cell.format(command('/for')))
        )
        body = f'<table:table table:name="t"><table:table-column/>{table}</table:table>'
        self.assertEqual(rendered(body), ['a', 'b', 'c', 'd'])

    def test_nothing_is_shown_for_nothing(self):
        self.assertEqual(rendered(line('[', show('doc.none'), ']')), ['[]'])

    def test_control_characters_are_left_out(self):
        doc = SimpleNamespace(title='a\x00b\x0bc\ufffe\ud800d\te')
        self.assertEqual(rendered(line(show('doc.title')), doc), ['abcd\te'])

    def test_three_megabytes_in_reasonable_time(self):
        doc = SimpleNamespace(lines=('Hoàn thành xuất sắc. ' * 50,) * 3000)
        body = command('for="one in doc.lines"') + line(show('one')) + command('/for')
        start = time.monotonic()
        self.assertEqual(len(rendered(body, doc)), 3000)
        self.assertLess(time.monotonic() - start, 5)

    def test_same_bytes_and_no_time_in_them(self):
        content = odt('<text:list xml:id="list1"><text:list-item/></text:list>' + line('x'))
        made = py3o_engine.render(content, DOC)
        self.assertEqual(made, py3o_engine.render(content, DOC))
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            times = {entry.date_time for entry in archive.infolist()}
            self.assertEqual(archive.namelist()[0], 'mimetype')
            self.assertNotIn(b'xml:id', archive.read('content.xml'))
        self.assertEqual(times, {(1980, 1, 1, 0, 0, 0)})

    def test_templates_of_the_addon_are_let_through(self):
        from odoo.tools import file_open

        for code in SHIPPED:
            with (
                self.subTest(code=code),
                file_open(f'emulation_award/reports/templates/{code}.odt', 'rb') as file,
            ):
                self.assertTrue(py3o_engine.template(file.read()).filled)

    # Where it is wrong

    def test_unknown_value_is_named_with_its_place(self):
        error = self.refused(odt(line('Số: ', show('doc.titel'))))
        self.assertEqual(
            (error.part, error.near, error.expression),
            ('content.xml', 'Số: {doc.titel}', 'doc.titel'),
        )
        self.assertEqual(error.detail, 'has no member named "titel"')

    def test_broken_expression_is_named_with_its_place(self):
        error = self.refused(odt(line('trước') + line('Số: ', show('doc.title +'))))
        self.assertEqual((error.part, error.near), ('content.xml', 'Số: {doc.title +}'))
        self.assertIn('doc.title +', error.detail)

    def test_loop_over_what_is_no_list_is_named(self):
        body = command('for="one in doc.number"') + line('x') + command('/for')
        error = self.refused(odt(body))
        self.assertIn('doc.number', error.expression)

    def test_loop_without_end(self):
        error = self.refused(odt(command('for="one in doc.lines"') + line('x')))
        self.assertEqual(
            (error.expression, error.detail), ('for="one in doc.lines"', 'this has no end')
        )

    def test_end_of_another_loop(self):
        for body in (
            line('x') + command('/for'),
            command('for="one in doc.lines"') + line('x') + command('/if'),
        ):
            with self.subTest(body=body):
                self.assertEqual(self.refused(odt(body)).detail, 'this ends what was not begun')

    def test_two_commands_on_one_line(self):
        address = '<text:a xlink:href="py3o://{}">x</text:a>'
        body = line(address.format('if=%22doc%22'), address.format('if=%22doc%22'))
        self.assertTrue(self.refused(odt(body + command('/if') + command('/if'))).detail)

    def test_page_header_is_named(self):
        master = f'<office:master-styles>{line(show("doc.nothing"))}</office:master-styles>'
        styles = f'<office:document-styles {NAMESPACES}>{master}</office:document-styles>'
        error = self.refused(odt(line('x'), **{'styles.xml': styles}))
        self.assertEqual((error.part, error.expression), ('styles.xml', 'doc.nothing'))

    # What a template may not say

    def test_programs_are_refused(self):
        for expression in (
            'doc.__class__',
            'doc.title.__class__.__mro__',
            "doc['__class__']",
            'doc.rows[doc.title]',
            'doc.title.format(doc)',
            "'%s' % doc.title",
            "'x' * 99999999",
            '__import__',
            "__import__('os').system('true')",
            'open',
            "open('/etc/passwd')",
            'getattr(doc, doc.title)',
            '[one for one in doc.lines]',
            '(lambda: 1)()',
            'Markup(doc.title)',
            "len(doc.lines, key='x')",
            'env',
        ):
            with self.subTest(expression=expression):
                error = self.refused(odt(line(show(expression.replace('"', "'")))))
                self.assertEqual(error.part, 'content.xml')

    def test_programs_in_other_places_are_refused(self):
        for body in (
            line('${open}'),
            line('<text:span text:style-name="${open}">x</text:span>'),
            '<?python import os ?>' + line('x'),
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>',
            '<py:def xmlns:py="http://genshi.edgewall.org/" function="f()">x</py:def>',
            line('<text:span xmlns:py="http://genshi.edgewall.org/" py:with="x=1">x</text:span>'),
            line('<text:span xmlns:py="http://genshi.edgewall.org/" py:attrs="open">x</text:span>'),
            command('for="one in open"') + line('x') + command('/for'),
            command('if="open"') + line('x') + command('/if'),
            command('function="open()"') + line('x') + command('/function'),
        ):
            with self.subTest(body=body):
                self.refused(odt(body))

    # What a template may not hold

    def test_what_is_no_template(self):
        for content in (b'', b'%PDF-1.4', odt('')[:-40], odt('', mimetype='text/plain')):
            with self.subTest(content=content[:20]):
                self.assertTrue(self.refused(content).detail)

    def test_damaged_text(self):
        error = self.refused(odt('<text:p>'))
        self.assertEqual(error.part, 'content.xml')

    def test_too_large(self):
        packed = io.BytesIO(odt(''))
        with zipfile.ZipFile(packed, 'a', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr('Pictures/1.png', b'0' * 21_000_000)
        self.assertIn('too large', self.refused(packed.getvalue()).detail)

    def test_acting_content_is_refused(self):
        picture = '<draw:frame><draw:image xlink:href="{}"/></draw:frame>'
        for body in (
            '<office:event-listeners><script:event-listener/></office:event-listeners>',
            '<text:section text:name="s"><text:section-source xlink:href="x.odt"/></text:section>',
            line('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'),
            *(
                line(picture.format(address))
                for address in ('http://x/y.png', 'file:///etc/passwd', '/etc/passwd', '../x.png')
            ),
        ):
            with self.subTest(body=body):
                self.assertTrue(self.refused(odt(body)).detail)

    def test_macros_are_refused(self):
        error = self.refused(odt('', **{'Basic/Standard/Module1.xml': '<x/>'}))
        self.assertEqual(error.part, 'Basic/Standard/Module1.xml')

    def test_entities_are_refused(self):
        entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        content = f'{entity}<office:document-styles {NAMESPACES}>&e;</office:document-styles>'
        self.assertEqual(self.refused(odt('', **{'styles.xml': content})).part, 'styles.xml')

    def test_own_pictures_and_links_are_let_through(self):
        body = line(
            '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>',
            '<text:a xlink:href="https://example.com">x</text:a>',
        )
        self.assertEqual(rendered(body), ['x'])
