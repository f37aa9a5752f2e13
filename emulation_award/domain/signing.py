"""In whose name a document is signed (quyền hạn, chức vụ và họ tên của người ký).

State documents: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7. Party documents write the same
rights with a slash, T/M, K/T, T/L (Hướng dẫn 36-HD/VPTW).
"""

from dataclasses import dataclass

from .decree30 import UNKNOWN, Signature, Style
from .vietnamese import printable
from .words import Word


class Mode(Word):
    """By what right somebody signs."""

    DIRECT = 'direct'  # the head signs
    ACTING = 'acting'  # Q.: quyền cấp trưởng
    FOR_HEAD = 'for_head'  # KT.: ký thay
    BY_ORDER = 'by_order'  # TL.: thừa lệnh
    BY_AUTHORISATION = 'by_authorisation'  # TUQ.: thừa ủy quyền
    FOR_COLLECTIVE = 'for_collective'  # TM.: thay mặt tập thể


#: Abbreviation before the name of the one, or the body, in whose stead somebody signs.
PREFIXES = {
    Style.STATE: {
        Mode.ACTING: 'Q.',
        Mode.FOR_HEAD: 'KT.',
        Mode.BY_ORDER: 'TL.',
        Mode.BY_AUTHORISATION: 'TUQ.',
        Mode.FOR_COLLECTIVE: 'TM.',
    },
    Style.PARTY: {
        Mode.ACTING: 'Q.',
        Mode.FOR_HEAD: 'K/T',
        Mode.BY_ORDER: 'T/L',
        Mode.BY_AUTHORISATION: 'T/UQ',
        Mode.FOR_COLLECTIVE: 'T/M',
    },
}


@dataclass(frozen=True)
class Signing:
    """Who signs and by what right.

    :param mode: the right
    :param head_title: title of the head in whose stead somebody signs (TRƯỞNG BAN), or name of the
        body (ĐẢNG ỦY) with FOR_COLLECTIVE; not used with DIRECT
    :param title: of who signs; with ACTING the title of the post that is held
    :param name: without academic titles, '' while not known
    """

    mode: Mode | str = Mode.DIRECT
    head_title: str = ''
    title: str = ''
    name: str = ''


def for_authority(collective: str, title: str, name: str, style: Style | str) -> Signing:
    """Return who signs for an authority where no decision says it: in the Party for a collective.

    :param collective: on whose behalf its head signs, such as 'Đảng ủy'
    :param title: of who signs
    :raises UnknownWordError: there is no such style

    >>> for_authority('Đảng ủy', 'Bí thư', 'Vũ An', 'party')
    Signing(mode='for_collective', head_title='Đảng ủy', title='Bí thư', name='Vũ An')
    >>> for_authority('', 'Trưởng ban', 'Vũ An', 'state').mode
    'direct'
    """
    if Style(style) is Style.PARTY:
        return Signing('for_collective', collective, title, name)
    return Signing('direct', '', title, name)


def signature(signing: Signing, style: Style | str, hint: str = '') -> Signature:
    """Return the signature block of a document, its titles in capitals.

    :param hint: how it is to be signed, '' on documents that say nothing
    :raises UnknownWordError: there is no such mode or style

    >>> signature(Signing('for_head', 'Trưởng ban', 'Phó Trưởng ban', 'Vũ An'), 'state').authority
    'KT. TRƯỞNG BAN'
    >>> signature(Signing('for_collective', 'Đảng ủy', 'Bí thư'), 'party').authority
    'T/M ĐẢNG ỦY'
    >>> signature(Signing('acting', '', 'Trưởng ban'), 'state').title
    'Q. TRƯỞNG BAN'
    """
    mode, prefix = Mode(signing.mode), ''
    if mode is not Mode.DIRECT:
        prefix = PREFIXES[Style(style)][mode]
    title, head = _capitals(signing.title), _capitals(signing.head_title)
    name = printable(signing.name)
    # An acting head signs with the title of the post itself, on one line.
    if mode in (Mode.DIRECT, Mode.ACTING):
        return Signature(f'{prefix} {title or head}'.strip(), hint, name)
    return Signature(title, hint, name, f'{prefix} {head or UNKNOWN}')


def _capitals(text: str) -> str:
    return printable(text.upper())
