from odoo.tests import BaseCase

from ..domain.errors import FileTypeError
from ..domain.filetypes import (
    MEDIA_TYPES,
    media_types,
    name_finding,
    parse_extensions,
    usual_extension,
)
from ..domain.findings import Finding


class TestParseExtensions(BaseCase):
    def test_blank_is_any(self):
        self.assertEqual([parse_extensions(text) for text in ('', '  ', ',')], [(), (), ()])

    def test_case_dots_and_doubles(self):
        self.assertEqual(parse_extensions(' .PDF,pdf ,Docx'), ('pdf', 'docx'))

    def test_unknown_is_not_read_as_any(self):
        with self.assertRaisesRegex(FileTypeError, 'foo'):
            parse_extensions('pdf, foo')


class TestMediaTypes(BaseCase):
    def test_none_for_none(self):
        self.assertEqual(media_types(()), frozenset())

    def test_all_of_an_extension(self):
        self.assertEqual(media_types(['csv']), frozenset(MEDIA_TYPES['csv']))

    def test_every_extension_is_known_by_its_own_or_a_twin(self):
        twins = {'jpeg': 'jpg', 'tiff': 'tif'}
        for extension, kinds in MEDIA_TYPES.items():
            with self.subTest(extension):
                self.assertEqual(usual_extension(kinds[0]), twins.get(extension, extension))


class TestNameFinding(BaseCase):
    def test_true_name(self):
        self.assertIsNone(name_finding('Sáng kiến', 'ảnh.JPEG', 'image/jpeg'))

    def test_lie(self):
        params = {
            'requirement': 'Sáng kiến',
            'file': 'bản.tóm tắt.pdf',
            'mimetype': 'image/png',
            'allowed': 'application/pdf',
        }
        self.assertEqual(
            name_finding('Sáng kiến', 'bản.tóm tắt.pdf', 'image/png'),
            Finding('file_type_refused', params),
        )

    def test_no_promise_no_lie(self):
        for name in ('pdf', 'scan', 'scan.xyz', 'scan.'):
            with self.subTest(name):
                self.assertIsNone(name_finding('Sáng kiến', name, 'image/png'))
