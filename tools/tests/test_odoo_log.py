"""The log reader sees what ran, what failed and what was complained about."""

from ground.checks import odoo_log
from ground.checks.results import FAILED, PASSED, SKIPPED, Allowance, Item

HEAD = '2026-01-02 03:04:05,678 99'
TESTS = 'odoo.addons.emulation_award.tests.test_quota'
NAME = f'{TESTS}.TestQuota'


def read(*lines):
    return list(odoo_log.records(f'{line}\n' for line in lines))


def started(test):
    return f'{HEAD} INFO db {TESTS}: Starting TestQuota.{test} ... '


def test_record_keeps_the_lines_that_continue_it():
    entries = read(f'{HEAD} ERROR db odoo.http: first', 'second', f'{HEAD} INFO ? odoo: third')
    assert [str(entry) for entry in entries] == [
        'ERROR odoo.http: first\nsecond',
        'INFO odoo: third',
    ]


def test_record_without_its_colours():
    coloured = f'{HEAD} \x1b[1;31mERROR\x1b[0m db odoo.http: first'
    assert [str(entry) for entry in read(coloured)] == ['ERROR odoo.http: first']


def test_test_passes_when_nothing_else_is_said():
    assert odoo_log.tests(read(started('test_floor'))) == [Item(f'{NAME}.test_floor', PASSED)]


def test_skip_carries_its_reason():
    skip = f'{HEAD} INFO db {TESTS}: skipped TestQuota.test_pdf : no tool'
    items = odoo_log.tests(read(started('test_pdf'), skip))
    assert items == [Item(f'{NAME}.test_pdf', SKIPPED, 'no tool')]


def test_failed_subtests_are_one_failed_test():
    entries = read(
        started('test_floor'),
        f'{HEAD} ERROR db {TESTS}: FAIL: Subtest TestQuota.test_floor (n=1)',
        'AssertionError: 1',
        f'{HEAD} ERROR db {TESTS}: FAIL: Subtest TestQuota.test_floor (n=2)',
        'AssertionError: 2',
    )
    (item,) = odoo_log.tests(entries)
    assert (item.name, item.outcome) == (f'{NAME}.test_floor', FAILED)
    assert 'AssertionError: 1' in item.detail
    assert 'AssertionError: 2' in item.detail


def test_failed_class_set_up_is_an_item_of_its_own():
    entries = read(f'{HEAD} ERROR db odoo.tests.suite: ERROR: setUpClass ({NAME})', 'KeyError')
    (item,) = odoo_log.tests(entries)
    assert item.outcome == FAILED


def test_complaint_is_reported_unless_allowed_or_a_failed_test():
    entries = read(
        f'{HEAD} WARNING db odoo.fields: unknown parameter',
        f'{HEAD} WARNING db odoo.http: well known',
        f'{HEAD} ERROR db {TESTS}: FAIL: TestQuota.test_floor',
        f'{HEAD} ERROR db odoo.tests.result: 1 failed, 0 error(s) of 1 tests when loading database',
        f'{HEAD} INFO db odoo: fine',
    )
    allowed = [Allowance('^update: WARNING odoo.http: well', 'because')]
    found = odoo_log.complaints('update', entries, allowed)
    assert found == ['WARNING odoo.fields: unknown parameter']


def test_total_tells_a_whole_run_from_a_dead_one():
    total = f'{HEAD} INFO db odoo.tests.result: 0 failed, 0 error(s) of 3 tests when loading'
    assert odoo_log.has_total(read(started('test_floor'), total))
    assert not odoo_log.has_total(read(started('test_floor')))
