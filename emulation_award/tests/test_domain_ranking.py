from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.ranking import rank
from .domain_common import exactly

counts = st.dictionaries(st.integers(1, 30), st.integers(0, 9))


class TestRank(BaseCase):
    def test_equals_share_a_rank_and_the_next_is_skipped(self):
        self.assertEqual(
            rank({'Dũng': 7, 'An': 9, 'Chi': 8, 'Bình': 8}),
            {'An': 1, 'Bình': 2, 'Chi': 2, 'Dũng': 4},
        )

    def test_all_equal(self):
        self.assertEqual(rank({'An': 0, 'Bình': 0}), {'An': 1, 'Bình': 1})

    def test_three_at_the_top(self):
        self.assertEqual(rank({1: 9, 2: 9, 3: 9, 4: 0}), {1: 1, 2: 1, 3: 1, 4: 4})

    def test_nobody(self):
        self.assertEqual(rank({}), {})

    @exactly
    @given(counts)
    def test_more_votes_rank_higher_and_equal_votes_equal(self, yes):
        ranks = rank(yes)
        for one in yes:
            for other in yes:
                self.assertEqual(ranks[one] < ranks[other], yes[one] > yes[other])

    @exactly
    @given(counts)
    def test_ranks_are_places_in_the_order(self, yes):
        order = sorted(yes.values(), reverse=True)
        expected = {candidate: order.index(count) + 1 for candidate, count in yes.items()}
        self.assertEqual(rank(yes), expected)

    @exactly
    @given(counts, st.randoms(use_true_random=False))
    def test_order_of_candidates_changes_nothing(self, yes, random):
        shuffled = list(yes.items())
        random.shuffle(shuffled)
        self.assertEqual(rank(dict(shuffled)), rank(yes))

    @exactly
    @given(counts.filter(bool), st.data())
    def test_one_more_in_favour_never_lowers_a_rank(self, yes, data):
        lucky = data.draw(st.sampled_from(sorted(yes)))
        before, after = rank(yes), rank({**yes, lucky: yes[lucky] + 1})
        self.assertLessEqual(after[lucky], before[lucky])
        self.assertEqual(
            [other for other in yes if other != lucky and after[other] < before[other]], []
        )
