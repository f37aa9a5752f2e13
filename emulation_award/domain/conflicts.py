"""Who may not decide on whom (xung đột lợi ích), read from HR facts.

No statute lists the cases, so a council switches each kind on or off.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass

from .quorum import Room, Rule, item_findings
from .words import Word

MemberKey = Hashable
NomineeKey = Hashable


class Kind(Word):
    """A relation between a member and a nomination, the closest first."""

    SELF = 'self'
    OWN_COLLECTIVE = 'own_collective'
    UNIT_LEADER = 'unit_leader'
    AUTHOR = 'author'
    SIGNATORY = 'signatory'
    MANAGER_LINE = 'manager_line'
    SAME_UNIT = 'same_unit'


@dataclass(frozen=True)
class Member:
    """A council member as HR knows the person.

    :param employee: id of the employee
    :param units: ids of the units the person belongs to or leads, and of those above them
    :param superiors: ids of the employees above, at any level
    """

    employee: int
    units: frozenset[int] = frozenset()
    superiors: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Nominee:
    """A nomination as HR knows it; ids of employees, but for the units.

    :param employee: the person nominated, None for a collective or an outsider
    :param collective: the unit nominated, None for a person or an outside organisation
    :param units: the unit the person belongs to, and the one that proposes; not those above, as
        everybody belongs to the topmost
    :param leaders: leaders of the proposing unit
    :param superiors: employees above the nominee, at any level
    :param authors: who wrote or submitted the dossier
    :param signatories: who signed it
    """

    employee: int | None = None
    collective: int | None = None
    units: frozenset[int] = frozenset()
    leaders: frozenset[int] = frozenset()
    superiors: frozenset[int] = frozenset()
    authors: frozenset[int] = frozenset()
    signatories: frozenset[int] = frozenset()


def relations(member: Member, nominee: Nominee) -> list[Kind]:
    """Return every relation of the member to the nomination, whether it excludes or not.

    >>> [kind.value for kind in relations(Member(7), Nominee(employee=7, authors=frozenset({7})))]
    ['self', 'author']
    """
    person = member.employee
    facts = {
        Kind.SELF: person == nominee.employee,
        Kind.OWN_COLLECTIVE: nominee.collective in member.units,
        Kind.UNIT_LEADER: person in nominee.leaders,
        Kind.AUTHOR: person in nominee.authors,
        Kind.SIGNATORY: person in nominee.signatories,
        Kind.MANAGER_LINE: person in nominee.superiors or nominee.employee in member.superiors,
        Kind.SAME_UNIT: not member.units.isdisjoint(nominee.units),
    }
    return [kind for kind in Kind if facts[kind]]


def conflict(member: Member, nominee: Nominee, active: Collection[str]) -> Kind | None:
    """Return the closest relation of the member to the nomination that excludes, or None.

    :param active: the kinds that exclude in this council
    :raises UnknownWordError: not a :class:`Kind`

    >>> conflict(Member(employee=7), Nominee(employee=7), {Kind.SELF}).value
    'self'
    """
    excluding = frozenset(map(Kind, active))
    return next((kind for kind in relations(member, nominee) if kind in excluding), None)


def matrix(
    members: Mapping[MemberKey, Member],
    nominees: Mapping[NomineeKey, Nominee],
    active: Collection[str],
) -> dict[tuple[MemberKey, NomineeKey], Kind]:
    """Return the conflict of each member on each nomination, where there is one.

    >>> matrix({'m': Member(7)}, {'n': Nominee(employee=7), 'o': Nominee(employee=8)}, ['self'])
    {('m', 'n'): <Kind.SELF: 'self'>}
    """
    found = {
        (one, other): conflict(member, nominee, active)
        for one, member in members.items()
        for other, nominee in nominees.items()
    }
    return {pair: kind for pair, kind in found.items() if kind}


def recusals(
    excluded: Iterable[tuple[MemberKey, NomineeKey]],
    nominees: Iterable[NomineeKey],
    voters: Collection[MemberKey],
) -> dict[NomineeKey, int]:
    """Return how many of the voters may not decide on each nominee.

    :param excluded: the conflicts in force: of :func:`matrix`, declared and set by the chair, but
        for those pinned as none
    :param voters: voting members who take part, or are expected to

    >>> recusals({('m', 'n'), ('guest', 'n')}, ['n', 'o'], {'m', 'p'})
    {'n': 1, 'o': 0}
    """
    pairs = {(voter, nominee) for voter, nominee in excluded if voter in voters}
    counted = Counter(nominee for _voter, nominee in pairs)
    return {nominee: counted[nominee] for nominee in nominees}


def foretell(recused: Mapping[NomineeKey, int], rule: Rule, room: Room) -> list[NomineeKey]:
    """Return the nominees on whom the council could not decide, in the order given.

    :param recused: of :func:`recusals`
    :param room: as expected; with every voting member present, what is found cannot be helped

    >>> room = Room(members=9, voting=9, present=9)
    >>> foretell({'n': 3, 'o': 4}, Rule(numerator=2, denominator=3), room)
    ['o']
    """
    return [
        nominee
        for nominee, number in recused.items()
        if item_findings(str(nominee), rule, room, number)
    ]
