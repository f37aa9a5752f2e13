import json

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionChange(DecisionCommon):
    """Correcting and revoking by another decision; nothing is deleted."""

    def setUp(self):
        super().setUp()
        self.decision = self._effective()
        self.line = self.decision.line_ids[0]
        self.entry = self.line.commendation_id

    def _reword(self, **vals):
        return lambda draft: draft.line_ids.write(vals)

    # Correction

    def test_a_correction_rewords_the_registry_and_keeps_the_old_words(self):
        change = self._change(
            self.decision,
            'correction',
            self.line,
            self._reword(holder_name='Ứng Viên Đúng', is_name_confirmed=True),
        )
        self.assertEqual(self.entry.holder_name, 'Ứng Viên Đúng')
        self.assertEqual(self.line.holder_name, 'Ứng viên 000')
        self.assertEqual(
            (self.line.state, self.decision.state, change.line_ids.state),
            ('corrected', 'effective', 'valid'),
        )
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'commendation.corrected'), ('res_id', '=', self.entry.id)]
        )
        payload = json.loads(entry.payload)
        self.assertEqual(payload['old']['holder_name'], 'Ứng viên 000')
        self.assertEqual(payload['new']['holder_name'], 'Ứng Viên Đúng')
        self.assertIn(change.number, payload['document'])

    def test_a_correction_changes_the_money(self):
        paid = self._reword(prize_amount=700_000, prize_reason='Theo quy chế của Ban')
        self._change(self.decision, 'correction', self.line, paid)
        self.assertEqual(self.entry.prize_amount, 700_000)
        self.assertEqual(self.line.prize_amount, 710_000)

    def test_what_the_prizes_come_to_now(self):
        paid = self._reword(prize_amount=700_000, prize_reason='Theo quy chế của Ban')
        corrected = self._change(self.decision, 'correction', self.line, paid)
        revoked = self._change(self.decision, 'revocation', self.decision.line_ids[1])
        self.env.invalidate_all()
        everything = self.decision | corrected | revoked
        self.assertEqual(self.decision.prize_total, 3 * 710_000)  # as it was printed
        self.assertEqual(everything.mapped('prize_standing'), [700_000 + 710_000, 0, 0])

    def test_a_second_correction_starts_from_the_first(self):
        self._change(self.decision, 'correction', self.line, self._reword(holder_unit='Phòng B'))
        draft = self.decision.with_user(self.office)._draft_change('correction', self.line, '', 'x')
        self.assertEqual(draft.line_ids.holder_unit, 'Phòng B')
        draft.line_ids.holder_unit = 'Phòng C'
        facts = draft._document_facts().corrections[0]
        self.assertEqual((facts.was.unit, facts.becomes.unit), ('Phòng B', 'Phòng C'))

    def test_a_correction_says_something_new(self):
        with self._refused('Ứng viên 000: reads as in 97/QĐ-TEST'):
            self._change(self.decision, 'correction', self.line)

    def test_a_correction_takes_effect_before_its_original(self):
        self.env.cr.execute('SELECT 1')
        other = self._second_decision()
        self._change(other, 'correction', edit=self._reword(holder_position='Phó phòng'))
        self._scan(other).action_take_effect()
        self.assertEqual(other.line_ids.commendation_id.holder_position, 'Phó phòng')

    def _second_decision(self):
        """An issued decision that has not taken effect, on a nomination of its own."""
        self._change(self.decision, 'revocation', self.line)
        return self._issued(self.line.nomination_id, number='98/QĐ-TEST')

    # Revocation

    def test_a_revocation_marks_registry_and_money(self):
        change = self._change(self.decision, 'revocation', self.line, ground='false_declaration')
        self.assertRecordValues(
            self.entry,
            [
                {
                    'state': 'revoked',
                    'revocation_document': change.number,
                    'revocation_date': fields.Date.today(),
                    'recovery_state': 'due',
                    'recovery_amount': 710_000,
                }
            ],
        )
        self.assertEqual((self.line.state, self.line.is_active), ('revoked', False))
        self.assertEqual(self.decision.state, 'effective')
        others = self.decision.line_ids - self.line
        self.assertEqual(set(others.commendation_id.mapped('state')), {'valid'})

    def test_after_a_mistake_it_is_decided_anew(self):
        nomination = self.line.nomination_id
        change = self._change(self.decision, 'revocation', self.line, ground='mistake')
        self.assertEqual((nomination.state, nomination.is_award_revoked), ('approved', False))
        self.assertEqual(self._events_of(nomination)[-1], 'nomination.award_reopened')
        again = self._effective(nomination, number='98/QĐ-TEST')
        self.assertEqual(nomination.state, 'awarded')
        self.assertRecordValues(
            self.entry | again.line_ids.commendation_id,
            [
                {'state': 'revoked', 'revocation_document': change.number},
                {'state': 'valid', 'revocation_document': False},
            ],
        )

    def test_after_another_ground_it_is_not(self):
        nomination = self.line.nomination_id
        self._change(self.decision, 'revocation', self.line, ground='false_declaration')
        self.assertEqual((nomination.state, nomination.is_award_revoked), ('awarded', True))

    def test_a_whole_decision_is_revoked(self):
        self._change(self.decision, 'revocation')
        self.assertEqual(self.decision.state, 'revoked')
        self.assertEqual(set(self.decision.line_ids.mapped('state')), {'revoked'})
        self.assertIn('decision.revoked', self._events_of(self.decision))
        self.assertEqual(len(self.decision.line_ids.commendation_id.exists()), 3)

    def test_revoked_once(self):
        self._change(self.decision, 'revocation', self.line)
        draft = self.decision.with_user(self.office)._draft_change(
            'revocation', self.line, 'mistake', 'x'
        )
        draft.write({'number': '1/QĐ-TEST', 'decision_date': fields.Date.today()})
        with self._refused('Ứng viên 000: revoked already'):
            draft.with_user(self.manager).action_issue()

    def test_a_corrected_award_can_be_revoked(self):
        paid = self._reword(prize_amount=500_000, prize_reason='Theo quy chế của Ban')
        self._change(self.decision, 'correction', self.line, paid)
        self._change(self.decision, 'revocation', self.line)
        self.assertEqual((self.entry.state, self.entry.recovery_amount), ('revoked', 500_000))

    def test_a_revocation_needs_ground_and_reason(self):
        with self._refused('on which ground and why .*Điều 93 khoản 2'):
            self._change(self.decision, 'revocation', ground='')

    def test_a_change_is_not_dated_before_its_original(self):
        before = fields.Date.subtract(fields.Date.today(), days=1)
        with self._refused('before 97/QĐ-TEST'):
            self._change(self.decision, 'revocation', decision_date=before)

    def test_an_issued_line_is_revoked_before_it_takes_effect(self):
        other = self._second_decision()
        self._change(other, 'revocation')
        self.assertEqual((other.state, other.line_ids.commendation_id.ids), ('revoked', []))
        self.assertEqual(other.line_ids.nomination_id.state, 'approved')

    # Who and how

    def test_the_wizard_drafts_both(self):
        for kind, action in (
            ('correction', self.decision.with_user(self.office).action_open_correct()),
            ('revocation', self.decision.with_user(self.office).action_open_revoke()),
        ):
            wizard = self.env[action['res_model']].with_user(self.office)
            wizard = wizard.with_context(**action['context']).create(
                {'line_ids': [(6, 0, self.line.ids)], 'reason': 'Sai', 'ground': 'mistake'}
            )
            draft = self.env['emulation.decision'].browse(wizard.action_confirm()['res_id'])
            with self.subTest(kind):
                self.assertEqual(
                    (draft.kind, draft.state, draft.original_id, draft.line_ids.original_line_id),
                    (kind, 'draft', self.decision, self.line),
                )
                self.assertEqual(draft.ground, 'mistake' if kind == 'revocation' else False)

    def test_the_wizard_refuses_lines_of_another_decision(self):
        other = self._drafted(self._more_approved())
        wizard = self.env['emulation.decision.change'].with_user(self.office)
        wizard = wizard.create(
            {
                'kind': 'revocation',
                'original_id': self.decision.id,
                'line_ids': [(6, 0, other.line_ids.ids)],
                'ground': 'mistake',
                'reason': 'x',
            }
        )
        with self._refused('Choose lines of 97/QĐ-TEST'):
            wizard.action_confirm()

    def _more_approved(self):
        session = self._session(name='Phiên họp thêm')
        kept, type(self).session = self.session, session
        try:
            nominations = self._nominate(1, session=session)
            self._elect(dict.fromkeys(nominations, 9))
            self._minute(session)
        finally:
            type(self).session = kept
        return nominations

    def test_only_a_manager_issues_a_change(self):
        draft = self.decision.with_user(self.office)._draft_change(
            'revocation', self.line, 'mistake', 'x'
        )
        draft.write({'number': '1/QĐ-TEST', 'decision_date': fields.Date.today()})
        with self.assertRaises(AccessError):
            draft.action_issue()

    def test_what_a_change_changes_is_not_written(self):
        draft = self.decision.with_user(self.office)._draft_change(
            'revocation', self.line, 'mistake', 'x'
        )
        with self._refused('cannot be written'):
            draft.line_ids.prize_amount = 0
        with self._refused('chosen when it is drafted'):
            self.env['emulation.decision.line'].with_user(self.office).create(
                {'decision_id': draft.id, 'nomination_id': self.nominations[1].id}
            )
        with self._refused('has the award of what it changes'):
            draft.has_prize = False

    def test_a_draft_or_a_change_is_not_changed(self):
        draft = self._drafted(self._more_approved())
        with self._refused('while the decision is "Draft"'):
            draft.action_open_revoke()
        change = self._change(self.decision, 'revocation', self.line)
        with self._refused('itself corrects or revokes'):
            change.with_user(self.office).action_open_revoke()
