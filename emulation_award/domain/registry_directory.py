"""Who and what a list of awards may name: people, collectives, the catalogue, the registry."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from .document_number import number_key
from .tables import plain
from .vietnamese import text_key
from .words import Word

#: What abbreviations of bodies stand for, as :func:`.tables.plain` gives them.
ABBREVIATIONS = {'ubnd': 'uy ban nhan dan', 'hdnd': 'hoi dong nhan dan', 'btv': 'ban thuong vu'}


class Kind(Word):
    """Whom a row may name."""

    ANYBODY = 'anybody'
    INDIVIDUAL = 'individual'
    COLLECTIVE = 'collective'
    OUTSIDE = 'outside'


FIELDS = {
    Kind.ANYBODY: ('employee_id', 'unit_id', 'partner_id'),
    Kind.INDIVIDUAL: ('employee_id', 'partner_id'),
    Kind.COLLECTIVE: ('unit_id', 'partner_id'),
    Kind.OUTSIDE: ('partner_id',),
}


@dataclass(frozen=True)
class Holder:
    """Somebody who may hold an award.

    :param field: 'employee_id', 'unit_id' or 'partner_id'
    :param codes: by which lists may name them: badge, identity number, code of a unit
    :param units: names of the unit and department they belong to
    """

    field: str
    id: int
    name: str
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

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
    """An award the catalogue knows."""

    id: int
    name: str
    code: str = ''
    authority: str = ''
    authority_id: Hashable | None = None


@dataclass(frozen=True)
class Award:
    """An award somebody holds, or is to be entered: what tells it from others.

    :param holder: (field, id), or ('new', name) for somebody not known yet
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
    """

    def __init__(self, holders: Iterable[Holder], forms: Iterable[Form], held: Iterable[Award]):
        self._by_name = defaultdict(list)
        self._by_code = defaultdict(list)
        self._forms = tuple(forms)
        self._held = defaultdict(list)
        for holder in holders:
            self._by_name[text_key(holder.name)].append(holder)
            for code in holder.codes:
                self._by_code[_code(code)].append(holder)
        for award in held:
            self.add(award)

    def add(self, award: Award) -> None:
        """Note an award as held from now on."""
        self._held[award.holder].append(award)

    def holds(self, award: Award) -> bool:
        """Whether the registry has this award already, see :func:`same_award`."""
        return any(same_award(award, one) for one in self._held[award.holder])

    def named(self, name: str, code: str, unit: str, kind: Kind) -> list[Holder]:
        """Return who a row may mean: by code where there is one, else by name, told by unit."""
        if code:
            return [one for one in self._by_code[_code(code)] if _is_kind(one, kind)]
        found = [one for one in self._by_name[text_key(name)] if _is_kind(one, kind)]
        staff = [one for one in found if one.field != 'partner_id'] or found
        if len(staff) > 1 and unit:
            return [one for one in staff if _is_of(one, unit)] or staff
        return staff

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

    A decision is told by its number; where one entry has none, by its day or year.

    >>> first = Award(('unit_id', 1), 'giay khen', None, '12/QĐ', None, 2020)
    >>> same_award(first, Award(('unit_id', 1), 'giay khen', None, '', date(2020, 5, 1), 2020))
    True
    >>> same_award(first, Award(('unit_id', 1), 'giay khen', None, '13/QĐ', None, 2020))
    False
    """
    by_form = one.form is not None and one.form == other.form
    if one.holder != other.holder or not (by_form or one.award == other.award):
        return False
    if one.number and other.number and number_key(one.number) != number_key(other.number):
        return False
    if one.day and other.day:
        return one.day == other.day
    if one.year and other.year:
        return one.year == other.year
    return bool(one.number and other.number) or not (
        one.year or other.year or one.number or other.number
    )


def body(text: str) -> str:
    """Return the name of an award or a body as it is compared, abbreviations written out.

    >>> body('Chủ tịch UBND tỉnh')
    'chu tich uy ban nhan dan tinh'
    """
    return ' '.join(ABBREVIATIONS.get(word, word) for word in plain(text).split())


def _is_kind(holder: Holder, kind: Kind) -> bool:
    return holder.field in FIELDS[kind]


def _is_of(holder: Holder, unit: str) -> bool:
    """Whether a cell on unit, or on position and unit together, names a unit of the holder."""
    written = f' {body(unit)} '
    names = [f' {body(one)} ' for one in holder.units if one]
    return any(one in written or written in one for one in names)


def _code(code: str) -> str:
    return ''.join(code.split()).casefold()
