from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .overview_common import OverviewCommon

COUNTS = (
    'nominated_count',
    'preparing_count',
    'submitted_count',
    'returned_count',
    'on_hold_count',
    'accepted_count',
)


@tagged('post_install', '-at_install')
class TestOverviewLines(OverviewCommon):
    def test_every_unit_in_every_phase(self):
        lines = self.overview.search([])

        self.assertEqual(
            {(line.phase_id, line.campaign_unit_id) for line in lines},
            {
                (phase, unit)
                for phase in self.phase_1 + self.phase_2
                for unit in self.participant_a + self.participant_b
            },
        )
        self.assertEqual(len(set(lines.ids)), 4)

    def test_counts_by_state(self):
        self._set_states(
            'draft',
            'reviewed',
            'submitted',
            'returned',
            'accepted',
            'on_hold',
            'withdrawn',
            'approved',
        )

        line = self._line()

        self.assertEqual(
            {name: line[name] for name in COUNTS},
            {
                'nominated_count': 7,
                'preparing_count': 2,
                'submitted_count': 1,
                'returned_count': 1,
                'on_hold_count': 1,
                'accepted_count': 2,
            },
        )

    def test_others_do_not_count(self):
        self._nominate(employee_id=self.people_a[3].id, phase_id=self.phase_2.id)

        self.assertEqual(self._line().nominated_count, 2)
        self.assertEqual(self._line(self.phase_2).nominated_count, 1)
        self.assertEqual(self._line(unit=self.participant_b).nominated_count, 0)

    def test_head_count_is_the_frozen_one(self):
        self.assertEqual(self._line().head_count, 10)
        self.assertEqual(self._line(unit=self.participant_b).head_count, 4)

    def test_closed_reviews(self):
        self._closed()

        self.assertEqual(self._line().closed_review_count, 1)
        self.assertEqual(self._line(self.phase_2).closed_review_count, 0)

    def test_quota_of_the_unit(self):
        self._set_states('submitted', 'draft')

        line = self._line()
        self.assertEqual(line.quota_text, '1/2')
        self.assertIn('Không quá 20 % cá nhân', line.quota_detail)
        self.assertEqual(self._line(unit=self.participant_b).quota_text, '0/0')

    def test_only_running_campaigns(self):
        for state in ('draft', 'closed', 'cancelled'):
            self.campaign.sudo().state = state
            with self.subTest(state):
                self.assertFalse(self._line())


@tagged('post_install', '-at_install')
class TestOverviewLate(OverviewCommon):
    def assert_progress(self, expected, *states):
        self._set_states(*states)
        with self._after_deadline():
            late = self._line()
            self.assertEqual(late.is_late, expected != 'done')
        with freeze_time(self.phase_1.deadline_at - timedelta(seconds=1)):
            in_time = self._line()
            self.assertFalse(in_time.is_late)
            self.assertEqual(in_time.progress, expected)

    def test_nothing_sent(self):
        self.assert_progress('nothing', 'draft', 'reviewed')

    def test_everything_withdrawn_is_nothing_sent(self):
        self.assert_progress('nothing', 'withdrawn', 'withdrawn')

    def test_only_returned_is_nothing_sent(self):
        self.assert_progress('nothing', 'returned', 'withdrawn')

    def test_draft_left(self):
        self.assert_progress('partly', 'submitted', 'draft')

    def test_returned_left(self):
        self.assert_progress('partly', 'accepted', 'returned')

    def test_everything_sent(self):
        self.assert_progress('done', 'submitted', 'accepted')

    def test_on_hold_is_sent(self):
        self.assert_progress('done', 'on_hold', 'withdrawn')

    def test_no_nominations_at_all(self):
        with self._after_deadline():
            self.assertTrue(self._line(unit=self.participant_b).is_late)

    def test_late_comes_first_then_the_nearest_deadline(self):
        self._set_states('submitted', 'accepted')
        with self._after_deadline():
            self.env.invalidate_all()
            lines = self.overview.search([])

            self.assertEqual(
                [(line.phase_id, line.campaign_unit_id) for line in lines],
                [
                    (self.phase_1, self.participant_b),
                    (self.phase_1, self.participant_a),
                    (self.phase_2, self.participant_a),
                    (self.phase_2, self.participant_b),
                ],
            )

    def test_late_can_be_searched_and_grouped(self):
        with self._after_deadline():
            late = self.overview.search([('is_late', '=', True)])
            grouped = self.overview._read_group([], ['progress'], ['nominated_count:sum'])

        self.assertEqual(late.phase_id, self.phase_1)
        self.assertEqual(dict(grouped), {'late': 2, 'nothing': 0})

    def test_days_left_are_days_of_the_agency(self):
        last_day = self.phase_1.date_deadline - timedelta(days=1)  # worded "before"
        for now, left in (
            (self.phase_1.deadline_at - timedelta(seconds=1), 0),
            (self.phase_1.deadline_at, -1),
            (self.phase_1.deadline_at - timedelta(days=3), 2),
        ):
            with self.subTest(left), freeze_time(now):
                line = self._line()
                self.assertEqual((line.last_day, line.days_left), (last_day, left))


@tagged('post_install', '-at_install')
class TestOverviewExtension(OverviewCommon):
    def test_the_deadline_is_the_latest(self):
        plan = self.phase_1.deadline_at
        self._extend(5)
        self._extend(9, self.participant_a)

        a, b = self._line(), self._line(unit=self.participant_b)

        self.assertEqual((a.original_deadline_at, b.original_deadline_at), (plan, plan))
        self.assertEqual(a.deadline_at, plan + timedelta(days=9))
        self.assertEqual(b.deadline_at, plan + timedelta(days=5))
        self.assertEqual((a.is_extended, self._line(self.phase_2).is_extended), (True, False))

    def test_same_as_where_dossiers_are_taken(self):
        self._extend(5)
        self._extend(9, self.participant_a)
        window = self.phase_1._window(self.participant_a + self.participant_b)

        for unit in self.participant_a + self.participant_b:
            self.assertEqual(self._line(unit=unit).deadline_at, window[unit][1])

    def test_an_extended_unit_is_not_late(self):
        self._extend(5, self.participant_a)
        with self._after_deadline():
            self.assertFalse(self._line().is_late)
            self.assertTrue(self._line(unit=self.participant_b).is_late)


@tagged('post_install', '-at_install', 'security')
class TestOverviewAccess(OverviewCommon):
    def test_who_sees_which_units(self):
        both = self.participant_a + self.participant_b
        for user, units in (
            (self.leader_a, self.participant_a),
            (self.leader_b, self.participant_b),
            (self.office, both),
            (self.manager, both),
            (self.auditor, both),
        ):
            with self.subTest(user.login):
                lines = self.overview.with_user(user).search([])
                self.assertEqual(lines.campaign_unit_id.sudo(False), units)
        for user in (self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.overview.with_user(user).search([])

    def test_a_leader_groups_own_units_only(self):
        groups = self.overview.with_user(self.leader_b)._read_group(
            [], ['campaign_unit_id'], ['nominated_count:sum']
        )
        self.assertEqual([(unit.id, count) for unit, count in groups], [(self.participant_b.id, 0)])

    def test_not_of_another_company(self):
        company = self.env['res.company'].create({'name': 'Agency elsewhere'})
        stranger = self._user('stranger', 'emulation_award.group_emulation_office')
        stranger.write({'company_ids': [(6, 0, company.ids)], 'company_id': company.id})
        overview = self.overview.with_user(stranger).with_context(allowed_company_ids=company.ids)

        self.assertFalse(overview.search([]))

    def test_every_column_is_readable_to_who_sees_the_line(self):
        names = list(self.overview._fields)
        for user in (self.leader_a, self.office, self.auditor):
            with self.subTest(user.login):
                line = self._line(user=user)
                self.assertEqual(line.read(names)[0]['head_count'], 10)

    def test_nothing_is_written(self):
        line = self._line()
        for change in (
            lambda: line.write({'nominated_count': 0}),
            lambda: line.unlink(),
            lambda: line.create({'phase_id': self.phase_1.id}),
        ):
            with self.assertRaises(AccessError):
                change()

    def test_only_the_office_acts(self):
        for user in (self.leader_a, self.auditor):
            line = self._line(user=user)
            with self.subTest(user.login), self.assertRaises(AccessError):
                line.action_remind()
            with self.subTest(user.login), self.assertRaises(AccessError):
                line.action_extend()


@tagged('post_install', '-at_install')
class TestOverviewActions(OverviewCommon):
    def test_opens_the_nominations_of_the_line(self):
        later = self._nominate(employee_id=self.people_a[3].id, phase_id=self.phase_2.id)

        action = self._line(user=self.leader_a).action_open_nominations()

        found = self.env['emulation.nomination'].search(action['domain'])
        self.assertEqual(found, self.person | self.collective)
        self.assertNotIn(later, found)

    def test_extends_the_deadline_of_the_line(self):
        action = self._line().action_extend()

        wizard = (
            self.env[action['res_model']]
            .with_user(self.office)
            .with_context(**action['context'])
            .create(
                {
                    'date_deadline': self.phase_1.date_deadline + timedelta(days=7),
                    'reason': 'Bão lụt',
                }
            )
        )
        wizard.action_confirm()

        self.assertTrue(self._line().is_extended)
        self.assertFalse(self._line(unit=self.participant_b).is_extended)

    def test_one_phase_at_a_time(self):
        lines = self._line() + self._line(self.phase_2)

        with self.assertRaises(UserError):
            lines.action_extend()
