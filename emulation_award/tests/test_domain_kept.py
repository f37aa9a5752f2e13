import json
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.blocks import Block, Kind
from ..domain.decree30 import Heading, Signature, Style
from ..domain.errors import KeptDocumentError, NotCanonicalError, UnknownWordError
from ..domain.hashchain import digest
from ..domain.kept import packed, unpacked
from ..domain.vietnamese import nfc
from ..reports.template_models import VIEW_MODELS, sample
from .decision_document_common import REVOKED, printed
from .domain_common import exactly

TEXTS = st.text(st.characters(exclude_categories=['Cs'])).map(nfc)


@dataclass(frozen=True)
class Sheet:
    """What view-models are made of, all at once."""

    title: str
    count: int
    final: bool
    style: Style | str
    place: str | None
    mark: Signature | None
    pairs: tuple[tuple[str, int], ...]
    lines: tuple[Block, ...]
    added: str = 'later'


def sheets():
    signatures = st.builds(Signature, TEXTS, TEXTS, TEXTS, TEXTS)
    blocks = st.builds(Block, st.sampled_from(Kind), TEXTS, TEXTS)
    return st.builds(
        Sheet,
        TEXTS,
        st.integers(),
        st.booleans(),
        st.sampled_from(Style),
        st.none() | TEXTS,
        st.none() | signatures,
        st.lists(st.tuples(TEXTS, st.integers())).map(tuple),
        st.lists(blocks).map(tuple),
        TEXTS,
    )


class TestKept(BaseCase):
    """A document that was put away comes back as it was."""

    def test_every_document(self):
        for code, model in VIEW_MODELS.items():
            for full in (True, False):
                with self.subTest(code, full=full):
                    document = sample(model, full=full)
                    self.assertEqual(unpacked(model, packed(document)), document)

    def test_real_decisions(self):
        for changes in ({}, REVOKED, {'final': False, 'number': ''}):
            with self.subTest(changes):
                document = printed(**changes)
                again = unpacked(type(document), packed(document))
                self.assertEqual(again, document)
                self.assertEqual(again.heading.right, document.heading.right)

    @exactly
    @given(sheets())
    def test_all_that_a_document_may_hold(self, document):
        text = packed(document)
        again = unpacked(Sheet, text)
        self.assertEqual(again, document)
        self.assertEqual(packed(again), text)

    def test_types_are_those_of_the_model(self):
        heading = unpacked(Heading, packed(Heading('', 'Ban', Style.PARTY, '')))
        self.assertIs(type(heading.style), Style)

    def test_one_letter_more_is_another_digest(self):
        first, second = (packed(Signature('TRƯỞNG BAN', name=name)) for name in ('An', 'Am'))
        self.assertNotEqual(digest(first), digest(second))

    def test_a_field_added_since_takes_its_default(self):
        kept = json.loads(packed(sample(Sheet)))
        del kept['added']
        self.assertEqual(unpacked(Sheet, json.dumps({**kept, 'gone': 1})).added, 'later')

    def test_what_is_no_such_document(self):
        kept = json.loads(packed(sample(Sheet)))
        wrong = (
            '{',
            '[]',
            '{}',
            json.dumps({**kept, 'title': 1}),
            json.dumps({**kept, 'final': 1}),
            json.dumps({**kept, 'count': True}),
            json.dumps({**kept, 'lines': 'x'}),
            json.dumps({**kept, 'pairs': [['a']]}),
            json.dumps({**kept, 'mark': 'x'}),
        )
        for text in wrong:
            with self.subTest(text[:40]), self.assertRaises(KeptDocumentError):
                unpacked(Sheet, text)
        with self.assertRaises(UnknownWordError):
            unpacked(Heading, packed(Heading('', '', 'other', '')))

    def test_a_float_is_refused(self):
        with self.assertRaises(NotCanonicalError):
            packed(Signature(1.5))
