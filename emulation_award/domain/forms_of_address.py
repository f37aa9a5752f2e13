"""What stands before a name in a list and is none of it: Ông, Bà, Đồng chí."""

import re

from .vietnamese import clean_name

MALE, FEMALE = 'male', 'female'
#: Forms of address as they are written, the longer ones first, and whom they tell.
FORMS = {
    'ông/bà': '',
    'ông (bà)': '',
    'ông, bà': '',
    'ông bà': '',
    'đồng chí': '',
    'đ/c': '',
    'đ.c': '',
    'đc': '',
    'ông': MALE,
    'anh': MALE,
    'bà': FEMALE,
    'cô': FEMALE,
    'chị': FEMALE,
}
ADDRESSED = re.compile(
    rf'({"|".join(map(re.escape, FORMS))})(?:\s*[.:]\s*|\s+)(\S.*)', re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
MOST_WORDS = 6
#: Words no name of a person begins with; and words that stand between family and given name.
NEVER_FIRST = frozenset({'thị', 'rịa'})
MIDDLE = frozenset({'văn', 'ích', 'hữu', 'đức', 'xuân', 'ngọc', 'thế', 'đình'})


def addressed(text: str) -> tuple[str, str]:
    """Return the name of a person without the form of address before it, and the gender it tells.

    :return: (name, 'male' | 'female' | ''); the name as it is where nothing stands before it

    >>> addressed('Ông Vi Văn Chấn'), addressed('Đ/c. Hứa Thị Chanh'), addressed('Vũ An')
    (('Vi Văn Chấn', 'male'), ('Hứa Thị Chanh', ''), ('Vũ An', ''))
    >>> addressed('Bà Rịa')[0], addressed('Bà con thôn Nà Mu')[0], addressed('Ông Thị Lan')[0]
    ('Bà Rịa', 'Bà con thôn Nà Mu', 'Ông Thị Lan')
    """
    name, gender = clean_name(text), ''
    # "Đồng chí Ông …" has two of them.
    while (said := ADDRESSED.fullmatch(name)) and _is_person(said[2], name):
        name, gender = said[2], FORMS[said[1].casefold()] or gender
    return name, gender


def _is_person(name: str, whole: str) -> bool:
    """Whether what follows a form of address can be a person's name: two words and more.

    "Ông" is a family name, too ("Ông Văn Tùng", "Ông Ích Khiêm"), and Bà Rịa a town.
    """
    words = name.split()
    first = words[0].casefold()
    if first in NEVER_FIRST or (len(words) == 2 and first in MIDDLE):
        return False
    is_written_so = whole.islower() or all(word[0].isupper() for word in words)
    return (
        2 <= len(words) <= MOST_WORDS
        and all(WORD.fullmatch(word) for word in words)
        and is_written_so
    )
