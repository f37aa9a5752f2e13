"""The unit's own meeting (họp xét của phòng, đơn vị): who came, how they voted (KH IV.3)."""

from dataclasses import dataclass
from typing import Protocol

from .errors import MajorityError
from .findings import Finding


class Share(Protocol):
    """A part of a whole, exactly; a :class:`~fractions.Fraction` is one."""

    @property
    def numerator(self) -> int:
        """The parts taken."""

    @property
    def denominator(self) -> int:
        """The parts there are."""


@dataclass(frozen=True)
class Count:
    """A show of hands or a count of papers for one nominee."""

    in_favour: int  # tán thành
    against: int  # không tán thành
    abstain: int  # ý kiến khác

    @property
    def cast(self) -> int:
        """All who answered, abstentions included."""
        return self.in_favour + self.against + self.abstain


@dataclass(frozen=True)
class Majority:
    """The share of a base that must be in favour.

    :param strict: more than the share ("quá nửa"), not just the share ("từ 2/3 trở lên")
    :raises MajorityError: the share is not between 0 and 1

    >>> Majority(1, 2, strict=True).met(in_favour=5, base=10)
    False
    """

    numerator: int
    denominator: int
    strict: bool

    def __post_init__(self):
        if not 0 <= self.numerator <= self.denominator or self.denominator == 0:
            raise MajorityError(f'{self.numerator}/{self.denominator}')

    def met(self, in_favour: int, base: int) -> bool:
        """Return whether enough of the base are in favour; nobody is no majority of nobody."""
        have, need = in_favour * self.denominator, base * self.numerator
        return base > 0 and (have > need if self.strict else have >= need)


def count_findings(nominee: str, count: Count, present: int) -> list[Finding]:
    """Return what is wrong with a count: each person present answers exactly once.

    :param nominee: name, for the message
    :param present: persons present
    """
    params = {'nominee': nominee, 'cast': count.cast, 'present': present}
    if min(count.in_favour, count.against, count.abstain) < 0:
        return [Finding('votes_negative', {'nominee': nominee})]
    if count.cast > present:
        return [Finding('votes_exceed_present', params)]
    if count.cast < present:
        return [Finding('votes_missing', {**params, 'missing': present - count.cast})]
    return []


def attendance_findings(summoned: int, present: int, quorum: Share | None) -> list[Finding]:
    """Return what is wrong with the attendance of a meeting.

    :param summoned: persons called to the meeting
    :param present: persons who came
    :param quorum: the share of those summoned that must come, None if the plan sets none
    """
    if present > summoned:
        return [Finding('present_exceeds_summoned', {'present': present, 'summoned': summoned})]
    needed = _rounded_up(summoned, quorum) if quorum is not None else 0
    if present >= needed:
        return []
    short_by = needed - present
    params = {'present': present, 'summoned': summoned, 'needed': needed, 'short_by': short_by}
    return [Finding('quorum_not_met', params)]


def supported(count: Count, present: int, majority: Majority) -> bool:
    """Return whether the meeting backs the nominee; who abstains is not in favour.

    >>> supported(Count(in_favour=6, against=0, abstain=4), 10, Majority(1, 2, strict=True))
    True
    """
    return majority.met(count.in_favour, present)


@dataclass(frozen=True)
class Decision:
    """What the last closed meeting on a nominee decided.

    :param same_meeting: it was of the nomination's own unit and phase
    """

    same_meeting: bool
    supported: bool
    in_favour: int
    present: int


def support_finding(
    nominee: str, unit: str, phase: str, decision: Decision | None
) -> Finding | None:
    """Return that the unit's minutes do not back a nomination, or None if they do (KH IV.3).

    :param nominee: name, for the message, as are `unit` and `phase`
    :param decision: of the last closed meeting; None if no closed minutes name the nominee
    """
    if decision is None or not decision.same_meeting:
        return Finding('review_missing', {'nominee': nominee, 'unit': unit, 'phase': phase})
    if decision.supported:
        return None
    params = {
        'nominee': nominee,
        'unit': unit,
        'in_favour': decision.in_favour,
        'present': decision.present,
    }
    return Finding('review_not_supported', params)


def _rounded_up(base: int, share: Share) -> int:
    return -(-base * share.numerator // share.denominator)
