from dataclasses import replace
from datetime import date

from odoo.tests import BaseCase

from ..domain.majority import Rule
from ..domain.plan_facts import Phase
from ..domain.plan_rules import (
    Criterion,
    Group,
    ReportForm,
    Requirement,
    Upload,
    VoteRule,
)
from ..domain.review import Majority
from .plan_common import (
    ABOVE,
    CHOSEN,
    CITED,
    COLLECTIVE,
    HEAD,
    INDIVIDUAL,
    PARTY,
    PLAN,
    after,
    lines,
)

OWN_GROUP = '2.1. Giấy khen của Giám đốc, Đảng ủy.'


class TestSubjects(BaseCase):
    def test_in_the_words_of_the_plan(self):
        self.assertEqual(
            after(PLAN, '1. Đối tượng khen thưởng', '2.'),
            ['- Tập thể: các phòng.', '- Cá nhân: công chức, viên chức.'],
        )

    def test_units_by_name_where_the_plan_has_no_words(self):
        named = replace(PLAN, subject_collective='', units=('Phòng A', 'Phòng B'))
        self.assertIn('- Tập thể: Phòng A; Phòng B.', lines(named))

    def test_units_that_take_part_where_collectives_get_nothing(self):
        people = replace(HEAD, subject='individual', criteria=(INDIVIDUAL,))
        plan = replace(PLAN, subject_collective='', units=('Phòng A',), awards=(people,), quotas=())
        self.assertIn('- Đơn vị tham gia: Phòng A.', lines(plan))
        self.assertNotIn('Tập thể', ' '.join(lines(plan)))

    def test_categories_the_words_do_not_name(self):
        plan = replace(PLAN, categories=('Công chức (biên chế)', 'Người lao động'))
        self.assertIn('- Cá nhân: công chức, viên chức; Người lao động.', lines(plan))

    def test_groups_of_units(self):
        plan = replace(PLAN, groups=(Group('Khối 1', ('Phòng A', 'Phòng B')), Group('Khối 2', ())))
        self.assertIn(
            '- Các nhóm đơn vị có chỉ tiêu chung: Khối 1 (Phòng A; Phòng B); Khối 2.', lines(plan)
        )


class TestAwards(BaseCase):
    def test_awards_of_the_same_rules_are_one_group(self):
        self.assertEqual(
            after(PLAN, OWN_GROUP, '2.2.'),
            [
                'a) Đối với tập thể',
                'Tập thể được xét khen thưởng khi đạt các tiêu chuẩn sau:',
                '- Nội bộ đoàn kết.',
                'b) Đối với cá nhân',
                'Cá nhân được xét khen thưởng khi đạt các tiêu chuẩn sau:',
                '- Hoàn thành 100% nhiệm vụ.',
                'c) Số lượng',
                (
                    f'- Tập thể: {CHOSEN} và chọn tổng 2 đợt 01 tập thể để tặng Giấy khen của '
                    'Giám đốc, Đảng ủy (tính chung).'
                ),
                (
                    f'- Cá nhân: {CHOSEN} và chọn tổng 2 đợt 05-07 cá nhân để tặng Giấy khen của '
                    'Giám đốc. Mỗi đơn vị được đề nghị tổng 2 đợt không quá 20% số cá nhân của '
                    'đơn vị (tính tại ngày 10/6/2025), tính chung các hình thức khen thưởng này.'
                ),
            ],
        )

    def test_criteria_by_reference(self):
        self.assertEqual(
            after(PLAN, '2.2. Bằng khen của Chủ tịch UBND tỉnh.', '3.'),
            [f'Tiêu chuẩn khen thưởng đối với tập thể, cá nhân: theo mục IV {CITED}.'],
        )

    def test_a_criterion_that_only_repeats_the_reference_is_not_said_twice(self):
        again = Criterion('Theo cấp trên', 'Đạt mục IV Kế hoạch số 9/KH-UBND')
        said = lines(replace(PLAN, awards=(replace(ABOVE, criteria=(again,)),), quotas=()))
        self.assertFalse([line for line in said if again.body in line])

    def test_a_criterion_besides_the_reference_is_said(self):
        more = Criterion('Thêm', 'Có sáng kiến', 'individual')
        said = lines(replace(PLAN, awards=(replace(ABOVE, criteria=(more,)),), quotas=()))
        self.assertIn('- Có sáng kiến.', said)

    def test_another_subject_makes_another_group(self):
        people = replace(PARTY, subject='individual')
        plan = replace(PLAN, awards=(HEAD, people), quotas=())
        self.assertEqual(
            after(plan, '2.2. Giấy khen của Đảng ủy.', '3.'),
            [
                'a) Đối với cá nhân',
                'Cá nhân được xét khen thưởng khi đạt các tiêu chuẩn sau:',
                '- Hoàn thành 100% nhiệm vụ.',
            ],
        )

    def test_common_criteria_come_first(self):
        common = Criterion('Chung', 'Gương mẫu')
        plan = replace(PLAN, awards=(replace(HEAD, criteria=(COLLECTIVE, common)),), quotas=())
        self.assertEqual(
            after(plan, '2.1. Giấy khen của Giám đốc.', '3.'),
            [
                'a) Đối với tập thể và cá nhân',
                'Tập thể, cá nhân được xét khen thưởng khi đạt các tiêu chuẩn sau:',
                '- Gương mẫu.',
                'b) Đối với tập thể',
                'Tập thể được xét khen thưởng khi đạt các tiêu chuẩn sau:',
                '- Nội bộ đoàn kết.',
            ],
        )

    def test_own_words_before_the_criteria(self):
        award = replace(HEAD, lead_individual='Người nổi trội:')
        said = after(replace(PLAN, awards=(award,), quotas=()), 'b) Đối với cá nhân', '3.')
        self.assertEqual(said, ['Người nổi trội:', '- Hoàn thành 100% nhiệm vụ.'])

    def test_what_a_criterion_is_limited_to(self):
        limited = replace(INDIVIDUAL, is_mandatory=False, phases=('Đợt 2',))
        said = lines(replace(PLAN, awards=(replace(HEAD, criteria=(limited,)),), quotas=()))
        self.assertIn(
            '- Hoàn thành 100% nhiệm vụ (tiêu chuẩn ưu tiên, không bắt buộc; áp dụng cho Đợt 2).',
            said,
        )

    def test_a_criterion_typed_in_lines_is_one_item(self):
        typed = replace(INDIVIDUAL, body='Hoàn thành nhiệm vụ;\n- có sáng kiến.')
        said = lines(replace(PLAN, awards=(replace(HEAD, criteria=(typed,)),), quotas=()))
        self.assertIn('- Hoàn thành nhiệm vụ; - có sáng kiến.', said)

    def test_who_may_be_proposed_and_by_whom(self):
        award = replace(
            HEAD, categories=('Viên chức',), takes_outsiders=True, any_unit_proposes=True
        )
        said = after(replace(PLAN, awards=(award,), quotas=()), '2.1. Giấy khen của Giám đốc.')
        self.assertEqual(
            said[:3],
            [
                'Cá nhân được xét là: Viên chức.',
                'Tập thể, cá nhân ngoài cơ quan cũng được xét khen thưởng.',
                (
                    'Đơn vị nào tham gia phong trào cũng được đề nghị, kể cả đối với người của đơn '
                    'vị khác.'
                ),
            ],
        )

    def test_a_vote_that_departs_from_custom(self):
        vote = VoteRule(Rule(80, 100, strict=False, base='all_members'), 'show_of_hands', 'chair')
        said = lines(replace(PLAN, awards=(replace(HEAD, vote=vote),), quotas=()))
        self.assertIn(
            'Hội đồng Thi đua - Khen thưởng biểu quyết bằng giơ tay; được chọn khi có từ 80% trở '
            'lên tổng số thành viên Hội đồng tán thành; bằng phiếu ở chỉ tiêu cuối thì chọn theo '
            'ý kiến của Chủ tọa.',
            said,
        )

    def test_the_usual_vote_is_not_said(self):
        self.assertFalse([line for line in lines(PLAN) if 'tán thành' in line])


class TestDossier(BaseCase):
    HEADING = '3. Thủ tục, hồ sơ đề nghị khen thưởng'

    def _said(self, *requirements, **facts):
        return after(replace(PLAN, requirements=requirements, **facts), self.HEADING, 'V.')

    def test_parts_evidence_receiver_and_deadlines(self):
        self.assertEqual(
            after(PLAN, self.HEADING, 'V.'),
            [
                '- Biên bản họp;',
                '- Báo cáo thành tích theo Mẫu số 08 ban hành kèm theo Nghị định số 98/2023/NĐ-CP;',
                '- Tài liệu minh chứng theo tiêu chuẩn: Nhiệm vụ (cá nhân).',
                'Hồ sơ đề nghị khen thưởng gửi về Văn phòng.',
                (
                    'Đợt 1: các đơn vị gửi hồ sơ trước ngày 30/8/2025; Hội đồng Thi đua - Khen '
                    'thưởng xét sau khi tổng hợp.'
                ),
                (
                    'Đợt 2: các đơn vị gửi hồ sơ chậm nhất ngày 30/10/2025; Hội đồng Thi đua - '
                    'Khen thưởng xét sau khi tổng hợp.'
                ),
            ],
        )

    def test_a_form_the_name_says_already_is_not_repeated(self):
        form = ReportForm('Mẫu số 08', 'Nghị định số 98', '98')
        named = Requirement('Báo cáo theo mẫu số 08', forms=(form,))
        said, *_rest = self._said(named)
        self.assertEqual(said, '- Báo cáo theo mẫu số 08 ban hành kèm theo Nghị định số 98;')
        whole = Requirement('Báo cáo theo Mẫu số 08, Nghị định 98', forms=(form,))
        said, *_rest = self._said(whole)
        self.assertEqual(said, '- Báo cáo theo Mẫu số 08, Nghị định 98;')

    def test_what_a_part_is_limited_to(self):
        part = Requirement('Sáng kiến', 'collective', is_mandatory=False, awards=(ABOVE.key,))
        said, *_rest = self._said(part)
        self.assertEqual(
            said,
            '- Sáng kiến (đối với tập thể; đối với Bằng khen của Chủ tịch UBND tỉnh; nếu có);',
        )

    def test_what_is_taken_of_an_uploaded_part(self):
        part = Requirement('Xác nhận', upload=Upload('pdf, docx', 2, 20))
        said, *_rest = self._said(part)
        self.assertEqual(
            said, '- Xác nhận (tệp pdf, docx; ít nhất 02 tệp; mỗi tệp không quá 20 MB);'
        )

    def test_opening_and_results_of_a_phase(self):
        phase = Phase(
            'Đợt 1',
            date(2025, 5, 1),
            date(2025, 8, 15),
            date(2025, 8, 30),
            'before',
            opens=date(2025, 8, 1),
            results_as_of=date(2025, 8, 15),
        )
        said = self._said(phases=(phase,))
        self.assertEqual(
            said[-1],
            'Đợt 1: các đơn vị gửi hồ sơ từ ngày 01/8/2025, trước ngày 30/8/2025, thành tích tính '
            'đến hết ngày 15/8/2025; Hội đồng Thi đua - Khen thưởng xét sau khi tổng hợp.',
        )

    def test_a_majority_of_meetings_that_departs_from_custom(self):
        said = self._said(review=Majority(2, 3, strict=False))
        self.assertIn(
            'Đơn vị đề nghị trường hợp được từ 2/3 trở lên số người dự họp tán thành.', said
        )
