"""A decision as recorded, and reading what it says, for the tests of its wording."""

from dataclasses import replace
from datetime import date

from ..domain.award_list import Holder
from ..domain.blocks import Kind
from ..domain.decision_document import decision_document
from ..domain.decision_facts import Facts, Meeting, Original
from ..domain.decree30 import heading, place_date
from ..domain.signing import Signing

DAY = date(2025, 9, 5)
STATE = heading('UBND tỉnh Lạng Sơn', 'Ban Quản lý', 'state', place_date('Lạng Sơn', DAY))
PARTY = heading('Đảng bộ UBND tỉnh', 'Đảng ủy Ban Quản lý', 'party', place_date('Lạng Sơn', DAY))
DIVISION = Holder('collective', 'Phòng Đầu tư', prize=1_410_000)
AN = Holder('individual', 'Vũ An', 'Ông', 'Phó Trưởng phòng', 'Phòng Đầu tư', prize=710_000)
BINH = Holder('individual', 'Lê Bình', 'Bà', 'Chuyên viên', 'Văn phòng', prize=710_000)
MANY = (BINH, DIVISION, AN, *(replace(AN, name=f'Vũ An {number}') for number in range(4)))
COUNCIL = 'Hội đồng Thi đua - Khen thưởng'
ORIGINAL = Original('5/QĐ-BQL', DAY, 'Trưởng ban')
FACTS = Facts(
    kind='award',
    heading=STATE,
    code='BQL',
    number='7/QĐ-BQL',
    day=DAY,
    authority='Trưởng ban Ban Quản lý',
    award='Giấy khen của Trưởng ban',
    citation='Đã có thành tích xuất sắc trong phong trào thi đua',
    signing=Signing('for_head', 'Trưởng ban', 'Phó Trưởng ban', 'Trần Văn Đạt'),
    bases=('Luật Thi đua, khen thưởng', 'Nghị định số 98/2023/NĐ-CP'),
    meetings=(Meeting(COUNCIL, date(2025, 9, 3)),),
    submitter='Chánh Văn phòng',
    holders=MANY,
    has_prize=True,
    fund='Quỹ thi đua, khen thưởng của Ban Quản lý',
    implementers=('Chánh Văn phòng',),
    recipients=('Sở Nội vụ',),
    filed_by='VP',
    final=True,
)
REVOKED = {'kind': 'revocation', 'original': ORIGINAL, 'ground': 'false_declaration'}


def printed(**changes):
    return decision_document(replace(FACTS, **changes))


def lines(document, kind):
    return [one.line for one in document.body if one.kind == kind]


def articles(**changes):
    return lines(printed(**changes), Kind.ARTICLE)


def texts(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    return (
        [text for one in vars(value).values() for text in texts(one)]
        if hasattr(value, '__dict__')
        else []
    )
