from odoo.tests import BaseCase, tagged

from ..reports import stable, template_check
from ..reports.catalog import DOCUMENTS
from ..reports.template_error import TemplateError
from ..reports.template_fault import TemplateFaultError
from ..reports.template_models import VIEW_MODELS
from .template_common import field, parts_of, shipped, spoiled

PROGRAM = '<?python import os ?>'
GENSHI = '<p xmlns:py="http://genshi.edgewall.org/" py:replace="doc.title"/>'
TITLE = field('doc.title')


@tagged('post_install', '-at_install')
class TestTemplateCheck(BaseCase):
    """What an author gets wrong is found before the file takes the old one's place."""

    def _fault(self, content, code='form08'):
        with self.assertRaises(TemplateFaultError) as caught:
            template_check.check(code, content)
        return caught.exception

    def _refused(self, content, code='form08'):
        with self.assertRaises(TemplateError):
            template_check.check(code, content)

    def test_every_office_document_has_a_template_that_passes(self):
        codes = {code for code, one in DOCUMENTS.items() if 'odt' in one.formats}
        self.assertEqual(codes, set(VIEW_MODELS))
        for code in codes:
            with self.subTest(code=code):
                template_check.check(code, shipped(code))

    # Expressions

    def test_unknown_field_is_named_with_its_place_and_what_there_is(self):
        fault = self._fault(spoiled('form08', TITLE, field('doc.heading.titel')))
        self.assertEqual(
            (fault.code, fault.part, fault.near, fault.expression),
            ('unknown_field', 'content.xml', 'doc.title', 'doc.heading.titel'),
        )
        self.assertIn('place_date', fault.values['known'])

    def test_unknown_field_is_found_where_no_sample_comes(self):
        content = spoiled('form08', 'section.awards%22', 'section.award%22')
        content = self._also(content, '"section.awards"', '"section.award"')
        self.assertEqual(self._fault(content).code, 'unknown_field')

    def _also(self, content, old, new):
        parts = parts_of(content)
        parts['content.xml'] = parts['content.xml'].replace(old.encode(), new.encode(), 1)
        return stable.pack(parts.items())

    def test_header_is_read_too(self):
        old = field("'DỰ THẢO' if doc.is_draft else ''")
        content = spoiled('form08', old, field('doc.draft'), part='styles.xml')
        fault = self._fault(content)
        self.assertEqual((fault.code, fault.part), ('unknown_field', 'styles.xml'))

    def test_expressions_that_do_more_than_show(self):
        expressions = {
            'doc.__class__': 'unknown_field',
            'doc.title.__len__': 'unknown_field',
            'doc.title.upper()': 'forbidden',
            "open('/etc/passwd').read()": 'forbidden',
            "__import__('os')": 'forbidden',
            'len.__self__': 'unknown_name',
            "doc['title']": 'forbidden',
            '[x for x in doc.sections][0]': 'forbidden',
            '(lambda: 1)()': 'forbidden',
            'doc.title * 1000000000': 'forbidden',
            "'%s' % doc.title": 'forbidden',
            'environ': 'unknown_name',
            'doc.sections[1:2:3]': 'forbidden',
            'doc.signatures': 'not_text',
            'doc.heading': 'not_text',
            'doc.': 'syntax',
            'doc title': 'syntax',
        }
        for expression, code in expressions.items():
            with self.subTest(expression=expression):
                fault = self._fault(spoiled('form08', TITLE, field(expression)))
                self.assertEqual((fault.code, fault.expression), (code, expression))

    def test_expressions_that_show(self):
        for expression in (
            'doc.heading.right',
            "'Có' if doc.heading.is_party and not doc.is_draft else doc.title",
            'doc.signatures[0][-1].name',
            'len(doc.sections)',
            "doc.office or 'Không có'",
        ):
            with self.subTest(expression=expression):
                template_check.check('form08', spoiled('form08', TITLE, field(expression)))

    # Commands

    def _command(self, old, new, shown=None):
        """Form 08 with a command changed, and what is shown of it."""
        link = old.replace(' ', '%20').replace('"', '%22')
        changed = new.replace(' ', '%20').replace('"', '%22')
        content = spoiled('form08', f'py3o://{link}"', f'py3o://{changed}"')
        return self._also(content, f'>{old}<', f'>{new if shown is None else shown}<')

    def test_command_without_end(self):
        content = self._command('/for', '/for')
        parts = parts_of(content)
        text = parts['content.xml']
        start = text.rindex(b'<text:p', 0, text.rindex(b'>/for<'))
        end = text.index(b'</text:p>', start) + len(b'</text:p>')
        parts['content.xml'] = text[:start] + text[end:]
        fault = self._fault(stable.pack(parts.items()))
        self.assertEqual(
            (fault.code, fault.expression), ('unclosed', 'for="row in doc.signatures"')
        )

    def test_end_without_beginning(self):
        fault = self._fault(self._command('if="doc.heading.superior"', '/if'))
        self.assertEqual((fault.code, fault.expression), ('unopened', '/if'))

    def test_end_of_another_command(self):
        fault = self._fault(self._command('/if', '/for'))
        self.assertEqual(
            (fault.code, fault.values['opening']), ('crossed', 'if="doc.heading.superior"')
        )

    def test_changed_text_with_the_old_link(self):
        old = 'for="row in doc.signatures"'
        fault = self._fault(self._command(old, old, 'for="part in doc.signatures"'))
        self.assertEqual(
            (fault.code, fault.values['shown']), ('unlike_link', 'for="part in doc.signatures"')
        )

    def test_commands_that_py3o_knows_and_a_template_may_not_use(self):
        for command in ('with="x=1"', 'def="f()"', 'function="doc.title"', 'attrs="doc"', 'x'):
            with self.subTest(command=command):
                fault = self._fault(self._command('if="doc.heading.superior"', command))
                self.assertEqual(fault.code, 'unknown_command')

    def test_words_beside_a_command_would_be_lost(self):
        link = '<text:a text:style-name="D30_20_Lệnh"'
        self.assertEqual(self._fault(spoiled('form08', link, f'Chú ý {link}')).code, 'not_alone')

    def test_loop_over_a_text(self):
        content = self._command('for="row in doc.signatures"', 'for="row in doc.title"')
        self.assertEqual(self._fault(content).code, 'not_list')

    def test_loop_may_not_hide_the_document(self):
        content = self._command('for="row in doc.signatures"', 'for="doc in doc.signatures"')
        self.assertEqual(self._fault(content).code, 'reserved_name')

    def test_end_in_another_cell(self):
        parts = parts_of(shipped('form08'))
        text = parts['content.xml']
        end = text.index(b'</text:p>', text.index(b'>/if<')) + len(b'</text:p>')
        start = text.rindex(b'<text:p', 0, end)
        command, text = text[start:end], text[:start] + text[end:]
        cell = text.index(b'<table:table-cell', text.index(b'</table:table-cell>'))
        inside = text.index(b'>', cell) + 1
        parts['content.xml'] = text[:inside] + command + text[inside:]
        self.assertEqual(self._fault(stable.pack(parts.items())).code, 'apart')

    # Files

    def test_files_that_are_no_template(self):
        for content in (b'', b'PK\x03\x04 broken', b'%PDF-1.7', shipped('form08')[:-200]):
            with self.subTest(content=content[:10]):
                self._refused(content)

    def test_another_kind_of_document(self):
        sheet = b'application/vnd.oasis.opendocument.spreadsheet'
        self._refused(spoiled('form08', mimetype=sheet))

    def test_too_large(self):
        self.assertEqual(self._fault(b'x' * 2_000_001).code, 'too_large')

    def test_bomb(self):
        self._refused(spoiled('form08', Pictures__png=b'\0' * 21_000_000))

    def test_parts_that_act(self):
        self._refused(spoiled('form08', **{'Basic/Standard/Module1__xml': b'<m/>'}))
        self._refused(spoiled('form08', '<office:body>', f'<office:body>{PROGRAM}'))
        self._refused(spoiled('form08', '</office:text>', f'{GENSHI}</office:text>'))

    def test_document_type_with_entities(self):
        declared = "<?xml version='1.0' encoding='UTF-8'?>\n"
        kind = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        self._refused(spoiled('form08', declared, declared + kind))

    def test_picture_from_elsewhere(self):
        frame = (
            '<draw:frame><draw:image xlink:href="http://example.com/a.png"/></draw:frame>'
            '</office:text>'
        )
        self._refused(spoiled('form08', '</office:text>', frame))

    def test_expression_in_running_text(self):
        shown = '<text:p>${doc.__class__}</text:p></office:text>'
        self._refused(spoiled('form08', '</office:text>', shown))

    def test_field_of_another_document(self):
        self.assertEqual(self._fault(shipped('plan'), 'form08').code, 'unknown_field')
