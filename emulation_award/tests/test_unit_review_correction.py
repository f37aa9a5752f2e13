from odoo.exceptions import UserError
from odoo.tests import tagged

from .review_common import UnitReviewCommon


@tagged('post_install', '-at_install')
class TestUnitReviewCorrection(UnitReviewCommon):
    def _correction(self, review):
        return self.env['emulation.unit.review'].browse(review.action_correct()['res_id'])

    def test_same_meeting_with_votes_to_be_counted(self):
        review = self._counted()
        review.attendance_ids[4].write({'presence': 'absent', 'absence_reason': 'Đi công tác'})
        review.line_ids.write({'in_favour': 9, 'against': 0})
        review.action_close()

        correction = self._correction(review)

        self.assertEqual(correction.state, 'draft')
        self.assertEqual((correction.summoned_count, correction.present_count), (10, 9))
        self.assertEqual(
            correction.attendance_ids.filtered(lambda line: line.presence == 'absent').mapped(
                'absence_reason'
            ),
            ['Đi công tác'],
        )
        self.assertEqual(correction.line_ids.nomination_id, review.line_ids.nomination_id)
        self.assertEqual(correction.line_ids.mapped('in_favour'), [0, 0])

    def test_the_last_one_closed_counts(self):
        review = self._closed(in_favour=4)
        correction = self._correction(review).with_user(self.leader_a)
        correction.line_ids.write({'in_favour': 8, 'against': 2})

        correction.action_close()

        self.assertEqual((self.person.state, self.collective.state), ('reviewed', 'reviewed'))
        self.assertEqual(self.person.review_line_id.review_id, correction)
        self.assertEqual(review.line_ids.mapped('is_current'), [False, False])
        self.assertEqual(correction.line_ids.mapped('is_current'), [True, True])

    def test_support_that_was_a_mistake_is_taken_back(self):
        review = self._closed(in_favour=9)
        correction = self._correction(review).with_user(self.leader_a)
        correction.line_ids.write({'in_favour': 4, 'against': 6})

        correction.action_close()

        self.assertEqual((self.person.state, self.collective.state), ('draft', 'draft'))
        self.assertFalse(self.person.review_line_id.is_supported)

    def test_what_was_submitted_is_not_voted_on_again(self):
        review = self._closed()
        self.person.sudo().state = 'submitted'

        correction = self._correction(review)

        self.assertEqual(correction.line_ids.nomination_id, self.collective)

    def test_open_minutes_are_corrected_directly(self):
        with self.assertRaises(UserError):
            self._counted().action_correct()
