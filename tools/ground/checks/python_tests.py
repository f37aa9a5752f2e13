"""The tests that need no database: the pure rules, their doctests, and the tools' own."""

import os
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from ground.checks.results import FAILED, PASSED, SKIPPED, Item
from ground.paths import ADDON, LOG, PYTHON, ROOT


def pure_rules() -> list[Item]:
    """Run test_domain_*.py and the doctests of domain/.

    Here rather than in Odoo's runner, where they work as well: without a registry they take a
    second, and a rule that needed one would show.
    """
    tests = sorted((ROOT / ADDON / 'tests').glob('test_domain_*.py'))
    return _pytest('domain', '--doctest-modules', *map(str, tests), str(ROOT / ADDON / 'domain'))


def explored_rules(examples: int) -> list[Item]:
    """Run them on other random data in every run; `make test` takes the same data each time.

    :param examples: random cases per property
    """
    os.environ['EMULATION_EXPLORE'] = str(examples)
    return pure_rules()


def tools() -> list[Item]:
    return _pytest('tools', '--doctest-modules', str(ROOT / 'tools'))


def _pytest(name: str, *arguments: str) -> list[Item]:
    report = LOG / f'{name}.xml'
    report.unlink(missing_ok=True)
    command = [
        str(PYTHON),
        '-m',
        'pytest',
        '-q',
        '-p',
        'no:cacheprovider',
        f'--junitxml={report}',
        *arguments,
    ]
    # A configuration for Odoo makes pytest-odoo ask for a database.
    environment = {key: value for key, value in os.environ.items() if not key.startswith('ODOO_')}
    log = LOG / f'{name}.log'
    with log.open('w') as out:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            check=False,
        )
    items = junit_items(report) if report.exists() else []
    if done.returncode and not any(item.outcome == FAILED for item in items):
        items.append(Item(f'{name}: pytest', FAILED, log.read_text(errors='replace')[-3000:]))
    return items


def junit_items(report: Path) -> list[Item]:
    """Return the test cases of a JUnit report."""
    # Our own pytest wrote this file a moment ago.
    return [_case_item(case) for case in ElementTree.parse(report).iter('testcase')]  # noqa: S314


def _case_item(case: ElementTree.Element) -> Item:
    name = f'{case.get("classname")}.{case.get("name")}'
    broken = [*case.findall('failure'), *case.findall('error')]
    if broken:
        return Item(
            name, FAILED, '\n'.join(part.text or part.get('message', '') for part in broken)
        )
    skipped = case.find('skipped')
    if skipped is not None:
        return Item(name, SKIPPED, skipped.get('message', ''))
    return Item(name, PASSED)
