"""Odoo itself: which one, and how to call it."""

import os
import socket

from ground.paths import DATA, DEV, PYTHON, ROOT
from ground.postgres import Cluster

LINK = DEV / 'src' / 'odoo'
DEFAULT_PORT = 8069


def free_port(wanted: int = 0) -> int:
    """Return `wanted` when nothing listens there, else a free port of the system's choice."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(('127.0.0.1', wanted))
        except OSError:
            probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def environment(cluster: Cluster) -> dict[str, str]:
    """Return the variables that make Odoo use this clone, and no configuration of the user's."""
    source = LINK.resolve().parent
    extra = source / 'addons'
    addons = [extra, ROOT] if (extra / 'web').is_dir() else [ROOT]
    return (
        os.environ
        | cluster.environment
        | {
            'ODOO_RC': str(DEV / 'odoo.conf'),
            'ODOO_ADDONS_PATH': ','.join(map(str, addons)),
            'ODOO_DATA_DIR': str(DATA),
            'ODOO_HTTP_INTERFACE': '127.0.0.1',
            'PATH': f'{PYTHON.parent}{os.pathsep}{os.environ["PATH"]}',
        }
    )


def command(*arguments: str, under: tuple[str, ...] = ()) -> list[str]:
    """Return the command that runs Odoo, or a Python module that runs it in turn."""
    return [str(PYTHON), '-m', *under, 'odoo', *arguments]
