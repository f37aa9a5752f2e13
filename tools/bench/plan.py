"""Which sides are compared, in which order: A B A B, so that a busy moment meets all of them."""

from dataclasses import dataclass

from bench import database, measure
from bench.measure import Figure
from ground.steps import step


@dataclass(frozen=True)
class Side:
    """One way to do the work; the first of a comparison is ours.

    :param share: how much of the work one run does; 1 is all of it
    """

    name: str
    figures: tuple[Figure, ...]
    share: float = 1


@dataclass(frozen=True)
class Comparison:
    """The same work done in several ways."""

    title: str
    sides: tuple[Side, ...]
    note: str = ''


def sheets(rows: int, rounds: int) -> Comparison:
    """The provincial list as a workbook."""
    ways = {
        'ours': 'sheet_ours',
        'raw XlsxWriter loop': 'sheet_raw',
        "Odoo's export": 'sheet_odoo',
    }
    figures = {name: [] for name in ways}
    for number in range(1, rounds + 1):
        for name, what in ways.items():
            with step(f'List {number}: {name}'[:22]) as current:
                figures[name].append(measure.run(database.OURS, what, {}))
                current.note(f'{figures[name][-1].seconds:.2f} s')
    return Comparison(
        f'Provincial list of {rows} rows (xlsx)',
        tuple(Side(name, tuple(found)) for name, found in figures.items()),
    )


def documents(count: int, rounds: int) -> list[Comparison]:
    """Achievement reports by the batch against one call of the peer for each.

    The peer takes about a second for each document. It makes all of them once, a slice between
    two runs of ours.
    """
    return [_documents(count, rounds, kind) for kind in ('docx', 'pdf')]


def _documents(count: int, rounds: int, kind: str) -> Comparison:
    ours, peers = [], []
    edges = [round(count * at / rounds) for at in range(rounds + 1)]
    for number in range(rounds):
        whole, part = {'fmt': kind, 'first': 0, 'last': count}, edges[number : number + 2]
        with step(f'{kind} {number + 1}: ours') as current:
            ours.append(measure.run(database.OURS, 'documents_ours', whole))
            current.note(f'{ours[-1].seconds:.2f} s')
        with step(f'{kind} {number + 1}: report_py3o') as current:
            options = {'fmt': kind, 'first': part[0], 'last': part[1]}
            peers.append(measure.run(database.PEERS, 'documents_peer', options))
            current.note(f'{peers[-1].seconds:.2f} s for {peers[-1].count}')
    return Comparison(
        f'{count} achievement reports (Form 08, {kind})',
        (Side('ours, by the batch', tuple(ours)), Side('report_py3o', tuple(peers), 1 / rounds)),
        f'report_py3o made each document once, in {rounds} slices; its times are of all {count}, '
        'from each slice.',
    )
