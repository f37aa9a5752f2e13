"""The journal's chain of digests (nhật ký móc xích): one changed byte is found.

Each entry's hash covers the hash before it, so an entry can be neither changed, removed nor moved
without every later hash being wrong. Cutting off the end is found by comparing with the head, the
last (seq, hash), kept outside of the chain.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .errors import NotCanonicalError
from .vietnamese import nfc

#: Stands for the hash before the first entry.
GENESIS = '0' * 64

FIRST_SEQ = 1

Reason = Literal['gap', 'payload', 'link', 'hash', 'head']


@dataclass(frozen=True)
class Entry:
    """One entry of the journal, as stored."""

    seq: int
    event: str
    actor: str
    moment: str  # ISO 8601, UTC, whole seconds
    payload: str  # canonical text
    payload_digest: str
    previous: str
    hash: str


@dataclass(frozen=True)
class Break:
    """Where a chain no longer holds.

    :param seq: the entry that is wrong, or that should have stood there
    :param reason: what is wrong with it
    """

    seq: int
    reason: Reason


def canonical(payload: Mapping[str, object]) -> str:
    """Return the one text of a payload: the same for any order of keys and any Unicode form.

    :param payload: texts, whole numbers, truth values, None, lists and mappings of such
    :raises NotCanonicalError: it holds something else, such as a float, or two keys that are
        the same once normalised

    >>> canonical({'used': 2, 'unit': 'Phòng Kế hoạch'})
    '{"unit":"Phòng Kế hoạch","used":2}'
    """
    if not isinstance(payload, Mapping):
        raise NotCanonicalError(f'not a mapping: {payload!r}')
    return _json(_normal(payload))


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 lowercase hexadecimal digits.

    >>> digest('')[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(text.encode()).hexdigest()


def link(previous: str, seq: int, event: str, actor: str, moment: str, payload_digest: str) -> str:
    """Return the hash of an entry.

    :param previous: hash of the entry before, :data:`GENESIS` for the first
    :param seq: 1 for the first entry
    :param moment: ISO 8601, UTC, whole seconds
    :param payload_digest: :func:`digest` of the :func:`canonical` payload
    """
    # A JSON list keeps the fields apart whatever they contain.
    return digest(_json([previous, seq, event, actor, moment, payload_digest]))


def first_break(entries: Iterable[Entry], head: tuple[int, str] | None) -> Break | None:
    """Return the first place where a chain no longer holds, or None if it holds.

    :param entries: the whole journal, in order of seq
    :param head: (seq, hash) the chain must end in, (0, GENESIS) for an empty one; None if unknown
    """
    last, previous = FIRST_SEQ - 1, GENESIS
    for entry in entries:
        if reason := _entry_break(entry, last + 1, previous):
            return Break(last + 1, reason)
        last, previous = entry.seq, entry.hash
    if head is not None and head != (last, previous):
        return Break(head[0], 'head')
    return None


def _entry_break(entry: Entry, seq: int, previous: str) -> Reason | None:
    if entry.seq != seq:
        return 'gap'
    if entry.previous != previous:
        return 'link'
    if entry.payload_digest != digest(entry.payload):
        return 'payload'
    if entry.hash != _hash(entry):
        return 'hash'
    return None


def _hash(entry: Entry) -> str:
    return link(
        entry.previous, entry.seq, entry.event, entry.actor, entry.moment, entry.payload_digest
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))


def _normal(value: object) -> object:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, (list, tuple)):
        return [_normal(item) for item in value]
    if isinstance(value, Mapping):
        return _normal_mapping(value)
    raise NotCanonicalError(f'no canonical text: {value!r}')


def _normal_mapping(mapping: Mapping[str, object]) -> dict[str, object]:
    if not all(isinstance(key, str) for key in mapping):
        raise NotCanonicalError(f'a key is not a text: {mapping!r}')
    normal = {nfc(key): _normal(value) for key, value in mapping.items()}
    if len(normal) != len(mapping):
        raise NotCanonicalError(f'two keys are the same: {mapping!r}')
    return normal
