"""Entry point of the Makefile: `PYTHONPATH=tools python3 -m ground <command>`."""

import argparse
import fcntl
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager

from ground import demo, odoo, setup
from ground.paths import ADDON, DEV, OUTSIDE, PYTHON, ROOT, SOCKETS
from ground.postgres import Cluster
from ground.steps import GroundError, complain, say

OLDEST_PYTHON = (3, 10)


def main() -> int:
    if sys.version_info < OLDEST_PYTHON:
        complain(f'Python {".".join(map(str, OLDEST_PYTHON))} or newer is needed.')
        return 1
    arguments = _parse()
    # Also where a shell started us with interrupts ignored, as it does for background jobs.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        return COMMANDS[arguments.command](arguments) or 0
    except GroundError as problem:
        complain(f'\n{problem}')
        return 1
    except KeyboardInterrupt:
        complain('\nInterrupted.')
        return 130


def _interrupt(_number, _frame) -> None:
    raise KeyboardInterrupt


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='ground')
    parser.add_argument('command', choices=COMMANDS)
    parser.add_argument('--only', default='', help='test tags of the fast loop')
    parser.add_argument('--examples', type=int, default=1000, help='random cases per property')
    parser.add_argument('--detach', action='store_true', help='leave the demo in the background')
    return parser.parse_args()


def _demo(arguments: argparse.Namespace) -> None:
    if demo.is_running():
        demo.describe()
        return
    setup.prepare(for_tests=False)
    with _alone('demo'):
        demo.run(detach=arguments.detach)


def _stop(_arguments: argparse.Namespace) -> None:
    demo.stop()


def _update(_arguments: argparse.Namespace) -> None:
    setup.prepare(for_tests=False)
    demo.update()


def _reset(_arguments: argparse.Namespace) -> None:
    demo.reset()


def _clean(_arguments: argparse.Namespace) -> None:
    """Remove everything the ground made, in the clone and outside it."""
    demo.stop()
    for folder in (DEV, OUTSIDE, SOCKETS, setup.NODE_MODULES):
        shutil.rmtree(folder, ignore_errors=True)


def _shell(_arguments: argparse.Namespace) -> None:
    cluster = Cluster('demo')
    cluster.start()
    if demo.DATABASE not in cluster.databases():
        raise GroundError('there is no demo database yet: run `make demo`')
    environment = odoo.environment(cluster) | {'ODOO_HTTP_PORT': str(odoo.free_port())}
    os.execve(PYTHON, odoo.command('shell', '-d', demo.DATABASE), environment)


def _setup(_arguments: argparse.Namespace) -> None:
    setup.prepare(for_tests=True)


def _in_venv(arguments: argparse.Namespace) -> int:
    """Prepare, then go on in the virtual environment, whose packages the checks use."""
    if sys.prefix != str(DEV / 'venv'):
        setup.prepare(for_tests=True)
        environment = os.environ | {'PYTHONPATH': str(ROOT / 'tools')}
        os.execve(PYTHON, [str(PYTHON), '-m', 'ground', *sys.argv[1:]], environment)
    with _alone('test'):
        return CHECKS[arguments.command](arguments)


def _test(arguments: argparse.Namespace) -> int:
    from ground.checks import plan

    say('\nChecks')
    return plan.run(arguments.only)


def _explore(arguments: argparse.Namespace) -> int:
    from ground.checks import python_tests

    return _report(python_tests.explored_rules(arguments.examples))


def _lint(_arguments: argparse.Namespace) -> int:
    from ground.checks import lint

    return _report(lint.items())


def _report(items: list) -> int:
    from ground.checks.results import FAILED, summary

    for item in items:
        if item.outcome == FAILED:
            say(f'\n--- {item.name}\n{item.detail}')
    say(summary(items))
    return int(any(item.outcome == FAILED for item in items))


def _format(_arguments: argparse.Namespace) -> int:
    from ground.checks import lint

    return lint.format_all()


def _coverage(_arguments: argparse.Namespace) -> int:
    from ground.checks import plan

    status = plan.run_coverage()
    report = [str(PYTHON), '-m', 'coverage', 'report', '--skip-covered', '--show-missing']
    subprocess.run(report, cwd=ROOT, check=False)
    return status


def _pot(_arguments: argparse.Namespace) -> int:
    from ground.checks import database, runs, translations

    cluster = Cluster('test')
    was_down = cluster.start()
    try:
        runs.fresh_database(database.TERMS)
        runs.run('terms', '-d', database.TERMS, '-i', ADDON, '--stop-after-init')
        say(translations.refresh(database.TERMS))
    finally:
        if was_down:
            cluster.stop()
    return 0


@contextmanager
def _alone(what: str):
    """Refuse to run twice at a time in one clone: both would use the same databases."""
    DEV.mkdir(exist_ok=True)
    with (DEV / f'{what}.lock').open('w') as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise GroundError(f'another `make {what}` runs in this clone') from None
        yield


CHECKS = {
    'test': _test,
    'explore': _explore,
    'coverage': _coverage,
    'lint': _lint,
    'fmt': _format,
    'pot': _pot,
}
COMMANDS = {
    'demo': _demo,
    'stop': _stop,
    'update': _update,
    'reset': _reset,
    'clean': _clean,
    'shell': _shell,
    'setup': _setup,
} | dict.fromkeys(CHECKS, _in_venv)


if __name__ == '__main__':
    sys.exit(main())
