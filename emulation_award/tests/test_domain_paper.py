from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import TallyError
from ..domain.findings import Finding
from ..domain.tally import Line, Paper, Tally, paper_findings, teller_findings
from .domain_common import exactly

AN = Line('Lê An', Tally(5, 2, 1))
BINH = Line('Vũ Bình', Tally(4, 3, 0), recused=1)
# 9 may vote; one ballot is spoilt, and one of the others does not name Vũ Bình.
COUNTED = Paper(issued=9, returned=9, valid=8, invalid=1, lines=(AN, BINH))


class TestPaper(BaseCase):
    def assert_found(self, expected, entitled=9, **changes):
        self.assertEqual(paper_findings(replace(COUNTED, **changes), entitled), expected)

    def assert_mismatch(self, line, fewest, most, **changes):
        valid = changes.get('valid', COUNTED.valid)
        params = {
            'nominee': line.nominee,
            'cast': line.votes.cast,
            'valid': valid,
            'recused': line.recused,
            'fewest': fewest,
            'most': most,
        }
        self.assert_found([Finding('paper_candidate_mismatch', params)], lines=(line,), **changes)

    def test_all_figures_agree(self):
        self.assert_found([])

    def test_issued_within_the_entitled(self):
        params = {'issued': 9, 'entitled': 8}
        self.assert_found([Finding('paper_issued_exceeds_entitled', params)], entitled=8)

    def test_not_everybody_took_a_ballot(self):
        self.assert_found([], entitled=10)

    def test_returned_within_the_issued(self):
        params = {'issued': 8, 'returned': 9}
        self.assert_found([Finding('paper_returned_exceeds_issued', params)], issued=8)

    def test_a_ballot_is_not_returned(self):
        self.assert_found([], returned=8, invalid=0)

    def test_valid_and_invalid_are_returned(self):
        for invalid in (0, 2):
            params = {'returned': 9, 'valid': 8, 'invalid': invalid}
            with self.subTest(invalid):
                self.assert_found(
                    [Finding('paper_valid_invalid_mismatch', params)], invalid=invalid
                )

    def test_negative_heads(self):
        for figure in ('issued', 'returned', 'valid', 'invalid'):
            with self.subTest(figure):
                self.assert_found([Finding('paper_negative', {'figure': figure})], **{figure: -1})

    def test_no_ballot_at_all(self):
        lines = (Line('Lê An', Tally()),)
        self.assert_found([], issued=0, returned=0, valid=0, invalid=0, lines=lines)

    def test_every_contradiction_of_the_ballots_is_told(self):
        found = paper_findings(Paper(10, 11, 8, 1), entitled=9)
        self.assertEqual(
            [finding.code for finding in found],
            [
                'paper_issued_exceeds_entitled',
                'paper_returned_exceeds_issued',
                'paper_valid_invalid_mismatch',
            ],
        )

    def test_votes_are_looked_at_once_the_ballots_agree(self):
        wrong = (replace(AN, votes=Tally(0, 0, 0)),)
        found = paper_findings(replace(COUNTED, lines=wrong, invalid=0), entitled=9)
        self.assertEqual([finding.code for finding in found], ['paper_valid_invalid_mismatch'])

    def test_votes_are_the_valid_ballots(self):
        for yes in (4, 6):
            with self.subTest(yes):
                self.assert_mismatch(replace(AN, votes=Tally(yes, 2, 1)), 8, 8)

    def test_ballots_of_the_recused_do_not_name_the_candidate(self):
        for cast in (5, 7, 9):
            line = Line('Vũ Bình', Tally(cast, 0, 0), recused=3)
            with self.subTest(cast):
                self.assert_mismatch(line, 6, 6, valid=9, invalid=0)

    def test_all_ballots_valid_leave_no_leeway(self):
        lines = (Line('Vũ Bình', Tally(6, 0, 0), recused=3),)
        self.assert_found([], valid=9, invalid=0, lines=lines)

    def test_the_invalid_ballot_may_be_of_a_recused(self):
        for cast in (7, 8):
            with self.subTest(cast):
                self.assert_found([], lines=(replace(BINH, votes=Tally(yes=cast)),))
        for cast in (6, 9):
            with self.subTest(cast):
                self.assert_mismatch(replace(BINH, votes=Tally(yes=cast)), 7, 8)

    def test_the_ballot_not_taken_may_be_of_a_recused(self):
        lines = (Line('Vũ Bình', Tally(yes=8), recused=1),)
        self.assert_found([], issued=8, returned=8, invalid=0, lines=lines)

    def test_fewer_valid_than_recused(self):
        line = Line('Vũ Bình', Tally(yes=2), recused=8)
        self.assert_mismatch(line, 0, 1, returned=9, valid=2, invalid=7)

    def test_negative_votes(self):
        for tallied in (Tally(-1, 8, 1), Tally(8, -1, 1), Tally(8, 1, -1)):
            with self.subTest(tallied):
                self.assert_found(
                    [Finding('votes_negative', {'nominee': 'Lê An'})],
                    lines=(replace(AN, votes=tallied),),
                )

    def test_every_candidate_is_told(self):
        wrong = (Line('Lê An', Tally(1)), BINH, Line('Lê Chi', Tally(2)))
        found = paper_findings(replace(COUNTED, lines=wrong), entitled=9)
        self.assertEqual([finding.params['nominee'] for finding in found], ['Lê An', 'Lê Chi'])

    @exactly
    @given(st.data())
    def test_an_honest_count_is_never_refused(self, data):
        """Members take a ballot or not, hand it in or not, fill it or spoil it."""
        fates = data.draw(
            st.lists(st.sampled_from(['untaken', 'kept', 'spoilt', 'yes', 'no', 'abstain']))
        )
        recused = data.draw(st.lists(st.booleans(), min_size=len(fates), max_size=len(fates)))
        fate = Counter(fates)
        valid = Counter(
            fate
            for fate, is_recused in zip(fates, recused, strict=True)
            if fate in {'yes', 'no', 'abstain'} and not is_recused
        )
        issued = len(fates) - fate['untaken']
        returned = issued - fate['kept']
        line = Line('Lê An', Tally(valid['yes'], valid['no'], valid['abstain']), sum(recused))
        paper = Paper(
            issued, returned, returned - fate['spoilt'], invalid=fate['spoilt'], lines=(line,)
        )
        self.assertEqual(paper_findings(paper, entitled=len(fates)), [])

    @exactly
    @given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 30))
    def test_leeway_is_what_honest_counts_need(self, valid, invalid, recused):
        entitled = max(valid + invalid, recused)
        accepted = {
            cast
            for cast in range(valid + 2)
            if not paper_findings(
                Paper(
                    valid + invalid,
                    valid + invalid,
                    valid,
                    invalid,
                    (Line('Lê An', Tally(cast), recused),),
                ),
                entitled,
            )
        }
        # Valid ballots of the recused: at most all of either, at least who is left of all others.
        honest = {
            valid - theirs
            for theirs in range(min(valid, recused) + 1)
            if recused - theirs <= entitled - valid
        }
        self.assertEqual(accepted, honest)


class TestTellers(BaseCase):
    def assert_disagree(self, nominee, figure, first, second, other):
        params = {'nominee': nominee, 'figure': figure, 'first': first, 'second': second}
        self.assertEqual(teller_findings(COUNTED, other), [Finding('tellers_disagree', params)])

    def test_agree(self):
        self.assertEqual(teller_findings(COUNTED, replace(COUNTED)), [])

    def test_each_head(self):
        for figure in ('issued', 'returned', 'valid', 'invalid'):
            with self.subTest(figure):
                first = getattr(COUNTED, figure)
                other = replace(COUNTED, **{figure: 0})
                self.assert_disagree('', figure, first, 0, other)

    def test_each_vote_of_each_candidate(self):
        for place, line in enumerate(COUNTED.lines):
            for figure in ('yes', 'no', 'abstain'):
                with self.subTest(f'{line.nominee} {figure}'):
                    first = getattr(line.votes, figure)
                    lines = list(COUNTED.lines)
                    lines[place] = replace(line, votes=replace(line.votes, **{figure: 77}))
                    other = replace(COUNTED, lines=tuple(lines))
                    self.assert_disagree(line.nominee, figure, first, 77, other)

    def test_every_difference_is_told(self):
        other = Paper(8, 8, 8, 0, (replace(AN, votes=Tally(4, 3, 1)), BINH))
        figures = [finding.params['figure'] for finding in teller_findings(COUNTED, other)]
        self.assertEqual(figures, ['issued', 'returned', 'invalid', 'yes', 'no'])

    def test_namesakes_are_told_apart(self):
        namesakes = replace(COUNTED, lines=(AN, replace(AN, votes=Tally(3, 3, 2))))
        other = replace(COUNTED, lines=(AN, replace(AN, votes=Tally(3, 3, 1))))
        found = teller_findings(namesakes, other)
        self.assertEqual([finding.params['first'] for finding in found], [2])

    def test_same_candidates_in_the_same_order(self):
        for lines in ((AN,), (BINH, AN), ()):
            with self.subTest(lines), self.assertRaises(TallyError):
                teller_findings(COUNTED, replace(COUNTED, lines=lines))

    @exactly
    @given(*[st.builds(Paper, *[st.integers(0, 2)] * 4)] * 2)
    def test_who_is_first_does_not_matter(self, one, other):
        def told(findings):
            return [finding.params['figure'] for finding in findings]

        self.assertEqual(told(teller_findings(one, other)), told(teller_findings(other, one)))
