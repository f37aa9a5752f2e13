from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain import majority
from ..domain.cut import Outcome, Seats, cut, outcome
from ..domain.quorum import Room
from ..domain.ranking import rank
from ..domain.tally import Choice, tally
from .domain_common import exactly

#: From worst to best.
ORDER = (Outcome.NOT_PASSED, Outcome.PASSED_NOT_SELECTED, Outcome.TIED, Outcome.SELECTED)

seats_or_none = st.none() | st.builds(
    lambda one, other, used, reserved: Seats(*sorted([one, other]), used, reserved),
    *[st.integers(0, 6)] * 2,
    *[st.integers(0, 3)] * 2,
)


class TestWholeRound(BaseCase):
    """Ballots to seats: the modules together, as a round uses them."""

    ROOM = Room(members=9, voting=9, present=9)
    CANDIDATES = ('An', 'Bình', 'Chi', 'Dũng', 'Giang')
    ballots = st.lists(
        st.lists(st.sampled_from(Choice), min_size=5, max_size=5), min_size=9, max_size=9
    )
    rules = st.builds(
        majority.Rule,
        st.integers(0, 10),
        st.just(10),
        st.booleans(),
        st.sampled_from(majority.Base),
    )

    def outcomes(self, votes, rule, seats, candidates=CANDIDATES):
        tallies = tally(votes, candidates)
        passing = {
            candidate: counted.yes
            for candidate, counted in tallies.items()
            if majority.verdict(
                rule, counted.yes, majority.bases(self.ROOM, 0, counted.cast)
            ).passed
        }
        line = cut(passing, seats)
        return {candidate: outcome(candidate, line) for candidate in candidates}

    def votes(self, ballots):
        return [
            (candidate, choice)
            for ballot in ballots
            for candidate, choice in zip(self.CANDIDATES, ballot, strict=True)
        ]

    @exactly
    @given(ballots, rules, seats_or_none, st.randoms(use_true_random=False))
    def test_permutations_change_nothing(self, ballots, rule, seats, random):
        votes, candidates = self.votes(ballots), list(self.CANDIDATES)
        expected = self.outcomes(votes, rule, seats)
        random.shuffle(votes)
        random.shuffle(candidates)
        self.assertEqual(self.outcomes(votes, rule, seats, candidates), expected)

    @exactly
    @given(ballots, rules, seats_or_none, st.data())
    def test_a_yes_more_never_harms(self, ballots, rule, seats, data):
        votes = self.votes(ballots)
        place = data.draw(st.integers(0, len(votes) - 1))
        lucky = votes[place][0]
        turned = [*votes[:place], (lucky, Choice.YES), *votes[place + 1 :]]
        before = self.outcomes(votes, rule, seats)[lucky]
        after = self.outcomes(turned, rule, seats)[lucky]
        self.assertLessEqual(ORDER.index(before), ORDER.index(after))
        ranks = [
            rank({name: one.yes for name, one in tally(cast, self.CANDIDATES).items()})[lucky]
            for cast in (votes, turned)
        ]
        self.assertLessEqual(ranks[1], ranks[0])
