"""The life of a nomination, from the draft to the award (trạng thái đề nghị khen thưởng)."""

from collections.abc import Mapping
from types import MappingProxyType

from .errors import TransitionError, UnknownOperationError
from .findings import Finding
from .words import Word


class State(Word):
    """Where a nomination stands, in the order in which one goes through."""

    DRAFT = 'draft'
    REVIEWED = 'reviewed'  # đã họp xét ở đơn vị
    SUBMITTED = 'submitted'
    RETURNED = 'returned'  # trả lại để bổ sung
    ACCEPTED = 'accepted'
    ON_AGENDA = 'on_agenda'
    APPROVED = 'approved'
    NOT_APPROVED = 'not_approved'
    AWARDED = 'awarded'
    FORWARDED = 'forwarded'  # đã trình cấp trên
    WITHDRAWN = 'withdrawn'
    ON_HOLD = 'on_hold'  # tạm dừng


class Editing(Word):
    """How much of a nomination the proposing side may change."""

    EVERYTHING = 'everything'
    DOSSIER = 'dossier'  # the content, but not who is nominated for what
    FLAGGED = 'flagged'  # only what the office asked to be mended


ALL = frozenset(State)

#: States that occupy a place in a nomination quota.
HOLDING = ALL - {State.DRAFT, State.REVIEWED, State.WITHDRAWN}

#: States in which the same nominee may not be nominated again for the same award.
LIVE = ALL - {State.WITHDRAWN, State.NOT_APPROVED}

#: What the proposing side may change, by state; nothing in the states left out.
EDITABLE: Mapping[State, Editing] = MappingProxyType(
    {
        State.DRAFT: Editing.EVERYTHING,
        State.REVIEWED: Editing.DOSSIER,
        State.RETURNED: Editing.FLAGGED,
    }
)

BEFORE_AGENDA = frozenset(
    {State.DRAFT, State.REVIEWED, State.SUBMITTED, State.RETURNED, State.ACCEPTED}
)
HOLDABLE = frozenset(
    {State.SUBMITTED, State.RETURNED, State.ACCEPTED, State.ON_AGENDA, State.APPROVED}
)

#: Operation: (states it is open to, state it leads to); None leads back to the state before.
TRANSITIONS: Mapping[str, tuple[frozenset[State], State | None]] = MappingProxyType(
    {
        'review': (frozenset({State.DRAFT}), State.REVIEWED),
        'submit': (frozenset({State.REVIEWED}), State.SUBMITTED),
        'resubmit': (frozenset({State.RETURNED}), State.SUBMITTED),
        'return': (frozenset({State.SUBMITTED, State.ACCEPTED}), State.RETURNED),
        'accept': (frozenset({State.SUBMITTED}), State.ACCEPTED),
        'withdraw': (BEFORE_AGENDA, State.WITHDRAWN),
        'revive': (frozenset({State.WITHDRAWN}), State.DRAFT),
        'hold': (HOLDABLE, State.ON_HOLD),
        'release': (frozenset({State.ON_HOLD}), None),
        'put_on_agenda': (frozenset({State.ACCEPTED}), State.ON_AGENDA),
        'take_off_agenda': (frozenset({State.ON_AGENDA}), State.ACCEPTED),
        'approve': (frozenset({State.ON_AGENDA}), State.APPROVED),
        # A case that is pending does not keep the council from refusing.
        'not_approve': (frozenset({State.ON_AGENDA, State.ON_HOLD}), State.NOT_APPROVED),
        'award': (frozenset({State.APPROVED}), State.AWARDED),
        # A decision that was a mistake is revoked; what the council approved waits for another.
        'reopen_award': (frozenset({State.AWARDED}), State.APPROVED),
        # What a superior authority decides on, and its answers.
        'forward': (frozenset({State.APPROVED}), State.FORWARDED),
        'take_back_forwarded': (frozenset({State.FORWARDED}), State.APPROVED),
        'award_forwarded': (frozenset({State.FORWARDED}), State.AWARDED),
        'refuse_forwarded': (frozenset({State.FORWARDED}), State.NOT_APPROVED),
    }
)


def transition_finding(operation: str, state: str) -> Finding | None:
    """Return that an operation is not open to a nomination in this state, or None if it is.

    :raises UnknownOperationError: not a key of :data:`TRANSITIONS`
    :raises UnknownWordError: not a :class:`State`

    >>> transition_finding('submit', 'draft').params['allowed']
    ('reviewed',)
    """
    sources, _destination = _transition(operation)
    if State(state) in sources:
        return None
    allowed = tuple(source.value for source in State if source in sources)
    params = {'operation': operation, 'state': State(state).value, 'allowed': allowed}
    return Finding('wrong_state', params)


def launched_finding(campaign: str, state: str) -> Finding | None:
    """Return that a campaign takes no nominations, or None if it does: only while it runs.

    :param campaign: its title, for the message
    :param state: 'draft', 'launched', 'closed' or 'cancelled'
    """
    if state == 'launched':
        return None
    return Finding('campaign_not_launched', {'campaign': campaign, 'state': state})


def target(operation: str, state: str, before_hold: str | None = None) -> str:
    """Return the state an operation leads to.

    :param before_hold: the state in which the nomination was put on hold; only 'release' needs it
    :raises TransitionError: the operation is not open to this state, or there is no state to
        go back to; ask :func:`transition_finding` first
    :raises UnknownOperationError: not a key of :data:`TRANSITIONS`
    :raises UnknownWordError: not a :class:`State`

    >>> target('submit', 'reviewed')
    'submitted'
    >>> target('release', 'on_hold', before_hold='accepted')
    'accepted'
    """
    if transition_finding(operation, state):
        raise TransitionError(f'{operation} in {state}')
    _sources, destination = _transition(operation)
    return destination.value if destination else _back_from_hold(before_hold)


def _transition(operation: str) -> tuple[frozenset[State], State | None]:
    if operation not in TRANSITIONS:
        raise UnknownOperationError(operation)
    return TRANSITIONS[operation]


def _back_from_hold(before_hold: str | None) -> str:
    if before_hold not in HOLDABLE:
        raise TransitionError(f'nothing is put on hold in {before_hold}')
    return State(before_hold).value
