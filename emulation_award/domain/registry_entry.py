"""What the registry takes without a decision kept here (sổ khen thưởng): awards of earlier years.

An award of this body is taken by its decision. By hand or by import the registry holds what was
decided before decisions were kept here, and what others decided.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from .document_number import number_key
from .findings import Finding
from .tables import FIRST_YEAR, plain


@dataclass(frozen=True)
class Decision:
    """A decision kept here.

    :param authority: whose it is
    :param name: as messages name it
    """

    authority: Hashable
    number: str
    day: date
    name: str


@dataclass(frozen=True)
class Kept:
    """The decisions kept here, by which entries made otherwise are judged.

    :param authorities: own authorities by name, for entries that only name theirs
    """

    decisions: Sequence[Decision] = ()
    authorities: Mapping[str, Hashable] = field(default_factory=lambda: MappingProxyType({}))

    def first(self, authority: Hashable) -> Decision | None:
        """The first decision of an authority, None if none is kept here."""
        own = (one for one in self.decisions if one.authority == authority)
        return min(own, key=lambda one: one.day, default=None)


#: A database that has issued no decision yet.
NOTHING_KEPT = Kept()


@dataclass(frozen=True)
class Entry:
    """An award somebody enters without a decision of this database.

    :param authority: who decided, as the catalogue knows it; None if it does not
    :param authority_name: as worded, '' if nobody said
    :param day: of the decision, None if not known
    :param year: of the decision, None or 0 if not known
    """

    number: str = ''
    day: date | None = None
    year: int | None = None
    authority: Hashable | None = None
    authority_name: str = ''


def date_findings(day: date | None, year: int | None, today: date) -> list[Finding]:
    """Return why an award cannot be of this day or year.

    >>> [one.code for one in date_findings(None, 2027, date(2026, 1, 1))]
    ['import_date_future']
    >>> [one.code for one in date_findings(None, -5, date(2026, 1, 1))]
    ['import_year_early']
    >>> date_findings(date(2026, 1, 1), 2026, date(2026, 1, 1)), date_findings(None, 0, date.max)
    ([], [])
    """
    said = [one for one in (day and day.year, year) if one]
    if (day and day > today) or any(one > today.year for one in said):
        value = str(max(said)) if day is None else day
        return [Finding('import_date_future', {'value': value, 'today': today})]
    if any(one < FIRST_YEAR for one in said):
        return [Finding('import_year_early', {'year': str(min(said)), 'first': str(FIRST_YEAR)})]
    return []


def subject_findings(holder: str, kind: str, award: str, subject: str) -> list[Finding]:
    """Return that an award is not for holders of this kind.

    :param kind: 'individual', 'collective', or '' for who may be either
    :param subject: whom the award is for: 'individual', 'collective' or 'both'

    >>> [one.code for one in subject_findings('Lê An', 'individual', 'Tập thể', 'collective')]
    ['subject_not_allowed']
    >>> subject_findings('Hộ Lê An', '', 'Tập thể', 'collective')
    []
    """
    if not kind or subject in ('both', kind):
        return []
    return [Finding('subject_not_allowed', {'nominee': holder, 'kind': kind, 'award': award})]


def entry_findings(entry: Entry, kept: Kept, is_manager: bool) -> list[Finding]:
    """Return why an entry is not made without its decision.

    :param is_manager: whether a manager vouches for it
    """
    own = entry.authority or kept.authorities.get(plain(entry.authority_name))
    same = _same_number(entry, kept, own)
    if same:
        return [Finding('registry_decided_here', {'decision': same.name, 'number': same.number})]
    return [] if is_manager else _since_here(entry, kept.first(own))


def _same_number(entry: Entry, kept: Kept, own: Hashable | None) -> Decision | None:
    """The decision of that number, of a year and an authority that may be the entry's."""
    key, year = number_key(entry.number), entry.day.year if entry.day else entry.year
    is_unknown = own is None and not entry.authority_name.strip()
    for one in kept.decisions if key else ():
        is_own = is_unknown or one.authority == own
        if is_own and number_key(one.number) == key and year in (one.day.year, None, 0):
            return one
    return None


def _since_here(entry: Entry, first: Decision | None) -> list[Finding]:
    """An award of an own authority from the time on whose decisions are kept here."""
    if first is None:
        return []
    if entry.day:
        is_since = entry.day >= first.day
    else:
        # A year alone may be its last day, and an award without either may be of any.
        is_since = not entry.year or entry.year >= first.day.year
    told = {'decision': first.name, 'since': first.day}
    return [Finding('registry_since_here', told)] if is_since else []
