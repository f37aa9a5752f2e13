import hashlib

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..domain.kept import packed
from .decision_common import DecisionCommon
from .submission_common import SubmissionCommon

#: What an editor of the catalogue may do to an authority after its decision was issued.
RENAMED = {
    'name': 'Trưởng ban mới',
    'issuing_body': 'Cơ quan khác',
    'superior_body': 'Cấp trên khác',
    'abbreviation': 'KHAC',
    'signatory_name': 'Người khác',
}


class BasisCommon:
    """A plan that a decision or a campaign rests on."""

    @classmethod
    def _basis(cls, number='134/KH-UBND', **vals):
        return cls.env['emulation.legal.basis'].create(
            {
                'kind': 'plan',
                'number': number,
                'title': 'về phong trào thi đua',
                'issuer': 'UBND tỉnh',
                'date_issued': '2025-05-15',
                'company_id': cls.company.id,
                **vals,
            }
        )


@tagged('post_install', '-at_install')
class TestDecisionKept(BasisCommon, DecisionCommon):
    """Invariant 8: from its issue on a decision prints what was issued."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.basis = cls._basis()

    def _issued_with_basis(self):
        return self._issued(self.nominations[:2], legal_basis_ids=[(6, 0, self.basis.ids)])

    def _printed(self, decision):
        (document,) = decision.with_user(self.auditor)._decision_document().values()
        return document

    def _change_the_catalogue(self):
        self.authority.write(RENAMED)
        self.basis.write({'title': 'về một việc khác', 'number': '999/KH-UBND'})
        self.award_form.name = 'Giấy khen kiểu mới'
        self.session.sudo().council_id.name = 'Hội đồng khác'
        self.env.invalidate_all()

    def test_a_draft_follows_the_catalogue(self):
        draft = self._drafted(legal_basis_ids=[(6, 0, self.basis.ids)])
        before = self._printed(draft)
        self._change_the_catalogue()
        after = self._printed(draft)
        self.assertNotEqual(before.heading.issuer, after.heading.issuer)
        self.assertIn('CƠ QUAN KHÁC', after.heading.issuer)

    def test_an_issued_decision_does_not(self):
        decision = self._issued_with_basis()
        before = self._printed(decision)
        self.assertIn('134/KH-UBND', ' '.join(block.line for block in before.body))
        self._change_the_catalogue()
        self.assertEqual(self._printed(decision), before)

    def test_nor_do_its_files(self):
        decision = self._issued_with_basis()
        documents = self.env['emulation.document'].with_user(self.office)
        before = documents._file('decision', decision, 'odt').content
        self._change_the_catalogue()
        self.assertEqual(documents._file('decision', decision, 'odt').content, before)

    def test_nor_do_the_registry_and_the_prize_list(self):
        decision = self._issued_with_basis()
        names = decision.campaign_award_id.name, decision.authority_id.name
        sheet = decision._prize_sheet()
        self._change_the_catalogue()
        self.assertEqual(decision._prize_sheet().heading, sheet.heading)
        self.assertEqual(decision._prize_sheet().about, sheet.about)
        self._scan(decision).action_take_effect()
        entry = decision.line_ids.commendation_id[0]
        self.assertEqual((entry.award_name, entry.authority_name), names)

    def test_a_correction_refers_to_it_as_it_was_issued(self):
        decision = self._effective(self.nominations[:2])
        self._change_the_catalogue()
        draft = decision.with_user(self.office)._draft_change(
            'revocation', decision.line_ids[0], 'mistake', 'Sai sót'
        )
        self.assertEqual(draft._document_facts().original.authority, 'Trưởng ban (test)')

    def test_nor_once_it_is_in_effect_or_revoked(self):
        decision = self._issued_with_basis()
        before = self._printed(decision)
        self._scan(decision).action_take_effect()
        self._change(decision, 'revocation', ground='forged_papers')
        self.assertEqual(decision.state, 'revoked')
        self._change_the_catalogue()
        self.assertEqual(self._printed(decision), before)

    def test_a_correction_keeps_both_readings(self):
        decision = self._effective(self.nominations[:2])
        change = self._change(
            decision,
            'correction',
            decision.line_ids[0],
            lambda draft: draft.line_ids.write(
                {'holder_position': 'Phó Trưởng phòng', 'citation': 'Việc khác'}
            ),
        )
        before = self._printed(change)
        self._change_the_catalogue()
        self.assertEqual(self._printed(change), before)

    def test_the_journal_holds_its_digest(self):
        decision = self._issued_with_basis()
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'decision.issued'), ('res_id', '=', decision.id)]
        )
        text = packed(self._printed(decision))
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.assertEqual(decision.kept_sha256, digest)
        self.assertIn(f'"document_sha256":"{digest}"', entry.payload)

    def test_nobody_writes_or_reads_it_past_the_print(self):
        decision = self._issued_with_basis()
        for user in (self.office, self.manager):
            mine = decision.with_user(user)
            for name in ('kept_document', 'kept_sha256'):
                with self.subTest(user=user.login, name=name):
                    with self.assertRaises(UserError):
                        mine.write({name: '{}'})
                    with self.assertRaises(UserError):
                        self._drafted(self.nominations[2]).write({name: '{}'})
            with self.assertRaises(AccessError):
                mine.read(['kept_document'])
        self.assertFalse(decision.sudo().copy().kept_document)


@tagged('post_install', '-at_install')
class TestSubmissionKept(BasisCommon, SubmissionCommon):
    """The letter of a submission that was sent prints what was sent."""

    def _letter(self, submission):
        return submission.with_user(self.auditor)._submission_letter()[submission.id]

    def _edit(self, submission):
        submission.issuer_id.sudo().write(RENAMED)
        self.env.invalidate_all()

    def test_what_was_sent_stays(self):
        submission = self._drafted()
        draft = self._letter(submission)
        submission.action_send()
        sent = self._letter(submission)
        self.assertEqual(sent, draft, 'the signed letter is the one that was printed')
        self._edit(submission)
        self.assertEqual(self._letter(submission), sent)

    def test_a_draft_and_a_returned_one_follow_the_catalogue(self):
        submission = self._drafted()
        self._edit(submission)
        self.assertEqual(self._letter(submission).heading.issuer, 'CƠ QUAN KHÁC')
        submission.action_send()
        submission._return('Bổ sung')
        submission.issuer_id.sudo().issuing_body = 'Cơ quan thứ ba'
        self.env.invalidate_all()
        self.assertEqual(self._letter(submission).heading.issuer, 'CƠ QUAN THỨ BA')

    def test_lines_returned_later_were_in_the_letter(self):
        submission = self._sent()
        sent = self._letter(submission)
        submission._return('', {submission.line_ids[0]: 'Thiếu minh chứng'})
        self.assertEqual(submission.state, 'sent')
        self.assertEqual(self._letter(submission), sent)

    def test_the_journal_holds_its_digest(self):
        submission = self._sent()
        entry = self._entries('submission.sent', submission)
        digest = hashlib.sha256(packed(self._letter(submission)).encode()).hexdigest()
        self.assertIn(f'"document_sha256":"{digest}"', entry.payload)


@tagged('post_install', '-at_install')
class TestCited(BasisCommon, DecisionCommon):
    """What others rest on is corrected or archived, never deleted."""

    def test_a_basis_of_an_issued_decision(self):
        basis = self._basis()
        decision = self._issued(self.nominations[0], legal_basis_ids=[(6, 0, basis.ids)])
        with self._refused('134/KH-UBND.*in use: Decision.*97/QĐ-TEST'):
            basis.with_user(self.manager).unlink()
        with self._refused('in use'):
            basis.sudo().unlink()
        self.assertEqual(decision.legal_basis_ids, basis)
        basis.with_user(self.office).write({'title': 'đã sửa', 'active': False})

    def test_a_basis_of_the_campaign(self):
        basis = self._basis()
        self.campaign.sudo().legal_basis_ids = basis
        with self._refused('in use.*Phong trào thi đua thử nghiệm'):
            basis.with_user(self.manager).unlink()

    def test_an_authority_and_an_award_form(self):
        for record in (self.authority, self.award_form):
            with self.subTest(record._name), self._refused('in use'):
                record.with_user(self.manager).unlink()

    def test_a_form_with_figures_of_its_own(self):
        form = self.award_form.sudo().copy({'name': 'Giấy khen chưa dùng'})
        rate = self.env['emulation.rate'].create(
            {'award_form_id': form.id, 'value': 0.3, 'date_from': '2020-01-01'}
        )
        with self._refused('Giấy khen chưa dùng.*in use'):
            form.with_user(self.manager).unlink()
        rate.unlink()
        form.with_user(self.manager).unlink()

    def test_what_nothing_rests_on_goes(self):
        basis = self._basis()
        newer = self._basis('135/KH-UBND', replaced_by_id=basis.id)
        (basis | newer).with_user(self.manager).unlink()
        self.assertFalse((basis | newer).exists())

    def test_records_of_another_company_are_counted_not_named(self):
        other = self.env['res.company'].create({'name': 'Cơ quan B'})
        basis = self._basis(company_id=False)
        self.env['emulation.campaign'].create(
            {
                'name': 'Phong trào của cơ quan B',
                'company_id': other.id,
                'authority_id': self.env['emulation.authority'].create({'name': 'Trưởng ban B'}).id,
                'legal_basis_ids': [(6, 0, basis.ids)],
            }
        )
        with self.assertRaises(UserError) as caught:
            basis.with_user(self.manager).unlink()
        self.assertIn('1 more', str(caught.exception))
        self.assertNotIn('cơ quan B', str(caught.exception))
