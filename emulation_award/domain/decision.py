"""What a decision on awards must satisfy (quyết định khen thưởng, hiệu chỉnh, hủy bỏ).

A decision is taken by the authority of the award on what its council approved; it names each
nomination once, within the seats of the plan, and is never changed but by another decision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from .decision_facts import GROUND_CLAUSES, Ground
from .eligibility import ONE_ACHIEVEMENT_ONE_AWARD, pending_case
from .findings import Finding
from .prize import CITATION
from .states import State
from .vietnamese import short_date, sort_key
from .words import Word


class DecisionState(Word):
    """Where a decision stands."""

    DRAFT = 'draft'
    ISSUED = 'issued'  # đã ban hành
    EFFECTIVE = 'effective'  # đã thi hành
    REVOKED = 'revoked'  # bị hủy bỏ toàn bộ
    CANCELLED = 'cancelled'  # bản thảo bị bỏ
    ANNULLED = 'annulled'  # đính chính, hủy bỏ đã ban hành nhưng không thi hành


#: Operation: states it is open to. A decision is corrected or revoked by another one.
OPEN_TO: Mapping[str, frozenset[DecisionState]] = MappingProxyType(
    {
        'edit': frozenset({DecisionState.DRAFT}),
        'issue': frozenset({DecisionState.DRAFT}),
        'cancel': frozenset({DecisionState.DRAFT}),
        'take_effect': frozenset({DecisionState.ISSUED}),
        'change': frozenset({DecisionState.ISSUED, DecisionState.EFFECTIVE}),
        'annul': frozenset({DecisionState.ISSUED}),
    }
)


@dataclass(frozen=True)
class Verdict:
    """What the council said of a nomination.

    :param is_selected: announced, passed, and given a seat
    :param session: where; '' if it was never voted on
    """

    is_selected: bool = False
    session: str = ''


@dataclass(frozen=True)
class Held:
    """Another award of this campaign that the nominee has.

    :param justification: which different achievement it rewards, as its dossier says
    """

    name: str
    justification: str = ''


@dataclass(frozen=True)
class Revoked:
    """A revocation of this very award, in effect.

    :param decision: that revoked it
    :param ground: why, a :class:`~.decision_facts.Ground`
    """

    decision: str
    ground: str


@dataclass(frozen=True)
class Named:
    """A nomination a decision names, and what the nominee has already.

    :param state: of the nomination, a :class:`~.states.State`
    :param elsewhere: other live decisions that name the nomination
    :param same_award: decisions and registry entries with this award of this campaign
    :param same_wording: of the registry: the same form of award for the same achievement
    :param other_awards: decisions and registry entries with another award of this campaign
    :param justification: which different achievement this award rewards
    :param holds: references of all nominations of the nominee that are on hold
    :param revoked: how this award was taken back before
    """

    nominee: str
    award: str
    state: str
    verdict: Verdict = field(default_factory=Verdict)
    elsewhere: tuple[str, ...] = ()
    same_award: tuple[str, ...] = ()
    same_wording: tuple[str, ...] = ()
    other_awards: tuple[Held, ...] = ()
    justification: str = ''
    holds: tuple[str, ...] = ()
    revoked: tuple[Revoked, ...] = ()


def state_finding(operation: str, state: str) -> Finding | None:
    """Return that an operation is not open to a decision in this state, or None if it is.

    :param operation: a key of :data:`OPEN_TO`

    >>> state_finding('issue', 'issued').params['allowed']
    ('draft',)
    """
    allowed = OPEN_TO[operation]
    if DecisionState(state) in allowed:
        return None
    names = tuple(one.value for one in DecisionState if one in allowed)
    return Finding(
        'decision_wrong_state', {'operation': operation, 'state': state, 'allowed': names}
    )


def named_findings(named: Named) -> list[Finding]:
    """Return every reason why a nomination is not awarded by this decision (invariant 7).

    That another decision names it says it all.
    """
    if named.elsewhere:
        params = {'nominee': named.nominee, 'award': named.award}
        told = {**params, 'decisions': ', '.join(named.elsewhere)}
        return [Finding('decision_named_elsewhere', told)]
    pending = pending_case(named.nominee, named.holds)
    found = (pending, _approval(named), *_taken_back(named), *_repetitions(named))
    return [finding for finding in found if finding]


def seats_finding(
    quota: str, ceiling: int, used: Sequence[str], more: int, citation: str = ''
) -> Finding | None:
    """Return that a decision gives more seats than the plan has, or None.

    :param quota: its name
    :param used: names of those decided on before, over all phases the quota counts
    :param more: how many this decision names

    >>> seats_finding('05-07 cá nhân', 7, ['An', 'Bình'], 5) is None
    True
    >>> seats_finding('05-07 cá nhân', 7, ['An', 'Bình', 'Chi'], 5).params['short_by']
    1
    """
    short_by = len(used) + more - ceiling
    if short_by <= 0:
        return None
    params = {
        'quota': quota,
        'ceiling': ceiling,
        'used': len(used),
        'more': more,
        'short_by': short_by,
        'holders': ', '.join(sorted(used, key=sort_key)),
    }
    return Finding('decision_seats_exceeded', params, citation)


def rate_finding(rate: str, award: str, subject: str, day: date) -> Finding:
    """Return that a prize cannot be computed: the catalogue has no such figure on the day.

    :param rate: 'base_salary', 'prize_coefficient' or 'prize_rounding'
    :param subject: 'individual' or 'collective', '' where the figure is the same for both
    """
    params = {'rate': rate, 'award': award, 'subject': subject, 'day': short_date(day)}
    return Finding('decision_prize_rate_missing', params, CITATION)


def _approval(named: Named) -> Finding | None:
    params = {'nominee': named.nominee, 'award': named.award}
    if named.state == State.ON_HOLD and named.holds:
        return None  # said already
    if named.state != State.APPROVED:
        return Finding('decision_not_approved', {**params, 'state': named.state})
    if not named.verdict.is_selected:
        return Finding('decision_no_verdict', {**params, 'session': named.verdict.session})
    return None


def _taken_back(named: Named) -> list[Finding]:
    """What was taken back for a ground of the law is not given again on the same dossier.

    What was a mistake of the decision is: it is put right by revoking and deciding anew.
    """
    params = {'nominee': named.nominee, 'award': named.award}
    return [
        Finding(
            'decision_revoked_before',
            {**params, 'decision': one.decision, 'ground': one.ground},
            GROUND_CLAUSES[Ground(one.ground)],
        )
        for one in named.revoked
        if Ground(one.ground) is not Ground.MISTAKE
    ]


def _repetitions(named: Named) -> list[Finding]:
    params = {'nominee': named.nominee, 'award': named.award}
    found = []
    if named.same_award:
        told = {**params, 'held': ', '.join(named.same_award)}
        found.append(Finding('decision_same_award', told, ONE_ACHIEVEMENT_ONE_AWARD))
    # That both reward something else may stand in either of the two dossiers.
    unexplained = [
        one.name
        for one in named.other_awards
        if not (named.justification.strip() or one.justification.strip())
    ]
    if same := (*named.same_wording, *unexplained):
        told = {**params, 'held': ', '.join(dict.fromkeys(same))}
        found.append(Finding('decision_same_achievement', told, ONE_ACHIEVEMENT_ONE_AWARD))
    return found
