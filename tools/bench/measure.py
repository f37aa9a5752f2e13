"""Time and peak memory of a process and of all its children, LibreOffice among them."""

import json
import subprocess
import threading
from dataclasses import dataclass

import psutil

from bench import database
from ground.paths import LOG, ROOT
from ground.steps import GroundError

INTERVAL = 0.05
TIME_LIMIT = 1800
MIB = 2**20


@dataclass(frozen=True)
class Figure:
    """One run of one side.

    :param seconds: of the work alone: Odoo has started, and one small piece was made before
    :param peak: MiB of the whole process tree while it worked; memory that processes share is
        counted once (PSS)
    :param grown: MiB by which that is more than before the work
    :param size: bytes of what was made
    :param count: of documents or rows
    """

    seconds: float
    peak: float
    grown: float
    size: int
    count: int


def run(name: str, what: str, options: dict) -> Figure:
    """Run one side once in a process of its own.

    :param name: of the database
    :param what: name of the side in :mod:`bench.sides`
    """
    log = LOG / f'bench-{what}.log'
    with log.open('w') as errors:
        process = subprocess.Popen(
            database.side_command(name, what, options),
            env=database.environment(name),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        watch = _Watch(process)
        try:
            said = watch.follow()
        finally:
            watch.stop()
    if process.returncode or not said:
        tail = '\n'.join(log.read_text(errors='replace').splitlines()[-25:])
        raise GroundError(f'{what} failed:\n{tail}')
    return Figure(said['seconds'], watch.peak / MIB, watch.grown / MIB, said['size'], said['count'])


class _Watch(threading.Thread):
    """Looks at the memory of a process tree between the lines "begin" and the result."""

    def __init__(self, process: subprocess.Popen):
        super().__init__(daemon=True)
        self.process = process
        self.tree = psutil.Process(process.pid)
        self.before = self.peak = 0
        self.is_working = threading.Event()
        self.is_over = threading.Event()

    @property
    def grown(self) -> int:
        return self.peak - self.before

    def follow(self) -> dict | None:
        """Read what the process says; return the figures of its last line."""
        self.start()
        timer = threading.Timer(TIME_LIMIT, self.process.kill)
        timer.start()
        said = None
        try:
            for line in self.process.stdout:
                if line.strip() == 'begin':
                    self.before = self.peak = self._resident()
                    self.is_working.set()
                elif line.startswith('{'):
                    self.is_working.clear()
                    said = json.loads(line)
        finally:
            timer.cancel()
        self.process.wait()
        return said

    def run(self) -> None:
        while not self.is_over.wait(INTERVAL):
            if self.is_working.is_set():
                self.peak = max(self.peak, self._resident())

    def stop(self) -> None:
        self.is_over.set()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _resident(self) -> int:
        total = 0
        try:
            for one in (self.tree, *self.tree.children(recursive=True)):
                total += _memory(one)
        except psutil.NoSuchProcess:
            pass
        return total


def _memory(process: psutil.Process) -> int:
    """Bytes, what is shared divided among those who share it, where the system tells."""
    try:
        return process.memory_full_info().pss
    except (psutil.Error, AttributeError):
        try:
            return process.memory_info().rss
        except psutil.Error:
            return 0
