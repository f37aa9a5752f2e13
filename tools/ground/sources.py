"""Which Odoo 19 and which PostgreSQL this clone uses; fetched where the machine has none."""

import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path

from ground import debian, postgres
from ground.odoo import LINK
from ground.paths import DEV, ODOO_PREFIX, SERIES
from ground.steps import GroundError

ODOO_PACKAGES = [
    'odoo-19',
    # The package's libraries and fonts are links into these.
    'libjs-jquery',
    'libjs-underscore',
    'libjs-jquery-form',
    'fonts-roboto-unhinted',
    'fonts-inconsolata',
    'fonts-ocr-b',
    'fonts-montserrat',
    # Later releases renamed the files that Odoo asks for.
    'fonts-font-awesome/bookworm',
]
PACKAGE_IN_PREFIX = Path('usr/lib/python3/dist-packages/odoo')
# Debian leaves this file out (background blur in calls). The web client logs an error without it,
# and every browser test fails on that error; an empty file satisfies it.
STRIPPED = Path('addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js')


def ensure_odoo() -> str:
    """Link the Odoo 19 to use into `.dev`, fetching it if there is none; return what it is."""
    if home := os.environ.get('ODOO_HOME'):
        return _link(_in_home(Path(home).expanduser()), f'ODOO_HOME {home}')
    if _series(LINK) == SERIES:
        return f'{SERIES} in place'
    on_path = _on_path()
    if on_path and (on_path / STRIPPED).exists():
        return _link(on_path, f'found on PATH: {on_path}')
    return _link(*_fetch_odoo())


def _link(package: Path, what: str) -> str:
    LINK.parent.mkdir(parents=True, exist_ok=True)
    LINK.unlink(missing_ok=True)
    # Relative, so that a clone can be moved with its `.dev`.
    inside = package.is_relative_to(DEV)
    LINK.symlink_to(os.path.relpath(package, LINK.parent) if inside else package)
    return what


def _in_home(home: Path) -> Path:
    for package in (home / 'odoo', home / PACKAGE_IN_PREFIX, home):
        if _series(package) == SERIES:
            return package.resolve()
    raise GroundError(f'ODOO_HOME={home} holds no Odoo {SERIES}')


def _series(package: Path) -> str | None:
    file = package / 'release.py'
    return runpy.run_path(str(file))['series'] if file.exists() else None


def _on_path() -> Path | None:
    """Return the package folder behind the `odoo` program on PATH, when it is of our series."""
    program = shutil.which('odoo')
    if not program:
        return None
    beside = Path(program).resolve().parent / 'odoo'
    package = beside if beside.is_dir() else _package_of_script(Path(program))
    return package if package and _series(package) == SERIES else None


def _package_of_script(script: Path) -> Path | None:
    """Ask the script's own interpreter where its Odoo lies."""
    with script.open('rb') as handle:
        interpreter = re.match(rb'#!\s*(.+)', handle.readline())
    if not interpreter:
        return None
    question = 'import odoo.release; print(odoo.release.__file__)'
    command = [*interpreter[1].decode().split(), '-c', question]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return None if done.returncode else Path(done.stdout.strip()).parent


def _fetch_odoo() -> tuple[Path, str]:
    if not debian.is_usable():
        raise GroundError(
            f'Odoo {SERIES} is fetched by itself on Debian {debian.OLDEST} or newer only: '
            f'here, point ODOO_HOME at an Odoo {SERIES} (a git checkout will do)'
        )
    apt = debian.PrivateApt(DEV / 'apt' / 'odoo', ['sid', 'bookworm'])
    shutil.rmtree(ODOO_PREFIX, ignore_errors=True)
    unfinished = ODOO_PREFIX.with_suffix('.part')
    shutil.rmtree(unfinished, ignore_errors=True)
    apt.unpack(ODOO_PACKAGES, unfinished)
    stripped = unfinished / PACKAGE_IN_PREFIX / STRIPPED
    stripped.parent.mkdir(parents=True, exist_ok=True)
    stripped.touch()
    unfinished.rename(ODOO_PREFIX)
    return ODOO_PREFIX / PACKAGE_IN_PREFIX, f'fetched odoo-19 {apt.version("odoo-19")} from Debian'


def postgres_packages() -> list[str]:
    """Return the libraries that a private PostgreSQL needs; none when the machine has a server."""
    if postgres.binaries() or not debian.is_usable():
        return []
    apt, major = _postgres_apt()
    wanted = {*apt.depends(f'postgresql-{major}'), *apt.depends(f'postgresql-client-{major}')}
    # Just-in-time compilation is off, and its compiler library is by far the largest of them.
    return sorted(
        name
        for name in wanted
        if name == 'tzdata' or (name.startswith('lib') and not name.startswith('libllvm'))
    )


def ensure_postgres() -> str:
    """Make sure that PostgreSQL's server programs are there; return which ones are used.

    The server package itself is never installed: that would create and start a system cluster.
    """
    if not postgres.binaries():
        if not debian.is_usable():
            raise GroundError('no PostgreSQL server programs found: install PostgreSQL 13 or newer')
        apt, major = _postgres_apt()
        apt.unpack([f'postgresql-{major}', f'postgresql-client-{major}'], postgres.private_prefix())
    return str(postgres.binaries())


def _postgres_apt() -> tuple[debian.PrivateApt, str]:
    apt = debian.PrivateApt(DEV / 'apt' / 'postgresql', [debian.release()['VERSION_CODENAME']])
    newest = next(name for name in apt.depends('postgresql') if name.startswith('postgresql-'))
    return apt, newest.removeprefix('postgresql-')
