from bench.measure import Figure
from bench.plan import Comparison, Side
from bench.report import seconds, table


def side(name, *times, share=1):
    figures = tuple(Figure(time, 500, 100, 2048, 10) for time in times)
    return Side(name, figures, share)


def test_a_slice_counts_as_the_whole():
    assert seconds(side('peer', 5, 6, share=1 / 4)) == [20, 24]


def test_table():
    found = table(Comparison('List', (side('ours', 3, 1, 2), side('peer', 1, share=1 / 4)), 'Note'))
    assert found.splitlines()[0] == '### List'
    assert found.splitlines()[4:] == [
        '| ours | 1.00 | 2.00 | 3.00 | 1.00 | 500 | 100 | 2 |',
        '| peer | 4.00 | 4.00 | 4.00 | 2.00 | 500 | 100 | 8 |',
        '',
        'Note',
    ]
