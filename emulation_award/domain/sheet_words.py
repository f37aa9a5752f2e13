"""Words of the lists (danh sách): in Vietnamese, whatever the language of who prints them."""

from .eligibility import NomineeKind
from .sheets import Part, counted, numbered
from .states import State
from .unit_minutes import KIND_NAMES

NOMINATION_STATES = {
    State.DRAFT: 'Dự thảo',
    State.REVIEWED: 'Đơn vị đã tán thành',
    State.SUBMITTED: 'Đã gửi',
    State.RETURNED: 'Bị trả lại',
    State.ACCEPTED: 'Đã tiếp nhận',
    State.ON_AGENDA: 'Đưa vào chương trình họp',
    State.APPROVED: 'Được thông qua',
    State.NOT_APPROVED: 'Không được thông qua',
    State.AWARDED: 'Đã khen thưởng',
    State.FORWARDED: 'Đã trình cấp trên',
    State.WITHDRAWN: 'Đã rút',
    State.ON_HOLD: 'Tạm dừng',
}
HOLDERS = {True: 'Cá nhân', False: 'Tập thể'}
COMMENDATION_STATES = {'valid': 'Có hiệu lực', 'revoked': 'Đã thu hồi'}
CHOICES = {'yes': 'Tán thành', 'no': 'Không tán thành', 'abstain': 'Ý kiến khác'}
#: A member who was not to decide on a candidate, or who wrote instead of coming.
RECUSED = 'Không tham gia'
BY_WRITING = '{choice} (văn bản)'
WRITTEN = 'Văn bản'

#: Collectives first, as in such lists.
KINDS = (NomineeKind.COLLECTIVE, NomineeKind.INDIVIDUAL)
NUMERALS = ('I', 'II')


def both_kinds(rows_of, kinds) -> tuple[Part, ...]:
    """Return the parts of a list of collectives and individuals, each numbered from 1.

    :param rows_of: function of a kind that returns its rows without the running number
    :param kinds: those there are; a list of one kind has one part all the same

    >>> [part.title for part in both_kinds(lambda kind: [], {'individual', 'collective'})]
    ['I. TẬP THỂ', 'II. CÁ NHÂN']
    """
    return tuple(
        Part(
            rows=numbered(rows_of(kind)),
            title=f'{numeral}. {KIND_NAMES[kind].upper()}',
            total=counted(KIND_NAMES[kind]),
        )
        for numeral, kind in zip(NUMERALS, (one for one in KINDS if one in kinds), strict=False)
    )


def office(position: str, unit: str) -> str:
    """Return position and unit as one cell names them.

    >>> office('Chuyên viên', 'Văn phòng'), office('', 'Văn phòng')
    ('Chuyên viên, Văn phòng', 'Văn phòng')
    """
    return ', '.join(filter(None, (position, unit)))
