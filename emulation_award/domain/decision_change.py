"""What may become of what was decided: correction, revocation, or a superior authority.

đính chính, hủy bỏ quyết định; trình cấp trên
"""

from dataclasses import dataclass
from datetime import date

from .decision import state_finding
from .decision_facts import DecisionKind
from .findings import Finding
from .number_words import dotted
from .prize import CITATION
from .vietnamese import short_date

#: Grounds on which an award is taken back.
REVOCATION = 'Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2'


@dataclass(frozen=True)
class Change:
    """A correction or revocation beside what it changes.

    :param kind: 'correction' or 'revocation'
    :param original: number of the decision it changes
    :param revoked: names of lines that are revoked already
    :param unchanged: names of lines that a correction leaves as they are
    """

    kind: str
    original: str
    original_state: str
    original_day: date | None
    day: date | None
    reason: str
    ground: str
    revoked: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reworded:
    """A line of a correction, before and after.

    :param is_confirmed: whether somebody said that the other name is of the same holder
    :param before: prize as it read, đồng
    :param prize: as it should have read, đồng
    :param formula: coefficient × base salary on the day of the original, rounded up; None where
        the catalogue lacks a figure
    :param explanation: why the prize is another amount than that
    """

    was: str
    name: str
    is_confirmed: bool
    before: int
    prize: int
    formula: int | None
    explanation: str = ''


def kind_finding(kind: str, decision: str, original: str) -> Finding | None:
    """Return that a correction or revocation is not changed itself, or None for an award decision.

    :param kind: a :class:`~.decision_facts.DecisionKind`
    :param decision: its name
    :param original: name of the decision it changes

    >>> kind_finding('award', '97/QĐ', '') is None
    True
    >>> kind_finding('correction', '99/QĐ', '97/QĐ').params['original']
    '97/QĐ'
    """
    if DecisionKind(kind) is DecisionKind.AWARD:
        return None
    return Finding('decision_change_of_change', {'decision': decision, 'original': original})


def change_findings(change: Change) -> list[Finding]:
    """Return why a decision cannot be corrected or revoked by this one."""
    found = []
    if finding := state_finding('change', change.original_state):
        found.append(finding)
    if not change.reason.strip() or (change.kind == 'revocation' and not change.ground):
        citation = REVOCATION if change.kind == 'revocation' else ''
        found.append(Finding('decision_reason_missing', {'kind': change.kind}, citation))
    if change.day and change.original_day and change.day < change.original_day:
        params = {
            'day': short_date(change.day),
            'original': change.original,
            'original_day': short_date(change.original_day),
        }
        found.append(Finding('decision_date_before_original', params))
    for code, names in (
        ('decision_line_revoked', change.revoked),
        ('decision_nothing_corrected', change.unchanged),
    ):
        if names:
            params = {'names': ', '.join(names), 'original': change.original}
            found.append(Finding(code, params))
    return found


def reworded_findings(line: Reworded) -> list[Finding]:
    """Return what a correction says that nobody has answered for: a name, an amount.

    >>> right = Reworded('Lê An', 'Lê Ân', True, 710_000, 760_000, 760_000)
    >>> reworded_findings(right)
    []
    """
    found = []
    if line.name != line.was and not line.is_confirmed:
        params = {'was': line.was, 'becomes': line.name}
        found.append(Finding('decision_name_unconfirmed', params))
    is_explained = line.prize in (line.before, line.formula) or line.explanation.strip()
    if not is_explained:
        formula = dotted(line.formula) if line.formula else ''
        params = {'name': line.name, 'amount': dotted(line.prize), 'formula': formula}
        found.append(Finding('decision_prize_unexplained', params, CITATION))
    return found


def pending_finding(lines: tuple[str, ...], decisions: tuple[str, ...]) -> Finding | None:
    """Return that other issued changes of the same lines wait to take effect, or None.

    Of two revocations of one line the second could never take effect.

    :param lines: whose lines they are
    :param decisions: the other corrections and revocations

    >>> pending_finding((), ()) is None
    True
    """
    if not decisions:
        return None
    params = {'names': ', '.join(lines), 'decisions': ', '.join(decisions)}
    return Finding('decision_change_pending', params)


def annul_findings(kind: str, state: str, reason: str) -> list[Finding]:
    """Return why an issued decision is not annulled before it takes effect.

    :param kind: 'award', 'correction', 'revocation'; an award is revoked by another decision
    :param reason: why

    >>> annul_findings('revocation', 'issued', 'Lập trùng')
    []
    """
    if kind == 'award':
        return [Finding('decision_annul_award')]
    wrong = state_finding('annul', state)
    found = [wrong] if wrong else []
    if not reason.strip():
        found.append(Finding('decision_annul_reason'))
    return found


def too_large_finding(most: int) -> Finding:
    """Return that a prize is more than can be kept.

    :param most: đồng
    """
    return Finding('decision_prize_too_large', {'most': dotted(most)})


def forward_findings(
    nominee: str, award: str, is_forwarded: bool, decisions: tuple[str, ...]
) -> list[Finding]:
    """Return why a nomination is not sent to a superior authority.

    :param is_forwarded: whether the award is decided on there
    :param decisions: of this body that name the nomination

    >>> [one.code for one in forward_findings('An', 'Giấy khen', False, ())]
    ['forward_decided_here']
    """
    named = {'nominee': nominee, 'award': award}
    found = []
    if not is_forwarded:
        found.append(Finding('forward_decided_here', named))
    if decisions:
        params = {**named, 'decisions': ', '.join(decisions)}
        found.append(Finding('forward_in_decision', params))
    return found
