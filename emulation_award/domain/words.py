"""Closed lists of words, as a selection field stores them."""

from enum import Enum
from typing import NoReturn

from .errors import UnknownWordError


class Word(str, Enum):
    """A word out of a closed list; equal to, hashed as and printed as the plain string.

    :raises UnknownWordError: on the look-up of a word that is not in the list

    >>> class Colour(Word):
    ...     RED = 'red'
    >>> Colour.RED == 'red', f'{Colour.RED}', 'red' in {Colour.RED}
    (True, 'red', True)
    """

    # Python 3.10, 3.11 and 3.12 each format a mixed-in enum differently.
    __str__ = str.__str__
    __format__ = str.__format__

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise UnknownWordError(f'{value!r} is none of {", ".join(cls)}')
