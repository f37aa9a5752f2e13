"""How wide a text is, where its lines break and at which size it fits a given room.

A certificate is one page whoever it is for: a long name or achievement is set smaller, or on more
lines, but never leaves its place. Widths are those of Times New Roman Bold (and of the metrically
equal Liberation Serif Bold), which no letter of the other styles exceeds by much.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

POINT = 25.4 / 72  # mm

#: Advance width in thousandths of the type size: characters of that width, marks left aside.
WIDTHS = {
    250: ' .,\xa0',
    278: "il/\\|'",
    333: 'fjt;:!-()[]‘’`',
    389: 'sI',
    444: 'cerz{}',
    500: 'agovxyJ0123456789?–“”_#$*',
    556: 'bdđhknpquS',
    600: '+=<>',
    611: 'FP"',
    667: 'BELTZ',
    722: 'wACDĐNRUVXY',
    778: 'GHKOQ',
    833: 'm&',
    944: 'M',
}
WIDTH_OF = {character: width for width, some in WIDTHS.items() for character in some}
#: Of everything else: an em, the widest that a line of text has.
EM = 1000
HORN = '\N{COMBINING HORN}'  # ơ, ư: the horn makes the letter wider
HORN_WIDTH = 75
#: How uneven two lines may be, as a share of the width, rather than part within an enumeration,
#: or (further) within a name.
NAMES_APART, WORDS_APART = 0.25, 0.75


@dataclass(frozen=True)
class Room:
    """A place for a text.

    :param width: mm
    :param height: mm
    :param largest: type size wanted, in points
    :param smallest: the least that can still be read
    :param leading: distance of lines as a multiple of the size
    """

    width: float
    height: float
    largest: int
    smallest: int = 10
    leading: float = 1.25


@dataclass(frozen=True)
class Fitted:
    """A text in its place.

    :param lines: none where the text does not fit
    :param size: points
    :param fits: whether it stays within its room, at the smallest size if need be
    """

    lines: tuple[str, ...]
    size: int
    fits: bool = True


def text_width(text: str, size: float) -> float:
    """Return how wide a line of bold text is.

    :param size: points
    :return: mm

    >>> round(text_width('Giấy khen', 10), 1)
    15.6
    """
    return sum(map(_advance, text)) * size * POINT / EM


def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of a text, each filled as far as it goes.

    :param width: mm; a single word that is wider is broken anywhere

    >>> wrap('Phòng Quản lý Đầu tư', 20, 50)
    ('Phòng Quản lý', 'Đầu tư')
    """
    lines = ['']
    for word in _words(text):
        joined = f'{lines[-1]} {word}' if lines[-1] else word
        if text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            begun = lines if lines[-1] else lines[:-1]
            lines = [*begun, *_pieces(word, size, width)]
    return tuple(lines)


def balanced(text: str, size: float, width: float, proper: str = '') -> tuple[str, ...]:
    """Return as few lines as :func:`wrap`, as even as they can be; for centred text.

    :param proper: of names and titles: the text in its usual letters. Two lines of it part after
        a comma or before the first word of a name, which alone is capitalised in Vietnamese, as
        long as that leaves them not too uneven

    >>> balanced('Phòng Quản lý Đầu tư', 20, 50)
    ('Phòng Quản', 'lý Đầu tư')
    >>> balanced('PHÒNG QUẢN LÝ ĐẦU TƯ', 15, 50, 'Phòng Quản lý Đầu tư')
    ('PHÒNG QUẢN LÝ', 'ĐẦU TƯ')
    """
    lines = wrap(text, size, width)
    if len(lines) == 2 and proper:
        return _two_lines(_words(text), _words(proper), size, width) or lines
    if len(lines) < 2:
        return lines
    low, high = width / 8, width
    while high - low > 0.5:
        middle = (low + high) / 2
        if len(wrap(text, size, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return wrap(text, size, high)


def fit(text: str, room: Room, proper: str = '') -> Fitted:
    """Return a text at the largest size at which it fits; `proper` as of :func:`balanced`.

    >>> fit('Nguyễn Văn An', Room(200, 20, largest=26)).size
    26
    >>> fit('rất dài ' * 200, Room(200, 20, largest=26)).fits
    False
    """
    # Whatever somebody pastes: what cannot fit is not laid out at all.
    if text_width(text, room.smallest) <= room.width * _most_lines(room.smallest, room):
        for size in range(max(room.largest, room.smallest), room.smallest - 1, -1):
            if len(wrap(text, size, room.width)) <= _most_lines(size, room):
                return Fitted(balanced(text, size, room.width, proper), size)
    return Fitted((), room.smallest, fits=False)


def _most_lines(size: int, room: Room) -> int:
    return int(room.height / (size * room.leading * POINT))


def _two_lines(
    words: Sequence[str], proper: Sequence[str], size: float, width: float
) -> tuple[str, ...]:
    def cost(at: int) -> float:
        first, second = (text_width(' '.join(some), size) for some in (words[:at], words[at:]))
        if proper[at - 1].endswith((',', ';')):
            return abs(first - second)
        apart = NAMES_APART if proper[at][:1].isupper() else WORDS_APART
        return abs(first - second) + apart * width

    def fits(at: int) -> bool:
        return all(text_width(' '.join(some), size) <= width for some in (words[:at], words[at:]))

    places = [at for at in range(1, len(words)) if fits(at)]
    if not places:  # a single word that is wider than the line
        return ()
    at = min(places, key=cost)
    return ' '.join(words[:at]), ' '.join(words[at:])


def _words(text: str) -> list[str]:
    # Not split(): a no-break space holds together.
    return [word for word in text.split(' ') if word]


def _pieces(word: str, size: float, width: float) -> tuple[str, ...]:
    pieces = ['']
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size) > width:
            pieces.append('')
        pieces[-1] += character
    return tuple(pieces)


@lru_cache(maxsize=1024)
def _advance(character: str) -> int:
    letter, *marks = unicodedata.normalize('NFD', character)
    return WIDTH_OF.get(letter, EM) + (HORN_WIDTH if HORN in marks else 0)
