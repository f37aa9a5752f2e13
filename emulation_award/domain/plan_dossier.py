"""Section of a plan on the dossier: its parts, where it goes, by when (KH IV.3)."""

from collections.abc import Sequence

from .blocks import Block, Kind, block
from .official_parts import bare, enumerated
from .plan_awards import WHOM
from .plan_facts import USUAL_REVIEW, Facts, Phase
from .plan_numbers import COUNCIL, named_awards
from .plan_rules import Award, Criterion, ReportForm, Requirement, Subject, Upload
from .review import Majority
from .unit_minutes import majority_text
from .vietnamese import deadline_text, short_date, two_digits


def dossier_blocks(facts: Facts) -> tuple[Block, ...]:
    """Return what a dossier consists of, where it is sent and by when, phase by phase."""
    parts = [*(_part(one, facts.awards) for one in facts.requirements), *_evidence(facts.awards)]
    items = [block(Kind.ITEM, part) for part in enumerated(parts)]
    said = (_review(facts.review), _receiver(facts.receiver))
    paragraphs = [block(Kind.PARAGRAPH, text) for text in said if text]
    return (*items, *paragraphs, *map(_deadline, facts.phases))


def _part(part: Requirement, awards: Sequence[Award]) -> str:
    notes = []
    if Subject(part.subject) is not Subject.BOTH:
        notes.append(f'đối với {WHOM[Subject(part.subject)]}')
    asking = [one.name for one in awards if one.key in part.awards]
    if part.awards and len(asking) < len(awards):
        notes.append(f'đối với {named_awards(asking)}')
    if not part.is_mandatory:
        notes.append('nếu có')
    notes += _upload(part.upload) if part.upload else []
    name = bare(part.name)
    forms = ', '.join(filter(None, (_form(one, name) for one in part.forms)))
    said = [name, forms, f'({"; ".join(notes)})' if notes else '']
    return ' '.join(filter(None, said))


def _form(form: ReportForm, part: str) -> str:
    """A form and the document that sets it, as far as the name of the part does not say them."""
    name, citation = bare(form.name), bare(form.citation)
    if form.number and form.number in part:
        citation = ''
    named = '' if name.casefold() in part.casefold() else f'theo {name}'
    return ' '.join(filter(None, (named, f'ban hành kèm theo {citation}' if citation else '')))


def _upload(upload: Upload) -> list[str]:
    types = f'tệp {bare(upload.types)}' if upload.types else ''
    least = f'ít nhất {two_digits(upload.minimum)} tệp' if upload.minimum > 1 else ''
    most = f'mỗi tệp không quá {upload.maximum_mb} MB' if upload.maximum_mb else ''
    return [note for note in (types, least, most) if note]


def _evidence(awards: Sequence[Award]) -> tuple[str, ...]:
    """Criteria that are shown by a file make it a part of the dossier."""
    asked = dict.fromkeys(
        _shown(one) for award in awards for one in award.criteria if one.needs_file
    )
    return (f'Tài liệu minh chứng theo tiêu chuẩn: {"; ".join(asked)}',) if asked else ()


def _shown(criterion: Criterion) -> str:
    subject = Subject(criterion.subject)
    name = bare(criterion.name)
    return name if subject is Subject.BOTH else f'{name} ({WHOM[subject]})'


def _review(majority: Majority) -> str:
    if majority == USUAL_REVIEW:
        return ''
    return f'Đơn vị đề nghị trường hợp được {majority_text(majority)} số người dự họp tán thành.'


def _receiver(receiver: str) -> str:
    return f'Hồ sơ đề nghị khen thưởng gửi về {bare(receiver)}.' if bare(receiver) else ''


def _deadline(phase: Phase) -> Block:
    opens = f'từ ngày {short_date(phase.opens)}, ' if phase.opens else ''
    results = (
        f', thành tích tính đến hết ngày {short_date(phase.results_as_of)}'
        if phase.results_as_of
        else ''
    )
    by = deadline_text(phase.deadline, phase.wording)
    said = f'các đơn vị gửi hồ sơ {opens}{by}{results}; {COUNCIL} xét sau khi tổng hợp.'
    return block(Kind.PARAGRAPH, said, f'{bare(phase.name)}:')
