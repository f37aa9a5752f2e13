"""Names of files that every system and archive takes: plain letters, whatever is behind them."""

import re

from .vietnamese import printable, without_marks

LONGEST = 100
#: These part a name; a hyphen does so too, and is allowed everywhere.
SEPARATORS = re.compile(r'[/\\:|]')
UNSAFE = re.compile(r'[^\w ,.()-]+', re.ASCII)


def plain_name(*parts: str) -> str:
    """Return a name for a file, without extension, that every system accepts.

    :param parts: in any letters; those of which nothing is left are skipped

    >>> plain_name('Quyet dinh', 'Số 05/QĐ: khen', '')
    'Quyet dinh - So 05-QD- khen'
    >>> plain_name('Bao cao', '../../Tổ 1/2: "Thi đua"')
    'Bao cao - To 1-2- Thi dua'
    """
    plain = ' - '.join(filter(None, map(_plain, parts)))
    return plain[:LONGEST].rstrip(' .-')


def one_word(name: str, most: int, nothing: str = 'khong-ten') -> str:
    """Return a name of letters, digits and hyphens alone, as for a path in an archive.

    :param most: letters
    :param nothing: name of what has none

    >>> one_word('Sáng kiến  “Cửa khẩu số” (bản cuối)', 48)
    'Sang-kien-Cua-khau-so-ban-cuoi'
    >>> one_word('..\\\\…/', 48)
    'khong-ten'
    """
    words = re.findall('[A-Za-z0-9]+', without_marks(printable(name)))
    return '-'.join(words)[:most].strip('-') or nothing


def _plain(part: str) -> str:
    letters = SEPARATORS.sub('-', without_marks(printable(part)))
    return ' '.join(UNSAFE.sub(' ', letters).split()).strip(' .-')
