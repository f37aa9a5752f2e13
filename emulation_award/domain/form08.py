"""The achievement report (báo cáo thành tích) that a campaign asks for: "mẫu số 08" (KH IV.3).

A report form says what is asked; here its parts meet the facts of one nomination. The result is
a view-model: what each printed line says, whatever prints it (PDF, ODT, DOCX).
"""

import re
from dataclasses import dataclass
from datetime import date

from .decree30 import DOTS, UNKNOWN, Heading, Signature
from .eligibility import NomineeKind
from .file_names import plain_name
from .nominee import Nominee, Row, addressed, listed, particulars
from .vietnamese import paragraphs, printable, short_date
from .words import Word

REPORTER = 'NGƯỜI BÁO CÁO THÀNH TÍCH'
UNIT_HEAD = 'THỦ TRƯỞNG ĐƠN VỊ'
UNIT_CONFIRMATION = 'XÁC NHẬN CỦA THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'
SUBMITTER_CONFIRMATION = 'XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG'
BY_NAME = '(Ký, ghi rõ họ tên)'
BY_SEAL = '(Ký tên, đóng dấu)'
NO_AWARDS = 'Không có.'
CAMPAIGN = '{campaign}'


class PartKind(Word):
    """How a part of the report is filled."""

    IDENTITY = 'identity'  # thông tin chung
    TEXT = 'text'  # thành tích đạt được
    PRIOR_AWARDS = 'prior_awards'  # các hình thức đã được khen thưởng


@dataclass(frozen=True)
class Part:
    """One part of the report form, with what was written for this nominee.

    :param is_optional: left out where nothing was written
    """

    numeral: str
    heading: str
    kind: PartKind
    text: str = ''
    is_optional: bool = False

    @property
    def is_printed(self) -> bool:
        """Whether the report has this part.

        >>> Part('3.', 'Sáng kiến', PartKind.TEXT, ' ', is_optional=True).is_printed
        False
        """
        left_out = self.is_optional and PartKind(self.kind) is PartKind.TEXT
        return not left_out or bool(paragraphs(self.text))


@dataclass(frozen=True)
class Layout:
    """What the report form prescribes; '{campaign}' in the subtitle stands for the campaign."""

    name: str
    title: str
    request_line: str
    subtitle: str
    #: Captions over the signatures.
    reporter: str = REPORTER
    unit_head: str = UNIT_HEAD
    unit_confirmation: str = UNIT_CONFIRMATION
    submitter_confirmation: str = SUBMITTER_CONFIRMATION


@dataclass(frozen=True)
class PriorAward:
    """An award that the nominee holds, out of the registry (sổ khen thưởng)."""

    name: str
    decision_number: str = ''
    decided_on: date | None = None
    authority: str = ''


@dataclass(frozen=True)
class Facts:
    """All that a report is made from.

    :param award: its full name, as printed
    :param unit_head: name of a collective's head, '' if it has several
    :param is_forwarded: a superior authority decides, so the submitting body confirms
    :param is_draft: the report may still change
    """

    heading: Heading
    layout: Layout
    nominee: Nominee
    award: str
    campaign: str
    parts: tuple[Part, ...]
    prior_awards: tuple[PriorAward, ...] = ()
    unit_head: str = ''
    is_forwarded: bool = False
    is_draft: bool = False


@dataclass(frozen=True)
class AwardRow:
    """A line of the table of awards held."""

    year: str
    award: str
    decision: str


@dataclass(frozen=True)
class Section:
    """A printed part: its heading, then particulars, paragraphs, awards, as far as it has any."""

    heading: str
    rows: tuple[Row, ...] = ()
    paragraphs: tuple[str, ...] = ()
    awards: tuple[AwardRow, ...] = ()


@dataclass(frozen=True)
class Form08:
    """The report as printed, from top to bottom.

    :param subtitle: with its brackets; '' if the form has none
    :param nominee: under the title, in full and in small letters
    :param office: an individual's position and unit, under the name
    :param signatures: rows of blocks, from left to right; one alone stands in the middle
    :param file_name: without extension
    """

    heading: Heading
    title: str
    request: str
    subtitle: str
    nominee: str
    office: str
    sections: tuple[Section, ...]
    signatures: tuple[tuple[Signature, ...], ...]
    is_draft: bool
    file_name: str


def form08(facts: Facts) -> Form08:
    """Return the achievement report of one nominee.

    :raises UnknownWordError: a part or the nominee is of no known kind
    """
    layout = facts.layout
    return Form08(
        heading=facts.heading,
        title=printable(layout.title.upper()),
        request=printable(f'{layout.request_line} {facts.award}'.upper()),
        subtitle=_subtitle(layout.subtitle, facts.campaign),
        nominee=addressed(facts.nominee, facts.heading.style),
        office=listed(facts.nominee.position, facts.nominee.unit),
        sections=tuple(_section(part, facts) for part in facts.parts if part.is_printed),
        signatures=signatures(facts),
        is_draft=facts.is_draft,
        file_name=file_name(layout.name, facts.nominee.name),
    )


def file_name(form: str, nominee: str) -> str:
    """Return a name for the file, without extension, that every system accepts.

    >>> file_name('Mẫu số 08 (NĐ 98/2023/NĐ-CP)', 'Đặng Thị Ngọc')
    'Mau 08 - Dang Thi Ngoc'
    >>> file_name('Báo cáo riêng', 'Tổ 1/2: "Thi đua"')
    'Bao cao - To 1-2- Thi dua'
    """
    number = re.search('[0-9]+', form)
    return plain_name(f'Mau {number[0]}' if number else 'Bao cao', nominee)


def _subtitle(template: str, campaign: str) -> str:
    text = printable(template.replace(CAMPAIGN, campaign))
    is_bracketed = text.startswith('(') and text.endswith(')')
    return text if is_bracketed or not text else f'({text})'


def _section(part: Part, facts: Facts) -> Section:
    heading = printable(f'{part.numeral} {part.heading}')
    if PartKind(part.kind) is PartKind.IDENTITY:
        return Section(heading, rows=particulars(facts.nominee))
    if PartKind(part.kind) is PartKind.PRIOR_AWARDS:
        rows = tuple(_award_row(award) for award in facts.prior_awards)
        return Section(heading, paragraphs=() if rows else (NO_AWARDS,), awards=rows)
    return Section(heading, paragraphs=paragraphs(part.text) or (DOTS,))


def _award_row(award: PriorAward) -> AwardRow:
    year = str(award.decided_on.year) if award.decided_on else UNKNOWN
    decision = (
        award.decision_number and f'Số {award.decision_number}',
        award.decided_on and f'ngày {short_date(award.decided_on)}',
        award.authority and f'của {award.authority}',
    )
    text = printable(' '.join(part for part in decision if part))
    return AwardRow(year, printable(award.name), text or UNKNOWN)


def signatures(facts: Facts) -> tuple[tuple[Signature, ...], ...]:
    """Return who signs and who confirms, row by row."""
    layout = facts.layout
    submitter = Signature(printable(layout.submitter_confirmation), BY_SEAL)
    if NomineeKind(facts.nominee.kind) is NomineeKind.COLLECTIVE:
        head = Signature(printable(layout.unit_head), BY_SEAL, printable(facts.unit_head))
        return ((submitter, head),)
    reporter = Signature(printable(layout.reporter), BY_NAME, printable(facts.nominee.name))
    own = (Signature(printable(layout.unit_confirmation), BY_SEAL), reporter)
    return (own, (submitter,)) if facts.is_forwarded else (own,)
