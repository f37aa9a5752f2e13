"""The minutes of a session of the council as they are printed (biên bản họp Hội đồng).

Layout of Mẫu 1.9, Phụ lục III, Nghị định 30/2020/NĐ-CP; no form is prescribed for councils. Every
figure comes from the records; an official document is in Vietnamese whoever prints it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from . import quorum, round_result
from .council_facts import (
    CONFLICTS,
    PRESENCES,
    ROLES,
    TAKING_PART,
    Facts,
    Item,
    Recusal,
    Seat,
    SeatsUsed,
)
from .decree30 import DOTS, UNKNOWN, Heading, Signature
from .round_result import Round, Row
from .unit_minutes import Person, ending, moment, percentage, signed_by
from .unit_minutes import tally as kinds_text
from .vietnamese import count_with_zero, official_date, paragraphs, printable, unended

TITLE = 'BIÊN BẢN HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG'
CODE = 'HĐTĐKT'


@dataclass(frozen=True)
class Section:
    """A round in the minutes."""

    heading: str
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    conclusion: tuple[str, ...]


@dataclass(frozen=True)
class CouncilMinutes:
    """The document, top to bottom, as text only.

    :param opening: (label, text) pairs of Mẫu 1.9
    :param seats: (number, name, position, role, presence) of each who was called
    :param summary: of what the session is about and what was said on each item
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    opening: tuple[tuple[str, str], ...]
    seats: tuple[tuple[str, str, str, str, str], ...]
    attendance: tuple[str, ...]
    summary: tuple[str, ...]
    discussion: tuple[str, ...]
    recusals: tuple[str, ...]
    rounds: tuple[Section, ...]
    outcome: tuple[str, ...]
    conclusion: tuple[str, ...]
    ending: str
    signatures: tuple[Signature, Signature]
    recipients: tuple[str, ...]
    final: bool


def minutes(facts: Facts) -> CouncilMinutes:
    """Return the minutes of a session, ready to be laid out."""
    return CouncilMinutes(
        heading=facts.heading,
        number=f'Số: {UNKNOWN}/BB-{CODE}',
        title=TITLE,
        about=(f'V/v xét, đề nghị khen thưởng {_occasion(facts)}',),
        opening=_opening(facts),
        seats=tuple(_seat(at, seat) for at, seat in enumerate(facts.seats, start=1)),
        attendance=_attendance(facts),
        summary=_summary(facts),
        discussion=(*_said_on_items(facts.items), *paragraphs(facts.discussion)),
        recusals=_recusals(facts.recusals),
        rounds=tuple(map(_section, facts.rounds)),
        outcome=_outcome(facts),
        conclusion=paragraphs(facts.conclusion),
        ending=ending('Phiên họp', facts.end, 'các thành viên dự họp'),
        signatures=(signed_by('THƯ KÝ', facts.secretary), signed_by('CHỦ TỌA', facts.chair)),
        recipients=(*(f'{printable(name)};' for name in facts.recipients), 'Lưu: VT, Hồ sơ.'),
        final=facts.final,
    )


def _occasion(facts: Facts) -> str:
    return ' – '.join(filter(None, (printable(facts.phase), printable(facts.campaign))))


def _opening(facts: Facts) -> tuple[tuple[str, str], ...]:
    lines = [
        ('Thời gian bắt đầu', f'{moment(facts.start)}.'),
        ('Địa điểm', f'{unended(facts.place) or DOTS}.'),
        ('Chủ trì (chủ tọa)', _officer(facts.chair)),
        ('Thư ký (người ghi biên bản)', _officer(facts.secretary)),
    ]
    if facts.tellers:
        names = ', '.join(printable(one.name) for one in facts.tellers)
        lines.append(('Ban kiểm phiếu', f'{names}.'))
    return (*lines, ('Thành phần tham dự', ''))


def _officer(person: Person | None) -> str:
    if not person:
        return DOTS
    return ' – '.join(filter(None, (printable(person.name), unended(person.note)))) + '.'


def _seat(number: int, seat: Seat) -> tuple[str, str, str, str, str]:
    note = printable(seat.note)
    presence = PRESENCES[seat.presence]
    return (
        str(number),
        printable(seat.name),
        printable(seat.position),
        ROLES[seat.role],
        f'{presence} ({note})' if note else presence,
    )


def _attendance(facts: Facts) -> tuple[str, ...]:
    members = [seat for seat in facts.seats if seat.role != 'guest']
    there = [seat for seat in members if seat.presence in TAKING_PART]
    written = [seat for seat in members if seat.presence == 'written']
    absent = [seat for seat in members if seat.presence == 'absent']
    total = (
        f'Tổng số thành viên Hội đồng: {count_with_zero(facts.room.members)}, trong đó có quyền '
        f'biểu quyết: {count_with_zero(facts.room.voting)}. Có mặt '
        f'{count_with_zero(len(there))} ({percentage(len(there), facts.room.members)}); gửi ý '
        f'kiến bằng văn bản {count_with_zero(len(written))}; vắng mặt '
        f'{count_with_zero(len(absent))}.'
    )
    return (total, *_not_there('Gửi ý kiến bằng văn bản', written), *_named(absent), *_met(facts))


def _named(absent: Iterable[Seat]) -> tuple[str, ...]:
    return _not_there('Vắng mặt', absent)


def _not_there(label: str, seats: Iterable[Seat]) -> tuple[str, ...]:
    names = []
    for seat in seats:
        note = printable(seat.note)
        names.append(f'{printable(seat.name)} ({note})' if note else printable(seat.name))
    return (f'{label}: {"; ".join(names)}.',) if names else ()


def _met(facts: Facts) -> tuple[str, ...]:
    if not facts.rule:
        return ()
    need, count = quorum.needed(facts.rule, facts.room), facts.room.present
    is_met = not quorum.session_findings(facts.rule, facts.room)
    verdict = 'đủ' if is_met else 'không đủ'
    said = (
        f'Điều kiện tiến hành: cần ít nhất {count_with_zero(need)} thành viên có quyền biểu quyết '
        f'tham gia; thực tế {count_with_zero(count)}. Phiên họp {verdict} điều kiện tiến hành.'
    )
    return (said,)


def _summary(facts: Facts) -> tuple[str, ...]:
    plan = ''
    if facts.plan:
        dated = f' {official_date(facts.plan_date)}' if facts.plan_date else ''
        plan = f' theo Kế hoạch số {printable(facts.plan)}{dated}'
    total = kinds_text(item.kind for item in facts.items) or 'không có'
    opening = (
        f'Chủ tọa nêu tiêu chuẩn xét khen thưởng{plan}; Hội đồng nghe tóm tắt thành tích của các '
        f'trường hợp được đề nghị. Số đề nghị đưa ra xét: {total}.'
    )
    lines = [opening]
    for award in dict.fromkeys(item.award for item in facts.items):
        names = ', '.join(printable(one.nominee) for one in facts.items if one.award == award)
        lines.append(f'- {printable(award)}: {names}.')
    if not facts.whole:
        lines.append('Bản này không ghi những trường hợp mà người in không tham gia xét.')
    return tuple(lines)


def _said_on_items(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(
        f'- Về {printable(item.nominee)}: {" ".join(said)}'
        for item in items
        if (said := paragraphs(item.discussion))
    )


def _recusals(recusals: Iterable[Recusal]) -> tuple[str, ...]:
    by_member = {}
    for one in recusals:
        by_member.setdefault(one.member, []).append(_about(one))
    return tuple(
        f'- {printable(member)}: không tham gia thảo luận và biểu quyết về {"; về ".join(said)}.'
        for member, said in by_member.items()
    )


def _about(one: Recusal) -> str:
    reason = CONFLICTS.get(one.kind) or printable(one.reason)
    nominee = printable(one.nominee)
    return f'{nominee} ({reason})' if reason else nominee


def _section(voted: Round) -> Section:
    lines = [round_result.method(voted)]
    if reason := unended(voted.reason):
        lines.insert(0, f'Lý do của lượt bỏ phiếu này: {reason}.')
    if voted.superseded:
        lines.insert(0, 'Lượt này đã được thay bằng lượt sau; số liệu ghi để lưu.')
    if voted.announced:
        lines += [
            round_result.room(voted),
            round_result.ballots(voted),
            round_result.recusals(voted),
            round_result.seats(voted),
        ]
    return Section(
        heading=round_result.heading(voted),
        lines=tuple(filter(None, lines)),
        rows=round_result.rows(voted),
        conclusion=round_result.conclusion(voted),
    )


def _outcome(facts: Facts) -> tuple[str, ...]:
    approved = [one for one in facts.decisions if one.is_approved]
    refused = [one for one in facts.decisions if not one.is_approved]
    if not facts.decisions:
        return ()
    total = kinds_text(one.kind for one in approved)
    lines = [
        f'Hội đồng thống nhất đề nghị khen thưởng: {total}.'
        if approved
        else 'Hội đồng không đề nghị khen thưởng trường hợp nào.'
    ]
    for award in dict.fromkeys(one.award for one in approved):
        names = ', '.join(printable(one.nominee) for one in approved if one.award == award)
        lines.append(f'- {printable(award)}: {names}.')
    if refused:
        names = ', '.join(printable(one.nominee) for one in refused)
        lines.append(f'Không đề nghị khen thưởng: {names}.')
    return (*lines, *map(_used, facts.used))


def _used(one: SeatsUsed) -> str:
    return (
        f'Chỉ tiêu “{printable(one.name)}”: đã dùng {count_with_zero(one.used)}/'
        f'{count_with_zero(one.maximum)}.'
    )
