import base64

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .nomination_common import NominationCommon

TEXT_FILE = base64.b64encode('Phiếu đánh giá'.encode())


@tagged('post_install', '-at_install')
class TestAchievementSummary(NominationCommon):
    """What the summary of a nomination says, and to whom."""

    def _summary(self, nomination, user=None):
        return nomination.with_user(user or self.office)._achievement_summary()[nomination.id]

    def _opinion(self, nomination, user=None):
        return ' '.join(block.line for block in self._summary(nomination, user).opinion)

    def test_award_campaign_and_phase(self):
        summary = self._summary(self._draft())
        self.assertEqual(
            summary.about,
            ('Đề nghị tặng Giấy khen cá nhân', f'(Đợt 1, {self.campaign.name})'),
        )

    def test_particulars_are_frozen_when_the_dossier_is_sent(self):
        nomination = self._submitted()
        before = self._summary(nomination)
        nomination.employee_id.sudo().write({'name': 'Tên Khác', 'job_title': 'Trưởng phòng'})
        after = self._summary(nomination)
        self.assertEqual(
            (after.nominee, after.office, after.particulars),
            (before.nominee, before.office, before.particulars),
        )

    def test_text_criteria_and_evidence(self):
        nomination = self._fill_in(self._draft())
        assessment = nomination.assessment_ids[1]
        self.env['emulation.evidence'].with_user(self.leader_a).create(
            {
                'nomination_id': nomination.id,
                'assessment_id': assessment.id,
                'name': 'danh-gia.txt',
                'file': TEXT_FILE,
            }
        )
        summary = self._summary(nomination, self.leader_a)
        self.assertEqual(summary.summary[0].line, 'Hoàn thành xuất sắc nhiệm vụ.')
        self.assertEqual(
            [(row.criterion, row.verdict, row.proof) for row in summary.criteria],
            [
                ('Gương mẫu', 'Đạt', ('QĐ 12/QĐ-BQL',)),
                ('100 %', 'Đạt', ('QĐ 12/QĐ-BQL', 'Tài liệu: danh-gia.txt.')),
            ],
        )

    def test_uploaded_parts_are_named(self):
        nomination = self._draft()
        line = nomination.dossier_line_ids.filtered(lambda one: one.kind == 'upload')
        line.requirement_id.sudo().allowed_types = 'txt'
        self.env['emulation.evidence'].with_user(self.leader_a).create(
            {
                'nomination_id': nomination.id,
                'dossier_line_id': line.id,
                'name': 'sang-kien.txt',
                'file': TEXT_FILE,
            }
        )
        self.assertEqual(self._summary(nomination).summary[-1].line, '- Sáng kiến: sang-kien.txt.')

    def test_how_the_unit_voted_is_for_the_readers_of_its_minutes(self):
        nomination = self._draft(self.people_a[1])
        self._fill_in(nomination)
        self._hold_meeting(nomination, in_favour=9)
        for user in (self.leader_a, self.office, self.auditor):
            self.assertIn('09/10 người có mặt tán thành', self._opinion(nomination, user))
        own = self._opinion(nomination, self.staff)
        self.assertTrue(own.endswith('thống nhất đề nghị khen thưởng.'))

    def test_before_the_meeting_there_is_no_opinion(self):
        self.assertNotIn('họp', self._opinion(self._draft()))

    def test_a_dossier_that_can_change_is_marked_as_a_draft(self):
        self.assertFalse(self._summary(self._reviewed()).final)
        self.assertTrue(self._summary(self._submitted(self.people_a[4])).final)

    def test_a_collective(self):
        nomination = (
            self.env['emulation.nomination']
            .with_user(self.leader_a)
            .create(self._collective_vals())
        )
        summary = self._summary(nomination)
        self.assertEqual((summary.nominee, summary.office), ('Phòng Alpha', ''))

    def test_an_award_without_a_report_form_has_a_summary_all_the_same(self):
        nomination = self._draft()
        self.award_individual.sudo().report_form_id = False
        self.award_form.report_form_id = False
        self.assertEqual(self._summary(nomination).title, 'TÓM TẮT THÀNH TÍCH')

    def test_strangers_get_nothing(self):
        nomination = self._draft()
        for user in (self.leader_b, self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._summary(nomination, user)

    def test_many_cost_no_more_queries_each(self):
        few = self._reviewed(*self.people_a[2:4])
        many = few + self._draft(*self.people_a[4:9])
        self.env.flush_all()

        def queries(nominations):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            nominations.with_user(self.office)._achievement_summary()
            return self.env.cr.sql_log_count - before

        queries(few)
        self.assertLessEqual(queries(many), queries(few))
