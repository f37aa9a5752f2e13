"""The plan of a campaign as it is printed (kế hoạch phát động phong trào thi đua).

Order, numbering and blocks are those such plans have; layout of Mẫu 1.4, Phụ lục III, Nghị định
30/2020/NĐ-CP, or the Party's own. Words are those of the campaign: only customary headings and the
frames of clauses (deadlines, numbers) are set here. What the campaign does not hold has no
heading, and the numbers close up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .blocks import Block, Kind, block, blocks
from .decree30 import Heading, Signature, document_number
from .official_parts import bare, basis_blocks, enumerated, recipient_lines
from .plan_awards import award_blocks, subject_blocks
from .plan_dossier import dossier_blocks
from .plan_facts import Amendment, Basis, Content, Duty, Facts, Milestone, Phase
from .signing import signature
from .vietnamese import (
    deadline_text,
    month_year,
    paragraphs,
    period_text,
    printable,
    short_date,
)
from .windows import Precision, Wording

TITLE = 'KẾ HOẠCH'
CODE = 'KH'  # of the kind of document, in its number
END = './.'
SIGNS = '.:;,!?…'
NUMERALS = ('I', 'II', 'III', 'IV', 'V')

#: Documents a plan is based on ("Căn cứ"), highest first; others it carries out ("Thực hiện").
RANKS = ('law', 'decree', 'circular', 'decision')
#: First words of a title that go on after "Phát động" in small letters.
MOVEMENTS = ('phong trào', 'đợt', 'thi đua', 'cuộc')


@dataclass(frozen=True)
class PlanDocument:
    """The plan, top to bottom, as text only.

    :param number: 'Số: 15/KH-BQLKKTCK', of the Party 'Số 26-KH/ĐU', dotted while unknown
    :param about: trích yếu, lines under the title
    :param body: bases, introduction, parts I. to V., the closing appeal
    :param recipients: nơi nhận, each with its ';' or '.'
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    body: tuple[Block, ...]
    signatures: tuple[tuple[Signature, ...], ...]
    recipients: tuple[str, ...]
    final: bool


def plan_document(facts: Facts) -> PlanDocument:
    """Return the plan as printed.

    :raises UnknownWordError: a kind, style or mode is in no list
    """
    style = facts.heading.style
    parts = _parts(facts)
    return PlanDocument(
        heading=facts.heading,
        number=document_number(facts.number, CODE, facts.code, style),
        title=TITLE,
        about=(_about(facts),),
        body=_ended((*_opening(facts, parts), *parts, *_appeal(facts))),
        signatures=((signature(facts.signing, style),),),
        recipients=_recipients(facts),
        final=facts.final,
    )


def _about(facts: Facts) -> str:
    if about := printable(facts.about):
        return about
    title = bare(facts.campaign)
    begins = title.casefold().startswith(MOVEMENTS)
    return f'Phát động {title[:1].lower()}{title[1:]}' if begins else f'Phát động {title}'


# Opening


def _opening(facts: Facts, parts: Sequence[Block]) -> tuple[Block, ...]:
    based, carried_out = _bases(facts, parts)
    grounds = [f'Căn cứ {one.citation}' for one in based]
    # One sentence, as plans have it.
    named = '; '.join(bare(one.citation) for one in carried_out)
    return (
        *basis_blocks(grounds, facts.heading.style),
        *blocks(Kind.PARAGRAPH, f'Thực hiện {named}.' if named else ''),
        *_amended(facts.amendments),
        *blocks(Kind.PARAGRAPH, facts.introduction),
    )


def _bases(facts: Facts, parts: Sequence[Block]) -> tuple[list[Basis], list[Basis]]:
    """What the opening cites: laws by rank, then plans by day.

    A document is cited here unless the introduction names it, or it is to be named further down
    and is.
    """
    introduction, body = printable(facts.introduction), '\n'.join(one.line for one in parts)
    named = [
        one
        for one in facts.bases
        if printable(one.number) not in introduction
        and not (one.is_cited_below and printable(one.number) in body)
    ]
    based = [one for one in named if one.kind in RANKS]
    carried_out = [one for one in named if one.kind not in RANKS]
    based.sort(key=lambda one: (RANKS.index(one.kind), _day(one)))
    carried_out.sort(key=_day)
    return based, carried_out


def _day(basis: Basis) -> str:
    return basis.day.isoformat() if basis.day else ''


def _amended(amendments: Sequence[Amendment]) -> tuple[Block, ...]:
    said = '; '.join(
        ' '.join(filter(None, (_when(one.day), _by(one.document)))) for one in amendments
    )
    text = f'Kế hoạch này gồm cả các nội dung đã điều chỉnh: {said}.'
    return blocks(Kind.PARAGRAPH, text if said else '')


def _when(day: date | None) -> str:
    return f'ngày {short_date(day)}' if day else 'không ghi ngày'


def _by(document: str) -> str:
    return f'theo {bare(document)}' if bare(document) else ''


# Parts


def _parts(facts: Facts) -> tuple[Block, ...]:
    """Parts that have something to say, numbered in their order."""
    said = [
        part
        for part in (
            _aims(facts),
            ('NỘI DUNG THI ĐUA', _contents(facts.contents)),
            ('THỜI GIAN THI ĐUA', _phases(facts.phases)),
            _awards(facts),
            ('TỔ CHỨC THỰC HIỆN', _duties(facts.duties)),
        )
        if part[1]
    ]
    found: list[Block] = []
    for numeral, (title, body) in zip(NUMERALS, said, strict=False):
        found += [block(Kind.PART, title, f'{numeral}.'), *body]
    return tuple(found)


def _sections(sections: Iterable[tuple[str, Sequence[Block]]]) -> tuple[Block, ...]:
    """Sections that say something, numbered; one alone needs neither number nor heading."""
    said = [(title, body) for title, body in sections if body]
    if len(said) == 1:
        return tuple(said[0][1])
    found: list[Block] = []
    for number, (title, body) in enumerate(said, start=1):
        found += [block(Kind.SECTION, title, f'{number}.'), *body]
    return tuple(found)


def _aims(facts: Facts) -> tuple[str, tuple[Block, ...]]:
    purpose, requirement = _listed(facts.purpose), _listed(facts.requirement)
    names = [name for name, body in (('MỤC ĐÍCH', purpose), ('YÊU CẦU', requirement)) if body]
    return ', '.join(names), _sections((('Mục đích', purpose), ('Yêu cầu', requirement)))


def _listed(text: str) -> tuple[Block, ...]:
    """Several lines are a list; one is a paragraph."""
    kind = Kind.ITEM if len(paragraphs(text)) > 1 else Kind.PARAGRAPH
    return tuple(block(kind, f'{bare(line)}.') for line in paragraphs(text))


def _contents(contents: Sequence[Content]) -> tuple[Block, ...]:
    found: list[Block] = []
    for number, content in enumerate(contents, start=1):
        lines = paragraphs(content.body) or (f'{bare(content.title)}.',)
        body = _with_milestones(lines, content.milestones)
        first = body[0]
        found += [block(first.kind, first.text, f'{number}.'), *body[1:]]
    return tuple(found)


def _with_milestones(lines: Sequence[str], milestones: Sequence[Milestone]) -> list[Block]:
    """Milestones follow the paragraph that announces them with a colon, or else the last."""
    found = [block(Kind.PARAGRAPH, _finished(line)) for line in lines]
    if not milestones:
        return found
    items = [block(Kind.ITEM, text) for text in enumerated(map(_milestone, milestones))]
    announced = [at for at, line in enumerate(lines, start=1) if line.endswith(':')]
    if not announced:
        return [*found, block(Kind.PARAGRAPH, 'Kết quả cần đạt:'), *items]
    return [*found[: announced[0]], *items, *found[announced[0] :]]


def _milestone(milestone: Milestone) -> str:
    due, unit = '', bare(milestone.unit)
    if milestone.due:
        monthly = Precision(milestone.precision) is Precision.MONTH
        due = (
            f'trong {month_year(milestone.due)}'
            if monthly
            else deadline_text(milestone.due, Wording.NO_LATER_THAN)
        )
    said = ', '.join(filter(None, (bare(milestone.name), due)))
    return f'{said} ({unit} chịu trách nhiệm)' if unit else said


def _phases(phases: Sequence[Phase]) -> tuple[Block, ...]:
    texts = enumerated(map(_phase, phases))
    return tuple(
        block(Kind.PARAGRAPH, text, f'{bare(phase.name)}:')
        for phase, text in zip(phases, texts, strict=True)
    )


def _phase(phase: Phase) -> str:
    said = period_text(phase.start, phase.start_precision, phase.end, phase.end_precision)
    if not phase.end:
        said += ', ngày kết thúc thông báo sau'
    occasion = bare(phase.occasion)
    return f'thời gian thi đua {said} (dịp {occasion})' if occasion else f'thời gian thi đua {said}'


def _awards(facts: Facts) -> tuple[str, tuple[Block, ...]]:
    subjects = subject_blocks(facts)
    # Whether it is the second or the only section decides the numbers inside it.
    criteria = award_blocks(facts, '2' if subjects else '1')
    sections = (
        ('Đối tượng khen thưởng', subjects),
        ('Tiêu chuẩn, hình thức khen thưởng', criteria),
        ('Thủ tục, hồ sơ đề nghị khen thưởng', dossier_blocks(facts)),
    )
    return 'ĐỐI TƯỢNG, HÌNH THỨC, TIÊU CHUẨN KHEN THƯỞNG', _sections(sections)


def _duties(duties: Sequence[Duty]) -> tuple[Block, ...]:
    found: list[Block] = []
    for number, duty in enumerate(duties, start=1):
        first, *more = paragraphs(duty.body) or ('',)
        lead = f'{bare(duty.bearer)}: {_finished(first)}'
        found.append(block(Kind.PARAGRAPH, lead, f'{number}.'))
        found += [block(Kind.PARAGRAPH, _finished(line)) for line in more]
    return tuple(found)


def _finished(line: str) -> str:
    """A paragraph with a sign at its end, as typed or a full stop."""
    return line if not line or line[-1] in SIGNS else f'{line}.'


# End


def _appeal(facts: Facts) -> tuple[Block, ...]:
    return blocks(Kind.PARAGRAPH, facts.appeal)


def _ended(body: Sequence[Block]) -> tuple[Block, ...]:
    """The last paragraph of a document ends "./." (Phụ lục I, mục II.6)."""
    if not body:
        return ()
    last = body[-1]
    return (*body[:-1], block(last.kind, last.text.rstrip(' ./;') + END, last.label))


def _recipients(facts: Facts) -> tuple[str, ...]:
    archive = [name for name, is_archive in facts.recipients if is_archive]
    others = [name for name, is_archive in facts.recipients if not is_archive]
    filed = [name if bare(name).startswith('Lưu') else f'Lưu: {bare(name)}' for name in archive]
    return recipient_lines([*others, *filed], '', '', facts.heading.style)
