import fcntl
import io
import os
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

import pypdf

from odoo.tests import BaseCase, tagged
from odoo.tools import mute_logger

from ..reports import office, stable, stable_pdf
from .document_common import line, odt, office_program, text_of_docx

PAGE = odt(line('Đặng Thị Ngữ, xuất sắc'))
DAMAGED = PAGE[:300]
#: LibreOffice hangs at, or falls over, a document that holds this.
TRAP = odt(line('x'), trap='')
#: Takes document by document, as LibreOffice does, until the trap; what it makes are copies.
ONE_BY_ONE = """
for one; do case "$one" in *.odt)
    out="$(dirname "$one")/out"; mkdir -p "$out"
    if grep -q trap "$one"; then {}; fi
    cp "$one" "$out/$(basename "$one" .odt).docx";;
esac; done
"""


@tagged('post_install', '-at_install')
class TestOffice(BaseCase):
    """Conversion: each document by its own fortune, and nothing left behind."""

    def setUp(self):
        super().setUp()
        # A folder of its own: others on this machine convert too.
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.startPatcher(patch.object(tempfile, 'tempdir', folder.name))
        # Documents that cannot be converted are logged; here they are what is asked for.
        muted = mute_logger(office.__name__)
        muted.__enter__()
        self.addCleanup(muted.__exit__)

    def _problems(self, documents, kind='docx', **limits):
        return [one.problem for one in office.convert(documents, kind, **limits)]

    def test_text_arrives_whole(self):
        [docx], [pdf] = office.convert([PAGE], 'docx'), office.convert([PAGE], 'pdf')
        self.assertEqual(text_of_docx(docx.content), ['Đặng Thị Ngữ, xuất sắc'])
        [page] = pypdf.PdfReader(io.BytesIO(pdf.content)).pages
        self.assertEqual(page.extract_text().strip(), 'Đặng Thị Ngữ, xuất sắc')

    def test_nothing_to_convert(self):
        self.assertEqual(office.convert([], 'docx'), [])

    def test_pdf_is_kept_for_good(self):
        [pdf] = office.convert([PAGE], 'pdf')
        self.assertTrue(pdf.content.startswith(b'%PDF-1.4'))
        self.assertIn(b'<pdfaid:part>1</pdfaid:part>', pdf.content)

    def test_a_damaged_one_leaves_the_others(self):
        made = office.convert([PAGE, DAMAGED, PAGE, b'x', PAGE], 'docx')
        self.assertEqual([one.problem for one in made], ['', 'refused', '', 'refused', ''])
        self.assertEqual(text_of_docx(made[4].content), ['Đặng Thị Ngữ, xuất sắc'])

    def test_a_damaged_one_at_the_end(self):
        self.assertEqual(self._problems([PAGE, DAMAGED]), ['', 'refused'])

    def test_all_are_damaged(self):
        self.assertEqual(self._problems([DAMAGED, DAMAGED]), ['refused', 'refused'])

    def test_not_installed(self):
        with office_program(None), self.assertRaises(office.OfficeError) as caught:
            office.convert([PAGE], 'docx')
        self.assertEqual(caught.exception.reason, 'missing')

    def test_hanging_altogether(self):
        start = time.monotonic()
        with office_program('sleep 60'), self.assertRaises(office.OfficeError) as caught:
            office.convert([PAGE, PAGE], 'docx', patience=1)
        self.assertEqual(caught.exception.reason, 'hanging')
        self.assertLess(time.monotonic() - start, 5)

    def test_hanging_leaves_no_process(self):
        with office_program('sleep 60 & echo $! >"$(dirname "$0")/pid"; wait') as folder:
            with self.assertRaises(office.OfficeError):
                office.convert([PAGE], 'docx', patience=1)
            pid = int((Path(folder) / 'pid').read_text())
            with self.assertRaises(ProcessLookupError):
                _wait_for_end(pid)

    def test_falling_altogether(self):
        with (
            office_program('echo no display; exit 77'),
            self.assertRaises(office.OfficeError) as caught,
        ):
            office.convert([PAGE], 'docx')
        self.assertEqual(
            (caught.exception.reason, caught.exception.detail), ('fallen', 'no display')
        )

    def test_hanging_at_one(self):
        with office_program(ONE_BY_ONE.format('sleep 60')):
            problems = self._problems([PAGE, TRAP, PAGE], patience=3)
        self.assertEqual(problems, ['', 'hanging', ''])

    def test_falling_at_one(self):
        with office_program(ONE_BY_ONE.format('exit 139')):
            problems = self._problems([PAGE, TRAP, PAGE])
        self.assertEqual(problems, ['', 'fallen', ''])

    def test_half_a_file_is_none(self):
        half = 'echo PK >"$out/$(basename "$one" .odt).docx"; exit 139'
        with office_program(ONE_BY_ONE.format(half)):
            self.assertEqual(self._problems([TRAP, PAGE]), ['fallen', ''])

    def test_time_is_limited(self):
        with office_program(ONE_BY_ONE.format('sleep 0.3; exit 139')):
            problems = self._problems([TRAP, PAGE], most_seconds=0.2)
        self.assertEqual(problems, ['fallen', 'late'])

    def test_nothing_is_left_behind(self):
        office.convert([PAGE, DAMAGED], 'pdf')
        with office_program('sleep 60'), self.assertRaises(office.OfficeError):
            office.convert([PAGE], 'docx', patience=0.5)
        self.assertEqual(list(Path(tempfile.gettempdir()).iterdir()), [])

    def test_what_a_killed_server_left_is_removed(self):
        left, running, beginning = (
            Path(tempfile.mkdtemp(prefix=office.FOLDER_PREFIX)) for _folder in range(3)
        )
        (left / office.LOCK).touch()
        with (running / office.LOCK).open('wb') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            office.convert([PAGE], 'docx')
        self.assertEqual(
            [folder.exists() for folder in (left, running, beginning)], [False, True, True]
        )

    def test_secrets_of_the_server_stay_with_it(self):
        with office_program('env >"$(dirname "$0")/env"; exit 1') as folder:
            os.environ['PGPASSWORD'] = 'quoc-toan'
            self.addCleanup(os.environ.pop, 'PGPASSWORD', None)
            with self.assertRaises(office.OfficeError):
                office.convert([PAGE], 'docx')
            said = (Path(folder) / 'env').read_text()
        self.assertIn(f'HOME={tempfile.gettempdir()}', said)
        self.assertNotIn('PGPASSWORD', said)

    def test_files_of_the_server_stay_with_it(self):
        with tempfile.NamedTemporaryFile('w', suffix='.txt') as secret:
            secret.write('quoc-toan')
            secret.flush()
            source = f'<text:section-source xlink:href="file://{secret.name}"/>'
            document = odt(f'<text:section text:name="s">{source}{line("cũ")}</text:section>')
            [made] = office.convert([document], 'docx')
        self.assertEqual(text_of_docx(made.content), ['cũ'])

    def test_two_makings_are_the_same(self):
        makings = []
        for seconds in (2.1, 0):
            [docx], [pdf] = office.convert([PAGE], 'docx'), office.convert([PAGE], 'pdf')
            makings.append((stable.docx(docx.content), stable_pdf.stable(pdf.content)))
            time.sleep(seconds)
        self.assertEqual(makings[0], makings[1])
        reader = pypdf.PdfReader(io.BytesIO(makings[0][1]), strict=True)
        self.assertEqual(reader.pages[0].extract_text().strip(), 'Đặng Thị Ngữ, xuất sắc')
        for number in reader.xref[0]:
            reader.get_object(number)

    def test_another_text_is_another_file(self):
        pdfs = office.convert([PAGE, odt(line('Đặng Thị Ngữ, xuất xắc'))], 'pdf')
        numbers = {
            pypdf.PdfReader(io.BytesIO(stable_pdf.stable(one.content))).trailer['/ID'][0]
            for one in pdfs
        }
        self.assertEqual(len(numbers), 2)


def _wait_for_end(pid):
    for _time in range(100):
        os.kill(pid, 0)
        time.sleep(0.02)
