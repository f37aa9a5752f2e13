"""`make demo`: a running Odoo with the addon, its demonstration campaign and Vietnamese."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from ground import odoo
from ground.paths import ADDON, DATA, DEV, LOG, ROOT, VENV
from ground.postgres import Cluster
from ground.steps import GroundError, say, step

CLUSTER = Cluster('demo')
DATABASE = 'emulation_demo'
STATE = DEV / 'demo.json'
SERVER_LOG = LOG / 'demo.log'
LANGUAGE = 'vi_VN'
PATIENCE = 120
# Vietnamese for everybody who works in the demo, and for whoever is added later.
SETTLE = f"""
env['res.lang']._activate_lang('{LANGUAGE}')
users = env['res.users'].search([('share', '=', False)])
users.write({{'lang': '{LANGUAGE}'}})
users.filtered(lambda user: not user.tz).write({{'tz': 'Asia/Ho_Chi_Minh'}})
env['res.company'].search([]).partner_id.write({{'lang': '{LANGUAGE}'}})
env['ir.default'].set('res.partner', 'lang', '{LANGUAGE}')
env.cr.commit()
"""
LOGINS = f"""
SELECT u.login, p.name,
    string_agg(COALESCE(g.name ->> '{LANGUAGE}', g.name ->> 'en_US'), ', ' ORDER BY g.id)
FROM res_users u
JOIN res_partner p ON p.id = u.partner_id
JOIN ir_model_data d ON d.model = 'res.users' AND d.res_id = u.id
LEFT JOIN res_groups_users_rel r ON r.uid = u.id
LEFT JOIN ir_model_data m ON m.model = 'res.groups' AND m.res_id = r.gid AND m.module = '{ADDON}'
LEFT JOIN res_groups g ON g.id = m.res_id
WHERE u.active AND NOT u.share
    AND (d.module = '{ADDON}' OR (d.module = 'base' AND d.name = 'user_admin'))
GROUP BY u.id, u.login, p.name ORDER BY u.id
"""


def run(*, detach: bool) -> None:
    """Bring the demo up; without `detach`, stay until interrupted and leave nothing running."""
    with step('Database server') as current:
        current.note('started' if CLUSTER.start() else 'running')
    try:
        with step('Database') as current:
            current.note(ensure_database())
        server, port = _start_server(detach=detach)
    except BaseException:
        CLUSTER.stop()
        raise
    say(f'\n{_description(port)}')
    if detach:
        say('\nIt runs in the background: `make stop` stops it.')
    else:
        say('\nCtrl-C stops it.')
        _stay_with(server)


def is_running() -> bool:
    return _running() is not None


def describe() -> None:
    """Say where the running demo is, and who can log in."""
    say(f'The demo is running already; `make stop` stops it.\n\n{_description(_running()["port"])}')


def stop() -> None:
    """Stop whatever of this clone runs: the demo's Odoo and both database servers."""
    running = _running()
    if running:
        _end(running['pid'])
    STATE.unlink(missing_ok=True)
    stopped = [cluster.name for cluster in (CLUSTER, Cluster('test')) if cluster.stop()]
    say('Stopped.' if running or stopped else 'Nothing was running.')


def update() -> None:
    """Update the addon in the demo's database, restarting a server in the background."""
    running = _running()
    if running and not running['detached']:
        raise GroundError(
            'the demo runs in the foreground: Ctrl-C stops it, and `make demo` then updates it'
        )
    if running:
        _end(running['pid'])
    CLUSTER.start()
    with step('Database') as current:
        current.note(ensure_database(force_update=True))
    if running:
        _start_server(detach=True)
    else:
        CLUSTER.stop()


def reset() -> None:
    """Delete the demo's database and files; the next `make demo` makes new ones."""
    running = _running()
    if running:
        _end(running['pid'])
    CLUSTER.destroy()
    shutil.rmtree(DATA / 'filestore' / DATABASE, ignore_errors=True)
    say('The demo is gone; `make demo` makes a new one.')


def ensure_database(*, force_update: bool = False) -> str:
    """Create the demo's database, or update it when the addon changed; return what was done."""
    state = _addon_state()
    found = _recorded_state()
    if found == state and not force_update:
        return 'up to date'
    if found:
        _odoo('demo-update', '-d', DATABASE, '-u', ADDON, '--stop-after-init')
        done = 'updated'
    else:
        # Absent, or left half made by an interrupted run.
        CLUSTER.drop(DATABASE)
        shutil.rmtree(DATA / 'filestore' / DATABASE, ignore_errors=True)
        _odoo(
            'demo-install',
            '-d',
            DATABASE,
            '-i',
            ADDON,
            '--with-demo',
            f'--load-language={LANGUAGE}',
            '--stop-after-init',
        )
        _odoo('demo-settle', 'shell', '-d', DATABASE, '--no-http', script=SETTLE)
        done = 'created with demo data'
    CLUSTER.query(f"COMMENT ON DATABASE {DATABASE} IS '{state}'")
    return done


def _recorded_state() -> str:
    """Return what the database says it was made from; it says so only once it is complete."""
    rows = CLUSTER.query(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
        f"WHERE datname = '{DATABASE}'"
    )
    return rows[0][0] if rows else ''


def _addon_state() -> str:
    digest = hashlib.sha256()
    for file in sorted((ROOT / ADDON).rglob('*')):
        if file.is_file() and file.suffix != '.pyc':
            digest.update(f'{file.relative_to(ROOT)}\0'.encode() + file.read_bytes())
    return digest.hexdigest()


def _odoo(name: str, *arguments: str, script: str = '') -> None:
    log = LOG / f'{name}.log'
    with log.open('w') as out:
        done = subprocess.run(
            odoo.command(*arguments),
            cwd=ROOT,
            env=_environment(odoo.free_port()),
            input=script,
            text=True,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    text = log.read_text(errors='replace')
    if done.returncode or 'Traceback (most recent call last)' in text:
        tail = '\n'.join(text.splitlines()[-25:])
        raise GroundError(f'Odoo failed:\n{tail}\nAll of it: {log}')


def _environment(port: int) -> dict[str, str]:
    return odoo.environment(CLUSTER) | {'ODOO_HTTP_PORT': str(port), 'ODOO_LIST_DB': 'False'}


def _start_server(*, detach: bool) -> tuple[subprocess.Popen, int]:
    wanted = int(os.environ.get('PORT', odoo.DEFAULT_PORT))
    port = odoo.free_port(wanted)
    if port != wanted:
        say(f'  Port {wanted} is taken: using {port}.')
    with step('Odoo') as current:
        with SERVER_LOG.open('w') as out:
            server = subprocess.Popen(
                odoo.command('-d', DATABASE, f'--db-filter=^{DATABASE}$'),
                cwd=ROOT,
                env=_environment(port),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        STATE.write_text(json.dumps({'pid': server.pid, 'port': port, 'detached': detach}))
        try:
            _await_answer(server, port)
        except BaseException:
            _end(server.pid)
            raise
        current.note(f'answers on port {port}')
    return server, port


def _await_answer(server: subprocess.Popen, port: int) -> None:
    """Wait for the login page; fetching it builds what the first visitor would wait for."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(f'http://127.0.0.1:{port}/web/login', timeout=PATIENCE).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    tail = '\n'.join(SERVER_LOG.read_text(errors='replace').splitlines()[-15:])
    raise GroundError(f'Odoo did not start:\n{tail}\nAll of it: {SERVER_LOG}')


def _stay_with(server: subprocess.Popen) -> None:
    """Wait until Odoo ends or we are told to stop, then take everything down."""
    try:
        server.wait()
    except KeyboardInterrupt:
        say('\nStopping …')
    finally:
        _end(server.pid)
        server.wait()
        STATE.unlink(missing_ok=True)
        CLUSTER.stop()
    say('Stopped.')


def _running() -> dict | None:
    """Return the recorded server if it is alive and ours: the number may be another program's."""
    state = json.loads(STATE.read_text()) if STATE.exists() else None
    return state if state and _is_ours(state['pid']) else None


def _is_ours(pid: int) -> bool:
    try:
        command = Path(f'/proc/{pid}/cmdline').read_bytes()
    except OSError:
        return False
    return str(VENV).encode() in command and DATABASE.encode() in command


def _end(pid: int) -> None:
    """End Odoo and what it started: politely, then not."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if not _is_ours(pid):
            return
        os.killpg(pid, number)
        deadline = time.monotonic() + 15
        while _is_ours(pid) and time.monotonic() < deadline:
            _reap(pid)
            time.sleep(0.1)


def _reap(pid: int) -> None:
    """Collect the ended server when it is our child, so that it does not linger as a zombie."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def _description(port: int) -> str:
    """Return the address, and who can log in with what."""
    rows = [
        (login, login, name, groups or '—')
        for login, name, groups in CLUSTER.query(LOGINS, DATABASE)
    ]
    table = [('Login', 'Password', 'Name', 'Roles'), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    lines = [
        '  '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    return '\n'.join([f'http://127.0.0.1:{port}', '', *lines])
