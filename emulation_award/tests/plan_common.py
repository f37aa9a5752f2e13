"""A plan in words of its own, with every kind of clause, for the tests of the plan document."""

from dataclasses import fields, is_dataclass
from datetime import date

from ..domain.decree30 import heading
from ..domain.plan_document import plan_document
from ..domain.plan_facts import Basis, Content, Duty, Facts, Milestone, Phase
from ..domain.plan_rules import Award, Criterion, Quota, Reference, ReportForm, Requirement
from ..domain.signing import Signing

#: How the clause on seats begins.
CHOSEN = 'Từ đề nghị của các đơn vị, Hội đồng Thi đua - Khen thưởng xếp thành tích từ cao xuống'
CITED = 'Kế hoạch số 9/KH-UBND ngày 02/01/2025 của UBND tỉnh về phong trào'
COLLECTIVE = Criterion('Đoàn kết', 'Nội bộ đoàn kết', 'collective')
INDIVIDUAL = Criterion('Nhiệm vụ', 'Hoàn thành 100% nhiệm vụ', 'individual', needs_file=True)
OWN = (COLLECTIVE, INDIVIDUAL)
HEAD = Award(1, 'Giấy khen của Giám đốc', criteria=OWN)
PARTY = Award(2, 'Giấy khen của Đảng ủy', criteria=OWN)
ABOVE = Award(
    3,
    'Bằng khen của Chủ tịch UBND tỉnh',
    is_forwarded=True,
    reference=Reference(CITED, '9/KH-UBND', 'mục IV'),
)
SHARE = Quota('individual', 'nomination', 'unit', awards=(1, 2), numerator=20, denominator=100)
SEATS = Quota('individual', 'selection', 'campaign', awards=(1,), minimum=5, maximum=7)
ONE = Quota('collective', 'selection', 'campaign', awards=(1, 2), fixed=1)
FIRST = Phase(
    'Đợt 1',
    date(2025, 5, 1),
    date(2025, 8, 15),
    date(2025, 8, 30),
    'before',
    start_precision='month',
    occasion='Đại hội',
)
SECOND = Phase('Đợt 2', date(2025, 8, 15), None, date(2025, 10, 30), 'no_later_than')

PLAN = Facts(
    heading=heading('UBND tỉnh', 'Trung tâm', 'state', 'Hà Nội, ngày 10 tháng 6 năm 2025'),
    code='TT',
    number='',
    about='',
    campaign='Phong trào thi đua mùa xuân',
    signing=Signing('direct', '', 'Giám đốc', 'Vũ An'),
    bases=(
        Basis(CITED, '9/KH-UBND', 'plan', date(2025, 1, 2)),
        Basis('Nghị định số 98/2023/NĐ-CP', '98/2023/NĐ-CP', 'decree', is_cited_below=True),
        Basis('Luật Thi đua, khen thưởng', '06/2022/QH15', 'law'),
    ),
    introduction='Trung tâm xây dựng kế hoạch như sau:',
    purpose='Động viên mọi người\nBiểu dương người tốt',
    requirement='Thiết thực, hiệu quả',
    contents=(
        Content('Tuyên truyền', 'Làm tốt công tác tuyên truyền.'),
        Content(
            'Nhiệm vụ',
            'Hai việc phải xong:\nGiữ vững đoàn kết.',
            (
                Milestone('Xong cầu', date(2025, 9, 30), 'month', 'Phòng A'),
                Milestone('Xong đường', date(2025, 9, 5), 'day'),
            ),
        ),
    ),
    phases=(FIRST, SECOND),
    subject_collective='các phòng',
    subject_individual='công chức, viên chức',
    awards=(HEAD, PARTY, ABOVE),
    quotas=(SHARE, SEATS, ONE),
    counted_on=date(2025, 6, 10),
    requirements=(
        Requirement('Biên bản họp'),
        Requirement(
            'Báo cáo thành tích',
            forms=(ReportForm('Mẫu số 08', 'Nghị định số 98/2023/NĐ-CP', '98/2023/NĐ-CP'),),
        ),
    ),
    receiver='Văn phòng',
    duties=(Duty('Lãnh đạo các phòng', 'Tổ chức thực hiện.\nBáo cáo kết quả'),),
    appeal='Trung tâm kêu gọi mọi người thi đua.',
    recipients=(('Sở Nội vụ', False), ('Lưu: VT, VP', True)),
)


def lines(facts):
    """The running text of the plan, a line for each block."""
    return [block.line for block in plan_document(facts).body]


def after(facts, start, stop=None):
    """Lines of the plan below one line, down to the next that begins with `stop`."""
    found = lines(facts)
    below = found[found.index(start) + 1 :]
    if stop is None:
        return below
    end = next((at for at, line in enumerate(below) if line.startswith(stop)), len(below))
    return below[:end]


def words(value):
    """All texts within a view-model, whatever it is made of."""
    if isinstance(value, str):
        return [str(value)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in words(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [text for one in value for text in words(one)]
    return []
