from odoo.exceptions import UserError
from odoo.tests import tagged

from .decision_common import DecisionCommon
from .form08_common import packed, read_pdf


@tagged('post_install', '-at_install')
class TestCertificateOfDecision(DecisionCommon):
    """Certificates of what a decision has put in the registry."""

    def _offered(self, decision):
        """What the print wizard offers the Office on a decision."""
        wizards = self.env['emulation.certificate.print'].with_user(self.office)
        return wizards.with_context(
            active_model='emulation.decision', active_ids=decision.ids
        ).create({})

    def test_every_award_of_the_decision_in_the_order_of_the_gold_book(self):
        decision = self._effective()
        lines = decision.sudo().line_ids.sorted('gold_book_number')
        awards = self._offered(decision).commendation_ids
        self.assertEqual(awards, lines.commendation_id)

    def test_a_decision_not_in_effect_has_none(self):
        with self.assertRaisesRegex(UserError, 'no award to print'):
            self._offered(self._issued()).action_confirm()

    def test_who_signed_the_decision_signs_the_certificate(self):
        decision = self._effective(
            signing_mode='for_head',
            head_title='Trưởng ban',
            signatory_title='Phó Trưởng ban',
            signatory_name='Trần Thị Phó',
        )
        wizard = self._offered(decision)
        pdf = wizard.commendation_ids._certificates_pdf(wizard.printer_id, 'white')
        for page in read_pdf(pdf):
            text = packed(page.text)
            self.assertIn(packed('KT. TRƯỞNG BAN PHÓ TRƯỞNG BAN'), text)
            self.assertIn(packed('Trần Thị Phó'), text)
            self.assertIn(packed(f'Quyết định số: {decision.number}'), text)

    def test_the_authority_is_named_as_it_was_then(self):
        decision = self._effective()
        authority, then = decision.authority_id, decision.authority_id.name
        authority.sudo().write({'name': 'Cơ quan mới', 'place': 'Nơi khác'})
        wizard = self._offered(decision)
        pdf = wizard.commendation_ids._certificates_pdf(wizard.printer_id, 'white')
        for page in read_pdf(pdf):
            text = packed(page.text)
            self.assertIn(packed(then.upper()), text)
            self.assertNotIn(packed('CƠ QUAN MỚI'), text)
            self.assertNotIn(packed('Nơi khác'), text)

    def test_an_older_award_is_signed_for_the_authority_that_had_that_name(self):
        authority = self._issued().authority_id.sudo()
        older = self.env['emulation.commendation'].create(
            {
                'employee_id': self.people_a[0].id,
                'award_name': 'Giấy khen',
                'authority_name': authority.name,
                'decision_number': '5/QĐ-CŨ',
            }
        )
        authority.name = 'Cơ quan mới'
        self.assertEqual(older._certificate_authorities(), {older: authority})

    def test_what_fits_on_no_certificate_is_said_before_it_is_issued(self):
        draft = self._drafted(self.nominations[:2])
        lines = draft.line_ids.sorted('id')
        lines[0].citation = 'thành tích rất dài ' * 110
        with self.assertRaisesRegex(UserError, 'fits on no certificate') as caught:
            draft.with_user(self.manager).action_issue()
        self.assertIn(lines[0].holder_name, str(caught.exception))
        self.assertNotIn(lines[1].holder_name, str(caught.exception))
        self.assertEqual(draft.state, 'draft')

    def test_a_printer_with_more_room_takes_a_longer_text(self):
        draft = self._drafted(self.nominations[:1])
        draft.line_ids.citation = 'Hoàn thành xuất sắc nhiệm vụ; ' * 45
        self.env['emulation.certificate.printer'].search([]).active = False
        with self.assertRaisesRegex(UserError, 'fits on no certificate'):
            draft.with_user(self.manager).action_issue()
        self.env['emulation.certificate.printer'].create(
            {'name': 'Rộng', 'achievement_top': 112, 'footer_top': 168}
        )
        draft.with_user(self.manager).action_issue()
        self.assertEqual(draft.state, 'issued')

    def test_nor_is_a_correction_issued_that_fits_on_none(self):
        long = 'thành tích rất dài ' * 110
        with self.assertRaisesRegex(UserError, 'fits on no certificate'):
            self._change(
                self._effective(),
                'correction',
                edit=lambda draft: draft.line_ids[:1].write({'citation': long}),
            )

    def test_what_a_correction_leaves_as_it_is_is_not_judged_again(self):
        decision = self._effective()
        # As it was issued before anybody asked whether it fits.
        decision.sudo().line_ids[:1].citation = 'thành tích rất dài ' * 110
        change = self._change(
            decision,
            'correction',
            decision.line_ids[:1],
            lambda draft: draft.line_ids.write({'holder_position': 'Trưởng phòng'}),
        )
        self.assertEqual(change.state, 'effective')
