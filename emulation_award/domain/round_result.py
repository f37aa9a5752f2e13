"""A round of voting as documents tell it (kết quả bỏ phiếu): the same words and figures in the
vote-count minutes and in the minutes of the council. Official documents are in Vietnamese.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .cut import Outcome, Seats
from .majority import Base, Rule
from .tally import Tally
from .unit_minutes import KIND_NAMES, majority_text, percentage
from .unit_minutes import tally as kinds_text
from .vietnamese import count_with_zero, printable, unended

MODES = {
    'secret': 'bỏ phiếu kín trên hệ thống điện tử',
    'open': 'biểu quyết công khai (ghi tên) trên hệ thống điện tử',
    'paper': 'bỏ phiếu kín bằng phiếu giấy',
    'show_of_hands': 'biểu quyết bằng giơ tay',
}
BASES = {
    Base.ALL_MEMBERS: 'tổng số thành viên Hội đồng',
    Base.VOTING_MEMBERS: 'tổng số thành viên Hội đồng có quyền biểu quyết',
    Base.ENTITLED: 'số thành viên được biểu quyết về từng trường hợp',
    Base.PRESENT: 'số thành viên tham gia phiên họp',
    Base.VALID: 'số phiếu hợp lệ về từng trường hợp',
}
OUTCOMES = {
    Outcome.SELECTED: 'Được chọn',
    Outcome.PASSED_NOT_SELECTED: 'Đủ phiếu, hết chỉ tiêu',
    Outcome.TIED: 'Bằng phiếu ở chỉ tiêu cuối',
    Outcome.NOT_PASSED: 'Không đủ phiếu',
}
RESOLUTIONS = {
    'legal': 'theo thứ tự ưu tiên của pháp luật (khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP)',
    'chair': 'theo ý kiến của Chủ tọa',
}


@dataclass(frozen=True)
class Candidate:
    """One line of the result, as announced.

    :param unit: that proposed, '' for a collective that proposed itself
    :param votes: written opinions included
    :param base: of which the share was taken
    :param recused: members who took part and did not decide on it
    """

    nominee: str
    unit: str
    votes: Tally
    base: int
    needed: int
    rank: int
    outcome: Outcome | str
    recused: int = 0


@dataclass(frozen=True)
class Ballots:
    """Sheets (phát ra, thu vào, hợp lệ, không hợp lệ)."""

    issued: int
    returned: int
    valid: int
    invalid: int


@dataclass(frozen=True)
class Round:
    """A round as recorded.

    :param kind: 'first', 'runoff' or 'correction'
    :param parent: number of the round it follows, 0 if none
    :param subject: 'individual' or 'collective'
    :param members: of the council when the round opened
    :param voting: of them with a vote
    :param present: of them who took part, in person, by substitute or in writing
    :param written: of them who gave their opinion in writing
    :param ballots: None where hands were raised
    :param candidates: in any order; those hidden from the reader left out
    :param seats: None where the plan sets no number
    :param resolution: how a tie was resolved, but for a run-off: 'legal', 'chair' or ''
    :param runoff: number of the round that resolved the tie, 0 if none
    :param reason: of a correction
    :param superseded: by a correction
    :param whole: nothing is hidden from the reader
    :param announced: otherwise there is no result
    """

    number: int
    kind: str
    parent: int
    subject: str
    award: str
    mode: str
    majority: Rule
    members: int
    voting: int
    present: int
    written: int
    ballots: Ballots | None
    candidates: tuple[Candidate, ...]
    seats: Seats | None
    short_by: int = 0
    resolution: str = ''
    resolution_reason: str = ''
    runoff: int = 0
    reason: str = ''
    superseded: bool = False
    whole: bool = True
    announced: bool = True


@dataclass(frozen=True)
class Row:
    """One line of the table, as text."""

    rank: str
    nominee: str
    yes: str
    yes_share: str
    no: str
    no_share: str
    abstain: str
    abstain_share: str
    outcome: str


def heading(voted: Round) -> str:
    """Return what a round is called.

    >>> of = dict(subject='individual', award='Giấy khen', mode='secret', candidates=(), seats=None)
    >>> of |= dict(majority=Rule(1, 2, True), members=9, voting=9, present=9, written=0)
    >>> heading(Round(1, 'first', 0, ballots=None, **of))
    'Lượt 1: Giấy khen (cá nhân)'
    >>> heading(Round(2, 'runoff', 1, ballots=None, **of))
    'Lượt 2: Giấy khen (cá nhân), bỏ phiếu lại sau lượt 1'
    >>> heading(Round(3, 'correction', 1, ballots=None, **of))
    'Lượt 3: Giấy khen (cá nhân), thay cho lượt 1'
    """
    said = f'Lượt {voted.number}: {printable(voted.award)} ({KIND_NAMES[voted.subject]})'
    follows = {'runoff': 'bỏ phiếu lại sau lượt', 'correction': 'thay cho lượt'}.get(voted.kind)
    return f'{said}, {follows} {voted.parent}' if follows else said


def method(voted: Round) -> str:
    """Return how it was voted and what decides.

    The clause on the base of the shares stands here once, not in each line of the table.
    """
    return (
        f'Hình thức: {MODES[voted.mode]}. Được thông qua khi có {majority(voted.majority)} '
        f'{BASES[Base(voted.majority.base)]} tán thành; tỷ lệ trong bảng tính trên số này.'
    )


def majority(rule: Rule) -> str:
    """Return a majority in words; shares of the law in per cent.

    >>> majority(Rule(1, 2, strict=True)), majority(Rule(80, 100, strict=False))
    ('trên 1/2', 'từ 80% trở lên')
    """
    if rule.denominator == 100 and rule.numerator < 100:
        share = f'{rule.numerator}%'
        return f'trên {share}' if rule.strict else f'từ {share} trở lên'
    return majority_text(rule)


def room(voted: Round) -> str:
    """Return who took part when the round opened."""
    there = voted.present - voted.written
    said = (
        f'Tổng số thành viên Hội đồng: {count_with_zero(voted.members)}, trong đó có quyền biểu '
        f'quyết: {count_with_zero(voted.voting)}; tham gia biểu quyết: '
        f'{count_with_zero(voted.present)} ({percentage(voted.present, voted.voting)}), gồm có mặt '
        f'{count_with_zero(there)}'
    )
    return f'{said}, gửi ý kiến bằng văn bản {count_with_zero(voted.written)}.'


def ballots(voted: Round) -> str:
    """Return the figures of the sheets, '' where hands were raised."""
    count = voted.ballots
    if not count:
        return ''
    return (
        f'Số phiếu phát ra: {count_with_zero(count.issued)}; số phiếu thu vào: '
        f'{count_with_zero(count.returned)}; số phiếu hợp lệ: {count_with_zero(count.valid)}; '
        f'số phiếu không hợp lệ: {count_with_zero(count.invalid)}.'
    )


def recusals(voted: Round) -> str:
    """Return on whom some did not decide, and how many; '' if all decided on all."""
    parts = [
        f'{printable(one.nominee)} ({count_with_zero(one.recused)} thành viên)'
        for one in voted.candidates
        if one.recused
    ]
    return f'Không tham gia biểu quyết: về {"; về ".join(parts)}.' if parts else ''


def rows(voted: Round) -> tuple[Row, ...]:
    """Return the table, from high to low; equal ranks in the order given.

    A reader from whom a candidate is hidden is told no rank: a gap would tell the hidden one's.
    """
    if not voted.announced:
        return ()
    ranked = sorted(voted.candidates, key=lambda one: one.rank)
    return tuple(_row(one, voted.whole) for one in ranked)


def conclusion(voted: Round) -> tuple[str, ...]:
    """Return who is selected, and what there is to say of seats and ties, as sentences."""
    if not voted.announced:
        return ('Kết quả chưa công bố.',)
    if voted.whole:
        lines = [_selected(voted), _tie(voted), _short(voted)]
    else:
        # That nobody is selected would be said of those shown, and understood of all.
        lines = [_selected(voted)] if selected(voted) else []
        lines.append('Bản này không ghi những trường hợp mà người in không tham gia biểu quyết.')
    return tuple(filter(None, lines))


def seats(voted: Round) -> str:
    """Return the seats of the quota, as they were at the count; '' where there is no number."""
    quota = voted.seats
    if not quota or not voted.announced or not voted.whole:
        return ''
    least = f'{count_with_zero(quota.minimum)} đến ' if 0 < quota.minimum < quota.maximum else ''
    reserved = f', để dành cho đợt sau {count_with_zero(quota.reserved)}' if quota.reserved else ''
    return (
        f'Chỉ tiêu cả phong trào: {least}{count_with_zero(quota.maximum)}; đã chọn trước lượt này '
        f'{count_with_zero(quota.used)}{reserved}; còn được chọn '
        f'{count_with_zero(quota.available)}.'
    )


def selected(voted: Round) -> tuple[Candidate, ...]:
    """Return who is selected, from high to low."""
    found = [one for one in voted.candidates if one.outcome == Outcome.SELECTED]
    return tuple(sorted(found, key=lambda one: one.rank))


def _row(one: Candidate, is_whole: bool) -> Row:
    figures = {}
    for choice in ('yes', 'no', 'abstain'):
        votes = getattr(one.votes, choice)
        figures[choice] = str(votes)
        figures[f'{choice}_share'] = percentage(votes, one.base)
    unit = printable(one.unit)
    nominee = printable(one.nominee)
    return Row(
        rank=str(one.rank) if is_whole else '',
        nominee=f'{nominee} – {unit}' if unit and unit != nominee else nominee,
        outcome=OUTCOMES[Outcome(one.outcome)],
        **figures,
    )


def _names(candidates: Iterable[Candidate]) -> str:
    return ', '.join(printable(one.nominee) for one in candidates)


def _selected(voted: Round) -> str:
    chosen = selected(voted)
    if not chosen:
        return 'Không có trường hợp nào được chọn ở lượt này.'
    total = kinds_text([voted.subject] * len(chosen))
    return f'Được chọn ({total}): {_names(chosen)}.'


def _tie(voted: Round) -> str:
    reason = unended(voted.resolution_reason)
    if voted.resolution:
        said = f'Bằng phiếu ở chỉ tiêu cuối, giải quyết {RESOLUTIONS[voted.resolution]}'
        said = f'{said}: {reason}.' if reason else f'{said}.'
        return said if not voted.runoff else f'{said} {_runoff(voted)}'
    return _runoff(voted)


def _runoff(voted: Round) -> str:
    tied = [one for one in voted.candidates if one.outcome == Outcome.TIED]
    if not tied:
        return ''
    said = f'Bằng phiếu ở chỉ tiêu cuối: {_names(tied)}'
    return f'{said}; bỏ phiếu lại ở lượt {voted.runoff}.' if voted.runoff else f'{said}.'


def _short(voted: Round) -> str:
    if not voted.short_by:
        return ''
    return f'Còn thiếu {count_with_zero(voted.short_by)} so với số tối thiểu của kế hoạch.'
