import ast
from collections import defaultdict
from pathlib import Path

from odoo.tests import BaseCase

from .. import __file__ as addon

FOLDERS = ('models', 'wizards', 'reports')


class TestConcernFiles(BaseCase):
    """A long model is split into files that extend it: none may hide what another defines."""

    def test_no_file_hides_a_method_of_another(self):
        found = defaultdict(list)
        for folder in FOLDERS:
            for file in sorted(Path(addon).parent.joinpath(folder).glob('*.py')):
                for model, method in _own_methods(ast.parse(file.read_text())):
                    found[model, method].append(file.name)

        self.assertGreater(len(found), 1000)
        self.assertEqual({key: names for key, names in found.items() if len(names) > 1}, {})

    def test_no_decorator_replaces_another_of_its_kind(self):
        # Two @api.depends over one method: the upper one alone counts, and Odoo says nothing.
        twice = [
            f'{file.name}: {function.name}'
            for folder in FOLDERS
            for file in sorted(Path(addon).parent.joinpath(folder).glob('*.py'))
            for function in ast.walk(ast.parse(file.read_text()))
            if isinstance(function, ast.FunctionDef) and _is_decorated_twice(function)
        ]
        self.assertEqual(twice, [])


def _is_decorated_twice(function):
    names = [ast.unparse(one.func) for one in function.decorator_list if isinstance(one, ast.Call)]
    return len(names) != len(set(names))


def _own_methods(module):
    """(model, method) of what is defined without calling what it replaces."""
    for definition in module.body:
        model = isinstance(definition, ast.ClassDef) and _model(definition)
        for part in definition.body if model else ():
            if isinstance(part, ast.FunctionDef) and 'super()' not in ast.unparse(part):
                yield model, part.name


def _model(definition):
    """The one model a class defines or extends, or ''."""
    named = {
        part.targets[0].id: part.value.value
        for part in definition.body
        if isinstance(part, ast.Assign)
        and isinstance(part.targets[0], ast.Name)
        and isinstance(part.value, ast.Constant)
    }
    return named.get('_name') or named.get('_inherit') or ''
