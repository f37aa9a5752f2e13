from datetime import datetime, time, timedelta

from psycopg2.errors import UniqueViolation

from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .overview_common import ReminderCommon


@tagged('post_install', '-at_install')
class TestReminderCalendar(ReminderCommon):
    def test_exact_days(self):
        due = [offset for offset in range(-9, 6) if self._units(self._run(offset))]

        self.assertEqual(due, [-7, -3, -1, 1, 3])

    def test_wording_decides_the_last_day(self):
        self.phase_1.sudo().deadline_wording = 'no_later_than'  # one day more

        due = [offset for offset in range(-8, 6) if self._units(self._run(offset))]

        self.assertEqual(due, [-6, -2, 0, 2, 4])

    def test_the_day_is_that_of_the_agency(self):
        self.assertFalse(self._run(-2, time(0, 0)))
        self.assertFalse(self._run(-4, time(23, 59)))
        self.assertTrue(self._run(-3, time(23, 59)))

    def test_an_extension_moves_them(self):
        self._extend(10, self.participant_a)

        self.assertEqual(self._units(self._run(-3)), self.participant_b)
        self.assertEqual(self._units(self._run(7)), self.participant_a)

    def test_days_are_the_campaigns(self):
        self.campaign.sudo().write({'reminder_before': '2', 'reminder_after': ''})

        due = [offset for offset in range(-4, 4) if self._units(self._run(offset))]

        self.assertEqual(due, [-2])

    def test_unreadable_days_stop_nobody_else(self):
        self.env.cr.execute(
            "UPDATE emulation_campaign SET reminder_before = 'bảy' WHERE id = %s",
            (self.campaign.id,),
        )
        self.env.invalidate_all()

        with self.assertLogs('odoo.addons.emulation_award.models.emulation_reminder', 'WARNING'):
            self.assertFalse(self._run(-3))

    def test_not_once_the_campaign_is_closed(self):
        self.campaign.sudo().state = 'closed'

        self.assertFalse(self._run(-3))


@tagged('post_install', '-at_install')
class TestReminderWhom(ReminderCommon):
    def test_units_with_something_to_send(self):
        self._set_states('submitted', 'accepted')

        self.assertEqual(self._units(self._run(-3)), self.participant_b)

    def test_a_draft_or_a_returned_dossier_is_something_to_send(self):
        for offset, states in ((-3, ('submitted', 'draft')), (-1, ('returned', 'accepted'))):
            with self.subTest(states):
                self._set_states(*states)
                self.assertIn(self.participant_a, self._units(self._run(offset)))

    def test_leaders_are_written_to(self):
        self._run(-3)

        message = self._messages(self.leader_a)
        self.assertEqual(len(message), 1)
        self.assertEqual(message.res_id, self.participant_a.id)
        self.assertIn('3 day(s) left', message.subject)
        self.assertIn('2 in preparation', message.body)
        self.assertFalse(self._messages(self.staff))

    def test_the_deadline_is_told_in_the_time_of_the_agency(self):
        self._run(-3)

        body = self._messages(self.leader_a).body
        self.assertIn(self.last_day.strftime('%m/%d/%Y'), body)
        self.assertIn('Asia/Ho_Chi_Minh', body)

    def test_lateness_is_told(self):
        self._run(3)

        message = self._messages(self.leader_b)
        self.assertIn('3 day(s) late', message.subject)
        self.assertIn('Nothing has been sent yet', message.body)
        self.assertIn('extension', message.body)

    def test_each_leader_in_the_own_language(self):
        self.env['res.lang']._activate_lang('vi_VN')
        self.leader_a.sudo().lang = 'vi_VN'
        self.campaign.sudo().reminder_before = '3'

        self._run(-3)

        # The date format tells the language apart, whatever is translated.
        self.assertIn(self.last_day.strftime('%d/%m/%Y'), self._messages(self.leader_a).body)
        self.assertIn(self.last_day.strftime('%m/%d/%Y'), self._messages(self.leader_b).body)

    def test_leaders_get_one_activity_renewed(self):
        self._run(-7)
        first = self._activities(self.leader_a)
        self._run(1)

        again = self._activities(self.leader_a)
        self.assertEqual((len(first), again), (1, first))
        self.assertEqual(
            (again.res_model, again.res_id),
            (
                'emulation.campaign.unit',
                self.participant_a.id,
            ),
        )
        self.assertEqual(again.date_deadline, self.last_day + timedelta(days=1))

    def test_the_activity_goes_once_everything_is_sent(self):
        self._run(-7)
        self._set_states('submitted', 'accepted')
        self._run(-6)

        self.assertFalse(self._activities(self.leader_a))
        self.assertTrue(self._activities(self.leader_b))

    def test_the_office_gets_a_digest(self):
        self._set_states('submitted', 'accepted')
        reminders = self._run(1)

        digest = reminders.filtered(lambda reminder: reminder.kind == 'digest')
        self.assertEqual(digest.recipient_ids, self.office)
        message = self._messages(self.office)
        self.assertEqual((message.model, message.res_id), ('emulation.phase', self.phase_1.id))
        self.assertIn('1 unit(s) still to send, 1 of them late', message.subject)
        self.assertIn('Phòng Beta', message.body)
        self.assertNotIn('Phòng Alpha', message.body)

    def test_no_digest_when_nobody_is_reminded(self):
        self.assertFalse(self._run(-4))
        self.assertFalse(self._messages(self.office))

    def test_the_digest_names_leaders_without_login(self):
        self.people_b[2].name = 'Trần Không Tài Khoản'
        self.unit_b.leader_ids += self.people_b[2]

        reminders = self._run(-3)

        mine = reminders.filtered(lambda one: one.campaign_unit_id == self.participant_b)
        self.assertEqual(mine.unreached, self.people_b[2].name)
        self.assertEqual(mine.recipient_ids, self.leader_b)
        self.assertIn(self.people_b[2].name, self._messages(self.office).body)

    def test_the_digest_names_leaders_without_address(self):
        self.leader_b.sudo().write({'notification_type': 'email', 'email': False})

        mine = self._run(-3).filtered(lambda one: one.campaign_unit_id == self.participant_b)

        self.assertEqual(mine.unreached, self.people_b[0].name)
        self.assertFalse(mine.recipient_ids)

    def test_the_digest_names_units_without_leader(self):
        self.unit_b.leader_ids = False

        self._run(-3)

        self.assertIn('has no leader', self._messages(self.office).body)


@tagged('post_install', '-at_install')
class TestReminderOnce(ReminderCommon):
    def test_a_second_run_sends_nothing(self):
        # One day of the agency, two of the server's clock.
        self._run(-3, time(1))

        with self.assertNoLogs('odoo.sql_db', 'ERROR'):
            self.assertFalse(self._run(-3, time(11)))
        self.assertEqual(len(self._messages(self.leader_a)), 1)
        self.assertEqual(len(self._messages(self.office)), 1)

    def test_two_runs_at_once_send_once(self):
        with freeze_time(datetime.combine(self.last_day - timedelta(days=3), time(5))):
            self.env.invalidate_all()
            reminder = self.env['emulation.reminder']
            mine = reminder._due().filtered(lambda line: line.campaign_id == self.campaign)
            # The other run looked before this one had sent anything.
            taken = reminder._remind(mine[0], 'automatic')
            with mute_logger('odoo.sql_db'):
                sent = reminder._remind(mine, 'automatic')

        self.assertEqual((len(mine), len(taken)), (2, 1))
        self.assertEqual(sent.campaign_unit_id, mine[1].campaign_unit_id)
        for leader in self.leader_a + self.leader_b:
            self.assertEqual(len(self._messages(leader)), 1)

    def test_the_database_keeps_it_unique(self):
        reminder = self._run(-3).filtered('campaign_unit_id')[0]

        with self.assertRaises(UniqueViolation), mute_logger('odoo.sql_db'):
            reminder.sudo().copy({'kind': 'automatic'})

    def test_the_office_may_remind_as_often_as_needed(self):
        line = self._line()

        line.action_remind()
        line.action_remind()

        self.assertEqual(len(self._messages(self.leader_a)), 2)
