"""Run Odoo's own lint tests (its addon test_lint) on our addon alone.

    python -m ground.checks.odoo_lint DATABASE

They look at every addon on the path and every model in the registry; here both are narrowed to
ours. Left out: test_checkers (tests of the checkers), test_l10n (localisations), test_markers
(walks all of Odoo; ruff and prettier cannot parse a conflict marker), test_eslint (wants an ESLint
long gone; ours runs in the lint gate).
"""

import json
import logging
import sys
from contextlib import ExitStack
from importlib import import_module
from unittest.mock import patch

import odoo
from odoo.modules.module import Manifest, initialize_sys_path
from odoo.modules.registry import Registry
from odoo.tests.loader import get_module_test_cases
from odoo.tests.result import OdooTestResult
from odoo.tests.suite import OdooSuite

from ground.checks.results import FAILED, PASSED, SKIPPED
from ground.paths import ADDON

PACKAGE = 'odoo.addons.test_lint.tests'
MODULES = [
    'test_docstring',
    'test_dunderinit',
    'test_i18n',
    'test_index',
    'test_jstranslate',
    'test_manifests',
    'test_naming',
    'test_onchange_domains',
    'test_orm_import',
    'test_override_signatures',
    'test_pofile',
    'test_pylint',
    'test_routes',
    'test_test_holes',
]


class Outcomes(OdooTestResult):
    """Collects how each test ended."""

    def __init__(self):
        super().__init__()
        self.found: dict[str, list] = {}

    def startTest(self, test):  # noqa: N802 - unittest spells it so
        super().startTest(test)
        self.found[self.getDescription(test)] = [PASSED, '']

    def addSkip(self, test, reason):  # noqa: N802 - likewise
        super().addSkip(test, reason)
        self.found[self.getDescription(test)] = [SKIPPED, reason]

    def logError(self, flavour, test, error):  # noqa: N802 - likewise
        self.fail(
            self.getDescription(getattr(test, 'test_case', test)),
            self._exc_info_to_string(error, test),
        )

    def fail(self, name: str, detail: str) -> None:
        before = self.found.get(name, [PASSED, ''])[1]
        self.found[name] = [FAILED, f'{before}\n{detail}'.strip()]


class WarningsAreFailures(logging.Handler):
    """Some of these tests only log what they find."""

    def __init__(self, outcomes: Outcomes):
        super().__init__(logging.WARNING)
        self.outcomes = outcomes

    def emit(self, record):
        text = record.getMessage()
        if record.name.startswith(PACKAGE) and ADDON in text:
            self.outcomes.fail(next(reversed(self.outcomes.found)), text)


def narrowed(registry: Registry, stack: ExitStack) -> None:
    """Make the lint tests see our addon only."""
    ours = {
        name: model
        for name, model in registry.items()
        if any(base.__module__.startswith(f'odoo.addons.{ADDON}.') for base in model.__mro__)
    }
    manifest = Manifest.for_addon(ADDON)
    stack.enter_context(
        patch.object(Manifest, 'all_addon_manifests', staticmethod(lambda: [manifest]))
    )
    for name in ('test_docstring', 'test_naming', 'test_override_signatures'):
        stack.enter_context(patch(f'{PACKAGE}.{name}.Registry', lambda _database: ours))
    stack.enter_context(patch(f'{PACKAGE}.test_docstring.MODULES_TO_LINT', (ADDON,)))
    stack.enter_context(patch(f'{PACKAGE}.test_pofile.get_modules', lambda: [ADDON]))
    # test_pylint looks at Odoo's own root first; nothing else in this list reads it.
    stack.enter_context(patch.object(odoo.tools.config, 'root_path', manifest.path))


def main(database: str) -> None:
    odoo.tools.config.parse_config(
        ['-d', database, '--no-http', '--log-level=warn'], setup_logging=True
    )
    initialize_sys_path()
    registry = Registry(database)
    # Set only now: with tests enabled, loading the registry would run the addon's own.
    odoo.tools.config['test_enable'] = True
    outcomes = Outcomes()
    logging.getLogger(PACKAGE).addHandler(WarningsAreFailures(outcomes))
    cases = [
        case
        for name in MODULES
        for case in get_module_test_cases(import_module(f'{PACKAGE}.{name}'))
    ]
    with ExitStack() as stack:
        narrowed(registry, stack)
        OdooSuite(cases)(outcomes)
    sys.stdout.write(json.dumps(outcomes.found))


if __name__ == '__main__':
    main(sys.argv[1])
