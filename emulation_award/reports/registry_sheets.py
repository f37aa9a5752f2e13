"""Working lists around the registry: the template of an import, and what an import found."""

from datetime import date

from ..domain import sheets
from ..domain.sheets import Kind
from ..domain.table_headings import Column

#: Columns as the template heads them, and as people read which were recognised.
LABELS = {
    Column.NAME: 'Họ và tên (hoặc tên tập thể)',
    Column.KIND: 'Phân loại',
    Column.CODE: 'Mã nhân viên',
    Column.UNIT: 'Đơn vị',
    Column.POSITION: 'Chức vụ',
    Column.AWARD: 'Hình thức khen thưởng',
    Column.AUTHORITY: 'Cấp khen thưởng',
    Column.CITATION: 'Thành tích',
    Column.NUMBER: 'Số quyết định',
    Column.DATE: 'Ngày quyết định',
    Column.YEAR: 'Năm',
    Column.PRIZE: 'Tiền thưởng (đồng)',
    Column.RESULT: 'Kết quả',
    Column.REASON: 'Lý do',
    Column.STATE: 'Tình trạng',
}
KINDS = {Column.DATE: Kind.DATE, Column.YEAR: Kind.ORDINAL, Column.PRIZE: Kind.MONEY}
WIDTHS = {
    Column.NAME: 28,
    Column.UNIT: 28,
    Column.AWARD: 34,
    Column.AUTHORITY: 28,
    Column.CITATION: 44,
    Column.NUMBER: 20,
}
#: Of replies, and of lists that this or another program wrote.
UNASKED = (Column.RESULT, Column.REASON, Column.STATE)
TEMPLATE = tuple(column for column in LABELS if column not in UNASKED)
#: Rows that show how each column is filled; to be overwritten.
SAMPLES = (
    {
        Column.NAME: 'Nguyễn Văn An',
        Column.KIND: 'Cá nhân',
        Column.CODE: 'NV0123',
        Column.UNIT: 'Văn phòng',
        Column.POSITION: 'Chuyên viên',
        Column.AWARD: 'Giấy khen',
        Column.AUTHORITY: 'Thủ trưởng cơ quan, đơn vị',
        Column.CITATION: 'Hoàn thành xuất sắc nhiệm vụ năm 2023',
        Column.NUMBER: '118/QĐ-ABC',
        Column.DATE: date(2023, 12, 29),
        Column.PRIZE: 540_000,
    },
)
#: Not headed as a list to import: number and date of a decision stand in one column.
REPORT = (
    sheets.Column('Dòng', Kind.ORDINAL, 8),
    sheets.Column('Người, tập thể nêu trong danh sách', width=30),
    sheets.Column('Hình thức khen thưởng', width=34),
    sheets.Column('Quyết định', width=26),
    sheets.Column('Kết quả kiểm tra', width=24),
    sheets.Column('Nội dung cần xử lý', width=70),
)


def template_book() -> sheets.Book:
    """Return an empty list of past awards with a sample row, ready to be imported again."""
    columns = tuple(
        sheets.Column(LABELS[one], KINDS.get(one, Kind.TEXT), WIDTHS.get(one, 16))
        for one in TEMPLATE
    )
    rows = tuple(tuple(sample.get(one) for one in TEMPLATE) for sample in SAMPLES)
    sheet = sheets.Sheet(
        name='Sổ khen thưởng',
        title='DANH SÁCH KHEN THƯỞNG CÁC NĂM TRƯỚC',
        columns=columns,
        parts=(sheets.Part(rows),),
        about=('Ghi đè dòng mẫu; ngày ghi dd/mm/yyyy, chỉ biết năm thì ghi vào cột "Năm"',),
    )
    return sheets.Book('Mẫu nhập sổ khen thưởng', (sheet,))


def report_book(file_name: str, rows) -> sheets.Book:
    """Return the verdict on each row of a list.

    :param rows: number, holder, award, decision, verdict, why; see REPORT
    """
    sheet = sheets.Sheet(
        name='Kết quả kiểm tra',
        title='KẾT QUẢ KIỂM TRA DANH SÁCH NHẬP',
        columns=REPORT,
        parts=(sheets.Part(rows),),
        about=(file_name,) if file_name else (),
    )
    return sheets.Book('Kết quả kiểm tra', (sheet,))
