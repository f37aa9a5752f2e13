from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import TallyError, UnknownWordError
from ..domain.findings import Finding
from ..domain.tally import (
    Choice,
    Tally,
    hands_findings,
    tally,
    with_written,
)
from .domain_common import exactly

NAMES = ('An', 'Bình', 'Chi')

choices = st.sampled_from(Choice)
votes = st.lists(st.tuples(st.sampled_from(NAMES), choices))
counts = st.builds(Tally, *[st.integers(0, 20)] * 3)


class TestTally(BaseCase):
    def test_each_choice(self):
        ballots = [('An', 'yes')] * 3 + [('An', 'no')] * 2 + [('An', 'abstain')]
        self.assertEqual(tally(ballots, ['An']), {'An': Tally(yes=3, no=2, abstain=1)})

    def test_candidates_apart(self):
        found = tally([('An', 'yes'), ('Bình', 'no')], ['An', 'Bình'])
        self.assertEqual(found, {'An': Tally(yes=1), 'Bình': Tally(no=1)})

    def test_nobody_voted(self):
        self.assertEqual(tally([], NAMES), dict.fromkeys(NAMES, Tally(0, 0, 0)))

    def test_stranger(self):
        with self.assertRaises(TallyError):
            tally([('Dũng', 'yes')], NAMES)

    def test_unknown_choice(self):
        with self.assertRaises(UnknownWordError):
            tally([('An', 'maybe')], NAMES)

    def test_abstentions_are_cast(self):
        self.assertEqual(Tally(yes=5, no=3, abstain=1).cast, 9)

    def test_ballots_may_be_an_iterator(self):
        self.assertEqual(tally(iter([('An', 'yes')]), iter(['An'])), {'An': Tally(yes=1)})

    @exactly
    @given(votes, st.randoms(use_true_random=False))
    def test_order_changes_nothing(self, ballots, random):
        expected = tally(ballots, NAMES)
        candidates, shuffled = list(NAMES), list(ballots)
        random.shuffle(candidates)
        random.shuffle(shuffled)
        self.assertEqual(tally(shuffled, candidates), expected)

    @exactly
    @given(votes)
    def test_every_ballot_is_counted_once(self, ballots):
        found = tally(ballots, NAMES)
        counted = Counter(
            {
                (name, choice): getattr(found[name], choice.value)
                for name in NAMES
                for choice in Choice
            }
        )
        self.assertEqual(+counted, Counter(ballots))

    @exactly
    @given(votes, votes)
    def test_counts_add_up(self, some, others):
        found = with_written(tally(some, NAMES), tally(others, NAMES))
        self.assertEqual(found, tally(some + others, NAMES))

    @exactly
    @given(counts, counts)
    def test_cast_adds_up(self, one, other):
        self.assertEqual((one + other).cast, one.cast + other.cast)


class TestWithWritten(BaseCase):
    def test_nothing_written(self):
        self.assertEqual(with_written({'An': Tally(1, 2, 3)}, {}), {'An': Tally(1, 2, 3)})

    def test_each_choice(self):
        found = with_written({'An': Tally(1, 2, 3)}, {'An': Tally(10, 20, 30)})
        self.assertEqual(found, {'An': Tally(11, 22, 33)})

    def test_stranger(self):
        with self.assertRaises(TallyError):
            with_written({'An': Tally(1)}, {'Bình': Tally(1)})


class TestHands(BaseCase):
    def test_everybody_raised_one(self):
        self.assertEqual(hands_findings('Lê An', Tally(5, 2, 1), 8), [])

    def test_too_few_or_too_many(self):
        for entitled in (7, 9):
            params = {'nominee': 'Lê An', 'cast': 8, 'entitled': entitled}
            with self.subTest(entitled):
                self.assertEqual(
                    hands_findings('Lê An', Tally(5, 2, 1), entitled),
                    [Finding('hands_mismatch', params)],
                )

    def test_negative(self):
        for votes in (Tally(-1, 8, 1), Tally(8, -1, 1), Tally(8, 1, -1)):
            with self.subTest(votes):
                self.assertEqual(
                    hands_findings('Lê An', votes, 8),
                    [Finding('votes_negative', {'nominee': 'Lê An'})],
                )

    def test_nobody_may_vote(self):
        self.assertEqual(hands_findings('Lê An', Tally(), 0), [])
