"""What an import of past awards does with each row (nhập sổ khen thưởng), before anything is done.

A row names a holder, an award and the decision. It is good when the holder is one of those known,
told from namesakes by code or unit; the catalogue knows the award; and the registry does not hold
it already. Importing the same list twice therefore adds nothing.
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .body_names import body
from .document_number import number_key
from .errors import TableError
from .findings import Finding
from .registry_directory import SUBJECTS, Award, Directory, Form, Holder, Kind
from .registry_entry import (
    NOTHING_KEPT,
    Entry,
    Kept,
    date_findings,
    entry_findings,
    subject_findings,
)
from .tables import Column, Formula, Table, as_text, plain, read_day, read_money
from .vietnamese import text_key

NEEDED = frozenset({Column.NAME, Column.AWARD})
INDIVIDUAL = frozenset({'canhan', 'individual', 'person', 'ong', 'ba', 'dongchi'})
COLLECTIVE = frozenset({'tapthe', 'collective', 'unit'})
OUTSIDE = frozenset({'hogiadinh', 'household', 'tochuc', 'organisation'})
OUTSIDER = frozenset({'ngoaicoquan', 'ngoaidonvi', 'outsider'})
#: A line of totals: those words, and figures with or without what they count.
TOTAL = re.compile(r'(?:tong so|tong cong|tong|cong)(?: tien(?: thuong)?)?(?: [0-9].*)?')
#: A heading of a part, as "II. CÁ NHÂN" or "Tập thể (02)".
PART = re.compile(
    r'(?:(?:phan )?(?:[ivxl]+|[0-9]{1,2}|[a-h]) )?(?:doi voi )?(?:cac )?'
    r'(ca nhan|tap the)(?: [0-9]+(?: ca nhan| tap the| nguoi)?)?'
)
PARTS = {'ca nhan': Kind.INDIVIDUAL, 'tap the': Kind.COLLECTIVE}
#: What a list says of an award that is none any more.
REVOKED = re.compile(
    r'(?!.*\b(?:khong|chua)\b).*\b(?:thu hoi|huy|bai bo|tuoc|revoked|cancelled)\b.*'
)
FIGURES = re.compile(r'[0-9 ]*(?:d|dong|vnd)?')


@dataclass(frozen=True)
class Options:
    """What whoever imports allows.

    :param today: no decision is later
    :param outsiders: people and bodies nobody here knows become contacts
    :param other_awards: awards the catalogue does not know are entered as worded
    :param kept: decisions of this database, whose awards are entered by them alone
    :param is_manager: whether a manager imports
    """

    today: date
    outsiders: bool = False
    other_awards: bool = False
    kept: Kept = NOTHING_KEPT
    is_manager: bool = False


@dataclass(frozen=True)
class _Named:
    """What a row says of a holder."""

    name: str
    code: str
    unit: str


@dataclass(frozen=True)
class Verdict:
    """What happens to a row.

    :param number: of the row in the file
    :param findings: why it is not entered; empty when it is
    :param skipped: neither good nor bad: a heading of a part, a total, nothing else
    :param is_duplicate: the registry, or a row above, has it already
    :param notes: what to know of a duplicate
    :param award: as it would be entered, None without a holder or an award
    :param values: what else is entered: citation, position …
    :param candidates: namesakes among whom somebody has to choose, or one who may be meant
    """

    number: int
    name: str
    findings: tuple[Finding, ...] = ()
    skipped: bool = False
    is_duplicate: bool = False
    notes: tuple[Finding, ...] = ()
    award: Award | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    candidates: tuple[Holder, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether the row is entered."""
        return not (self.findings or self.skipped or self.is_duplicate)


def judge(
    table: Table,
    directory: Directory,
    options: Options,
    chosen: Mapping[int, Holder] | None = None,
) -> list[Verdict]:
    """Return the verdict on each row; a good row counts as held for those below it.

    :param chosen: by number of the row, whom somebody chose among namesakes
    """
    verdicts, kind = [], Kind.ANYBODY
    for number, row in table.rows:
        kind = _part(row) or kind
        if _is_no_row(row):
            verdicts.append(Verdict(number, table.text(row, Column.NAME), skipped=True))
            continue
        one = _judge_row(number, table, row, kind, directory, options, (chosen or {}).get(number))
        if one.is_good and one.award:
            directory.add(one.award)
        verdicts.append(one)
    return verdicts


def _judge_row(
    number: int,
    table: Table,
    row: Sequence,
    part: Kind,
    directory: Directory,
    options: Options,
    chosen: Holder | None,
) -> Verdict:
    kind = _kind(table, row, part)
    name, gender = directory.called(table.text(row, Column.NAME), kind)
    findings = _formulas(table, row)
    found = [chosen] if chosen else _named(table, row, kind, directory)
    unit = '' if chosen else table.text(row, Column.UNIT)
    code = table.text(row, Column.CODE)
    holder = _holder(_Named(name, code, unit), found, directory, options, findings)
    wording, form = _award(table, row, directory, options, findings)
    day, year = _day(table, row, options, findings)
    subject = form.subject if form else 'both'
    values = {
        **_texts(table, row),
        'gender': gender,
        'wording': wording,
        'prize': _prize(table, row, findings),
        'is_body': (SUBJECTS[kind] or subject) == 'collective',
    }
    award, held = None, None
    if holder and wording:
        document = table.text(row, Column.NUMBER)
        award = Award(holder, body(wording), form and form.id, document, day, year)
        held = directory.holding(award)
    if award and held is None:
        told = found[0].subject if holder[0] != 'new' else SUBJECTS[kind]
        findings += subject_findings(name, told, wording, subject)
        findings += _beside_decisions(award, form, values['authority'], options)
        findings += _revoked(table, row)
    return Verdict(
        number,
        name,
        findings=tuple(findings),
        is_duplicate=not findings and held is not None,
        notes=tuple(_same_number(award, held)) if held and not findings else (),
        award=award,
        values=values,
        candidates=tuple(found) if holder is None and (not code or len(found) > 1) else (),
    )


def _texts(table: Table, row: Sequence) -> dict[str, str]:
    """What is entered as the row words it."""
    columns = (Column.POSITION, Column.UNIT, Column.CITATION, Column.AUTHORITY)
    return {column.value: table.text(row, column) for column in columns}


def _revoked(table: Table, row: Sequence) -> list[Finding]:
    """That an award was revoked: entered, it would count as one that is held."""
    state = table.text(row, Column.STATE)
    return [Finding('import_revoked', {'state': state})] if REVOKED.fullmatch(plain(state)) else []


def _same_number(award: Award, held: Award) -> list[Finding]:
    """That the registry has an award under a number that is not written the same."""
    if not (award.number and held.number) or number_key(award.number) == number_key(held.number):
        return []
    return [Finding('import_same_number', {'number': award.number, 'held': held.number})]


def _beside_decisions(award, form, authority, options) -> list[Finding]:
    entry = Entry(
        number=award.number,
        day=award.day,
        year=award.year,
        authority=form and form.authority_id,
        authority_name=authority or (form.authority if form else ''),
    )
    return entry_findings(entry, options.kept, options.is_manager)


def _formulas(table: Table, row: Sequence) -> list[Finding]:
    """Cells that would have to be evaluated, which nothing here does."""
    cells = (table.value(row, column) for column in table.columns)
    return [
        Finding('import_formula', {'formula': cell.text})
        for cell in cells
        if isinstance(cell, Formula)
    ]


def _named(table: Table, row: Sequence, kind: Kind, directory: Directory) -> list[Holder]:
    return directory.named(
        table.text(row, Column.NAME),
        table.text(row, Column.CODE),
        table.text(row, Column.UNIT),
        kind,
    )


def _holder(said, found, directory, options, findings) -> tuple[str, Hashable] | None:
    """Who holds the award, or a finding."""
    name, code, unit = said.name, said.code, said.unit
    if not name and not code:
        findings.append(Finding('import_name_missing'))
        return None
    # Contacts of other units are other people; one of ours of that name may be meant all the same.
    is_elsewhere = not code and not any(directory.may_have_been(one, unit) for one in found)
    is_new = is_elsewhere and all(one.field == 'partner_id' for one in found)
    if is_new and options.outsiders and name:
        return 'new', (text_key(name), body(unit))
    if len(found) > 1:
        params = {'name': name, 'people': '; '.join(one.label for one in found)}
        findings.append(Finding('import_holder_ambiguous', params))
        return None
    if found:
        one = found[0]
        if code and name and text_key(one.name) != text_key(name):
            params = {'name': name, 'code': code, 'other': one.name}
            findings.append(Finding('import_name_differs', params))
            return None
        if is_elsewhere:
            params = {'name': name, 'ours': one.units[0], 'unit': unit}
            findings.append(Finding('import_unit_differs', params))
            return None
        return one.field, one.id
    findings.append(Finding('import_holder_unknown', {'name': name, 'code': code}))
    return None


def _award(table, row, directory, options, findings) -> tuple[str, Form | None]:
    """The award as worded, and the one of the catalogue it is; findings where there is none."""
    written = table.text(row, Column.AWARD)
    if not written:
        findings.append(Finding('import_award_missing'))
        return '', None
    form = directory.form(written, table.text(row, Column.AUTHORITY))
    if form is None and not options.other_awards:
        params = {'award': written, 'authority': table.text(row, Column.AUTHORITY)}
        findings.append(Finding('import_award_unknown', params))
    return (form.name if form else written), form


def _day(table, row, options, findings) -> tuple[date | None, int | None]:
    try:
        day, alone = read_day(table.value(row, Column.DATE))
        _none, year = read_day(table.value(row, Column.YEAR))
    except TableError as error:
        findings.append(Finding(error.code, error.params))
        return None, None
    said = {one for one in (day and day.year, alone, year) if one}
    if len(said) > 1:
        findings.append(
            Finding('import_years_differ', {'years': ', '.join(map(str, sorted(said)))})
        )
    found = next(iter(said), None)
    findings += date_findings(day, max(said, default=None), options.today)
    return day, found


def _prize(table, row, findings) -> int:
    try:
        return read_money(table.value(row, Column.PRIZE))
    except TableError as error:
        findings.append(Finding(error.code, error.params))
        return 0


def _part(row: Sequence) -> Kind | None:
    """What a line such as "II. CÁ NHÂN" says of the rows below; None for a row that says more.

    >>> _part(['II', 'CÁ NHÂN', None]), _part([2, 'Lê An', 'Cá nhân'])
    (<Kind.INDIVIDUAL: 'individual'>, None)
    """
    said = PART.fullmatch(plain(' '.join(_filled(row))))
    return PARTS[said[1]] if said else None


def _is_no_row(row: Sequence) -> bool:
    """A heading of a part, a line of totals, a line of column numbers.

    >>> _is_no_row(['', 'Cộng: 02 tập thể', '', '1.420.000']), _is_no_row(['Công đoàn cơ sở', 2018])
    (True, False)
    """
    filled = [plain(cell) for cell in _filled(row)]
    if _part(row) or (filled and TOTAL.fullmatch(filled[0]) and all(map(_is_figure, filled[1:]))):
        return True
    return len(filled) > 2 and filled == [str(place) for place in range(1, len(filled) + 1)]


def _is_figure(text: str) -> bool:
    return FIGURES.fullmatch(text) is not None


def _filled(row: Sequence) -> list[str]:
    return [text for text in map(as_text, row) if text]


def _kind(table: Table, row: Sequence, part: Kind) -> Kind:
    written = plain(table.text(row, Column.KIND)).replace(' ', '')
    if any(word in written for word in OUTSIDER):
        return Kind.OUTSIDER
    kinds = ((INDIVIDUAL, Kind.INDIVIDUAL), (COLLECTIVE, Kind.COLLECTIVE), (OUTSIDE, Kind.OUTSIDE))
    return next((kind for words, kind in kinds if written in words), part)
