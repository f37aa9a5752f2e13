"""Entry point of `make bench`: `PYTHONPATH=tools python3 -m bench [--rows …]`."""

import argparse
import os
import sys

from ground import setup
from ground.paths import DEV, PYTHON, ROOT
from ground.steps import GroundError, complain, say

PARTS = ('sheets', 'documents')


def main() -> int:
    arguments = _parse()
    try:
        if sys.prefix != str(DEV / 'venv'):
            setup.prepare(for_tests=False)
            environment = os.environ | {'PYTHONPATH': str(ROOT / 'tools')}
            os.execve(PYTHON, [str(PYTHON), '-m', 'bench', *sys.argv[1:]], environment)
        return _run(arguments)
    except GroundError as problem:
        complain(f'\n{problem}')
        return 1
    except KeyboardInterrupt:
        complain('\nInterrupted.')
        return 130


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='bench')
    parser.add_argument('--rounds', type=int, default=3, help='times each side is run')
    parser.add_argument('--rows', type=int, default=20_000, help='rows of the list')
    parser.add_argument('--documents', type=int, default=200, help='achievement reports')
    parser.add_argument('--only', choices=PARTS, help='one part of it')
    return parser.parse_args()


def _run(arguments: argparse.Namespace) -> int:
    from bench import database, plan, report

    parts = [arguments.only] if arguments.only else list(PARTS)
    with database.running():
        try:
            database.prepare(arguments.rows, arguments.documents, with_peer='documents' in parts)
            found = []
            if 'sheets' in parts:
                found.append(plan.sheets(arguments.rows, arguments.rounds))
            if 'documents' in parts:
                # The peer makes every document once however many rounds: fewer starts.
                found += plan.documents(arguments.documents, max(arguments.rounds - 1, 1))
        finally:
            database.drop()
    written = report.write(found, arguments)
    say(f'\n{written.read_text()}\nWritten to {written.relative_to(ROOT)}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
