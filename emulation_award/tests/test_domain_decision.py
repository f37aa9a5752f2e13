from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.decision import (
    OPEN_TO,
    DecisionState,
    Held,
    Named,
    Revoked,
    Verdict,
    named_findings,
    rate_finding,
    seats_finding,
    state_finding,
)
from ..domain.decision_change import (
    Change,
    Reworded,
    annul_findings,
    change_findings,
    forward_findings,
    pending_finding,
    reworded_findings,
)
from ..domain.decision_facts import Ground
from ..domain.decision_paper import Paper, Session, paper_findings
from ..domain.eligibility import PENDING_CASE
from ..domain.states import State
from .domain_common import exactly

DAY = date(2025, 9, 26)
PAPER = Paper(
    number='97/QĐ-BQL',
    has_series=False,
    same_number=(),
    day=DAY,
    today=DAY,
    signatory='Nguyễn Văn Trưởng',
    award='Giấy khen',
    authority='Trưởng ban',
    award_authority='Trưởng ban',
    is_forwarded=False,
    sessions=(Session('Phiên họp đợt 1', date(2025, 9, 8)),),
    place='Lạng Sơn',
)
NAMED = Named('Vũ An', 'Giấy khen', 'approved', Verdict(True, 'Phiên họp đợt 1'))
CHANGE = Change('correction', '97/QĐ', 'effective', DAY, DAY, 'Sai họ tên', '')


def codes(findings):
    return [finding.code for finding in findings]


class TestStateFinding(BaseCase):
    EXPECTED = {
        'edit': {'draft'},
        'issue': {'draft'},
        'cancel': {'draft'},
        'take_effect': {'issued'},
        'change': {'issued', 'effective'},
        'annul': {'issued'},
    }

    def test_exactly_where_it_is_open(self):
        self.assertEqual(set(OPEN_TO), set(self.EXPECTED))
        for operation, allowed in self.EXPECTED.items():
            for state in DecisionState:
                with self.subTest(operation=operation, state=state):
                    is_open = state_finding(operation, state.value) is None
                    self.assertEqual(is_open, state.value in allowed)


class TestPaper(BaseCase):
    def _codes(self, **changes):
        return codes(paper_findings(replace(PAPER, **changes)))

    def test_nothing_wrong(self):
        self.assertEqual(self._codes(), [])

    def test_number(self):
        self.assertEqual(self._codes(number=' '), ['decision_number_missing'])
        self.assertEqual(self._codes(number='', has_series=True), [])
        self.assertEqual(self._codes(same_number=('97/qđ-BQL',)), ['decision_number_used'])

    def test_a_number_is_ordinal_and_symbol(self):
        for number in ('97', 'xyz', 'QĐ-BQL', '97/', '97/2025', '/QĐ'):
            with self.subTest(number):
                self.assertEqual(self._codes(number=number), ['number_not_whole'])
        for number in ('97/QĐ', '97a/QĐ-BQL', '97/2025/QĐ-UBND', '41-QĐ/ĐU', '7 / qđ – bql'):
            with self.subTest(number):
                self.assertEqual(self._codes(number=number), [])

    def test_ordinals_of_a_series_need_a_symbol(self):
        self.assertEqual(
            self._codes(number='', has_series=True, has_symbol=False), ['decision_symbol_missing']
        )
        self.assertEqual(self._codes(has_series=True, has_symbol=False), [], 'typed whole')

    def test_a_series_that_loses_numbers(self):
        self.assertEqual(
            self._codes(number='', has_series=True, has_gaps=True), ['decision_series_gaps']
        )
        self.assertEqual(self._codes(has_series=True, has_gaps=True), [], 'typed, none is taken')

    def test_date(self):
        self.assertEqual(self._codes(day=None), ['decision_date_missing'])
        self.assertEqual(self._codes(day=date(2025, 9, 27)), ['decision_date_future'])
        self.assertEqual(self._codes(day=date(2025, 9, 7)), ['decision_date_before_session'])
        self.assertEqual(self._codes(day=date(2025, 9, 8)), [], 'the day of the minutes will do')

    def test_every_session_is_minuted(self):
        sessions = (*PAPER.sessions, Session('Phiên họp đợt 2', None))
        findings = paper_findings(replace(PAPER, sessions=sessions))
        self.assertEqual(codes(findings), ['decision_session_not_minuted'])
        self.assertEqual(findings[0].params['session'], 'Phiên họp đợt 2')

    def test_signatory(self):
        self.assertEqual(self._codes(signatory=''), ['decision_signatory_missing'])
        self.assertEqual(self._codes(lacks_head=True), ['decision_head_missing'])

    def test_place(self):
        self.assertEqual(self._codes(place=' '), ['decision_place_missing'])

    def test_authority(self):
        self.assertEqual(self._codes(award_authority='Đảng ủy'), ['decision_wrong_authority'])
        self.assertEqual(self._codes(is_forwarded=True), ['decision_forwarded_award'])

    def test_all_at_once(self):
        found = self._codes(number='', day=None, signatory='')
        self.assertEqual(
            found,
            ['decision_number_missing', 'decision_date_missing', 'decision_signatory_missing'],
        )


class TestNamed(BaseCase):
    def _codes(self, **changes):
        return codes(named_findings(replace(NAMED, **changes)))

    def test_approved_and_selected(self):
        self.assertEqual(self._codes(), [])

    def test_every_other_state_is_refused(self):
        for state in set(State) - {State.APPROVED}:
            with self.subTest(state.value):
                self.assertEqual(self._codes(state=state.value), ['decision_not_approved'])

    def test_a_pending_case_wherever_it_is_noted(self):
        for state in (State.APPROVED, State.ON_HOLD):
            with self.subTest(state.value):
                [found] = named_findings(replace(NAMED, state=state.value, holds=('DN/7',)))
                self.assertEqual((found.code, found.citation), ('on_hold_pending', PENDING_CASE))
                self.assertEqual(found.params, {'nominee': 'Vũ An', 'holds': 'DN/7'})

    def test_taken_back_before(self):
        for ground in Ground:
            with self.subTest(ground.value):
                found = named_findings(replace(NAMED, revoked=(Revoked('301/QĐ', ground.value),)))
                expected = [] if ground is Ground.MISTAKE else ['decision_revoked_before']
                self.assertEqual(codes(found), expected)
                self.assertTrue(all('khoản 2 Điều 93' in one.citation for one in found))

    def test_approved_without_a_verdict(self):
        self.assertEqual(self._codes(verdict=Verdict()), ['decision_no_verdict'])
        self.assertEqual(self._codes(verdict=Verdict(False, 'Phiên')), ['decision_no_verdict'])

    def test_named_twice(self):
        self.assertEqual(self._codes(elsewhere=('98/QĐ',)), ['decision_named_elsewhere'])
        self.assertEqual(self._codes(same_award=('98/QĐ',)), ['decision_same_award'])
        self.assertEqual(self._codes(same_wording=('12/QĐ',)), ['decision_same_achievement'])

    def test_two_achievements_are_explained_in_either_dossier(self):
        other = Held('98/QĐ')
        self.assertEqual(self._codes(other_awards=(other,)), ['decision_same_achievement'])
        self.assertEqual(self._codes(other_awards=(other,), justification='Khác'), [])
        told = Held('98/QĐ', 'Sáng kiến khác')
        self.assertEqual(self._codes(other_awards=(told,)), [])
        self.assertEqual(
            self._codes(other_awards=(told, other)), ['decision_same_achievement'], 'one is not'
        )
        self.assertEqual(
            self._codes(other_awards=(other,), justification='  '), ['decision_same_achievement']
        )

    def test_an_explanation_does_not_allow_the_same_words(self):
        self.assertEqual(
            self._codes(same_wording=('12/QĐ',), justification='Khác'),
            ['decision_same_achievement'],
        )


class TestSeats(BaseCase):
    @exactly
    @given(st.integers(0, 30), st.integers(0, 30), st.integers(1, 30))
    def test_exactly_above_the_ceiling(self, ceiling, used, more):
        finding = seats_finding('Chỉ tiêu', ceiling, [f'N{at}' for at in range(used)], more)
        self.assertEqual(finding is None, used + more <= ceiling)
        if finding:
            self.assertEqual(finding.params['short_by'], used + more - ceiling)

    def test_holders_in_vietnamese_order(self):
        finding = seats_finding('Chỉ tiêu', 2, ['Vũ Đào', 'Lê Ân'], 1, 'KH IV')
        self.assertEqual((finding.params['holders'], finding.citation), ('Lê Ân, Vũ Đào', 'KH IV'))


class TestChange(BaseCase):
    def _codes(self, **changes):
        return codes(change_findings(replace(CHANGE, **changes)))

    def test_nothing_wrong(self):
        self.assertEqual(self._codes(), [])
        self.assertEqual(self._codes(kind='revocation', ground='mistake'), [])

    def test_only_what_is_issued_is_changed(self):
        for state in DecisionState:
            with self.subTest(state.value):
                allowed = state.value in ('issued', 'effective')
                expected = [] if allowed else ['decision_wrong_state']
                self.assertEqual(self._codes(original_state=state.value), expected)

    def test_ground_and_reason(self):
        self.assertEqual(self._codes(reason=' '), ['decision_reason_missing'])
        self.assertEqual(self._codes(kind='revocation'), ['decision_reason_missing'])

    def test_date(self):
        self.assertEqual(self._codes(day=date(2025, 9, 25)), ['decision_date_before_original'])
        self.assertEqual(self._codes(day=None), [], 'said by the paper')

    def test_lines(self):
        self.assertEqual(self._codes(revoked=('An',)), ['decision_line_revoked'])
        self.assertEqual(self._codes(unchanged=('An',)), ['decision_nothing_corrected'])


class TestReworded(BaseCase):
    SAME = Reworded('Vũ An', 'Vũ An', False, 710_000, 710_000, 760_000)

    def _codes(self, **changes):
        return codes(reworded_findings(replace(self.SAME, **changes)))

    def test_what_stays_is_no_question(self):
        self.assertEqual(self._codes(), [])

    def test_name(self):
        self.assertEqual(self._codes(name='Vũ Ân'), ['decision_name_unconfirmed'])
        self.assertEqual(self._codes(name='Vũ Ân', is_confirmed=True), [])

    def test_amount(self):
        self.assertEqual(self._codes(prize=760_000), [])
        self.assertEqual(self._codes(prize=700_000), ['decision_prize_unexplained'])
        self.assertEqual(self._codes(prize=0, formula=None), ['decision_prize_unexplained'])
        self.assertEqual(
            self._codes(prize=700_000, explanation=' '), ['decision_prize_unexplained']
        )
        self.assertEqual(self._codes(prize=700_000, explanation='Quy chế'), [])


class TestPending(BaseCase):
    def test_names_who_and_what(self):
        self.assertIsNone(pending_finding((), ()))
        found = pending_finding(('Vũ An', 'Lê Ân'), ('100/QĐ',))
        self.assertEqual(found.params, {'names': 'Vũ An, Lê Ân', 'decisions': '100/QĐ'})


class TestAnnul(BaseCase):
    def test_issued_changes_alone_with_a_reason(self):
        for kind in ('correction', 'revocation'):
            self.assertEqual(annul_findings(kind, 'issued', 'Trùng'), [])
            self.assertEqual(
                codes(annul_findings(kind, 'effective', ' ')),
                ['decision_wrong_state', 'decision_annul_reason'],
            )
        self.assertEqual(codes(annul_findings('award', 'issued', 'x')), ['decision_annul_award'])


class TestForward(BaseCase):
    def test_forwarded_awards_alone(self):
        self.assertEqual(forward_findings('An', 'Bằng khen', True, ()), [])
        self.assertEqual(
            codes(forward_findings('An', 'Giấy khen', False, ('97/QĐ',))),
            ['forward_decided_here', 'forward_in_decision'],
        )


class TestRate(BaseCase):
    def test_says_the_day_and_the_article(self):
        finding = rate_finding('base_salary', 'Giấy khen', '', DAY)
        self.assertEqual(finding.params['day'], '26/9/2025')
        self.assertIn('Điều 49', finding.citation)
