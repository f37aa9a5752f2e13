"""What a decision tells (domain/decision_document.py), as recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from .award_list import Holder
from .decree30 import Heading
from .signing import Signing
from .words import Word


class DecisionKind(Word):
    """What a decision does."""

    AWARD = 'award'  # tặng
    CORRECTION = 'correction'  # đính chính
    REVOCATION = 'revocation'  # hủy bỏ, thu hồi


class Ground(Word):
    """Why a decision is taken back (Luật 06/2022/QH15, Điều 93 khoản 2), or that it was wrong."""

    FALSE_DECLARATION = 'false_declaration'  # điểm a: gian dối trong kê khai
    FORGED_PAPERS = 'forged_papers'  # điểm b: thông tin sai, giả hồ sơ, giấy tờ
    UNLAWFUL_REVIEW = 'unlawful_review'  # điểm c: thẩm định, xét, duyệt trái quy định
    LATER_FINDING = 'later_finding'  # điểm d: kết luận, quyết định, bản án
    MISTAKE = 'mistake'  # an error of the decision itself


LAW = 'Luật Thi đua, khen thưởng'

#: The clause each ground stands in; an agency may cite another once the law changes.
GROUND_CLAUSES: Mapping[str, str] = MappingProxyType(
    {
        Ground.FALSE_DECLARATION: f'điểm a khoản 2 Điều 93 {LAW}',
        Ground.FORGED_PAPERS: f'điểm b khoản 2 Điều 93 {LAW}',
        Ground.UNLAWFUL_REVIEW: f'điểm c khoản 2 Điều 93 {LAW}',
        Ground.LATER_FINDING: f'điểm d khoản 2 Điều 93 {LAW}',
        Ground.MISTAKE: '',
    }
)


@dataclass(frozen=True)
class Meeting:
    """A session whose minutes the decision rests on.

    :param body: 'Hội đồng Thi đua - Khen thưởng Ban Quản lý …'
    :param day: of the meeting, None if not known
    """

    body: str
    day: date | None = None


@dataclass(frozen=True)
class Original:
    """The decision that is corrected or taken back.

    :param number: '05/QĐ-BQLKKTCK'
    :param authority: who took it, as the text names them ('Trưởng ban Ban Quản lý …')
    :param about: 'về việc tặng Giấy khen …', '' if not needed
    """

    number: str
    day: date | None
    authority: str
    about: str = ''


@dataclass(frozen=True)
class Correction:
    """One line of the original that reads otherwise from now on.

    :param was: the holder as printed
    :param becomes: the holder as it should have read
    """

    was: Holder
    becomes: Holder


@dataclass(frozen=True)
class Facts:
    """All that a decision is made from. Texts are Vietnamese and come as they were typed.

    :param heading: with place and date (decree30.heading and decree30.place_date)
    :param code: authority's abbreviation, for a number that is not known yet ('BQLKKTCK')
    :param number: whole, such as '05/QĐ-BQLKKTCK' or '05-QĐ/ĐU'; '' while not known
    :param day: of the decision, None while not known
    :param authority: who decides, as the text names them: 'Trưởng ban Ban Quản lý Khu kinh tế …';
        printed in capitals over the bases (thẩm quyền ban hành)
    :param award: 'Giấy khen', 'Giấy khen của Đảng ủy'
    :param citation: for what, common to all, such as 'đã có thành tích xuất sắc trong phong trào …'
    :param bases: each as cited, without 'Căn cứ' (emulation.legal.basis.citation)
    :param meetings: whose proposal this is
    :param submitter: who hands the draft over ('Chánh Văn phòng'), '' if not named
    :param holders: in the order of the decision (their gold-book numbers count it); of a
        revocation, whose award is taken back, `prize` being what is to be paid back
    :param corrections: of a correction
    :param has_prize: whether money is paid
    :param fund: from which it is paid ('Quỹ thi đua, khen thưởng của Ban Quản lý')
    :param implementers: who carries it out ('Chánh Văn phòng', 'Trưởng các phòng, đơn vị')
    :param effective_on: None: from the day it is signed
    :param recipients: nơi nhận without the leading '- ', in order; 'Như Điều n' and 'Lưu: VT' are
        added where they are missing
    :param filed_by: drafting unit in 'Lưu: VT, VP', '' if none
    :param original: of a correction or a revocation
    :param ground: of a revocation
    :param reason: of a correction or a revocation, in own words; '' if there is nothing to add
    :param ground_clause: that allows the revocation, as cited; '' for GROUND_CLAUSES
    :param inline_up_to: so many holders are named in Điều 1; more get a list of their own
    :param final: numbered, dated and issued; otherwise the page says that it is a draft
    """

    kind: DecisionKind | str
    heading: Heading
    code: str
    number: str
    day: date | None
    authority: str
    award: str
    citation: str
    signing: Signing
    bases: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    submitter: str = ''
    holders: tuple[Holder, ...] = ()
    corrections: tuple[Correction, ...] = ()
    has_prize: bool = False
    fund: str = ''
    implementers: tuple[str, ...] = ()
    effective_on: date | None = None
    recipients: tuple[str, ...] = ()
    filed_by: str = ''
    original: Original | None = None
    ground: Ground | str | None = None
    ground_clause: str = ''
    reason: str = ''
    inline_up_to: int = 3
    final: bool = False
