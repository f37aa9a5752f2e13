"""A certificate of commendation as it is printed (giấy khen), on A4 landscape.

The order of lines is that of Nghị định 98/2023/NĐ-CP, Điều 104; the Party's certificates begin with
its own name. Sizes and places are left to the issuing body: they come with the printer's settings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from .decree30 import (
    MOTTO,
    NATIONAL_NAME,
    PARTY_NAME,
    UNKNOWN,
    Signature,
    Style,
    padded,
    place_date,
)
from .eligibility import NomineeKind
from .file_names import plain_name
from .findings import Finding
from .nominee import PARTY_ADDRESS
from .number_words import capitalised
from .signing import Signing, signature
from .text_fit import Fitted, Room, fit
from .vietnamese import official_date, paragraphs, printable, two_digits

CITATION = 'Nghị định 98/2023/NĐ-CP, Điều 104'
GIVEN = 'TẶNG'
TITLE = 'Danh hiệu'
PAGE_WIDTH, PAGE_HEIGHT = 297, 210  # mm, A4 landscape
SIDE = 30  # mm, border and white space left and right of the text
FOOT = 18  # mm, likewise below
HALF = (PAGE_WIDTH - 2 * SIDE) / 2


@dataclass(frozen=True)
class Layout:
    """Where and how large things stand: a printer with the paper that lies in it.

    Distances are mm from the upper edge of the paper to the upper edge of a block.

    :param is_full: border, emblem and all lines on white paper; otherwise text for blanks only
    :param has_nation: on blanks, whether Quốc hiệu and Tiêu ngữ (or the Party's name) are printed
    :param has_decider: on blanks, whether the position of who decides is
    :param has_title: on blanks, whether "TẶNG" and "GIẤY KHEN" are
    :param offset_x: mm to the right that everything is moved by, to make good a printer's fault
    :param offset_y: mm downwards, likewise
    :param title_size: points; likewise `name_size` and `text_size`, which long texts go below
    """

    is_full: bool = True
    has_nation: bool = False
    has_decider: bool = True
    has_title: bool = False
    offset_x: float = 0
    offset_y: float = 0
    emblem_top: float = 18
    nation_top: float = 42
    decider_top: float = 58
    title_top: float = 75
    name_top: float = 102
    achievement_top: float = 124
    footer_top: float = 149
    title_size: int = 46
    name_size: int = 24
    text_size: int = 16

    def tops(self) -> tuple[float, ...]:
        """Where the blocks begin, from top to bottom; each has to be below the one before.

        >>> Layout().tops()
        (42, 58, 75, 102, 124, 149)
        """
        return (
            self.nation_top,
            self.decider_top,
            self.title_top,
            self.name_top,
            self.achievement_top,
            self.footer_top,
        )


def without_emblem(layout: Layout) -> Layout:
    """Return where the blocks stand on a full page that has no emblem above them.

    >>> without_emblem(Layout()).tops()
    (28, 47, 69, 101, 124, 149)
    """
    return replace(
        layout,
        nation_top=layout.nation_top - 14,
        decider_top=layout.decider_top - 11,
        title_top=layout.title_top - 6,
        name_top=layout.name_top - 1,
    )


@dataclass(frozen=True)
class Facts:
    """One award to be certified. Texts come as they were typed.

    :param decider: position of who decides: 'Trưởng ban Ban Quản lý Khu kinh tế …'
    :param award: what is given: 'Giấy khen', 'Giấy khen của Trưởng ban'
    :param kind: 'individual' or 'collective'
    :param honorific: 'Ông', 'Bà' or ''
    :param position: of an individual, '' if none
    :param unit: where an individual works; of a collective, the body it belongs to, or its address
    :param achievement: for what
    :param number: of the decision; '' while not known, which prints dots to fill in
    :param gold_book_number: place of the holder in the decision (số sổ vàng), 0 if not known
    :param is_title: the award is a title of emulation (danh hiệu thi đua), no commendation
    """

    style: Style | str
    decider: str
    award: str
    kind: NomineeKind | str
    name: str
    achievement: str
    signing: Signing
    honorific: str = ''
    position: str = ''
    unit: str = ''
    number: str = ''
    day: date | None = None
    gold_book_number: int = 0
    place: str = ''
    is_title: bool = False


@dataclass(frozen=True)
class Certificate:
    """The page, top to bottom. Blocks that may be long are broken into lines and sized.

    :param nation: Quốc hiệu, or the name of the Party
    :param motto: Tiêu ngữ, '' of the Party
    :param office: position and unit under the name; no lines where nothing is known
    :param record: lines at the lower left: decision, its day, số sổ vàng
    :param findings: texts that do not fit; the page is not to be printed then
    :param file_name: without extension
    """

    nation: str
    motto: str
    decider: Fitted
    given: str
    title: Fitted
    name: Fitted
    office: Fitted
    achievement: Fitted
    record: tuple[str, ...]
    place_date: str
    signature: Signature
    findings: tuple[Finding, ...]
    file_name: str


def certificate(facts: Facts, layout: Layout) -> Certificate:
    """Return the certificate of one holder, laid out.

    :raises UnknownWordError: a style, kind or signing mode is in no list
    """
    is_party = Style(facts.style) is Style.PARTY
    name, texts = _name(facts), _texts(facts)
    rooms = _rooms(layout)
    usual = {**texts, 'decider': printable(facts.decider), 'achievement': ''}
    fitted = {part: fit(texts[part], rooms[part], usual[part]) for part in texts}
    return Certificate(
        nation=PARTY_NAME if is_party else NATIONAL_NAME,
        motto='' if is_party else MOTTO,
        given=GIVEN,
        **fitted,
        record=_record(facts),
        place_date=place_date(facts.place, facts.day),
        signature=signature(facts.signing, facts.style),
        findings=tuple(
            Finding('certificate_text_too_long', {'holder': name, 'part': part}, CITATION)
            for part, text in fitted.items()
            if not text.fits
        ),
        file_name=plain_name('Giay khen', facts.name),
    )


def decided_findings(
    facts: Facts, layouts: Sequence[Layout], before: Facts | None = None
) -> list[Finding]:
    """Return which texts fit on no certificate, while they can still be changed.

    :param layouts: of all printers and papers there are
    :param before: as it was decided; what a correction leaves as it is is not judged again
    :raises UnknownWordError: a style or kind is in no list

    >>> facts = Facts('state', 'Trưởng ban', 'Giấy khen', 'individual', 'Vũ An', '', Signing())
    >>> decided_findings(facts, [Layout()])
    []
    >>> long = replace(facts, achievement='rất dài ' * 400)
    >>> [one.params['part'] for one in decided_findings(long, [Layout()])]
    ['achievement']
    """
    name, rooms = _name(facts), [_rooms(layout) for layout in layouts]
    old = _texts(before) if before else {}
    return [
        Finding('decision_certificate_too_long', {'holder': name, 'part': part}, CITATION)
        for part, text in _texts(facts).items()
        if text != old.get(part) and not any(_fits_smallest(text, room[part]) for room in rooms)
    ]


@lru_cache(maxsize=1024)
def _fits_smallest(text: str, room: Room) -> bool:
    """Whether a text fits at all; many holders of a decision share theirs."""
    return fit(text, replace(room, largest=room.smallest)).fits


def title(award: str, is_title: bool = False) -> str:
    """Return what is given, without who gives it: that stands above.

    >>> title('Giấy khen của Trưởng ban'), title('Lao động tiên tiến', is_title=True)
    ('Giấy khen', 'Danh hiệu Lao động tiên tiến')
    """
    given = printable(award).partition(' của ')[0]
    is_named = given.lower().startswith(TITLE.lower())
    return f'{TITLE} {given}' if is_title and not is_named else given


def _texts(facts: Facts) -> dict[str, str]:
    """What each block says whose length nobody knows beforehand."""
    return {
        'decider': printable(facts.decider.upper()),
        'title': title(facts.award, facts.is_title).upper(),
        'name': _name(facts),
        'office': ', '.join(filter(None, map(printable, (facts.position, facts.unit)))),
        'achievement': capitalised(' '.join(paragraphs(facts.achievement)).rstrip(' .;')),
    }


def _rooms(layout: Layout) -> dict[str, Room]:
    """The place of each of those blocks; a third of the name's is for position and unit."""
    width = PAGE_WIDTH - 2 * SIDE
    name_height = layout.achievement_top - layout.name_top
    size = layout.text_size
    return {
        'decider': Room(width, layout.title_top - layout.decider_top, size + 2),
        # Above the title stands "TẶNG".
        'title': Room(
            width, layout.name_top - layout.title_top - 8, layout.title_size, leading=1.1
        ),
        'name': Room(width, name_height * 0.5, layout.name_size),
        'office': Room(width, name_height * 0.5, size),
        'achievement': Room(width, layout.footer_top - layout.achievement_top - 2, size),
    }


def _name(facts: Facts) -> str:
    honorific = facts.honorific
    if NomineeKind(facts.kind) is NomineeKind.COLLECTIVE:
        honorific = ''
    elif honorific and Style(facts.style) is Style.PARTY:
        honorific = PARTY_ADDRESS
    return printable(f'{honorific} {facts.name}')


def _record(facts: Facts) -> tuple[str, ...]:
    number = padded(facts.number) or UNKNOWN * 4
    unknown = f'ngày {UNKNOWN} tháng {UNKNOWN} năm {UNKNOWN}'
    gold = two_digits(facts.gold_book_number) if facts.gold_book_number else UNKNOWN * 2
    return (
        f'Quyết định số: {number}',
        capitalised(official_date(facts.day) if facts.day else unknown),
        f'Số sổ vàng: {gold}',
    )
