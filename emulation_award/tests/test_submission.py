import json
from datetime import timedelta

from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install')
class TestSubmissionDraft(SubmissionCommon):
    def test_one_draft_per_authority_with_what_the_council_approved(self):
        party, party_award = self._forwarded_award('Ban Thường vụ (test)', 'party')
        other = self._approved(1, party_award)
        drafted = self.env['emulation.submission'].with_user(self.office)._draft_for(self.campaign)
        self.assertEqual(
            {one.authority_id: one.line_ids.nomination_id for one in drafted},
            {self.superior: self.nominations, party: other},
        )

    def test_what_is_in_a_submission_is_not_drafted_again(self):
        self._drafted(self.nominations[:2])
        drafted = self.env['emulation.submission'].with_user(self.office)._draft_for(self.campaign)
        self.assertEqual(len(drafted), 1)
        self.assertEqual(drafted.line_ids.nomination_id, self.nominations)
        again = self.env['emulation.submission'].with_user(self.office)._draft_for(self.campaign)
        self.assertFalse(again)

    def test_only_what_the_named_sessions_approved(self):
        session = self._session(name='Phiên họp đợt 2')
        later = self._approved(1, session=session)
        drafted = (
            self.env['emulation.submission']
            .with_user(self.office)
            ._draft_for(self.campaign, sessions=session)
        )
        self.assertEqual(drafted.line_ids.nomination_id, later)

    def test_awards_decided_here_are_not_drafted(self):
        own = self._approved(1, self.award_individual)
        drafted = self.env['emulation.submission'].with_user(self.office)._draft_for(self.campaign)
        self.assertFalse(drafted.line_ids.nomination_id & own)

    def test_the_wizard_drafts_and_says_so_when_nothing_waits(self):
        wizards = self.env['emulation.submission.draft'].with_user(self.office)
        wizard = wizards.create({'campaign_id': self.campaign.id})
        self.assertIn(self.nominations[0].nominee_name, wizard.summary)
        wizard.action_confirm()
        with self._refused('Nothing waits'):
            wizards.create({'campaign_id': self.campaign.id}).action_confirm()

    def test_letter_and_verdicts_are_proposed(self):
        self.campaign.authority_id.write(
            {'place': 'Lạng Sơn', 'signatory_title': 'TRƯỞNG BAN', 'signatory_name': 'Toàn'}
        )
        self.env['emulation.campaign.recipient'].create(
            {'campaign_id': self.campaign.id, 'name': 'Sở Nội vụ', 'is_export_addressee': True}
        )
        drafted = self.env['emulation.submission'].with_user(self.office)._draft_for(self.campaign)
        self.assertRecordValues(
            drafted,
            [
                {
                    'document_style': 'state',
                    'issuer_id': self.campaign.authority_id.id,
                    'addressee': 'Chủ tịch UBND tỉnh (test); Sở Nội vụ',
                    'place': 'Lạng Sơn',
                    'signatory_title': 'TRƯỞNG BAN',
                    'signatory_name': 'Toàn',
                    'state': 'draft',
                }
            ],
        )
        self.assertEqual(set(drafted.line_ids.mapped('legal_clause')), {'mục IV'})
        self.assertEqual(drafted.line_ids.candidate_id.nomination_id, self.nominations)
        self.assertEqual(drafted.line_ids[0].votes, '3/3 (100%)')

    def test_a_party_letter_is_of_the_bodys_own_party_authority(self):
        own = self.env['emulation.authority'].create(
            {'name': 'Đảng ủy', 'document_style': 'party', 'company_id': self.company.id}
        )
        party, award = self._forwarded_award('Ban Thường vụ (test)', 'party')
        self._approved(1, award)
        drafted = self.env['emulation.submission'].with_user(self.office)._draft_for(self.campaign)
        of_party = drafted.filtered(lambda one: one.authority_id == party)
        self.assertEqual((of_party.document_style, of_party.issuer_id), ('party', own))

    def test_a_second_draft_for_the_same_authority_and_type_is_refused(self):
        self._drafted(self.nominations[:1])
        with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
            self._drafted(self.nominations[1:])
        self._drafted(self.nominations[1:], award_kind='unplanned', number='106/TTr-TEST')

    def test_a_number_is_given_once_on_a_day(self):
        self._sent(self.nominations[:1])
        with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
            self._drafted(self.nominations[1:])

    def test_a_nomination_is_in_one_live_submission(self):
        self._drafted(self.nominations[:1])
        with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
            self._drafted(self.nominations[:1], award_kind='merit')

    def test_a_line_is_of_the_campaign_of_its_submission(self):
        submission = self._drafted()
        other = self._another_campaign()
        participant = other.unit_ids[0]
        stranger = self.env['emulation.nomination'].create(
            {
                'campaign_id': other.id,
                'phase_id': other.phase_ids[0].id,
                'campaign_award_id': other.award_ids[0].id,
                'campaign_unit_id': participant.id,
                'employee_id': self.people_a[7].id,
            }
        )
        with self.assertRaises(ValidationError):
            submission.line_ids = [(0, 0, {'nomination_id': stranger.id})]

    def test_the_office_fills_the_form_by_hand(self):
        form = Form(self.env['emulation.submission'].with_user(self.office))
        form.campaign_id = self.campaign
        form.authority_id = self.superior
        with form.line_ids.new() as line:
            line.nomination_id = self.nominations[0]
        submission = form.save()
        self.assertEqual(submission.line_ids.nomination_id, self.nominations[0])
        self.assertIn(
            'Letter', submission._fields['signed_scan']._description_string(self.env).title()
        )
        self.assertTrue(submission.has_missing)

    def test_a_draft_is_deleted_what_was_sent_is_not(self):
        self._drafted().unlink()
        submission = self._sent()
        with self._refused('is kept'):
            submission.unlink()

    def test_addressing_a_filled_submission_to_another_is_refused(self):
        submission = self._drafted()
        other, _award = self._forwarded_award('Bộ trưởng (test)')
        with self._refused('make another submission'):
            submission.authority_id = other


@tagged('post_install', '-at_install')
class TestSubmissionSend(SubmissionCommon):
    def test_a_complete_submission_lacks_nothing(self):
        submission = self._drafted()
        self.assertEqual(self._said(submission), [])
        self.assertFalse(submission.has_missing)

    def test_sending_forwards_the_nominations(self):
        submission = self._sent()
        self.assertEqual(set(self.nominations.mapped('state')), {'forwarded'})
        self.assertRecordValues(
            submission,
            [{'state': 'sent', 'sent_count': 1, 'sent_by_id': self.office.id}],
        )
        entry = self._entries('submission.sent', submission)
        payload = json.loads(entry.payload)
        self.assertEqual(payload['number'], '105/TTr-TEST')
        self.assertEqual(
            [line['reference'] for line in payload['lines']], self.nominations.mapped('reference')
        )
        self.assertTrue(self._entries('nomination.forwarded', self.nominations))

    def test_the_units_are_told(self):
        before = self.env['mail.message'].search([], order='id desc', limit=1).id
        self._sent()
        told = self.env['mail.message'].search(
            [('id', '>', before), ('notified_partner_ids', '!=', False)]
        )
        self.assertEqual(told.notified_partner_ids, self.leader_a.partner_id)
        self.assertIn(self.nominations[0].reference, told.body)

    def test_everything_missing_is_said_at_once(self):
        submission = self._drafted(number=False, signed_scan=False, signatory_name=False)
        submission.line_ids[0].legal_clause = False
        with self.assertRaises(UserError) as caught:
            submission.action_send()
        said = str(caught.exception)
        for words in ('Letter no.', 'Signed letter', 'Signatory Name', 'cite the clause'):
            self.assertIn(words, said)
        self.assertEqual(submission.state, 'draft')
        self.assertEqual(set(self.nominations.mapped('state')), {'approved'})

    def spoil(self, how, submission):
        """Take away what sending needs."""
        nomination = self.nominations[0]
        texts = nomination.section_ids.filtered(lambda section: section.kind == 'text')
        day = fields.Date.today()
        spoilers = {
            'unapproved': lambda: nomination.write({'state': 'accepted'}),
            'held': lambda: nomination.write({'state': 'on_hold'}),
            'unminuted': lambda: self.session.write({'state': 'closed'}),
            'no verdict': lambda: submission.sudo().line_ids[0].write({'candidate_id': False}),
            'too early': lambda: submission.write({'date': day - timedelta(days=400)}),
            'in future': lambda: submission.write({'date': day + timedelta(days=30)}),
            'incomplete': lambda: texts.write({'content': False}),
            'no report': lambda: nomination.section_ids.unlink(),
            'empty': lambda: submission.line_ids.unlink(),
            'no head': lambda: submission.write({'signing_mode': 'for_head', 'head_title': False}),
        }
        spoilers[how]()

    def test_what_keeps_it_from_being_sent(self):
        expected = {
            'unapproved': ['submission_not_approved'],
            'held': ['on_hold_pending', 'submission_not_approved'],
            'unminuted': ['submission_not_minuted'] * 3,
            'no verdict': ['submission_verdict_missing'],
            'too early': ['submission_date_early'],
            'in future': ['submission_date_future'],
            'incomplete': ['section_empty'],
            'no report': ['submission_report_missing'],
            'empty': ['submission_empty'],
            'no head': ['submission_field_missing'],
        }
        for how, codes in expected.items():
            with self.subTest(how), self.env.cr.savepoint() as savepoint:
                submission = self._drafted()
                self.spoil(how, submission)
                self.assertEqual(self._said(submission), codes)
                self.assertTrue(submission.has_missing)
                with self.assertRaises(UserError):
                    submission.action_send()
                savepoint.rollback()
                self.env.invalidate_all()

    def test_an_award_of_the_same_campaign_needs_a_justification(self):
        own = self._approved(1, self.award_individual)
        nominee = self.nominations[0]
        self.env['emulation.commendation']._enter(
            [
                {
                    'nomination_id': own.id,
                    'employee_id': nominee.employee_id.id,
                    'award_name': 'Giấy khen',
                }
            ]
        )
        submission = self._drafted()
        self.assertEqual(self._said(submission), ['submission_rewarded_before'])
        nominee.justification = 'Sáng kiến khác'
        self.assertEqual(self._said(submission), [])

    def test_only_a_scan_is_taken(self):
        with self._refused('Signed letter'):
            self._drafted(signed_scan=self._encoded(b'MZ\x90\0' + b'\0' * 64))
        submission = self._drafted()
        with self._refused('Signed letter'):
            submission.signed_scan = self._encoded(b'<html>')

    def test_what_was_sent_is_not_changed(self):
        submission = self._sent()
        for change in (
            lambda: submission.write({'number': '1/TTr'}),
            lambda: submission.write({'signed_scan': False}),
            lambda: submission.line_ids[0].write({'legal_clause': 'khác'}),
            lambda: submission.line_ids[0].unlink(),
            lambda: submission.write({'line_ids': [(5, 0, 0)]}),
            submission.action_send,
            submission.action_cancel,
            submission.action_fill,
        ):
            with self.assertRaises(UserError):
                change()
        submission.with_edxml = True

    def test_a_cancelled_draft_frees_its_nominations(self):
        submission = self._drafted()
        submission.action_cancel()
        self.assertEqual(submission.state, 'cancelled')
        self.assertEqual(self._drafted(number='106/TTr').line_count, 3)
