import unicodedata
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.blocks import Kind
from ..domain.decree30 import Signature, heading
from ..domain.plan_document import NUMERALS, plan_document
from ..domain.plan_facts import Amendment, Content, Facts, Phase
from ..domain.signing import Signing
from .domain_common import exactly
from .plan_common import CITED, FIRST, PLAN, SECOND, after, lines

EMPTY = Facts(
    heading=PLAN.heading,
    code='TT',
    number='',
    about='',
    campaign='Tuần lễ xanh',
    signing=Signing(),
)


class TestPlanDocument(BaseCase):
    """The plan from its number to its signature."""

    def test_number_is_dotted_until_there_is_one(self):
        self.assertEqual(plan_document(PLAN).number, 'Số: …/KH-TT')
        numbered = plan_document(replace(PLAN, number='5/KH-TT'))
        self.assertEqual(numbered.number, 'Số: 05/KH-TT')

    def test_subject_is_made_of_the_title(self):
        self.assertEqual(plan_document(PLAN).about, ('Phát động phong trào thi đua mùa xuân',))

    def test_a_title_that_is_a_name_keeps_its_capital(self):
        self.assertEqual(plan_document(EMPTY).about, ('Phát động Tuần lễ xanh',))

    def test_own_subject_is_kept(self):
        own = replace(PLAN, about='Hưởng ứng phong trào')
        self.assertEqual(plan_document(own).about, ('Hưởng ứng phong trào',))

    def test_opening_cites_laws_then_plans_then_introduces(self):
        self.assertEqual(
            lines(PLAN)[:3],
            [
                'Căn cứ Luật Thi đua, khen thưởng.',
                f'Thực hiện {CITED}.',
                'Trung tâm xây dựng kế hoạch như sau:',
            ],
        )

    def test_a_basis_that_is_to_be_named_below_and_is_not_is_cited_after_all(self):
        unnamed = replace(PLAN, requirements=())
        self.assertIn('Căn cứ Nghị định số 98/2023/NĐ-CP.', lines(unnamed)[:2])

    def test_a_basis_the_introduction_names_is_not_cited_twice(self):
        said = replace(PLAN, introduction=f'Thực hiện {CITED}, Trung tâm:')
        self.assertEqual([line for line in lines(said)[:3] if CITED in line][1:], [])

    def test_plans_are_cited_by_their_day(self):
        earlier, later = (
            replace(PLAN.bases[0], citation=name, number=name, day=day)
            for name, day in (('KH A', date(2025, 1, 1)), ('KH B', date(2025, 2, 1)))
        )
        said = lines(replace(PLAN, bases=(later, earlier)))[0]
        self.assertEqual(said, 'Thực hiện KH A; KH B.')

    def test_five_parts_in_order(self):
        parts = [one.line for one in plan_document(PLAN).body if one.kind == Kind.PART]
        self.assertEqual(
            parts,
            [
                'I. MỤC ĐÍCH, YÊU CẦU',
                'II. NỘI DUNG THI ĐUA',
                'III. THỜI GIAN THI ĐUA',
                'IV. ĐỐI TƯỢNG, HÌNH THỨC, TIÊU CHUẨN KHEN THƯỞNG',
                'V. TỔ CHỨC THỰC HIỆN',
            ],
        )

    def test_parts_without_words_are_left_out_and_numbers_close_up(self):
        parts = lines(replace(PLAN, contents=(), duties=(), appeal=''))
        self.assertIn('II. THỜI GIAN THI ĐUA', parts)
        self.assertNotIn('V. TỔ CHỨC THỰC HIỆN', parts)

    def test_several_purposes_are_a_list_and_one_requirement_a_paragraph(self):
        self.assertEqual(
            after(PLAN, 'I. MỤC ĐÍCH, YÊU CẦU', 'II.'),
            [
                '1. Mục đích',
                '- Động viên mọi người.',
                '- Biểu dương người tốt.',
                '2. Yêu cầu',
                'Thiết thực, hiệu quả.',
            ],
        )

    def test_requirements_alone_need_no_section(self):
        alone = replace(PLAN, purpose='')
        self.assertEqual(after(alone, 'I. YÊU CẦU', 'II.'), ['Thiết thực, hiệu quả.'])

    def test_milestones_follow_the_line_that_announces_them(self):
        self.assertEqual(
            after(PLAN, 'II. NỘI DUNG THI ĐUA', 'III.'),
            [
                '1. Làm tốt công tác tuyên truyền.',
                '2. Hai việc phải xong:',
                '- Xong cầu, trong tháng 9/2025 (Phòng A chịu trách nhiệm);',
                '- Xong đường, chậm nhất ngày 05/9/2025.',
                'Giữ vững đoàn kết.',
            ],
        )

    def test_milestones_nobody_announces_come_last(self):
        milestones = PLAN.contents[1].milestones[:1]
        content = Content('Nhiệm vụ', 'Làm tốt.\nGiữ vững.', milestones)
        self.assertEqual(
            after(replace(PLAN, contents=(content,)), 'II. NỘI DUNG THI ĐUA', 'III.')[2:],
            ['Kết quả cần đạt:', '- Xong cầu, trong tháng 9/2025 (Phòng A chịu trách nhiệm).'],
        )

    def test_a_content_without_text_is_its_title(self):
        bare = replace(PLAN, contents=(Content('Bảo vệ môi trường'),))
        self.assertIn('1. Bảo vệ môi trường.', lines(bare))

    def test_phases_say_their_period_and_occasion(self):
        self.assertEqual(
            after(PLAN, 'III. THỜI GIAN THI ĐUA', 'IV.'),
            [
                'Đợt 1: thời gian thi đua từ tháng 5/2025 đến hết ngày 15/8/2025 (dịp Đại hội);',
                'Đợt 2: thời gian thi đua từ ngày 15/8/2025, ngày kết thúc thông báo sau.',
            ],
        )

    def test_four_phases(self):
        quarters = tuple(
            Phase(
                f'Quý {number}',
                date(2026, month, 1),
                date(2026, month + 2, 28),
                date(2026, month + 2, 25),
                'before',
                'month',
                'month',
            )
            for number, month in ((1, 1), (2, 4), (3, 7), (4, 10))
        )
        said = lines(replace(PLAN, phases=quarters))
        self.assertIn('Quý 4: thời gian thi đua từ tháng 10/2026 đến hết tháng 12/2026.', said)
        self.assertTrue(any('chọn tổng 4 đợt 05-07 cá nhân' in line for line in said))

    def test_duties_are_numbered_and_keep_their_paragraphs(self):
        self.assertEqual(
            after(PLAN, 'V. TỔ CHỨC THỰC HIỆN')[:2],
            ['1. Lãnh đạo các phòng: Tổ chức thực hiện.', 'Báo cáo kết quả.'],
        )

    def test_the_appeal_ends_the_text(self):
        self.assertEqual(lines(PLAN)[-1], 'Trung tâm kêu gọi mọi người thi đua./.')

    def test_without_an_appeal_the_last_duty_ends_the_text(self):
        self.assertEqual(lines(replace(PLAN, appeal=''))[-1], 'Báo cáo kết quả./.')

    def test_an_end_that_was_typed_is_not_doubled(self):
        typed = replace(PLAN, appeal='Hãy thi đua ./.')
        self.assertEqual(lines(typed)[-1], 'Hãy thi đua./.')

    def test_recipients_end_with_the_archive(self):
        turned = replace(PLAN, recipients=(('VT, VP', True), ('Sở Nội vụ', False)))
        self.assertEqual(plan_document(turned).recipients, ('Sở Nội vụ;', 'Lưu: VT, VP.'))

    def test_an_archive_line_is_added_where_there_is_none(self):
        self.assertEqual(plan_document(EMPTY).recipients, ('Lưu: VT.',))

    def test_signed_by_the_head_or_for_the_head(self):
        self.assertEqual(plan_document(PLAN).signatures, ((Signature('GIÁM ĐỐC', '', 'Vũ An'),),))
        deputy = Signing('for_head', 'Giám đốc', 'Phó Giám đốc', 'Lê Bình')
        ((signed,),) = plan_document(replace(PLAN, signing=deputy)).signatures
        self.assertEqual((signed.authority, signed.title), ('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'))

    def test_the_party_writes_in_its_own_style(self):
        party = replace(
            PLAN,
            heading=heading('Đảng bộ tỉnh', 'Đảng ủy', 'party', 'Hà Nội, ngày 10 tháng 6'),
            code='ĐU',
            signing=Signing('for_collective', 'Ban Thường vụ', 'Bí thư', 'Vũ An'),
            recipients=(),
        )
        plan = plan_document(party)
        ((signed,),) = plan.signatures
        self.assertEqual(
            (plan.number, signed.authority, plan.recipients, plan.heading.right),
            ('Số …-KH/ĐU', 'T/M BAN THƯỜNG VỤ', ('Lưu Văn phòng.',), 'ĐẢNG CỘNG SẢN VIỆT NAM'),
        )

    def test_an_amended_plan_says_so(self):
        amended = replace(
            PLAN,
            amendments=(
                Amendment(date(2025, 7, 7), 'Công văn số 12'),
                Amendment(date(2025, 9, 1)),
                Amendment(None, 'Công văn số 15'),
            ),
        )
        self.assertIn(
            'Kế hoạch này gồm cả các nội dung đã điều chỉnh: ngày 07/7/2025 theo Công văn số 12; '
            'ngày 01/9/2025; không ghi ngày theo Công văn số 15.',
            lines(amended),
        )

    def test_a_plan_that_says_nothing_has_no_text(self):
        self.assertEqual(plan_document(EMPTY).body, ())


TEXT = st.text(st.characters(categories=['L', 'N', 'P', 'Zs']), max_size=30)


class TestPlanProperties(BaseCase):
    """What holds of every plan."""

    @exactly
    @given(purpose=TEXT, requirement=TEXT, appeal=TEXT, count=st.integers(0, 3))
    def test_parts_are_numbered_without_a_gap(self, purpose, requirement, appeal, count):
        facts = replace(
            EMPTY,
            purpose=purpose,
            requirement=requirement,
            appeal=appeal,
            contents=tuple(Content(f'Nội dung {at}') for at in range(count)),
            phases=(FIRST, SECOND)[:count],
        )
        body = plan_document(facts).body
        labels = [one.label for one in body if one.kind == Kind.PART]
        self.assertEqual(labels, [f'{numeral}.' for numeral in NUMERALS[: len(labels)]])

    @exactly
    @given(texts=st.lists(TEXT, min_size=4, max_size=4))
    def test_the_text_ends_once_and_can_be_printed(self, texts):
        introduction, purpose, requirement, appeal = texts
        facts = replace(
            PLAN,
            introduction=introduction,
            purpose=purpose,
            requirement=requirement,
            appeal=appeal,
        )
        said = lines(facts)
        self.assertTrue(said[-1].endswith('./.'))
        for line in said:
            self.assertEqual(line, unicodedata.normalize('NFC', line))

    @exactly
    @given(st.permutations(PLAN.bases))
    def test_the_order_of_the_bases_does_not_matter(self, bases):
        self.assertEqual(lines(replace(PLAN, bases=tuple(bases))), lines(PLAN))
