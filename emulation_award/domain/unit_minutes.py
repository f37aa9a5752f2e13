"""The minutes of a unit's meeting as they are printed (biên bản họp xét khen thưởng).

Layout of Mẫu 1.9, Phụ lục III, Nghị định 30/2020/NĐ-CP. Every figure comes from the records; an
official document is in Vietnamese whoever prints it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from .decree30 import DOTS, UNKNOWN, Heading, Signature, Style
from .review import Count, Majority
from .vietnamese import (
    count_with_zero,
    official_date,
    paragraphs,
    printable,
    two_digits,
    unended,
)

TITLE = 'BIÊN BẢN'
KINDS = ('collective', 'individual')
KIND_NAMES = {'collective': 'tập thể', 'individual': 'cá nhân'}


@dataclass(frozen=True)
class Person:
    """Somebody the minutes name.

    :param note: position of who was there, reason of who was not; '' if not known
    """

    name: str
    note: str


@dataclass(frozen=True)
class Vote:
    """What the meeting thought of one nominee.

    :param kind: 'individual' or 'collective'
    """

    nominee: str
    kind: str
    award: str
    count: Count
    supported: bool


@dataclass(frozen=True)
class Facts:
    """A meeting as recorded.

    :param heading: whose minutes these are
    :param code: of the unit, for the number of the document, '' if it has none
    :param campaign: title of the campaign
    :param phase: name of the phase
    :param plan: number of the campaign's plan, '' if it has none
    :param plan_date: day of that plan, None if not known
    :param start: in the time of the agency
    :param end: likewise; None if not known yet
    :param chair: None if not known yet
    :param secretary: likewise
    :param absent: who was called and did not come
    :param discussion: what was said, one opinion per line
    :param conclusion: what was concluded besides the votes, one paragraph per line
    :param recipients: who receives the minutes besides the archive
    :param final: closed; otherwise the page says that it is a draft
    """

    heading: Heading
    code: str
    campaign: str
    phase: str
    plan: str
    plan_date: date | None
    start: datetime
    end: datetime | None
    place: str
    summoned: int
    present: int
    chair: Person | None
    secretary: Person | None
    absent: tuple[Person, ...]
    majority: Majority
    votes: tuple[Vote, ...]
    discussion: str
    conclusion: str
    recipients: tuple[str, ...]
    final: bool


@dataclass(frozen=True)
class Row:
    """One line of the table of votes, as text."""

    number: str
    nominee: str
    award: str
    in_favour: str
    against: str
    abstain: str
    share: str
    verdict: str


@dataclass(frozen=True)
class Minutes:
    """The document, top to bottom, as text only.

    :param opening: (label, text) pairs of Mẫu 1.9
    :param absent: one line per person
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    opening: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]
    officers: tuple[tuple[str, str], ...]
    purpose: str
    discussion: tuple[str, ...]
    method: str
    rows: tuple[Row, ...]
    conclusion: tuple[str, ...]
    ending: str
    signatures: tuple[Signature, Signature]
    recipients: tuple[str, ...]
    final: bool


def minutes(facts: Facts) -> Minutes:
    """Return the minutes of a meeting, ready to be laid out."""
    return Minutes(
        heading=facts.heading,
        number=_number(facts),
        title=TITLE,
        about=('Họp xét, đề nghị khen thưởng', _occasion(facts)),
        opening=_opening(facts),
        absent=tuple(_with_note(person, '({})') for person in facts.absent),
        officers=(
            ('Chủ trì (chủ tọa)', _officer(facts.chair)),
            ('Thư ký (người ghi biên bản)', _officer(facts.secretary)),
        ),
        purpose=_purpose(facts),
        discussion=paragraphs(facts.discussion),
        method=_method(facts),
        rows=tuple(_row(*numbered, facts.present) for numbered in enumerate(facts.votes, start=1)),
        conclusion=(*_verdicts(facts.votes), *paragraphs(facts.conclusion)),
        ending=ending('Cuộc họp', facts.end, 'những người tham dự'),
        signatures=(signed_by('THƯ KÝ', facts.secretary), signed_by('CHỦ TỌA', facts.chair)),
        recipients=(*(f'{printable(name)};' for name in facts.recipients), 'Lưu: VT, Hồ sơ.'),
        final=facts.final,
    )


def percentage(part: int, whole: int) -> str:
    """Return a share in percent with two decimals, half a hundredth rounded up.

    >>> percentage(8, 9), percentage(9, 9), percentage(0, 0)
    ('88,89%', '100%', '0%')
    """
    hundredths = (part * 20_000 + whole) // (2 * whole) if whole else 0
    units, decimals = divmod(hundredths, 100)
    return f'{units},{decimals:02}%' if decimals else f'{units}%'


def moment(at: datetime) -> str:
    """Return a moment as Mẫu 1.9 writes it.

    >>> moment(datetime(2025, 8, 18, 8, 5))
    '08 giờ 05, ngày 18 tháng 8 năm 2025'
    """
    return f'{two_digits(at.hour)} giờ {two_digits(at.minute)}, {official_date(at.date())}'


def tally(kinds: Iterable[str]) -> str:
    """Return how many collectives and individuals, leaving out what there is none of.

    >>> tally(['individual', 'collective', 'individual'])
    '01 tập thể, 02 cá nhân'
    """
    kinds = list(kinds)
    parts = [
        f'{count_with_zero(kinds.count(kind))} {KIND_NAMES[kind]}'
        for kind in KINDS
        if kind in kinds
    ]
    return ', '.join(parts)


def majority_text(majority: Majority) -> str:
    """Return the majority that decides.

    >>> majority_text(Majority(1, 2, strict=True)), majority_text(Majority(2, 3, strict=False))
    ('trên 1/2', 'từ 2/3 trở lên')
    >>> majority_text(Majority(1, 1, strict=False))
    'toàn bộ'
    """
    if majority.numerator == majority.denominator:
        return 'toàn bộ'
    share = f'{majority.numerator}/{majority.denominator}'
    return f'trên {share}' if majority.strict else f'từ {share} trở lên'


def ending(meeting: str, end: datetime | None, present: str) -> str:
    """Return how minutes end: when, and that they were read back (Mẫu 1.9).

    :param meeting: such as 'Cuộc họp'
    :param end: None if not known yet
    :param present: who heard them read, such as 'những người tham dự'

    >>> ending('Phiên họp', datetime(2025, 9, 8, 16, 30), 'các thành viên dự họp')[:53]
    'Phiên họp kết thúc vào 16 giờ 30, ngày 08 tháng 9 năm'
    """
    unknown = f'{UNKNOWN} giờ {UNKNOWN}, ngày {UNKNOWN} tháng {UNKNOWN} năm {UNKNOWN}'
    return (
        f'{meeting} kết thúc vào {moment(end) if end else unknown}. Biên bản đã được đọc lại cho '
        f'{present} cùng nghe và thống nhất thông qua./.'
    )


def signed_by(title: str, person: Person | None) -> Signature:
    """Return the block of an officer of the meeting, the name dotted by hand if not known.

    >>> signed_by('THƯ KÝ', Person('Đinh Thị Hà', '')).name
    'Đinh Thị Hà'
    """
    return Signature(title, '(Ký, ghi rõ họ tên)', printable(person.name) if person else '')


def _number(facts: Facts) -> str:
    # The clerk gives the number; the Party writes its type first, as in "26-KH/ĐU".
    code = printable(facts.code) or UNKNOWN
    party = facts.heading.style == Style.PARTY
    return f'Số: {UNKNOWN}-BB/{code}' if party else f'Số: {UNKNOWN}/BB-{code}'


def _occasion(facts: Facts) -> str:
    return ' – '.join(filter(None, (printable(facts.phase), printable(facts.campaign))))


def _opening(facts: Facts) -> tuple[tuple[str, str], ...]:
    absent = facts.summoned - facts.present
    attendance = (
        f'Tổng số được triệu tập {count_with_zero(facts.summoned)} người; có mặt '
        f'{count_with_zero(facts.present)} người ({percentage(facts.present, facts.summoned)}); '
        f'vắng mặt {count_with_zero(absent)} người{":" if facts.absent else "."}'
    )
    return (
        ('Thời gian bắt đầu', f'{moment(facts.start)}.'),
        ('Địa điểm', f'{unended(facts.place) or DOTS}.'),
        ('Thành phần tham dự', attendance),
    )


def _officer(person: Person | None) -> str:
    return f'{_with_note(person, "– {}")}.' if person else DOTS


def _with_note(person: Person, pattern: str) -> str:
    note = unended(person.note)
    return ' '.join(filter(None, (printable(person.name), note and pattern.format(note))))


def _purpose(facts: Facts) -> str:
    plan = ''
    if facts.plan:
        dated = f' {official_date(facts.plan_date)}' if facts.plan_date else ''
        plan = f' theo Kế hoạch số {printable(facts.plan)}{dated}'
    kinds = tally(vote.kind for vote in facts.votes)
    return f'Cuộc họp xét, đề nghị khen thưởng{plan}. Số đề nghị đưa ra xét: {kinds}.'


def _method(facts: Facts) -> str:
    return (
        'Những người có mặt biểu quyết từng trường hợp; được đề nghị khen thưởng khi có '
        f'{majority_text(facts.majority)} số người có mặt tán thành.'
    )


def _row(number: int, vote: Vote, present: int) -> Row:
    return Row(
        number=str(number),
        nominee=printable(vote.nominee),
        award=printable(vote.award),
        in_favour=str(vote.count.in_favour),
        against=str(vote.count.against),
        abstain=str(vote.count.abstain),
        share=percentage(vote.count.in_favour, present),
        verdict='Đề nghị' if vote.supported else 'Không đề nghị',
    )


def _verdicts(votes: Sequence[Vote]) -> tuple[str, ...]:
    supported = [vote for vote in votes if vote.supported]
    refused = [vote for vote in votes if not vote.supported]
    lines = [_supported_in_total(supported)]
    for award in dict.fromkeys(vote.award for vote in supported):
        names = ', '.join(printable(vote.nominee) for vote in supported if vote.award == award)
        lines.append(f'- {printable(award)}: {names}.')
    if refused:
        names = ', '.join(printable(vote.nominee) for vote in refused)
        lines.append(f'Không đề nghị khen thưởng: {names}.')
    return tuple(lines)


def _supported_in_total(votes: Sequence[Vote]) -> str:
    if not votes:
        return 'Cuộc họp không đề nghị khen thưởng trường hợp nào.'
    return f'Cuộc họp thống nhất đề nghị khen thưởng: {tally(vote.kind for vote in votes)}.'
