"""Prize money of an award, and which prizes of one holder are paid (tiền thưởng).

Nghị định 152/2025/NĐ-CP, Điều 49 (as before it Nghị định 98/2023/NĐ-CP): coefficient times base
salary (lương cơ sở), both of the day of the decision, rounded up to tens of thousands of đồng.
Money is exact: fractions and whole đồng, never floats.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from .errors import PrizeError
from .findings import Finding
from .words import Word

CITATION = 'Nghị định 152/2025/NĐ-CP, Điều 49'
#: What a prize or a base salary is stored in holds this many đồng.
MOST = 2_147_483_647


class AwardType(Word):
    """What an award is; the law pays the two differently."""

    TITLE = 'title'  # danh hiệu thi đua
    COMMENDATION = 'commendation'  # hình thức khen thưởng


@dataclass(frozen=True)
class Claim:
    """What one holder is given at one moment.

    :param holder: who; anything that tells holders apart
    :param name: of the award, as a message names it
    :param period: that a title is counted over, such as '2025'; of a commendation not used
    :param amount: đồng
    """

    holder: Hashable
    name: str
    type: AwardType | str
    amount: int
    period: str = ''


@dataclass(frozen=True)
class Payment:
    """A claim, and why it is not paid if it is not.

    :param outbid_by: the title of the same period whose prize is paid instead
    """

    claim: Claim
    outbid_by: Claim | None = None

    @property
    def amount(self) -> int:
        """What is paid, in đồng.

        >>> Payment(Claim('A', 'Giấy khen', 'commendation', 710_000)).amount
        710000
        """
        return 0 if self.outbid_by else self.claim.amount


def exact(figure: float | int | str) -> Fraction:
    """Return a stored figure as the number somebody typed: 0.3, not what a float makes of it.

    :raises PrizeError: it is no finite number

    >>> exact(0.3), exact(2340000.0)
    (Fraction(3, 10), Fraction(2340000, 1))
    """
    try:
        return Fraction(str(figure))
    except (ValueError, ZeroDivisionError) as error:
        raise PrizeError(f'not a number: {figure!r}') from error


def prize(coefficient: Fraction, base_salary: int, multiple: int) -> int:
    """Return the prize of one award, rounded up.

    :param coefficient: of the award form, on the day of the decision
    :param base_salary: đồng a month, on that day
    :param multiple: đồng, to whose next multiple is rounded up; 1 rounds up to whole đồng
    :raises PrizeError: a figure is below zero, or the multiple below one

    >>> prize(exact(0.3), 2_340_000, 10_000), prize(exact('1.5'), 2_530_000, 10_000)
    (710000, 3800000)
    """
    if coefficient < 0 or base_salary < 0 or multiple < 1:
        raise PrizeError(f'no prize of {coefficient} x {base_salary}, to {multiple}')
    return ceil(coefficient * base_salary / multiple) * multiple


def payments(claims: Sequence[Claim]) -> tuple[Payment, ...]:
    """Return what is paid of all that holders are given at one moment, in the order given.

    Of several titles over one period only the highest is paid; titles over different periods,
    commendations, and a title besides a commendation are all paid (Điều 49, khoản 4 đến khoản 6).
    Of titles with equal prizes the first is paid.

    :raises UnknownWordError: an award is of no known type

    >>> advanced = Claim('A', 'Lao động tiên tiến', 'title', 710_000, '2025')
    >>> fighter = Claim('A', 'Chiến sĩ thi đua cơ sở', 'title', 2_340_000, '2025')
    >>> [one.amount for one in payments([advanced, fighter])]
    [0, 2340000]
    """
    highest: dict[tuple[Hashable, str], Claim] = {}
    for claim in _titles(claims):
        best = highest.setdefault((claim.holder, claim.period), claim)
        if claim.amount > best.amount:
            highest[claim.holder, claim.period] = claim
    return tuple(_payment(claim, highest) for claim in claims)


def not_paid(claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """Return which prizes are not paid because a higher one of the same period is.

    :raises UnknownWordError: an award is of no known type
    """
    return tuple(
        Finding(
            'prize_not_highest',
            {
                'holder': str(one.claim.holder),
                'award': one.claim.name,
                'higher': one.outbid_by.name,
                'period': one.claim.period,
            },
            f'{CITATION} khoản 4',
        )
        for one in payments(claims)
        if one.outbid_by
    )


def _titles(claims: Iterable[Claim]) -> Iterable[Claim]:
    return (one for one in claims if AwardType(one.type) is AwardType.TITLE)


def _payment(claim: Claim, highest: dict[tuple[Hashable, str], Claim]) -> Payment:
    if AwardType(claim.type) is not AwardType.TITLE:
        return Payment(claim)
    best = highest[claim.holder, claim.period]
    return Payment(claim, None if best is claim else best)
