"""The letter that asks a superior authority for awards (tờ trình đề nghị khen thưởng).

Mẫu 01 of the dossier forms (Nghị định 98/2023/NĐ-CP, Phụ lục I; kept by Nghị định 152/2025/NĐ-CP):
one letter for each authority and each type of commendation (loại hình khen thưởng).
"""

from dataclasses import dataclass
from datetime import date

from .award_list import AwardList, Holder, award_list, counts, kinds
from .blocks import Block, Kind, block, blocks
from .decision_facts import Meeting
from .decree30 import UNKNOWN, Heading, Signature, Style, document_number
from .number_words import capitalised
from .official_parts import (
    annex_reference,
    bare,
    basis_blocks,
    by_force,
    enumerated,
    met,
    reason,
    recipient_lines,
)
from .signing import Signing, signature
from .vietnamese import printable
from .words import Word

TITLE = 'TỜ TRÌNH'
CODE = 'TTr'  # of the kind of document, in its number

#: What goes with the letter unless somebody lists it otherwise (Luật 06/2022/QH15, Điều 84).
ATTACHMENTS = (
    'Danh sách đề nghị khen thưởng',
    'Báo cáo thành tích của các trường hợp đề nghị khen thưởng',
    'Biên bản họp xét khen thưởng của Hội đồng Thi đua - Khen thưởng',
)


class AwardKind(Word):
    """Type of commendation (loại hình khen thưởng, Luật 06/2022/QH15, Điều 8)."""

    CAMPAIGN = 'campaign'  # thi đua theo chuyên đề
    MERIT = 'merit'  # công trạng
    UNPLANNED = 'unplanned'  # đột xuất
    CONTRIBUTION = 'contribution'  # cống hiến
    TENURE = 'tenure'  # niên hạn
    FOREIGN = 'foreign'  # đối ngoại


AWARD_KINDS = {
    AwardKind.CAMPAIGN: 'khen thưởng phong trào thi đua (theo chuyên đề)',
    AwardKind.MERIT: 'khen thưởng công trạng',
    AwardKind.UNPLANNED: 'khen thưởng đột xuất',
    AwardKind.CONTRIBUTION: 'khen thưởng quá trình cống hiến',
    AwardKind.TENURE: 'khen thưởng theo niên hạn',
    AwardKind.FOREIGN: 'khen thưởng đối ngoại',
}


@dataclass(frozen=True)
class Facts:
    """All that a letter is made from. Texts are Vietnamese and come as they were typed.

    :param heading: with place and date
    :param code: abbreviation of the submitting body, for a number not known yet
    :param number: whole, such as '12/TTr-BQLKKTCK' or '12-TTr/ĐU'; '' while not known
    :param submitter: who submits, as the text names them: 'Ban Quản lý Khu kinh tế cửa khẩu …'
    :param addressees: after 'Kính gửi:' ('Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn', 'Sở Nội vụ')
    :param authority: who decides on the awards
    :param award: 'Bằng khen của Chủ tịch UBND tỉnh'; '' where holders name theirs
    :param citation: for what, common to all, such as 'đã có thành tích xuất sắc trong …'
    :param bases: each as cited, without 'Căn cứ'
    :param functions_basis: document that sets the submitting body's functions, as cited; '' if none
    :param clause: điểm, khoản, điều, or clause of a plan, that supports the awards; holders may
        have their own
    :param meetings: of the council that approved
    :param holders: in the order of the list; `votes` and `clause` as far as known
    :param note: paragraphs of one's own before the closing formula
    :param attachments: what goes with the letter (hồ sơ kèm theo); empty: the usual parts
    :param recipients: nơi nhận; 'Như trên' and 'Lưu: VT' are added where they are missing
    :param filed_by: drafting unit in 'Lưu: VT, VP', '' if none
    :param final: numbered, dated and sent; otherwise the page says that it is a draft
    """

    heading: Heading
    code: str
    number: str
    day: date | None
    submitter: str
    addressees: tuple[str, ...]
    authority: str
    award: str
    kind: AwardKind | str
    citation: str
    signing: Signing
    bases: tuple[str, ...] = ()
    functions_basis: str = ''
    clause: str = ''
    meetings: tuple[Meeting, ...] = ()
    holders: tuple[Holder, ...] = ()
    note: str = ''
    attachments: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    filed_by: str = ''
    final: bool = False


@dataclass(frozen=True)
class SubmissionLetter:
    """The letter, top to bottom, as text only.

    :param about: trích yếu, lines under the title
    :param addressees: 'Kính gửi: Chủ tịch …', or 'Kính gửi:' and one line for each, '- …;'
    :param body: bases, what is asked, items, the closing formula
    :param annex: list of the nominees with clause and result of the vote
    :param recipients: nơi nhận, each with its ';' or '.'
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    annex: AwardList
    signatures: tuple[tuple[Signature, ...], ...]
    recipients: tuple[str, ...]
    final: bool


def submission_letter(facts: Facts) -> SubmissionLetter:
    """Return the letter as printed.

    :raises UnknownWordError: a kind, mode or style is in no list
    """
    style = facts.heading.style
    return SubmissionLetter(
        heading=facts.heading,
        number=document_number(facts.number, CODE, facts.code, style),
        title=TITLE,
        about=(_about(facts),),
        addressees=_addressees(facts.addressees or (facts.authority,)),
        body=_body(facts),
        annex=award_list(
            facts.holders,
            about=(f'{capitalised(kinds(facts.holders))} đề nghị tặng {_award(facts)}',),
            reference=annex_reference('Tờ trình', facts.number, facts.day, facts.submitter),
            style=style,
        ),
        signatures=((signature(facts.signing, style),),),
        recipients=recipient_lines(facts.recipients, 'Như trên', facts.filed_by, style),
        final=facts.final,
    )


def _about(facts: Facts) -> str:
    why = reason(facts.citation).removeprefix('đã ')
    asked = f'Về việc đề nghị tặng {_award(facts)} cho {kinds(facts.holders)}'
    return ' '.join(filter(None, (asked, why)))


def _addressees(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) == 1:
        return (f'Kính gửi: {bare(names[0]) or UNKNOWN}',)
    return ('Kính gửi:', *(f'- {line}' for line in enumerated(names)))


def _body(facts: Facts) -> tuple[Block, ...]:
    cited = (*by_force(facts.bases), facts.functions_basis)
    grounds = [f'Căn cứ {text}' for text in cited if text]
    return (
        *basis_blocks(grounds, Style.STATE),
        *(block(Kind.PARAGRAPH, text) for text in _request(facts)),
        *blocks(Kind.PARAGRAPH, facts.note),
        block(Kind.PARAGRAPH, 'Hồ sơ kèm theo gồm:'),
        *(block(Kind.ITEM, one) for one in enumerated(facts.attachments or ATTACHMENTS)),
        block(Kind.PARAGRAPH, _closing(facts)),
    )


def _request(facts: Facts) -> tuple[str, ...]:
    council = met(facts.meetings)
    on_grounds = f'Trên cơ sở kết quả họp xét của {council}, ' if council else ''
    asked = (
        f'{on_grounds}{_submitter(facts)} kính trình {_authority(facts)} xem xét, quyết định tặng '
        f'{_award(facts)} cho {counts(facts.holders) or UNKNOWN} (có danh sách kèm theo)'
    )
    why = reason(facts.citation)
    return tuple(
        filter(
            None,
            (
                f'{capitalised(" ".join(filter(None, (asked, why))))}.',
                f'Loại hình khen thưởng: {AWARD_KINDS[AwardKind(facts.kind)]}.',
                _clauses(facts),
                _votes(facts),
            ),
        )
    )


def _clauses(facts: Facts) -> str:
    """Which clause supports the awards; one that holds for some only is named in the list."""
    common = bare(facts.clause)
    own = any(bare(one.clause) for one in facts.holders)
    each = 'điểm, khoản, điều áp dụng cho từng trường hợp nêu trong danh sách kèm theo'
    said = '; '.join(filter(None, (common, each if own else '')))
    return f'Căn cứ đề nghị khen thưởng: {said or UNKNOWN}.'


def _votes(facts: Facts) -> str:
    if not any(one.votes for one in facts.holders):
        return ''
    return (
        'Kết quả bỏ phiếu của Hội đồng đối với từng trường hợp được ghi trong danh sách kèm theo.'
    )


def _closing(facts: Facts) -> str:
    # A state document marks the end of its text; the Party's do not.
    end = '.' if facts.heading.style == Style.PARTY else './.'
    asked = f'{_submitter(facts)} kính đề nghị {_authority(facts)} xem xét, quyết định{end}'
    return capitalised(asked)


def _submitter(facts: Facts) -> str:
    return printable(facts.submitter) or UNKNOWN


def _authority(facts: Facts) -> str:
    return printable(facts.authority) or UNKNOWN


def _award(facts: Facts) -> str:
    return printable(facts.award) or UNKNOWN
