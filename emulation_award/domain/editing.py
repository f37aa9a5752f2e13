"""Who may change which part of a dossier, and when (quyền sửa hồ sơ)."""

from collections.abc import Collection

from .states import EDITABLE, Editing, State
from .words import Word


class Part(Word):
    """What a dossier consists of, as it is edited and returned."""

    SUMMARY = 'summary'  # tóm tắt thành tích
    SECTION = 'section'  # mục của báo cáo thành tích
    ASSESSMENT = 'assessment'  # đánh giá tiêu chuẩn
    DOSSIER = 'dossier'  # thành phần hồ sơ
    JUSTIFICATION = 'justification'
    VERDICT = 'verdict'  # đạt hay không đạt tiêu chuẩn


class Role(Word):
    """As whom somebody edits; the first that suffices is the one they act in."""

    LEADER = 'leader'  # lãnh đạo đơn vị đề nghị
    NOMINEE = 'nominee'
    OFFICE = 'office'  # on behalf of a unit, which is written down


#: What nominees write themselves: how they achieved what they achieved.
OWN_PARTS = frozenset({Part.SUMMARY, Part.SECTION})
#: What is completed once a superior has returned the dossier (bổ sung hồ sơ): what tells and shows
#: the achievement. Whether it meets the criteria, and why two awards, is what the council voted on.
COMPLETED_PARTS = OWN_PARTS | {Part.ASSESSMENT, Part.DOSSIER}


def is_sent_back(state: str, answers: Collection[str]) -> bool:
    """Return whether a superior returned the dossier and it has not gone up again.

    :param state: a :class:`~.states.State`
    :param answers: of the superiors it went to: 'proposed', 'returned', 'awarded' or 'refused'

    >>> is_sent_back('approved', {'returned'}), is_sent_back('approved', set())
    (True, False)
    >>> is_sent_back('forwarded', {'returned', 'proposed'})
    False
    """
    return State(state) is State.APPROVED and 'returned' in answers


def editor(
    state: str, roles: Collection[str], part: str, flagged: bool, sent_back: bool = False
) -> Role | None:
    """Return the role in which somebody may change a part of a dossier, or None if not at all.

    What a superior sent back is completed by the Office; leaders of the unit have what the Office
    hands on to them.

    :param state: a :class:`~.states.State`
    :param roles: every :class:`Role` the person has in this nomination
    :param part: a :class:`Part`
    :param flagged: the Office asked for this part to be mended
    :param sent_back: see :func:`is_sent_back`

    >>> editor('reviewed', {'nominee'}, 'summary', flagged=False)
    <Role.NOMINEE: 'nominee'>
    >>> editor('returned', {'leader'}, 'summary', flagged=False) is None
    True
    >>> editor('approved', {'office'}, 'summary', flagged=False, sent_back=True)
    <Role.OFFICE: 'office'>
    """
    if sent_back:
        return _completer(roles, Part(part), flagged)
    editing = EDITABLE.get(State(state))
    if editing is None or (editing is Editing.FLAGGED and not flagged):
        return None
    return next((role for role in Role if role in roles and _covers(role, Part(part))), None)


def _completer(roles: Collection[str], part: Part, flagged: bool) -> Role | None:
    """The leader where the Office asked for it, else the Office itself."""
    if part not in COMPLETED_PARTS:
        return None
    if flagged and Role.LEADER in roles:
        return Role.LEADER
    return Role.OFFICE if Role.OFFICE in roles else None


def _covers(role: Role, part: Part) -> bool:
    return role is not Role.NOMINEE or part in OWN_PARTS
