"""Progress on the terminal: one line per step, with how long it took."""

import sys
import time
from contextlib import contextmanager


class GroundError(Exception):
    """Something the reader has to act on; the message says what."""


class Step:
    """A step in progress; `note` says what was found or done."""

    def __init__(self, title: str):
        self.title = title
        self.detail = ''

    def note(self, detail: str) -> None:
        self.detail = detail


@contextmanager
def step(title: str):
    """Announce a step, then close its line with the outcome and the seconds it took."""
    current = Step(title)
    started = time.monotonic()
    print(f'  {title:<22}', end=' ', flush=True)
    try:
        yield current
    except BaseException:
        print('failed', flush=True)
        raise
    print(f'{current.detail or "done"} ({time.monotonic() - started:.1f} s)', flush=True)


def say(text: str = '') -> None:
    print(text, flush=True)


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
