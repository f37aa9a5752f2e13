from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionBases(DecisionCommon):
    """A decision cites what is in force on its day; who knows better is not stopped."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.law = cls.env.ref('emulation_award.emulation_legal_basis_law_06_2022')
        cls.new, cls.old, cls.oldest = (
            cls.env.ref(f'emulation_award.emulation_legal_basis_decree_{name}')
            for name in ('161_2026', '73_2024', '24_2023')
        )
        cls.local = cls.env['emulation.legal.basis'].create(
            {
                'kind': 'plan',
                'number': '134/KH-UBND',
                'title': 'về thi đua',
                'issuer': 'UBND tỉnh',
                'date_issued': '2025-05-15',
            }
        )
        cls.campaign.sudo().legal_basis_ids = cls.old | cls.local

    def test_as_of_a_day(self):
        cited = self.old | self.local
        for day, expected in (
            (date(2026, 7, 1), self.new),
            (date(2026, 6, 30), self.old),
            (date(2024, 7, 1), self.old),
            (date(2024, 6, 30), self.oldest),
            (date(2020, 1, 1), self.old),  # nothing known was in force: it stays as it is cited
        ):
            with self.subTest(day):
                self.assertEqual(cited._as_of(day), expected | self.local)

    def test_documents_that_replace_each_other_end(self):
        self.new.sudo().write({'replaced_by_id': self.old.id, 'effective_to': '2026-07-02'})
        self.assertEqual(self.old._as_of(date(2027, 1, 1)), self.old)

    def test_what_was_cited_twice_is_cited_once(self):
        both = self.oldest | self.old
        self.assertEqual(both._as_of(date(2025, 1, 1)), self.old)

    def test_a_draft_cites_what_is_in_force_and_the_law(self):
        draft = self._drafted(decision_date=False)
        today = draft._draft_day()
        self.assertEqual(draft.legal_basis_ids, (self.old | self.local | self.law)._as_of(today))
        self.assertIn(self.law, draft.legal_basis_ids)

    def test_a_party_body_does_not_cite_the_law_by_itself(self):
        self.authority.sudo().document_style = 'party'
        self.assertNotIn(self.law, self._drafted().legal_basis_ids)

    def test_what_is_not_in_force_is_said_and_renewed(self):
        draft = self._drafted(decision_date='2024-06-01', legal_basis_ids=[(6, 0, self.old.ids)])
        self.assertEqual(draft.bases_notice, self.old.display_name)
        draft.action_renew_bases()
        self.assertEqual((draft.legal_basis_ids, draft.bases_notice), (self.oldest, ''))

    def test_it_does_not_keep_from_issuing(self):
        decision = self._issued(legal_basis_ids=[(6, 0, self.oldest.ids)])
        self.assertEqual((decision.state, decision.bases_notice), ('issued', ''))

    def test_an_issued_decision_keeps_what_it_cites(self):
        decision = self._issued()
        with self.assertRaises(UserError):
            decision.action_renew_bases()

    def test_who_may_not(self):
        draft = self._drafted()
        with self.assertRaises(AccessError):
            draft.with_user(self.auditor).action_renew_bases()

    def test_a_change_cites_what_is_in_force_by_now(self):
        decision = self._effective(legal_basis_ids=[(6, 0, self.oldest.ids)])
        change = decision.with_user(self.office)._draft_change(
            'correction', decision.line_ids[0], '', 'Sai sót'
        )
        day = change._draft_day()
        self.assertEqual(change.legal_basis_ids, (self.oldest | self.local | self.law)._as_of(day))
