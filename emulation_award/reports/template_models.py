"""What a template may print of a document: the fields of its view-model, and a sample to try it on.

The view-models are frozen dataclasses of `domain/`, made of text, of tuples and of one another.
"""

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..domain.achievement_summary import AchievementSummary
from ..domain.council_minutes import CouncilMinutes
from ..domain.decision_document import DecisionDocument
from ..domain.form08 import Form08
from ..domain.plan_document import PlanDocument
from ..domain.reminder_letter import ReminderLetter
from ..domain.submission_letter import SubmissionLetter
from ..domain.unit_minutes import Minutes
from ..domain.vote_count import VoteCount
from ..domain.words import Word

VIEW_MODELS: dict[str, type] = {
    'council_minutes': CouncilMinutes,
    'decision': DecisionDocument,
    'form08': Form08,
    'plan': PlanDocument,
    'reminder': ReminderLetter,
    'submission_letter': SubmissionLetter,
    'summary': AchievementSummary,
    'unit_minutes': Minutes,
    'vote_count': VoteCount,
}

#: Long enough for headings of any table that a view-model brings along.
TEXTS = 12


@cache
def members(model: type) -> dict[str, Any]:
    """Return the fields and properties of a view-model with their types, '_private' ones left out.

    >>> from ..domain.decree30 import Heading
    >>> members(Heading)['issuer'], members(Heading)['is_party']
    (<class 'str'>, <class 'bool'>)
    """
    hints = get_type_hints(model)
    found = {one.name: hints[one.name] for one in fields(model)}
    for name, value in vars(model).items():
        if isinstance(value, property):
            found[name] = get_type_hints(value.fget)['return']
    return {name: kind for name, kind in found.items() if not name.startswith('_')}


def without_none(kind: Any) -> Any:
    """Return `X` for `X | None`, and any other type as it is.

    >>> without_none(int | None)
    <class 'int'>
    """
    if get_origin(kind) not in (Union, types.UnionType):
        return kind
    known = [one for one in get_args(kind) if one is not types.NoneType]
    # `Style | str` and the like: a word is text.
    return str if str in known else known[0]


def element_type(kind: Any) -> Any:
    """Return what a `tuple[X, ...]` holds, None if it is no such tuple."""
    arguments = get_args(kind)
    is_list = get_origin(kind) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis
    return arguments[0] if is_list else None


def tuple_of(kind: Any) -> Any:
    """Return the type of a list of such values.

    >>> tuple_of(int)
    tuple[int, ...]
    """
    return tuple[kind, ...]


def outline(path: str, kind: Any, seen: tuple[type, ...] = ()) -> list[str]:
    """Return what can be shown of a view-model, a line for each field, with the loops it takes.

    >>> from ..domain.decree30 import Signature
    >>> outline('doc', Signature)
    ['doc.title', 'doc.hint', 'doc.name', 'doc.authority']
    >>> outline('doc.lines', tuple[str, ...])
    ['for="line in doc.lines": line']
    """
    kind = without_none(kind)
    if (element := element_type(kind)) is not None:
        name = _singular(path)
        return [f'for="{name} in {path}": {line}' for line in outline(name, element, seen)]
    if get_args(kind):
        numbered = enumerate(get_args(kind))
        return [line for at, one in numbered for line in outline(f'{path}[{at}]', one, seen)]
    if not is_dataclass(kind) or kind in seen:
        return [path]
    known = members(kind).items()
    return [line for name, one in known for line in outline(f'{path}.{name}', one, (*seen, kind))]


def _singular(path: str) -> str:
    """Return a name for one out of a list."""
    name = path.rpartition('.')[2].removesuffix('s')
    return name if name.isidentifier() and name != path else 'one'


def sample(kind: Any, *, full: bool = True) -> Any:
    """Return a value of a type, made up.

    :param kind: a view-model, or the type of one of its fields
    :param full: everything there is, lists with several lines; else nothing that may lack, lists
        with one line
    """
    if get_origin(kind) in (Union, types.UnionType) and types.NoneType in get_args(kind):
        return sample(without_none(kind), full=full) if full else None
    kind = without_none(kind)
    if get_origin(kind) is tuple:
        return _sample_tuple(kind, full)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        values = {one.name: sample(hints[one.name], full=full) for one in fields(kind)}
        return kind(**values)
    if issubclass(kind, Word):
        return next(iter(kind))
    return _PLAIN[kind](full)


_PLAIN = {
    str: lambda full: 'Nội dung thử' if full else '',
    bool: lambda full: full,
    int: lambda full: 1 if full else 0,
}


def _sample_tuple(kind: Any, full: bool) -> tuple:
    of = element_type(kind)
    if of is None:
        return tuple(sample(one, full=full) for one in get_args(kind))
    if of is str:
        return (sample(of, full=full),) * TEXTS
    if full and is_dataclass(of):
        return _each_word(of)
    return (sample(of, full=full),) * (2 if full else 1)


def _each_word(model: type) -> tuple:
    """Return one sample for each word that a field may have, such as each kind of block."""
    hints = get_type_hints(model)
    words = [(name, kind) for name, kind in hints.items() if _is_word(kind)]
    one = sample(model)
    if not words:
        return (one, one)
    name, kind = words[0]
    values = {field.name: getattr(one, field.name) for field in fields(model)}
    return tuple(model(**values | {name: word}) for word in kind)


def _is_word(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Word)
