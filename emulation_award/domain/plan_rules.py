"""The rules of a campaign as its plan says them: awards, criteria, numbers, dossier (KH IV)."""

from dataclasses import dataclass

from .majority import Rule
from .quota import Rounding
from .words import Word

#: A majority that custom makes plain, so that a plan does not say it.
USUAL_VOTE = Rule(1, 2, strict=True)


class Subject(Word):
    """Whom a rule is about."""

    COLLECTIVE = 'collective'
    INDIVIDUAL = 'individual'
    BOTH = 'both'


class Stage(Word):
    """What a number limits."""

    NOMINATION = 'nomination'  # how many units propose
    SELECTION = 'selection'  # how many the council chooses


class Level(Word):
    """Who shares a number."""

    UNIT = 'unit'
    GROUP = 'group'
    CAMPAIGN = 'campaign'
    NAMED = 'named'  # units by name, each its own number


class Period(Word):
    """For how long a number holds."""

    PHASE = 'phase'
    CAMPAIGN = 'campaign'


@dataclass(frozen=True)
class Criterion:
    """A criterion (tiêu chuẩn).

    :param name: its short name
    :param phases: names of the phases it is asked in, () for all
    """

    name: str
    body: str
    subject: Subject | str = Subject.BOTH
    is_mandatory: bool = True
    needs_file: bool = False
    phases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """Criteria that stand in another document.

    :param citation: of that document in full
    :param number: of it
    :param clause: of it, such as 'mục IV'; '' if the whole
    """

    citation: str
    number: str
    clause: str = ''


@dataclass(frozen=True)
class VoteRule:
    """How the council decides on an award; what is said here by default is customary.

    :param mode: of voting, as in round_result.MODES
    :param tie: how a tie at the last seat is resolved: 'runoff', 'legal' or 'chair'
    """

    majority: Rule = USUAL_VOTE
    mode: str = 'secret'
    tie: str = 'runoff'


#: What a plan says nothing about.
USUAL_VOTING = VoteRule()


@dataclass(frozen=True)
class Award:
    """What the campaign gives.

    :param key: by which quotas and dossier parts name it
    :param lead_collective: opening words of the criteria for collectives, '' for the usual ones
    :param lead_individual: likewise for individuals
    :param leads: (subject, opening words of its criteria)
    :param categories: of staff it is for, () for those of the campaign
    """

    key: int
    name: str
    subject: Subject | str = Subject.BOTH
    is_forwarded: bool = False
    criteria: tuple[Criterion, ...] = ()
    reference: Reference | None = None
    lead_collective: str = ''
    lead_individual: str = ''
    categories: tuple[str, ...] = ()
    takes_outsiders: bool = False
    any_unit_proposes: bool = False
    vote: VoteRule = USUAL_VOTING


@dataclass(frozen=True)
class Count:
    """A count entered for one unit, which a quota is a share of."""

    unit: str
    number: int
    evidence: str = ''


@dataclass(frozen=True)
class Quota:
    """A number the plan sets (chỉ tiêu, số lượng).

    :param awards: keys of the awards it covers together, () for all
    :param numerator: with `denominator`, a share of a base; None for a number
    :param base: what the share is taken of, '' for the people counted
    :param counts: entered for units, of another base
    :param minimum: 0 for none
    :param maximum: 0 for none
    :param lines: (unit, number) where units are named
    """

    subject: Subject | str
    stage: Stage | str
    level: Level | str
    period: Period | str = Period.CAMPAIGN
    awards: tuple[int, ...] = ()
    numerator: int | None = None
    denominator: int | None = None
    base: str = ''
    counts: tuple[Count, ...] = ()
    rounding: Rounding | str = Rounding.FLOOR
    fixed: int = 0
    minimum: int = 0
    maximum: int = 0
    lines: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class ReportForm:
    """A form that a part of the dossier follows (mẫu báo cáo).

    :param citation: of the document that sets it, with number and day; '' if none is known
    :param number: of that document
    """

    name: str
    citation: str = ''
    number: str = ''


@dataclass(frozen=True)
class Upload:
    """What is taken of a part that is uploaded.

    :param types: extensions, as typed; '' for any
    :param maximum_mb: of one file; 0 for no limit
    """

    types: str = ''
    minimum: int = 1
    maximum_mb: int = 0


@dataclass(frozen=True)
class Requirement:
    """A part of the dossier (thành phần hồ sơ).

    :param awards: keys of the awards that ask for it, () for all
    :param forms: that it follows, () if none
    :param upload: None for a part that is made here
    """

    name: str
    subject: Subject | str = Subject.BOTH
    is_mandatory: bool = True
    awards: tuple[int, ...] = ()
    forms: tuple[ReportForm, ...] = ()
    upload: Upload | None = None


@dataclass(frozen=True)
class Group:
    """Units that share numbers (khối, cụm)."""

    name: str
    units: tuple[str, ...]
