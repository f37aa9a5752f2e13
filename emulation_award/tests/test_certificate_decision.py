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
