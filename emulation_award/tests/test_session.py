from datetime import timedelta

from psycopg2.errors import CheckViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .round_common import RoundCommon


class SessionCommon(RoundCommon):
    """A session in draft beside the open one, with two accepted nominations to take up."""

    CANDIDATES = 1

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.accepted = cls._draft(*cls.people_a[4:6], user=cls.env.user)
        cls.accepted.sudo().state = 'accepted'
        cls.plan = cls.env['emulation.session'].create(
            {
                'name': 'Phiên họp đợt 2',
                'council_id': cls.council.id,
                'campaign_id': cls.campaign.id,
                'phase_id': cls.phase_1.id,
                'date_planned': fields.Datetime.now() + timedelta(days=3),
                'place': 'Phòng họp tầng 2',
                'chair_id': cls.members[0].id,
                'secretary_id': cls.members[1].id,
            }
        )
        cls.plan_office = cls.plan.with_user(cls.office)

    def _convened(self):
        self.plan_office.action_prepare()
        self.plan_office.action_convene()
        return self.plan

    def _attend(self, presence='present', members=None, **vals):
        lines = self.plan.attendance_ids
        if members is not None:
            lines = lines.filtered(lambda line: line.member_id in members)
        lines.with_user(self.secretary).write({'presence': presence, **vals})


@tagged('post_install', '-at_install')
class TestSessionPreparation(SessionCommon):
    def test_preparing_calls_the_members_of_the_day_and_takes_accepted_nominations(self):
        self.members[8].date_to = fields.Date.today() - timedelta(days=1)
        self.plan_office.action_prepare()
        self.assertEqual(self.plan.attendance_ids.member_id, self.members[:8])
        self.assertEqual(self.plan.item_ids.nomination_id, self.accepted)

    def test_convening_puts_the_nominations_on_the_agenda(self):
        self._convened()
        self.assertEqual(self.plan.state, 'convened')
        self.assertEqual(self.accepted.mapped('state'), ['on_agenda', 'on_agenda'])

    def test_convening_enters_the_calendar_of_the_members(self):
        self._convened()
        event = self.plan.calendar_event_id
        self.assertEqual(event.start, self.plan.date_planned)
        self.assertEqual(event.partner_ids, self.members.user_id.partner_id)

    def test_convening_tells_the_members(self):
        self._convened()
        notice = self.env['mail.message'].search(
            [('model', '=', 'emulation.session'), ('res_id', '=', self.plan.id)], limit=1
        )
        self.assertEqual(notice.notified_partner_ids, self.members.user_id.partner_id)

    def test_convening_copies_the_rules_of_the_council(self):
        self._convened()
        self.council.quorum_numerator = 1
        self.assertEqual(self.plan.quorum_numerator, 2)

    def test_convening_needs_an_agenda(self):
        with self.assertRaisesRegex(UserError, 'something on the agenda'):
            self.plan_office.action_convene()

    def test_a_plain_member_prepares_nothing(self):
        with self.assertRaises(AccessError):
            self.plan.with_user(self.users[4]).action_prepare()

    def test_taking_the_notice_back_frees_the_nominations(self):
        self._convened()
        self.plan_office.action_revoke_notice()
        self.assertEqual(self.plan.state, 'draft')
        self.assertEqual(self.accepted.mapped('state'), ['accepted', 'accepted'])

    def test_a_convened_session_is_not_deleted(self):
        self._convened()
        with self.assertRaises(UserError):
            self.plan_office.unlink()

    def test_state_is_written_by_no_form(self):
        with self.assertRaises(UserError):
            self.plan_office.write({'state': 'open'})


@tagged('post_install', '-at_install')
class TestSessionQuorum(SessionCommon):
    def test_opening_asks_for_everybodys_attendance(self):
        self._convened()
        self._attend(members=self.members[:8])
        with self.assertRaisesRegex(UserError, 'Ủy viên 08'):
            self.plan.with_user(self.chair).action_open()

    def test_six_of_nine_open_a_session(self):
        self._convened()
        self._attend(members=self.members[:6])
        self._attend('absent', self.members[6:], absence_reason='Đi công tác')
        self.plan.with_user(self.chair).action_open()
        self.assertEqual(self.plan.state, 'open')

    def test_five_of_nine_do_not_and_are_told_by_how_many(self):
        self._convened()
        self._attend(members=self.members[:5])
        self._attend('absent', self.members[5:], absence_reason='Đi công tác')
        with self.assertRaisesRegex(UserError, '1'):
            self.plan.with_user(self.chair).action_open()
        self.assertEqual(self.plan.state, 'convened')

    def test_a_written_opinion_counts_where_the_council_says_so(self):
        self._convened()
        self._attend(members=self.members[:5])
        self._attend('written', self.members[5:6])
        self._attend('absent', self.members[6:], absence_reason='Đi công tác')
        self.plan.with_user(self.chair).action_open()
        self.assertEqual(self.plan.state, 'open')

    def test_a_written_opinion_counts_for_nothing_otherwise(self):
        self.council.written_opinions_count = False
        self._convened()
        self._attend(members=self.members[:5])
        self._attend('written', self.members[5:6])
        self._attend('absent', self.members[6:], absence_reason='Đi công tác')
        with self.assertRaises(UserError):
            self.plan.with_user(self.chair).action_open()

    def test_without_the_chair_there_is_no_session(self):
        self._convened()
        self._attend(members=self.members[1:])
        self._attend('absent', self.members[:1], absence_reason='Ốm')
        with self.assertRaises(UserError):
            self.plan.with_user(self.secretary).action_open()

    def test_an_absence_has_its_reason(self):
        self._convened()
        with self.assertRaises(ValidationError):
            self._attend('absent', self.members[3])

    def test_a_substitute_is_named_in_writing(self):
        self._convened()
        with self.assertRaises(ValidationError):
            self._attend('substitute', self.members[3], substitute_id=self.people_b[2].id)

    def test_a_member_stands_in_for_nobody(self):
        self._convened()
        with self.assertRaises(ValidationError):
            self._attend(
                'substitute',
                self.members[3],
                substitute_id=self.members[4].employee_id.id,
                substitute_document='Giấy ủy quyền 12',
            )

    def test_only_chair_and_secretary_open(self):
        self._convened()
        self._attend()
        for user in (self.office, self.manager):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.plan.with_user(user).action_open()


@tagged('post_install', '-at_install')
class TestSessionClosing(SessionCommon):
    def test_items_not_voted_on_go_back_to_the_accepted(self):
        self._convened()
        self._attend()
        self.plan.with_user(self.chair).action_open()
        self.plan.with_user(self.chair).action_close()
        self.assertEqual(self.accepted.mapped('state'), ['accepted', 'accepted'])

    def test_minutes_need_a_conclusion(self):
        self._convened()
        self._attend()
        plan = self.plan.with_user(self.chair)
        plan.action_open()
        plan.action_close()
        with self.assertRaisesRegex(UserError, 'conclusion'):
            plan.action_minute()
        plan.conclusion = 'Nhất trí.'
        plan.action_minute()
        self.assertEqual(self.plan.state, 'minuted')

    def test_minuted_stays_as_it_is(self):
        self._convened()
        self._attend()
        plan = self.plan.with_user(self.chair)
        plan.action_open()
        plan.action_close()
        plan.conclusion = 'Nhất trí.'
        plan.action_minute()
        with self.assertRaises(UserError):
            plan.conclusion = 'Khác.'
        with self.assertRaises(UserError):
            self.plan.attendance_ids[0].with_user(self.office).presence = 'absent'
        with self.assertRaises(UserError):
            self.plan_office.item_ids.unlink()

    def test_attendance_is_kept_by_who_conducts(self):
        self._convened()
        with self.assertRaises(AccessError):
            self.plan.attendance_ids[4].with_user(self.users[4]).presence = 'present'


@tagged('post_install', '-at_install')
class TestCouncilTerms(SessionCommon):
    def test_terms_of_one_person_do_not_overlap(self):
        with self.assertRaises(ValidationError):
            self.members[0].copy({'date_from': '2021-01-01'})

    def test_a_successor_is_a_new_term(self):
        old = self.members[2]
        old.date_to = fields.Date.today() - timedelta(days=1)
        new = self.env['emulation.council.member'].create(
            {
                'council_id': self.council.id,
                'employee_id': self.people_b[3].id,
                'role': 'member',
                'date_from': fields.Date.today(),
            }
        )
        self.assertEqual(self.session.attendance_ids.member_id, self.members)
        self.assertEqual(self.council._members_on(fields.Date.today()), self.members - old + new)

    def test_a_term_that_sat_keeps_whose_it_was(self):
        with self.assertRaises(ValidationError):
            self.members[3].employee_id = self.people_b[3]

    def test_a_guest_has_no_vote(self):
        with mute_logger('odoo.sql_db'), self.assertRaises(CheckViolation):
            self.env['emulation.council.member'].create(
                {
                    'council_id': self.council.id,
                    'employee_id': self.people_b[3].id,
                    'role': 'guest',
                    'is_voting': True,
                }
            )

    def test_a_quorum_is_a_share(self):
        with self.assertRaises(ValidationError):
            self.council.quorum_denominator = 0
