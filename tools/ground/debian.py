"""Debian's packages: install what the machine lacks, and unpack others privately.

The private apt has lists, cache and sources of its own, so that a newer suite is never added to the
machine's apt. The mirror is the one that the machine itself uses; Debian's archive key verifies
everything.
"""

import os
import shutil
import subprocess
from pathlib import Path

from ground.steps import GroundError

KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'
MOVING_NAMES = ('stable', 'oldstable', 'testing', 'unstable', 'sid')
OLDEST = 12


def release() -> dict[str, str]:
    """Return the fields of os-release."""
    file = Path('/etc/os-release')
    lines = file.read_text().splitlines() if file.exists() else []
    pairs = (line.split('=', 1) for line in lines if '=' in line)
    return {key: value.strip('"') for key, value in pairs}


def is_usable() -> bool:
    """Tell whether this is Debian 12 or newer (testing and unstable carry no number)."""
    fields = release()
    number = fields.get('VERSION_ID', str(OLDEST))
    return fields.get('ID') == 'debian' and int(number) >= OLDEST and bool(shutil.which('apt-get'))


def missing(packages: list[str]) -> list[str]:
    """Return those of `packages` that neither are installed nor provided by another."""
    listing = _run(['dpkg-query', '-W', '-f', '${db:Status-Status}\t${Package}, ${Provides}\n'])
    present = set()
    for line in listing.splitlines():
        status, _tab, names = line.partition('\t')
        if status == 'installed':
            present.update(name.split()[0] for name in names.split(',') if name.strip())
    return [package for package in packages if package not in present]


def install(packages: list[str], log: Path) -> None:
    """Install `packages` as root or through a password-less sudo; else say the line that does."""
    prefix = _root_prefix()
    command = ['apt-get', 'install', '-y', '--no-install-recommends', *packages]
    if prefix is None:
        raise GroundError(
            'these Debian packages are missing; install them, then run this again:\n\n'
            f'    sudo apt-get update && sudo {" ".join(command)}\n'
        )
    quiet = [*prefix, 'env', 'DEBIAN_FRONTEND=noninteractive']
    with log.open('a') as out:
        # A broken third-party source fails the update, yet the packages may well be installable.
        subprocess.run([*quiet, 'apt-get', 'update'], stdout=out, stderr=out, check=False)
        done = subprocess.run([*quiet, *command], stdout=out, stderr=out, check=False)
    if done.returncode:
        raise GroundError(f'apt-get could not install {" ".join(packages)}: see {log}')


def _root_prefix() -> list[str] | None:
    if os.getuid() == 0:
        return []
    sudo = shutil.which('sudo')
    if (
        sudo
        and subprocess.run([sudo, '-n', 'true'], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, '-n']
    return None


class PrivateApt:
    """An apt of our own that sees the given suites of the machine's Debian mirror."""

    def __init__(self, folder: Path, suites: list[str]):
        self.folder = folder
        for part in ('state/lists/partial', 'cache/archives/partial'):
            (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / 'ours.sources').write_text(
            f'Types: deb\nURIs: {_mirror()}\nSuites: {" ".join(suites)}\nComponents: main\n'
            f'Signed-By: {KEYRING}\n'
        )
        self._run('apt-get', 'update', '-q')

    def unpack(self, packages: list[str], prefix: Path) -> None:
        """Download `packages` (`name` or `name/suite`) and lay their files out under `prefix`."""
        self._run('apt-get', 'download', '-q', *packages)
        prefix.mkdir(parents=True, exist_ok=True)
        for archive in sorted(self.folder.glob('*.deb')):
            _run(['dpkg', '-x', str(archive), str(prefix)])
            archive.unlink()

    def depends(self, package: str) -> list[str]:
        """Return the first choice of each of the package's dependencies."""
        listing = self._run(
            'apt-cache',
            'depends',
            '--no-recommends',
            '--no-suggests',
            '--no-conflicts',
            '--no-breaks',
            '--no-replaces',
            '--no-enhances',
            package,
        )
        lines = (line.strip() for line in listing.splitlines())
        return [line.split()[-1] for line in lines if line.startswith('Depends:')]

    def version(self, package: str) -> str:
        listing = self._run('apt-cache', 'show', '--no-all-versions', package)
        return next(line.split()[1] for line in listing.splitlines() if line.startswith('Version:'))

    def _run(self, *command: str) -> str:
        program, *arguments = command
        options = [
            f'Dir::State={self.folder / "state"}',
            'Dir::State::status=/var/lib/dpkg/status',
            f'Dir::Cache={self.folder / "cache"}',
            f'Dir::Etc::sourcelist={self.folder / "ours.sources"}',
            'Dir::Etc::sourceparts=-',
            # apt's own download account cannot write into this folder.
            'APT::Sandbox::User=',
        ]
        flags = [flag for option in options for flag in ('-o', option)]
        return _run([program, *flags, *arguments], cwd=self.folder)


def _mirror() -> str:
    """Return the address of the Debian archive that this machine's apt uses."""
    codename = release().get('VERSION_CODENAME', '')
    targets = _run(
        [
            'apt-get',
            'indextargets',
            '--format',
            '$(REPO_URI)\t$(RELEASE)\t$(COMPONENT)\t$(ORIGIN)',
            'Created-By: Packages',
        ],
    )
    rows = [line.split('\t') for line in targets.splitlines()]
    main = [row for row in rows if row[1] in (codename, *MOVING_NAMES) and row[2] == 'main']
    # The origin is known only once the machine's lists are there; the folder's name always is.
    best = sorted(
        main, key=lambda row: (row[3] == 'Debian', row[0].rstrip('/').endswith('/debian'))
    )
    if not best:
        raise GroundError(
            "this machine's apt names no Debian archive to fetch Odoo 19 from: "
            'add one, or point ODOO_HOME at an Odoo 19'
        )
    return best[-1][0]


def _run(command: list[str], cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise GroundError(f'{command[0]} failed: {done.stderr.strip()[-2000:]}')
    return done.stdout
