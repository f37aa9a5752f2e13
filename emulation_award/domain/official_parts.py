"""Parts that decisions and letters share: grounds, proposals, references, who receives them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5 and II.9; of the Party, Hướng dẫn 36-HD/VPTW.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from .blocks import Block, Kind, block
from .decision_facts import Meeting
from .decree30 import UNKNOWN, Style, padded
from .vietnamese import official_date, printable, short_date

FILED = 'Lưu'
ENDS = ' .,;:'
BULLETS = '-–•+ '
UNDATED = f'ngày {UNKNOWN} tháng {UNKNOWN} năm {UNKNOWN}'


#: Kinds of documents that grounds are cited from, the strongest first; all others come last.
BY_FORCE = (
    ('Hiến pháp', 'Điều lệ'),
    ('Bộ luật', 'Luật'),
    ('Pháp lệnh', 'Nghị quyết'),
    ('Nghị định',),
    ('Thông tư',),
    ('Quy định', 'Quyết định'),
)


def basis_blocks(grounds: Iterable[str], style: Style | str) -> tuple[Block, ...]:
    """Return what a document rests on, one ground a line, each with its sign at the end.

    A state document ends the last with a full stop; the Party begins each with a hyphen and ends
    the last with a comma, since its own name and "QUYẾT ĐỊNH" follow.

    :param grounds: whole lines ('Căn cứ …', 'Theo đề nghị của …'), with or without a sign
    :raises UnknownWordError: there is no such style

    >>> [one.text for one in basis_blocks(['Căn cứ Luật A', 'Căn cứ Nghị định B;'], 'state')]
    ['Căn cứ Luật A;', 'Căn cứ Nghị định B.']
    >>> [one.text for one in basis_blocks(['Căn cứ Điều lệ Đảng'], 'party')]
    ['- Căn cứ Điều lệ Đảng,']
    """
    is_party = Style(style) is Style.PARTY
    lines = [text for text in (bare(ground) for ground in grounds) if text]
    ends = [';'] * (len(lines) - 1) + [',' if is_party else '.']
    lead = '- ' if is_party else ''
    return tuple(
        block(Kind.BASIS, f'{lead}{line}{end}') for line, end in zip(lines, ends, strict=False)
    )


def by_force(documents: Iterable[str]) -> tuple[str, ...]:
    """Return documents in the order of their legal force, else as they come (mục II.5).

    >>> by_force(['Kế hoạch số 134/KH-UBND', 'Nghị định số 98/2023/NĐ-CP', 'Luật A'])
    ('Luật A', 'Nghị định số 98/2023/NĐ-CP', 'Kế hoạch số 134/KH-UBND')
    """
    return tuple(sorted(filter(None, map(bare, documents)), key=_force))


def proposals(meetings: Sequence[Meeting], submitter: str) -> tuple[str, ...]:
    """Return on whose proposal: each body with the days it met, then who hands the draft over.

    >>> proposals([Meeting('Hội đồng', date(2025, 9, 5))], 'Chánh Văn phòng')
    ('Theo đề nghị của Hội đồng (Biên bản họp ngày 05/9/2025) và của Chánh Văn phòng',)
    """
    proposers = [text for text in (met(meetings), bare(submitter)) if text]
    return (f'Theo đề nghị của {" và của ".join(proposers)}',) if proposers else ()


def met(meetings: Iterable[Meeting]) -> str:
    """Return the bodies that met, each with the days of its minutes.

    >>> met([Meeting('Hội đồng', date(2025, 11, 3)), Meeting('Hội đồng', date(2025, 9, 5))])
    'Hội đồng (các Biên bản họp ngày 05/9/2025, ngày 03/11/2025)'
    """
    days: dict[str, list[date | None]] = {}
    for meeting in meetings:
        days.setdefault(bare(meeting.body), []).append(meeting.day)
    return ', '.join(f'{body} ({_minutes(some)})' for body, some in days.items() if body)


def dated(document: str, day: date | None) -> str:
    """Return a document as the text refers to it, with its day.

    >>> dated('Quyết định số 05/QĐ-BQL', date(2025, 9, 5))
    'Quyết định số 05/QĐ-BQL ngày 05/9/2025'
    >>> dated('Quyết định số …', None)
    'Quyết định số … ngày … tháng … năm …'
    """
    return f'{printable(document)} {_day(day)}'


def annex_reference(document: str, number: str, day: date | None, issuer: str) -> str:
    """Return what an annexed list belongs to (Phụ lục I, mục III.1).

    >>> annex_reference('Quyết định', '5/QĐ-BQL', date(2025, 9, 5), 'Trưởng ban')
    '(Kèm theo Quyết định số 05/QĐ-BQL ngày 05 tháng 9 năm 2025 của Trưởng ban)'
    >>> annex_reference('Tờ trình', '', None, 'Ban Quản lý')
    '(Kèm theo Tờ trình số … ngày … tháng … năm … của Ban Quản lý)'
    """
    when = official_date(day) if day else UNDATED
    whose = printable(issuer) or UNKNOWN
    return f'(Kèm theo {document} số {padded(number) or UNKNOWN} {when} của {whose})'


def recipient_lines(
    recipients: Iterable[str], first: str, filed_by: str, style: Style | str
) -> tuple[str, ...]:
    """Return who receives a document, each with its sign at the end (nơi nhận).

    The first and the last line are added where nobody typed them.

    :param first: 'Như Điều 3', 'Như trên'; '' where a document has no such line
    :param filed_by: drafting unit of the last line, '' if none
    :raises UnknownWordError: there is no such style

    >>> recipient_lines(['Sở Nội vụ', 'Lưu: VT.'], 'Như trên', '', 'state')
    ('Như trên;', 'Sở Nội vụ;', 'Lưu: VT.')
    >>> recipient_lines([], 'Như Điều 3', 'VP', 'state')
    ('Như Điều 3;', 'Lưu: VT, VP.')
    """
    lines = [line for line in (bare(line) for line in recipients) if line]
    if first and not any(line.lower().startswith('như ') for line in lines):
        lines.insert(0, first)
    filed = [line for line in lines if line.startswith(FILED)] or [_filed(filed_by, style)]
    rest = [line for line in lines if not line.startswith(FILED)]
    return (*(f'{line};' for line in (*rest, *filed[:-1])), f'{filed[-1]}.')


def bare(text: str) -> str:
    """Return a line of a list without its hyphen and the sign at its end; '' if it says nothing.

    >>> bare(' - Sở Nội vụ; ')
    'Sở Nội vụ'
    """
    line = printable(text).lstrip(BULLETS).strip(ENDS)
    return line if any(map(str.isalnum, line)) else ''


def reason(citation: str) -> str:
    """Return for what an award is given, as the end of "Tặng … cho …".

    >>> reason('Đã có thành tích xuất sắc.'), reason('Thành tích xuất sắc năm 2025')
    ('đã có thành tích xuất sắc', 'đã có thành tích xuất sắc năm 2025')
    >>> reason('Hoàn thành tốt nhiệm vụ')
    'về thành tích: Hoàn thành tốt nhiệm vụ'
    """
    text = bare(citation)
    lowered = text[:1].lower() + text[1:]
    if not text or lowered.startswith(('đã ', 'có ', 'vì ', 'do ', 'trong ', 'về ')):
        return lowered
    return f'đã có {lowered}' if lowered.startswith('thành tích ') else f'về thành tích: {text}'


def enumerated(texts: Iterable[str]) -> tuple[str, ...]:
    """Return lines of an enumeration: a semicolon after each, a full stop after the last.

    >>> enumerated(['Biên bản họp', 'Báo cáo thành tích.'])
    ('Biên bản họp;', 'Báo cáo thành tích.')
    """
    lines = [line for line in map(bare, texts) if line]
    return (*(f'{line};' for line in lines[:-1]), *(f'{line}.' for line in lines[-1:]))


def _force(document: str) -> int:
    kinds = (at for at, kinds in enumerate(BY_FORCE) if document.startswith(kinds))
    return next(kinds, len(BY_FORCE))


def _minutes(days: Sequence[date | None]) -> str:
    known = sorted({day for day in days if day})
    if not known:
        return f'Biên bản họp {_day(None)}'
    label = 'các Biên bản họp' if len(known) > 1 else 'Biên bản họp'
    return f'{label} {", ".join(map(_day, known))}'


def _day(day: date | None) -> str:
    return f'ngày {short_date(day)}' if day else UNDATED


def _filed(filed_by: str, style: Style | str) -> str:
    if Style(style) is Style.PARTY:
        return f'Lưu {bare(filed_by) or "Văn phòng"}'
    return ', '.join(filter(None, ('Lưu: VT', bare(filed_by))))
