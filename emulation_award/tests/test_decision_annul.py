import json

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionAnnul(DecisionCommon):
    """Several changes of one line, and the way out for one that is not to take effect."""

    def setUp(self):
        super().setUp()
        self.decision = self._effective()
        self.line = self.decision.line_ids[0]

    def _draft_of_change(self, number, kind='revocation', line=None):
        ground = 'mistake' if kind == 'revocation' else ''
        draft = self._as_office(self.decision)._draft_change(
            kind, line or self.line, ground, 'Sai sót'
        )
        draft.write({'number': number, 'decision_date': self.today})
        return draft.with_user(self.manager)

    def _issued_change(self, number, **vals):
        change = self._draft_of_change(number, **vals)
        change.action_issue()
        return change

    # Two at once

    def test_a_second_change_of_a_line_waits_for_the_first(self):
        self._issued_change('100/QĐ')
        for kind in ('revocation', 'correction'):
            second = self._draft_of_change(f'101/{kind}', kind=kind)
            with self.subTest(kind), self._refused('100/QĐ .*, issued and not yet in effect'):
                second.action_issue()
        other = self._issued_change('102/QĐ', line=self.decision.line_ids[1])
        self.assertEqual(other.state, 'issued')

    def test_nor_are_both_issued_together(self):
        both = self._draft_of_change('100/QĐ') + self._draft_of_change('101/QĐ')
        with self._refused('100/QĐ .*, issued and not yet in effect'):
            both.action_issue()

    def test_once_in_effect_it_makes_room(self):
        correction = self._draft_of_change('100/QĐ', kind='correction')
        correction.line_ids.with_user(self.office).holder_unit = 'Phòng B'
        correction.action_issue()
        self._scan(correction).action_take_effect()
        self.assertEqual(self._issued_change('101/QĐ').state, 'issued')

    # Annulling

    def _annul(self, change, reason='Lập trùng', user=None):
        action = change.with_user(user or self.manager).action_open_annul()
        wizard = self.env[action['res_model']].with_user(user or self.manager)
        wizard = wizard.with_context(**action['context']).create({'reason': reason})
        wizard.action_confirm()

    def test_an_annulled_change_keeps_its_number_and_changes_nothing(self):
        change = self._issued_change('100/QĐ')
        self._annul(change)
        self.assertRecordValues(
            change,
            [
                {
                    'state': 'annulled',
                    'number': '100/QĐ',
                    'annul_reason': 'Lập trùng',
                    'annulled_by_id': self.manager.id,
                }
            ],
        )
        self.assertEqual((self.line.state, self.line.commendation_id.state), ('valid', 'valid'))
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'decision.annulled'), ('res_id', '=', change.id)]
        )
        payload = json.loads(entry.payload)
        self.assertEqual((payload['document'], payload['reason']), ('100/QĐ', 'Lập trùng'))
        with self._refused('Number 100/QĐ .* is used in this year already'):
            self._issued_change('100/QĐ')
        self.assertEqual(self._issued_change('101/QĐ').state, 'issued')

    def test_it_never_takes_effect(self):
        change = self._issued_change('100/QĐ')
        self._annul(change)
        with self._refused('while the decision is "Annulled"'):
            change.action_take_effect()
        with self._refused('while the decision is "Annulled"'):
            change.write({'signed_scan': b'', 'signed_scan_name': 'x.pdf'})
        with self._refused('only a draft is deleted'):
            change.unlink()

    def test_a_change_that_can_no_longer_take_effect_has_a_way_out(self):
        stuck = self._issued_change('100/QĐ')
        self.line.sudo().state = 'revoked'  # as if by a change issued before there was a check
        with self._refused('revoked already'):
            self._scan(stuck).action_take_effect()
        self._annul(stuck)
        self.assertEqual(stuck.state, 'annulled')

    def test_a_reason_is_given(self):
        change = self._issued_change('100/QĐ')
        with self._refused('Say why the decision is annulled'):
            self._annul(change, reason='  ')

    def test_neither_an_award_nor_what_is_in_effect(self):
        with self._refused('Only a correction or revocation is annulled'):
            self.decision.action_open_annul()
        change = self._issued_change('100/QĐ')
        self._scan(change).action_take_effect()
        with self._refused('"Annul" is not possible while the decision is "In effect"'):
            change.action_open_annul()

    def test_only_a_manager_annuls(self):
        change = self._issued_change('100/QĐ')
        with self.assertRaises(AccessError):
            change.with_user(self.office).action_open_annul()
        with self.assertRaises(AccessError):
            change.with_user(self.office)._annul('x')
        wizard = self.env['emulation.decision.annul'].with_user(self.office)
        with self.assertRaises(AccessError):
            wizard.create({'decision_id': change.id, 'reason': 'x'}).action_confirm()
        for name, value in (('annul_reason', 'x'), ('state', 'annulled')):
            with self.subTest(name), self._refused('cannot be written'):
                change.write({name: value})
