from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .access_common import PDF, AccessCommon


@tagged('post_install', '-at_install', 'security')
class TestRpcAttacks(AccessCommon):
    """Ways round the rules that no form offers and a remote call does."""

    def _env(self, user):
        return self.env(user=user, context={'allowed_company_ids': user.company_ids.ids})

    # Learning names through a record of one's own that points at somebody else's

    def test_minutes_name_no_nominee_of_another_unit(self):
        env = self._env(self.leader_a)
        mine, theirs = self.own.emulation_unit_review, self.other.emulation_nomination
        with self.assertRaises(UserError):
            env['emulation.unit.review.line'].create(
                {'review_id': mine.id, 'nomination_id': theirs.id}
            )

    def test_minutes_line_is_not_pointed_at_another_unit(self):
        mine = self.own.emulation_unit_review_line.with_env(self._env(self.leader_a))
        with self.assertRaises(UserError):
            mine.nomination_id = self.other.emulation_nomination.id

    # Moving one's own record to where one has no say

    def test_a_meeting_is_not_planted_in_another_unit(self):
        self.other.emulation_unit_review_line.unlink()
        self.other.emulation_unit_review.unlink()
        mine = self.own.emulation_unit_review.with_env(self._env(self.leader_a))
        with self.assertRaises(UserError):
            mine.campaign_unit_id = self.participant_b.id

    def test_parts_of_a_meeting_are_not_planted_in_another_units(self):
        env = self._env(self.leader_a)
        theirs = self.other.emulation_unit_review
        for part in (
            self.own.emulation_unit_review_line,
            self.own.emulation_unit_review_attendance,
        ):
            with self.subTest(part._name), self.assertRaises(UserError):
                part.with_env(env).review_id = theirs.id

    # Writing what follows from something else

    def test_a_file_is_hidden_from_nobody_by_its_company(self):
        env = self._env(self.leader_a)
        self.own.emulation_return_item.unlink()
        upload = self.own.emulation_dossier_line
        file = env['emulation.evidence'].create(
            {
                'dossier_line_id': upload.id,
                'name': 'a.pdf',
                'file': PDF,
                'company_id': self.foreign.emulation_nomination.company_id.id,
            }
        )
        self.assertEqual(file.sudo().company_id, self.company)

    def test_a_meeting_keeps_its_company_and_campaign(self):
        env = self._env(self.leader_a)
        abroad = self.foreign.emulation_nomination
        mine = self.own.emulation_unit_review.with_env(env)
        parts = (
            mine,
            self.own.emulation_unit_review_line.with_env(env),
            self.own.emulation_unit_review_attendance.with_env(env),
        )
        for record in parts:
            with self.subTest(record._name), self.assertRaises(UserError):
                record.write({'company_id': abroad.company_id.id})
        with self.assertRaises(UserError):
            mine.write({'campaign_id': abroad.campaign_id.id})
        with self.assertRaises(UserError):
            self.own.emulation_unit_review_line.unlink()
            mine.unlink()
            env['emulation.unit.review'].create(
                {
                    'phase_id': self.phase_2.id,
                    'campaign_unit_id': self.participant_a.id,
                    'company_id': abroad.company_id.id,
                }
            )

    def test_a_deadline_moves_with_its_date_only(self):
        campaign = self.campaign.with_env(self._env(self.office))
        campaign._start_amendment('Đổi mốc')
        later = fields.Datetime.now() + timedelta(days=400)
        phase = campaign.phase_ids[0]
        before = phase.deadline_at
        with self.assertRaises(UserError):
            phase.write({'deadline_at': later})
        with self.assertRaises(UserError):
            campaign.write({'phase_ids': [(1, phase.id, {'deadline_at': later})]})
        with self.assertRaises(UserError):
            campaign.write({'tz': 'Pacific/Honolulu'})
        phase.invalidate_recordset()
        self.assertEqual(phase.deadline_at, before)

    def test_a_deadline_of_a_draft_follows_from_its_date(self):
        campaign = self.draft_campaign.with_env(self._env(self.office))
        with self.assertRaises(UserError):
            campaign.phase_ids[0].write({'deadline_at': fields.Datetime.now()})
        with self.assertRaises(UserError):
            campaign.env['emulation.phase'].create(
                {
                    'campaign_id': campaign.id,
                    'name': 'Đợt 3',
                    'date_start': self.today,
                    'date_deadline': self.today,
                    'deadline_at': fields.Datetime.now() + timedelta(days=400),
                }
            )
        phase = (
            campaign.env['emulation.phase']
            .with_context(default_deadline_at='2099-01-01 00:00:00')
            .create(
                {
                    'campaign_id': campaign.id,
                    'name': 'Đợt 3',
                    'date_start': self.today,
                    'date_deadline': self.today,
                }
            )
        )
        self.assertNotEqual(phase.deadline_at.year, 2099)

    # Reading what is about others

    def test_a_digest_on_the_campaign_is_read_by_its_recipients_only(self):
        both = self.own.emulation_nomination + self.other.emulation_nomination
        both.with_env(self._env(self.office))._tell(
            lambda _one: self.leader_b, 'Digest', lambda _one: 'kín'
        )
        self.env.flush_all()
        message = self.env['mail.message'].search(
            [('model', '=', 'emulation.campaign'), ('subject', '=', 'Digest')]
        )
        self.assertTrue(message)
        for user in (self.staff, self.leader_a, self.member):
            env = self._env(user)
            with self.subTest(user.login):
                self.assertFalse(env['mail.message'].search([('id', 'in', message.ids)]))
                with self.assertRaises(AccessError):
                    message.with_env(env).read(['body'])

    def test_case_fields_are_in_no_search_group_or_export_of_a_nominee(self):
        env = self._env(self.staff)
        model = env['emulation.nomination']
        mine = self.own.emulation_nomination.with_env(env)
        for attempt in (
            lambda: model.search([('hold_reason', '!=', False)]),
            lambda: model.search([], order='hold_reason'),
            lambda: model.formatted_read_group([], ['hold_kind'], ['__count']),
            lambda: mine.export_data(['hold_reason']),
            lambda: mine.read(['hold_kind']),
            lambda: mine.web_read({'hold_reason': {}}),
            lambda: model.search([('review_line_id.note', '!=', False)]),
            lambda: model.search([('campaign_unit_id.nomination_ids.hold_kind', '!=', False)]),
        ):
            with self.assertRaises(UserError):
                attempt()

    def test_searching_through_relations_tells_nothing_of_others(self):
        theirs = self.env['emulation.nomination'].create(
            {
                **self.own.emulation_nomination.copy_data()[0],
                'employee_id': self.people_a[2].id,
            }
        )
        self.env.flush_all()
        model = self._env(self.staff)['emulation.nomination']
        for path in (
            'campaign_unit_id.nomination_ids',
            'phase_id.nomination_ids',
            'campaign_id.nomination_ids',
            'campaign_id.unit_ids.nomination_ids',
        ):
            with self.subTest(path):
                self.assertFalse(model.search([(f'{path}.nominee_name', '=', theirs.nominee_name)]))

    def test_messages_and_activities_of_another_unit(self):
        theirs = self.other.emulation_nomination
        theirs.message_post(body='Kín')
        theirs.activity_schedule('mail.mail_activity_data_todo', note='Kín', user_id=self.office.id)
        self.env.flush_all()
        for user in (
            self.staff,
            self.leader_a,
            self.member,
            self.env['res.users'].search([('login', '=', 'office_foreign')]),
        ):
            env = self._env(user)
            with self.subTest(user.login):
                self.assertFalse(
                    env['mail.message'].search(
                        [('model', '=', theirs._name), ('res_id', '=', theirs.id)]
                    )
                )
                self.assertFalse(
                    env['mail.activity'].search(
                        [('res_model', '=', theirs._name), ('res_id', '=', theirs.id)]
                    )
                )
                with self.assertRaises(AccessError):
                    theirs.with_env(env).message_post(body='Chen vào')
                with self.assertRaises(AccessError):
                    env['ir.attachment'].create(
                        {'name': 'x', 'raw': b'x', 'res_model': theirs._name, 'res_id': theirs.id}
                    )

    def test_bulk_preview_names_no_nominee_of_another_unit(self):
        theirs = self.other.emulation_nomination
        with self.assertRaises(UserError):
            self._env(self.leader_a)['emulation.nomination.bulk'].create(
                {
                    'operation': 'submit',
                    'line_ids': [(0, 0, {'nomination_id': theirs.id})],
                }
            )

    def test_wizards_name_nobody_of_another_company(self):
        theirs = self.foreign.emulation_nomination
        env = self._env(self.office)
        with self.assertRaises(UserError):
            env['emulation.nomination.return'].create({'nomination_id': theirs.id})
        with self.assertRaises(UserError):
            env['emulation.nomination.bulk'].create(
                {'operation': 'accept', 'line_ids': [(0, 0, {'nomination_id': theirs.id})]}
            )

    def test_onchange_names_nobody_of_another_company(self):
        theirs = self.foreign.emulation_nomination.employee_id
        env = self._env(self.leader_a)
        try:
            result = env['emulation.nomination'].onchange(
                {'employee_id': theirs.id}, ['employee_id'], {'employee_id': {}, 'nominee_name': {}}
            )
        except UserError:
            return
        self.assertNotIn(theirs.name, str(result))

    def test_an_employee_is_not_nominated_as_an_outsider(self):
        self.award_individual.sudo().outsiders_allowed = True
        employee = self.people_b[2].sudo()
        employee.work_contact_id = self.env['res.partner'].create({'name': employee.name})
        draft = self.own.emulation_nomination
        with self.assertRaisesRegex(UserError, 'on the staff'):
            draft.with_user(self.leader_a).write(
                {'employee_id': False, 'partner_id': employee.work_contact_id.id}
            )
