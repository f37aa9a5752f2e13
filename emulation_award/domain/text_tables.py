"""A list that comes as a text file (.csv): its encoding, and what separates its cells."""

import codecs
import csv
import io
import re

from .errors import TableError
from .tables import ROWS_BEFORE_HEADINGS
from .vietnamese import nfc

SEPARATORS = ',;\t|'
#: Marks of a byte order, and what they begin; UTF-16 without one is not told from other bytes.
BYTE_ORDERS = (
    (codecs.BOM_UTF8, 'utf-8-sig'),
    (codecs.BOM_UTF16_LE, 'utf-16'),
    (codecs.BOM_UTF16_BE, 'utf-16'),
)
#: Written by older Vietnamese Windows: letters and their tones are separate characters.
LEGACY = 'cp1258'


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a file and the encoding it was in.

    UTF-8, UTF-16 with its mark, or Windows-1258; what is none of them is no text.

    :raises TableError: the bytes are no text

    >>> decoded('Họ tên'.encode('utf-8'))
    ('Họ tên', 'utf-8')
    >>> decoded('Họ tên'.encode('utf-16'))[1]
    'utf-16'
    """
    for mark, encoding in BYTE_ORDERS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    if b'\0' in content:
        raise TableError('table_no_text')
    try:
        return nfc(content.decode('utf-8')), 'utf-8'
    except UnicodeDecodeError:
        return _strictly(content, LEGACY), LEGACY


def text_rows(text: str) -> list[list[str]]:
    """Return the rows of a text file, its cells told apart by what separates most of them.

    >>> text_rows('Họ tên;Năm\\n"Vũ; An";2020')
    [['Họ tên', 'Năm'], ['Vũ; An', '2020']]

    :raises TableError: a quotation is never closed, or a cell is out of all proportion
    """
    try:
        return list(csv.reader(io.StringIO(text, newline=''), delimiter=_separator(text)))
    except csv.Error as error:
        raise TableError('table_damaged') from error


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableError('table_no_text') from error
    # Bytes of a picture or a program pass for Windows-1258; control characters give them away.
    if re.search('[\x00-\x08\x0e-\x1f]', text):
        raise TableError('table_no_text')
    return nfc(text)


def _separator(text: str) -> str:
    lines = text.splitlines()[:ROWS_BEFORE_HEADINGS]
    return max(SEPARATORS, key=lambda one: sum(line.count(one) for line in lines))
