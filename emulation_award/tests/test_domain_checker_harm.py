import io
import struct
import warnings
import zipfile
from unittest.mock import patch

from .package_common import PackageCommon, written

LETTER = '01-To-trinh/To-trinh.pdf'


class TestHarmfulArchives(PackageCommon):
    """Archives made to harm whoever opens them, before or behind a whole package."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with zipfile.ZipFile(io.BytesIO(written())) as archive:
            cls.files = {name: archive.read(name) for name in archive.namelist()}

    def _zip(self, *entries):
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            for name, content in self.files.items():
                archive.writestr(name, content)
            for info, content in entries:
                archive.writestr(info, content)
        return out.getvalue()

    def test_names_that_lead_out_of_the_folder(self):
        for name in ('../x', '/x', 'a/../../x', 'C:/x', 'a//x', 'a\\x', './x', 'x\n'):
            with self.subTest(name):
                self.assertIn(('name', name), self._named(self._zip((name, b''))))

    def test_a_name_that_ends_before_its_end(self):
        for told, cut in (('zz', '\0z'), ('x.pdfz', 'x.pdf\0')):
            content = self._zip((told, b'')).replace(told.encode(), cut.encode())
            self.assertIn(('name', cut), self._named(content))

    def test_two_entries_of_one_name(self):
        for name in (LETTER, LETTER.upper()):
            with self.subTest(name), warnings.catch_warnings():
                warnings.simplefilter('ignore')  # what writes the archive sees it as well
                self.assertIn(('container', name), self._named(self._zip((name, b'x'))))

    def test_bombs(self):
        info = zipfile.ZipInfo('bom.txt')
        info.compress_type = zipfile.ZIP_DEFLATED
        bomb = self._zip((info, b'0' * 20_000_000))
        self.assertIn(('container', 'bom.txt'), self._named(bomb))

        declared = self._zip(('lon.txt', b'x'))
        at = declared.rindex(b'PK\1\2')
        huge = declared[: at + 24] + struct.pack('<L', 0xFFFFFFF0) + declared[at + 28 :]
        self.assertIn(('container', 'lon.txt'), self._named(huge))

    def test_too_large_a_file(self):
        with patch.object(self.checker, 'MOST_BYTES', 5_000):
            found = self._named(self._zip())
        self.assertIn(('container', 'checker.py'), found)
        self.assertNotIn(('container', LETTER), found)

    def test_a_header_that_tells_something_else_than_the_directory(self):
        """Another program may go by the header, and unpack something else."""
        for offset, value in ((6, 1), (8, 8), (14, 1), (22, 1)):
            with self.subTest(offset):
                content = bytearray(self._zip())
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    content[archive.getinfo(LETTER).header_offset + offset] ^= value
                self.assertIn(('container', LETTER), self._named(bytes(content)))

    def test_too_many_entries(self):
        many = io.BytesIO()
        with zipfile.ZipFile(many, 'w') as archive:
            for number in range(20_001):
                archive.writestr(str(number), b'')
        answer = self._examine(many.getvalue())
        self.assertEqual(answer['result'], 'unreadable')
        self.assertIn('bom nén', answer['reason'])

    def test_encrypted_or_strangely_compressed_or_a_link(self):
        strange = zipfile.ZipInfo('la.txt')
        strange.compress_type = zipfile.ZIP_BZIP2
        link = zipfile.ZipInfo('link')
        link.external_attr = 0o120777 << 16
        found = self._named(self._zip((strange, b'x'), (link, b'/etc/passwd')))
        self.assertEqual(found, {('container', 'la.txt'), ('container', 'link')})

        locked = self._zip(('khoa.txt', b'x'))
        at = locked.rindex(b'PK\1\2')
        locked = locked[: at + 8] + b'\1' + locked[at + 9 :]
        self.assertIn(('container', 'khoa.txt'), self._named(locked))

    def test_names_do_not_play_with_the_terminal(self):
        file = self.folder / 'terminal.zip'
        file.write_bytes(self._zip(('\x1b[2Kx', b'')))
        self.assertNotIn('\x1b', self._run(file)[1])

    # What stands beside the files that are listed

    def _hidden(self):
        """A whole archive of one other file, and where its directory begins."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            archive.writestr('evil.exe', b'hidden payload')
        content = out.getvalue()
        return content, content.index(b'PK\1\2')

    def test_nothing_stands_before_the_first_entry(self):
        whole, (other, directory) = self._zip(), self._hidden()
        for label, before in {
            'program': b'MZ' + b'x' * 1000,
            'entry': other[:directory],
            'archive': other,
        }.items():
            with self.subTest(label):
                self.assertIn('container', {code for code, _path in self._named(before + whole)})

    def test_nothing_stands_behind_the_archive(self):
        whole, archive = self._zip(), ('container', 'tệp ZIP')
        noted = io.BytesIO(whole)
        with zipfile.ZipFile(noted, 'a') as changed:
            changed.comment = b'hidden payload'
        self.assertIn(archive, self._named(whole + b'x'))
        self.assertIn(archive, self._named(whole + bytes(30)))
        self.assertIn(archive, self._named(noted.getvalue()))

    def test_nothing_stands_between_the_entries(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            for name, content in self.files.items():
                if name == LETTER:
                    out.write(b'hidden payload')
                    archive.start_dir += 14
                archive.writestr(name, content)
        self.assertEqual(self._named(out.getvalue()), {('container', LETTER)})

    def test_nothing_stands_between_entries_and_directory(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            for name, content in self.files.items():
                archive.writestr(name, content)
            out.write(b'hidden payload')
            archive.start_dir += 14
        self.assertEqual(self._named(out.getvalue()), {('container', 'tệp ZIP')})

    def test_no_comment_of_an_entry(self):
        info = zipfile.ZipInfo(LETTER)
        info.comment = b'hidden payload'
        files = dict(self.files)
        content = files.pop(LETTER)
        with patch.object(self, 'files', files):
            noted = self._zip((info, content))
        self.assertEqual(self._named(noted), {('container', LETTER)})

    def test_nothing_stands_behind_what_is_compressed(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.files.items():
                archive.writestr(name, content)
                if name == LETTER:
                    info = archive.getinfo(LETTER)
                    out.write(b'hidden payload')
                    archive.start_dir += 14
                    info.compress_size += 14
        content = bytearray(out.getvalue())
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            info = archive.getinfo(LETTER)
        struct.pack_into('<L', content, info.header_offset + 18, info.compress_size)
        self.assertEqual(self._named(bytes(content)), {('changed', LETTER)})

    def test_written_in_one_go_it_is_whole(self):
        """Programs that cannot go back put sizes behind an entry, and that hides nothing."""

        class Stream(io.RawIOBase):
            parts = b''

            def writable(self):
                return True

            def _take(self, content):
                self.parts += bytes(content)
                return len(content)

            write = _take

        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            out = Stream()
            with zipfile.ZipFile(out, 'w', method) as archive:
                for name, content in self.files.items():
                    archive.writestr(name, content)
            answer = self._examine(out.parts)
            self.assertEqual((answer['result'], answer['problems']), ('whole', []))
