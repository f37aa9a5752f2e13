"""`make test`: what runs, in which order, and how it is reported."""

import json
import os
import subprocess
import time
from collections.abc import Callable
from functools import partial

from ground import odoo
from ground.checks import database, lint, python_tests, runs, translations
from ground.checks.jobs import Job, Scheduler
from ground.checks.results import FAILED, SKIPPED, Item, allowances, refuse_unnamed_skips, summary
from ground.paths import LOG, PYTHON, ROOT
from ground.steps import say

ALLOWED_SKIPS = ROOT / 'tools' / 'allowed_skips.txt'
LINES_SHOWN = 60


def run(only: str = '') -> int:
    """Run all checks, or with `only` the tests with these tags; return the exit status."""
    return _counted(partial(database.fast_loop, only) if only else _run_all)


def run_coverage() -> int:
    return _counted(database.measure_coverage)


def _counted(checks: Callable[[], list[Item]]) -> int:
    """Run the checks with the database server up, report, and leave the server as it was."""
    started = time.monotonic()
    LOG.mkdir(parents=True, exist_ok=True)
    was_down = runs.CLUSTER.start()
    try:
        items = checks()
    finally:
        if was_down:
            runs.CLUSTER.stop()
    items = refuse_unnamed_skips(items, allowances(ALLOWED_SKIPS))
    return _report(items, time.monotonic() - started)


def _jobs() -> list[Job]:
    """Return the jobs, those of the longest chain first."""
    return [
        Job('base with demo', database.base_with_demo),
        Job('install with demo', database.install_with_demo, ('base with demo',)),
        Job('browser tests', database.tour_tests, ('install with demo',)),
        *(
            Job(
                f'addon {shard[3:].replace("_", " ")}',
                partial(database.addon_tests, shard),
                ('install with demo',),
            )
            for shard in database.SHARDS
        ),
        Job('install', database.install_without_demo),
        Job('uninstall, reinstall', database.remove_and_reinstall, ('base with demo',)),
        Job('update', database.update, ('install',)),
        Job("Odoo's lint tests", _odoo_lint, ('install',)),
        Job('translations', lambda: translations.check(database.FRESH), ('install',)),
        Job('pure rules', python_tests.pure_rules),
        Job('tools', python_tests.tools),
        *lint.jobs(),
    ]


def _run_all() -> list[Item]:
    return Scheduler(_jobs(), _workers()).run(on_abort=runs.stop_all)


def _workers() -> int:
    """One job per core: each keeps Odoo and PostgreSQL busy in turn."""
    return int(os.environ.get('JOBS', max(2, len(os.sched_getaffinity(0)))))


def _odoo_lint() -> list[Item]:
    environment = odoo.environment(runs.CLUSTER) | {'PYTHONPATH': str(ROOT / 'tools')}
    command = [str(PYTHON), '-m', 'ground.checks.odoo_lint', database.FRESH]
    log = LOG / 'odoo-lint.log'
    with log.open('w') as errors:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            timeout=runs.TIME_LIMIT,
            check=False,
        )
    if done.returncode:
        return [Item("Odoo's lint tests", FAILED, log.read_text(errors='replace')[-3000:])]
    return [
        Item(f'test_lint {name}', *outcome) for name, outcome in json.loads(done.stdout).items()
    ]


def _report(items: list[Item], seconds: float) -> int:
    """Print what failed and what was skipped, then the closing line."""
    failed = [item for item in items if item.outcome == FAILED]
    for item in failed:
        say(f'\n--- FAILED {item.name}')
        say(_shortened(item.detail))
    skipped = [item for item in items if item.outcome == SKIPPED]
    for item in skipped:
        say(f'skipped {item.name}: {item.detail}')
    say(f'\n{seconds:.0f} s; logs in {LOG.relative_to(ROOT)}')
    say(summary(items))
    # A run that tested nothing proves nothing.
    return 1 if failed or not items else 0


def _shortened(text: str) -> str:
    """Keep the end: that is where a traceback says what happened."""
    lines = text.splitlines()
    cut = len(lines) - LINES_SHOWN
    return '\n'.join([f'… {cut} lines more in the log', *lines[cut:]] if cut > 0 else lines)
