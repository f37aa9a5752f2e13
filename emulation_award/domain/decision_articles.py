"""The wording of a decision's articles (Điều 1, Điều 2, Điều 3), by what the decision does."""

from collections.abc import Sequence

from .award_list import Holder, counts, kinds, named, printable_holder
from .blocks import Block, Kind, block
from .decision_facts import GROUND_CLAUSES, Correction, DecisionKind, Facts, Ground
from .decree30 import UNKNOWN, Style, padded
from .eligibility import NomineeKind
from .number_words import amount_in_words, capitalised, dotted
from .official_parts import bare, dated, enumerated, reason
from .unit_minutes import KIND_NAMES, KINDS
from .vietnamese import printable, short_date

GROUNDS = {
    Ground.FALSE_DECLARATION: 'kê khai gian dối công trạng, thành tích để được khen thưởng',
    Ground.FORGED_PAPERS: 'cung cấp thông tin sai sự thật hoặc làm giả hồ sơ, giấy tờ đề nghị '
    'khen thưởng',
    Ground.UNLAWFUL_REVIEW: 'việc thẩm định, xét, duyệt, đề nghị khen thưởng trái quy định của '
    'pháp luật',
    Ground.LATER_FINDING: 'có kết luận, quyết định, bản án của cơ quan có thẩm quyền về vi phạm, '
    'khuyết điểm dẫn đến không bảo đảm tiêu chuẩn xét tặng',
    Ground.MISTAKE: 'quyết định khen thưởng có sai sót',
}
DEFAULT_FUND = 'quỹ thi đua, khen thưởng theo quy định'


def articles(facts: Facts) -> tuple[Block, ...]:
    """Return the articles of a decision, numbered; the last one ends the text."""
    own = {
        DecisionKind.AWARD: _award,
        DecisionKind.CORRECTION: _correction,
        DecisionKind.REVOCATION: _revocation,
    }[DecisionKind(facts.kind)]
    written = (*own(facts), (_closing(facts),))
    return tuple(
        block(Kind.ARTICLE, one, f'Điều {number}.') if at == 0 else block(Kind.ITEM, one)
        for number, lines in enumerate(written, start=1)
        for at, one in enumerate(lines)
    )


def about(facts: Facts) -> str:
    """Return what a decision is about, as under its title (trích yếu)."""
    kind = DecisionKind(facts.kind)
    who = kinds(facts.holders)
    award = printable(facts.award)
    why = reason(facts.citation).removeprefix('đã ')
    if kind is DecisionKind.CORRECTION:
        return f'Về việc đính chính {_original(facts)}'
    if kind is DecisionKind.REVOCATION:
        return f'Về việc hủy bỏ quyết định tặng {award} đối với {who}'
    return ' '.join(filter(None, (f'Về việc tặng {award} cho {who}', why)))


def list_about(facts: Facts) -> str:
    """Return what the list of a decision holds, as under its title."""
    who = kinds(facts.holders)
    if DecisionKind(facts.kind) is DecisionKind.REVOCATION:
        return f'{capitalised(who)} bị hủy bỏ quyết định tặng {printable(facts.award)}'
    return f'{capitalised(who)} được tặng {printable(facts.award)}'


def is_listed(facts: Facts) -> bool:
    """Whether the holders stand in a list of their own instead of in Điều 1."""
    is_correction = DecisionKind(facts.kind) is DecisionKind.CORRECTION
    return not is_correction and len(facts.holders) > max(1, facts.inline_up_to)


# Award


def _award(facts: Facts) -> tuple[tuple[str, ...], ...]:
    first = _awarded(facts)
    return (first, (_prize(facts),)) if facts.has_prize else (first,)


def _awarded(facts: Facts) -> tuple[str, ...]:
    award, why = printable(facts.award), reason(facts.citation)
    if is_listed(facts) or not facts.holders:
        listed = f'{counts(facts.holders) or UNKNOWN} (có danh sách kèm theo)'
        return (_sentence(f'Tặng {award} cho {listed}', why),)
    holders = _shown(facts)
    if len(holders) == 1:
        why = reason(holders[0].achievement) or why
        return (_sentence(f'Tặng {award} cho {_in_sentence(holders[0])}', why, join=', '),)
    lead = ' '.join(filter(None, (f'Tặng {award} cho {counts(holders)}', why)))
    return (f'{lead}, gồm:', *enumerated(_with_achievement(one) for one in holders))


def _with_achievement(holder: Holder) -> str:
    return ', '.join(filter(None, (named(holder), reason(holder.achievement))))


def _prize(facts: Facts) -> str:
    total = sum(one.prize for one in facts.holders)
    source = f'trích từ {bare(facts.fund) or DEFAULT_FUND}'
    if not total:
        return f'Tiền thưởng kèm theo thực hiện theo quy định hiện hành, {source}.'
    each = _each_prize(facts.holders)
    return (
        f'Tiền thưởng kèm theo{f": {each}. Tổng số tiền thưởng" if each else ", tổng số"} là '
        f'{_money(total)}, {source}.'
    )


def _each_prize(holders: Sequence[Holder]) -> str:
    """'mỗi tập thể 1.410.000 đồng, …'; '' where one kind is paid different amounts, or one only."""
    amounts = [
        (KIND_NAMES[kind], {one.prize for one in holders if NomineeKind(one.kind) == kind})
        for kind in KINDS
    ]
    paid = [(name, some) for name, some in amounts if some]
    if len(holders) == 1 or any(len(some) > 1 for _name, some in paid):
        return ''
    return ', '.join(f'mỗi {name} {dotted(min(some))} đồng' for name, some in paid)


# Correction


def _correction(facts: Facts) -> tuple[tuple[str, ...], ...]:
    style = facts.heading.style
    cases = counts([one.becomes for one in facts.corrections]) or UNKNOWN
    lines = [f'Đính chính nội dung về {cases} tại {_original(facts)}, như sau:']
    lines += enumerated(_corrected(one, style) for one in facts.corrections)
    why = bare(facts.reason)
    kept = f'Các nội dung khác của {_original(facts)} không thay đổi.'
    return (tuple(lines), (f'Lý do đính chính: {why}. {kept}' if why else kept,))


def _corrected(correction: Correction, style: Style) -> str:
    was, becomes = (printable_holder(one, style) for one in (correction.was, correction.becomes))
    has_prize = was.prize != becomes.prize
    before, after = (
        ', '.join(filter(None, _told(one, was.achievement != becomes.achievement, has_prize)))
        for one in (was, becomes)
    )
    return f'Đã ghi “{before}”, nay đính chính thành “{after}”'


def _told(holder: Holder, has_achievement: bool, has_prize: bool) -> tuple[str, ...]:
    return (
        named(holder),
        reason(holder.achievement) if has_achievement else '',
        f'tiền thưởng {dotted(holder.prize)} đồng' if has_prize else '',
    )


# Revocation


def _revocation(facts: Facts) -> tuple[tuple[str, ...], ...]:
    lead = f'Hủy bỏ việc tặng {printable(facts.award)} tại {_original(facts)} đối với'
    ground, recovery = _ground(facts), (_recovery(facts),)
    if is_listed(facts) or not facts.holders:
        listed = f'{counts(facts.holders) or UNKNOWN} (có danh sách kèm theo)'
        return ((f'{lead} {listed}. Lý do: {ground}',), recovery)
    if len(facts.holders) == 1:
        return ((f'{lead} {_in_sentence(_shown(facts)[0])}. Lý do: {ground}',), recovery)
    # The names follow the words that announce them, so the reason has an article of its own.
    names = enumerated(named(one) for one in _shown(facts))
    first = (f'{lead} {counts(facts.holders)} sau đây:', *names)
    return (first, (f'Lý do hủy bỏ: {ground}',), recovery)


def _ground(facts: Facts) -> str:
    ground = Ground(facts.ground) if facts.ground else None
    clause = printable(facts.ground_clause) or GROUND_CLAUSES.get(ground, '')
    words = GROUNDS.get(ground, '') if ground else ''
    cited = f'{words} ({clause})' if words and clause else words
    said = '; '.join(filter(None, (cited, bare(facts.reason)))) or UNKNOWN
    return f'{said}.'


def _recovery(facts: Facts) -> str:
    total = sum(one.prize for one in facts.holders)
    taken = f'Thu hồi {printable(facts.award)} đã tặng'
    if not total:
        return f'{taken}.'
    return (
        f'{taken} và tiền thưởng kèm theo, số tiền {_money(total)}, nộp về '
        f'{bare(facts.fund) or DEFAULT_FUND}.'
    )


# Shared


def _closing(facts: Facts) -> str:
    since = f'ngày {short_date(facts.effective_on)}' if facts.effective_on else 'ngày ký'
    concerned = _concerned(facts)
    bound = f'{"các " if len(concerned) > 1 else ""}{kinds(concerned)} có tên tại Điều 1'
    who = [*filter(None, map(bare, facts.implementers)), bound]
    # A state document marks the end of its text; the Party's do not.
    end = '.' if facts.heading.style == Style.PARTY else './.'
    return (
        f'Quyết định này có hiệu lực kể từ {since}. {_listed(who)} chịu trách nhiệm thi hành '
        f'Quyết định này{end}'
    )


def _in_sentence(holder: Holder) -> str:
    """A holder inside a sentence, where "ông", "bà" and "đồng chí" are small."""
    text = named(holder)
    return text[0].lower() + text[1:] if holder.honorific else text


def _concerned(facts: Facts) -> Sequence[Holder]:
    return facts.holders or [one.becomes for one in facts.corrections]


def _original(facts: Facts) -> str:
    original = facts.original
    if not original:
        return f'Quyết định số {UNKNOWN}'
    number = dated(f'Quyết định số {padded(original.number) or UNKNOWN}', original.day)
    told = (number, f'của {printable(original.authority)}', printable(original.about))
    return ' '.join(filter(None, told))


def _shown(facts: Facts) -> list[Holder]:
    return [printable_holder(one, facts.heading.style) for one in facts.holders]


def _sentence(lead: str, why: str, join: str = ' ') -> str:
    return join.join(filter(None, (lead, why))) + '.'


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    text = f'{", ".join(others)} và {last}' if others else last
    return capitalised(text)


def _money(total: int) -> str:
    return f'{dotted(total)} đồng (Bằng chữ: {amount_in_words(total)})'
