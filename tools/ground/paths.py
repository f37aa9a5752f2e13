"""Where things live. Every path that the tools write to is named here."""

import hashlib
import os
from pathlib import Path

ADDON = 'emulation_award'
SERIES = '19.0'
ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / '.dev'
LOG = DEV / 'log'
DATA = DEV / 'data'
VENV = DEV / 'venv'
PYTHON = VENV / 'bin' / 'python'
ODOO_PREFIX = DEV / 'odoo'

# Two clones on one machine must not meet: whatever has to live outside the clone carries this key.
CLONE_KEY = hashlib.sha256(f'{ROOT}:{os.getuid()}'.encode()).hexdigest()[:10]
# A Unix socket's path may hold about 107 bytes, and a clone may lie deeper than that. The folder's
# owner and mode are checked before use.
SOCKETS = Path('/tmp') / f'{ADDON}-{CLONE_KEY}'  # noqa: S108
# Home of the databases of a root clone that the unprivileged database account cannot reach.
OUTSIDE = Path('/var/lib') / f'{ADDON}-dev' / CLONE_KEY
