from odoo.tests import tagged

from .test_demo import DemoCase


@tagged('post_install', '-at_install')
class TestDemoSubmissions(DemoCase):
    """What phase 1 of the demo sent up: one submission for each superior authority."""

    def setUp(self):
        super().setUp()
        self.submissions = self.env['emulation.submission'].search(
            [('campaign_id', '=', self.campaign.id)], order='document_style desc'
        )

    def test_one_for_each_authority_in_its_style(self):
        self.assertRecordValues(
            self.submissions,
            [
                {
                    'number': '105/TTr-BQLKKTCK',
                    'document_style': 'state',
                    'state': 'sent',
                    'authority_id': self._ref('authority_chu_tich_ubnd').id,
                },
                {
                    'number': '18-TTr/ĐU',
                    'document_style': 'party',
                    'state': 'sent',
                    'authority_id': self._ref('authority_ban_thuong_vu').id,
                },
            ],
        )

    def test_what_is_forwarded_is_in_one_and_rests_on_a_verdict(self):
        forwarded = self.env['emulation.nomination'].search(
            [('campaign_id', '=', self.campaign.id), ('state', '=', 'forwarded')]
        )
        lines = self.submissions.line_ids
        self.assertEqual(lines.nomination_id, forwarded)
        self.assertEqual(set(lines.mapped('legal_clause')), {'mục IV'})
        self.assertEqual(set(lines.candidate_id.mapped('outcome')), {'selected'})

    def test_they_were_sent_after_the_council_met(self):
        session = self.submissions.line_ids.candidate_id.round_id.session_id
        self.assertTrue(all(one.sent_at > session.minuted_at for one in self.submissions))
        self.assertTrue(all(one.signed_scan for one in self.submissions))

    def test_their_letters_can_be_printed(self):
        office = self._ref('user_vanphong')
        letters = self.submissions.with_user(office)._submission_letter()
        self.assertEqual(
            [letter.number for letter in letters.values()],
            ['Số: 105/TTr-BQLKKTCK', 'Số 18-TTr/ĐU'],
        )
