"""Who is proposed for an award, as documents name them and say who they are."""

from dataclasses import dataclass
from datetime import date

from .decree30 import DOTS, Style
from .eligibility import NomineeKind
from .vietnamese import paragraphs, printable, short_date

ADDRESS = {'male': 'Ông', 'female': 'Bà'}
PARTY_ADDRESS = 'Đồng chí'
GENDERS = {'male': 'Nam', 'female': 'Nữ', 'other': 'Khác'}


@dataclass(frozen=True)
class Nominee:
    """Who is reported on, as frozen when the dossier was sent.

    :param gender: 'male', 'female', 'other' or ''
    :param position: of an individual (chức vụ)
    :param unit: where an individual works (đơn vị công tác)
    :param native_place: of an individual (quê quán)
    :param address: residence of an individual (nơi thường trú), seat of a collective
    :param functions: of a collective (chức năng, nhiệm vụ), paragraphs
    :param head_count: of a collective; None if it is not known
    """

    kind: NomineeKind
    name: str
    gender: str = ''
    birthday: date | None = None
    position: str = ''
    unit: str = ''
    native_place: str = ''
    address: str = ''
    functions: str = ''
    head_count: int | None = None


@dataclass(frozen=True)
class Row:
    """A particular: its label, its value, and further paragraphs of a long one."""

    label: str
    value: str
    more: tuple[str, ...] = ()


def addressed(nominee: Nominee, style: Style) -> str:
    """Return who is meant, as the line under the title calls them.

    >>> addressed(Nominee(NomineeKind.INDIVIDUAL, 'Vũ An', gender='female'), Style.STATE)
    'Bà Vũ An'
    """
    address = PARTY_ADDRESS if style == Style.PARTY else ADDRESS.get(nominee.gender, '')
    is_individual = NomineeKind(nominee.kind) is NomineeKind.INDIVIDUAL
    return printable(f'{address} {nominee.name}' if is_individual else nominee.name)


def listed(*texts: str) -> str:
    """Return what is known of several things, with commas.

    >>> listed('Chuyên viên', '', 'Phòng Đầu tư')
    'Chuyên viên, Phòng Đầu tư'
    """
    return ', '.join(text for text in map(printable, texts) if text)


def particulars(nominee: Nominee) -> tuple[Row, ...]:
    """Return who the nominee is, line by line; what is not known is dotted."""
    is_collective = NomineeKind(nominee.kind) is NomineeKind.COLLECTIVE
    return _collective_rows(nominee) if is_collective else _individual_rows(nominee)


def _individual_rows(nominee: Nominee) -> tuple[Row, ...]:
    born = short_date(nominee.birthday) if nominee.birthday else ''
    return (
        _row('Họ và tên', nominee.name),
        _row('Ngày, tháng, năm sinh', born),
        _row('Giới tính', GENDERS.get(nominee.gender, '')),
        _row('Quê quán', nominee.native_place),
        _row('Nơi thường trú', nominee.address),
        _row('Chức vụ', nominee.position),
        _row('Đơn vị công tác', nominee.unit),
    )


def _collective_rows(nominee: Nominee) -> tuple[Row, ...]:
    count = '' if nominee.head_count is None else f'{nominee.head_count} người'
    return (
        _row('Tên tập thể', nominee.name),
        _row('Địa chỉ', nominee.address),
        _row('Tổng số người', count),
        _row('Chức năng, nhiệm vụ', nominee.functions),
    )


def _row(label: str, text: str) -> Row:
    lines = paragraphs(text) or (DOTS,)
    return Row(label, lines[0], lines[1:])
