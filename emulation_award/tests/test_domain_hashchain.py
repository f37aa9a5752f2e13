from dataclasses import fields, replace
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import NotCanonicalError
from ..domain.hashchain import GENESIS, Break, Entry, canonical, digest, first_break, link
from .domain_common import exactly


def payloads_of(inner):
    texts = st.text(max_size=5).map(lambda text: normalize('NFC', text))
    return st.dictionaries(texts, inner, max_size=3)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | payloads_of(inner),
    max_leaves=8,
)
payloads = payloads_of(values)
records = st.tuples(st.text(min_size=1), payloads_of(st.integers() | st.text()))
chains = st.lists(records, min_size=1, max_size=5)


def chain_of(records):
    """Return the entries of a sound journal of (event, payload) records."""
    entries, previous = [], GENESIS
    for seq, (event, payload) in enumerate(records, start=1):
        text = canonical(payload)
        signed = (previous, seq, event, 'an', '2025-08-29T17:00:00Z', digest(text))
        entries.append(
            Entry(
                seq,
                event,
                'an',
                '2025-08-29T17:00:00Z',
                text,
                digest(text),
                previous,
                link(*signed),
            )
        )
        previous = entries[-1].hash
    return entries


def head_of(entries):
    return entries[-1].seq, entries[-1].hash


def sealed(entry):
    """Return an entry with digests made to fit, as a forger with database access would."""
    payload_digest = digest(entry.payload)
    own = link(entry.previous, entry.seq, entry.event, entry.actor, entry.moment, payload_digest)
    return replace(entry, payload_digest=payload_digest, hash=own)


class TestCanonical(BaseCase):
    def test_text(self):
        payload = {'đơn vị': 'Văn phòng', 'b': [1, None, True], 'a': {'d': 2, 'c': ''}}
        self.assertEqual(
            canonical(payload),
            '{"a":{"c":"","d":2},"b":[1,null,true],"đơn vị":"Văn phòng"}',
        )

    def test_order_of_keys_does_not_matter(self):
        self.assertEqual(
            canonical({'a': {'b': 1, 'c': 2}, 'd': 3}), canonical({'d': 3, 'a': {'c': 2, 'b': 1}})
        )

    def test_unicode_form_does_not_matter(self):
        decomposed = normalize('NFD', 'Đặng Thị Ánh')
        self.assertEqual(canonical({decomposed: [decomposed]}), '{"Đặng Thị Ánh":["Đặng Thị Ánh"]}')

    def test_tuple_is_a_list(self):
        self.assertEqual(canonical({'ids': (1, 2)}), '{"ids":[1,2]}')

    def test_refused(self):
        for payload in (
            {'rate': 0.2},
            {'rates': [1, {'rate': 0.2}]},
            {'names': {'a', 'b'}},
            {'raw': b'a'},
            {1: 'a'},
            {'á': 1, normalize('NFD', 'á'): 2},
            ['a'],
            'a',
        ):
            with self.subTest(payload), self.assertRaises(NotCanonicalError):
                canonical(payload)

    @exactly
    @given(payloads, payloads)
    def test_different_payloads_differ(self, one, other):
        # repr tells True from 1, which == does not
        same = repr(normal(one)) == repr(normal(other))
        self.assertEqual(canonical(one) == canonical(other), same)


def normal(value):
    if isinstance(value, str):
        return normalize('NFC', value)
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, dict):
        return {key: normal(value[key]) for key in sorted(value)}
    return value


class TestLink(BaseCase):
    signed = (GENESIS, 1, 'submit', 'an', '2025-08-29T17:00:00Z', digest('{}'))

    def test_digest_is_sha256_of_utf8(self):
        self.assertEqual(
            digest('Đ'), 'd190dc4dd4043c6401cd561d849fc1ce494b0486e7074ac321b580bc9a4fe047'
        )

    def test_format_is_fixed(self):
        # printf of the JSON list, piped into sha256sum; a journal in use depends on it.
        self.assertEqual(
            link(*self.signed), 'dae72ec37e1b0c8ff973cb9f07901305bdbd069b97397a0aec6a3255459e89b5'
        )

    def test_every_field_is_covered(self):
        others = ('1' * 64, 2, 'accept', 'ánh', '2025-08-29T17:00:01Z', digest('{"a":1}'))
        hashes = {link(*self.signed)}
        for place, other in enumerate(others):
            hashes.add(link(*self.signed[:place], other, *self.signed[place + 1 :]))
        self.assertEqual(len(hashes), 7)

    def test_fields_do_not_run_into_each_other(self):
        one = link(GENESIS, 1, 'submit","an', 'b', 'm', 'd')
        other = link(GENESIS, 1, 'submit', 'an","b', 'm', 'd')
        self.assertNotEqual(one, other)

    def test_unicode_form_of_a_field_is_covered(self):
        forms = {
            link(GENESIS, 1, 'submit', normalize(form, 'Ánh'), 'm', 'd') for form in ('NFC', 'NFD')
        }
        self.assertEqual(len(forms), 2)


class TestFirstBreak(BaseCase):
    entries = chain_of([('submit', {'a': 1}), ('return', {}), ('accept', {'b': [2]})])
    head = head_of(entries)

    def altered(self, place, **changes):
        return [
            *self.entries[:place],
            replace(self.entries[place], **changes),
            *self.entries[place + 1 :],
        ]

    def assert_break(self, entries, seq, reason):
        self.assertEqual(first_break(entries, self.head), Break(seq, reason))

    def test_sound(self):
        self.assertIsNone(first_break(iter(self.entries), self.head))

    def test_sound_without_head(self):
        self.assertIsNone(first_break(self.entries, None))

    def test_empty(self):
        self.assertIsNone(first_break([], (0, GENESIS)))

    def test_emptied(self):
        self.assert_break([], 3, 'head')

    def test_payload(self):
        self.assert_break(self.altered(1, payload='{"a":2}'), 2, 'payload')

    def test_payload_digest(self):
        self.assert_break(self.altered(1, payload_digest=digest('x')), 2, 'payload')

    def test_payload_and_digest(self):
        changes = {'payload': '{"a":2}', 'payload_digest': digest('{"a":2}')}
        self.assert_break(self.altered(1, **changes), 2, 'hash')

    def test_event_actor_moment_and_hash(self):
        for name in ('event', 'actor', 'moment', 'hash'):
            with self.subTest(name):
                self.assert_break(self.altered(1, **{name: 'x'}), 2, 'hash')

    def test_previous(self):
        self.assert_break(self.altered(0, previous='1' * 64), 1, 'link')

    def test_seq(self):
        self.assert_break(self.altered(1, seq=20), 2, 'gap')

    def test_sealed_again_breaks_the_next_link(self):
        forged = sealed(replace(self.entries[1], event='accept'))
        self.assert_break([self.entries[0], forged, self.entries[2]], 3, 'link')

    def test_last_sealed_again_breaks_the_head(self):
        forged = sealed(replace(self.entries[2], event='return'))
        self.assert_break([*self.entries[:2], forged], 3, 'head')

    def test_first_removed(self):
        self.assert_break(self.entries[1:], 1, 'gap')

    def test_last_removed(self):
        self.assert_break(self.entries[:2], 3, 'head')

    def test_appended(self):
        entries = chain_of([('a', {}), ('b', {})])
        self.assertEqual(first_break(entries, head_of(entries[:1])), Break(1, 'head'))

    def test_first_break_is_reported(self):
        entries = [replace(entry, event='x') for entry in self.entries]
        self.assert_break(entries, 1, 'hash')

    @exactly
    @given(chains)
    def test_sound_chain_holds(self, records):
        entries = chain_of(records)
        self.assertIsNone(first_break(entries, head_of(entries)))

    @exactly
    @given(chains, st.data())
    def test_any_changed_character_is_found(self, records, data):
        entries = chain_of(records)
        place = data.draw(st.integers(0, len(entries) - 1))
        name = data.draw(st.sampled_from([field.name for field in fields(Entry)]))
        text = str(getattr(entries[place], name))
        spot = data.draw(st.integers(0, len(text) - 1))
        other = data.draw(st.characters(exclude_characters=text[spot], codec='utf-8'))
        forged = text[:spot] + other + text[spot + 1 :]
        damaged = list(entries)
        damaged[place] = replace(entries[place], **{name: forged})
        self.assertEqual(first_break(damaged, head_of(entries)).seq, place + 1)

    @exactly
    @given(chains, st.data())
    def test_any_removed_entry_is_found(self, records, data):
        entries = chain_of(records)
        place = data.draw(st.integers(0, len(entries) - 1))
        found = first_break(entries[:place] + entries[place + 1 :], head_of(entries))
        last = place == len(entries) - 1
        self.assertEqual(found, Break(place + 1, 'head' if last else 'gap'))

    @exactly
    @given(chains.filter(lambda records: len(records) > 1), st.data())
    def test_any_two_swapped_entries_are_found(self, records, data):
        entries = chain_of(records)
        places = st.integers(0, len(entries) - 1)
        one, other = data.draw(st.lists(places, min_size=2, max_size=2, unique=True).map(sorted))
        entries[one], entries[other] = entries[other], entries[one]
        self.assertEqual(first_break(entries, None), Break(one + 1, 'gap'))

    @exactly
    @given(chains, st.data())
    def test_any_cut_is_found(self, records, data):
        entries = chain_of(records)
        length = data.draw(st.integers(0, len(entries) - 1))
        found = first_break(entries[:length], head_of(entries))
        self.assertEqual(found, Break(len(entries), 'head'))

    @exactly
    @given(chains, st.data())
    def test_any_forgery_sealed_again_is_found(self, records, data):
        entries = chain_of(records)
        place = data.draw(st.integers(0, len(entries) - 1))
        forged = list(entries)
        forged[place] = sealed(replace(entries[place], payload=entries[place].payload + ' '))
        for later in range(place + 1, data.draw(st.integers(place + 1, len(entries)))):
            forged[later] = sealed(replace(entries[later], previous=forged[later - 1].hash))
        self.assertIsNotNone(first_break(forged, head_of(entries)))
