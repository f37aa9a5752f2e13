"""When a dossier may go up to a superior authority, and what its answer may be (trình cấp trên).

A dossier for a form of commendation is tờ trình, báo cáo thành tích and biên bản xét khen thưởng
(Luật 06/2022/QH15, Điều 84 khoản 2); one letter for each authority and type (Nghị định 98/2023,
Mẫu 01).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .document_number import number_finding
from .eligibility import pending_case
from .findings import Finding
from .vietnamese import clean_name
from .words import Word

DOSSIER = 'Luật 06/2022/QH15, Điều 84 khoản 2'
PRINCIPLES = 'Luật 06/2022/QH15, Điều 5'
#: A number with its symbol, where that of the body is unknown.
EXAMPLE = '12/TTr-UBND'


class Answer(Word):
    """What the superior says of one of the proposed."""

    AWARDED = 'awarded'
    REFUSED = 'refused'


@dataclass(frozen=True)
class Letter:
    """The letter as a whole (tờ trình).

    :param missing: labels of what it must say and does not, in the order of the form
    :param day: its date, None while unknown
    :param today: the day it is sent
    :param last_session: day of the last council session it rests on, None if there was none
    :param proposed: how many it proposes
    :param number: '' while it has none
    :param example: a whole number of the body, with its symbol; '' while that is unknown
    :param is_package_stale: whether a package was built that no longer says what the records say
    """

    missing: tuple[str, ...]
    day: date | None
    today: date
    last_session: date | None
    proposed: int
    number: str = ''
    example: str = ''
    is_package_stale: bool = False


@dataclass(frozen=True)
class Proposed:
    """One of the proposed, with what the dossier has on it.

    :param nominee: name
    :param award: name of the award in this campaign
    :param state: of the nomination
    :param is_forwarded: whether a superior decides on this award at all
    :param authority: who decides on the award
    :param addressee: whom the letter asks
    :param has_verdict: whether an announced result selected the nominee
    :param session: name of the session that did, '' if none
    :param is_minuted: whether the minutes of that session are finished
    :param has_report: whether there is an achievement report (báo cáo thành tích) to hand in
    :param basis: document the criteria stand in, when they are by reference; else ''
    :param clause: the clause cited for this nominee
    :param holds: references of nominations of the same nominee that are on hold
    :param held: awards the nominee got in the same campaign, each as cited
    :param justification: which different achievement this one rewards, '' if not said
    """

    nominee: str
    award: str
    state: str
    is_forwarded: bool
    authority: str
    addressee: str
    has_verdict: bool
    session: str
    is_minuted: bool
    has_report: bool
    basis: str = ''
    clause: str = ''
    holds: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    justification: str = ''


def letter_findings(letter: Letter) -> list[Finding]:
    """Return why the letter itself cannot be sent; empty when it can.

    >>> whole = Letter((), date(2025, 9, 30), date(2025, 9, 30), date(2025, 9, 8), 2)
    >>> letter_findings(whole)
    []
    >>> [one.code for one in letter_findings(Letter(('Number',), None, whole.today, None, 0))]
    ['submission_empty', 'submission_field_missing']
    """
    found = [] if letter.proposed else [Finding('submission_empty')]
    found += [Finding('submission_field_missing', {'field': label}) for label in letter.missing]
    partial = letter.number and number_finding(letter.number, letter.example or EXAMPLE)
    if partial:
        found.append(partial)
    if letter.day and letter.day > letter.today:
        found.append(Finding('submission_date_future', {'date': letter.day, 'today': letter.today}))
    if letter.day and letter.last_session and letter.day < letter.last_session:
        found.append(
            Finding('submission_date_early', {'date': letter.day, 'session': letter.last_session})
        )
    if letter.is_package_stale:
        found.append(Finding('submission_package_stale'))
    return found


def proposed_findings(one: Proposed) -> list[Finding]:
    """Return why this nominee cannot be proposed; empty when nothing is in the way.

    What the dossier itself lacks is told by :mod:`.completeness`.
    """
    return [
        *_authority_findings(one),
        *_verdict_findings(one),
        *_reference_findings(one),
        *_reward_findings(one),
    ]


def answer_findings(
    answers: Mapping[str, str], reasons: Mapping[str, str], waiting: Iterable[str]
) -> list[Finding]:
    """Return what is wrong with the answers of a reply.

    :param answers: by nominee, a word of :class:`Answer`; '' where the reply is silent
    :param reasons: by nominee, why refused
    :param waiting: nominees that wait for an answer
    :raises UnknownWordError: an answer is none of the words

    >>> answer_findings({'A': 'awarded'}, {}, ['A', 'B'])
    []
    >>> [one.code for one in answer_findings({'A': 'refused', 'C': 'awarded'}, {}, ['A'])]
    ['reply_not_waiting', 'reply_reason_missing']
    """
    given = {name: Answer(answer) for name, answer in answers.items() if answer}
    if not given:
        return [Finding('reply_empty')]
    expected = set(waiting)
    strange = [name for name in given if name not in expected]
    silent = [
        name
        for name, answer in given.items()
        if name in expected and answer is Answer.REFUSED and not reasons.get(name, '').strip()
    ]
    return [
        *(Finding('reply_not_waiting', {'nominee': name}) for name in strange),
        *(Finding('reply_reason_missing', {'nominee': name}) for name in silent),
    ]


def reply_date_findings(reply: date, sent: date, today: date) -> list[Finding]:
    """Return that a decision cannot be of that day.

    :param reply: date of the superior's decision
    :param sent: date of the letter it answers

    >>> reply_date_findings(date(2025, 10, 20), date(2025, 9, 30), date(2025, 11, 3))
    []
    >>> reply_date_findings(date(2025, 9, 1), date(2025, 9, 30), date(2025, 11, 3))[0].code
    'reply_date_early'
    """
    if reply < sent:
        return [Finding('reply_date_early', {'date': reply, 'sent': sent})]
    if reply > today:
        return [Finding('reply_date_future', {'date': reply, 'today': today})]
    return []


def _authority_findings(one: Proposed) -> list[Finding]:
    if one.is_forwarded and one.authority == one.addressee:
        return []
    params = {
        'nominee': one.nominee,
        'award': one.award,
        'authority': one.authority,
        'addressee': one.addressee,
    }
    return [Finding('submission_wrong_authority', params)]


def _verdict_findings(one: Proposed) -> list[Finding]:
    if one.state != 'approved':
        return [Finding('submission_not_approved', {'nominee': one.nominee, 'state': one.state})]
    if not one.has_verdict:
        return [Finding('submission_verdict_missing', {'nominee': one.nominee}, DOSSIER)]
    if not one.is_minuted:
        params = {'nominee': one.nominee, 'session': one.session}
        return [Finding('submission_not_minuted', params, DOSSIER)]
    return []


def _reference_findings(one: Proposed) -> list[Finding]:
    found = []
    if one.basis and not clean_name(one.clause):
        params = {'nominee': one.nominee, 'basis': one.basis}
        found.append(Finding('submission_clause_missing', params))
    if not one.has_report:
        found.append(Finding('submission_report_missing', {'nominee': one.nominee}, DOSSIER))
    return found


def _reward_findings(one: Proposed) -> list[Finding]:
    found = []
    if pending := pending_case(one.nominee, one.holds):
        found.append(pending)
    if one.held and not one.justification.strip():
        params = {'nominee': one.nominee, 'held': ', '.join(one.held)}
        found.append(Finding('submission_rewarded_before', params, PRINCIPLES))
    return found
