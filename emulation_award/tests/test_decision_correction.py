import json

from odoo.tests import Form, tagged

from .decision_common import DecisionCommon

INT4 = 2_147_483_647


@tagged('post_install', '-at_install')
class TestDecisionCorrection(DecisionCommon):
    """A correction says what was right all along: whose name, and which amount, is answered for."""

    COLLECTIVE = True

    def setUp(self):
        super().setUp()
        self.decision = self._effective()
        self.line = self.decision.line_ids[0]

    def _corrected(self, **vals):
        """A correction of the first line that is ready to be issued."""
        draft = self._as_office(self.decision)._draft_change(
            'correction', self.line, '', 'Sai sót.'
        )
        draft.write({'number': '98/QĐ-TEST', 'decision_date': self.today})
        draft.line_ids.write(vals)
        return draft

    def _issue(self, draft):
        draft.with_user(self.manager).action_issue()
        return draft

    # The name

    def test_another_name_is_confirmed(self):
        draft = self._corrected(holder_name='Người Khác Hẳn')
        with self._refused('"Ứng viên 000" becomes "Người Khác Hẳn". Tick "Same holder"'):
            self._issue(draft)
        draft.line_ids.is_name_confirmed = True
        self.assertEqual(self._issue(draft).state, 'issued')

    def test_yet_another_name_is_another_question(self):
        draft = self._corrected(holder_name='Ứng Viên', is_name_confirmed=True)
        self.assertTrue(draft.line_ids.is_name_confirmed)
        draft.line_ids.holder_name = 'Người Khác Hẳn'
        with self._refused('becomes "Người Khác Hẳn"'):
            self._issue(draft)

    def test_the_old_name_stands_beside_the_new_one(self):
        draft = self._corrected(holder_name='Ứng Viên Đúng', is_name_confirmed=True)
        self.assertEqual(draft.line_ids.name_before, 'Ứng viên 000')
        with Form(draft) as form, form.line_ids.edit(0) as line:
            self.assertEqual(line.name_before, 'Ứng viên 000')
            line.holder_name = 'Ứng Viên Khác'
            self.assertFalse(line.is_name_confirmed)
            line.is_name_confirmed = True
        self.assertEqual(draft.line_ids.is_name_confirmed, True)
        self.assertFalse(self.line.name_before)

    # The amount

    def _raise_coefficient(self):
        """The catalogue is put right: what was in force on the day was 0.4."""
        rate = self.env['emulation.rate'].search(
            [('award_form_id', '=', self.award_form.id), ('subject', '=', 'individual')]
        )
        rate.value = 0.4

    def test_the_amount_of_the_formula_needs_no_reason(self):
        self._raise_coefficient()
        draft = self._issue(self._corrected(prize_amount=940_000))
        self.assertRecordValues(
            draft.line_ids, [{'base_salary': 2_340_000, 'coefficient': 0.4, 'state': 'valid'}]
        )

    def test_another_amount_does(self):
        with self._refused(
            'the prize of 2.000.000.000 đồng is not coefficient × base salary .*'
            'which is 710.000 đồng.*Điều 49'
        ):
            self._issue(self._corrected(prize_amount=2_000_000_000))

    def test_the_reason_is_printed_and_kept_and_no_figure_is_claimed(self):
        why = 'Ban chi thêm theo Quy chế chi tiêu nội bộ'
        draft = self._issue(self._corrected(prize_amount=800_000, prize_reason=why))
        told = draft._decision_document()[draft.id]
        text = ' '.join(block.text for block in told.body)
        self.assertIn(f'Lý do đính chính: Sai sót; Ứng viên 000: {why}.', text)
        self.assertRecordValues(draft.line_ids, [{'base_salary': 0, 'coefficient': 0}])
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'decision.issued'), ('res_id', '=', draft.id)]
        )
        self.assertEqual(json.loads(entry.payload)['lines'][0]['prize_reason'], why)

    def test_without_figures_there_is_no_formula(self):
        self.env['emulation.rate'].search([('award_form_id', '=', self.award_form.id)]).unlink()
        with self._refused('the prize of 5 đồng cannot be computed from the catalogue'):
            self._issue(self._corrected(prize_amount=5))
        kept = self._corrected(holder_unit='Phòng B')
        self.assertEqual(self._issue(kept).state, 'issued', 'an amount that stays is no question')

    # Sums

    def test_an_amount_beyond_what_is_stored_is_refused_in_words(self):
        for amount in (INT4 + 1, 99_999_999_999):
            with self.subTest(amount), self._refused('A prize is at most 2.147.483.647 đồng'):
                self._corrected(prize_amount=amount)

    def test_figures_that_make_such_an_amount_are_too(self):
        draft = self._drafted(self.collective, number='99/QĐ-TEST')
        self.env['emulation.rate'].search([('code', '=', 'base_salary')]).value = 4_000_000_000
        with self._refused('A prize is at most'):
            draft.with_user(self.manager).action_issue()

    def test_a_total_beyond_what_an_int4_holds(self):
        lines = self._drafted(self.collective, number='99/QĐ-TEST').line_ids.sudo()
        lines.prize_amount = INT4
        second = lines.create(
            {'decision_id': lines.decision_id.id, 'nomination_id': self._spare().id}
        )
        second.prize_amount = INT4
        decision = lines.decision_id
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(decision.prize_total, 2 * INT4)
        [(total,)] = decision._read_group([('id', '=', decision.id)], [], ['prize_total:sum'])
        self.assertEqual(total, 2 * INT4)

    def _spare(self):
        return self.collective.sudo().copy(
            {'unit_id': self.unit_b.id, 'campaign_award_id': self.award_collective.id}
        )
