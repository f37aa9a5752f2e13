"""The scheduler runs each job after those it needs, and names what could not run."""

from ground.checks.jobs import BlockedError, Job, Scheduler
from ground.checks.results import FAILED, PASSED, Item


def run(*jobs):
    return Scheduler(list(jobs), workers=2).run(on_abort=lambda: None)


def test_job_runs_after_what_it_needs():
    order = []
    first = Job('first', lambda: order.append('first') or [])
    second = Job('second', lambda: order.append('second') or [], ('first',))
    run(second, first)
    assert order == ['first', 'second']


def test_job_that_needs_a_blocked_one_fails_unrun():
    def block():
        raise BlockedError([Item('install', FAILED)])

    items = run(
        Job('install', block), Job('update', list, ('install',)), Job('more', list, ('update',))
    )
    assert [(item.name, item.outcome) for item in items] == [
        ('install', FAILED),
        ('update', FAILED),
        ('more', FAILED),
    ]


def test_broken_check_fails_alone():
    def breaks():
        raise KeyError('x')

    items = run(Job('broken', breaks), Job('sound', lambda: [Item('sound', PASSED)]))
    assert {item.name: item.outcome for item in items} == {'broken': FAILED, 'sound': PASSED}
