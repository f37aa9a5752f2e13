from datetime import date, datetime, timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import EmulationCommon

SECOND = timedelta(seconds=1)


class PhaseCommon(EmulationCommon):
    """The phases of the seed's plan: two that touch, deadlines "before" the 30th."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign(launch=False, plan_date=date(2025, 6, 10))
        cls.phase_1.write(
            {
                'date_start': '2025-05-20',
                'start_precision': 'month',
                'date_end': '2025-08-15',
                'date_deadline': '2025-08-30',
                'deadline_wording': 'before',
            }
        )
        cls.phase_2.write(
            {
                'date_start': '2025-08-15',
                'date_end': '2025-10-05',
                'end_precision': 'month',
                'date_deadline': '2025-10-30',
                'deadline_wording': 'before',
            }
        )

    def _launch(self):
        self.campaign.with_user(self.office).action_launch()

    def _code(self, phase, participant, moment, user=None):
        """Code of what keeps a unit from sending a dossier at a moment (UTC), or None."""
        phase = phase.with_user(user) if user else phase
        finding = phase._window_findings(participant, moment)
        return finding[participant].code if finding[participant] else None


@tagged('post_install', '-at_install')
class TestPhaseWindow(PhaseCommon):
    """When dossiers may be sent: to the second, in the time zone of the agency."""

    def test_before_the_30th_ends_with_the_29th(self):
        too_late = datetime(2025, 8, 29, 17)  # midnight in Hanoi
        self.assertEqual(self.phase_1.deadline_at, too_late)
        self.assertEqual(self.phase_1.date_last, date(2025, 8, 29))
        self.assertIsNone(self._code(self.phase_1, self.participant_a, too_late - SECOND))
        self.assertEqual(self._code(self.phase_1, self.participant_a, too_late), 'window_closed')

    def test_no_later_than_the_30th_ends_with_the_30th(self):
        self.phase_1.deadline_wording = 'no_later_than'
        too_late = datetime(2025, 8, 30, 17)
        self.assertIsNone(self._code(self.phase_1, self.participant_a, too_late - SECOND))
        self.assertEqual(self._code(self.phase_1, self.participant_a, too_late), 'window_closed')
        self.assertEqual(self.phase_1.date_last, date(2025, 8, 30))

    def test_it_opens_with_the_first_month_of_the_phase(self):
        opens = datetime(2025, 4, 30, 17)
        self.assertEqual(self.phase_1.open_at, opens)
        self.assertEqual(
            self._code(self.phase_1, self.participant_a, opens - SECOND), 'window_not_open'
        )
        self.assertIsNone(self._code(self.phase_1, self.participant_a, opens))

    def test_it_opens_on_its_own_day_where_the_plan_gives_one(self):
        self.phase_1.date_open = '2025-07-01'
        self.assertEqual(self.phase_1.open_at, datetime(2025, 6, 30, 17))

    def test_the_readers_time_zone_does_not_matter(self):
        self._launch()
        self.leader_a.tz = 'America/Los_Angeles'
        leader = self.leader_a
        too_late = datetime(2025, 8, 29, 17)
        self.assertIsNone(self._code(self.phase_1, self.participant_a, too_late - SECOND, leader))
        self.assertEqual(
            self._code(self.phase_1, self.participant_a, too_late, leader), 'window_closed'
        )

    def test_the_agencys_time_zone_does(self):
        self.company.emulation_tz = 'Europe/Paris'
        self.assertEqual(self.phase_1.deadline_at, datetime(2025, 8, 29, 22))

    def test_a_deadline_may_precede_the_end_of_the_phase(self):
        self._launch()
        self.assertEqual(self.phase_2._period(), (date(2025, 8, 15), date(2025, 10, 31)))
        self.assertEqual(self.phase_2.date_last, date(2025, 10, 29))

    def test_a_phase_may_have_no_end_yet(self):
        self.phase_2.date_end = False
        self._launch()
        self.assertEqual(self.phase_2.period_text, 'từ ngày 15/8/2025')

    def test_phases_that_share_a_day_are_fine_and_one_more_day_is_not(self):
        self.assertEqual(self.campaign._blockers(), [])
        self.phase_2.date_start = '2025-08-14'
        self.assertEqual(len(self.campaign._blockers()), 1)

    def test_it_reads_as_in_the_plan(self):
        self.assertEqual(
            self.campaign.phase_ids.mapped('period_text'),
            [
                'từ tháng 5/2025 đến hết ngày 15/8/2025',
                'từ ngày 15/8/2025 đến hết tháng 10/2025',
            ],
        )
        self.assertEqual(self.phase_2.deadline_text, 'trước ngày 30/10/2025')

    def test_the_status_follows_the_clock(self):
        for moment, state in (
            ('2025-04-30 16:59:59', 'upcoming'),
            ('2025-04-30 17:00:00', 'open'),
            ('2025-08-29 16:59:59', 'open'),
            ('2025-08-29 17:00:00', 'closed'),
        ):
            with self.subTest(moment), freeze_time(moment):
                self.phase_1.invalidate_recordset(['window_state'])
                self.assertEqual(self.phase_1.window_state, state)


@tagged('post_install', '-at_install')
class TestPhaseExtension(PhaseCommon):
    """A later deadline, for one unit or for all: who, why, and the old date still there."""

    def setUp(self):
        super().setUp()
        self._launch()
        self.old = datetime(2025, 8, 29, 17)

    def _extend(self, day, unit=None, user=None, wording='no_later_than', phase=None):
        phase = (phase or self.phase_1).with_user(user or self.office)
        return phase._grant_extension(fields.Date.to_date(day), wording, 'Mưa bão', unit)

    def test_an_extension_for_one_unit_is_for_that_unit(self):
        self._extend('2025-09-05', self.participant_a)
        self.assertIsNone(self._code(self.phase_1, self.participant_a, self.old))
        self.assertEqual(self._code(self.phase_1, self.participant_b, self.old), 'window_closed')
        self.assertEqual(
            self._code(self.phase_1, self.participant_a, datetime(2025, 9, 5, 17)),
            'window_closed',
        )

    def test_an_extension_of_a_phase_is_for_every_unit(self):
        self._extend('2025-09-05', wording='before')
        for participant in (self.participant_a, self.participant_b):
            last = datetime(2025, 9, 4, 17)
            self.assertIsNone(self._code(self.phase_1, participant, last - SECOND))
            self.assertEqual(self._code(self.phase_1, participant, last), 'window_closed')

    def test_the_later_of_two_counts(self):
        self._extend('2025-09-20', self.participant_a)
        self._extend('2025-09-10')
        window = self.phase_1._window(self.participant_a + self.participant_b)
        self.assertEqual(window[self.participant_a][1], datetime(2025, 9, 20, 17))
        self.assertEqual(window[self.participant_b][1], datetime(2025, 9, 10, 17))

    def test_other_phases_stay(self):
        self._extend('2025-12-05')
        self.assertEqual(
            self.phase_2._window(self.participant_a)[self.participant_a][1],
            datetime(2025, 10, 29, 17),
        )

    def test_the_old_date_stays_visible(self):
        extension = self._extend('2025-09-05')
        self.assertEqual(self.phase_1.deadline_text, 'trước ngày 30/8/2025')
        self.assertEqual(self.phase_1.deadline_at, self.old)
        self.assertEqual(self.phase_1.date_last, date(2025, 9, 5))
        self.assertIn('chậm nhất ngày 05/9/2025', self.phase_1.extension_text)
        self.assertRecordValues(
            extension,
            [
                {
                    'old_deadline_at': self.old,
                    'deadline_at': datetime(2025, 9, 5, 17),
                    'reason': 'Mưa bão',
                    'granted_by_id': self.office.id,
                }
            ],
        )

    def test_it_must_be_later_than_what_counts_now(self):
        for unit, day in ((None, '2025-08-29'), (self.participant_a, '2025-08-28')):
            with self.subTest(day), self.assertRaises(UserError) as caught:
                self._extend(day, unit)
            self.assertIn('29', caught.exception.args[0])
        self._extend('2025-09-05', self.participant_a)
        with self.assertRaises(UserError):
            self._extend('2025-09-05', self.participant_a)

    def test_a_unit_of_another_campaign_is_refused(self):
        other = self.campaign.with_user(self.office)._clone(0)
        with self.assertRaises(UserError):
            self._extend('2025-09-05', other.unit_ids[0])

    def test_only_in_a_running_campaign(self):
        self.campaign.with_user(self.office).action_close()
        with self.assertRaises(UserError):
            self._extend('2025-09-05')

    def test_only_by_the_office(self):
        for user in (self.leader_a, self.auditor, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._extend('2025-09-05', user=user)

    def test_nobody_writes_or_deletes_one(self):
        extension = self._extend('2025-09-05')
        for user in (self.office, self.manager):
            with self.subTest(user.login), self.assertRaises(UserError):
                extension.with_user(user).reason = 'Khác'
            with self.subTest(user.login), self.assertRaises(UserError):
                self.env['emulation.extension'].with_user(user).create(
                    {
                        'phase_id': self.phase_1.id,
                        'date_deadline': '2030-01-01',
                        'reason': 'Tự cấp',
                    }
                )
        with self.assertRaises(UserError):
            extension.unlink()

    def test_it_is_journaled(self):
        self._extend('2025-09-05', self.participant_a)
        entry = self.campaign.journal_ids[0]
        self.assertEqual((entry.event, entry.user_id), ('phase.extended', self.office))
        for part in ('"reason":"Mưa bão"', '"unit":"Phòng Alpha"', '"old":"2025-08-29 17:00:00"'):
            self.assertIn(part, entry.payload)

    def test_several_units_at_once_are_told_and_journaled_each(self):
        before = self.env['mail.message'].search([])
        extensions = self._extend('2025-09-05', self.participant_a + self.participant_b)
        self.assertEqual(extensions.campaign_unit_id, self.participant_a + self.participant_b)
        self.assertEqual(self.campaign.journal_ids[:2].mapped('event'), ['phase.extended'] * 2)
        told = (self.env['mail.message'].search([]) - before).filtered('notified_partner_ids')
        self.assertEqual(told.notified_partner_ids, (self.leader_a + self.leader_b).partner_id)
        self.assertEqual(len(told), 1)

    def test_the_leaders_concerned_are_told_in_one_message(self):
        for unit, told in (
            (self.participant_a, self.leader_a),
            (None, self.leader_a + self.leader_b),
        ):
            before = self.env['mail.message'].search([])
            self._extend('2025-09-05' if unit else '2025-09-03', unit)
            messages = (self.env['mail.message'].search([]) - before).filtered(
                'notified_partner_ids'
            )
            with self.subTest(told.mapped('login')):
                self.assertEqual(len(messages), 1)
                self.assertEqual(messages.notified_partner_ids, told.partner_id)

    def test_the_wizard_shows_what_counts_now(self):
        self._extend('2025-09-05', self.participant_a)
        wizard = self.env['emulation.extension.grant'].with_user(self.office)
        values = {
            'campaign_id': self.campaign.id,
            'phase_id': self.phase_1.id,
            'date_deadline': '2025-09-30',
            'reason': 'Bão số 2',
        }
        for_all = wizard.create(values)
        for_one = wizard.create({**values, 'campaign_unit_ids': [(6, 0, self.participant_a.ids)]})
        self.assertIn('08/29/2025', for_all.current_text)
        self.assertIn('09/05/2025', for_one.current_text)
        for_one.action_confirm()
        latest = self.phase_1.extension_ids.sorted('id')[-1]
        self.assertEqual((latest.reason, latest.campaign_unit_id), ('Bão số 2', self.participant_a))
