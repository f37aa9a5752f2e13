from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..domain.states import HOLDING, State
from .quota_common import QuotaCommon


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
