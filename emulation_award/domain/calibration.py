"""The sheet that shows by how much a printer of certificates is off (tờ căn chỉnh).

Crosses are printed at known distances from the edges of the paper. Whoever measures where they
really lie enters the difference as the printer's offset; a second sheet proves it.
"""

from dataclasses import dataclass

from .certificate import PAGE_HEIGHT, PAGE_WIDTH, Layout
from .vietnamese import printable

EDGE = 20  # mm from the crosses to the edges
LABELS = (
    'Quốc hiệu, Tiêu ngữ',
    'Chức vụ của người quyết định',
    'TẶNG, GIẤY KHEN',
    'Họ tên, chức vụ, đơn vị',
    'Thành tích',
    'Địa danh, ngày tháng, chữ ký',
)


@dataclass(frozen=True)
class Cross:
    """A cross and where it ought to lie, mm from the left and the upper edge."""

    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Mark:
    """Where a block begins, mm from the upper edge."""

    label: str
    top: float
    text: str


@dataclass(frozen=True)
class Sheet:
    """The sheet, as text and figures.

    :param steps: what to do, in order
    :param columns: mm from the left edge of the numbered lines of the grid
    :param rows: likewise from the upper edge
    :param offset_x: as entered at present; the sheet is moved by it like a certificate
    """

    title: str
    crosses: tuple[Cross, ...]
    marks: tuple[Mark, ...]
    steps: tuple[str, ...]
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    offset_x: float
    offset_y: float


def sheet(printer: str, layout: Layout) -> Sheet:
    """Return the calibration sheet of a printer."""
    return Sheet(
        title=printable(f'TỜ CĂN CHỈNH MÁY IN GIẤY KHEN: {printer}'),
        crosses=_crosses(),
        marks=tuple(
            Mark(label, top, f'{label}: {decimal(top)} mm')
            for label, top in zip(LABELS, layout.tops(), strict=True)
        ),
        steps=_steps(layout),
        columns=tuple(range(10, PAGE_WIDTH, 10)),
        rows=tuple(range(10, PAGE_HEIGHT, 10)),
        offset_x=layout.offset_x,
        offset_y=layout.offset_y,
    )


def decimal(number: float) -> str:
    """Return a distance with at most one decimal and a decimal comma.

    >>> decimal(41.0), decimal(-1.5), decimal(0.04)
    ('41', '-1,5', '0')
    """
    text = f'{number:.1f}'.removesuffix('.0').replace('.', ',')
    return '0' if text == '-0' else text


def _crosses() -> tuple[Cross, ...]:
    right, low = PAGE_WIDTH - EDGE, PAGE_HEIGHT - EDGE
    corners = (('A', EDGE, EDGE), ('B', right, EDGE), ('C', EDGE, low), ('D', right, low))
    return tuple(Cross(name, x, y) for name, x, y in corners)


def _steps(layout: Layout) -> tuple[str, ...]:
    now_x, now_y = decimal(layout.offset_x), decimal(layout.offset_y)
    return (
        (
            'In tờ này trên giấy A4 đặt ngang, tỷ lệ 100% (không chọn “vừa trang”), cùng khay và '
            'cùng chiều giấy như khi in giấy khen.'
        ),
        (
            f'Đo từ mép trái và từ mép trên của giấy đến tâm chữ thập A. Đúng là {EDGE} mm và '
            f'{EDGE} mm. Chữ thập B, C, D cách mép gần nhất {EDGE} mm; nếu lệch khác chữ thập A '
            'thì giấy bị xiên hoặc bản in bị co giãn.'
        ),
        (
            f'Độ lệch cần nhập = {EDGE} − số đo được + độ lệch đang dùng. Đang dùng: sang phải '
            f'{now_x} mm, xuống dưới {now_y} mm. Số âm là sang trái, lên trên.'
        ),
        (
            f'Ví dụ đo được {EDGE - 2} mm từ mép trái và {EDGE + 1},5 mm từ mép trên, đang dùng '
            '0: nhập sang phải 2 mm, xuống dưới -1,5 mm.'
        ),
        (
            'Nhập vào máy in giấy khen, in lại tờ này để kiểm tra. Đặt tờ này lên phôi trước đèn '
            'để so vị trí các dòng chữ (nét đứt).'
        ),
    )
