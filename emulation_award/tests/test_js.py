from functools import reduce

from odoo.tests import HttpCase, tagged

SUITE = '@emulation_award'


def suite_id(name):
    """The number by which the test page is asked for one suite (32 bits, of its name)."""
    return f'{reduce(lambda code, letter: (31 * code + ord(letter)) % 2**32, name, 0):08x}'


def is_failure(message):
    """Whether a console message ends the run: the suite's own report does not."""
    return '[HOOT]' not in message


@tagged('post_install', '-at_install', 'tour', 'slow')
class TestJs(HttpCase):
    """The unit tests of what this addon adds to the web client (static/tests)."""

    def test_unit(self):
        self.browser_js(
            f'/web/tests?headless&loglevel=2&preset=desktop&timeout=15000&id={suite_id(SUITE)}',
            '',
            login='admin',
            timeout=300,
            success_signal='[HOOT] Test suite succeeded',
            error_checker=is_failure,
        )
