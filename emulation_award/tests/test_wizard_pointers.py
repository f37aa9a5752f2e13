from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import MANAGER, OFFICE
from .decision_common import DecisionCommon
from .nomination_common import PDF
from .submission_common import SubmissionCommon


class Stranger:
    """An Office user of another company."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        other = cls.env['res.company'].create({'name': 'Cơ quan B'})
        cls.stranger = new_test_user(
            cls.env,
            login='stranger',
            groups=f'{OFFICE},{MANAGER}',
            company_id=other.id,
            company_ids=[(6, 0, other.ids)],
        )

    def _wizard(self, model, user, **context):
        company = {'allowed_company_ids': user.company_ids.ids}
        return self.env[model].with_user(user).with_context(**company, **context)

    def _check_refused(self, model, vals, names=('default',)):
        """No way of pointing a wizard at the record shows its name to a stranger."""
        wizard = self._wizard(model, self.stranger)
        with self.assertRaises(AccessError):
            wizard.create(vals)
        for name in names:
            defaults = {f'default_{name}': vals[name]}
            with self.assertRaises(AccessError):
                wizard.with_context(**defaults).default_get([name])


@tagged('post_install', '-at_install', 'security')
class TestDecisionPointers(Stranger, DecisionCommon):
    def test_drafting(self):
        for name, record in (('session_id', self.session), ('campaign_id', self.campaign)):
            with self.subTest(name):
                self._check_refused('emulation.decision.draft', {name: record.id}, [name])

    def test_correcting_revoking_and_annulling(self):
        decision = self._issued()
        vals = {'kind': 'revocation', 'original_id': decision.id, 'reason': 'x'}
        self._check_refused('emulation.decision.change', vals, ['original_id'])
        vals = {'decision_id': decision.id, 'reason': 'x'}
        self._check_refused('emulation.decision.annul', vals, ['decision_id'])

    def test_a_wizard_turned_to_another_record(self):
        wizard = self._wizard('emulation.decision.draft', self.stranger).create({})
        with self.assertRaises(AccessError):
            wizard.write({'session_id': self.session.id})

    def test_the_own_office_is_let_in(self):
        wizard = self._wizard('emulation.decision.draft', self.office)
        self.assertTrue(wizard.create({'session_id': self.session.id}).session_id.name)

    def test_an_award_of_another_company_counts_and_has_no_name(self):
        decision = self._effective(self.nominations[0])
        award = decision.line_ids.commendation_id
        self.assertIn('97/QĐ-TEST', award.with_user(self.office).sudo()._told())
        self.assertEqual(
            award.with_user(self.stranger).sudo()._told(), 'an award of another company'
        )


@tagged('post_install', '-at_install', 'security')
class TestSubmissionPointers(Stranger, SubmissionCommon):
    def test_the_reply(self):
        vals = {
            'submission_id': self._sent().id,
            'number': '1/QĐ',
            'date': fields.Date.today(),
            'document': PDF,
            'line_ids': [],
        }
        self._check_refused('emulation.submission.reply', vals, ['submission_id'])

    def test_its_lines(self):
        line = self._sent().line_ids[0]
        wizard = self._wizard('emulation.submission.reply', self.office).create(
            {
                'submission_id': line.submission_id.id,
                'number': '1/QĐ',
                'date': fields.Date.today(),
                'document': PDF,
            }
        )
        vals = {'wizard_id': wizard.id, 'line_id': line.id}
        self._check_refused('emulation.submission.reply.line', vals, ['line_id'])

    def test_the_return_and_the_draft(self):
        vals = {'submission_id': self._sent().id, 'line_ids': []}
        self._check_refused('emulation.submission.return', vals, ['submission_id'])
        vals = {'campaign_id': self.campaign.id}
        self._check_refused('emulation.submission.draft', vals, ['campaign_id'])

    def test_form_08_lists_the_awards_of_its_own_company(self):
        nomination, other = self.nominations[0], self.stranger.company_id
        partner = self.env['res.partner'].create({'name': 'Người ngoài'})
        mine, theirs = self.env['emulation.commendation'].create(
            [
                {
                    'company_id': company.id,
                    'partner_id': partner.id,
                    'award_name': name,
                    'decision_date': '2020-01-01',
                }
                for company, name in ((self.company, 'Giấy khen A'), (other, 'Giấy khen B'))
            ]
        )
        held = {nomination._nominee(): mine + theirs}
        self.assertEqual(nomination._own_awards(held), mine)
