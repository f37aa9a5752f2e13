"""Part IV of a plan: who may be rewarded, with what, for what, and how many (KH IV)."""

from collections.abc import Iterable, Sequence

from . import round_result
from .blocks import Block, Kind, block, blocks
from .majority import Base, Rule
from .official_parts import bare
from .plan_facts import Facts
from .plan_numbers import COUNCIL, groups_text, named_awards, number_blocks
from .plan_rules import USUAL_VOTING, Award, Criterion, Quota, Subject, VoteRule
from .vietnamese import paragraphs, printable

COLLECTIVE, INDIVIDUAL, BOTH = Subject.COLLECTIVE, Subject.INDIVIDUAL, Subject.BOTH
AIMED_AT = {
    COLLECTIVE: 'Đối với tập thể',
    INDIVIDUAL: 'Đối với cá nhân',
    BOTH: 'Đối với tập thể và cá nhân',
}
WHOM = {COLLECTIVE: 'tập thể', INDIVIDUAL: 'cá nhân', BOTH: 'tập thể, cá nhân'}
NUMBERS = 'Số lượng'
SHARED_NUMBERS = 'Số lượng chung'
LETTERS = 'abcdefgh'


def subject_blocks(facts: Facts) -> tuple[Block, ...]:
    """Return who may be rewarded (đối tượng); units by name where the plan has no words for them.

    :return: () if the plan says nothing about it
    """
    collective = bare(facts.subject_collective)
    individual = bare(facts.subject_individual)
    items = []
    gives_collectives = any(Subject(one.subject) is not INDIVIDUAL for one in facts.awards)
    if not collective and facts.units:
        label = 'Tập thể' if gives_collectives else 'Đơn vị tham gia'
        items.append(f'{label}: {"; ".join(map(bare, facts.units))}.')
    elif collective:
        items.append(f'Tập thể: {collective}.')
    # The plan's own words usually name the categories already.
    unnamed = [one for one in facts.categories if not _is_named(one, individual)]
    said = [*filter(None, [individual]), *map(bare, unnamed)]
    if said:
        items.append(f'Cá nhân: {"; ".join(said)}.')
    if facts.groups:
        items.append(groups_text(facts.groups))
    return tuple(block(Kind.ITEM, text) for text in items)


def _is_named(category: str, text: str) -> bool:
    """Whether a text names a category, whatever its note in brackets."""
    return bare(category.partition('(')[0]).casefold() in text.casefold()


def award_blocks(facts: Facts, number: str) -> tuple[Block, ...]:
    """Return criteria and numbers, awards of the same rules together.

    :param number: of the section, such as '2', before those of the awards: '2.1.', '2.2.'
    """
    found: list[Block] = []
    groups = award_groups(facts.awards)
    said: set[int] = set()
    for at, group in enumerate(groups, start=1):
        quotas = _quotas_of(group, facts)
        said |= {id(one) for one in quotas}
        title = f'{named_awards([one.name for one in group])}.'
        found.append(block(Kind.SECTION, title, f'{number}.{at}.'))
        found += _group_blocks(group, quotas, facts)
    shared = [one for one in facts.quotas if id(one) not in said]
    if shared:
        found.append(block(Kind.SECTION, f'{SHARED_NUMBERS}.', f'{number}.{len(groups) + 1}.'))
        found += number_blocks(shared, (), facts)
    return tuple(found)


def award_groups(awards: Iterable[Award]) -> list[list[Award]]:
    """Return awards of the same rules together, in the order of the first of each.

    >>> own, other = Award(1, 'Giấy khen của A'), Award(2, 'Bằng khen của B', is_forwarded=True)
    >>> [len(group) for group in award_groups([own, other, Award(3, 'Giấy khen của C')])]
    [2, 1]
    """
    groups: dict[tuple, list[Award]] = {}
    for award in awards:
        rules = (
            Subject(award.subject),
            award.is_forwarded,
            award.criteria,
            award.reference,
            award.lead_collective,
            award.lead_individual,
            award.categories,
            award.takes_outsiders,
            award.any_unit_proposes,
            award.vote,
        )
        groups.setdefault(rules, []).append(award)
    return list(groups.values())


def _quotas_of(group: Sequence[Award], facts: Facts) -> list[Quota]:
    """Those that cover awards of this group alone."""
    keys, everything = {one.key for one in group}, {one.key for one in facts.awards}
    return [one for one in facts.quotas if (set(one.awards) or everything) <= keys]


def _group_blocks(group: Sequence[Award], quotas: list[Quota], facts: Facts) -> list[Block]:
    award = group[0]
    criteria = [one for one in award.criteria if not _restates(one, award)]
    found = [block(Kind.PARAGRAPH, text) for text in (_reference(award), *_notes(award)) if text]
    points = [
        (AIMED_AT[subject], (*_lead(award, subject, own), *map(_criterion, own)))
        for subject, own in _by_subject(criteria, Subject(award.subject))
        if own or _own_lead(award, subject)
    ]
    numbers = number_blocks(quotas, group, facts)
    if numbers:
        points.append((NUMBERS, numbers))
    # A lone point needs no letter.
    letters = [f'{letter})' for letter in LETTERS]
    for label, (title, body) in zip(letters, points, strict=False):
        found += [block(Kind.POINT, title, label), *body]
    return [*found, *_vote(award.vote)]


def _by_subject(
    criteria: Sequence[Criterion], subject: Subject
) -> list[tuple[Subject, list[Criterion]]]:
    """Criteria of collectives, then of individuals; common ones first, or with the only kind."""
    if subject is not BOTH:
        return [(subject, [one for one in criteria if one.subject in (BOTH, subject)])]
    return [
        (kind, [one for one in criteria if one.subject == kind])
        for kind in (BOTH, COLLECTIVE, INDIVIDUAL)
    ]


def _restates(criterion: Criterion, award: Award) -> bool:
    """Whether a criterion only repeats that the award's criteria stand in another document."""
    reference = award.reference
    if not reference or not criterion.is_mandatory or criterion.phases:
        return False
    return reference.number in criterion.body and reference.clause in criterion.body


def _reference(award: Award) -> str:
    if not award.reference:
        return ''
    clause, citation = printable(award.reference.clause), bare(award.reference.citation)
    where = f'{clause} {citation}' if clause else citation
    return f'Tiêu chuẩn khen thưởng đối với {WHOM[Subject(award.subject)]}: theo {where}.'


def _notes(award: Award) -> tuple[str, ...]:
    return (
        f'Cá nhân được xét là: {"; ".join(map(bare, award.categories))}.'
        if award.categories
        else '',
        'Tập thể, cá nhân ngoài cơ quan cũng được xét khen thưởng.'
        if award.takes_outsiders
        else '',
        'Đơn vị nào tham gia phong trào cũng được đề nghị, kể cả đối với người của đơn vị khác.'
        if award.any_unit_proposes
        else '',
    )


def _own_lead(award: Award, subject: Subject) -> str:
    leads = {COLLECTIVE: award.lead_collective, INDIVIDUAL: award.lead_individual}
    return leads.get(subject, '')


def _lead(award: Award, subject: Subject, own: Sequence[Criterion]) -> tuple[Block, ...]:
    lead = _own_lead(award, subject)
    if lead:
        return blocks(Kind.PARAGRAPH, lead)
    whom = WHOM[subject]
    text = f'{whom[0].upper()}{whom[1:]} được xét khen thưởng khi đạt các tiêu chuẩn sau:'
    return (block(Kind.PARAGRAPH, text),) if own else ()


def _criterion(criterion: Criterion) -> Block:
    notes = []
    if not criterion.is_mandatory:
        notes.append('tiêu chuẩn ưu tiên, không bắt buộc')
    if criterion.phases:
        notes.append(f'áp dụng cho {", ".join(map(bare, criterion.phases))}')
    # One item, however many lines it was typed in.
    text = bare(' '.join(paragraphs(criterion.body)))
    return block(Kind.ITEM, f'{text} ({"; ".join(notes)}).' if notes else f'{text}.')


def _vote(vote: VoteRule) -> tuple[Block, ...]:
    """How the council decides, as far as it departs from custom."""
    custom, said = USUAL_VOTING, []
    if vote.mode != custom.mode:
        said.append(f'{COUNCIL} {round_result.MODES[vote.mode]}')
    if vote.majority != custom.majority:
        said.append(f'được chọn khi có {_majority(vote.majority)} tán thành')
    if vote.tie != custom.tie:
        said.append(f'bằng phiếu ở chỉ tiêu cuối thì chọn {round_result.RESOLUTIONS[vote.tie]}')
    text = '; '.join(said)
    return (block(Kind.PARAGRAPH, f'{text[0].upper()}{text[1:]}.'),) if text else ()


def _majority(rule: Rule) -> str:
    return f'{round_result.majority(rule)} {round_result.BASES[Base(rule.base)]}'
