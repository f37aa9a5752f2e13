"""What a decision must be as a document: number, date, signatory, authority."""

from dataclasses import dataclass
from datetime import date

from .document_number import number_finding
from .findings import Finding
from .vietnamese import short_date

#: A number with its symbol, where that of the authority is unknown.
EXAMPLE = '97/QĐ-UBND'


@dataclass(frozen=True)
class Session:
    """A council session whose verdicts the decision rests on.

    :param minuted_on: day its minutes were finished, where it was held; None while they are not
    """

    name: str
    minuted_on: date | None


@dataclass(frozen=True)
class Paper:
    """The decision as a document.

    :param number: '' while it has none
    :param has_series: whether the authority's number series will give it one
    :param example: a whole number of this authority, with its symbol; '' while that is unknown
    :param has_symbol: whether the series, or the authority's abbreviation, gives the symbol
    :param has_gaps: whether a number of that series is lost when issuing fails
    :param same_number: other decisions of this authority with the number in the same year
    :param day: of the decision, None while not known
    :param place: of the date line (địa danh), '' while not known
    :param lacks_head: whether it is signed in somebody's stead, and in whose is not said
    :param authority: who decides, as the draft was made
    :param award_authority: who decides on the award by the plan as it is now
    :param is_forwarded: whether the plan leaves the award to a superior authority
    """

    number: str
    has_series: bool
    same_number: tuple[str, ...]
    day: date | None
    today: date
    signatory: str
    award: str
    authority: str
    award_authority: str
    is_forwarded: bool
    sessions: tuple[Session, ...] = ()
    has_symbol: bool = True
    has_gaps: bool = False
    example: str = ''
    place: str = ''
    lacks_head: bool = False


def paper_findings(paper: Paper) -> list[Finding]:
    """Return what is missing or wrong in number, date, signatory and authority."""
    return [*number_findings(paper), *_date_findings(paper), *_authority_findings(paper)]


def number_findings(paper: Paper) -> list[Finding]:
    """Return what is missing or wrong in the number alone."""
    if not paper.number.strip():
        return _series_findings(paper)
    partial = number_finding(paper.number, paper.example or EXAMPLE)
    found = [partial] if partial else []
    if paper.same_number:
        params = {
            'number': paper.number,
            'authority': paper.authority,
            'decisions': ', '.join(paper.same_number),
        }
        found.append(Finding('decision_number_used', params))
    return found


def _series_findings(paper: Paper) -> list[Finding]:
    params = {'authority': paper.authority}
    if not paper.has_series:
        return [Finding('decision_number_missing', params)]
    found = [] if paper.has_symbol else [Finding('decision_symbol_missing', params)]
    return [*found, *([Finding('decision_series_gaps', params)] if paper.has_gaps else [])]


def _date_findings(paper: Paper) -> list[Finding]:
    found = [
        Finding('decision_session_not_minuted', {'session': session.name})
        for session in paper.sessions
        if session.minuted_on is None
    ]
    if paper.day is None:
        return [*found, Finding('decision_date_missing')]
    day = short_date(paper.day)
    if paper.day > paper.today:
        params = {'day': day, 'today': short_date(paper.today)}
        found.append(Finding('decision_date_future', params))
    for session in paper.sessions:
        if session.minuted_on and paper.day < session.minuted_on:
            minuted = short_date(session.minuted_on)
            params = {'day': day, 'session': session.name, 'minuted': minuted}
            found.append(Finding('decision_date_before_session', params))
    return found


def _authority_findings(paper: Paper) -> list[Finding]:
    found = []
    if not paper.signatory.strip():
        found.append(Finding('decision_signatory_missing'))
    if not paper.place.strip():
        found.append(Finding('decision_place_missing'))
    if paper.lacks_head:
        found.append(Finding('decision_head_missing'))
    if paper.is_forwarded:
        params = {'award': paper.award, 'authority': paper.award_authority}
        found.append(Finding('decision_forwarded_award', params))
    elif paper.authority != paper.award_authority:
        params = {
            'award': paper.award,
            'authority': paper.authority,
            'award_authority': paper.award_authority,
        }
        found.append(Finding('decision_wrong_authority', params))
    return found
