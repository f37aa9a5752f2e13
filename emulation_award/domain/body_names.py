"""Names of bodies and units as lists write them: abbreviated, by initials, with the position."""

import re
from collections.abc import Iterable, Sequence

from .tables import plain

#: What abbreviations of bodies stand for, as :func:`.tables.plain` gives them.
ABBREVIATIONS = {'ubnd': 'uy ban nhan dan', 'hdnd': 'hoi dong nhan dan', 'btv': 'ban thuong vu'}

#: A position as a cell begins with, in the words of :func:`body`.
TITLE = re.compile(
    r'(?:(?:pho |quyen |q |nguyen )*'
    r'(?:truong (?:phong|ban|doi|to|khoa|bo phan|don vi|chi nhanh)|chanh van phong|giam doc'
    r'|chu tich|bi thu|thu truong|uy vien|lanh dao(?: (?:ban|phong|don vi|co quan))?)'
    r'|(?:chuyen vien|can su|ke toan|thanh tra vien|kiem soat vien)'
    r'(?: (?:chinh|cao cap|truong|vien))?'
    r'|nhan vien|cong chuc|vien chuc|nguoi lao dong|can bo|van thu|thu quy|lai xe|bao ve|to vien'
    r'|doi vien|phu trach)(?= |$)'
)

#: A cell may be of any length; what is said of a unit stands in these.
MOST_WORDS = 60


def body(text: str) -> str:
    """Return the name of an award or a body as it is compared, abbreviations written out.

    >>> body('Chủ tịch UBND tỉnh')
    'chu tich uy ban nhan dan tinh'
    """
    return ' '.join(ABBREVIATIONS.get(word, word) for word in plain(text).split())


def says_unit(written: str) -> bool:
    """Return whether a cell on position and unit names a unit, and not a position alone.

    >>> says_unit('Phó Trưởng ban'), says_unit('Chuyên viên chính'), says_unit('Trưởng phòng KHTC')
    (False, False, True)
    """
    said = body(written)
    while found := TITLE.match(said):
        said = said[found.end() :].strip()
    return bool(said)


def names_one_of(written: str, names: Iterable[str]) -> bool:
    """Return whether a cell on unit, or on position and unit together, names one of these units.

    >>> names_one_of('Chuyên viên, Phòng QLĐT', ['Phòng Quản lý đầu tư'])
    True
    >>> names_one_of('Sở Xây dựng', ['Phòng Quy hoạch - Xây dựng', 'Văn phòng'])
    False
    """
    said = _words(written)
    known = [words for words in map(_words, names) if words]
    return any(_is_within(one, said) or _is_within(said, one) for one in known)


def _words(text: str) -> list[str]:
    # "Lí" and "lý" are one word.
    words = [word.replace('y', 'i') for word in body(text).split()[:MOST_WORDS]]
    return ['phong' if word == 'p' else word for word in words]


def _is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether some words stand together among others."""
    return bool(part) and any(_begins(part, whole[at:]) for at in range(len(whole)))


def _begins(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words are the first of others, some in either given by their initials only.

    >>> _begins(['phong', 'qldt'], ['phong', 'quan', 'ly', 'dau', 'tu', 'va', 'xay', 'dung'])
    True
    """
    if not part or not whole:
        return not part
    if part[0] == whole[0] and _begins(part[1:], whole[1:]):
        return True
    short, long = _initials(part[0], whole), _initials(whole[0], part)
    return bool(
        (short and _begins(part[1:], whole[short:])) or (long and _begins(part[long:], whole[1:]))
    )


def _initials(word: str, words: Sequence[str]) -> int:
    """How many words begin with the letters of one, in turn; 0 if they do not.

    >>> _initials('qldt', ['quan', 'ly', 'dau', 'tu']), _initials('xa', ['xa', 'a'])
    (4, 0)
    """
    size = len(word)
    can_be = size > 1 and word.isalpha() and word != words[0]
    return size if can_be and ''.join(one[0] for one in words[:size]) == word else 0
