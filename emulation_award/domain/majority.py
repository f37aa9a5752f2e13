"""What share of whom must be in favour (tỷ lệ thông qua).

The law sets 80 % and 90 % of all members for some titles and nothing for Giấy khen and Bằng khen
(Nghị định 98/2023/NĐ-CP, Đ.30 k.7; Nghị định 152/2025/NĐ-CP, Đ.33), so the rule is data.
"""

from dataclasses import dataclass

from .errors import MajorityError
from .findings import Finding
from .quorum import Room
from .quota import ratio_text
from .words import Word


class Base(Word):
    """Of whom the share is taken."""

    ALL_MEMBERS = 'all_members'
    VOTING_MEMBERS = 'voting_members'
    ENTITLED = 'entitled'
    PRESENT = 'present'
    VALID = 'valid'


@dataclass(frozen=True)
class Rule:
    """A majority.

    :param strict: more than the share ("quá nửa"), not just the share ("từ 80 % trở lên")
    :raises MajorityError: the share is not between nothing and all
    :raises UnknownWordError: not a :class:`Base`
    """

    numerator: int
    denominator: int
    strict: bool
    base: Base = Base.VOTING_MEMBERS

    def __post_init__(self):
        Base(self.base)
        if self.denominator < 1 or not 0 <= self.numerator <= self.denominator:
            raise MajorityError(f'{self.numerator}/{self.denominator}')


@dataclass(frozen=True)
class Bases:
    """The numbers a share may be taken of, for one candidate; see :func:`bases`.

    :raises MajorityError: more voted than may, or than there are
    """

    all_members: int
    voting_members: int
    present: int
    entitled: int
    valid: int

    def __post_init__(self):
        inner = 0 <= self.valid <= self.entitled <= self.present
        if not inner or not self.present <= self.voting_members <= self.all_members:
            raise MajorityError(f'not within each other: {self}')


@dataclass(frozen=True)
class Verdict:
    """Whether a candidate passed, with the figures that say so.

    :param needed: the fewest votes in favour that pass
    """

    passed: bool
    yes: int
    base: int
    base_name: str
    needed: int


def bases(room: Room, recused: int, valid: int) -> Bases:
    """Return the bases for one candidate; a recusal shrinks who is entitled, and nobody else.

    :param room: as it was when the round opened
    :param recused: those of `room.present` who may not decide on the candidate
    :param valid: votes on the candidate, abstentions and written opinions included
    :raises MajorityError: more votes than members entitled

    >>> bases(Room(members=9, voting=9, present=8), recused=1, valid=7)
    Bases(all_members=9, voting_members=9, present=8, entitled=7, valid=7)
    """
    return Bases(room.members, room.voting, room.present, room.present - recused, valid)


def needed(rule: Rule, base: int) -> int:
    """Return the fewest votes in favour that pass; never none, as nobody passes unvoted.

    >>> needed(Rule(1, 2, strict=True), 9), needed(Rule(1, 2, strict=True), 10)
    (5, 6)
    >>> needed(Rule(80, 100, strict=False), 9), needed(Rule(90, 100, strict=False), 9)
    (8, 9)
    """
    share = base * rule.numerator
    fewest = share // rule.denominator + 1 if rule.strict else -(-share // rule.denominator)
    return max(1, fewest)


def verdict(rule: Rule, yes: int, of: Bases) -> Verdict:
    """Return whether `yes` votes of the rule's base pass; of nobody, nobody passes.

    :raises MajorityError: more in favour than voted

    >>> nine = bases(Room(members=9, voting=9, present=9), recused=1, valid=8)
    >>> verdict(Rule(1, 2, strict=True), 5, nine)
    Verdict(passed=True, yes=5, base=9, base_name='voting_members', needed=5)
    """
    if not 0 <= yes <= of.valid:
        raise MajorityError(f'{yes} in favour of {of.valid} votes')
    base_name = Base(rule.base).value
    base = getattr(of, base_name)
    need = needed(rule, base)
    return Verdict(yes >= need, yes, base, base_name, need)


def percent(part: int, whole: int) -> str:
    """Return a share as minutes print it: two decimals at most, half up, comma.

    >>> percent(2, 3), percent(8, 8), percent(1, 8), percent(0, 0)
    ('66,67 %', '100 %', '12,5 %', '0 %')
    """
    hundredths = (part * 20_000 + whole) // (2 * whole) if whole else 0
    integer, decimals = divmod(hundredths, 100)
    return f'{integer},{decimals:02}'.rstrip('0').rstrip(',') + ' %'


def threshold_finding(award: str, rule: Rule, legal: int, citation: str = '') -> Finding | None:
    """Return that a rule lets pass who fails the law's threshold, or None if it does not.

    :param award: name, for the message
    :param legal: per cent of all members; 0 where the law sets none
    :param citation: the article that sets it

    >>> threshold_finding('CSTĐ cơ sở', Rule(2, 3, False, 'all_members'), 80).params['ratio']
    '2/3'
    """
    enough = rule.numerator * 100 >= legal * rule.denominator
    if not legal or (enough and rule.base == Base.ALL_MEMBERS):
        return None
    params = {
        'award': award,
        'legal': legal,
        'bound': 'more_than' if rule.strict else 'at_least',
        'ratio': ratio_text(rule.numerator, rule.denominator),
        'base_name': Base(rule.base).value,
    }
    return Finding('majority_below_legal', params, citation)
