"""Vietnamese names in Vietnamese order, and dates and deadlines in official wording."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from .windows import Precision, Wording

#: The 29 letters, with f, j, w and z where dictionaries put them.
ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'

#: Combining marks of the tones, in order; ngang, the level tone, comes first and has no mark.
TONES = {
    '\N{COMBINING GRAVE ACCENT}': '01',  # huyền
    '\N{COMBINING HOOK ABOVE}': '02',  # hỏi
    '\N{COMBINING TILDE}': '03',  # ngã
    '\N{COMBINING ACUTE ACCENT}': '04',  # sắc
    '\N{COMBINING DOT BELOW}': '05',  # nặng
}

#: Tabulators and line breaks of all kinds: they stand between words.
BREAKS = frozenset('\t\n\v\f\r\x85\u2028\u2029')

#: Characters of a paragraph; about ten pages.
LONGEST_PARAGRAPH = 20_000

# A sort key is a row of two-digit codes, the same in every collation. The end of anything sorts
# before whatever might follow instead of it, so a shorter word comes first.
END = '00'
LETTER_CODES = {letter: str(code) for code, letter in enumerate('0123456789' + ALPHABET, start=10)}
FOREIGN = '99'


def nfc(text: str) -> str:
    """Return a text with each letter and its marks as one character (Unicode NFC).

    >>> len('e\N{COMBINING CIRCUMFLEX ACCENT}'), len(nfc('e\N{COMBINING CIRCUMFLEX ACCENT}'))
    (2, 1)
    """
    return unicodedata.normalize('NFC', text)


def clean_name(text: str) -> str:
    """Return a name as :func:`printable`, with single spaces of the usual kind.

    >>> clean_name('  Nguyễn \\xa0 Quốc\\u200b Toàn ')
    'Nguyễn Quốc Toàn'
    """
    return ' '.join(printable(text).split())


def printable(text: str) -> str:
    """Return one line of text as a font can show it: NFC, without invisible characters.

    What word processors paste along goes: zero-width characters, control codes, runs of blanks;
    bullets of symbol fonts (private use) become hyphens.

    >>> printable('\\uf0b7\\tHoa\\u0300n\\n tha\\u0300nh\\u200b  100\\xa0%')
    '- Hoàn thành 100\\xa0%'
    """
    shown = text
    # Nearly every text is as it should be, and a list has many: only the others are gone through.
    if not (text.isprintable() and unicodedata.is_normalized('NFC', text)):
        # NFC comes last: something invisible may have stood between a letter and its mark.
        shown = nfc(''.join(_shown(character) for character in text))
    return (re.sub(' +', ' ', shown) if '  ' in shown else shown).strip()


def unended(text: str) -> str:
    """Return one line of text without the sign at its end: the sentence around it has its own.

    >>> unended('Hội trường tầng 2. '), unended(' . ')
    ('Hội trường tầng 2', '')
    """
    return printable(text).rstrip(' .,;:')


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, as :func:`printable`.

    >>> paragraphs('Thứ nhất.\\r\\n\\n  Thứ hai.  ')
    ('Thứ nhất.', 'Thứ hai.')

    A line longer than ten pages is broken at a blank: no program can lay out a paragraph of a
    megabyte, and nobody can read one.

    >>> [len(line) for line in paragraphs('Thi đua ' * 4000)]
    [19999, 11999]
    """
    lines = (line for line in map(printable, text.splitlines()) if line)
    return tuple(piece for line in lines for piece in _pieces(line))


def without_marks(text: str) -> str:
    """Return a text in plain letters, for file names that pass through any other system.

    >>> without_marks('Đặng Thị Ngọc Ễn')
    'Dang Thi Ngoc En'
    """
    letters = unicodedata.normalize('NFD', text.replace('đ', 'd').replace('Đ', 'D'))
    return ''.join(letter for letter in letters if not unicodedata.combining(letter))


def sort_key(full_name: str) -> str:
    """Return a key that sorts full names as Vietnamese lists do, under any database collation.

    By given name (tên), then middle names (tên đệm), then family name (họ); syllable by syllable,
    first by its letters and then by its tone; upper and lower case alike.

    :return: digits only

    >>> sorted(['Lê Đặng', 'Lê Đào', 'Lê Ân', 'Vũ Ăn', 'Lê Dũng', 'Lê Ánh', 'Vũ An'], key=sort_key)
    ['Vũ An', 'Lê Ánh', 'Vũ Ăn', 'Lê Ân', 'Lê Dũng', 'Lê Đào', 'Lê Đặng']
    """
    words = [key for word in full_name.split() if (key := _word_key(word))]
    given, middle, family = words[-1:], words[1:-1], words[:-1][:1]
    return END.join(map(''.join, (given, middle, family)))


def text_key(text: str) -> str:
    """Return a key that sorts titles and names of bodies in Vietnamese order, word by word.

    :return: digits only

    >>> sorted(['Phòng Đầu tư', 'Phòng Dự án', 'Ban Xây dựng'], key=text_key)
    ['Ban Xây dựng', 'Phòng Dự án', 'Phòng Đầu tư']
    """
    return ''.join(key for word in text.split() if (key := _word_key(word)))


def two_digits(number: int) -> str:
    """Return a number below 10 with a zero before it.

    >>> two_digits(5), two_digits(12)
    ('05', '12')
    """
    return f'{number:02}'


def count_with_zero(number: int) -> str:
    """Return how many, as official texts count: "01 tập thể", "05-07 cá nhân" (KH IV.2.1.c).

    >>> count_with_zero(1), count_with_zero(0), count_with_zero(12)
    ('01', '0', '12')
    """
    return two_digits(number) if number else '0'


def official_date(day: date) -> str:
    """Return a date as a document carries it (Nghị định 30/2020/NĐ-CP, Phụ lục I).

    >>> official_date(date(2025, 1, 5)), official_date(date(2025, 8, 15))
    ('ngày 05 tháng 01 năm 2025', 'ngày 15 tháng 8 năm 2025')
    """
    return f'ngày {two_digits(day.day)} tháng {_month(day)} năm {day.year}'


def short_date(day: date) -> str:
    """Return a date as running text cites it; zeros as in :func:`official_date`.

    >>> short_date(date(2025, 8, 15)), short_date(date(2025, 6, 3))
    ('15/8/2025', '03/6/2025')
    """
    return f'{two_digits(day.day)}/{_month(day)}/{day.year}'


def month_year(day: date) -> str:
    """Return the month of a day.

    >>> month_year(date(2025, 5, 1))
    'tháng 5/2025'
    """
    return f'tháng {_month(day)}/{day.year}'


def period_text(
    start: date, start_precision: Precision, end: date | None, end_precision: Precision
) -> str:
    """Return a phase as a plan words it (KH III).

    >>> period_text(date(2025, 5, 1), Precision.MONTH, date(2025, 8, 15), Precision.DAY)
    'từ tháng 5/2025 đến hết ngày 15/8/2025'
    >>> period_text(date(2025, 8, 15), Precision.DAY, None, Precision.DAY)
    'từ ngày 15/8/2025'
    """
    beginning = f'từ {_day_or_month(start, start_precision)}'
    return f'{beginning} đến hết {_day_or_month(end, end_precision)}' if end else beginning


def deadline_text(deadline: date, wording: Wording) -> str:
    """Return a deadline as a plan words it (KH IV.3).

    >>> deadline_text(date(2025, 8, 30), Wording.BEFORE)
    'trước ngày 30/8/2025'
    """
    by = {Wording.BEFORE: 'trước ngày', Wording.NO_LATER_THAN: 'chậm nhất ngày'}
    return f'{by[Wording(wording)]} {short_date(deadline)}'


def _pieces(line: str) -> Iterable[str]:
    while len(line) > LONGEST_PARAGRAPH:
        end = line.rfind(' ', 0, LONGEST_PARAGRAPH + 1)
        end = end if end > 0 else LONGEST_PARAGRAPH
        yield line[:end]
        line = line[end:].lstrip(' ')
    yield line


def _shown(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == 'Co':
        return '-'
    if character in BREAKS:
        return ' '
    return '' if kind in {'Cc', 'Cf', 'Cn', 'Cs'} else character


def _month(day: date) -> str:
    # Only months 1 and 2: a zero there could be added to make 11 and 12 of them.
    return two_digits(day.month) if day.month <= 2 else str(day.month)


def _day_or_month(day: date, precision: Precision) -> str:
    if Precision(precision) is Precision.MONTH:
        return month_year(day)
    return f'ngày {short_date(day)}'


def _word_key(word: str) -> str:
    return ''.join(_syllable_key(syllable) for syllable in re.split('[-‐–]', word))


def _syllable_key(syllable: str) -> str:
    marks = unicodedata.normalize('NFD', syllable.casefold())
    tones = [TONES[mark] for mark in marks if mark in TONES]
    letters = _letter_codes(nfc(''.join(mark for mark in marks if mark not in TONES)))
    return ''.join([*letters, END, *tones, END]) if letters else ''


def _letter_codes(letters: Iterable[str]) -> list[str]:
    return [code for letter in letters if (code := _letter_code(letter))]


def _letter_code(letter: str) -> str:
    plain = unicodedata.normalize('NFD', letter)[0]
    if letter.isalnum() and plain not in LETTER_CODES:
        return f'{FOREIGN}{ord(letter):08}'
    return LETTER_CODES.get(letter) or LETTER_CODES.get(plain, '')
