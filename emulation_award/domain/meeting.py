"""What the minutes of a unit's meeting must say before they are closed (biên bản, KH IV.3)."""

from dataclasses import dataclass
from datetime import datetime

from .findings import Finding
from .states import State

#: A closed review decides on these; a later one may correct it only while they last.
REVIEWABLE = frozenset({State.DRAFT, State.REVIEWED})


@dataclass(frozen=True)
class Officer:
    """Who chairs (chủ tọa) or keeps the minutes (thư ký).

    :param office: 'chair' or 'secretary'
    :param name: '' if the minutes do not say
    :param present: marked as present in the attendance
    """

    office: str
    name: str
    present: bool


@dataclass(frozen=True)
class Meeting:
    """A meeting as its minutes tell it.

    :param start: when it began, aware
    :param end: when it ended, aware; None if the minutes do not say
    :param summoned: persons called to it
    :param present: persons who came
    :param officers: those who sign the minutes
    :param nominees: how many were voted on
    """

    start: datetime
    end: datetime | None
    summoned: int
    present: int
    officers: tuple[Officer, ...]
    nominees: int


def closing_findings(meeting: Meeting, now: datetime) -> list[Finding]:
    """Return what keeps the minutes from being closed, in the order in which they are read.

    :param now: aware
    """
    findings = _time_findings(meeting, now)
    if not meeting.present:
        findings.append(Finding('nobody_present', {'summoned': meeting.summoned}))
    findings += [finding for officer in meeting.officers if (finding := _officer_finding(officer))]
    if not meeting.nominees:
        findings.append(Finding('nobody_voted_on'))
    return findings


def nominee_finding(nominee: str, state: str, same_meeting: bool) -> Finding | None:
    """Return why a meeting cannot decide on a nominee, or None if it can.

    :param state: a :class:`~.states.State`; once a dossier is submitted the meeting is settled
    :param same_meeting: the nomination is of the meeting's own unit and phase

    >>> nominee_finding('Lê An', 'submitted', same_meeting=True).code
    'nominee_settled'
    """
    if not same_meeting:
        return Finding('nominee_elsewhere', {'nominee': nominee})
    if State(state) not in REVIEWABLE:
        return Finding('nominee_settled', {'nominee': nominee, 'state': State(state).value})
    return None


def _time_findings(meeting: Meeting, now: datetime) -> list[Finding]:
    if meeting.end is None:
        return [Finding('meeting_end_missing')]
    if meeting.end < meeting.start:
        return [Finding('meeting_reversed', {'start': meeting.start, 'end': meeting.end})]
    if meeting.end > now:
        return [Finding('meeting_not_over', {'end': meeting.end, 'now': now})]
    return []


def _officer_finding(officer: Officer) -> Finding | None:
    if not officer.name:
        return Finding('officer_missing', {'office': officer.office})
    if not officer.present:
        return Finding('officer_absent', {'office': officer.office, 'name': officer.name})
    return None
