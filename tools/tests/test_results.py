"""Skips and log lines are allowed one by one, each with a reason."""

import pytest

from ground.checks.results import (
    FAILED,
    PASSED,
    SKIPPED,
    Allowance,
    Item,
    allowances,
    is_allowed,
    refuse_unnamed_skips,
    verdict,
)


def test_allowance_is_split_at_the_last_separator(tmp_path):
    file = tmp_path / 'allowed.txt'
    file.write_text('# comment\n\na -- b -- the reason\n')
    assert allowances(file) == [Allowance('a -- b', 'the reason')]


def test_allowance_without_a_reason_is_refused(tmp_path):
    file = tmp_path / 'allowed.txt'
    file.write_text('something\n')
    with pytest.raises(ValueError, match=r'allowed.txt:1'):
        allowances(file)


def test_unnamed_skip_fails():
    items = [Item('a', SKIPPED, 'no tool'), Item('b', SKIPPED, 'no tool'), Item('c', PASSED)]
    outcomes = [item.outcome for item in refuse_unnamed_skips(items, [Allowance('b', 'why')])]
    assert outcomes == [FAILED, SKIPPED, PASSED]


def test_allowance_is_a_regular_expression():
    allowed = [Allowance(r'^WARNING odoo\.http', 'why')]
    assert is_allowed('WARNING odoo.http: x', allowed)
    assert not is_allowed('ERROR odoo.http: x', allowed)


def test_verdict_fails_with_its_problems():
    assert verdict('a', []) == Item('a', PASSED)
    assert verdict('a', ['x', 'y']) == Item('a', FAILED, 'x\ny')
