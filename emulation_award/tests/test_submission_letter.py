from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install')
class TestSubmissionLetter(SubmissionCommon):
    def letter(self, submission, user=None):
        return submission.with_user(user or self.office)._submission_letter()[submission.id]

    def test_it_asks_the_superior_for_the_awards(self):
        self._accept_positions()
        submission = self._sent(addressee='Chủ tịch UBND tỉnh; Sở Nội vụ', recipients='Như trên')
        letter = self.letter(submission)
        text = '\n'.join(block.line for block in letter.body)
        self.assertEqual(letter.number, 'Số: 105/TTr-TEST')
        self.assertEqual(letter.addressees, ('Kính gửi:', '- Chủ tịch UBND tỉnh;', '- Sở Nội vụ.'))
        self.assertIn('03 cá nhân', text)
        self.assertIn('đã có thành tích xuất sắc trong phong trào thi đua thử nghiệm', text)
        self.assertIn('mục IV Kế hoạch số 134/KH-', text)
        self.assertIn('Hội đồng (test)', text)
        self.assertTrue(letter.final)

    def _accept_positions(self):
        """What was frozen when the dossiers were sent, which the short way left out."""
        for nomination in self.nominations:
            nomination._take_snapshot()

    def test_the_list_names_each_with_the_votes(self):
        self._accept_positions()
        letter = self.letter(self._drafted(signed_scan=False))
        (part,) = letter.annex.parts
        self.assertEqual(
            [(row.addressed, row.votes) for row in part.rows],
            [(f'Ông {one.nominee_name}', '3/3 (100%)') for one in self.nominations],
        )
        self.assertFalse(letter.final, 'a draft says so')

    def test_a_clause_of_some_stands_in_the_list(self):
        submission = self._drafted()
        submission.line_ids[0].legal_clause = 'điểm a khoản 1 Điều 74'
        (part,) = self.letter(submission).annex.parts
        self.assertIn('điểm a khoản 1 Điều 74', part.rows[0].clause)
        self.assertIn('mục IV', part.rows[1].clause)

    def test_what_left_the_submission_is_not_proposed(self):
        submission = self._sent()
        submission._return('Bỏ một trường hợp')
        submission.line_ids[0].action_take_out()
        (part,) = self.letter(submission).annex.parts
        self.assertEqual(len(part.rows), 2)

    def test_a_party_letter_is_in_its_style(self):
        self.env['emulation.authority'].create(
            {
                'name': 'Đảng ủy Ban',
                'document_style': 'party',
                'signatory_title': 'BÍ THƯ',
                'company_id': self.company.id,
            }
        )
        party, award = self._forwarded_award('Ban Thường vụ (test)', 'party')
        submission = self._drafted(
            self._approved(1, award),
            authority_id=party.id,
            number='18-TTr/ĐU',
            head_title='ĐẢNG ỦY',
            date=date(2025, 9, 30),
        )
        letter = self.letter(submission)
        self.assertTrue(letter.heading.is_party)
        self.assertEqual(letter.number, 'Số 18-TTr/ĐU')
        self.assertEqual(letter.signatures[0][0].authority, 'T/M ĐẢNG ỦY')

    def test_nobody_else_reads_the_letter(self):
        submission = self._drafted()
        for user in (self.staff, self.leader_a, self.member):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.letter(submission, user)
        self.assertTrue(self.letter(submission, self.auditor))

    def test_buttons_lead_to_it_for_those_who_may_read_it(self):
        submission = self._drafted()
        sources = (self.campaign, self.session, self.nominations[0])
        for source in sources:
            for user in (self.office, self.auditor):
                with self.subTest(model=source._name, user=user.login):
                    seen = source.with_user(user)
                    self.assertEqual(seen.submission_count, 1)
                    self.assertEqual(seen.action_open_submissions()['res_id'], submission.id)
            with self.assertRaises(AccessError):
                source.with_user(self.leader_a).action_open_submissions()
        for source in sources[:2]:
            action = source.with_user(self.office).action_open_draft_submissions()
            self.assertEqual(action['res_model'], 'emulation.submission.draft')
            with self.assertRaises(AccessError):
                source.with_user(self.auditor).action_open_draft_submissions()
