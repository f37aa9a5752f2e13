import hashlib
import json

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .nomination_common import PDF
from .submission_common import SubmissionCommon

REASON = 'Thiếu số liệu cụ thể'
OPEN = 'the superior returned this dossier'


@tagged('post_install', '-at_install')
class TestCompletion(SubmissionCommon):
    """A dossier that the superior returned is completed, and closed again by sending it."""

    APPROVED = 2

    @classmethod
    def _forwarded_award(cls, *args):
        authority, award = super()._forwarded_award(*args)
        # With criteria of its own, so that there is a verdict on them.
        cls.criteria.award_ids += award
        return authority, award

    def setUp(self):
        super().setUp()
        self.submission = self._sent()
        self.submission._return(REASON)
        self.env.invalidate_all()
        self.one, self.other = self.nominations.with_user(self.office)
        self.by_leader = self.one.with_user(self.leader_a)
        self.section = self.one.section_ids.filtered(lambda one: one.kind == 'text')[:1]
        self.assessment = self.one.assessment_ids[:1]

    def _payload(self):
        entries = self._entries('nomination.completed', self.one)
        return json.loads(entries.sorted('seq')[-1:].payload)

    def _resend(self):
        self.submission.write({'signed_scan': PDF, 'signed_scan_name': 'lan-2.pdf'})
        self.submission.action_send()
        self.env.invalidate_all()

    def _hand_over(self, **item):
        item = {'target': 'summary', 'reason': 'Bổ sung', **item}
        self.one._return({self.one: [item]}, 'Gấp')
        self.env.invalidate_all()

    def _evidence(self, env, **vals):
        place = {'assessment_id': self.assessment.id}
        return env['emulation.evidence'].create(
            {'name': 'minh-chung.pdf', 'file': PDF, **place, **vals}
        )

    def test_the_office_completes_it(self):
        self.assertEqual((self.one.is_sent_back, self.one.sent_back_reason), (True, REASON))
        self.one.achievement_summary = 'Mới'
        self.section.content = 'Mới'
        self.assessment.evidence_text = 'QĐ 13'
        self._evidence(self.office_env())
        self.assertEqual(self._events(self.one)[-4:], ['nomination.completed'] * 4)
        self.assertEqual(self.one.state, 'approved')

    def office_env(self):
        return self.env(user=self.office)

    def test_the_journal_keeps_what_stood_there(self):
        was = self.one.achievement_summary
        self.one.achievement_summary = 'Mới'
        told = self._payload()
        self.assertEqual(
            {name: told[name] for name in ('part', 'role', 'before')},
            {
                'part': 'summary',
                'role': 'office',
                'before': {'text_sha256': hashlib.sha256(was.encode()).hexdigest()},
            },
        )

    def test_files_are_told_as_they_were(self):
        text = hashlib.sha256(self.assessment.evidence_text.encode()).hexdigest()
        file = self._evidence(self.office_env())
        self.assertEqual(self._payload()['before'], {'text_sha256': text, 'files': []})
        kept = {'name': file.name, 'sha256': file.checksum}
        file.unlink()
        self.assertEqual(self._payload()['before'], {'text_sha256': text, 'files': [kept]})

    def test_what_the_council_voted_on_stays(self):
        other = self.people_a[9].id
        with self._refused('stay as they are'):
            self.one.write({'employee_id': other})
        for name, record, value in (
            ('justification', self.one, 'Khác'),
            ('verdict', self.assessment, 'not_met'),
        ):
            with self.subTest(name), self._refused(OPEN):
                record.write({name: value})

    def test_the_unit_and_the_nominee_wait_to_be_asked(self):
        with self._refused(OPEN):
            self.by_leader.achievement_summary = 'Mới'
        with self._refused(OPEN):
            self._evidence(self.env(user=self.leader_a))
        with self.assertRaises(AccessError):
            self.one.with_user(self.member).achievement_summary = 'Mới'

    def test_parts_are_handed_to_the_unit(self):
        self._hand_over()
        self.assertIn(('correct', self.leader_a.login), self._activities(self.one))
        self.by_leader.achievement_summary = 'Mới'
        self.assertEqual(self._payload()['role'], 'leader')
        with self._refused(OPEN):
            self.section.with_user(self.leader_a).content = 'Mới'
        self.assertEqual(self.one.state, 'approved')
        self.assertEqual(
            self._events(self.one)[-2:], ['nomination.completion_asked', 'nomination.completed']
        )

    def test_the_form_offers_it(self):
        action = self.one.action_open_return()
        wizard = self.env[action['res_model']].with_user(self.office).browse(action['res_id'])
        self.assertNotIn('justification', wizard.line_ids.mapped('target'))
        wizard.line_ids.filtered(lambda one: one.target == 'summary').reason = 'Bổ sung'
        wizard.action_confirm()
        self.env.invalidate_all()
        with Form(self.by_leader) as form:
            form.achievement_summary = 'Mới'

    def test_nothing_that_was_voted_on_is_asked_for(self):
        with self._refused('the council voted on this'):
            self._hand_over(target='justification')

    def test_sent_again_it_is_closed(self):
        self._hand_over()
        self._resend()
        self.assertEqual((self.one.state, self.one.is_sent_back), ('forwarded', False))
        self.assertFalse(self.one.return_item_ids.filtered('is_open'))
        self.assertFalse(self._activities(self.one))
        for record in (self.one, self.by_leader):
            with self._refused('cannot be changed while'):
                record.achievement_summary = 'Mới'
        with self._refused('cannot be changed while'):
            self.section.content = 'Mới'

    def test_only_what_came_back_is_open(self):
        self._resend()
        lines = {self.submission.line_ids.filtered(lambda o: o.nomination_id == self.one): REASON}
        self.submission._return('', lines)
        self.env.invalidate_all()
        self.one.achievement_summary = 'Mới'
        with self._refused('cannot be changed while'):
            self.other.achievement_summary = 'Mới'

    def test_what_never_went_up_stays_closed(self):
        never = self._approved(1).with_user(self.office)
        self.assertEqual(never.state, 'approved')
        with self._refused('cannot be changed while'):
            never.achievement_summary = 'Mới'
        with self.assertRaises(UserError):
            never._return({never: [{'target': 'summary', 'reason': 'Bổ sung'}]})

    def test_on_hold_it_is_closed(self):
        self.one._hold('complaint', 'Có đơn')
        with self._refused('cannot be changed while'):
            self.one.achievement_summary = 'Mới'

    def test_a_change_and_a_sending_at_once_conflict(self):
        before = self.one.content_revision
        self.section.content = 'Mới'
        self.assertEqual(self.one.content_revision, before + 1)

    def test_the_package_is_out_of_date(self):
        self.submission._package_rounds().sudo().opened_at = fields.Datetime.now()
        self.submission.sudo().package_source = self.submission._package_digest()
        self.env.invalidate_all()
        self.assertFalse(self.submission.package_is_stale)
        self.section.content = 'Mới'
        self.env.invalidate_all()
        self.assertTrue(self.submission.package_is_stale)
