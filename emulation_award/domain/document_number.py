"""Numbers of documents (số, ký hiệu văn bản) as they are written and as they are compared.

What prints alike is one number: Unicode forms, invisible characters, the many dashes, the Đ of
other alphabets, and zeros before the ordinal (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 wants
one before a single digit) tell nothing apart.
"""

import re
import unicodedata

from .decree30 import padded
from .findings import Finding
from .vietnamese import printable

#: Characters that look like one of a number: other D with stroke, minus, bullet and slashes.
LOOK_ALIKES = str.maketrans({'Ð': 'Đ', 'Ɖ': 'Đ', 'ð': 'đ', 'ɖ': 'đ', **dict.fromkeys('−⁃˗', '-')})
SLASHES = str.maketrans(dict.fromkeys('⁄∕╱⧸', '/'))


def clean_number(number: str) -> str:
    """Return a document number as it is written, stored and printed; '' for one that says nothing.

    >>> clean_number(' 5 / QĐ–BQLKKTCK\\u200b ')
    '05/QĐ-BQLKKTCK'
    >>> clean_number('005-QĐ/ĐU'), clean_number('Số: 12/QĐ'), clean_number('')
    ('05-QĐ/ĐU', '12/QĐ', '')
    """
    wide = unicodedata.normalize('NFKC', printable(number)).translate(LOOK_ALIKES)
    wide = re.sub(r'^số\s*:?\s*(?=[0-9])', '', wide, flags=re.IGNORECASE)
    plain = ''.join(_dash(one) for one in wide.translate(SLASHES))
    tight = re.sub(r'\s*([-/])\s*', r'\1', printable(plain))
    return padded(re.sub(r'^0+(?=[0-9])', '', tight))


def is_whole(number: str) -> bool:
    """Return whether a number has both its parts, ordinal and symbol (Phụ lục I, mục II.3).

    >>> is_whole('97/QĐ-BQLKKTCK'), is_whole('41-QĐ/ĐU'), is_whole('97'), is_whole('QĐ-BQLKKTCK')
    (True, True, False, False)
    """
    return re.fullmatch(r'[0-9]+\w?[-/].*[^\W\d_].*', clean_number(number)) is not None


def number_finding(number: str, example: str) -> Finding | None:
    """Return that a number lacks a part, or None.

    :param example: a whole one to show
    """
    if is_whole(number):
        return None
    return Finding('number_not_whole', {'number': number, 'example': example})


def number_key(number: str) -> str:
    """Return what two numbers have in common exactly if they are one and the same.

    >>> number_key('05/qđ - bqlkktck') == number_key('5/QĐ-BQLKKTCK')
    True
    >>> number_key('05a/QĐ'), number_key('')
    ('5A/QĐ', '')
    """
    # Upper case may bring marks and forms of its own, which are taken out after it.
    upper = unicodedata.normalize('NFKD', clean_number(number).upper()).upper()
    alike = clean_number(unicodedata.normalize('NFC', upper))
    bare = ''.join(one for one in alike if unicodedata.category(one)[0] not in 'MZC')
    return re.sub(r'^0+(?=[0-9])', '', bare)


def is_same_number(one: str, other: str, is_one_day: bool) -> bool:
    """Return whether two numbers are one; of one day even where one lacks the symbol, or its end.

    >>> is_same_number('12', '12/QĐ-UBND', True), is_same_number('12', '12/QĐ-UBND', False)
    (True, False)
    >>> is_same_number('12/QĐ-A', '12/QĐ-B', True), is_same_number('1', '12/QĐ', True)
    (False, False)
    """
    short, long = sorted((number_key(one), number_key(other)), key=len)
    return short == long or (is_one_day and long.startswith((f'{short}/', f'{short}-')))


def _dash(character: str) -> str:
    return '-' if unicodedata.category(character) == 'Pd' else character
