from dataclasses import replace
from datetime import date

from odoo.tests import BaseCase

from ..domain.achievement_summary import (
    COLUMNS,
    Criterion,
    CriterionRow,
    Facts,
    Meeting,
    achievement_summary,
)
from ..domain.decree30 import DOTS, heading
from ..domain.eligibility import NomineeKind
from ..domain.form08 import REPORTER, SUBMITTER_CONFIRMATION, UNIT_CONFIRMATION, Layout
from ..domain.form08 import Facts as Report
from ..domain.nominee import Nominee
from ..domain.review import Count

AN = Nominee(
    NomineeKind.INDIVIDUAL,
    'Nguyễn Văn An',
    gender='male',
    birthday=date(1985, 3, 2),
    position='Chuyên viên',
    unit='Phòng A',
)
REPORT = Report(
    heading=heading('Trung tâm', 'Phòng A', 'state'),
    layout=Layout('Mẫu số 08', '', '', ''),
    nominee=AN,
    award='Giấy khen của Giám đốc',
    campaign='Phong trào mùa xuân',
    parts=(),
)
HELD = Meeting('Phòng A', date(2025, 8, 22), is_supported=True, present=9, count=Count(8, 0, 1))
SUMMARY = Facts(
    report=REPORT,
    phase='Đợt 1',
    summary='Hoàn thành 100% nhiệm vụ.\nCó một sáng kiến.',
    criteria=(
        Criterion('Gương mẫu;', 'met', 'Chấp hành tốt.'),
        Criterion('100% nhiệm vụ', 'not_met', '', ('danh-gia.pdf', 'bao-cao.pdf')),
        Criterion('Sáng kiến,\ngiải pháp'),
    ),
    meeting=HELD,
)


def said(blocks):
    return [one.line for one in blocks]


class TestAchievementSummary(BaseCase):
    def test_title_award_and_nominee(self):
        summary = achievement_summary(SUMMARY)
        self.assertEqual(summary.title, 'TÓM TẮT THÀNH TÍCH')
        self.assertEqual(
            summary.about,
            ('Đề nghị tặng Giấy khen của Giám đốc', '(Đợt 1, Phong trào mùa xuân)'),
        )
        self.assertEqual(
            (summary.nominee, summary.office), ('Ông Nguyễn Văn An', 'Chuyên viên, Phòng A')
        )

    def test_particulars_are_those_of_the_report(self):
        rows = {row.label: row.value for row in achievement_summary(SUMMARY).particulars}
        self.assertEqual(rows['Ngày, tháng, năm sinh'], '02/3/1985')
        self.assertEqual(rows['Quê quán'], DOTS)

    def test_paragraphs_stay_apart(self):
        self.assertEqual(
            said(achievement_summary(SUMMARY).summary),
            ['Hoàn thành 100% nhiệm vụ.', 'Có một sáng kiến.'],
        )

    def test_nothing_written_is_dotted(self):
        empty = replace(SUMMARY, summary=' ', meeting=None)
        summary = achievement_summary(empty)
        self.assertEqual((said(summary.summary), said(summary.opinion)), ([DOTS], [DOTS]))

    def test_criteria_with_what_shows_them(self):
        self.assertEqual(len(COLUMNS), len(CriterionRow.__dataclass_fields__))
        self.assertEqual(
            achievement_summary(SUMMARY).criteria,
            (
                CriterionRow('1', 'Gương mẫu', 'Đạt', ('Chấp hành tốt.',)),
                CriterionRow(
                    '2', '100% nhiệm vụ', 'Không đạt', ('Tài liệu: danh-gia.pdf; bao-cao.pdf.',)
                ),
                CriterionRow('3', 'Sáng kiến, giải pháp', '…', ()),
            ),
        )

    def test_headings_close_up_where_there_are_no_criteria(self):
        summary = achievement_summary(replace(SUMMARY, criteria=()))
        self.assertEqual(
            (summary.criteria_heading, summary.opinion_heading),
            ('', '3. Ý kiến của đơn vị đề nghị'),
        )

    def test_why_two_awards_and_what_is_attached(self):
        more = replace(
            SUMMARY,
            justification='Sáng kiến riêng',
            attachments=(('Xác nhận', ('a.pdf', 'b.pdf')),),
        )
        self.assertEqual(
            said(achievement_summary(more).summary)[2:],
            [
                'Thành tích riêng của đề nghị này, khác với đề nghị khác trong cùng phong trào:',
                'Sáng kiến riêng',
                'Tài liệu kèm theo:',
                '- Xác nhận: a.pdf; b.pdf.',
            ],
        )

    def test_how_the_unit_voted(self):
        self.assertEqual(
            said(achievement_summary(SUMMARY).opinion),
            [
                (
                    'Cuộc họp xét khen thưởng của Phòng A ngày 22/8/2025 thống nhất đề nghị khen '
                    'thưởng: 08/09 người có mặt tán thành (88,89%), 0 không tán thành, 01 ý kiến '
                    'khác.'
                )
            ],
        )

    def test_votes_that_the_reader_may_not_know_are_not_said(self):
        hidden = replace(SUMMARY, meeting=replace(HELD, count=None, is_supported=False))
        self.assertEqual(
            said(achievement_summary(hidden).opinion),
            ['Cuộc họp xét khen thưởng của Phòng A ngày 22/8/2025 không đề nghị khen thưởng.'],
        )

    def test_an_individual_signs_and_the_unit_confirms(self):
        ((unit, own),) = achievement_summary(SUMMARY).signatures
        self.assertEqual((unit.title, own.title), (UNIT_CONFIRMATION, REPORTER))
        self.assertEqual(own.name, 'Nguyễn Văn An')

    def test_a_superior_authority_wants_one_more_confirmation(self):
        forwarded = replace(SUMMARY, report=replace(REPORT, is_forwarded=True))
        _own, (submitter,) = achievement_summary(forwarded).signatures
        self.assertEqual(submitter.title, SUBMITTER_CONFIRMATION)

    def test_a_collective(self):
        unit = Nominee(NomineeKind.COLLECTIVE, 'Phòng A', head_count=9)
        summary = achievement_summary(replace(SUMMARY, report=replace(REPORT, nominee=unit)))
        self.assertEqual((summary.nominee, summary.office), ('Phòng A', ''))
        self.assertEqual(summary.particulars_heading, '1. Thông tin tập thể')

    def test_a_dossier_that_can_change_is_a_draft(self):
        draft = replace(SUMMARY, report=replace(REPORT, is_draft=True))
        self.assertEqual(
            (achievement_summary(SUMMARY).final, achievement_summary(draft).final), (True, False)
        )
