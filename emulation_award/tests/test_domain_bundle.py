import csv
import hashlib
import io
import itertools
import json
import subprocess
import tempfile
import tracemalloc
import unicodedata
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from ..domain import package, package_list
from ..domain.errors import PackageError
from ..domain.package import Item, Role
from .domain_common import exactly
from .package_common import (
    CHECKER,
    LETTER,
    PEOPLE,
    PackageCommon,
    items,
    written,
)

texts = st.text(max_size=700)


class TestPackage(PackageCommon):
    def test_same_files_same_bytes_in_whatever_order(self):
        out = io.BytesIO()
        package.write(out, LETTER, PEOPLE, reversed(items()))
        self.assertEqual(out.getvalue(), written())

    def test_same_bytes_from_streams(self):
        streamed = [
            Item(one.path, one.role, lambda source=one.source: io.BytesIO(source), one.nominee)
            for one in items()
        ]
        out = io.BytesIO()
        package.write(out, LETTER, PEOPLE, streamed)
        self.assertEqual(out.getvalue(), written())

    def test_streams_are_not_held_in_memory(self):
        class Zeros(io.RawIOBase):
            """A large scan that is nowhere."""

            left = 64 * 1024**2

            def _give(self, size=-1):
                size = min(size, self.left)
                self.left -= size
                return bytes(size)

            read = _give

        tracemalloc.start()
        try:
            with tempfile.TemporaryFile() as out:
                package.write(out, LETTER, [], [Item('a.pdf', Role.EVIDENCE, Zeros)])
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        self.assertLess(peak, 8 * 1024**2)

    def test_same_names_in_nfd_same_bytes(self):
        people = [
            package_list.Nominee(
                **{
                    key: unicodedata.normalize('NFD', one) if isinstance(one, str) else one
                    for key, one in vars(person).items()
                }
            )
            for person in PEOPLE
        ]
        self.assertEqual(package_list.list_json(people), package_list.list_json(PEOPLE))
        out = io.BytesIO()
        package.write(out, LETTER, people, items())
        self.assertEqual(out.getvalue(), written())

    def test_nothing_of_this_machine_or_this_day(self):
        with zipfile.ZipFile(io.BytesIO(written())) as archive:
            told = {
                (
                    one.date_time,
                    one.create_system,
                    one.external_attr >> 16,
                    one.compress_type,
                    one.flag_bits,
                    one.extra,
                    one.comment,
                )
                for one in archive.infolist()
            }
        self.assertEqual(told, {((1980, 1, 1, 0, 0, 0), 3, 0o100644, 0, 0, b'', b'')})

    def test_digests_are_those_of_sha256sum(self):
        folder = self.folder / 'sums'
        with zipfile.ZipFile(io.BytesIO(written())) as archive:
            archive.extractall(folder)
        done = subprocess.run(
            ['sha256sum', '--strict', '-c', 'SHA256SUMS'],  # noqa: S607 - wherever it is
            cwd=folder,
            capture_output=True,
            check=False,
        )
        self.assertEqual((done.returncode, done.stderr), (0, b''))

    def test_manifest(self):
        with zipfile.ZipFile(io.BytesIO(written())) as archive:
            names = archive.namelist()
            told = json.loads(archive.read(package.MANIFEST))
        self.assertEqual([one['path'] for one in told['files']], names[:-2])
        self.assertEqual(names[-2:], [package.MANIFEST, package.SUMS])
        self.assertEqual(told['submission']['individuals'], 1)
        self.assertEqual(told['nominees'][0]['name'], 'Phòng Kế hoạch')

    def test_the_seal_is_the_digest_of_the_manifest(self):
        out = io.BytesIO()
        seal = package.write(out, LETTER, PEOPLE, items())
        with zipfile.ZipFile(out) as archive:
            self.assertEqual(hashlib.sha256(archive.read(package.MANIFEST)).hexdigest(), seal)
        self.assertEqual(self._examine(out.getvalue())['seal'], seal)

    def test_unsafe_or_taken_paths(self):
        one = Item('a.pdf', Role.LETTER, b'')
        refused = ('../a', '/a', 'a//b', 'a b', 'tờ trình.pdf', '', '.', 'a/' * 80 + 'a', 'a\\b')
        for path in (*refused, 'A.PDF', 'MANIFEST.json', 'sha256sums'):
            with self.subTest(path), self.assertRaises(PackageError):
                package.write(io.BytesIO(), LETTER, [], [one, Item(path, Role.LETTER, b'')])

    @exactly
    @given(texts, texts, st.text(max_size=20), st.sampled_from(list(Role)))
    def test_paths_are_safe_whatever_the_names(self, name, stem, extension, role):
        who = package_list.Nominee(999, 'individual', name)
        for nominee in (None, who):
            path = package.path(role, stem, extension, nominee)
            self.assertRegex(path, r'^[A-Za-z0-9/.-]{1,150}$')
            self.assertEqual(self.checker.unsafe(path), '')

    @exactly
    @given(st.lists(texts, max_size=5))
    def test_rows_come_back_from_csv_and_json(self, names):
        people = [
            package_list.Nominee(at, 'individual', name, achievement=name)
            for at, name in enumerate(names, start=1)
        ]
        data = json.loads(package_list.list_json(people))
        told = io.StringIO(package_list.list_csv(people).decode('utf-8-sig'), newline='')
        names_told = [one.row['name'] for one in people]
        self.assertEqual([one['name'] for one in data['rows']], names_told)
        columns = list(package_list.COLUMNS)
        rows = list(csv.reader(told))[1:]
        for name in ('name', 'achievement'):
            cells = [row[columns.index(name)] for row in rows]
            self.assertEqual(cells, [package_list.guarded(one) for one in names_told])
        for cell in itertools.chain.from_iterable(rows):
            self.assertFalse(cell.startswith(package_list.FORMULA), cell)

    def test_roles_are_those_the_checker_knows(self):
        self.assertEqual(set(self.checker.DOCUMENTS), {str(one) for one in package.DOCUMENT_ROLES})
        self.assertEqual(
            (self.checker.FORMAT, self.checker.VERSION, self.checker.MANIFEST, self.checker.SUMS),
            (package.FORMAT, package.VERSION, package.MANIFEST, package.SUMS),
        )
        self.assertEqual(self.checker.FORMULA, package_list.FORMULA)
        self.assertLessEqual(set(self.checker.ONCE), {str(one) for one in Role})

    def test_the_read_me_names_every_folder(self):
        text = (CHECKER.parent / 'DOC-TRUOC.txt').read_text(encoding='utf-8')
        for folder in set(package.FOLDERS.values()) - {''}:
            self.assertIn(f'  {folder} ', text)
