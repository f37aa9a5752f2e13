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


class Role(Word):
    """As whom somebody edits; the first that suffices is the one they act in."""

    LEADER = 'leader'  # lãnh đạo đơn vị đề nghị
    NOMINEE = 'nominee'
    OFFICE = 'office'  # on behalf of a unit, which is written down


#: What nominees write themselves: how they achieved what they achieved.
OWN_PARTS = frozenset({Part.SUMMARY, Part.SECTION})


def editor(state: str, roles: Collection[str], part: str, flagged: bool) -> Role | None:
    """Return the role in which somebody may change a part of a dossier, or None if not at all.

    :param state: a :class:`~.states.State`
    :param roles: every :class:`Role` the person has in this nomination
    :param part: a :class:`Part`
    :param flagged: the Office asked for this part to be mended

    >>> editor('reviewed', {'nominee'}, 'summary', flagged=False)
    <Role.NOMINEE: 'nominee'>
    >>> editor('returned', {'leader'}, 'summary', flagged=False) is None
    True
    """
    editing = EDITABLE.get(State(state))
    if editing is None or (editing is Editing.FLAGGED and not flagged):
        return None
    return next((role for role in Role if role in roles and _covers(role, Part(part))), None)


def _covers(role: Role, part: Part) -> bool:
    return role is not Role.NOMINEE or part in OWN_PARTS
