from odoo.tests import tagged

from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install')
class TestDocumentNames(SubmissionCommon):
    """Files of official documents are named in Vietnamese, whatever the user's language."""

    APPROVED = 1

    def _named(self, record):
        return self.env['emulation.document']._official_name(record)

    def test_minutes_of_a_count(self):
        voted = self._final_round()
        voted.sudo().opened_at = voted.announced_at
        file = self.env['emulation.document']._file('vote_count', voted, 'odt')
        self.assertRegex(file.name, r'^Kiem phieu - Luot 1 - Bang khen[^/]*\.odt$')
        self.assertIn('Round', voted.with_context(lang='en_US').display_name)

    def _final_round(self):
        candidate = self.nominations._final_candidates()[self.nominations]
        return candidate.round_id

    def test_a_draft_without_number(self):
        submission = self._drafted(number=False)
        self.assertEqual(self._named(submission), f'Dự thảo - {self.superior.name}')
        decision = self.env['emulation.decision'].create(
            {'campaign_award_id': self.award_individual.id}
        )
        self.assertEqual(self._named(decision), f'Dự thảo - {self.award_individual.name}')

    def test_others_are_called_as_shown(self):
        submission = self._drafted()
        self.assertEqual(self._named(submission), submission.display_name)
        self.assertEqual(self._named(self.phase_1), self.phase_1.display_name)
