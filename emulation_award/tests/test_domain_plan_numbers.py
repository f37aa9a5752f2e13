from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.plan_numbers import amount
from ..domain.plan_rules import Count, Quota
from .domain_common import exactly
from .plan_common import ABOVE, CHOSEN, HEAD, ONE, PLAN, SEATS, SHARE, after

SECTION = '2. Tiêu chuẩn, hình thức khen thưởng'


def numbers(*quotas, awards=(HEAD,), phases=PLAN.phases, **facts):
    """What the plan says on numbers."""
    plan = replace(PLAN, quotas=quotas, awards=awards, phases=phases, counted_on=None, **facts)
    said = after(plan, SECTION, '3.')
    return [line.removeprefix('- ') for line in said if line.startswith('- ') and ': ' in line]


class TestNumbers(BaseCase):
    """Number clauses of other plans than the seed's."""

    def test_fixed_number_for_each_unit_and_phase(self):
        quota = Quota('individual', 'nomination', 'unit', 'phase', fixed=3)
        self.assertEqual(
            numbers(quota), ['Cá nhân: Mỗi đơn vị được đề nghị mỗi đợt không quá 03 cá nhân.']
        )

    def test_group_shares_a_number(self):
        quota = Quota('both', 'nomination', 'group', fixed=5)
        self.assertEqual(
            numbers(quota, phases=PLAN.phases[:1]),
            [
                (
                    'Tập thể và cá nhân (tính chung): Mỗi nhóm đơn vị được đề nghị không quá 05 '
                    'tập thể, cá nhân.'
                )
            ],
        )

    def test_named_units(self):
        quota = Quota('individual', 'nomination', 'named', lines=(('Phòng A', 2), ('Phòng B', 0)))
        self.assertEqual(
            numbers(quota),
            [
                (
                    'Cá nhân: Số được đề nghị tổng 2 đợt của từng đơn vị, không quá: Phòng A 02 cá '
                    'nhân; Phòng B 0 cá nhân.'
                )
            ],
        )

    def test_named_units_at_the_selection(self):
        quota = Quota('collective', 'selection', 'named', lines=(('Phòng A', 1),))
        self.assertEqual(
            numbers(quota, phases=PLAN.phases[:1]),
            [
                (
                    f'Tập thể: {CHOSEN} và chọn theo số của từng đơn vị: Phòng A 01 tập thể để '
                    'tặng Giấy khen của Giám đốc.'
                )
            ],
        )

    def test_rounding_and_bounds_of_a_share(self):
        quota = replace(SHARE, awards=(), rounding='at_least_one', minimum=2, maximum=5)
        self.assertEqual(
            numbers(quota),
            [
                (
                    'Cá nhân: Mỗi đơn vị được đề nghị tổng 2 đợt không quá 20% số cá nhân của đơn '
                    'vị; số lẻ làm tròn xuống, nhưng có người thì ít nhất được 01; ít nhất 02; '
                    'nhiều nhất 05.'
                )
            ],
        )

    def test_share_of_another_count_with_its_evidence(self):
        quota = replace(
            SHARE,
            awards=(),
            base='số sáng kiến',
            counts=(Count('Phòng A', 12, 'Báo cáo 5'), Count('Phòng B', 3)),
        )
        self.assertEqual(
            numbers(quota),
            [
                (
                    'Cá nhân: Mỗi đơn vị được đề nghị tổng 2 đợt số cá nhân không quá 20% số sáng '
                    'kiến của đơn vị. Số sáng kiến của các đơn vị: Phòng A 12 (theo Báo cáo 5); '
                    'Phòng B 03.'
                )
            ],
        )

    def test_seats_of_each_unit(self):
        quota = Quota('individual', 'selection', 'unit', 'phase', fixed=1)
        self.assertEqual(
            numbers(quota),
            [
                (
                    f'Cá nhân: {CHOSEN} và chọn mỗi đợt 01 cá nhân ở mỗi đơn vị để tặng Giấy khen '
                    'của Giám đốc.'
                )
            ],
        )

    def test_forwarded_awards_are_asked_for(self):
        quota = Quota('individual', 'selection', 'campaign', fixed=2)
        (said,) = numbers(quota, awards=(ABOVE,))
        self.assertTrue(said.endswith('để đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh.'))

    def test_numbers_across_groups_have_a_section_of_their_own(self):
        quota = Quota('individual', 'nomination', 'unit', fixed=4)
        plan = replace(PLAN, quotas=(quota,))
        self.assertEqual(
            after(plan, '2.3. Số lượng chung.', '3.'),
            [
                (
                    '- Cá nhân: Mỗi đơn vị được đề nghị tổng 2 đợt không quá 04 cá nhân cho Giấy '
                    'khen của Giám đốc; Giấy khen của Đảng ủy; Bằng khen của Chủ tịch UBND tỉnh '
                    '(tính chung).'
                )
            ],
        )

    @exactly
    @given(
        st.builds(
            Quota,
            subject=st.sampled_from(['individual', 'collective', 'both']),
            stage=st.sampled_from(['nomination', 'selection']),
            level=st.sampled_from(['unit', 'group', 'campaign']),
            period=st.sampled_from(['phase', 'campaign']),
            fixed=st.integers(1, 50),
        )
    )
    def test_a_fixed_number_is_always_said(self, quota):
        self.assertIn(f'{quota.fixed:02} ', amount(quota))
        self.assertEqual(len([line for line in numbers(quota) if amount(quota) in line]), 1)

    @exactly
    @given(
        st.lists(st.sampled_from([SHARE, SEATS, ONE]), unique=True), st.permutations(PLAN.awards)
    )
    def test_no_quota_is_lost_whatever_the_order(self, quotas, awards):
        said = ' '.join(numbers(*quotas, awards=tuple(awards)))
        for quota, words in ((SHARE, '20%'), (SEATS, '05-07 cá nhân'), (ONE, '01 tập thể')):
            self.assertEqual(words in said, quota in quotas)
