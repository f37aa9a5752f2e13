"""What the columns of a list of awards are called, in Vietnamese and English."""

from collections.abc import Mapping

from .words import Word


class Column(Word):
    """What a column of a list of awards holds."""

    NAME = 'name'
    KIND = 'kind'
    CODE = 'code'
    UNIT = 'unit'
    POSITION = 'position'
    AWARD = 'award'
    AUTHORITY = 'authority'
    CITATION = 'citation'
    NUMBER = 'number'
    DATE = 'date'
    YEAR = 'year'
    PRIZE = 'prize'
    STATE = 'state'
    RESULT = 'result'
    REASON = 'reason'


#: Headings by column, as :func:`plain` gives them; the first is the one the template uses.
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: (
        'ho va ten hoac ten tap the',
        'ho va ten',
        'ho ten',
        'ten',
        'ten tap the',
        'ho va ten ten tap the',
        'ho ten ten tap the',
        'ho va ten ca nhan tap the',
        'ten tap the ca nhan',
        'ten ca nhan tap the',
        'ten tap the ho va ten ca nhan',
        'ten doi tuong',
        'ca nhan tap the',
        'nguoi duoc khen thuong',
        'ten nguoi duoc khen thuong',
        'name',
        'full name',
        'holder',
        'employee',
        'nominee',
    ),
    Column.KIND: (
        'phan loai',
        'loai',
        'doi tuong',
        'ca nhan hay tap the',
        'loai doi tuong',
        'kind',
        'type',
    ),
    Column.CODE: (
        'ma nhan vien',
        'ma cong chuc vien chuc',
        'ma ccvc',
        'ma cbccvc',
        'ma so',
        'ma don vi',
        'so hieu cong chuc',
        'so can cuoc',
        'so cccd',
        'cccd',
        'so dinh danh ca nhan',
        'employee code',
        'code',
        'badge id',
        'identification no',
    ),
    Column.UNIT: (
        'don vi',
        'don vi cong tac',
        'phong ban',
        'phong don vi',
        'co quan',
        'co quan don vi',
        'chuc vu don vi',
        'unit',
        'department',
    ),
    Column.POSITION: ('chuc vu', 'chuc danh', 'position', 'job title'),
    Column.AWARD: (
        'hinh thuc khen thuong',
        'danh hieu hinh thuc khen thuong',
        'danh hieu hinh thuc',
        'hinh thuc khen thuong danh hieu',
        'hinh thuc danh hieu',
        'ma danh hieu hinh thuc',
        'danh hieu thi dua',
        'danh hieu',
        'hinh thuc',
        'hinh thuc de nghi',
        'khen thuong',
        'award',
        'award form',
    ),
    Column.AUTHORITY: (
        'cap khen thuong',
        'cap quyet dinh',
        'co quan quyet dinh',
        'co quan ban hanh',
        'co quan khen thuong',
        'nguoi ky',
        'nguoi ky quyet dinh',
        'tham quyen',
        'decided by',
        'authority',
    ),
    Column.CITATION: (
        'thanh tich',
        'noi dung khen thuong',
        'thanh tich tom tat',
        'tom tat thanh tich',
        'noi dung',
        'ly do khen thuong',
        'for',
        'citation',
        'achievement',
    ),
    Column.NUMBER: (
        'so quyet dinh',
        'so qd',
        'quyet dinh so',
        'quyet dinh',
        'qd so',
        'so hieu quyet dinh',
        'so quyet dinh khen thuong',
        'so ky hieu',
        'so ky hieu quyet dinh',
        'decision number',
        'decision no',
        'decision',
    ),
    Column.DATE: (
        'ngay quyet dinh',
        'ngay qd',
        'ngay ky quyet dinh',
        'ngay ban hanh quyet dinh',
        'ngay thang quyet dinh',
        'ngay thang nam quyet dinh',
        'ngay thang nam qd',
        'ngay quyet dinh khen thuong',
        'ngay thang nam quyet dinh khen thuong',
        'ngay khen thuong',
        'ngay ky',
        'ngay ban hanh',
        'ngay thang',
        'ngay thang nam',
        'ngay',
        'decision date',
        'date',
        'dated',
    ),
    Column.YEAR: ('nam', 'nam khen thuong', 'nam quyet dinh', 'year'),
    Column.PRIZE: (
        'tien thuong dong',
        'tien thuong',
        'muc thuong',
        'so tien',
        'so tien dong',
        'tien thuong vnd',
        'prize',
        'prize dong',
        'amount',
    ),
    Column.STATE: ('tinh trang', 'trang thai', 'hieu luc', 'state', 'status'),
    Column.RESULT: ('ket qua', 'ket qua khen thuong', 'duoc khen thuong', 'result', 'answer'),
    Column.REASON: ('ly do', 'ly do khong khen thuong', 'ghi chu', 'reason', 'note'),
}
