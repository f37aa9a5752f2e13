"""What the minutes of a session of the council tell (domain/council_minutes.py), as recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from . import quorum
from .decree30 import Heading
from .round_result import Round
from .unit_minutes import Person

ROLES = {
    'chair': 'Chủ tịch Hội đồng',
    'vice_chair': 'Phó Chủ tịch Hội đồng',
    'standing': 'Ủy viên thường trực',
    'member': 'Ủy viên',
    'secretary': 'Ủy viên, thư ký Hội đồng',
    'guest': 'Khách mời',
}
PRESENCES = {
    'unknown': 'Chưa rõ',
    'present': 'Có mặt',
    'absent': 'Vắng mặt',
    'written': 'Gửi ý kiến bằng văn bản',
    'substitute': 'Cử người dự thay',
}
TAKING_PART = ('present', 'substitute')
CONFLICTS = {
    'self': 'là người được đề nghị khen thưởng',
    'own_collective': 'thuộc tập thể được đề nghị khen thưởng',
    'unit_leader': 'lãnh đạo đơn vị đề nghị',
    'same_unit': 'cùng đơn vị với người được đề nghị',
    'manager_line': 'quản lý hoặc được quản lý bởi người được đề nghị',
    'author': 'người trình hồ sơ',
    'signatory': 'người chủ trì cuộc họp xét của đơn vị đề nghị',
}


@dataclass(frozen=True)
class Seat:
    """One who was called.

    :param role: in the council, a key of ROLES
    :param presence: a key of PRESENCES
    :param note: reason of absence, or who stands in and by what writing
    """

    name: str
    position: str
    role: str
    is_voting: bool
    presence: str
    note: str


@dataclass(frozen=True)
class Item:
    """A nomination on the agenda.

    :param discussion: what was said on it
    """

    nominee: str
    kind: str
    award: str
    discussion: str


@dataclass(frozen=True)
class Recusal:
    """A member who did not decide on an item.

    :param kind: of conflict, a key of CONFLICTS, or another word
    :param reason: as declared or set; what HR shows is said by its kind
    """

    member: str
    nominee: str
    kind: str
    reason: str


@dataclass(frozen=True)
class Decision:
    """What the session ended in for an item.

    :param is_approved: otherwise it was voted on and not chosen
    """

    nominee: str
    kind: str
    award: str
    is_approved: bool


@dataclass(frozen=True)
class SeatsUsed:
    """How much of a quota is used once the session is over.

    :param name: of the quota
    :param maximum: None where there is none
    """

    name: str
    used: int
    maximum: int


@dataclass(frozen=True)
class Facts:
    """A session as recorded, less what is hidden from the reader.

    :param plan: number of the campaign's plan, '' if it has none
    :param start: in the time of the agency
    :param end: likewise; None if not known yet
    :param seats: everybody called, in the order of functions
    :param rule: None before the session is convened
    :param room: as the quorum was judged
    :param decisions: empty until the session is closed
    :param whole: nothing is hidden from the reader
    :param final: minuted; otherwise the page says that it is a draft
    """

    heading: Heading
    name: str
    campaign: str
    phase: str
    plan: str
    plan_date: date | None
    start: datetime
    end: datetime | None
    place: str
    seats: tuple[Seat, ...]
    rule: quorum.Rule | None
    room: quorum.Room
    chair: Person | None
    secretary: Person | None
    tellers: tuple[Person, ...]
    items: tuple[Item, ...]
    recusals: tuple[Recusal, ...]
    rounds: tuple[Round, ...]
    decisions: tuple[Decision, ...]
    used: tuple[SeatsUsed, ...]
    discussion: str
    conclusion: str
    recipients: tuple[str, ...]
    whole: bool
    final: bool
