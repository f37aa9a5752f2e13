from dataclasses import replace
from datetime import datetime, timedelta, timezone

from odoo.tests import BaseCase

from ..domain.findings import Finding
from ..domain.meeting import Meeting, Officer, closing_findings, nominee_finding
from ..domain.states import State

EIGHT = datetime(2025, 8, 18, 1, tzinfo=timezone.utc)  # 08:00 in Hanoi
TEN = EIGHT + timedelta(hours=2)
NOON = EIGHT + timedelta(hours=4)

CHAIR = Officer('chair', 'Nguyễn Văn An', present=True)
SECRETARY = Officer('secretary', 'Lê Thị Bình', present=True)
HELD = Meeting(EIGHT, TEN, summoned=10, present=9, officers=(CHAIR, SECRETARY), nominees=2)


class TestClosing(BaseCase):
    def assert_found(self, expected, now=NOON, **changes):
        self.assertEqual(closing_findings(replace(HELD, **changes), now), expected)

    def test_complete_minutes_may_be_closed(self):
        self.assert_found([])

    def test_the_end_is_said(self):
        self.assert_found([Finding('meeting_end_missing')], end=None)

    def test_the_end_follows_the_start(self):
        early = EIGHT - timedelta(minutes=1)
        expected = [Finding('meeting_reversed', {'start': EIGHT, 'end': early})]
        self.assert_found(expected, end=early)

    def test_a_meeting_may_be_over_at_once(self):
        self.assert_found([], end=EIGHT)

    def test_minutes_are_closed_after_the_meeting(self):
        before = TEN - timedelta(seconds=1)
        expected = [Finding('meeting_not_over', {'end': TEN, 'now': before})]
        self.assert_found(expected, now=before)
        self.assert_found([], now=TEN)

    def test_somebody_came(self):
        self.assert_found([Finding('nobody_present', {'summoned': 10})], present=0)

    def test_officers_are_named(self):
        unnamed = (replace(CHAIR, name='', present=False), SECRETARY)
        self.assert_found([Finding('officer_missing', {'office': 'chair'})], officers=unnamed)

    def test_officers_are_present(self):
        absent = (CHAIR, replace(SECRETARY, present=False))
        params = {'office': 'secretary', 'name': 'Lê Thị Bình'}
        self.assert_found([Finding('officer_absent', params)], officers=absent)

    def test_there_is_a_nominee(self):
        self.assert_found([Finding('nobody_voted_on')], nominees=0)

    def test_everything_wrong_is_told_at_once(self):
        nobody = tuple(replace(officer, present=False) for officer in (CHAIR, SECRETARY))
        found = closing_findings(Meeting(EIGHT, None, 0, 0, nobody, 0), NOON)
        self.assertEqual(
            [finding.code for finding in found],
            [
                'meeting_end_missing',
                'nobody_present',
                'officer_absent',
                'officer_absent',
                'nobody_voted_on',
            ],
        )


class TestNominee(BaseCase):
    def test_decided_before_the_dossier_is_sent(self):
        open_to = {state for state in State if not nominee_finding('Lê An', state, True)}
        self.assertEqual(open_to, {State.DRAFT, State.REVIEWED})

    def test_own_unit_and_phase_only(self):
        for state in State:
            with self.subTest(state):
                self.assertEqual(
                    nominee_finding('Lê An', state, False),
                    Finding('nominee_elsewhere', {'nominee': 'Lê An'}),
                )

    def test_state_is_told(self):
        self.assertEqual(
            nominee_finding('Lê An', 'submitted', True),
            Finding('nominee_settled', {'nominee': 'Lê An', 'state': 'submitted'}),
        )
