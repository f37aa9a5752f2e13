"""The figures as a table, in Markdown."""

import json
import os
import platform
from dataclasses import asdict
from datetime import date
from pathlib import Path
from statistics import median

from bench.plan import Comparison, Side
from ground.paths import DEV

FOLDER = DEV / 'bench'
HEAD = (
    '| | seconds: least | median | most | ratio to ours | peak MiB | grown by MiB | file KiB |\n'
    '|---|---:|---:|---:|---:|---:|---:|---:|'
)


def write(found: list[Comparison], arguments) -> Path:
    """Write the tables, and the bare figures beside them; return where."""
    name = date.today().isoformat()
    FOLDER.mkdir(parents=True, exist_ok=True)
    bare = [asdict(one) for one in found]
    (FOLDER / f'{name}.json').write_text(json.dumps(bare, indent=1, ensure_ascii=False))
    options = f'rounds {arguments.rounds}, rows {arguments.rows}, documents {arguments.documents}'
    text = '\n\n'.join([f'{machine()}; {name}; {options}', *map(table, found)])
    written = FOLDER / f'{name}.md'
    written.write_text(f'{text}\n')
    return written


def table(comparison: Comparison) -> str:
    """Return one comparison; a ratio above 1 means that the other is slower than we are."""
    ours = median(seconds(comparison.sides[0]))
    lines = [f'### {comparison.title}', '', HEAD]
    lines += [_line(side, ours) for side in comparison.sides]
    return '\n'.join([*lines, *(['', comparison.note] if comparison.note else [])])


def seconds(side: Side) -> list[float]:
    """Return what all of the work takes, by run."""
    return [figure.seconds / side.share for figure in side.figures]


def machine() -> str:
    """Return what this ran on."""
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30
    return (
        f'{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release()}, '
        f'Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}'
    )


def _processor() -> str:
    info = Path('/proc/cpuinfo')
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.split(':', 1)[1].strip() for line in lines if line.startswith('model name')]
    return names[0] if names else platform.machine()


def _line(side: Side, ours: float) -> str:
    times = seconds(side)
    peak = max(figure.peak for figure in side.figures)
    grown = max(figure.grown for figure in side.figures)
    size = sum(figure.size for figure in side.figures) / len(side.figures) / side.share / 1024
    figures = [f'{value:.2f}' for value in (min(times), median(times), max(times))]
    ratio = f'{median(times) / ours:.2f}' if ours else '–'
    return (
        f'| {side.name} | {" | ".join(figures)} | {ratio} | {peak:.0f} | {grown:.0f} | {size:.0f} |'
    )
