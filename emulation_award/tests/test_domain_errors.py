import inspect

from odoo.tests import BaseCase

from ..domain import errors


class TestErrors(BaseCase):
    def test_every_error_is_a_value_error(self):
        strays = [
            name
            for name, error in inspect.getmembers(errors, inspect.isclass)
            if not issubclass(error, errors.RuleError)
        ]
        self.assertEqual(strays, [])

    def test_rule_error_is_a_value_error(self):
        self.assertTrue(issubclass(errors.RuleError, ValueError))
