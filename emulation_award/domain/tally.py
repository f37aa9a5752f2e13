"""Counting votes (kiểm phiếu): a tally is a function of the ballots alone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from .errors import TallyError
from .findings import Finding
from .words import Word

HEADS = ('issued', 'returned', 'valid', 'invalid')
VOTES = ('yes', 'no', 'abstain')


class Choice(Word):
    """What a ballot says on one candidate."""

    YES = 'yes'  # tán thành
    NO = 'no'  # không tán thành
    ABSTAIN = 'abstain'  # ý kiến khác


@dataclass(frozen=True)
class Tally:
    """The votes on one candidate.

    >>> Tally(yes=5) + Tally(yes=1, no=2)
    Tally(yes=6, no=2, abstain=0)
    """

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def cast(self) -> int:
        """All votes on the candidate, abstentions included."""
        return self.yes + self.no + self.abstain

    def __add__(self, other: 'Tally') -> 'Tally':
        return Tally(self.yes + other.yes, self.no + other.no, self.abstain + other.abstain)


@dataclass(frozen=True)
class Line:
    """One candidate in a count of paper ballots.

    :param nominee: name, for the message
    :param recused: of those entitled to a ballot; their ballots do not name the candidate
    """

    nominee: str
    votes: Tally
    recused: int = 0


@dataclass(frozen=True)
class Paper:
    """A count of paper ballots, as one teller enters it.

    :param issued: ballots handed out (phát ra)
    :param returned: ballots that came back (thu vào)
    :param valid: of those returned (hợp lệ)
    :param invalid: of those returned (không hợp lệ)
    :param lines: every candidate of the round
    """

    issued: int
    returned: int
    valid: int
    invalid: int
    lines: tuple[Line, ...] = ()


def tally(
    ballots: Iterable[tuple[Hashable, Choice]], candidates: Iterable[Hashable]
) -> dict[Hashable, Tally]:
    """Count ballots, or written opinions; a candidate nobody voted on has a tally of nothing.

    :param ballots: (candidate, choice) pairs in any order
    :raises TallyError: a ballot names somebody who does not stand
    :raises UnknownWordError: not a :class:`Choice`

    >>> tally([('An', 'yes'), ('An', 'no'), ('An', 'yes')], ['An', 'Bình'])['An']
    Tally(yes=2, no=1, abstain=0)
    """
    counted = {candidate: Counter() for candidate in candidates}
    for candidate, choice in ballots:
        if candidate not in counted:
            raise TallyError(f'not a candidate: {candidate!r}')
        counted[candidate][Choice(choice).value] += 1
    return {candidate: Tally(**votes) for candidate, votes in counted.items()}


def with_written(
    cast: Mapping[Hashable, Tally], written: Mapping[Hashable, Tally]
) -> dict[Hashable, Tally]:
    """Add the written opinions of the absent to what was cast in the room.

    :param cast: by candidate
    :param written: by candidate; nobody wrote about those left out
    :raises TallyError: an opinion is on somebody who does not stand

    >>> with_written({'An': Tally(yes=5), 'Bình': Tally(no=5)}, {'An': Tally(yes=1)})['An'].yes
    6
    """
    if not written.keys() <= cast.keys():
        raise TallyError(f'not a candidate: {written.keys() - cast.keys()}')
    return {candidate: votes + written.get(candidate, Tally()) for candidate, votes in cast.items()}


def paper_findings(paper: Paper, entitled: int) -> list[Finding]:
    """Return where a count of paper ballots contradicts itself: the ballots, or else the votes.

    :param entitled: members who may take a ballot

    >>> votes = Line('Lê An', Tally(yes=5, no=2))
    >>> [finding.code for finding in paper_findings(Paper(9, 9, 8, 1, (votes,)), entitled=9)]
    ['paper_candidate_mismatch']
    """
    return _head_findings(paper, entitled) or [
        finding for line in paper.lines for finding in _line_findings(line, paper.valid, entitled)
    ]


def teller_findings(first: Paper, second: Paper) -> list[Finding]:
    """Return each figure on which two tellers, who counted apart, differ.

    :raises TallyError: the two do not list the same candidates in the same order

    >>> [finding] = teller_findings(Paper(9, 9, 9, 0), Paper(9, 8, 8, 0))[:1]
    >>> finding.params['figure'], finding.params['first'], finding.params['second']
    ('returned', 9, 8)
    """
    if _nominees(first) != _nominees(second):
        raise TallyError(f'{_nominees(first)} and {_nominees(second)}')
    findings = _differences('', HEADS, first, second)
    for one, other in zip(first.lines, second.lines, strict=True):
        findings += _differences(one.nominee, VOTES, one.votes, other.votes)
    return findings


def hands_findings(nominee: str, votes: Tally, entitled: int) -> list[Finding]:
    """Return why a show of hands cannot be right: each who may raise one does so exactly once.

    :param nominee: name, for the message
    :param entitled: members there in person or by substitute, but for those recused

    >>> [finding.params['cast'] for finding in hands_findings('Lê An', Tally(yes=7), entitled=8)]
    [7]
    """
    if _has_negative(votes):
        return [Finding('votes_negative', {'nominee': nominee})]
    if votes.cast == entitled:
        return []
    params = {'nominee': nominee, 'cast': votes.cast, 'entitled': entitled}
    return [Finding('hands_mismatch', params)]


def _head_findings(paper: Paper, entitled: int) -> list[Finding]:
    counted = {figure: getattr(paper, figure) for figure in HEADS}
    negative = [figure for figure, number in counted.items() if number < 0]
    if negative:
        return [Finding('paper_negative', {'figure': figure}) for figure in negative]
    issued, returned, valid, invalid = counted.values()
    findings = []
    if issued > entitled:
        params = {'issued': issued, 'entitled': entitled}
        findings.append(Finding('paper_issued_exceeds_entitled', params))
    if returned > issued:
        params = {'issued': issued, 'returned': returned}
        findings.append(Finding('paper_returned_exceeds_issued', params))
    if valid + invalid != returned:
        params = {'returned': returned, 'valid': valid, 'invalid': invalid}
        findings.append(Finding('paper_valid_invalid_mismatch', params))
    return findings


def _line_findings(line: Line, valid: int, entitled: int) -> list[Finding]:
    """Compare the votes on a candidate with the valid ballots that name the candidate.

    Those are the valid ballots less those of the recused. A ballot that is missing or invalid may
    be one of a recused member, and nobody may look whose it is; so there can be some leeway.
    """
    if _has_negative(line.votes):
        return [Finding('votes_negative', {'nominee': line.nominee})]
    fewest = max(0, valid - line.recused)
    most = min(valid, entitled - line.recused)
    if fewest <= line.votes.cast <= most:
        return []
    params = {
        'nominee': line.nominee,
        'cast': line.votes.cast,
        'valid': valid,
        'recused': line.recused,
        'fewest': fewest,
        'most': most,
    }
    return [Finding('paper_candidate_mismatch', params)]


def _differences(nominee: str, figures: tuple[str, ...], first, second) -> list[Finding]:
    return [
        Finding(
            'tellers_disagree',
            {
                'nominee': nominee,
                'figure': figure,
                'first': getattr(first, figure),
                'second': getattr(second, figure),
            },
        )
        for figure in figures
        if getattr(first, figure) != getattr(second, figure)
    ]


def _nominees(paper: Paper) -> list[str]:
    return [line.nominee for line in paper.lines]


def _has_negative(votes: Tally) -> bool:
    return min(votes.yes, votes.no, votes.abstain) < 0
