"""View-models as text, so that a document that was issued can be printed again as it was.

A view-model is a frozen dataclass of text, whole numbers, truth values, words of closed lists,
tuples, and dataclasses of such. Its text is canonical: the same document has the same digest.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from .errors import KeptDocumentError
from .hashchain import canonical
from .words import Word

Model = TypeVar('Model')
PLAIN = (str, int, bool)


def packed(document: object) -> str:
    """Return a view-model as canonical JSON (see :func:`.hashchain.canonical`).

    :raises NotCanonicalError: it holds something a view-model does not

    >>> from .decree30 import Signature
    >>> packed(Signature('TRƯỞNG BAN', name='Vũ An'))
    '{"authority":"","hint":"","name":"Vũ An","title":"TRƯỞNG BAN"}'
    """
    return canonical(_members(document))


def unpacked(model: type[Model], text: str) -> Model:
    """Return the view-model that was packed.

    A field the model has had only since then takes its default; one it has no more is left out.

    :param model: its dataclass
    :param text: of :func:`packed`
    :raises KeptDocumentError: the text is not of such a document
    :raises UnknownWordError: a word is in its list no more

    >>> from .decree30 import Signature
    >>> unpacked(Signature, '{"title": "BÍ THƯ"}')
    Signature(title='BÍ THƯ', hint='', name='', authority='')
    """
    try:
        value = json.loads(text)
    except ValueError as error:
        raise KeptDocumentError(f'not JSON: {error}') from error
    return _value(model, value)


def _members(document: Any) -> dict[str, object]:
    return {one.name: _plain(getattr(document, one.name)) for one in fields(document)}


def _plain(value: Any) -> object:
    if is_dataclass(value):
        return _members(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Word) else value


def _value(kind: Any, value: Any) -> Any:
    """Return a value as its annotated type has it."""
    if get_origin(kind) in (Union, types.UnionType):
        return _any_of(get_args(kind), value)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), value)
    if is_dataclass(kind):
        return _dataclass(kind, value)
    # A truth value is a whole number to Python, but not here.
    if kind in PLAIN and type(value) is kind:
        return value
    if isinstance(kind, type) and issubclass(kind, Word) and isinstance(value, str):
        return kind(value)
    raise KeptDocumentError(f'{value!r} is no {kind}')


def _any_of(kinds: tuple[Any, ...], value: Any) -> Any:
    known = [one for one in kinds if one is not types.NoneType]
    if value is None and len(known) < len(kinds):
        return None
    # `Style | str`: a word equals its text.
    return _value(str if str in known and isinstance(value, str) else known[0], value)


def _tuple(kinds: tuple[Any, ...], value: Any) -> tuple:
    if not isinstance(value, list):
        raise KeptDocumentError(f'{value!r} is no list')
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise KeptDocumentError(f'{len(value)} instead of {len(kinds)}: {value!r}')
    return tuple(_value(kind, one) for kind, one in zip(kinds, value, strict=True))


def _dataclass(model: type, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise KeptDocumentError(f'{value!r} is no {model.__name__}')
    hints = _hints(model)
    known = {name: _value(hints[name], one) for name, one in value.items() if name in hints}
    try:
        return model(**known)
    except TypeError as error:  # a field without default is lacking
        raise KeptDocumentError(str(error)) from error


@cache
def _hints(model: type) -> dict[str, Any]:
    hints = get_type_hints(model)
    return {one.name: hints[one.name] for one in fields(model)}
