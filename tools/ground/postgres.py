"""A private PostgreSQL: two clusters, reachable through a Unix socket only.

`demo` is durable. `test` gives up durability for speed; `tools/odoo` and the tests use it.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ground.paths import DEV, OUTSIDE, ROOT, SOCKETS
from ground.steps import GroundError

# Odoo refuses a database user called `postgres`.
ROLE = 'odoo'
PORTS = {'demo': 5432, 'test': 5433}
SETTINGS = {
    'listen_addresses': '',
    'max_connections': '300',
    'shared_buffers': '256MB',
    'jit': 'off',
    'log_min_messages': 'fatal',
}
FAST_AND_LOSSY = {'fsync': 'off', 'synchronous_commit': 'off', 'full_page_writes': 'off'}


def binaries() -> Path | None:
    """Return the folder with the server programs: the machine's newest, else the private ones."""
    for base in (Path('/'), private_prefix()):
        found = [path.parent for path in base.glob('usr/lib/postgresql/*/bin/initdb')]
        if found:
            return max(found, key=lambda path: int(path.parent.name))
    on_path = shutil.which('initdb')
    return Path(on_path).resolve().parent if on_path else None


def private_prefix() -> Path:
    """Return where a PostgreSQL that the machine does not have is unpacked."""
    return _home() / 'dist'


def account() -> pwd.struct_passwd | None:
    """Return the account to run as when we are root, which PostgreSQL refuses; else None."""
    return pwd.getpwnam('nobody') if os.getuid() == 0 else None


def _is_reachable(folder: Path, user: pwd.struct_passwd) -> bool:
    """Tell whether `user` can enter `folder` through all its parents."""
    as_user = subprocess.run(
        ['test', '-x', str(folder)],
        user=user.pw_uid,
        group=user.pw_gid,
        extra_groups=[],
        check=False,
    )
    return as_user.returncode == 0


def _home() -> Path:
    """Return the folder that holds the clusters, owned by the account the server runs as."""
    user = account()
    inside = user is None or _is_reachable(ROOT, user)
    return DEV / 'pg' if inside else OUTSIDE / 'pg'


@contextmanager
def _locked():
    """Let one process at a time start or stop a cluster."""
    DEV.mkdir(exist_ok=True)
    with (DEV / 'pg.lock').open('w') as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True)
class Cluster:
    """One private PostgreSQL server and its data."""

    name: str

    @property
    def port(self) -> int:
        return PORTS[self.name]

    @property
    def data(self) -> Path:
        return _home() / self.name

    @property
    def environment(self) -> dict[str, str]:
        """What libpq, and Odoo, must know to connect."""
        return {'PGHOST': str(SOCKETS), 'PGPORT': str(self.port), 'PGUSER': ROLE}

    def is_running(self) -> bool:
        """Tell whether the recorded process is alive and ours.

        `pg_ctl status` also takes a zombie, and another program that was given the number, for it.
        """
        if not self._pid_file.exists():
            return False
        with suppress(OSError):
            command = Path(f'/proc/{self._recorded_pid()}/cmdline').read_bytes()
            return str(self.data).encode() in command
        return False

    def start(self) -> bool:
        """Start the server, creating the cluster if needed; return whether it was down."""
        with _locked():
            self._prepare_folders()
            if self.is_running():
                return False
            if not self._is_created():
                self._create()
            self._forget_dead_server()
            self._configure()
            log = _home() / f'{self.name}.log'
            self._run('pg_ctl', 'start', '--silent', '-w', '-t', '60', '-D', self.data, '-l', log)
            return True

    def stop(self) -> bool:
        """Stop the server; return whether it ran."""
        with _locked():
            if not self.is_running():
                return False
            self._run('pg_ctl', 'stop', '--silent', '-w', '-m', 'fast', '-D', self.data)
            # Goes with the last server.
            with suppress(OSError):
                SOCKETS.rmdir()
            return True

    def destroy(self) -> None:
        """Stop the server and delete its data."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def query(self, sql: str, database: str = 'postgres') -> list[list[str]]:
        """Run one statement and return its rows as text."""
        answer = self.psql('-v', 'ON_ERROR_STOP=1', '-XAtF', '\x1f', '-c', sql, '-d', database)
        return [line.split('\x1f') for line in answer.splitlines()]

    def psql(self, *arguments: str) -> str:
        command = [str(_program('psql')), *arguments]
        done = subprocess.run(
            command,
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise GroundError(done.stderr.strip())
        return done.stdout

    def databases(self) -> list[str]:
        return [
            row[0] for row in self.query('SELECT datname FROM pg_database WHERE NOT datistemplate')
        ]

    def drop(self, database: str) -> None:
        self.query(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def copy(self, template: str, database: str) -> None:
        self.query(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')

    @property
    def _pid_file(self) -> Path:
        return self.data / 'postmaster.pid'

    def _recorded_pid(self) -> str:
        return self._pid_file.read_text().split('\n', 1)[0]

    def _forget_dead_server(self) -> None:
        """Remove what a killed server left, if its number lives on as a zombie or another program.

        PostgreSQL would take that for itself. If nothing has the number, it cleans up by itself,
        and more carefully: it also waits for the orphans of the killed server.
        """
        if not self._pid_file.exists() or not Path(f'/proc/{self._recorded_pid()}').exists():
            return
        socket = SOCKETS / f'.s.PGSQL.{self.port}'
        for leftover in (self._pid_file, socket, socket.with_name(f'{socket.name}.lock')):
            leftover.unlink(missing_ok=True)

    def _is_created(self) -> bool:
        return (self.data / 'PG_VERSION').exists()

    def _prepare_folders(self) -> None:
        user = account()
        known = {os.getuid(), user.pw_uid if user else os.getuid()}
        for folder in (_home(), SOCKETS):
            folder.mkdir(parents=True, exist_ok=True)
            # The sockets' folder lies where everybody may write.
            if folder.is_symlink() or folder.stat().st_uid not in known:
                raise GroundError(f'{folder} belongs to somebody else: remove it')
            if user:
                os.chown(folder, user.pw_uid, user.pw_gid)
            # Whoever reaches the socket may do everything: only the owner may enter.
            folder.chmod(0o700)

    def _create(self) -> None:
        self._run(
            'initdb',
            '-D',
            self.data,
            '-U',
            ROLE,
            '--auth=trust',
            '--encoding=UTF8',
            '--locale=C.UTF-8',
            '--no-sync',
            '--no-instructions',
        )

    def _configure(self) -> None:
        settings = SETTINGS | {'port': str(self.port), 'unix_socket_directories': str(SOCKETS)}
        if self.name == 'test':
            settings |= FAST_AND_LOSSY
        text = ''.join(f"{key} = '{value}'\n" for key, value in settings.items())
        (self.data / 'postgresql.auto.conf').write_text(text)

    def _run(self, program: str, *arguments, check: bool = True) -> subprocess.CompletedProcess:
        """Run a PostgreSQL program as the account that owns the data."""
        user = account()
        identity = {'user': user.pw_uid, 'group': user.pw_gid, 'extra_groups': []} if user else {}
        done = subprocess.run(
            [str(_program(program)), *map(str, arguments)],
            cwd='/',
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **identity,
        )
        if check and done.returncode:
            raise GroundError(f'{program} failed: {done.stderr.strip() or done.stdout.strip()}')
        return done


def _program(name: str) -> Path:
    folder = binaries()
    if folder is None:
        raise GroundError('no PostgreSQL server programs: run `make demo` or `make test` once')
    return folder / name
