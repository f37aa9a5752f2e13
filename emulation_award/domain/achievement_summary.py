"""The summary of achievements (tóm tắt thành tích) besides the full report (KH IV.3).

No form is prescribed: one page or two that a member of the council reads before the vote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from . import form08
from .blocks import Block, Kind, block, blocks
from .decree30 import DOTS, UNKNOWN, Heading, Signature
from .eligibility import NomineeKind
from .nominee import Row, addressed, listed, particulars
from .official_parts import bare, enumerated
from .review import Count
from .unit_minutes import percentage
from .vietnamese import count_with_zero, paragraphs, short_date

TITLE = 'TÓM TẮT THÀNH TÍCH'
COLUMNS = ('TT', 'Tiêu chuẩn', 'Kết quả', 'Căn cứ, minh chứng')
#: Before why one nominee is proposed for two awards.
TWO_AWARDS = 'Thành tích riêng của đề nghị này, khác với đề nghị khác trong cùng phong trào:'
VERDICTS = {'met': 'Đạt', 'not_met': 'Không đạt'}


@dataclass(frozen=True)
class Criterion:
    """A criterion as the dossier answers it.

    :param body: as the plan words it
    :param verdict: 'met', 'not_met', or '' while not said
    :param words: that show it
    :param files: names of the files that show it
    """

    body: str
    verdict: str = ''
    words: str = ''
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """What the unit's meeting thought.

    :param count: None where the reader may not know how it voted
    """

    unit: str
    day: date
    is_supported: bool
    present: int = 0
    count: Count | None = None


@dataclass(frozen=True)
class Facts:
    """All that a summary is made from.

    :param report: what the full report says of nominee, award and signatures
    :param phase: name of the phase
    :param summary: what was achieved, paragraphs
    :param justification: why a second award of the campaign, '' if it is the only one
    :param attachments: (part of the dossier, names of its files)
    :param meeting: None before one was held and closed
    """

    report: form08.Facts
    phase: str
    summary: str
    justification: str = ''
    criteria: tuple[Criterion, ...] = ()
    attachments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    meeting: Meeting | None = None


@dataclass(frozen=True)
class CriterionRow:
    """A criterion and how the nominee meets it, as text.

    :param verdict: 'Đạt', 'Không đạt', or '…' while not said
    :param proof: what shows it: words and names of files, one line each
    """

    number: str
    criterion: str
    verdict: str
    proof: tuple[str, ...]


@dataclass(frozen=True)
class AchievementSummary:
    """The summary, top to bottom, as text only.

    :param about: the award asked for, then the campaign in brackets; lines under the title
    :param nominee: 'Ông Nguyễn …', or the name of the collective
    :param office: an individual's position and unit, under the name; '' of a collective
    :param particulars: a line each: label, value, further paragraphs of a long value
    :param summary: what was achieved, paragraphs
    :param columns: headings of the table of criteria, in the order of :class:`CriterionRow`
    :param criteria: rows of that table, () if the award has no criteria here
    :param opinion: what the unit's meeting thought, paragraphs
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    nominee: str
    office: str
    particulars_heading: str
    particulars: tuple[Row, ...]
    summary_heading: str
    summary: tuple[Block, ...]
    criteria_heading: str
    columns: tuple[str, ...]
    criteria: tuple[CriterionRow, ...]
    opinion_heading: str
    opinion: tuple[Block, ...]
    signatures: tuple[tuple[Signature, ...], ...]
    recipients: tuple[str, ...]
    final: bool


def achievement_summary(facts: Facts) -> AchievementSummary:
    """Return the summary of one nominee.

    :raises UnknownWordError: the nominee is of no known kind
    """
    report, nominee = facts.report, facts.report.nominee
    is_individual = NomineeKind(nominee.kind) is NomineeKind.INDIVIDUAL
    criteria = tuple(_criterion(*numbered) for numbered in enumerate(facts.criteria, start=1))
    headings = _numbered(
        'Thông tin cá nhân' if is_individual else 'Thông tin tập thể',
        'Thành tích tiêu biểu',
        'Mức đạt các tiêu chuẩn' if criteria else '',
        'Ý kiến của đơn vị đề nghị',
    )
    return AchievementSummary(
        heading=report.heading,
        number='',
        title=TITLE,
        about=(f'Đề nghị tặng {bare(report.award)}', f'({_occasion(facts)})'),
        nominee=addressed(nominee, report.heading.style),
        office=listed(nominee.position, nominee.unit) if is_individual else '',
        particulars_heading=headings[0],
        particulars=particulars(nominee),
        summary_heading=headings[1],
        summary=_summary(facts),
        criteria_heading=headings[2],
        columns=COLUMNS,
        criteria=criteria,
        opinion_heading=headings[3],
        opinion=_opinion(facts.meeting),
        signatures=form08.signatures(report),
        recipients=(),
        final=not report.is_draft,
    )


def _numbered(*headings: str) -> tuple[str, ...]:
    """Headings that stand, numbered in their order; the others stay empty."""
    standing = [heading for heading in headings if heading]
    return tuple(f'{standing.index(one) + 1}. {one}' if one else '' for one in headings)


def _occasion(facts: Facts) -> str:
    return listed(facts.phase, facts.report.campaign)


def _summary(facts: Facts) -> tuple[Block, ...]:
    said = blocks(Kind.PARAGRAPH, facts.summary) or (block(Kind.PARAGRAPH, DOTS),)
    own = paragraphs(facts.justification)
    files = [f'{bare(part)}: {"; ".join(map(bare, names))}' for part, names in facts.attachments]
    return (
        *said,
        *(block(Kind.PARAGRAPH, line) for line in (TWO_AWARDS, *own) if own),
        *_attached(files),
    )


def _attached(files: Sequence[str]) -> tuple[Block, ...]:
    if not files:
        return ()
    return (
        block(Kind.PARAGRAPH, 'Tài liệu kèm theo:'),
        *(block(Kind.ITEM, line) for line in enumerated(files)),
    )


def _criterion(number: int, criterion: Criterion) -> CriterionRow:
    files = [bare(name) for name in criterion.files]
    named = (f'Tài liệu: {"; ".join(files)}.',) if files else ()
    return CriterionRow(
        number=str(number),
        criterion=bare(' '.join(paragraphs(criterion.body))),
        verdict=VERDICTS.get(criterion.verdict, UNKNOWN),
        proof=(*paragraphs(criterion.words), *named),
    )


def _opinion(meeting: Meeting | None) -> tuple[Block, ...]:
    if not meeting:
        return (block(Kind.PARAGRAPH, DOTS),)
    held = f'Cuộc họp xét khen thưởng của {bare(meeting.unit)} ngày {short_date(meeting.day)}'
    agreed = 'thống nhất' if meeting.is_supported else 'không'
    said = f'{held} {agreed} đề nghị khen thưởng{_votes(meeting)}.'
    return (block(Kind.PARAGRAPH, said),)


def _votes(meeting: Meeting) -> str:
    count = meeting.count
    if count is None:
        return ''
    share = percentage(count.in_favour, meeting.present)
    return (
        f': {count_with_zero(count.in_favour)}/{count_with_zero(meeting.present)} người có mặt '
        f'tán thành ({share}), {count_with_zero(count.against)} không tán thành, '
        f'{count_with_zero(count.abstain)} ý kiến khác'
    )
