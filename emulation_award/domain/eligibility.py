"""Who may be nominated for what, and by whom (đối tượng, điều kiện khen thưởng)."""

from dataclasses import dataclass

from .findings import Finding
from .words import Word

#: One achievement, one award (thành tích đến đâu khen thưởng đến đó).
ONE_ACHIEVEMENT_ONE_AWARD = 'Luật Thi đua, khen thưởng 2022, Điều 5'

#: No award while discipline, an inspection or a complaint is pending (chưa khen thưởng).
PENDING_CASE = 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4'


class NomineeKind(Word):
    """What is nominated."""

    INDIVIDUAL = 'individual'  # cá nhân
    COLLECTIVE = 'collective'  # tập thể


class Proposer(Word):
    """Which unit may nominate."""

    OWN_UNIT = 'own_unit'
    ANY_UNIT = 'any_unit'


@dataclass(frozen=True)
class Facts:
    """What is known of a nomination when it is judged."""

    nominee_kind: NomineeKind
    nominee: str
    is_outsider: bool  # not of the staff, not one of the units
    proposing_unit: str
    proposing_unit_id: int
    #: Units that hold the nominee in their frozen list; a collective's is itself.
    member_unit_ids: frozenset[int]
    category: str
    category_id: int | None
    open_holds: tuple[str, ...]
    #: References of other live nominations of this nominee in the campaign.
    same_award: tuple[str, ...]
    other_awards: tuple[str, ...]
    justification: str


@dataclass(frozen=True)
class AwardRule:
    """What the plan says of an award (KH IV.1, IV.2)."""

    award: str
    subjects: frozenset[NomineeKind]
    outsiders_allowed: bool
    proposer: Proposer
    category_ids: frozenset[int]  # of staff; empty for all
    category_names: str
    citation: str


def pending_case(
    nominee: str, holds: tuple[str, ...], citation: str = PENDING_CASE
) -> Finding | None:
    """Return that a case of the nominee is pending, in whichever nomination it is noted, or None.

    The same for whoever nominates, sends up or decides: it is about the person, not the dossier.

    :param holds: references of all nominations of the nominee that are on hold
    :param citation: the decree that binds the campaign

    >>> pending_case('Lê An', ()) is None
    True
    >>> pending_case('Lê An', ('DN/1', 'DN/2')).params['holds']
    'DN/1, DN/2'
    """
    if not holds:
        return None
    return Finding('on_hold_pending', {'nominee': nominee, 'holds': ', '.join(holds)}, citation)


def eligibility_findings(
    facts: Facts,
    rule: AwardRule,
    *,
    one_award_citation: str = ONE_ACHIEVEMENT_ONE_AWARD,
    pending_citation: str = PENDING_CASE,
) -> list[Finding]:
    """Return every reason why this nominee may not be nominated for this award by this unit.

    :param one_award_citation: the law on one award for one achievement that binds the campaign
    :param pending_citation: the decree on pending cases that binds the campaign
    """
    found = (
        _subject(facts, rule),
        _outsider(facts, rule),
        _membership(facts, rule),
        _category(facts, rule),
        _duplicate(facts, rule, one_award_citation),
        _justification(facts, rule, one_award_citation),
        pending_case(facts.nominee, facts.open_holds, pending_citation),
    )
    return [finding for finding in found if finding]


def _subject(facts: Facts, rule: AwardRule) -> Finding | None:
    if facts.nominee_kind in rule.subjects:
        return None
    kind = NomineeKind(facts.nominee_kind).value
    params = {'nominee': facts.nominee, 'kind': kind, 'award': rule.award}
    return Finding('subject_not_allowed', params, rule.citation)


def _outsider(facts: Facts, rule: AwardRule) -> Finding | None:
    if not facts.is_outsider or rule.outsiders_allowed:
        return None
    params = {'nominee': facts.nominee, 'award': rule.award}
    return Finding('outsider_not_allowed', params, rule.citation)


def _membership(facts: Facts, rule: AwardRule) -> Finding | None:
    anyone = Proposer(rule.proposer) is Proposer.ANY_UNIT or facts.is_outsider
    if anyone or facts.proposing_unit_id in facts.member_unit_ids:
        return None
    params = {'nominee': facts.nominee, 'unit': facts.proposing_unit, 'award': rule.award}
    return Finding('not_in_unit', params, rule.citation)


def _category(facts: Facts, rule: AwardRule) -> Finding | None:
    staff = facts.nominee_kind == NomineeKind.INDIVIDUAL and not facts.is_outsider
    if not staff or not rule.category_ids or facts.category_id in rule.category_ids:
        return None
    params = {
        'nominee': facts.nominee,
        'category': facts.category,
        'allowed': rule.category_names,
        'award': rule.award,
    }
    return Finding('category_not_eligible', params, rule.citation)


def _duplicate(facts: Facts, rule: AwardRule, citation: str) -> Finding | None:
    if not facts.same_award:
        return None
    refs = ', '.join(facts.same_award)
    params = {'nominee': facts.nominee, 'award': rule.award, 'nominations': refs}
    return Finding('duplicate_award', params, citation)


def _justification(facts: Facts, rule: AwardRule, citation: str) -> Finding | None:
    if not facts.other_awards or facts.justification.strip():
        return None
    refs = ', '.join(facts.other_awards)
    params = {'nominee': facts.nominee, 'award': rule.award, 'nominations': refs}
    return Finding('justification_missing', params, citation)
