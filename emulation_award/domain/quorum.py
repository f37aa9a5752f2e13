"""How many must be there for the council to decide (điều kiện tiến hành phiên họp).

The law sets no number; working rules of councils do, mostly two thirds. So the rule is data.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .errors import QuorumError
from .findings import Finding
from .quota import ratio_text
from .words import Word


class Base(Word):
    """Of whom a share of presence is taken."""

    ALL_MEMBERS = 'all_members'
    VOTING_MEMBERS = 'voting_members'


@dataclass(frozen=True)
class Rule:
    """The quorum of a council: a share of its members, or a number of them.

    :param count: the number itself; None for a share
    :param numerator: with `denominator`, the share; None for a number
    :param base: whose share; a number is compared with the same people
    :param chair_required: without the chair, or who stands in, there is no session
    :raises QuorumError: both or neither of number and share, or no share between nothing and all
    :raises UnknownWordError: not a :class:`Base`
    """

    count: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    base: Base = Base.VOTING_MEMBERS
    chair_required: bool = True

    def __post_init__(self):
        Base(self.base)
        if (self.numerator is None) != (self.denominator is None):
            raise QuorumError(f'half a share: {self}')
        if (self.count is None) == (self.numerator is None):
            raise QuorumError(f'exactly one of a number and a share: {self}')
        if self.count is not None and self.count < 0:
            raise QuorumError(f'a negative number: {self}')
        if self.numerator is not None and not _is_share(self.numerator, self.denominator):
            raise QuorumError(f'not between nothing and all: {self}')

    @property
    def ratio(self) -> str:
        """The share as text, '' for a number.

        >>> Rule(numerator=2, denominator=3).ratio
        '2/3'
        """
        return '' if self.numerator is None else ratio_text(self.numerator, self.denominator)


@dataclass(frozen=True)
class Room:
    """Who belongs to the council and who takes part; guests are neither.

    :param members: all members appointed on the day
    :param voting: those of them with a vote
    :param present: those with a vote who take part: in person, and by a substitute or in writing
        where the rules count that
    :param chair_present: the chair, or who stands in, is there in person
    :raises QuorumError: more take part than may, or a negative number
    """

    members: int
    voting: int
    present: int
    chair_present: bool = True

    def __post_init__(self):
        if not 0 <= self.present <= self.voting <= self.members:
            raise QuorumError(f'not within each other: {self}')


def needed(rule: Rule, room: Room) -> int:
    """Return how many voting members must take part; a share is rounded up.

    >>> two_thirds = Rule(numerator=2, denominator=3)
    >>> [needed(two_thirds, Room(members=n, voting=n, present=0)) for n in (9, 10)]
    [6, 7]
    """
    if rule.count is not None:
        return rule.count
    return -(-_base(rule, room) * rule.numerator // rule.denominator)


def session_findings(rule: Rule, room: Room) -> list[Finding]:
    """Return why the session may not proceed: too few, by how many, or no chair.

    >>> two_thirds = Rule(numerator=2, denominator=3)
    >>> [finding] = session_findings(two_thirds, Room(members=9, voting=9, present=4))
    >>> finding.code, finding.params['needed'], finding.params['short_by']
    ('session_quorum_not_met', 6, 2)
    """
    findings = _shortage('session_quorum_not_met', rule, room, room.present)
    if rule.chair_required and not room.chair_present:
        findings.append(Finding('chair_absent'))
    return findings


def item_findings(nominee: str, rule: Rule, room: Room, recused: int) -> list[Finding]:
    """Return why one item may not be decided once the recused have left.

    :param nominee: name, for the message
    :param recused: those of `room.present` who may not decide on this item
    :raises QuorumError: more are recused than take part

    >>> two_thirds, room = Rule(numerator=2, denominator=3), Room(members=9, voting=9, present=6)
    >>> [finding.params['short_by'] for finding in item_findings('Lê An', two_thirds, room, 1)]
    [1]
    """
    if not 0 <= recused <= room.present:
        raise QuorumError(f'{recused} recused of {room.present}')
    params = {'nominee': nominee, 'recused': recused}
    return _shortage('item_quorum_not_met', rule, room, room.present - recused, params)


def round_findings(rule: Rule, room: Room, recused: Iterable[tuple[str, int]]) -> list[Finding]:
    """Return why a round may not open: what the session lacks, or else each item that falls short.

    :param recused: each candidate's name, and those of `room.present` recused on it

    >>> two_thirds, room = Rule(numerator=2, denominator=3), Room(members=9, voting=9, present=6)
    >>> found = round_findings(two_thirds, room, [('Lê An', 0), ('Vũ Bình', 1)])
    >>> [finding.params['nominee'] for finding in found]
    ['Vũ Bình']
    """
    return session_findings(rule, room) or [
        finding
        for nominee, number in recused
        for finding in item_findings(nominee, rule, room, number)
    ]


def _shortage(
    code: str, rule: Rule, room: Room, present: int, params: dict | None = None
) -> list[Finding]:
    need = needed(rule, room)
    if present >= need:
        return []
    figures = {
        'present': present,
        'needed': need,
        'short_by': need - present,
        'ratio': rule.ratio,
        'base': _base(rule, room),
        'base_name': Base(rule.base).value,
    }
    return [Finding(code, {**(params or {}), **figures})]


def _base(rule: Rule, room: Room) -> int:
    return room.members if rule.base == Base.ALL_MEMBERS else room.voting


def _is_share(numerator: int, denominator: int) -> bool:
    return denominator > 0 and 0 <= numerator <= denominator
