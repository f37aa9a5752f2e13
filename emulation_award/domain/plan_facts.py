"""What the plan (kế hoạch) of a campaign is written from: its texts, dates and numbers."""

from dataclasses import dataclass
from datetime import date

from .decree30 import Heading
from .plan_rules import Award, Group, Quota, Requirement
from .review import Majority
from .signing import Signing
from .windows import Precision, Wording

#: A majority that custom makes plain, so that a plan does not say it.
USUAL_REVIEW = Majority(1, 2, strict=True)


@dataclass(frozen=True)
class Basis:
    """A document the plan rests on (căn cứ).

    :param citation: in full, without 'Căn cứ'
    :param number: as it occurs in running text
    :param kind: of emulation.legal.basis: 'law', 'decree', 'plan' …
    :param is_cited_below: the body of the plan names it, so that the opening need not
    """

    citation: str
    number: str
    kind: str
    day: date | None = None
    is_cited_below: bool = False


@dataclass(frozen=True)
class Milestone:
    """A result promised by a day or a month (mốc hoàn thành)."""

    name: str
    due: date | None = None
    precision: Precision | str = Precision.MONTH
    unit: str = ''


@dataclass(frozen=True)
class Content:
    """One numbered content of the campaign; its title stands in where it has no text."""

    title: str
    body: str = ''
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True)
class Phase:
    """A phase (đợt) and its window for dossiers.

    :param end: None while not known
    :param opens: first day dossiers are taken, None: from the start of the phase
    :param results_as_of: day up to which results count, None if the plan does not say
    """

    name: str
    start: date
    end: date | None
    deadline: date
    wording: Wording | str
    start_precision: Precision | str = Precision.DAY
    end_precision: Precision | str = Precision.DAY
    occasion: str = ''
    opens: date | None = None
    results_as_of: date | None = None


@dataclass(frozen=True)
class Duty:
    """Who does what; `body` may have several paragraphs."""

    bearer: str
    body: str


@dataclass(frozen=True)
class Amendment:
    """A change of the launched plan that the text contains already.

    :param day: None if it was not kept, as of a campaign brought in from elsewhere
    :param document: by which it was made, '' if none was named
    """

    day: date | None
    document: str = ''


@dataclass(frozen=True)
class Facts:
    """All that a plan is written from. Texts are Vietnamese and come as they were typed.

    :param heading: with place and date
    :param code: abbreviation of the issuer, for a number that is not known yet
    :param number: whole, such as '15/KH-BQLKKTCK'; '' while not known
    :param about: trích yếu; '' for one made of the campaign's title
    :param campaign: its title
    :param purpose: one purpose a line; likewise `requirement`
    :param categories: staff that is counted and rewarded
    :param units: that take part, by name
    :param counted_on: day whose staff shares are taken of, None: the day of the launch
    :param review: majority that a unit's meeting needs
    :param recipients: (line, whether it is the archive's)
    :param final: no draft
    """

    heading: Heading
    code: str
    number: str
    about: str
    campaign: str
    signing: Signing
    bases: tuple[Basis, ...] = ()
    introduction: str = ''
    purpose: str = ''
    requirement: str = ''
    contents: tuple[Content, ...] = ()
    phases: tuple[Phase, ...] = ()
    subject_collective: str = ''
    subject_individual: str = ''
    categories: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    awards: tuple[Award, ...] = ()
    quotas: tuple[Quota, ...] = ()
    counted_on: date | None = None
    requirements: tuple[Requirement, ...] = ()
    receiver: str = ''
    review: Majority = USUAL_REVIEW
    duties: tuple[Duty, ...] = ()
    appeal: str = ''
    recipients: tuple[tuple[str, bool], ...] = ()
    amendments: tuple[Amendment, ...] = ()
    final: bool = False
