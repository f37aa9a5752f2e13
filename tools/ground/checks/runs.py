"""Call Odoo for the checks: each call with a log, a port and a time limit of its own."""

import os
import shutil
import signal
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ground import odoo
from ground.checks import odoo_log
from ground.checks.results import Allowance, Item, allowances, verdict
from ground.paths import DATA, LOG, ROOT
from ground.postgres import Cluster

CLUSTER = Cluster('test')
TIME_LIMIT = 1500
ALLOWED_LOG = ROOT / 'tools' / 'allowed_log.txt'
ALLOWED_LEFTOVERS = ROOT / 'tools' / 'allowed_leftovers.txt'
_ports_given: set[int] = set()
_live: set[subprocess.Popen] = set()
_stopping = threading.Event()


def allowed_log() -> list[Allowance]:
    return allowances(ALLOWED_LOG)


@dataclass
class Run:
    """A finished call of Odoo."""

    name: str
    log: Path
    status: int

    def records(self) -> list[odoo_log.Record]:
        with self.log.open(errors='replace') as lines:
            return list(odoo_log.records(lines))

    def log_item(self) -> Item:
        """Return the verdict on the log: no warning, no error, and a good end."""
        problems = odoo_log.complaints(self.name, self.records(), allowed_log())
        if not problems and self.status:
            problems = [f'ended with status {self.status}', *self.tail()]
        return verdict(f'{self.name}: log', problems)

    def test_items(self) -> list[Item]:
        """Return the tests of the run, its log, and whether it came to its end."""
        entries = self.records()
        problems = odoo_log.complaints(self.name, entries, allowed_log())
        if not odoo_log.has_total(entries):
            problems += ['the run died before its end', *([] if problems else self.tail())]
        return [*odoo_log.tests(entries), verdict(f'{self.name}: log', problems)]

    def tail(self) -> list[str]:
        return self.log.read_text(errors='replace').splitlines()[-25:]


def run(name: str, *arguments: str, under: tuple[str, ...] = ()) -> Run:
    """Run Odoo's command line."""
    if _stopping.is_set():
        raise KeyboardInterrupt
    environment = odoo.environment(CLUSTER) | {'ODOO_HTTP_PORT': str(_new_port())}
    log = LOG / f'{name.replace(" ", "-")}.log'
    with log.open('w') as out:
        process = subprocess.Popen(
            odoo.command(*arguments, under=under),
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        _live.add(process)
        try:
            process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            out.write(f'stopped after {TIME_LIMIT} s\n')
        finally:
            # Browsers and converters that a test left behind go with it.
            _kill_group(process)
            _live.discard(process)
    return Run(name, log, process.returncode)


def stop_all() -> None:
    """End what runs, and let nothing new begin: the user wants the terminal back."""
    _stopping.set()
    for process in list(_live):
        _kill_group(process)


def _kill_group(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _new_port() -> int:
    """Return a port that no other call was given: it is bound only long after it is chosen."""
    port = odoo.free_port()
    while port in _ports_given:
        port = odoo.free_port()
    _ports_given.add(port)
    return port


def fresh_database(name: str) -> str:
    """Make room for a database of this name."""
    CLUSTER.drop(name)
    shutil.rmtree(DATA / 'filestore' / name, ignore_errors=True)
    return name


def copy_database(template: str, name: str) -> str:
    """Copy a database with its files, as links: they are never changed in place."""
    fresh_database(name)
    CLUSTER.copy(template, name)
    source = DATA / 'filestore' / template
    if source.exists():
        shutil.copytree(source, DATA / 'filestore' / name, copy_function=os.link)
    return name


def module_state(database: str, module: str) -> str:
    rows = CLUSTER.query(f"SELECT state FROM ir_module_module WHERE name = '{module}'", database)
    return rows[0][0] if rows else 'absent'
