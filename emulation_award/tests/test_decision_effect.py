import base64
import json

from odoo import fields
from odoo.tests import tagged

from .decision_common import DecisionCommon
from .nomination_common import PDF


@tagged('post_install', '-at_install')
class TestDecisionEffect(DecisionCommon):
    """From the signed copy to the registry, the nominations and those who are told."""

    COLLECTIVE = True

    # The signed copy

    def test_the_signed_copy_is_what_it_says(self):
        decision = self._issued()
        with self._refused('Signed decision'):
            decision.write(
                {'signed_scan': base64.b64encode(b'MZ\x90'), 'signed_scan_name': 'a.pdf'}
            )
        with self._refused('Signed decision'):
            decision.write({'signed_scan': False})
        self._scan(decision)
        self.assertIn('decision.scan_added', self._events_of(decision))

    def test_the_signed_copy_is_of_an_issued_decision(self):
        draft = self._drafted()
        with self._refused('while the decision is "Draft"'):
            draft.write({'signed_scan': PDF})
        decision = self._effective(self.collective, number='3/QĐ')
        with self._refused('while the decision is "In effect"'):
            decision.write({'signed_scan': PDF})

    def test_no_effect_without_the_signed_copy(self):
        decision = self._issued()
        with self._refused('The signed decision is not attached'):
            decision.action_take_effect()

    # Effect

    def test_effect_enters_the_registry(self):
        decision = self._effective()
        entries = decision.line_ids.commendation_id
        self.assertRecordValues(
            entries,
            [
                {
                    'employee_id': nomination.employee_id.id,
                    'holder_name': nomination.nominee_name,
                    'award_form_id': self.award_form.id,
                    'decision_number': '97/QĐ-TEST',
                    'decision_date': fields.Date.today(),
                    'citation': decision.citation,
                    'nomination_id': nomination.id,
                    'gold_book_number': at,
                    'prize_amount': 710_000,
                    'is_imported': False,
                    'state': 'valid',
                }
                for at, nomination in enumerate(self.nominations, start=1)
            ],
        )
        self.assertEqual(entries.decision_line_id, decision.line_ids)

    def test_effect_awards_the_nominations(self):
        self._effective(self.nominations[:2])
        self.assertEqual(self.nominations.mapped('state'), ['awarded', 'awarded', 'approved'])

    def test_a_collective_enters_the_registry_as_a_unit(self):
        entry = self._effective(self.collective).line_ids.commendation_id
        self.assertRecordValues(
            entry, [{'unit_id': self.unit_a.id, 'prize_amount': 1_410_000, 'holder_kind': 'unit'}]
        )

    def test_a_line_may_have_words_of_its_own(self):
        draft = self._drafted(self.nominations[0])
        draft.line_ids.citation = 'Sáng kiến phân làn'
        draft.with_user(self.manager).action_issue()
        self._scan(draft.with_user(self.manager)).action_take_effect()
        self.assertEqual(draft.line_ids.commendation_id.citation, 'Sáng kiến phân làn')

    def test_leaders_and_the_awarded_are_told(self):
        user = self._user('awarded')
        self.nominations[0].employee_id.user_id = user
        self._effective(self.nominations[0])
        told = self.env['mail.message'].search([('subject', 'like', 'Awarded by 97/QĐ-TEST')])
        self.assertEqual(
            told.notified_partner_ids, (self.leader_a | user).partner_id, 'nobody else is told'
        )
        self.assertIn('Prize: 710.000 đồng', ''.join(told.mapped('body')))

    def test_on_hold_since_it_was_issued(self):
        decision = self._scan(self._issued())
        self._as_office(self.nominations[1])._hold('inspection', 'Thanh tra')
        with self._refused(
            'is on hold .*: nobody is proposed or awarded while such a case is pending'
        ):
            decision.action_take_effect()
        self._as_office(self.nominations[1])._release('Không vi phạm', 'KL 1')
        decision.action_take_effect()
        self.assertEqual(set(self.nominations.mapped('state')), {'awarded'})

    def test_the_journal_tells_it_all_and_verifies(self):
        decision = self._effective()
        self.assertEqual(
            self._events_of(decision),
            ['decision.drafted', 'decision.issued', 'decision.scan_added', 'decision.effective'],
        )
        self.assertIn('nomination.awarded', self._events_of(self.nominations[0]))
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'decision.issued'), ('res_id', '=', decision.id)]
        )
        lines = json.loads(entry.payload)['lines']
        self.assertEqual(
            [(line['no'], line['prize'], line['coefficient']) for line in lines],
            [(1, 710_000, '0.3'), (2, 710_000, '0.3'), (3, 710_000, '0.3')],
        )
        entry.chain_id.with_user(self.auditor).action_verify()
