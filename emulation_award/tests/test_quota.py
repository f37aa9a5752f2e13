from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..domain.states import HOLDING, State
from .common import EmulationCommon


class QuotaCommon(EmulationCommon):
    """A draft campaign whose quota each test sets before it launches."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign(launch=False)
        cls.quotas = cls.env['emulation.quota']

    def _launch(self, **quota_vals):
        self.quota.write(quota_vals)
        self.campaign.with_user(self.office).action_launch()

    @classmethod
    def _nominations(cls, employees, state='reviewed', **vals):
        """Nominations in a state, put there behind the operations' back."""
        return cls.env['emulation.nomination'].create(
            [
                {
                    'campaign_id': cls.campaign.id,
                    'phase_id': cls.phase_1.id,
                    'campaign_award_id': cls.award_individual.id,
                    'campaign_unit_id': cls.participant_a.id,
                    'employee_id': employee.id,
                    'state': state,
                    **vals,
                }
                for employee in employees
            ]
        )

    @classmethod
    def _of_b(cls, employees, state='reviewed', **vals):
        return cls._nominations(employees, state, campaign_unit_id=cls.participant_b.id, **vals)

    @classmethod
    def _collective(cls, unit, participant, state='reviewed', **vals):
        return cls._nominations(
            cls.people_a.browse([False]),
            state,
            nominee_kind='collective',
            unit_id=unit.id,
            campaign_unit_id=participant.id,
            campaign_award_id=cls.award_collective.id,
            **vals,
        )

    def _take(self, nominations, user=None):
        self.quotas.with_user(user or self.leader_a)._take_places(
            nominations.with_user(user or self.leader_a)
        )

    def _refusal(self, nominations, user=None):
        with self.assertRaises(UserError) as caught:
            self._take(nominations, user)
        return caught.exception.args[0]


@tagged('post_install', '-at_install')
class TestQuotaPlaces(QuotaCommon):
    """Places are counted exactly, on the frozen base, for everybody who shares them."""

    def test_a_fifth_of_ten_is_two(self):
        self._launch()
        self._take(self._nominations(self.people_a[2:4]))
        self._nominations(self.people_a[4:6], 'submitted')
        self._refusal(self._nominations(self.people_a[6]))

    def test_a_fifth_of_four_is_nobody(self):
        self._launch()
        said = self._refusal(self._of_b(self.people_b[1]), self.leader_b)
        self.assertIn('Phòng Beta has a quota of 0 (20 % of 4)', said)

    def test_the_refusal_says_whose_figures_and_who_holds_the_places(self):
        self._launch()
        self.people_a[2].name, self.people_a[3].name = 'Lê Đào', 'Trần Văn Ánh'
        self._nominations(self.people_a[2:4], 'submitted')
        said = self._refusal(self._nominations(self.people_a[4]))
        self.assertEqual(
            said,
            'Phòng Alpha has a quota of 2 (20 % of 10); 2 are taken (Trần Văn Ánh, Lê Đào) and 1 '
            'more are asked for. Withdraw one of those first, or ask the Office to amend the '
            'quota. [Không quá 20 % cá nhân, KH IV.2.1.c]',
        )

    def test_nominations_of_one_call_count_together(self):
        self._launch()
        self._nominations(self.people_a[2], 'submitted')
        self._refusal(self._nominations(self.people_a[3:5]))

    def test_each_unit_of_one_call_is_told(self):
        self._launch()
        batch = self._nominations(self.people_a[2:5]) + self._of_b(self.people_b[1])
        said = self._refusal(batch, self.office).splitlines()
        self.assertEqual(len(said), 2)
        self.assertIn('Phòng Alpha', said[0])
        self.assertIn('Phòng Beta', said[1])

    def test_which_states_hold_a_place(self):
        self._launch()
        for state in State:
            holder = self._nominations(self.people_a[2], state.value)
            row = self.quotas._usage(self.participant_a)[0]
            with self.subTest(state.value):
                self.assertEqual(row.used, int(state in HOLDING))
                self.assertEqual(row.planned, int(state in (State.DRAFT, State.REVIEWED)))
            holder.sudo().state = 'draft'
            holder.unlink()

    def test_the_head_count_of_the_launch_counts_not_todays(self):
        self._launch()
        self.people_a[5:].active = False
        self._take(self._nominations(self.people_a[2:4]))

    def test_a_place_is_the_proposing_units_wherever_the_nominee_works(self):
        self._launch()
        self._nominations(self.people_b[1:3], 'submitted')
        self._refusal(self._nominations(self.people_a[4]))

    def test_another_campaign_takes_no_places(self):
        self._launch()
        other = self.campaign.with_user(self.office)._clone(0)
        other.action_launch()
        self._nominations(
            self.people_a[2:4],
            'submitted',
            campaign_id=other.id,
            phase_id=other.phase_ids[0].id,
            campaign_award_id=other.award_ids[0].id,
            campaign_unit_id=other.unit_ids[0].id,
        )
        self._take(self._nominations(self.people_a[4:6]))


@tagged('post_install', '-at_install')
class TestQuotaScopes(QuotaCommon):
    """What a quota covers: subjects, awards, phases; who shares it."""

    def test_a_quota_for_individuals_leaves_collectives_alone(self):
        self._launch()
        self._nominations(self.people_a[2:4], 'submitted')
        self._take(self._collective(self.unit_a, self.participant_a))

    def test_a_quota_for_both_counts_both(self):
        self._launch(subject='both', award_ids=[(5,)])
        self._nominations(self.people_a[2], 'submitted')
        self._collective(self.unit_a, self.participant_a, 'submitted')
        self._refusal(self._nominations(self.people_a[3]))

    def test_awards_under_one_quota_share_its_places(self):
        second = self.award_individual.copy({'name': 'Bằng khen'})
        self._launch(award_ids=[(6, 0, (self.award_individual + second).ids)])
        self._nominations(self.people_a[2], 'submitted')
        self._nominations(self.people_a[3], 'submitted', campaign_award_id=second.id)
        self._refusal(self._nominations(self.people_a[4]))

    def test_awards_outside_of_the_quota_are_free(self):
        second = self.award_individual.copy({'name': 'Bằng khen', 'quota_ids': [(5,)]})
        self._launch()
        self._nominations(self.people_a[2:5], 'submitted', campaign_award_id=second.id)
        self._take(self._nominations(self.people_a[4:6]))

    def test_no_award_named_means_all_of_them(self):
        second = self.award_individual.copy({'name': 'Bằng khen'})
        self._launch(award_ids=[(5,)])
        self._nominations(self.people_a[2:4], 'submitted', campaign_award_id=second.id)
        self._refusal(self._nominations(self.people_a[4]))

    def test_over_the_whole_campaign_phases_share_places(self):
        self._launch()
        self._nominations(self.people_a[2:4], 'submitted')
        self._refusal(self._nominations(self.people_a[4], phase_id=self.phase_2.id))

    def test_by_phase_each_has_its_own_places(self):
        self._launch(period='phase')
        self._nominations(self.people_a[2:4], 'submitted')
        self._take(self._nominations(self.people_a[4:6], phase_id=self.phase_2.id))
        self._refusal(self._nominations(self.people_a[6]))

    def test_a_group_shares_the_places_of_its_heads(self):
        group = self.env['emulation.unit.group'].create(
            {'campaign_id': self.campaign.id, 'name': 'Khối 1'}
        )
        (self.participant_a + self.participant_b).group_id = group
        self._launch(level='group')
        self._of_b(self.people_b[1:3], 'submitted')
        said = self._refusal(self._nominations(self.people_a[2]))
        self.assertIn('Khối 1 has a quota of 2 (20 % of 14)', said)

    def test_the_whole_campaign_counts_a_person_once(self):
        cell = self.env['emulation.unit'].create(
            {
                'name': 'Chi bộ 1',
                'kind': 'party_cell',
                'company_id': self.company.id,
                'member_ids': [(6, 0, self.people_a.ids)],
            }
        )
        participant = self.env['emulation.campaign.unit'].create(
            {'campaign_id': self.campaign.id, 'unit_id': cell.id}
        )
        self._launch(level='campaign')
        self.assertEqual(participant.head_count, 10)
        [row] = self.quotas._usage(self.participant_b)
        self.assertEqual((row.base, row.ceiling), (14, 2))

    def test_named_units_have_their_own_number_and_others_none(self):
        self.env['emulation.quota.line'].create(
            {
                'quota_id': self.quota.id,
                'campaign_unit_id': self.participant_b.id,
                'number': 1,
            }
        )
        self._launch(level='named')
        self._take(self._of_b(self.people_b[1]), self.leader_b)
        self._refusal(self._of_b(self.people_b[2:4]), self.leader_b)
        self.assertIn('a quota of 0', self._refusal(self._nominations(self.people_a[2])))

    def test_two_quotas_bind_together_and_both_are_told(self):
        self.quotas.create(
            {
                'campaign_id': self.campaign.id,
                'name': 'Toàn cơ quan',
                'level': 'campaign',
                'number_kind': 'fixed',
                'fixed': 1,
            }
        )
        self._launch()
        self._nominations(self.people_a[2:4], 'submitted')
        said = self._refusal(self._nominations(self.people_a[4])).splitlines()
        self.assertEqual(len(said), 2)

    def test_seats_of_the_selection_do_not_bind_nominations(self):
        self._launch(stage='selection', level='campaign', number_kind='fixed', fixed=1, minimum=1)
        self._take(self._nominations(self.people_a[2:6]))


@tagged('post_install', '-at_install')
class TestQuotaNumbers(QuotaCommon):
    """How many: ratio or number, of heads or of another count, rounded and bounded."""

    def _ceiling(self, participant):
        [row] = self.quotas._usage(participant)
        return row.ceiling

    def test_a_fixed_number(self):
        self._launch(number_kind='fixed', fixed=3)
        self.assertEqual(self._ceiling(self.participant_b), 3)

    def test_at_least_one(self):
        self._launch(rounding='at_least_one')
        self.assertEqual(self._ceiling(self.participant_b), 1)

    def test_bounds(self):
        self._launch(minimum=1, maximum=1)
        self.assertEqual(
            [self._ceiling(self.participant_a), self._ceiling(self.participant_b)], [1, 1]
        )

    def test_another_count_with_its_evidence(self):
        self.env['emulation.counted.base'].create(
            {
                'quota_id': self.quota.id,
                'campaign_unit_id': self.participant_a.id,
                'number': 25,
                'evidence': 'Báo cáo số 9',
            }
        )
        self._launch(base='counted', base_label='sáng kiến')
        self.assertEqual(self._ceiling(self.participant_a), 5)

    def test_a_count_not_entered_is_said_instead_of_guessed(self):
        self._launch(base='counted', base_label='sáng kiến')
        said = self._refusal(self._nominations(self.people_a[2]))
        self.assertIn('Phòng Alpha', said)
        self.assertIn('sáng kiến', said)
        self.assertIn('count not entered', self.participant_a.quota_status)

    def test_seats_are_given_as_from_to(self):
        self._launch(stage='selection', level='campaign', number_kind='fixed', fixed=7, minimum=5)
        [row] = self.quotas._usage(self.participant_a)
        self.assertEqual(row.ceiling, 7)
        self.assertEqual(self.quota.rule_text.split(',')[0], '5-7')

    def test_bounds_that_contradict_are_refused(self):
        with self.assertRaises(ValidationError):
            self.quota.write({'minimum': 3, 'maximum': 2})


@tagged('post_install', '-at_install')
class TestQuotaShown(QuotaCommon):
    """Shown live while nominating, to those it concerns."""

    def _status(self, user, participant=None):
        participant = (participant or self.participant_a).with_user(user)
        participant.invalidate_recordset(['quota_status'])
        return participant.quota_status

    def test_the_leader_sees_what_is_used_and_in_preparation(self):
        self._launch()
        nominations = self._nominations(self.people_a[2:4])
        self.assertEqual(
            self._status(self.leader_a),
            '0 of 2 used, 2 in preparation – Không quá 20 % cá nhân',
        )
        nominations.state = 'submitted'
        self.assertEqual(self._status(self.leader_a), '2 of 2 used – Không quá 20 % cá nhân')

    def test_an_overrun_is_shown_and_lets_nobody_else_in(self):
        self._launch()
        holders = self._nominations(self.people_a[2:5], 'submitted')
        self.assertIn('3 of 2 used, 1 too many', self._status(self.office))
        self._refusal(self._nominations(self.people_a[5]))
        self.assertEqual(set(holders.mapped('state')), {'submitted'})

    def test_phases_are_shown_one_by_one(self):
        self._launch(period='phase')
        self._nominations(self.people_a[2], 'submitted', phase_id=self.phase_2.id)
        self.assertEqual(
            self._status(self.leader_a),
            '0 of 2 used – Không quá 20 % cá nhân – Đợt 1; '
            '1 of 2 used – Không quá 20 % cá nhân – Đợt 2',
        )

    def test_others_see_nothing_of_a_units_use(self):
        self._launch()
        self._nominations(self.people_a[2:4], 'submitted')
        for user in (self.leader_b, self.member, self.staff):
            self.assertFalse(self._status(user))
        self.assertTrue(self._status(self.auditor))

    def test_a_shared_quota_names_only_the_readers_own_nominees(self):
        self._launch(level='campaign')
        self.people_a[2].name = 'Lê Đào'
        self._nominations(self.people_a[2], 'submitted')
        self._of_b(self.people_b[1], 'submitted')
        said = self._refusal(self._nominations(self.people_a[3]))
        self.assertIn('Lê Đào', said)
        self.assertIn('1 of other units', said)
        self.assertNotIn(self.people_b[1].name + ',', said)
        self.assertNotIn(self.people_b[1].name + ')', said)

    def test_per_nomination_the_rows_it_counts_in(self):
        self._launch()
        own, collective = (
            self._nominations(self.people_a[2]),
            self._collective(self.unit_a, self.participant_a),
        )
        rows = self.quotas._nomination_usage(own + collective)
        self.assertEqual([row.quota for row in rows[own]], [self.quota])
        self.assertEqual(rows[collective], [])


@tagged('post_install', '-at_install', 'perf')
class TestQuotaConcurrency(QuotaCommon):
    """Whoever takes or frees a place writes the rows it competes on, in few queries."""

    def _revisions(self):
        return (
            self.participant_a.quota_revision,
            self.participant_b.quota_revision,
            self.campaign.quota_revision,
        )

    def test_a_unit_quota_is_contended_on_the_unit(self):
        self._launch()
        self._take(self._nominations(self.people_a[2:4]))
        self.assertEqual(self._revisions(), (1, 0, 0))

    def test_a_campaign_quota_is_contended_on_the_campaign(self):
        self._launch(level='campaign')
        self._take(self._nominations(self.people_a[2]))
        self.assertEqual(self._revisions(), (0, 0, 1))

    def test_freeing_contends_as_well(self):
        self._launch()
        self.quotas._free_places(self._nominations(self.people_a[2], 'submitted'))
        self.assertEqual(self._revisions(), (1, 0, 0))

    def test_nothing_is_contended_where_no_quota_binds(self):
        self._launch()
        self._take(self._collective(self.unit_a, self.participant_a))
        self.assertEqual(self._revisions(), (0, 0, 0))

    def test_the_revision_is_nobodys_to_write(self):
        self._launch()
        for records in (self.participant_a, self.campaign):
            with self.assertRaises(UserError):
                records.with_user(self.office).quota_revision = 9

    def test_as_many_queries_for_forty_as_for_two(self):
        unit, people = self._unit('Phòng Lớn', 200, self.manager)
        participant = self.env['emulation.campaign.unit'].create(
            {'campaign_id': self.campaign.id, 'unit_id': unit.id}
        )
        self._launch()
        few = self._nominations(people[:2], campaign_unit_id=participant.id)
        many = self._nominations(people[2:40], campaign_unit_id=participant.id)
        self._queries(few)  # what the server remembers from one request to the next
        self.assertEqual(self._queries(few), self._queries(many))

    def _queries(self, nominations):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self._take(nominations, self.office)
        return self.cr.sql_log_count - before
