"""Ceilings on how many may be nominated or chosen (chỉ tiêu), in exact arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .errors import QuotaError
from .findings import Finding
from .vietnamese import sort_key
from .words import Word


class Rounding(Word):
    """What a ratio gives that is not whole. "Không quá 20 %" is a ceiling, so it rounds down."""

    FLOOR = 'floor'
    AT_LEAST_ONE = 'at_least_one'


@dataclass(frozen=True)
class Rule:
    """A quota as the plan states it: either a number, or a share of a counted base (KH IV.2.1.c).

    :param fixed: the number itself; None for a share
    :param numerator: with `denominator`, the share; None for a number
    :param denominator: 100 for a percentage
    :param rounding: only a share is rounded
    :param minimum: the least the ceiling may be, None for no such bound
    :param maximum: the most the ceiling may be, None for no such bound
    :raises QuotaError: both or neither of number and share, bounds that contradict, not an integer

    >>> ceiling(Rule(numerator=20, denominator=100), base=9)
    1
    """

    fixed: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    rounding: Rounding = Rounding.FLOOR
    minimum: int | None = None
    maximum: int | None = None

    def __post_init__(self):
        Rounding(self.rounding)
        if not all(_is_count(number) for number in self._numbers if number is not None):
            raise QuotaError(f'not a whole, non-negative number: {self}')
        if (self.numerator is None) != (self.denominator is None) or self.denominator == 0:
            raise QuotaError(f'half a share: {self}')
        if (self.fixed is None) == (self.numerator is None):
            raise QuotaError(f'exactly one of a number and a share: {self}')
        if None not in (self.minimum, self.maximum) and self.minimum > self.maximum:
            raise QuotaError(f'minimum above maximum: {self}')

    @property
    def _numbers(self) -> tuple[int | None, ...]:
        return self.fixed, self.numerator, self.denominator, self.minimum, self.maximum


@dataclass(frozen=True)
class Usage:
    """How far a quota is used up."""

    ceiling: int
    used: int

    @property
    def remaining(self) -> int:
        """Places left; negative where an amendment lowered the ceiling below what was in."""
        return self.ceiling - self.used

    @property
    def overrun(self) -> int:
        """Places used beyond the ceiling; an amendment deletes none of them."""
        return max(0, -self.remaining)


def ceiling(rule: Rule, base: int) -> int:
    """Return how many a quota admits (KH IV.2.1.c).

    :param base: what a share is taken of, e.g. the head count of the unit; ignored for a number
    :raises QuotaError: the base is not a whole, non-negative number

    >>> [ceiling(Rule(numerator=20, denominator=100), base) for base in (4, 5, 9, 10)]
    [0, 1, 1, 2]
    """
    if not _is_count(base):
        raise QuotaError(f'not a head count: {base!r}')
    number = rule.fixed if rule.fixed is not None else _share(rule, base)
    if rule.minimum is not None:
        number = max(number, rule.minimum)
    if rule.maximum is not None:
        number = min(number, rule.maximum)
    return number


def admit(usage: Usage, more: int = 1) -> bool:
    """Return whether `more` places may still be taken.

    Asking for none is always fine: a ceiling lowered later throws nobody out.
    """
    return more <= max(0, usage.remaining)


def quota_finding(
    unit: str,
    base: int,
    rule: Rule,
    used: int,
    more: int,
    holders: Sequence[str],
    citation: str = '',
) -> Finding | None:
    """Return that `more` nominations break the quota, whose figures say why, or None.

    :param unit: name of the unit, group or campaign the quota is for
    :param base: what a share is taken of
    :param used: places taken already
    :param holders: names of those who hold them, in any order
    :param citation: the clause that sets the quota
    """
    usage = Usage(ceiling(rule, base), used)
    if admit(usage, more):
        return None
    params = {
        'unit': unit,
        'base': base,
        'ratio': '' if rule.fixed is not None else ratio_text(rule.numerator, rule.denominator),
        'ceiling': usage.ceiling,
        'used': used,
        'more': more,
        'holders': ', '.join(sorted(holders, key=sort_key)),
    }
    return Finding('quota_exceeded', params, citation)


def count_missing(unit: str, counted: str, citation: str = '') -> Finding:
    """Return that a quota cannot be computed: nobody has entered the count it is a share of.

    :param unit: name of the unit, group or campaign the quota is for
    :param counted: what is to be counted, as the plan calls it
    :param citation: the clause that sets the quota

    >>> count_missing('Phòng A', 'sáng kiến').code
    'count_missing'
    """
    return Finding('count_missing', {'unit': unit, 'counted': counted}, citation)


def ratio_text(numerator: int, denominator: int) -> str:
    """Return a share as Vietnamese text: a percentage where two decimals hold it exactly.

    >>> ratio_text(1, 5), ratio_text(1, 8), ratio_text(2, 6)
    ('20 %', '12,5 %', '1/3')
    """
    share = Fraction(numerator, denominator)
    hundredths = share * 10_000
    if hundredths.denominator != 1:
        return f'{share.numerator}/{share.denominator}'
    whole, decimals = divmod(hundredths.numerator, 100)
    return f'{whole},{decimals:02}'.rstrip('0').rstrip(',') + ' %'


def _share(rule: Rule, base: int) -> int:
    whole = base * rule.numerator // rule.denominator
    if rule.rounding == Rounding.AT_LEAST_ONE and base >= 1:
        return max(1, whole)
    return whole


def _is_count(number: object) -> bool:
    return isinstance(number, int) and number >= 0
