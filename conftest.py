"""Let `pytest` run the tests of the pure rules (test_domain_*) without a database.

pytest-odoo loads a registry before the first test. Where no database is named there is nothing to
load: this does the rest of its work, which is to import the addon as odoo.addons.<name> and to run
Odoo's test classes as unittest's.
"""

from pathlib import Path

import pytest
import pytest_odoo

from odoo.tools import config as odoo_config

import odoo.addons


class NoDatabase:
    @pytest.fixture(scope='session', autouse=True)
    @classmethod
    def load_registry(cls):
        """Stand in for pytest-odoo's fixture of this name."""


def pytest_configure(config):
    if not odoo_config['db_name']:
        odoo.addons.__path__.append(str(Path(__file__).parent))
        pytest_odoo.support_subtest()
        pytest_odoo.disable_odoo_test_retry()
        pytest_odoo.monkey_patch_resolve_pkg_root_and_module_name()
        config.pluginmanager.register(NoDatabase())
