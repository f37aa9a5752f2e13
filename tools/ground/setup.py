"""Bring a fresh clone to where Odoo can run. A step with nothing left to do is skipped."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys

from ground import debian, sources
from ground.odoo import LINK
from ground.paths import DEV, LOG, PYTHON, ROOT, VENV
from ground.steps import GroundError, say, step

# WeasyPrint lays text out with Pango; Liberation stands in for Times New Roman; libmagic tells file
# types; LibreOffice, without its windows, makes DOCX and PDF of ODT.
LIBRARIES = [
    'libpango-1.0-0',
    'libpangoft2-1.0-0',
    'libharfbuzz-subset0',
    'fonts-liberation',
    'libmagic1',
    'libreoffice-writer-nogui',
]
BROWSER = ['chromium']
LOCK = ROOT / 'requirements-dev.txt'
NODE_LOCK = ROOT / 'package-lock.json'
NODE_MODULES = ROOT / 'node_modules'


def prepare(*, for_tests: bool) -> None:
    """Run all steps; `for_tests` adds the browser and the JavaScript tools."""
    _check_path()
    LOG.mkdir(parents=True, exist_ok=True)
    with step('Debian packages') as current:
        current.note(_ensure_packages(for_tests=for_tests))
    with step('Odoo 19') as current:
        current.note(sources.ensure_odoo())
    with step('Python packages') as current:
        current.note(_ensure_venv())
    if for_tests:
        with step('JavaScript tools') as current:
            current.note(_ensure_node())
    with step('PostgreSQL') as current:
        current.note(sources.ensure_postgres())
    # An empty configuration keeps the user's own ~/.odoorc out.
    (DEV / 'odoo.conf').write_text('[options]\n')


def _check_path() -> None:
    """Refuse folders whose name Odoo's and Python's path lists cannot carry."""
    if set(',:$~%') & set(str(ROOT)):
        raise GroundError(f'the path of this clone must hold none of , : $ ~ %: {ROOT}')


def _ensure_packages(*, for_tests: bool) -> str:
    wanted = LIBRARIES + (BROWSER if for_tests and not _has_browser() else [])
    if not importlib.util.find_spec('ensurepip'):
        wanted = ['python3-venv', *wanted]
    if not debian.is_usable():
        say(
            f'not Debian {debian.OLDEST} or newer: make sure you have what these hold: '
            f'{" ".join(wanted)}'
        )
        return 'skipped'
    lacking = debian.missing([*wanted, *sources.postgres_packages()])
    if not lacking:
        return 'all there'
    debian.install(lacking, LOG / 'packages.log')
    return f'installed {", ".join(lacking)}'


def _has_browser() -> bool:
    """Look where Odoo's test browser looks."""
    names = ('google-chrome', 'chromium', 'chromium-browser', 'google-chrome-stable')
    return any(shutil.which(name) for name in names)


def _ensure_venv() -> str:
    """Make the virtual environment match the lock file."""
    home = f'{sys.version_info[:2]} {VENV}'
    state = f'{home}\n{_digest(LOCK)}\n'
    stamp = VENV / 'ground-stamp'
    before = stamp.read_text() if stamp.exists() else ''
    if before == state:
        return 'as locked'
    log = LOG / 'pip.log'
    if not before.startswith(f'{home}\n'):
        _logged([sys.executable, '-m', 'venv', '--clear', str(VENV)], log)
    _logged([str(PYTHON), '-m', 'pip', 'install', '--require-hashes', '-r', str(LOCK)], log)
    for packages in VENV.glob('lib/python*/site-packages'):
        # The linked Odoo becomes importable, after everything that the lock file installs.
        (packages / 'odoo-source.pth').write_text(f'{LINK.parent}\n')
    stamp.write_text(state)
    return 'installed from the lock file'


def _ensure_node() -> str:
    """Install the JavaScript linters with the Node.js that the Python lock file brings."""
    state = _digest(NODE_LOCK)
    stamp = NODE_MODULES / '.ground-stamp'
    if stamp.exists() and stamp.read_text() == state:
        return 'as locked'
    _logged([*npm(), 'ci', '--no-audit', '--no-fund', '--ignore-scripts'], LOG / 'npm.log')
    stamp.write_text(state)
    return 'installed from the lock file'


def npm() -> list[str]:
    return [str(VENV / 'bin' / 'npm')]


def _digest(file) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _logged(command: list[str], log) -> None:
    environment = os.environ | {'PATH': f'{VENV / "bin"}{os.pathsep}{os.environ["PATH"]}'}
    with log.open('w') as out:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            check=False,
        )
    if done.returncode:
        tail = '\n'.join(log.read_text(errors='replace').splitlines()[-15:])
        raise GroundError(f'{" ".join(command[:4])} … failed:\n{tail}\nAll of it: {log}')
