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
    # decision
    'decision_wrong_state',
    'decision_nobody',
    'decision_number_missing',
    'decision_number_used',
    'decision_symbol_missing',
    'number_not_whole',
    'decision_date_missing',
    'decision_date_future',
    'decision_date_before_session',
    'decision_signatory_missing',
    'decision_head_missing',
    'decision_place_missing',
    'decision_wrong_authority',
    'decision_forwarded_award',
    'decision_session_not_minuted',
    'decision_no_verdict',
    'decision_not_approved',
    'decision_named_elsewhere',
    'decision_same_award',
    'decision_same_achievement',
    'decision_seats_exceeded',
    'decision_prize_rate_missing',
    'decision_scan_missing',
    'decision_reason_missing',
    'decision_line_revoked',
    'decision_nothing_corrected',
    'decision_date_before_original',
    'decision_series_gaps',
    'decision_revoked_before',
    'decision_change_of_change',
    'decision_change_pending',
    'decision_name_unconfirmed',
    'decision_prize_unexplained',
    'decision_prize_too_large',
    'decision_annul_award',
    'decision_annul_reason',
    'forward_decided_here',
    'forward_in_decision',
    # submission upward
    'submission_empty',
    'submission_field_missing',
    'submission_date_future',
    'submission_date_early',
    'submission_package_stale',
    'submission_wrong_authority',
    'submission_not_approved',
    'submission_verdict_missing',
    'submission_not_minuted',
    'submission_clause_missing',
    'submission_report_missing',
    'submission_rewarded_before',
    'reply_empty',
    'reply_not_waiting',
    'reply_reason_missing',
    'reply_date_early',
    'reply_date_future',
    'reply_name_ambiguous',
    'reply_nobody_of_that_name',
    'reply_result_unclear',
    'reply_unit_differs',
    'reply_contradicts_itself',
    # lists read from a file
    'table_headings_missing',
    'table_bad_date',
    'table_bad_amount',
    'table_no_text',
    'table_damaged',
    'table_type_refused',
    'table_too_large',
    'table_cell_too_long',
    'table_declares_type',
    'table_empty',
    'import_formula',
    'import_name_missing',
    'import_name_differs',
    'import_holder_ambiguous',
    'import_holder_unknown',
    'import_unit_differs',
    'import_same_number',
    'import_revoked',
    'import_award_missing',
    'import_award_unknown',
    'import_years_differ',
    'import_date_future',
    'import_year_early',
    'registry_decided_here',
    'registry_since_here',
    # prize
    'prize_not_highest',
    # certificate
    'certificate_text_too_long',
    'decision_certificate_too_long',
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
