"""How many a plan lets units propose and the council choose, in words (KH IV.2.1.c: số lượng)."""

from collections.abc import Sequence

from .blocks import Block, Kind, block
from .official_parts import bare
from .plan_facts import Facts
from .plan_rules import Award, Count, Group, Level, Period, Quota, Stage, Subject
from .quota import Rounding, ratio_text
from .vietnamese import count_with_zero, printable, short_date, two_digits

NOUNS = {
    Subject.COLLECTIVE: 'tập thể',
    Subject.INDIVIDUAL: 'cá nhân',
    Subject.BOTH: 'tập thể, cá nhân',
}
LABELS = {
    Subject.COLLECTIVE: 'Tập thể',
    Subject.INDIVIDUAL: 'Cá nhân',
    Subject.BOTH: 'Tập thể và cá nhân (tính chung)',
}
#: Who is given a number, and whose people a share is taken of.
SHARERS = {
    Level.UNIT: ('Mỗi đơn vị', 'ở mỗi đơn vị', 'của đơn vị'),
    Level.GROUP: ('Mỗi nhóm đơn vị', 'ở mỗi nhóm đơn vị', 'của nhóm đơn vị'),
    Level.CAMPAIGN: ('Toàn phong trào', '', 'của toàn phong trào'),
}
COUNCIL = 'Hội đồng Thi đua - Khen thưởng'


def number_blocks(
    quotas: Sequence[Quota], group: Sequence[Award], facts: Facts
) -> tuple[Block, ...]:
    """Return one item for each kind of nominee: how many are chosen, then how many proposed.

    :param quotas: those to be said here
    :param group: awards that the text around it is about
    """
    items = []
    for subject, label in LABELS.items():
        own = [one for one in quotas if Subject(one.subject) is subject]
        own.sort(key=lambda one: Stage(one.stage) is Stage.NOMINATION)
        if own:
            said = ' '.join(_sentence(one, group, facts) for one in own)
            items.append(block(Kind.ITEM, f'{label}: {said}'))
    return tuple(items)


def groups_text(groups: Sequence[Group]) -> str:
    """Return which units share numbers.

    >>> groups_text([Group('Khối 1', ('Phòng A', 'Phòng B'))])
    'Các nhóm đơn vị có chỉ tiêu chung: Khối 1 (Phòng A; Phòng B).'
    """
    said = '; '.join(map(_group, groups))
    return f'Các nhóm đơn vị có chỉ tiêu chung: {said}.'


def named_awards(names: Sequence[str]) -> str:
    """Return awards in one phrase; the same form by several authorities is named once.

    >>> named_awards(['Giấy khen của Đảng ủy', 'Giấy khen của Trưởng ban'])
    'Giấy khen của Đảng ủy, Trưởng ban'
    >>> named_awards(['Bằng khen của Bộ', 'Giấy khen của Trưởng ban'])
    'Bằng khen của Bộ; Giấy khen của Trưởng ban'
    """
    parts = [printable(name).partition(' của ') for name in names]
    forms = {form for form, _of, _authority in parts}
    if len(forms) == 1 and all(authority for _form, _of, authority in parts):
        return f'{forms.pop()} của {", ".join(authority for _form, _of, authority in parts)}'
    return '; '.join(map(printable, names))


def amount(quota: Quota) -> str:
    """Return a fixed number with what it counts.

    >>> amount(Quota('individual', 'selection', 'campaign', minimum=5, maximum=7))
    '05-07 cá nhân'
    >>> amount(Quota('collective', 'nomination', 'unit', fixed=1))
    'không quá 01 tập thể'
    """
    most = min(filter(None, (quota.fixed, quota.maximum)), default=0)
    number = count_with_zero(most)
    if 0 < quota.minimum < most:
        number = f'{two_digits(quota.minimum)}-{number}'
    limit = 'không quá ' if Stage(quota.stage) is Stage.NOMINATION else ''
    return f'{limit}{number} {NOUNS[Subject(quota.subject)]}'


def _group(group: Group) -> str:
    units = '; '.join(map(bare, group.units))
    return f'{bare(group.name)} ({units})' if units else bare(group.name)


def _sentence(quota: Quota, group: Sequence[Award], facts: Facts) -> str:
    chosen = Stage(quota.stage) is Stage.SELECTION
    number = _named(quota, facts) if _is_named(quota) else _shared(quota, facts)
    purpose = _purpose(quota, group, facts.awards)
    said = f'{number}{purpose}{_bounds(quota)}.'
    if chosen:
        lead = f'Từ đề nghị của các đơn vị, {COUNCIL} xếp thành tích từ cao xuống và chọn'
        said = f'{lead} {said}'
    return ' '.join(filter(None, (said, _counted(quota))))


def _is_named(quota: Quota) -> bool:
    return Level(quota.level) is Level.NAMED


def _shared(quota: Quota, facts: Facts) -> str:
    who, where, _whose = SHARERS[Level(quota.level)]
    if Stage(quota.stage) is Stage.NOMINATION:
        words = (who, 'được đề nghị', _when(quota, facts), _number(quota, facts))
    else:
        words = (_when(quota, facts), _number(quota, facts), where)
    return ' '.join(filter(None, words))


def _named(quota: Quota, facts: Facts) -> str:
    noun = NOUNS[Subject(quota.subject)]
    lines = '; '.join(f'{bare(unit)} {count_with_zero(many)} {noun}' for unit, many in quota.lines)
    when = _when(quota, facts)
    if Stage(quota.stage) is Stage.SELECTION:
        return ' '.join(filter(None, (when, f'theo số của từng đơn vị: {lines or "…"}')))
    lead = ' '.join(filter(None, ('Số được đề nghị', when, 'của từng đơn vị')))
    return f'{lead}, không quá: {lines or "…"}'


def _when(quota: Quota, facts: Facts) -> str:
    if len(facts.phases) < 2:
        return ''
    each = Period(quota.period) is Period.PHASE
    return 'mỗi đợt' if each else f'tổng {len(facts.phases)} đợt'


def _number(quota: Quota, facts: Facts) -> str:
    if quota.numerator is None:
        return amount(quota)
    ratio = ratio_text(quota.numerator, quota.denominator or 1).replace(' %', '%')
    share = f'không quá {ratio} {_base(quota)} {SHARERS[Level(quota.level)][2]}'
    if not quota.base and facts.counted_on:
        share += f' (tính tại ngày {short_date(facts.counted_on)})'
    # A share of those it counts needs no noun of its own: "20% số cá nhân".
    subject = Subject(quota.subject)
    own = not quota.base and subject is Subject.INDIVIDUAL
    return share if own else f'số {NOUNS[subject]} {share}'


def _base(quota: Quota) -> str:
    people = 'cá nhân' if Subject(quota.subject) is Subject.INDIVIDUAL else 'người'
    return bare(quota.base) or f'số {people}'


def _bounds(quota: Quota) -> str:
    """What limits a share: a fixed number says its bounds itself."""
    if quota.numerator is None or _is_named(quota):
        return ''
    bounds = []
    if Rounding(quota.rounding) is Rounding.AT_LEAST_ONE:
        bounds.append('số lẻ làm tròn xuống, nhưng có người thì ít nhất được 01')
    if quota.minimum:
        bounds.append(f'ít nhất {two_digits(quota.minimum)}')
    if quota.maximum:
        bounds.append(f'nhiều nhất {two_digits(quota.maximum)}')
    return ''.join(f'; {bound}' for bound in bounds)


def _purpose(quota: Quota, group: Sequence[Award], awards: Sequence[Award]) -> str:
    """For which awards, named unless they are those that the text around is about."""
    covered = [one for one in awards if not quota.awards or one.key in quota.awards]
    together = ' (tính chung)' if len(covered) > 1 else ''
    names = named_awards([one.name for one in covered])
    if Stage(quota.stage) is Stage.SELECTION:
        verb = 'để đề nghị tặng' if all(one.is_forwarded for one in covered) else 'để tặng'
        return f' {verb} {names}{together}' if names else ''
    if covered == list(group):
        return ', tính chung các hình thức khen thưởng này' if together else ''
    return f' cho {names}{together}' if names else ''


def _counted(quota: Quota) -> str:
    """The counts of another base than people, with what shows them."""
    if not quota.counts:
        return ''
    base = bare(quota.base)
    said = '; '.join(_count(one) for one in quota.counts)
    return f'{base[:1].upper()}{base[1:]} của các đơn vị: {said}.'


def _count(count: Count) -> str:
    evidence = bare(count.evidence)
    number = f'{bare(count.unit)} {count_with_zero(count.number)}'
    return f'{number} (theo {evidence})' if evidence else number
