"""The list of a submission (danh sách đề nghị) as data: canonical JSON, and CSV for sheets."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from .hashchain import canonical
from .vietnamese import nfc

#: What a spreadsheet would take for a formula.
FORMULA = ('=', '+', '-', '@', '\t', '\r')

#: Words for the kinds of nominees in the CSV, which people read.
KINDS = {'collective': 'Tập thể', 'individual': 'Cá nhân'}

#: Columns of the list as data, with their captions in the CSV.
COLUMNS = {
    'ordinal': 'STT',
    'kind': 'Loại',
    'honorific': 'Ông/Bà',
    'name': 'Họ và tên hoặc tên tập thể',
    'position': 'Chức vụ',
    'unit': 'Đơn vị',
    'award': 'Hình thức đề nghị',
    'legal_clause': 'Căn cứ',
    'achievement': 'Thành tích tóm tắt',
    'votes': 'Kết quả bỏ phiếu',
}


@dataclass(frozen=True)
class Nominee:
    """One line of the list, and the folder that belongs to it.

    :param ordinal: its number in the list, from 1
    :param kind: 'individual' or 'collective'
    :param votes: as told, such as "9/9 (100%)"; '' if nobody voted
    """

    ordinal: int
    kind: str
    name: str
    honorific: str = ''
    position: str = ''
    unit: str = ''
    award: str = ''
    legal_clause: str = ''
    achievement: str = ''
    votes: str = ''

    @property
    def row(self) -> dict[str, str | int]:
        """The line as data, text in NFC.

        >>> Nominee(1, 'collective', 'Phòng A').row['kind']
        'collective'
        """
        told = {key: getattr(self, key) for key in COLUMNS}
        return {key: nfc(one) if isinstance(one, str) else one for key, one in told.items()}


def totals(nominees: Iterable[Nominee]) -> dict[str, int]:
    """Return how many collectives and individuals there are.

    >>> totals([Nominee(1, 'collective', 'A'), Nominee(2, 'individual', 'B')])
    {'collectives': 1, 'individuals': 1}
    """
    kinds = [one.kind for one in nominees]
    collectives = kinds.count('collective')
    return {'collectives': collectives, 'individuals': len(kinds) - collectives}


def list_json(nominees: Iterable[Nominee]) -> bytes:
    """Return the list as canonical JSON: columns, rows and totals."""
    lines = tuple(nominees)
    rows = [one.row for one in lines]
    told = {'columns': list(COLUMNS), 'rows': rows, 'totals': totals(lines)}
    return canonical(told).encode()


def list_csv(nominees: Iterable[Nominee]) -> bytes:
    """Return the list as CSV for spreadsheets: UTF-8 with mark, nothing that is a formula.

    >>> list_csv([Nominee(1, 'individual', '=1+1')]).decode('utf-8-sig').splitlines()[1]
    "1,Cá nhân,,'=1+1,,,,,,"
    """
    text = io.StringIO(newline='')
    writer = csv.writer(text)
    writer.writerow(COLUMNS.values())
    writer.writerows([guarded(one) for one in _cells(line)] for line in nominees)
    return text.getvalue().encode('utf-8-sig')


def guarded(value: str | int) -> str:
    """Return a cell of a CSV that no spreadsheet takes for a formula.

    >>> guarded('-1'), guarded(12), guarded('Hoàn thành')
    ("'-1", '12', 'Hoàn thành')
    """
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _cells(nominee: Nominee) -> list[str | int]:
    told = {**nominee.row, 'kind': KINDS.get(nominee.kind, nominee.kind)}
    return list(told.values())
