"""Whole numbers, amounts of đồng, ordinals and decimals in Vietnamese words (số bằng chữ).

No decree prescribes how a number is read; the rules here are those of primary-school mathematics
(Bộ Giáo dục và Đào tạo, Toán 2 to Toán 4), which official papers keep: groups of three digits read
with "nghìn, triệu, tỷ"; "linh" before a lone unit; "không trăm" wherever a group follows a higher
one; "mốt", "tư", "lăm" after "mươi". "Linh" and "lẻ" mean the same; "linh" is used throughout.

A group of zeros between groups that are said is said too: 8 000 001 is "tám triệu không nghìn không
trăm linh một" (Toán 4, Cánh diều, tr. 19, as worked answers read it), 85 000 120 "tám mươi lăm
triệu không nghìn một trăm hai mươi" (Toán 4, 2000 programme, tr. 16, likewise). Some answers leave
such a group out; said, no figure can be slipped in. Zeros at the end are never said.
"""

from decimal import Decimal

from .errors import NumberError

#: Largest number that is put into words.
LARGEST = 10**15

DIGITS = ('không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín')
#: Units after "mươi", where they sound otherwise than alone (hai mươi mốt, tư, lăm).
AFTER_TENS = {1: 'mốt', 4: 'tư', 5: 'lăm'}
#: Names of the groups of three digits below one tỷ.
GROUPS = ('', 'nghìn', 'triệu')
BILLION = 10**9
THOUSAND = 1000


def dotted(number: int) -> str:
    """Return a whole number with a point between groups of three digits, as Vietnamese print it.

    >>> dotted(1410000), dotted(0), dotted(999)
    ('1.410.000', '0', '999')
    """
    return f'{number:,}'.replace(',', '.')


def in_words(number: int) -> str:
    """Return a whole number in words.

    :raises NumberError: it is not whole, negative, or above :data:`LARGEST`

    >>> in_words(15), in_words(21), in_words(24), in_words(105)
    ('mười lăm', 'hai mươi mốt', 'hai mươi tư', 'một trăm linh năm')
    >>> in_words(1001)
    'một nghìn không trăm linh một'
    >>> in_words(8_000_001), in_words(8_001_000)
    ('tám triệu không nghìn không trăm linh một', 'tám triệu không trăm linh một nghìn')
    >>> in_words(2_000_000_005)
    'hai tỷ không triệu không nghìn không trăm linh năm'
    """
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= LARGEST:
        raise NumberError(f'not a whole number from 0 to {LARGEST}: {number!r}')
    return _billions(number) if number else DIGITS[0]


def amount_in_words(dong: int) -> str:
    """Return an amount of đồng as a payment document words it.

    A round amount of thousands ends in "chẵn", so that nothing can be written after it.

    :raises NumberError: as in :func:`in_words`

    >>> amount_in_words(710_000), amount_in_words(5_670_500)
    ('Bảy trăm mười nghìn đồng chẵn', 'Năm triệu sáu trăm bảy mươi nghìn năm trăm đồng')
    """
    ending = ' chẵn' if dong and dong % THOUSAND == 0 else ''
    return capitalised(f'{in_words(dong)} đồng{ending}')


def ordinal(number: int) -> str:
    """Return an ordinal: of one and four it has words of its own.

    :raises NumberError: there is no such ordinal

    >>> [ordinal(number) for number in (1, 2, 4, 10, 21)]
    ['thứ nhất', 'thứ hai', 'thứ tư', 'thứ mười', 'thứ hai mươi mốt']
    """
    if number == 0:
        raise NumberError('nothing is number zero')
    own = {1: 'nhất', 4: 'tư'}
    return f'thứ {own.get(number) or in_words(number)}'


def decimal_in_words(number: Decimal) -> str:
    """Return a decimal number: the whole part as a number, the decimals digit by digit.

    :raises NumberError: it is not finite, or its whole part is refused by :func:`in_words`

    >>> decimal_in_words(Decimal('1.5')), decimal_in_words(Decimal('0.05'))
    ('một phẩy năm', 'không phẩy không năm')
    >>> decimal_in_words(Decimal('3.0'))
    'ba'
    """
    if not isinstance(number, Decimal) or not number.is_finite() or number < 0:
        raise NumberError(f'not a decimal number from 0: {number!r}')
    whole, _, decimals = f'{number:f}'.partition('.')
    digits = ' '.join(DIGITS[int(digit)] for digit in decimals.rstrip('0'))
    words = in_words(int(whole))
    return f'{words} phẩy {digits}' if digits else words


def capitalised(text: str) -> str:
    """Return a text whose first letter is a capital.

    >>> capitalised('bảy trăm'), capitalised('')
    ('Bảy trăm', '')
    """
    return text[:1].upper() + text[1:]


def _billions(number: int) -> str:
    """Tỷ counts groups of nine digits: "nghìn tỷ" and "triệu tỷ" are so many tỷ."""
    billions, rest = divmod(number, BILLION)
    words = [f'{_below_billion(billions, is_inner=False)} tỷ'] if billions else []
    if rest:
        words.append(_below_billion(rest, is_inner=bool(billions)))
    return ' '.join(words)


def _below_billion(number: int, is_inner: bool) -> str:
    """Groups of three digits; one after a higher one is whole, zeros at the end are passed over."""
    words = []
    for at in reversed(range(len(GROUPS))):
        higher, rest = divmod(number, THOUSAND ** (at + 1))
        group, lower = divmod(rest, THOUSAND**at)
        is_after = is_inner or bool(higher)
        if group:
            words.append(f'{_group(group, is_whole=is_after)} {GROUPS[at]}'.rstrip())
        elif is_after and lower:
            words.append(f'{DIGITS[0]} {GROUPS[at]}')
    return ' '.join(words)


def _group(number: int, is_whole: bool) -> str:
    """Three digits; a whole group says its hundreds even when there are none."""
    hundreds, rest = divmod(number, 100)
    words = [DIGITS[hundreds], 'trăm'] if hundreds or is_whole else []
    if rest:
        words.append(_two_digits(rest, is_after_hundreds=bool(words)))
    return ' '.join(words)


def _two_digits(number: int, is_after_hundreds: bool) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return f'linh {DIGITS[unit]}' if is_after_hundreds else DIGITS[unit]
    if tens == 1:
        words = ['mười', 'lăm' if unit == 5 else DIGITS[unit]]
    else:
        words = [DIGITS[tens], 'mươi', AFTER_TENS.get(unit, DIGITS[unit])]
    return ' '.join(words if unit else words[:-1])
