import dataclasses
import doctest
import importlib
import inspect
import pkgutil

from odoo.tests import BaseCase

from .. import domain


def domain_modules():
    names = [module.name for module in pkgutil.iter_modules(domain.__path__)]
    return [domain, *(importlib.import_module(f'{domain.__name__}.{name}') for name in names)]


def public(owner, module):
    """Yield (name, object) for each function, class and property that `owner` itself defines."""
    for name, value in vars(owner).items():
        value = getattr(value, '__func__', value)
        home = value.fget if isinstance(value, property) else value
        own = callable(home) and getattr(home, '__module__', '') == module.__name__
        if own and not name.startswith('_'):
            yield name, value


def documented(module):
    """Yield (dotted name, object) for all that a module shows."""
    for name, value in public(module, module):
        yield f'{module.__name__}.{name}', value
        if inspect.isclass(value):
            for member, function in public(value, module):
                yield f'{module.__name__}.{name}.{member}', function


def is_bare(value):
    # A dataclass without a docstring gets its signature for one.
    return not value.__doc__ or value.__doc__.startswith(f'{getattr(value, "__name__", "")}(')


class TestPackage(BaseCase):
    def test_examples_hold(self):
        runner = doctest.DocTestRunner(verbose=False)
        report = []
        for module in domain_modules():
            for example in doctest.DocTestFinder().find(module):
                runner.run(example, out=report.append)
        self.assertEqual(''.join(report), '')

    def test_examples_are_found(self):
        finder = doctest.DocTestFinder(exclude_empty=True)
        found = [test for module in domain_modules() for test in finder.find(module)]
        self.assertGreater(sum(len(test.examples) for test in found), 30)

    def test_modules_are_documented(self):
        bare = [module.__name__ for module in domain_modules() if not module.__doc__]
        self.assertEqual(bare, [])

    def test_public_names_are_documented(self):
        bare = [
            name
            for module in domain_modules()
            for name, value in documented(module)
            if is_bare(value)
        ]
        self.assertEqual(bare, [])

    def test_undocumented_names_are_noticed(self):
        self.assertTrue(is_bare(domain_modules))

    def test_values_are_frozen(self):
        liquid = [
            name
            for module in domain_modules()
            for name, value in documented(module)
            if dataclasses.is_dataclass(value) and not value.__dataclass_params__.frozen
        ]
        self.assertEqual(liquid, [])
