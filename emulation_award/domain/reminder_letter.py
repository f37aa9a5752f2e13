"""The letter that urges units to send their dossiers (công văn đôn đốc, KH V.2).

Layout of Mẫu 1.5, Phụ lục III, Nghị định 30/2020/NĐ-CP: a letter has no title, its subject stands
under its number. Every figure comes from the records of the day it is dated.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .blocks import Block, Kind, block
from .decree30 import UNKNOWN, Heading, Signature, Style, document_number
from .official_parts import bare, dated, enumerated, recipient_lines
from .signing import Signing, signature
from .vietnamese import count_with_zero, deadline_text, printable, short_date, two_digits
from .windows import Wording

CODE = 'CV'  # the Party numbers its letters as such; the State has no abbreviation for them
ADDRESS = 'Kính gửi:'
#: Common nouns a title begins with; inside a sentence they are small.
GENERIC = ('phong trào ', 'thi đua ', 'đợt ', 'cuộc vận động ')
COLUMNS = ('TT', 'Đơn vị', 'Đã gửi', 'Đang chuẩn bị', 'Bị trả lại', 'Thời hạn', 'Việc cần làm')


@dataclass(frozen=True)
class Deadline:
    """A day as it was announced, by the plan or by an extension."""

    day: date
    wording: Wording | str


@dataclass(frozen=True)
class Unit:
    """A unit that still has something to send.

    :param sent: dossiers sent and not returned
    :param preparing: dossiers not sent yet
    :param returned: dossiers to be completed and sent again
    :param days_left: until the last day in time; 0 on that day, negative after it
    :param extension: the one that holds for this unit, None if none does
    """

    name: str
    sent: int
    preparing: int
    returned: int
    days_left: int
    extension: Deadline | None = None


@dataclass(frozen=True)
class Facts:
    """All that a letter is made from.

    :param heading: with place and the day of the letter
    :param code: abbreviation of the issuer, for the number
    :param extension: of the deadline for all units, None if there is none
    :param plan: number of the plan, '' if it has none: then it is called by its campaign
    :param units: one at least
    :param receiver: where dossiers go, as the plan says it
    :param today: day of the figures
    :param archive: last line of the distribution list, '' for the usual one
    :param final: no draft
    """

    heading: Heading
    code: str
    campaign: str
    phase: str
    deadline: Deadline
    units: tuple[Unit, ...]
    today: date
    signing: Signing
    plan: str = ''
    plan_date: date | None = None
    extension: Deadline | None = None
    receiver: str = ''
    archive: str = ''
    final: bool = True


@dataclass(frozen=True)
class Row:
    """What one unit still has to send, as text.

    :param deadline: the unit's own, extensions counted
    :param missing: what is to be done
    """

    number: str
    unit: str
    sent: str
    preparing: str
    returned: str
    deadline: str
    missing: str


@dataclass(frozen=True)
class ReminderLetter:
    """The letter, top to bottom, as text only.

    :param title: '' always: a letter has none
    :param about: 'V/v đôn đốc …', lines under the number
    :param addressees: 'Kính gửi: Phòng …', or 'Kính gửi:' and one line for each, '- …;'
    :param body: before the table
    :param columns: headings of the table, in the order of the fields of :class:`Row`
    :param closing: after the table
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    closing: tuple[Block, ...]
    signatures: tuple[tuple[Signature, ...], ...]
    recipients: tuple[str, ...]
    final: bool


def reminder_letter(facts: Facts) -> ReminderLetter:
    """Return the letter to all units that still have something to send.

    :raises UnknownWordError: a style, mode or wording is in no list
    """
    style = facts.heading.style
    return ReminderLetter(
        heading=facts.heading,
        number=_number(facts.code, style),
        title='',
        about=(f'V/v đôn đốc gửi hồ sơ đề nghị khen thưởng {bare(facts.phase)}',),
        addressees=addressees(one.name for one in facts.units),
        body=_body(facts),
        columns=COLUMNS,
        rows=tuple(_row(*numbered, facts) for numbered in enumerate(facts.units, start=1)),
        closing=_closing(facts),
        signatures=((signature(facts.signing, style),),),
        recipients=recipient_lines([facts.archive], 'Như trên', '', style),
        final=facts.final,
    )


def addressees(names: Iterable[str]) -> tuple[str, ...]:
    """Return to whom a letter goes (Phụ lục I, mục II.9): one on the line, several below it.

    >>> addressees(['Phòng A'])
    ('Kính gửi: Phòng A',)
    >>> addressees(['Phòng A', 'Phòng B'])
    ('Kính gửi:', '- Phòng A;', '- Phòng B.')
    """
    named = [name for name in map(bare, names) if name]
    if len(named) < 2:
        return (' '.join((ADDRESS, *named)) if named else f'{ADDRESS} {UNKNOWN}',)
    return (ADDRESS, *(f'- {line}' for line in enumerated(named)))


def time_left(days: int) -> str:
    """Return how far a deadline is.

    >>> time_left(3), time_left(0), time_left(-2)
    ('còn 03 ngày', 'hôm nay là ngày cuối', 'quá hạn 02 ngày')
    """
    if days == 0:
        return 'hôm nay là ngày cuối'
    return f'còn {two_digits(days)} ngày' if days > 0 else f'quá hạn {two_digits(-days)} ngày'


def _number(code: str, style: Style | str) -> str:
    own = '' if Style(style) is Style.PARTY else f'{UNKNOWN}/{printable(code) or UNKNOWN}-{UNKNOWN}'
    return document_number(own, CODE, code, style)


def _body(facts: Facts) -> tuple[Block, ...]:
    receiver = f' gửi về {bare(facts.receiver)}' if facts.receiver else ''
    rule = (
        f'Theo {_plan(facts)}, hồ sơ đề nghị khen thưởng {bare(facts.phase)}'
        f'{receiver} {_announced(facts.deadline)}{_granted(facts.extension)}.'
    )
    return (block(Kind.PARAGRAPH, rule), block(Kind.PARAGRAPH, _state(facts)))


def _plan(facts: Facts) -> str:
    """The plan by its number; one without is named by what it is of."""
    campaign = bare(facts.campaign)
    if facts.plan:
        plan = f'Kế hoạch số {printable(facts.plan)}'
        return f'{dated(plan, facts.plan_date) if facts.plan_date else plan} ({campaign})'
    small = campaign[:1].lower() + campaign[1:]
    if small.startswith(GENERIC):
        return f'Kế hoạch {small}'
    return campaign if small.startswith('kế hoạch ') else f'Kế hoạch “{campaign}”'


def _granted(extension: Deadline | None) -> str:
    return f'; thời hạn đã được gia hạn: {_announced(extension)}' if extension else ''


def _announced(deadline: Deadline) -> str:
    return deadline_text(deadline.day, deadline.wording)


def _state(facts: Facts) -> str:
    day = short_date(facts.today)
    late = [one for one in facts.units if one.days_left < 0]
    overdue = f', trong đó {count_with_zero(len(late))} đơn vị đã quá hạn' if late else ''
    many = count_with_zero(len(facts.units))
    return f'Đến ngày {day}, còn {many} đơn vị chưa gửi hoặc chưa gửi đủ hồ sơ{overdue}:'


def _row(number: int, unit: Unit, facts: Facts) -> Row:
    announced = _announced(unit.extension or facts.deadline)
    granted = 'gia hạn: ' if unit.extension else ''
    return Row(
        number=str(number),
        unit=bare(unit.name),
        sent=count_with_zero(unit.sent),
        preparing=count_with_zero(unit.preparing),
        returned=count_with_zero(unit.returned),
        deadline=f'{granted}{announced} ({time_left(unit.days_left)})',
        missing=_missing(unit),
    )


def _missing(unit: Unit) -> str:
    said = []
    if not unit.sent and not unit.returned:
        said.append('chưa gửi hồ sơ nào')
    if unit.preparing:
        said.append(f'gửi {two_digits(unit.preparing)} hồ sơ đang chuẩn bị')
    if unit.returned:
        said.append(f'hoàn thiện, gửi lại {two_digits(unit.returned)} hồ sơ bị trả lại')
    text = '; '.join(said)
    return f'{text[0].upper()}{text[1:]}.' if text else ''


def _closing(facts: Facts) -> tuple[Block, ...]:
    asked = (
        'Đề nghị lãnh đạo các đơn vị chỉ đạo hoàn thiện và gửi hồ sơ đúng thời hạn nêu trên; đơn '
        'vị không có trường hợp đề nghị thì báo lại bằng văn bản'
    )
    late = 'Đơn vị đã quá hạn cần đề nghị gia hạn, nêu rõ lý do, trước khi gửi hồ sơ'
    if not any(one.days_left < 0 for one in facts.units):
        return (block(Kind.PARAGRAPH, f'{asked}./.'),)
    return (block(Kind.PARAGRAPH, f'{asked}.'), block(Kind.PARAGRAPH, f'{late}./.'))
