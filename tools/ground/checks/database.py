"""Installing, updating and removing the addon, and its tests inside Odoo."""

import ast
from functools import cache
from pathlib import Path

from ground.checks import runs, snapshot
from ground.checks.jobs import BlockedError
from ground.checks.results import FAILED, Item, allowances, is_allowed, verdict
from ground.paths import ADDON, ROOT

# Databases of `make test`, in its own cluster.
FRESH, UPDATED = 'ea_fresh', 'ea_updated'
BASE, CYCLE = 'ea_base', 'ea_cycle'
DEMO, TOURS = 'ea_demo', 'ea_tours'
# Several small parts: the cores share them out as they get free.
SHARDS = tuple(f'ea_tests_{number}' for number in range(1, 5))
# Kept between runs, and made for `make pot`.
FAST, TERMS = 'ea_fast', 'ea_terms'
STOP = ('--stop-after-init',)


@cache
def dependencies() -> str:
    manifest = ast.literal_eval((ROOT / ADDON / '__manifest__.py').read_text())
    return ','.join(manifest['depends'])


def without_pure_tests() -> str:
    """Return test tags that leave out what pytest runs without a database: each runs once."""
    files = sorted((ROOT / ADDON / 'tests').glob('test_domain_*.py'))
    return ''.join(f',-/{file.relative_to(ROOT).as_posix()}' for file in files)


def install_without_demo() -> list[Item]:
    """Install into an empty database as a user would, and keep a copy to update."""
    runs.fresh_database(FRESH)
    run = runs.run('install', '-d', FRESH, '-i', ADDON, *STOP)
    items = _require_installed(run, FRESH)
    runs.copy_database(FRESH, UPDATED)
    return items


def update() -> list[Item]:
    run = runs.run('update', '-d', UPDATED, '-u', ADDON, *STOP)
    return [_state_item(run, UPDATED), run.log_item()]


def base_with_demo() -> list[Item]:
    """Install what the addon depends on: both chains below start from it."""
    runs.fresh_database(BASE)
    run = runs.run('base', '-d', BASE, '-i', dependencies(), '--with-demo', *STOP)
    if run.status:
        raise BlockedError([verdict('base: install', run.tail())])
    runs.copy_database(BASE, DEMO)
    runs.copy_database(BASE, CYCLE)
    return []


def install_with_demo() -> list[Item]:
    """Install with demo data, running the tests that belong to the installation."""
    tags = f'at_install/{ADDON}{without_pure_tests()}'
    run = runs.run('demo', '-d', DEMO, '-i', ADDON, '--with-demo', '--test-tags', tags, *STOP)
    items = [_state_item(run, DEMO), *run.test_items()]
    if runs.module_state(DEMO, ADDON) != 'installed':
        raise BlockedError(items)
    for name in (*SHARDS, TOURS):
        runs.copy_database(DEMO, name)
    return items


def addon_tests(shard: str) -> list[Item]:
    """Run the part of the tests, without browser, that falls to this database."""
    files = shares(_test_files(), len(SHARDS))[SHARDS.index(shard)]
    tags = ','.join(f'post_install/{file.relative_to(ROOT).as_posix()}' for file in files)
    name = shard.removeprefix('ea_').replace('_', ' ')
    return runs.run(name, '-d', shard, '--test-tags', f'{tags},-tour', *STOP).test_items()


def _test_files() -> list[Path]:
    files = (ROOT / ADDON / 'tests').glob('test_*.py')
    return [file for file in files if not file.name.startswith('test_domain_')]


def shares(files: list[Path], count: int) -> list[list[Path]]:
    """Split files into shares of about the same size in bytes, which is about the same time."""
    parts: list[list[Path]] = [[] for _number in range(count)]
    weights = [0] * count
    for file in sorted(files, key=lambda file: (-file.stat().st_size, file.name)):
        lightest = weights.index(min(weights))
        parts[lightest].append(file)
        weights[lightest] += file.stat().st_size
    return parts


def tour_tests() -> list[Item]:
    return runs.run('tours', '-d', TOURS, '--test-tags', f'tour/{ADDON}', *STOP).test_items()


def remove_and_reinstall() -> list[Item]:
    """Install with demo data, remove, compare with the database before, install again."""
    before = snapshot.take(CYCLE)
    first = runs.run('cycle install', '-d', CYCLE, '-i', ADDON, '--with-demo', *STOP)
    if first.status or runs.module_state(CYCLE, ADDON) != 'installed':
        raise BlockedError([verdict('uninstall: install first', first.tail())])
    _turn_ordinary(CYCLE)
    people = snapshot.people(CYCLE)
    removal = runs.run('uninstall', 'module', 'uninstall', '-d', CYCLE, ADDON)
    changes = snapshot.differences(before, snapshot.take(CYCLE))
    changes += snapshot.differences(people, snapshot.people(CYCLE))
    allowed = allowances(runs.ALLOWED_LEFTOVERS)
    again = runs.run('reinstall', '-d', CYCLE, '-i', ADDON, *STOP)
    return [
        removal.log_item(),
        verdict(
            'uninstall: leaves nothing behind',
            [change for change in changes if not is_allowed(change, allowed)],
        ),
        _state_item(again, CYCLE),
        again.log_item(),
    ]


def _turn_ordinary(database: str) -> None:
    """Turn a demo into what a body's own database looks like: full of records, of no addon's.

    The people, departments and jobs of the demo stop being the addon's, as those that a body
    entered itself are not; and a later installation brings no demo again.
    """
    runs.CLUSTER.query(
        f"""
        DELETE FROM ir_model_data WHERE module = '{ADDON}'
        AND (model IN ('res.users', 'res.partner', 'res.company') OR model LIKE 'hr.%')
        """,
        database,
    )
    runs.CLUSTER.query('UPDATE ir_module_module SET demo = false', database)


def fast_loop(tags: str) -> list[Item]:
    """Update a database that is kept between runs, and run the tests with these tags in it."""
    exists = FAST in runs.CLUSTER.databases() and runs.module_state(FAST, ADDON) == 'installed'
    if not exists:
        runs.fresh_database(FAST)
    how = ('-u', ADDON) if exists else ('-i', ADDON, '--with-demo')
    run = runs.run('fast', '-d', FAST, *how, '--test-tags', selection(tags), *STOP)
    items = run.test_items()
    if len(items) == 1:
        items.append(Item(f'fast: {tags}', FAILED, 'no test has this tag or name'))
    return items


def selection(wanted: str) -> str:
    """Return Odoo's test tags for a tag, a test class or method, or test tags.

    >>> selection('security'), selection('TestQuota.test_floor')
    ('security/emulation_award', '/emulation_award:TestQuota.test_floor')
    """
    if '/' in wanted or ':' in wanted:
        return wanted
    return f'/{ADDON}:{wanted}' if wanted.startswith('Test') else f'{wanted}/{ADDON}'


def measure_coverage() -> list[Item]:
    """Run all tests, the pure ones too, in one process that notes which lines and branches ran."""
    runs.fresh_database(FAST)
    how = ('-d', FAST, '-i', ADDON, '--with-demo', '--test-tags', f'/{ADDON}', *STOP)
    return runs.run('coverage', *how, under=('coverage', 'run', '-m')).test_items()


def _require_installed(run: runs.Run, database: str) -> list[Item]:
    items = [_state_item(run, database), run.log_item()]
    if runs.module_state(database, ADDON) != 'installed':
        raise BlockedError(items)
    return items


def _state_item(run: runs.Run, database: str) -> Item:
    state = runs.module_state(database, ADDON)
    problems = [] if state == 'installed' else [f'the addon is {state}', *run.tail()]
    return verdict(f'{run.name}: installs', problems)
