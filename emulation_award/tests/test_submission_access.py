"""Who sees and moves submissions upward, by the ORM and by forged calls."""

from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install', 'security')
class TestSubmissionAccess(SubmissionCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.submission = cls._sent(cls.nominations[:2])
        cls.draft = cls._drafted(cls.nominations[2:], number='106/TTr-TEST')
        cls.env.flush_all()

    def test_office_manager_and_auditor_read_nobody_else(self):
        line = self.submission.line_ids[0]
        for user, may in (
            (self.office, True),
            (self.manager, True),
            (self.auditor, True),
            (self.leader_a, False),
            (self.staff, False),
            (self.member, False),
        ):
            with self.subTest(user=user.login):
                for record in (self.submission, line):
                    self.assertEqual(record.with_user(user).has_access('read'), may)

    def test_a_nominee_learns_nothing_of_the_submission(self):
        user = self._user('nominated')
        self.nominations[0].employee_id.user_id = user
        nomination = self.nominations[0].with_user(user)
        self.assertEqual(nomination.state, 'forwarded')
        with self.assertRaises(AccessError):
            nomination.submission_line_ids.ids  # noqa: B018 reading is the point

    def test_the_auditor_changes_nothing(self):
        seen = self.draft.with_user(self.auditor)
        for call in (
            lambda: seen.write({'place': 'x'}),
            lambda: seen.line_ids.write({'legal_clause': 'x'}),
            seen.action_send,
            seen.action_cancel,
            seen.action_fill,
            seen.line_ids.action_take_out,
            seen.unlink,
            lambda: self.submission.with_user(self.auditor)._return('x'),
        ):
            with self.assertRaises(AccessError):
                call()

    def test_strangers_operate_nothing(self):
        for user in (self.leader_a, self.staff, self.member):
            seen, lines = self.draft.with_user(user), self.draft.line_ids.with_user(user)
            sent = self.submission.with_user(user)
            for call in (
                seen.action_send,
                seen.action_cancel,
                seen.action_fill,
                lines.action_take_out,
                seen.action_open_commendations,
                seen._submission_letter,
                lambda sent=sent: sent._return('x'),
                lambda sent=sent: sent._reply(self._decision(), {}),
                lambda user=user: (
                    self.env['emulation.submission'].with_user(user)._draft_for(self.campaign)
                ),
            ):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    call()

    def test_states_and_results_are_not_written_past_the_operations(self):
        draft, line = self.draft, self.draft.line_ids
        forged = (
            (draft, {'state': 'sent'}),
            (draft, {'sent_count': 3}),
            (draft, {'reply_number': '1/QĐ'}),
            (draft, {'package_sha256': 'x'}),
            (draft, {'company_id': self.env.company.id}),
            (line, {'state': 'awarded'}),
            (line, {'is_live': False}),
            (line, {'candidate_id': False}),
            (line, {'reason': 'x'}),
            (line, {'nominee_kind': 'collective'}),
            (line, {'nomination_id': self.nominations[0].id}),
            (line, {'submission_id': self.submission.id}),
        )
        for record, vals in forged:
            with self.subTest(model=record._name, vals=vals), self.assertRaises(UserError):
                record.write(vals)
            with self.subTest(create=vals), self.assertRaises(UserError):
                record.with_context(tracking_disable=True).create(
                    {**self._identity(record), **vals, 'award_kind': 'merit'}
                    if record == draft
                    else {**self._identity(record), **vals, 'state': 'proposed'}
                )

    def _identity(self, record):
        if record == self.draft:
            return {'campaign_id': self.campaign.id, 'authority_id': self.superior.id}
        return {'submission_id': self.draft.id, 'nomination_id': self.nominations[0].id}

    def test_forged_defaults_are_dropped(self):
        submissions = self.env['emulation.submission'].with_user(self.office)
        made = submissions.with_context(default_state='decided', default_sent_count=4).create(
            {
                'campaign_id': self.campaign.id,
                'authority_id': self.superior.id,
                'award_kind': 'merit',
            }
        )
        self.assertRecordValues(made, [{'state': 'draft', 'sent_count': 0}])

    def test_a_line_is_not_smuggled_into_what_was_sent(self):
        lines = self.env['emulation.submission.line'].with_user(self.office)
        self.draft.line_ids.unlink()
        with self.assertRaises(UserError):
            lines.create(
                {'submission_id': self.submission.id, 'nomination_id': self.nominations[2].id}
            )

    def test_a_copy_takes_no_nominations_and_no_number(self):
        copied = self.submission.copy({'award_kind': 'merit'})
        self.assertRecordValues(
            copied, [{'state': 'draft', 'number': False, 'sent_count': 0, 'line_ids': []}]
        )

    def test_submissions_of_another_company_are_hidden(self):
        other = self.env['res.company'].create({'name': 'Other agency'})
        self.env.flush_all()
        # Past the ORM, which keeps a submission in the company of its campaign.
        self.env.cr.execute(
            'UPDATE emulation_submission SET company_id = %s WHERE id = %s',
            (other.id, self.submission.id),
        )
        self.env.invalidate_all()
        seen = self.env['emulation.submission'].with_user(self.office).search([])
        self.assertEqual(seen, self.draft)
        with self.assertRaises(AccessError):
            self.submission.with_user(self.office).read(['number'])

    def test_one_registry_entry_per_line_and_nomination(self):
        line = self.submission.line_ids[0]
        entered = self.submission._reply(self._decision(), {line: ('awarded', '')})
        registry = self.env['emulation.commendation']
        base = {'employee_id': line.nomination_id.employee_id.id, 'award_name': 'Bằng khen'}
        for twice in (
            {'submission_line_id': line.id},
            {'nomination_id': line.nomination_id.id},
        ):
            with (
                self.subTest(twice),
                mute_logger('odoo.sql_db'),
                self.assertRaises(UniqueViolation),
            ):
                registry._enter([{**base, 'company_id': self.company.id, **twice}])
        self.assertEqual(len(entered), 1)

    def test_wizards_of_others_are_out_of_reach(self):
        wizard = (
            self.env['emulation.submission.reply']
            .with_user(self.office)
            .with_context(active_id=self.submission.id)
            .create(self._decision())
        )
        with self.assertRaises(AccessError):
            wizard.with_user(self.manager).action_confirm()


@tagged('post_install', '-at_install', 'perf')
class TestSubmissionQueries(SubmissionCommon):
    APPROVED = 40

    def queries(self, count, number):
        submission = self._drafted(
            self.nominations[number : number + count], number=f'{number}/TTr-TEST'
        )
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        submission.action_send()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_sending_three_or_thirty_costs_the_same(self):
        self.queries(1, 0)  # warms what is cached for good
        few, many = self.queries(3, 1), self.queries(30, 4)
        self.assertLessEqual(many, few + 4)
