import ast
import io
import json
import random
import subprocess
import sys
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from ..domain import package
from .domain_common import exactly
from .package_common import CHECKER, PackageCommon, written

LETTER = '01-To-trinh/To-trinh.pdf'
EVIDENCE = '06-Ho-so/002-Dang-Thi-Ngoc-En/Minh-chung/01-Sang-kien.png'
MINUTES = '03-Bien-ban-Hoi-dong/Bien-ban.pdf'


def flipped(content, at, bits=1):
    changed = bytearray(content)
    changed[at] ^= bits
    return bytes(changed)


class TestChecker(PackageCommon):
    """What a recipient is told of a package, without Odoo."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.whole = written()
        with zipfile.ZipFile(io.BytesIO(cls.whole)) as archive:
            cls.files = {name: archive.read(name) for name in archive.namelist()}

    # Whole

    def test_whole(self):
        answer = self._examine(self.whole)
        self.assertEqual((answer['result'], answer['problems']), ('whole', []))
        self.assertEqual(answer['files'], len(self.files))

    def test_whole_as_a_program(self):
        file = self.folder / 'program.zip'
        file.write_bytes(self.whole)
        done = subprocess.run(  # noqa: S603 - our own program on our own file
            [sys.executable, '-I', str(CHECKER), str(file)], capture_output=True, check=False
        )
        text = done.stdout.decode()
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        self.assertIn('KẾT QUẢ: ĐẦY ĐỦ, TOÀN VẸN', text)
        self.assertIn('12/TTr-BQL', text)
        self.assertIn('01 tập thể, 01 cá nhân', text)

    def test_whole_unpacked(self):
        folder = self.folder / 'unpacked'
        with zipfile.ZipFile(io.BytesIO(self.whole)) as archive:
            archive.extractall(folder)
        self.assertEqual(self._run(folder)[0], 0)

        (folder / LETTER).write_bytes(b'%PDF lettes')
        (folder / 'Thumbs.db').write_bytes(b'')
        (folder / 'link').symlink_to(folder / LETTER)
        code, text = self._run(folder)

        self.assertEqual(code, 1)
        for told in (f'SAI NỘI DUNG: {LETTER}', 'THỪA: Thumbs.db', 'HƯ HỎNG: link'):
            self.assertIn(told, text)

    def test_whole_when_zipped_anew_by_another_program(self):
        again = io.BytesIO()
        with zipfile.ZipFile(again, 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr('06-Ho-so/', b'')
            for name in reversed(self.files):
                archive.writestr(name, self.files[name])
        self.assertEqual(self._examine(again.getvalue())['result'], 'whole')

    def test_answers_in_json(self):
        file = self.folder / 'json.zip'
        file.write_bytes(self.whole)
        code, text = self._run(file, '--json')
        self.assertEqual((code, json.loads(text)['result']), (0, 'whole'))

    def test_syntax_of_python_3_8_and_standard_library_only(self):
        tree = ast.parse(CHECKER.read_text(encoding='utf-8'), feature_version=(3, 8))
        imported = {
            name.name.split('.')[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for name in node.names
        } | {
            node.module.split('.')[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
        }
        self.assertLessEqual(imported, sys.stdlib_module_names)

    # One change to the files

    def test_a_byte_changed_in_each_file_in_turn(self):
        for name, content in self.files.items():
            at = random.Random(name).randrange(len(content))
            with self.subTest(name):
                changed = self._changed(
                    self.whole, lambda files, n=name, i=at: files.update({n: flipped(files[n], i)})
                )
                self.assertIn(('changed', name), self._named(changed))

    def test_each_file_taken_out_in_turn(self):
        for name in self.files:
            with self.subTest(name):
                changed = self._changed(self.whole, lambda files, n=name: files.pop(n))
                self.assertIn(('missing', name), self._named(changed))

    def test_a_file_that_grew(self):
        changed = self._changed(
            self.whole, lambda files: files.update({LETTER: files[LETTER] + b'x'})
        )
        [problem] = self._examine(changed)['problems']
        self.assertEqual((problem['code'], problem['path']), ('changed', LETTER))
        self.assertIn('dài 12 byte, bản kê ghi 11 byte', problem['message'])

    def test_a_file_added(self):
        for name in ('them.txt', '06-Ho-so/002-Dang-Thi-Ngoc-En/Minh-chung/02.png'):
            changed = self._changed(self.whole, lambda files, n=name: files.update({n: b'x'}))
            self.assertEqual(self._named(changed), {('extra', name)})

    def test_two_files_swapped(self):
        def swap(files):
            files[LETTER], files[MINUTES] = files[MINUTES], files[LETTER]

        found = self._named(self._changed(self.whole, swap))
        self.assertEqual(found, {('changed', LETTER), ('changed', MINUTES)})

    def test_a_file_renamed(self):
        changed = self._changed(
            self.whole, lambda files: files.update({'01-To-trinh/Khac.pdf': files.pop(LETTER)})
        )
        answer = self._examine(changed)
        found = {one['path']: one for one in answer['problems']}
        self.assertEqual(set(found), {LETTER, '01-To-trinh/Khac.pdf'})
        self.assertIn(LETTER, found['01-To-trinh/Khac.pdf']['message'])

    def test_what_is_wrong_is_named_even_without_a_manifest_to_believe(self):
        def change(files):
            files[package.MANIFEST] = flipped(files[package.MANIFEST], 40)
            files[LETTER] = b'?'

        self.assertEqual(
            self._named(self._changed(self.whole, change)),
            {('changed', package.MANIFEST), ('changed', LETTER)},
        )

    # Any byte of the ZIP

    @exactly
    @given(st.data())
    def test_any_byte_of_the_zip(self, data):
        at = data.draw(st.integers(0, len(self.whole) - 1))
        bits = data.draw(st.integers(1, 255))
        self._check_flipped(at, bits)

    def test_every_byte_of_headers_and_directory(self):
        with zipfile.ZipFile(io.BytesIO(self.whole)) as archive:
            heads = [one.header_offset for one in archive.infolist()[:2]]
            start = archive.start_dir
        spots = [head + offset for head in heads for offset in range(30)]
        spots += [*range(start, start + 120), *range(len(self.whole) - 22, len(self.whole))]
        for at in spots:
            for bits in (0x01, 0x80):
                with self.subTest(at=at, bits=bits):
                    self._check_flipped(at, bits)

    def _check_flipped(self, at, bits):
        """Whatever is told, nothing is told whole whose files a reader would find changed."""
        content = flipped(self.whole, at, bits)
        answer = self._examine(content)
        if answer['result'] == 'whole':
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                read = {name: archive.read(name) for name in archive.namelist()}
            self.assertEqual(read, self.files)
        elif answer['result'] == 'wrong':
            self.assertTrue(all(one['path'] for one in answer['problems']))
        else:
            self.assertTrue(answer['reason'])

    @exactly
    @given(st.binary(max_size=300))
    def test_anything_at_all(self, content):
        self.assertNotEqual(self._examine(content)['result'], 'whole')

    @exactly
    @given(st.data())
    def test_cut_off(self, data):
        end = data.draw(st.integers(0, len(self.whole) - 1))
        self.assertNotEqual(self._examine(self.whole[:end])['result'], 'whole')

    # What no package is

    def test_no_package(self):
        empty = io.BytesIO()
        zipfile.ZipFile(empty, 'w').close()
        for name, content in (('empty.zip', empty.getvalue()), ('text.zip', b'hello')):
            (self.folder / name).write_bytes(content)
            code, text = self._run(self.folder / name)
            self.assertEqual(code, 2)
            self.assertIn('KHÔNG KIỂM TRA ĐƯỢC', text)
        self.assertEqual(self._run(self.folder / 'no such file')[0], 2)
