from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import TransitionError, UnknownOperationError, UnknownWordError
from ..domain.findings import Finding
from ..domain.states import (
    EDITABLE,
    HOLDING,
    LIVE,
    TRANSITIONS,
    State,
    launched_finding,
    target,
    transition_finding,
)
from .domain_common import exactly

STATES = [
    'draft', 'reviewed', 'submitted', 'returned', 'accepted', 'on_agenda',
    'approved', 'not_approved', 'awarded', 'forwarded', 'withdrawn', 'on_hold',
]  # fmt: skip

HOLDABLE = {'submitted', 'returned', 'accepted', 'on_agenda', 'approved'}

#: Said once more in plain words, to be compared with.
EXPECTED = {
    'review': ({'draft'}, 'reviewed'),
    'submit': ({'reviewed'}, 'submitted'),
    'resubmit': ({'returned'}, 'submitted'),
    'return': ({'submitted', 'accepted'}, 'returned'),
    'accept': ({'submitted'}, 'accepted'),
    'withdraw': ({'draft', 'reviewed', 'submitted', 'returned', 'accepted'}, 'withdrawn'),
    'revive': ({'withdrawn'}, 'draft'),
    'hold': (HOLDABLE, 'on_hold'),
    'release': ({'on_hold'}, None),
    'put_on_agenda': ({'accepted'}, 'on_agenda'),
    'take_off_agenda': ({'on_agenda'}, 'accepted'),
    'approve': ({'on_agenda'}, 'approved'),
    'not_approve': ({'on_agenda', 'on_hold'}, 'not_approved'),
    'award': ({'approved'}, 'awarded'),
    'forward': ({'approved'}, 'forwarded'),
    'reopen_award': ({'awarded'}, 'approved'),
    'take_back_forwarded': ({'forwarded'}, 'approved'),
    'award_forwarded': ({'forwarded'}, 'awarded'),
    'refuse_forwarded': ({'forwarded'}, 'not_approved'),
}

operations = st.sampled_from(sorted(EXPECTED))
states = st.sampled_from(STATES)


class TestStates(BaseCase):
    def test_states(self):
        self.assertEqual(list(State), STATES)

    def test_places_held(self):
        self.assertEqual(set(STATES) - HOLDING, {'draft', 'reviewed', 'withdrawn'})

    def test_live(self):
        self.assertEqual(set(STATES) - LIVE, {'withdrawn', 'not_approved'})

    def test_editable(self):
        editable = {'draft': 'everything', 'reviewed': 'dossier', 'returned': 'flagged'}
        self.assertEqual(EDITABLE, editable)

    def test_editable_is_read_only(self):
        with self.assertRaises(TypeError):
            EDITABLE['submitted'] = 'everything'

    def test_state_is_found_by_its_string(self):
        self.assertTrue('submitted' in HOLDING and 'draft' in EDITABLE)


class TestTransitions(BaseCase):
    def test_operations(self):
        self.assertEqual(dict(TRANSITIONS), EXPECTED)

    def test_are_read_only(self):
        with self.assertRaises(TypeError):
            TRANSITIONS['unreview'] = (frozenset({'reviewed'}), 'draft')

    @exactly
    @given(operations, states)
    def test_finding_exactly_where_not_open(self, operation, state):
        sources, _destination = EXPECTED[operation]
        self.assertEqual(transition_finding(operation, state) is None, state in sources)

    def test_finding_names_what_is_allowed_in_order(self):
        params = {
            'operation': 'return',
            'state': 'draft',
            'allowed': ('submitted', 'accepted'),
        }
        self.assertEqual(transition_finding('return', 'draft'), Finding('wrong_state', params))

    def test_unknown_operation(self):
        with self.assertRaises(UnknownOperationError):
            transition_finding('unreview', 'reviewed')

    def test_unknown_state(self):
        with self.assertRaises(UnknownWordError):
            transition_finding('submit', 'lost')


class TestTarget(BaseCase):
    def test_targets(self):
        for operation, (sources, destination) in EXPECTED.items():
            for state in sources if destination else ():
                with self.subTest(f'{operation} from {state}'):
                    self.assertEqual(target(operation, state), destination)

    def test_target_is_a_plain_string(self):
        self.assertEqual(
            [
                type(target('submit', 'reviewed')),
                type(target('release', 'on_hold', State.ACCEPTED)),
            ],
            [str, str],
        )

    def test_release_leads_back(self):
        for state in HOLDABLE:
            with self.subTest(state):
                self.assertEqual(target('release', target('hold', state), state), state)

    def test_release_to_nowhere(self):
        with self.assertRaises(TransitionError):
            target('release', 'on_hold')

    def test_release_to_where_no_hold_comes_from(self):
        for state in set(STATES) - HOLDABLE:
            with self.subTest(state), self.assertRaises(TransitionError):
                target('release', 'on_hold', state)

    @exactly
    @given(operations, states)
    def test_wrong_state_is_refused(self, operation, state):
        if transition_finding(operation, state):
            with self.assertRaises(TransitionError):
                target(operation, state, before_hold='accepted')

    def test_unknown_operation(self):
        with self.assertRaises(UnknownOperationError):
            target('unreview', 'reviewed')


class TestLaunchedFinding(BaseCase):
    def test_only_a_launched_campaign_takes_nominations(self):
        self.assertIsNone(launched_finding('Phong trào', 'launched'))
        for state in ('draft', 'closed', 'cancelled'):
            with self.subTest(state):
                self.assertEqual(
                    launched_finding('Phong trào', state),
                    Finding('campaign_not_launched', {'campaign': 'Phong trào', 'state': state}),
                )
