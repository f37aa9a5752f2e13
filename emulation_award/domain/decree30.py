"""What every official document begins and ends with (thể thức văn bản).

State documents follow Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party's have a heading of their own
(Hướng dẫn 36-HD/VPTW). What is not known yet is dotted, to be filled in by hand.
"""

import re
from dataclasses import dataclass
from datetime import date

from .vietnamese import official_date, printable
from .words import Word

NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'  # quốc hiệu
MOTTO = 'Độc lập - Tự do - Hạnh phúc'  # tiêu ngữ
PARTY_NAME = 'ĐẢNG CỘNG SẢN VIỆT NAM'

#: What is not known, in running text and as a line to write on.
UNKNOWN = '…'
DOTS = UNKNOWN * 16


class Style(Word):
    """Whose documents these are."""

    STATE = 'state'
    PARTY = 'party'


@dataclass(frozen=True)
class Heading:
    """Top of the first page.

    :param superior: body above the issuing one (cơ quan chủ quản), '' if none is named
    :param issuer: issuing body (cơ quan ban hành)
    :param style: decides what stands at the right
    :param place_date: '' on documents that carry none, such as minutes
    """

    superior: str
    issuer: str
    style: Style
    place_date: str

    @property
    def right(self) -> str:
        """Name of the State or of the Party.

        >>> Heading('', '', Style.PARTY, '').right
        'ĐẢNG CỘNG SẢN VIỆT NAM'
        """
        return PARTY_NAME if self.is_party else NATIONAL_NAME

    @property
    def is_party(self) -> bool:
        """The Party's headings have an asterisk where the State's have a rule.

        >>> Heading('', '', Style.STATE, '').is_party
        False
        """
        return self.style == Style.PARTY

    @property
    def motto(self) -> str:
        """Line under that name, '' for the Party.

        >>> Heading('', '', Style.STATE, '').motto
        'Độc lập - Tự do - Hạnh phúc'
        """
        return '' if self.is_party else MOTTO


@dataclass(frozen=True)
class Signature:
    """One block at the end of a document.

    :param title: by what right one signs, such as 'TRƯỞNG BAN'
    :param hint: how, such as '(Ký, ghi rõ họ tên)'
    :param name: of who signs, '' if written by hand
    :param authority: line above the title for who signs in another's stead (KT., TL., TUQ., TM.)
    """

    title: str
    hint: str = ''
    name: str = ''
    authority: str = ''


def heading(superior: str, issuer: str, style: Style | str, place_date: str = '') -> Heading:
    """Return the heading of a document, its bodies in capitals (Phụ lục I, mục II.2).

    :raises UnknownWordError: there is no such style

    >>> heading('UBND tỉnh Lạng Sơn', 'Ban Quản lý', 'state').superior
    'UBND TỈNH LẠNG SƠN'
    """
    bodies = (printable(body.upper()) for body in (superior, issuer))
    return Heading(*bodies, Style(style), place_date)


def place_date(place: str, day: date | None) -> str:
    """Return the line with place and date (Phụ lục I, mục II.4).

    >>> place_date('Lạng Sơn', date(2025, 8, 5))
    'Lạng Sơn, ngày 05 tháng 8 năm 2025'
    >>> place_date('', None)
    '…, ngày … tháng … năm …'
    """
    undated = f'ngày {UNKNOWN} tháng {UNKNOWN} năm {UNKNOWN}'
    return f'{printable(place) or UNKNOWN}, {official_date(day) if day else undated}'


def document_number(number: str, kind: str, code: str, style: Style | str) -> str:
    """Return the line with the number of a document (Phụ lục I, mục II.3).

    A number below 10 has a zero before it; the Party writes the type first and no colon.

    :param number: whole, as the clerk's book has it; '' while there is none
    :param kind: abbreviation of the type of document, such as 'QĐ'
    :param code: abbreviation of the issuing body
    :raises UnknownWordError: there is no such style

    >>> document_number('5/QĐ-BQL', 'QĐ', 'BQL', 'state')
    'Số: 05/QĐ-BQL'
    >>> document_number('', 'QĐ', 'BQL', 'state'), document_number('', 'QĐ', 'ĐU', 'party')
    ('Số: …/QĐ-BQL', 'Số …-QĐ/ĐU')
    """
    own = padded(number) or with_symbol(UNKNOWN, kind, printable(code) or UNKNOWN, style)
    return f'{"Số" if Style(style) is Style.PARTY else "Số:"} {own}'


def with_symbol(ordinal: str, kind: str, code: str, style: Style | str) -> str:
    """Return the number of a document with its symbol (số, ký hiệu văn bản).

    :param kind: abbreviation of the type of document, such as 'QĐ'
    :param code: abbreviation of the issuing body

    >>> with_symbol('97', 'QĐ', 'BQL', 'state'), with_symbol('41', 'QĐ', 'ĐU', 'party')
    ('97/QĐ-BQL', '41-QĐ/ĐU')
    """
    is_party = Style(style) is Style.PARTY
    return f'{ordinal}-{kind}/{code}' if is_party else f'{ordinal}/{kind}-{code}'


def padded(number: str) -> str:
    """Return the number of a document with a zero before a single digit.

    >>> padded('5/QĐ-BQL'), padded('15-QĐ/ĐU')
    ('05/QĐ-BQL', '15-QĐ/ĐU')
    """
    return re.sub(r'^([1-9])(?![0-9])', r'0\1', printable(number))
