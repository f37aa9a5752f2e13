"""Who and what a list of awards may name: people, collectives, the catalogue, the registry."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from .body_names import body, names_one_of, says_unit
from .document_number import is_same_number, number_key
from .forms_of_address import addressed
from .tables import plain
from .vietnamese import text_key
from .words import Word


class Kind(Word):
    """Whom a row may name; outside are households and bodies, an outsider is a person."""

    ANYBODY = 'anybody'
    INDIVIDUAL = 'individual'
    COLLECTIVE = 'collective'
    OUTSIDE = 'outside'
    OUTSIDER = 'outsider'


FIELDS = {
    Kind.ANYBODY: ('employee_id', 'unit_id', 'partner_id'),
    Kind.INDIVIDUAL: ('employee_id', 'partner_id'),
    Kind.COLLECTIVE: ('unit_id', 'partner_id'),
    Kind.OUTSIDE: ('partner_id',),
    Kind.OUTSIDER: ('partner_id',),
}
#: Whom an award for individuals or collectives only takes a row to mean; '' for either.
SUBJECTS = {
    Kind.ANYBODY: '',
    Kind.INDIVIDUAL: 'individual',
    Kind.COLLECTIVE: 'collective',
    Kind.OUTSIDE: 'collective',
    Kind.OUTSIDER: 'individual',
}


@dataclass(frozen=True)
class Holder:
    """Somebody who may hold an award.

    :param field: 'employee_id', 'unit_id' or 'partner_id'
    :param codes: by which lists may name them: badge, identity number, code of a unit
    :param units: names of the unit and department they belong to
    :param is_body: an organisation outside
    """

    field: str
    id: int
    name: str
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    is_body: bool = False

    @property
    def subject(self) -> str:
        """'individual' or 'collective', as awards are for them; '' for a contact who may be both.

        >>> Holder('unit_id', 7, 'Văn phòng').subject
        'collective'
        """
        if self.field == 'partner_id':
            return 'collective' if self.is_body else ''
        return 'individual' if self.field == 'employee_id' else 'collective'

    @property
    def label(self) -> str:
        """The holder told from namesakes.

        >>> Holder('employee_id', 1, 'Vũ An', ('NV01',), ('Văn phòng',)).label
        'Vũ An (NV01, Văn phòng)'
        """
        told = ', '.join(filter(None, (*self.codes[:1], *self.units[:1])))
        return f'{self.name} ({told})' if told else self.name


@dataclass(frozen=True)
class Form:
    """An award the catalogue knows.

    :param subject: whom it is for: 'individual', 'collective' or 'both'
    """

    id: int
    name: str
    code: str = ''
    authority: str = ''
    authority_id: Hashable | None = None
    subject: str = 'both'


@dataclass(frozen=True)
class Award:
    """An award somebody holds, or is to be entered: what tells it from others.

    :param holder: (field, id), or ('new', (name, unit)) for somebody not known yet
    :param award: name as worded, in plain letters
    """

    holder: tuple[str, Hashable]
    award: str
    form: int | None
    number: str
    day: date | None
    year: int | None


class Directory:
    """Who and what is known, looked up by what lists write.

    :param holders: all who may be named
    :param forms: of the catalogue
    :param held: awards in the registry
    :param own: names of the body itself: whoever works here is of it
    """

    def __init__(
        self,
        holders: Iterable[Holder],
        forms: Iterable[Form],
        held: Iterable[Award],
        own: Iterable[str] = (),
    ):
        self._by_name = defaultdict(list)
        self._by_code = defaultdict(list)
        self._forms = tuple(forms)
        self._own = tuple(own)
        self._units = set()
        self._held = defaultdict(list)
        for holder in holders:
            if holder.field == 'unit_id':
                self._units.add(holder.name)
            self._by_name[text_key(holder.name)].append(holder)
            for code in holder.codes:
                self._by_code[_code(code)].append(holder)
        for award in held:
            self.add(award)

    def add(self, award: Award) -> None:
        """Note an award as held from now on."""
        self._held[award.holder].append(award)

    def holding(self, award: Award) -> Award | None:
        """Return what the registry has of an award already, see :func:`same_award`."""
        same = [one for one in self._held[award.holder] if same_award(award, one)]
        key = number_key(award.number)
        return next((one for one in same if number_key(one.number) == key), next(iter(same), None))

    def called(self, name: str, kind: Kind) -> tuple[str, str]:
        """Return the name a row means and the gender its form of address tells, '' for none.

        What stands before a name is left out, unless somebody is called so or it is a body's.
        """
        if kind in (Kind.COLLECTIVE, Kind.OUTSIDE) or text_key(name) in self._by_name:
            return name, ''
        return addressed(name)

    def named(self, name: str, code: str, unit: str, kind: Kind) -> list[Holder]:
        """Return who a row may mean: by code where there is one, else by name, told by unit."""
        if code:
            return [one for one in self._by_code[_code(code)] if _is_kind(one, kind)]
        called, _gender = self.called(name, kind)
        # Asked, not looked up: a name nobody has must not become one that is known.
        found = [one for one in self._by_name.get(text_key(called), ()) if _is_kind(one, kind)]
        ours = [one for one in found if one.field != 'partner_id']
        outside = [one for one in found if one.field == 'partner_id']
        if not unit:
            return ours or outside
        there = [one for one in outside if one.units and self.agrees(one, unit)]
        loose = [one for one in outside if not one.units]
        return [one for one in ours if self.agrees(one, unit)] or there or ours or loose or outside

    def agrees(self, holder: Holder, unit: str) -> bool:
        """Whether nothing known of a person speaks against the unit a row names."""
        known = (*holder.units, *(self._own if holder.field == 'employee_id' else ()))
        if holder.field == 'unit_id' or not holder.units or not says_unit(unit):
            return True
        return names_one_of(unit, known)

    def may_have_been(self, holder: Holder, unit: str) -> bool:
        """Whether a person may have been of a unit then: people move within the body."""
        if self.agrees(holder, unit):
            return True
        return holder.field == 'employee_id' and names_one_of(unit, self._units)

    def form(self, award: str, authority: str) -> Form | None:
        """Return the one award of the catalogue that a row names, by name, code or authority."""
        named, by = body(award), body(authority)
        # The catalogue's own wording first: two of its names may differ in an abbreviation alone.
        literal = [one for one in self._forms if plain(one.name) == plain(award)]
        exact = literal or [
            one for one in self._forms if named in (body(one.name), plain(one.code))
        ]
        found = exact or [one for one in self._forms if body(one.name).startswith(f'{named} ')]
        if by and (len(found) > 1 or not exact):
            found = [one for one in found if by in body(f'{one.name} {one.authority}')]
        if not by and not exact:
            return None
        return found[0] if len(found) == 1 else None


def same_award(one: Award, other: Award) -> bool:
    """Whether two entries are of one award: the same award by the same decision.

    A decision is told by its number; where one entry has none, by its day or year. Of one day a
    number without its symbol is that with it.

    >>> first = Award(('unit_id', 1), 'giay khen', None, '12/QĐ', None, 2020)
    >>> same_award(first, Award(('unit_id', 1), 'giay khen', None, '', date(2020, 5, 1), 2020))
    True
    >>> same_award(first, Award(('unit_id', 1), 'giay khen', None, '13/QĐ', None, 2020))
    False
    """
    by_form = one.form is not None and one.form == other.form
    if one.holder != other.holder or not (by_form or one.award == other.award):
        return False
    is_one_day = one.day is not None and one.day == other.day
    if one.number and other.number and not is_same_number(one.number, other.number, is_one_day):
        return False
    if one.day and other.day:
        return one.day == other.day
    if one.year and other.year:
        return one.year == other.year
    return bool(one.number and other.number) or not (
        one.year or other.year or one.number or other.number
    )


def _is_kind(holder: Holder, kind: Kind) -> bool:
    return holder.field in FIELDS[kind]


def _code(code: str) -> str:
    return ''.join(code.split()).casefold()
