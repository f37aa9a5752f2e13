"""A copy of the database, on which transactions really commit and a server of its own may run."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager

import odoo.sql_db
from odoo.modules.registry import Registry
from odoo.tests.common import TransactionCase, get_db_name
from odoo.tools import SQL, config
from odoo.tools.misc import exec_pg_environ, find_pg_tool

STARTUP = 120  # seconds


class CopyCase(TransactionCase):
    """Set up on a committed copy of the database; dropped afterwards.

    The copy is made by dump and restore, as a template must have nobody connected to it. Tests of
    one class share what they commit.
    """

    @classmethod
    def setUpClass(cls):
        super(TransactionCase, cls).setUpClass()
        cls.copy = f'{get_db_name()}_copy_{os.getpid()}'
        cls.addClassCleanup(cls._drop)
        cls._drop()
        with closing(odoo.sql_db.db_connect('postgres').cursor()) as cr:
            cr._cnx.autocommit = True
            cr.execute(SQL('CREATE DATABASE %s TEMPLATE template0', SQL.identifier(cls.copy)))
        cls._restore()
        cls.registry = Registry(cls.copy)
        cls.addClassCleanup(Registry.delete, cls.copy)
        cls.cr = cls.registry.cursor()
        cls.addClassCleanup(lambda: cls.cr.close())
        cls.env = odoo.api.Environment(cls.cr, odoo.api.SUPERUSER_ID, {})

    def setUp(self):
        super(TransactionCase, self).setUp()

    @classmethod
    def _restore(cls):
        environment = exec_pg_environ()
        command = [find_pg_tool('pg_dump'), '--no-owner', get_db_name()]
        with subprocess.Popen(  # noqa: S603 a program of PostgreSQL
            command, env=environment, stdout=subprocess.PIPE
        ) as dump:
            restore = [find_pg_tool('psql'), '--quiet', '--no-psqlrc', '--dbname', cls.copy]
            subprocess.run(  # noqa: S603 as above
                [*restore, '--variable', 'ON_ERROR_STOP=1'],
                env=environment,
                stdin=dump.stdout,
                stdout=subprocess.DEVNULL,
                check=True,
            )
        assert dump.returncode == 0

    @classmethod
    def _drop(cls):
        odoo.sql_db.close_db(cls.copy)
        with closing(odoo.sql_db.db_connect('postgres').cursor()) as cr:
            cr._cnx.autocommit = True
            cr.execute(SQL('DROP DATABASE IF EXISTS %s WITH (FORCE)', SQL.identifier(cls.copy)))
        shutil.rmtree(config.filestore(cls.copy), ignore_errors=True)

    @contextmanager
    def _transaction(self, user):
        """A transaction of its own of a user, committed when nothing is raised."""
        with self.registry.cursor() as cr:
            yield odoo.api.Environment(cr, user, {})

    def _read(self, query, *params):
        """Rows as committed by now."""
        with self.registry.cursor() as cr:
            cr.execute(query, params)
            return cr.fetchall()


class Server:
    """An Odoo server process on a database, and calls to it as a browser makes them."""

    def __init__(self, database):
        self.database = database
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            self.port = probe.getsockname()[1]
        self.process = None

    def start(self):
        """Start and wait until it answers."""
        options = {
            'addons-path': config.format('addons_path', config['addons_path']),
            'database': self.database,
            'data-dir': config['data_dir'],
            'db-filter': f'^{self.database}$',
            # A request takes one for itself and may take one to notify the bus.
            'db_maxconn': 200,
            'http-interface': '127.0.0.1',
            'http-port': self.port,
            'max-cron-threads': 0,
            'log-level': 'critical',
        }
        self.process = subprocess.Popen(  # noqa: S603 this very program
            [sys.executable, '-m', 'odoo', *(f'--{key}={value}' for key, value in options.items())],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + STARTUP
        while time.monotonic() < deadline:
            if self._answers():
                return
            time.sleep(0.2)
        raise TimeoutError('the server did not start')

    def _answers(self):
        try:
            self._post('/web/webclient/version_info', {}, None)
        except (urllib.error.URLError, ConnectionError):
            return False
        return True

    def kill(self):
        """End the process at once, as when the power fails."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def login(self, login):
        """Log in; the cookie of the session."""
        params = {'db': self.database, 'login': login, 'password': login.ljust(8, 'x')}
        _answer, headers = self._post('/web/session/authenticate', params, None)
        cookies = headers.get_all('Set-Cookie')
        return next(one.split(';')[0] for one in cookies if one.startswith('session_id='))

    def call(self, cookie, model, method, *args):
        """The whole answer of a remote call: 'result' or 'error'."""
        params = {'model': model, 'method': method, 'args': args, 'kwargs': {}}
        return self._post(f'/web/dataset/call_kw/{model}/{method}', params, cookie)[0]

    def _post(self, path, params, cookie):
        body = json.dumps({'jsonrpc': '2.0', 'method': 'call', 'params': params}).encode()
        headers = {'Content-Type': 'application/json'} | ({'Cookie': cookie} if cookie else {})
        request = urllib.request.Request(f'http://127.0.0.1:{self.port}{path}', body, headers)
        with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 as above
            return json.load(response), response.headers
