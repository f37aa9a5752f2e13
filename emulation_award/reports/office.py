"""From ODT to DOCX and PDF through LibreOffice, many documents in one process.

Each call has a folder and a profile of its own, so that conversions never collide, and takes its
processes along when it ends, however it ends. Documents are converted in order; where LibreOffice
stops or falls, the one it could not get past is named and the others go on without it.
"""

import fcntl
import io
import logging
import os
import shutil
import signal
import subprocess
import tempfile
import time
import zipfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from odoo.tools.misc import find_in_path

from .office_profile import BLANK, write_fonts, write_profile

_logger = logging.getLogger(__name__)

#: Names the program for servers that have it elsewhere than on PATH or in Odoo's `bin_path`.
PROGRAM_VARIABLE = 'EMULATION_SOFFICE'
PROGRAMS = ('soffice', 'libreoffice')
FILTERS = {'docx': 'docx:MS Word 2007 XML', 'pdf': 'pdf:writer_pdf_Export'}

#: How long one document may take, in seconds: a start takes 1, a page 0.01, a megabyte 3 to 5.
PATIENCE = 30
PATIENCE_PER_MEGABYTE = 15
#: How long one call may take before documents are left for another one.
MOST_SECONDS = 90
#: After which a process ends by itself, should this server be killed while it runs.
BACKSTOP = 600
FOLDER_PREFIX = 'emulation_office_'
LOCK = 'lock'
GLANCE = 0.02
FONTS = 'fonts.conf'

# Why a document was not made
REFUSED = 'refused'  # LibreOffice could not read or write it
HANGING = 'hanging'  # it took longer than any document may
FALLEN = 'fallen'  # LibreOffice ended at it
LATE = 'late'  # those before it used up the time of the call


class OfficeError(Exception):
    """LibreOffice itself does not work, whatever the document.

    :param reason: 'missing', 'hanging' or 'fallen'
    :param detail: what the program or the system said
    """

    def __init__(self, reason, detail=''):
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True)
class Converted:
    """What became of one document: its content, or why there is none."""

    content: bytes = b''
    problem: str = ''


def find_program():
    """Return the path of LibreOffice.

    :raises OfficeError: it is not there ('missing')
    """
    named = os.environ.get(PROGRAM_VARIABLE)
    for name in [named] if named else PROGRAMS:
        with suppress(OSError):
            return find_in_path(name)
    raise OfficeError('missing', named or '')


def convert(documents, kind, *, patience=PATIENCE, most_seconds=MOST_SECONDS):
    """Convert documents, in one process as long as none of them makes trouble.

    :param documents: list of ODT files as bytes
    :param kind: 'docx' or 'pdf'
    :param patience: seconds that one document may take
    :param most_seconds: after these no further process is started
    :return: list of :class:`Converted`, in the same order
    :raises OfficeError: LibreOffice is missing, or does not even convert an empty page
    """
    program, converted = find_program(), {}
    end = time.monotonic() + most_seconds
    while len(converted) < len(documents):
        waiting = {n: one for n, one in enumerate(documents) if n not in converted}
        if time.monotonic() > end:
            converted |= dict.fromkeys(waiting, Converted(problem=LATE))
        else:
            converted |= _Run(program, kind, waiting, patience).outcome()
    return [converted[number] for number in range(len(documents))]


class _Run:
    """One process: a blank page to see that LibreOffice works, then the documents."""

    def __init__(self, program, kind, documents, patience):
        self.program, self.kind, self.documents = program, kind, documents
        largest = max(map(_size, documents.values()))
        self.patience = patience + largest / 1e6 * PATIENCE_PER_MEGABYTE

    def outcome(self):
        """What is known of the documents afterwards, by number: of one at least."""
        _sweep()
        with tempfile.TemporaryDirectory(prefix=FOLDER_PREFIX) as folder:
            folder = Path(folder)
            with _in_use(folder):
                write_profile(folder / 'profile')
                write_fonts(folder / FONTS)
                end, said = self._run(folder, self._write(folder))
            made = self._read(folder, self.documents)
            if not self._read(folder, ['blank']):
                raise OfficeError(HANGING if end == HANGING else FALLEN, said)
            return made | self._guilty(made, end, said)

    def _guilty(self, made, end, said):
        """Documents that were passed over, and the one at which the process stopped."""
        missing = [number for number in self.documents if number not in made]
        last = max(made, default=-1)
        passed = [number for number in missing if number < last]
        stopped_at = [number for number in missing if number > last][:1]
        if missing:
            _logger.warning('LibreOffice left %s document(s) out (%s): %s', len(missing), end, said)
        return {
            **dict.fromkeys(passed, Converted(problem=REFUSED)),
            **dict.fromkeys(stopped_at, Converted(problem=end or REFUSED)),
        }

    def _write(self, folder):
        inputs = {'blank': BLANK, **self.documents}
        paths = [folder / f'{name}.odt' for name in inputs]
        for path, content in zip(paths, inputs.values(), strict=True):
            path.write_bytes(content)
        return paths

    def _read(self, folder, names):
        """The whole files among those that should have been made."""
        made = {}
        for name in names:
            path = folder / 'out' / f'{name}.{self.kind}'
            if path.exists() and _is_whole(path, self.kind):
                made[name] = Converted(path.read_bytes())
        return made

    def _run(self, folder, paths):
        """Run LibreOffice.

        :return: why it stopped early, '' if it did not, and the last of what it said
        """
        log = folder / 'log'
        with log.open('wb') as out:
            process = subprocess.Popen(  # noqa: S603 no shell, and every argument is ours
                self._command(folder, paths),
                cwd=folder,
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
            try:
                end = self._watch(process, folder / 'out')
            finally:
                _end(process)
        said = log.read_bytes()[-500:].decode(errors='replace').strip()
        return end, said

    def _command(self, folder, paths):
        backstop = shutil.which('timeout')
        return [
            *([backstop, '-k', '5', str(BACKSTOP)] if backstop else []),
            self.program,
            f'-env:UserInstallation={(folder / "profile").as_uri()}',
            '--headless',
            '--norestore',
            '--nolockcheck',
            '--infilter=writer8',
            '--convert-to',
            FILTERS[self.kind],
            '--outdir',
            str(folder / 'out'),
            *map(str, paths),
        ]

    def _watch(self, process, made):
        """Wait for the end, or until no document has come for too long."""
        count, patient_until = 0, time.monotonic() + self.patience
        while process.poll() is None:
            now = time.monotonic()
            if count < (count := len(list(made.glob('*')))):
                patient_until = now + self.patience
            if now > patient_until:
                return HANGING
            time.sleep(GLANCE)
        return FALLEN if process.returncode else ''


def _size(document):
    """How much there is to lay out, unpacked; nothing if that is no file at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        return 0


def _end(process):
    """Leave nothing of it running: LibreOffice is a shell script with children."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder):
    """Nothing of the server's own environment: it may hold passwords."""
    return {
        'PATH': os.environ.get('PATH', os.defpath),
        'HOME': str(folder),
        'FONTCONFIG_FILE': str(folder / FONTS),
        'TMPDIR': str(folder),
        'LANG': 'C.UTF-8',
        'TZ': 'UTC',
        'SAL_USE_VCLPLUGIN': 'svp',
    }


def _is_whole(path, kind):
    """A process that was ended may have left half a file."""
    if kind == 'docx':
        return zipfile.is_zipfile(path)
    return path.read_bytes()[-16:].rstrip().endswith(b'%%EOF')


@contextmanager
def _in_use(folder):
    """Mark a folder as that of a running call, for as long as its server lives."""
    with (folder / LOCK).open('wb') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _sweep():
    """Remove what calls have left whose server was killed; the clock has no say in it."""
    for folder in Path(tempfile.gettempdir()).glob(f'{FOLDER_PREFIX}*'):
        # Without a lock file the call has just begun, and with a locked one it still runs.
        with suppress(OSError), (folder / LOCK).open('rb') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
