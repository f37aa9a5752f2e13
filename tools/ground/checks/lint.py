"""The lint gate: every tool is one item; `make fmt` repairs what tools can repair."""

import os
import subprocess
from functools import partial
from pathlib import Path

from ground.checks.jobs import Job
from ground.checks.results import Item, verdict
from ground.paths import ADDON, LOG, PYTHON, ROOT
from ground.setup import NODE_MODULES

PYTHON_CODE = ['.']
MARKUP = ('*.xml', '*.js', '*.scss', '*.css')

# Off on the command line, where it wins over the enabling of all of Odoo's checks in .pylintrc.
# A long model is split into one file per concern, which the first would undo; a check that extends
# another returns nothing, and ruff's RET judges the rest.
PYLINT_OFF = ('consider-merging-classes-inherited', 'missing-return')


def jobs() -> list[Job]:
    return [
        Job(f'lint: {name}', partial(_check, name, command))
        for name, command in _commands().items()
    ]


def items() -> list[Item]:
    return [item for job in jobs() for item in job.run()]


def _commands() -> dict[str, list[str]]:
    """Return the checks by name; a tool with no file to look at is left out."""
    markup, scripts = _files(*MARKUP), _files('*.js')
    commands = {
        'ruff': _module('ruff', 'check', '--quiet', *PYTHON_CODE),
        'ruff format': _module('ruff', 'format', '--check', '--quiet', '--diff', *PYTHON_CODE),
        'pylint-odoo': _module(
            'pylint', '--rcfile=.pylintrc', '--jobs=1', f'--disable={",".join(PYLINT_OFF)}', ADDON
        ),
    }
    if markup:
        commands['prettier'] = _node('prettier', '--check', '--log-level=warn', *markup)
    if scripts:
        commands['eslint'] = _node('eslint', '--max-warnings=0', *scripts)
    return commands


def format_all() -> int:
    """Repair formatting; return the worst exit status."""
    markup, scripts = _files(*MARKUP), _files('*.js')
    repairs = [
        _module('ruff', 'check', '--fix', '--quiet', '--exit-zero', *PYTHON_CODE),
        _module('ruff', 'format', '--quiet', *PYTHON_CODE),
    ]
    if markup:
        repairs.append(_node('prettier', '--write', '--log-level=warn', *markup))
    if scripts:
        repairs.append(_node('eslint', '--fix', *scripts))
    return max(
        subprocess.run(command, cwd=ROOT, env=_environment(), check=False).returncode
        for command in repairs
    )


def _check(name: str, command: list[str]) -> list[Item]:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    output = (done.stdout + done.stderr).strip()
    (LOG / f'lint-{name.replace(" ", "-")}.log').write_text(f'{output}\n')
    problems = (output or f'status {done.returncode}') if done.returncode else ''
    return [verdict(f'lint: {name}', problems)]


def _files(*patterns: str) -> list[str]:
    found = (path for pattern in patterns for path in (ROOT / ADDON).rglob(pattern))
    return sorted(str(path.relative_to(ROOT)) for path in found if not _is_foreign(path))


def _is_foreign(path: Path) -> bool:
    """Libraries are kept as their authors wrote them."""
    return 'lib' in path.relative_to(ROOT).parts


def _module(name: str, *arguments: str) -> list[str]:
    return [str(PYTHON), '-m', name, *arguments]


def _node(program: str, *arguments: str) -> list[str]:
    return [str(PYTHON.parent / 'node'), str(NODE_MODULES / '.bin' / program), *arguments]


def _environment() -> dict[str, str]:
    return os.environ | {'PATH': f'{PYTHON.parent}{os.pathsep}{os.environ["PATH"]}'}
