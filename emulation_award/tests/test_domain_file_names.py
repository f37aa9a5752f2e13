import zipfile
from io import BytesIO
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from ..domain import archive, file_names
from ..domain.file_names import one_word, plain_name

PLAIN = r'[A-Za-z0-9_ ,.()-]*'


class TestFileNames(TestCase):
    """Names that pass through any system, and archives that are the same everywhere."""

    @given(st.lists(st.text(), max_size=3))
    def test_any_text_gives_a_plain_name(self, parts):
        name = plain_name(*parts)
        self.assertRegex(name, f'^{PLAIN}$')
        self.assertLessEqual(len(name), file_names.LONGEST)
        self.assertEqual(name, name.strip(' .-'))
        self.assertEqual(name, plain_name(name))

    @given(st.text())
    def test_any_text_gives_a_word(self, text):
        self.assertRegex(one_word(text, 20), '^[A-Za-z0-9]([A-Za-z0-9-]{0,18}[A-Za-z0-9])?$')

    def test_no_name_climbs_or_hides(self):
        for name in ('../../etc/passwd', '.hidden', 'C:\\x', '\u202egpj.exe'):
            with self.subTest(name):
                self.assertNotRegex(plain_name(name), r'[/\\:]|^\.|\u202e')

    def test_an_archive_carries_no_time_system_or_rights_of_its_maker(self):
        packed = archive.pack([('mimetype', b'x'), ('b', b'y' * 99)], first_stored='mimetype')
        with zipfile.ZipFile(BytesIO(packed)) as made:
            told = [
                (one.filename, one.date_time, one.create_system, one.external_attr >> 16)
                for one in made.infolist()
            ]
            ways = [one.compress_type for one in made.infolist()]
        self.assertEqual(
            told,
            [(name, (1980, 1, 1, 0, 0, 0), 3, 0o100644) for name in ('mimetype', 'b')],
        )
        self.assertEqual(ways, [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
