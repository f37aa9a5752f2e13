"""Run the checks, several at a time, each as soon as those it needs have succeeded."""

import time
import traceback
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from ground.checks.results import FAILED, Item, summary
from ground.steps import say


class BlockedError(Exception):
    """A job cannot give its successors what they need; carries the items it still found."""

    def __init__(self, items: list[Item]):
        super().__init__('blocked')
        self.items = items


@dataclass(frozen=True)
class Job:
    """A named piece of work that returns items."""

    name: str
    run: Callable[[], list[Item]]
    needs: tuple[str, ...] = ()


class Scheduler:
    """Runs jobs in list order as far as needs and workers allow: put the longest chain first."""

    def __init__(self, jobs: list[Job], workers: int):
        self.waiting = list(jobs)
        self.workers = workers
        self.running: dict[Future, Job] = {}
        self.done: set[str] = set()
        self.broken: set[str] = set()
        self.items: list[Item] = []

    def run(self, on_abort: Callable[[], None]) -> list[Item]:
        """Run everything; `on_abort` makes the running jobs end soon when we are interrupted."""
        with ThreadPoolExecutor(self.workers) as pool:
            try:
                while self.waiting or self.running:
                    self._advance(pool)
            except BaseException:
                on_abort()
                raise
        return self.items

    def _advance(self, pool: ThreadPoolExecutor) -> None:
        self._drop_hopeless()
        self._start_ready(pool)
        if self.running:
            finished, _rest = wait(self.running, return_when=FIRST_COMPLETED)
            for future in finished:
                self._collect(self.running.pop(future), future)

    def _drop_hopeless(self) -> None:
        for job in [job for job in self.waiting if self.broken.intersection(job.needs)]:
            self.waiting.remove(job)
            self.broken.add(job.name)
            missing = ', '.join(sorted(self.broken.intersection(job.needs)))
            self.items.append(Item(job.name, FAILED, f'not run, because it needs: {missing}'))

    def _start_ready(self, pool: ThreadPoolExecutor) -> None:
        for job in [job for job in self.waiting if self.done.issuperset(job.needs)]:
            if len(self.running) >= self.workers:
                return
            self.waiting.remove(job)
            self.running[pool.submit(_timed, job)] = job

    def _collect(self, job: Job, future: Future) -> None:
        items, seconds, is_blocked = future.result()
        self.items += items
        (self.broken if is_blocked else self.done).add(job.name)
        say(f'  {job.name:<22} {summary(items)} ({seconds:.0f} s)')


def _timed(job: Job) -> tuple[list[Item], float, bool]:
    started = time.monotonic()
    try:
        items, is_blocked = job.run(), False
    except BlockedError as blocked:
        items, is_blocked = blocked.items, True
    except Exception:
        items, is_blocked = [Item(job.name, FAILED, traceback.format_exc())], True
    return items, time.monotonic() - started, is_blocked
