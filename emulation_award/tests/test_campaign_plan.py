from odoo import fields
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .campaign_plan_common import PlanCommon
from .plan_common import words


@tagged('post_install', '-at_install')
class TestPlanDocument(PlanCommon):
    """Who prints the plan, when it is the plan, and what amendments make of it."""

    def test_lines_come_from_the_campaign(self):
        said = self._lines()
        self.assertIn('1. Hoàn thành nhiệm vụ.', said)
        self.assertIn('Hồ sơ đề nghị khen thưởng gửi về Văn phòng.', said)
        self.assertTrue(any('không quá 20% số cá nhân của đơn vị' in line for line in said))

    def test_heading_and_number_of_the_issuer(self):
        self.authority.write(
            {
                'issuing_body': 'Trung tâm Thử nghiệm',
                'superior_body': 'UBND tỉnh',
                'abbreviation': 'TTTN',
                'place': 'Hà Nội',
            }
        )
        self.campaign.plan_date = '2025-06-10'
        plan = self._plan()
        self.assertEqual(plan.number, 'Số: 15/KH-TEST')
        self.assertEqual(
            (plan.heading.superior, plan.heading.issuer, plan.heading.place_date),
            ('UBND TỈNH', 'TRUNG TÂM THỬ NGHIỆM', 'Hà Nội, ngày 10 tháng 6 năm 2025'),
        )
        self.campaign.plan_number = False
        self.assertEqual(self._plan().number, 'Số: …/KH-TTTN')

    def test_whoever_reads_a_launched_campaign_prints_its_plan(self):
        self.campaign.with_user(self.office).action_launch()
        expected = words(self._plan())
        for user in (self.staff, self.leader_b, self.auditor, self.member):
            self.assertEqual(words(self._plan(user)), expected, user.login)

    def test_a_draft_is_for_its_readers_alone(self):
        with self.assertRaises(AccessError):
            self._plan(self.staff)

    def test_shares_say_the_day_people_are_counted_on(self):
        self.campaign.head_count_date = '2025-06-10'
        self.assertTrue(any('tính tại ngày 10/6/2025' in line for line in self._lines()))

    def test_a_draft_without_a_number_is_marked_as_one(self):
        self.assertTrue(self._plan().final)
        self.campaign.plan_number = False
        self.assertFalse(self._plan().final)
        self.campaign.with_user(self.office).action_launch()
        self.assertTrue(self._plan().final)

    def test_an_amended_plan_says_by_what_and_is_a_draft_meanwhile(self):
        campaign = self.campaign.with_user(self.office)
        campaign.action_launch()
        campaign._start_amendment('Theo yêu cầu mới', 'Công văn số 12')
        campaign.purpose = 'Mục đích mới'
        self.assertFalse(self._plan().final)
        campaign._finish_amendment()
        plan = self._plan()
        self.assertTrue(plan.final)
        said = [block.line for block in plan.body]
        self.assertIn('Mục đích mới.', said)
        today = fields.Date.today()
        self.assertTrue(
            any(
                line.startswith('Kế hoạch này gồm cả các nội dung đã điều chỉnh: ngày ')
                and line.endswith(f'/{today.year} theo Công văn số 12.')
                for line in said
            )
        )

    def test_an_amendment_whose_day_was_not_kept(self):
        amendments = self.env['emulation.amendment']
        for document in ('Công văn số 12', 'Công văn số 13'):
            amendments += amendments.create(
                {
                    'campaign_id': self.campaign.id,
                    'reason': 'Từ sổ cũ',
                    'state': 'done',
                    'document': document,
                    'line_ids': [Command.create({'rule': 'Mục đích'})],
                }
            )
        amendments[1].finished_at = '2025-07-06 20:00:00'
        self.assertIn(
            'Kế hoạch này gồm cả các nội dung đã điều chỉnh: ngày 07/7/2025 theo Công văn số 13; '
            'không ghi ngày theo Công văn số 12.',
            self._lines(),
        )

    def test_a_cancelled_campaign_has_no_plan_to_sign(self):
        self.campaign.sudo().state = 'cancelled'
        self.assertFalse(self._plan().final)

    def test_several_at_once_in_the_order_asked_for(self):
        other = self.campaign.copy()
        both = other + self.campaign
        self.assertEqual(list(both._plan_document()), both.ids)
