from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..domain.vietnamese import deadline_text, official_date, short_date
from .overview_common import OverviewCommon


@tagged('post_install', '-at_install')
class TestReminderLetter(OverviewCommon):
    """The Office's letter says what the overview counts, and nobody else gets it."""

    def _letter(self, phase=None, user=None):
        self.env.flush_all()
        phase = (phase or self.phase_1).with_user(user or self.office)
        return phase._reminder_letter()[phase.id]

    def _rows(self, letter=None):
        rows = (letter or self._letter()).rows
        return {row.unit: (row.sent, row.preparing, row.returned) for row in rows}

    def test_rows_are_those_of_the_overview(self):
        self._set_states('submitted', 'draft', 'returned', 'accepted')
        self.assertEqual(
            self._rows(), {'Phòng Alpha': ('02', '01', '01'), 'Phòng Beta': ('0', '0', '0')}
        )

    def test_who_has_sent_everything_is_left_alone(self):
        self._set_states('submitted', 'accepted')
        letter = self._letter()
        self.assertEqual(letter.addressees, ('Kính gửi: Phòng Beta',))
        self.assertEqual(list(self._rows(letter)), ['Phòng Beta'])

    def test_deadline_in_its_wording_and_the_days_left(self):
        deadline = self.phase_1.date_deadline
        with freeze_time(self.phase_1.deadline_at - timedelta(days=3)):
            letter = self._letter()
        said = deadline_text(deadline, 'before')
        self.assertEqual({row.deadline for row in letter.rows}, {f'{said} (còn 02 ngày)'})
        self.assertIn(said, letter.body[0].line)

    def test_the_late_are_told_how_late(self):
        with freeze_time(self.phase_1.deadline_at + timedelta(days=1, hours=1)):
            letter = self._letter()
        self.assertTrue(all('(quá hạn 02 ngày)' in row.deadline for row in letter.rows))
        self.assertIn('02 đơn vị đã quá hạn', letter.body[1].line)

    def test_an_extension_of_one_unit_is_its_own(self):
        self._extend(5, self.participant_b)
        letter = self._letter()
        extended = deadline_text(self.phase_1.date_deadline + timedelta(days=5), 'before')
        own = {row.unit: row.deadline for row in letter.rows}
        self.assertTrue(own['Phòng Beta'].startswith(f'gia hạn: {extended} ('))
        self.assertNotIn('gia hạn', own['Phòng Alpha'])
        self.assertNotIn('gia hạn', letter.body[0].line)

    def test_an_extension_for_all_is_said_to_all(self):
        self._extend(5)
        extended = deadline_text(self.phase_1.date_deadline + timedelta(days=5), 'before')
        self.assertIn(f'đã được gia hạn: {extended}', self._letter().body[0].line)

    def test_an_extension_whose_moment_was_not_kept(self):
        self._extend(5, self.participant_b)
        self.phase_1.sudo().extension_ids.copy({'deadline_at': False})
        extended = deadline_text(self.phase_1.date_deadline + timedelta(days=5), 'before')
        own = {row.unit: row.deadline for row in self._letter().rows}
        self.assertTrue(own['Phòng Beta'].startswith(f'gia hạn: {extended} ('))

    def test_it_is_dated_today_where_the_campaign_is_held(self):
        # Five in the afternoon of the day before in UTC is midnight in Hanoi.
        with freeze_time(self.phase_1.deadline_at - timedelta(days=3)):
            letter = self._letter()
        day = self.phase_1.date_deadline - timedelta(days=3)
        self.assertTrue(letter.heading.place_date.endswith(official_date(day)))
        self.assertIn(short_date(day), letter.body[1].line)

    def test_only_the_office_writes(self):
        for user in (self.leader_a, self.auditor, self.member, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._letter(user=user)

    def test_nobody_to_remind(self):
        self.campaign.sudo().state = 'closed'
        with self.assertRaises(UserError) as caught:
            self._letter()
        self.assertIn('Đợt 1', str(caught.exception))

    def test_each_phase_has_its_letter(self):
        phases = (self.phase_2 + self.phase_1).with_user(self.office)
        letters = phases._reminder_letter()
        self.assertEqual(list(letters), phases.ids)
        self.assertIn('Đợt 2', letters[self.phase_2.id].about[0])
