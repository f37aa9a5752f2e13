from odoo.exceptions import AccessError
from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionPrint(DecisionCommon):
    """What a decision gives to whatever prints it."""

    COLLECTIVE = True

    def _printed(self, decision, user=None):
        (document,) = decision.with_user(user or self.office)._decision_document().values()
        return document

    def _articles(self, document):
        return [block.line for block in document.body if block.kind in ('article', 'item')]

    def test_a_draft_says_so(self):
        document = self._printed(self._drafted(number=False, decision_date=False))
        self.assertFalse(document.final)
        self.assertIn('…', document.number)
        self.assertIn('/QĐ-TEST', document.number)

    def test_an_issued_decision(self):
        document = self._printed(self._issued(self.nominations[:2], fund='Quỹ khen thưởng'))
        self.assertTrue(document.final)
        self.assertEqual(document.number, 'Số: 97/QĐ-TEST')
        first, *people, second, third = self._articles(document)
        self.assertIn('Tặng Giấy khen cá nhân cho 02 cá nhân', first)
        self.assertEqual(len(people), 2)
        self.assertIn('Ứng viên 000', people[0])
        self.assertIn('Tổng số tiền thưởng là 1.420.000 đồng', second)
        self.assertIn('Quỹ khen thưởng', second)
        self.assertTrue(third.endswith('./.'))
        ((signature,),) = document.signatures
        self.assertEqual((signature.title, signature.name), ('TRƯỞNG BAN', 'Nguyễn Văn Trưởng'))

    def test_in_the_order_of_the_gold_book(self):
        draft = self._drafted()
        for line, sequence in zip(draft.line_ids, (2, 3, 1), strict=True):
            line.sequence = sequence
        draft.with_user(self.manager).action_issue()
        names = [holder.name for holder in draft._document_facts().holders]
        self.assertEqual(names, ['Ứng viên 002', 'Ứng viên 000', 'Ứng viên 001'])

    def test_the_session_it_rests_on(self):
        facts = self._drafted()._document_facts()
        self.assertEqual([meeting.body for meeting in facts.meetings], ['Hội đồng (test)'])

    def test_higher_documents_come_first(self):
        law, plan, decree = self.env['emulation.legal.basis'].create(
            [
                {
                    'kind': kind,
                    'number': f'{at}/TEST',
                    'title': f'về {kind}',
                    'issuer': 'Test',
                    'date_issued': f'2020-01-0{at}',
                }
                for at, kind in enumerate(('law', 'plan', 'decree'), start=1)
            ]
        )
        draft = self._drafted(legal_basis_ids=[(6, 0, (plan + decree + law).ids)])
        self.assertEqual(draft._document_bases(), law + decree + plan)

    def test_a_correction_tells_both_readings(self):
        decision = self._effective(self.nominations[:2])
        line = decision.line_ids[0]
        change = self._change(
            decision,
            'correction',
            line,
            lambda draft: draft.line_ids.write({'holder_name': 'Đúng', 'is_name_confirmed': True}),
        )
        document = self._printed(change)
        text = ' '.join(self._articles(document))
        self.assertRegex(text, 'Đã ghi “.*Ứng viên 000.*”, nay đính chính thành “.*Đúng.*”')
        self.assertIn('Quyết định số 97/QĐ-TEST', text)

    def test_a_revocation_tells_ground_and_money(self):
        decision = self._effective(self.nominations[:2])
        change = self._change(decision, 'revocation', ground='forged_papers')
        text = ' '.join(self._articles(self._printed(change)))
        self.assertIn('điểm b khoản 2 Điều 93', text)
        self.assertIn('1.420.000 đồng', text)

    def test_not_for_those_who_read_no_decisions(self):
        decision = self._issued()
        for user in (self.leader_a, self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._printed(decision, user)
        self.assertTrue(self._printed(decision, self.auditor).final)
