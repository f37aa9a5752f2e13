"""What a rule answers when it is not kept: a code with figures, put into words elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .errors import UnknownCodeError

CODES: tuple[str, ...] = (
    # windows
    'window_not_open',
    'window_closed',
    'phase_reversed',
    'phase_open_ended_not_last',
    'phases_overlap',
    # quota
    'quota_exceeded',
    'count_missing',
    # states
    'wrong_state',
    'campaign_not_launched',
    # review
    'votes_negative',
    'votes_exceed_present',
    'votes_missing',
    'present_exceeds_summoned',
    'quorum_not_met',
    'review_missing',
    'review_not_supported',
    # meeting
    'meeting_end_missing',
    'meeting_reversed',
    'meeting_not_over',
    'nobody_present',
    'officer_missing',
    'officer_absent',
    'nobody_voted_on',
    'nominee_elsewhere',
    'nominee_settled',
    # eligibility
    'subject_not_allowed',
    'outsider_not_allowed',
    'not_in_unit',
    'category_not_eligible',
    'duplicate_award',
    'justification_missing',
    'on_hold_pending',
    # completeness
    'criterion_unassessed',
    'criterion_not_met',
    'criterion_without_evidence',
    'file_missing',
    'file_type_refused',
    'file_too_large',
    'file_empty',
    'section_empty',
    # council: quorum
    'session_quorum_not_met',
    'item_quorum_not_met',
    'chair_absent',
    # council: count and majority
    'paper_negative',
    'paper_issued_exceeds_entitled',
    'paper_returned_exceeds_issued',
    'paper_valid_invalid_mismatch',
    'paper_candidate_mismatch',
    'tellers_disagree',
    'hands_mismatch',
    'majority_below_legal',
    # council: seats
    'minimum_not_reached',
    'chair_choice_incomplete',
)


@dataclass(frozen=True)
class Finding:
    """One rule that is not kept.

    :param code: one of :data:`CODES`; the message in the user's language hangs on it
    :param params: the figures and names of that message, by name; read-only afterwards
    :param citation: the clause or article that sets the rule, '' if none is known
    :raises UnknownCodeError: the code is not in :data:`CODES`

    >>> finding = Finding('window_closed', {'closes': '30/8/2025'}, 'KH IV.3')
    >>> finding.params['closes']
    '30/8/2025'
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    citation: str = ''

    def __post_init__(self):
        if self.code not in CODES:
            raise UnknownCodeError(self.code)
        object.__setattr__(self, 'params', MappingProxyType(dict(self.params)))

    def __hash__(self):
        return hash((self.code, frozenset(self.params.items()), self.citation))
