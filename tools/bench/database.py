"""The databases of the comparison: one with our addon, and a copy of it with the peer's."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from ground import odoo
from ground.checks import runs
from ground.paths import ADDON, DEV, LOG, PYTHON, ROOT
from ground.steps import GroundError, step

OURS, PEERS = 'emulation_bench', 'emulation_bench_peer'
FACTS = DEV / 'bench' / 'facts.json'
#: Lives beside the clone's own packages: its licence (AGPL) is not ours, and nothing of ours
#: depends on it.
PEER = DEV / 'bench' / 'peer'
PEER_ADDONS = PEER / 'odoo' / 'addons'
PEER_PACKAGES = ('odoo-addon-report-py3o>=19.0,<20', 'py3o.formats==0.3')


@contextmanager
def running() -> Iterator[None]:
    """Have the private server running, and stop it again if it was not."""
    was_down = runs.CLUSTER.start()
    try:
        yield
    finally:
        if was_down:
            runs.CLUSTER.stop()


def prepare(rows: int, documents: int, *, with_peer: bool) -> None:
    """Make the databases, and fill them with so many rows and dossiers."""
    FACTS.parent.mkdir(parents=True, exist_ok=True)
    with step('Database'):
        runs.fresh_database(OURS)
        command = odoo.command('-d', OURS, '-i', ADDON, '--stop-after-init')
        _logged('install', command, environment(OURS))
    with step('Rows and dossiers') as current:
        side(OURS, 'seed', {'rows': rows, 'documents': documents, 'facts': str(FACTS)})
        current.note(f'{rows} rows, {documents} dossiers')
    if with_peer:
        with step('report_py3o') as current:
            current.note(_ensure_peer())
            runs.copy_database(OURS, PEERS)
            _install_peer()


def drop() -> None:
    """Remove what the comparison made; the figures and the peer's packages stay."""
    for name in (OURS, PEERS):
        runs.fresh_database(name)


def environment(name: str) -> dict[str, str]:
    """Return the variables of a process that works on one of the databases."""
    variables = odoo.environment(runs.CLUSTER)
    paths = [str(ROOT / 'tools')]
    if name == PEERS:
        paths.insert(0, str(PEER))
        variables['ODOO_ADDONS_PATH'] = _addons_path()
    variables['ODOO_HTTP_PORT'] = str(odoo.free_port())
    return variables | {'PYTHONPATH': ':'.join(paths)}


def side_command(name: str, what: str, options: dict) -> list[str]:
    """Return the command that runs one side once, in a process of its own."""
    return [str(PYTHON), '-m', 'bench.sides', name, what, json.dumps(options)]


def side(name: str, what: str, options: dict) -> None:
    """Run a side whose figures do not matter."""
    _logged(what, side_command(name, what, options), environment(name))


def _install_peer() -> None:
    command = odoo.command('-d', PEERS, '-i', 'report_py3o', '--stop-after-init')
    _logged('peer', command, environment(PEERS))


def _logged(what: str, command: list[str], variables: dict[str, str] | None = None) -> None:
    """Run a program, with a log that tells what went wrong."""
    log = LOG / f'bench-{what}.log'
    with log.open('w') as out:
        done = subprocess.run(command, env=variables, cwd=ROOT, stdout=out, stderr=out, check=False)
    if done.returncode:
        tail = '\n'.join(log.read_text(errors='replace').splitlines()[-25:])
        raise GroundError(f'{what} failed:\n{tail}\nAll of it: {log}')


def _addons_path() -> str:
    return f'{odoo.environment(runs.CLUSTER)["ODOO_ADDONS_PATH"]},{PEER_ADDONS}'


def _ensure_peer() -> str:
    """Install the peer's packages into a folder of their own, from the machine's own index."""
    if (PEER_ADDONS / 'report_py3o').is_dir():
        return 'in place'
    install = ('install', '--no-deps', '--target', str(PEER), *PEER_PACKAGES)
    _logged('peer-packages', [str(PYTHON), '-m', 'pip', *install])
    return 'installed'
