"""One finding of each code on decisions (domain/decision.py), to be put into words."""

from dataclasses import replace
from datetime import date

from ..domain import decision, decision_change, decision_paper
from ..domain.findings import Finding

DAY = date(2025, 9, 26)
PAPER = decision_paper.Paper(
    number='',
    has_series=False,
    same_number=(),
    day=None,
    today=DAY,
    signatory='',
    award='Giấy khen',
    authority='Trưởng ban',
    award_authority='Đảng ủy',
    is_forwarded=False,
    sessions=(
        decision_paper.Session('Phiên 1', date(2025, 9, 28)),
        decision_paper.Session('Phiên 2', None),
    ),
)
NAMED = decision.Named('Lê An', 'Giấy khen', 'approved', decision.Verdict(True, 'Phiên 1'))
CHANGE = decision_change.Change(
    kind='revocation',
    original='97/QĐ',
    original_state='effective',
    original_day=DAY,
    day=date(2025, 9, 25),
    reason='',
    ground='',
    revoked=('Lê An',),
    unchanged=('Vũ Bình',),
)

REWORDED = decision_change.Reworded('Lê An', 'Lê Ân', False, 710_000, 700_000, 710_000)


def decision_examples():
    """Return findings of all codes on decisions, some of them twice with other figures."""
    return [
        decision.state_finding('issue', 'issued'),
        Finding('decision_nobody'),
        Finding('decision_scan_missing'),
        *_papers(),
        *_named(),
        decision.seats_finding('05-07 cá nhân', 7, ['Lê An', 'Vũ Bình'], 6, 'KH IV.2.1.c'),
        decision.seats_finding('01 tập thể', 1, [], 2),
        decision.rate_finding('base_salary', 'Giấy khen', '', DAY),
        decision.rate_finding('prize_coefficient', 'Giấy khen', 'individual', DAY),
        *decision_change.change_findings(CHANGE),
        *decision_change.change_findings(replace(CHANGE, kind='correction')),
        *decision_change.reworded_findings(REWORDED),
        *decision_change.reworded_findings(replace(REWORDED, formula=None)),
        decision_change.kind_finding('correction', '301/QĐ', '97/QĐ'),
        decision_change.pending_finding(('Lê An',), ('301/QĐ',)),
        *decision_change.annul_findings('award', 'issued', 'x'),
        *decision_change.annul_findings('revocation', 'draft', ''),
        decision_change.too_large_finding(2_147_483_647),
        *decision_change.forward_findings('Lê An', 'Giấy khen', False, ('97/QĐ',)),
    ]


def _papers():
    late = replace(PAPER, number='97/QĐ', same_number=('97/QĐ (05/01/2025)',), is_forwarded=True)
    return [
        *decision_paper.paper_findings(PAPER),
        *decision_paper.paper_findings(replace(PAPER, has_series=True, has_gaps=True)),
        *decision_paper.paper_findings(replace(PAPER, has_series=True, has_symbol=False)),
        *decision_paper.paper_findings(replace(PAPER, number='97', lacks_head=True)),
        *decision_paper.paper_findings(replace(late, day=date(2025, 9, 27))),
    ]


def _named():
    changes = (
        {'state': 'on_hold', 'holds': ('DN/1',)},
        {'revoked': (decision.Revoked('301/QĐ', 'false_declaration'),)},
        {'state': 'accepted'},
        {'verdict': decision.Verdict()},
        {'verdict': decision.Verdict(False, 'Phiên 1')},
        {'elsewhere': ('97/QĐ',)},
        {'same_award': ('97/QĐ',), 'other_awards': (decision.Held('12/QĐ'),)},
    )
    return [
        finding
        for change in changes
        for finding in decision.named_findings(replace(NAMED, **change))
    ]
