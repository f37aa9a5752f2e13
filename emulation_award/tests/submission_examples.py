"""Findings on submissions, replies and lists as the rules give them, for test_refusal."""

from dataclasses import replace
from datetime import date

from ..domain import submission, submission_reply
from ..domain.errors import TableError
from ..domain.findings import Finding
from ..domain.registry_directory import Directory, Form, Holder
from ..domain.registry_entry import Decision, Entry, Kept, date_findings, entry_findings
from ..domain.registry_import import NEEDED, Options, judge
from ..domain.tables import Formula, find_table, read_money
from ..domain.text_tables import decoded

TODAY = date(2025, 11, 3)
WHOLE = submission.Proposed(
    nominee='Lê An',
    award='Bằng khen',
    state='approved',
    is_forwarded=True,
    authority='Chủ tịch',
    addressee='Chủ tịch',
    has_verdict=True,
    session='Phiên họp',
    is_minuted=True,
    has_report=True,
)
TWINS = (
    Holder('employee_id', 1, 'Lê An', ('NV01',)),
    Holder('employee_id', 2, 'Lê An', ('NV02',)),
    Holder('employee_id', 3, 'Vũ Bình', ('NV03',)),
)
ELSEWHERE = Holder('employee_id', 4, 'Lê Chi', ('NV04',), ('Văn phòng',))
FORMS = (Form(1, 'Giấy khen'),)


def submission_examples():
    letter = submission.Letter((), TODAY, TODAY, date(2025, 9, 8), 2)
    letters = (
        replace(letter, missing=('Số',), proposed=0),
        replace(letter, day=date(2025, 12, 1)),
        replace(letter, day=date(2025, 8, 1)),
        replace(letter, number='105', is_package_stale=True),
    )
    proposed = (
        replace(WHOLE, addressee='Thủ tướng'),
        replace(WHOLE, state='accepted'),
        replace(WHOLE, has_verdict=False),
        replace(WHOLE, is_minuted=False),
        replace(WHOLE, basis='Kế hoạch 134/KH-UBND'),
        replace(WHOLE, has_report=False),
        replace(WHOLE, holds=('DN/1',)),
        replace(WHOLE, held=('Giấy khen',)),
    )
    return [
        *(finding for one in letters for finding in submission.letter_findings(one)),
        *(finding for one in proposed for finding in submission.proposed_findings(one)),
    ]


def reply_examples():
    sent = date(2025, 9, 30)
    rows = [['Họ tên', 'Kết quả'], ['Lê An', 'x'], ['Ai đó', 'x'], ['Vũ Bình', '?']]
    table = find_table(rows, submission_reply.NEEDED)
    return [
        *submission.answer_findings({}, {}, ['Lê An']),
        *submission.answer_findings({'Lê An': 'refused', 'Lê Chi': 'awarded'}, {}, ['Lê An']),
        *submission.reply_date_findings(date(2025, 9, 1), sent, TODAY),
        *submission.reply_date_findings(date(2025, 12, 1), sent, TODAY),
        *submission_reply.read_answers(table, TWINS)[1],
        *submission_reply.read_answers(_contradicting(), [ELSEWHERE])[1],
    ]


def _contradicting():
    headings = ['Họ tên', 'Đơn vị', 'Kết quả']
    rows = [['Lê Chi', 'Văn phòng', 'x'], ['Lê Chi', '', 'không'], ['Lê Chi', 'Sở Xây dựng', 'x']]
    return find_table([headings, *rows], submission_reply.NEEDED)


def _refused(call, *args):
    try:
        call(*args)
    except TableError as error:
        return Finding(error.code, error.params)
    raise AssertionError(f'{call.__name__} refuses nothing')


def table_examples():
    # What a file is, is found where it is unpacked: reports/table_reader.py.
    files = [
        Finding('table_empty'),
        Finding('table_damaged'),
        Finding('table_type_refused', {'mimetype': 'image/png'}),
        Finding('table_too_large', {'what': 'rows', 'most': 20_000}),
        Finding('table_cell_too_long', {'row': 3, 'most': 32_767}),
        Finding('table_declares_type'),
    ]
    refused = [
        _refused(decoded, b'\0'),
        _refused(find_table, [], NEEDED),
        _refused(read_money, 'ba'),
    ]
    headings = ['Họ tên', 'Mã nhân viên', 'Danh hiệu', 'Ngày', 'Năm', 'Đơn vị', 'Số quyết định']
    rows = [
        [*headings, 'Tình trạng'],
        ['', '', '', 'mai', ''],
        ['Lê An', '', 'Giấy khen', '', ''],
        ['Lê An', 'NV03', 'Giấy khen', Formula('=1'), ''],
        ['Ai đó', '', 'Huy hiệu', '1/1/2020', 2019],
        ['Vũ Bình', '', 'Giấy khen', '', 2030],
        ['Lê Chi', '', 'Giấy khen', '', 2020, 'Sở Xây dựng'],
        ['Lê Chi', '', 'Giấy khen', '1/1/2020', '', '', '12/QĐ'],
        ['Lê Chi', '', 'Giấy khen', '1/1/2020', '', '', '12'],
        ['Vũ Bình', '', 'Giấy khen', '', 2019, '', '', 'Đã hủy'],
    ]
    directory = Directory((*TWINS, ELSEWHERE), FORMS, ())
    verdicts = judge(find_table(rows, NEEDED), directory, Options(TODAY))
    judged = (finding for one in verdicts for finding in (*one.findings, *one.notes))
    return [*files, *refused, *judged, *_entry_examples()]


def _entry_examples():
    kept = Kept((Decision(1, '97/QĐ', TODAY, '97/QĐ, Trưởng ban'),))
    return [
        *date_findings(None, 1900, TODAY),
        *entry_findings(Entry('97/QĐ', TODAY, authority=1), kept, False),
        *entry_findings(Entry('98/QĐ', TODAY, authority=1), kept, False),
    ]
