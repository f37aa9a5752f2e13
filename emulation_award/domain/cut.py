"""Who gets a seat (chọn trong chỉ tiêu): from high to low.

A tie across the last seat is shown and decided by a declared rule, never by the order in which
candidates happen to stand (KH IV.2.1.c).
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from .errors import SeatsError
from .findings import Finding
from .words import Word

Key = Hashable

#: Per cent of women from which a collective is preferred (Nghị định 152/2025/NĐ-CP, Đ.4 k.6).
WOMEN_PERCENT = 70


class Outcome(Word):
    """What a round ended in for one candidate."""

    SELECTED = 'selected'
    PASSED_NOT_SELECTED = 'passed_not_selected'
    TIED = 'tied'
    NOT_PASSED = 'not_passed'


@dataclass(frozen=True)
class Seats:
    """The seats of a selection quota, over all the phases that share them.

    :param minimum: fewer is reported, not padded
    :param used: seats taken in earlier rounds and phases
    :param reserved: seats kept for later phases
    :raises SeatsError: a negative number, or more seats at least than at most
    """

    minimum: int
    maximum: int
    used: int = 0
    reserved: int = 0

    def __post_init__(self):
        if min(self.minimum, self.maximum, self.used, self.reserved) < 0:
            raise SeatsError(f'a negative number: {self}')
        if self.minimum > self.maximum:
            raise SeatsError(f'minimum above maximum: {self}')

    @property
    def available(self) -> int:
        """Seats that may be given now; none where an amendment lowered the maximum below.

        >>> Seats(minimum=5, maximum=7, used=3, reserved=1).available
        3
        """
        return max(0, self.maximum - self.used - self.reserved)


@dataclass(frozen=True)
class Cut:
    """Where the line falls among those who passed.

    :param tied: candidates with equal counts that straddle the last seat
    :param not_selected: those below the line
    :param seats_left: how many of `tied` there are seats for
    :param short_by: seats below the quota's minimum; those left to the tied count as taken, those
        reserved for later phases as empty, though these may still fill them
    """

    selected: frozenset
    tied: frozenset = frozenset()
    not_selected: frozenset = frozenset()
    seats_left: int = 0
    short_by: int = 0


@dataclass(frozen=True)
class Preference:
    """What the legal order looks at when achievements are equal.

    :param is_woman: of a person
    :param women: of the people of a collective
    :param people: of a collective; 0 for a person
    :raises SeatsError: more women than people
    """

    is_woman: bool = False
    women: int = 0
    people: int = 0

    def __post_init__(self):
        if not 0 <= self.women <= self.people:
            raise SeatsError(f'{self.women} of {self.people} people')

    @property
    def preferred(self) -> bool:
        """A woman, or a collective with enough women.

        >>> [Preference(women=women, people=10).preferred for women in (6, 7)]
        [False, True]
        """
        enough = self.women * 100 >= WOMEN_PERCENT * self.people
        return self.is_woman or (self.people > 0 and enough)


def cut(passing: Mapping[Key, int], seats: Seats | None) -> Cut:
    """Seat the passing candidates from high to low; those of an equal count all together or none.

    :param passing: votes in favour by candidate, of those who passed
    :param seats: None where the plan sets no number: all who passed are selected

    >>> line = cut({'An': 9, 'Bình': 8, 'Chi': 8}, Seats(minimum=0, maximum=2))
    >>> sorted(line.selected), sorted(line.tied), line.seats_left
    (['An'], ['Bình', 'Chi'], 1)
    """
    everyone = frozenset(passing)
    if seats is None:
        return Cut(everyone)
    selected, tied = _from_high_to_low(passing, seats.available)
    left = seats.available - len(selected) if tied else 0
    short_by = max(0, seats.minimum - seats.used - len(selected) - left)
    return Cut(selected, tied, everyone - selected - tied, left, short_by)


def minimum_finding(seats: Seats, line: Cut) -> Finding | None:
    """Return that fewer are selected than the plan wants at least, to be reported; or None.

    :param line: what :func:`cut` made of these seats

    >>> seats = Seats(minimum=5, maximum=7, used=2)
    >>> minimum_finding(seats, cut({'An': 9}, seats)).params['short_by']
    2
    """
    if not line.short_by:
        return None
    params = {
        'minimum': seats.minimum,
        'used': seats.used,
        'selected': len(line.selected) + line.seats_left,
        'reserved': seats.reserved,
        'short_by': line.short_by,
    }
    return Finding('minimum_not_reached', params)


def runoff_seats(seats: Seats, line: Cut) -> Seats:
    """Return the seats of the run-off among `line.tied`: what `line` has selected is used up.

    >>> seats = Seats(minimum=0, maximum=2)
    >>> runoff_seats(seats, cut({'An': 9, 'Bình': 8, 'Chi': 8}, seats)).available
    1
    """
    return replace(seats, used=seats.used + len(line.selected))


def break_tie_legal(tied: Mapping[Key, Preference], seats_left: int) -> Cut:
    """Give the seats left to the legally preferred; who is still equal stays tied.

    Women first, and collectives with at least 70 % women (Nghị định 152/2025/NĐ-CP, Đ.4 k.6).

    >>> line = break_tie_legal({'An': Preference(), 'Bình': Preference(is_woman=True)}, 1)
    >>> sorted(line.selected), sorted(line.not_selected)
    (['Bình'], ['An'])
    """
    order = {candidate: int(preference.preferred) for candidate, preference in tied.items()}
    return cut(order, Seats(0, seats_left))


def break_tie_chair(tied: Collection[Key], choice: Sequence[Key], seats_left: int) -> Cut:
    """Give the seats left to whom the chair's own vote names.

    :raises SeatsError: the choice is not exactly `seats_left` of the tied; ask
        :func:`chair_findings` first

    >>> sorted(break_tie_chair({'An', 'Bình', 'Chi'}, ['Bình'], 1).not_selected)
    ['An', 'Chi']
    """
    if chair_findings(tied, choice, seats_left):
        raise SeatsError(f'{len(choice)} chosen for {seats_left} seats')
    return Cut(frozenset(choice), not_selected=frozenset(tied) - frozenset(choice))


def chair_findings(tied: Collection[Key], choice: Sequence[Key], seats_left: int) -> list[Finding]:
    """Return that the chair has not chosen exactly as many of the tied as there are seats.

    :raises SeatsError: somebody is chosen twice, or is not among the tied

    >>> [finding.params['chosen'] for finding in chair_findings({'An', 'Bình'}, [], 1)]
    [0]
    """
    if len(set(choice)) != len(choice) or not set(choice) <= set(tied):
        raise SeatsError('chosen twice, or not among the tied')
    if len(choice) == seats_left:
        return []
    return [Finding('chair_choice_incomplete', {'seats': seats_left, 'chosen': len(choice)})]


def settle(line: Cut, broken: Cut) -> Cut:
    """Return the line once its tie is broken, as far as that went.

    :param broken: of :func:`break_tie_legal` or :func:`break_tie_chair`
    :raises SeatsError: `broken` is not about the tied of `line`, or seats more than were left

    >>> line = cut({'An': 9, 'Bình': 8, 'Chi': 8}, Seats(minimum=0, maximum=2))
    >>> sorted(settle(line, break_tie_chair(line.tied, ['Chi'], line.seats_left)).selected)
    ['An', 'Chi']
    """
    if broken.selected | broken.tied | broken.not_selected != line.tied:
        raise SeatsError('not about the same tie')
    if len(broken.selected) + broken.seats_left > line.seats_left:
        raise SeatsError(f'more than {line.seats_left} seats')
    return replace(
        line,
        selected=line.selected | broken.selected,
        tied=broken.tied,
        not_selected=line.not_selected | broken.not_selected,
        seats_left=broken.seats_left,
    )


def outcome(candidate: Key, line: Cut) -> Outcome:
    """Return what the round ended in for one candidate.

    >>> outcome('An', cut({'Bình': 8}, None)).value
    'not_passed'
    """
    if candidate in line.selected:
        return Outcome.SELECTED
    if candidate in line.tied:
        return Outcome.TIED
    return Outcome.PASSED_NOT_SELECTED if candidate in line.not_selected else Outcome.NOT_PASSED


def _from_high_to_low(passing: Mapping[Key, int], free: int) -> tuple[frozenset, frozenset]:
    """Return who has a seat for certain, and who shares the last ones with too many equals."""
    selected = frozenset()
    for count in sorted(set(passing.values()), reverse=True):
        group = frozenset(key for key, votes in passing.items() if votes == count)
        left = free - len(selected)
        if len(group) > left:
            return selected, group if left else frozenset()
        selected |= group
    return selected, frozenset()
