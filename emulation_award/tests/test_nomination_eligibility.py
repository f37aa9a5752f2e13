from odoo.tests import tagged

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install')
class TestEligibility(NominationCommon):
    def _codes(self, nomination):
        found = nomination._eligibility_findings()[nomination]
        return {finding.code: finding.citation for finding in found}

    def test_one_of_the_unit(self):
        self.assertEqual(self._codes(self._draft()), {})

    def test_one_of_another_unit(self):
        self.award_individual.citation = 'KH IV.2.1'

        self.assertEqual(self._codes(self._draft(self.people_b[2])), {'not_in_unit': 'KH IV.2.1'})

    def test_any_unit_may_nominate(self):
        self.award_individual.proposer = 'any_unit'

        self.assertEqual(self._codes(self._draft(self.people_b[2])), {})

    def test_membership_is_that_of_the_head_count(self):
        nomination = self._draft()

        self.people_a[2].department_id = self.people_b.department_id
        newcomer = self.people_b[2]
        newcomer.department_id = self.people_a[3].department_id

        self.assertEqual(self._codes(nomination), {})
        self.assertEqual(set(self._codes(self._draft(newcomer))), {'not_in_unit'})

    def test_a_collective_nominates_itself(self):
        model = self.env['emulation.nomination'].with_user(self.office)
        own = model.create(self._collective_vals())
        other = model.create({**self._collective_vals(), 'unit_id': self.unit_b.id})

        self.assertEqual(self._codes(own), {})
        self.assertEqual(set(self._codes(other)), {'not_in_unit'})

    def test_a_staff_category_the_award_is_not_for(self):
        self.award_individual.category_ids = self.env['emulation.employee.category'].create(
            {'name': 'Viên chức (test)'}
        )

        nomination = self._draft()

        self.assertEqual(set(self._codes(nomination)), {'category_not_eligible'})

    def test_the_campaigns_categories_where_the_award_names_none(self):
        self.campaign.category_ids = self.category
        nomination = self._draft()
        self.assertEqual(self._codes(nomination), {})

        self.people_a[2].emulation_category_id = False

        self.assertEqual(set(self._codes(nomination)), {'category_not_eligible'})

    def test_people_outside(self):
        partner = self.env['res.partner'].create({'name': 'Ông Nông Văn X'})
        nomination = self._draft(employee_id=False, partner_id=partner.id)
        self.assertEqual(set(self._codes(nomination)), {'outsider_not_allowed'})

        self.award_individual.outsiders_allowed = True

        self.assertEqual(self._codes(nomination), {})

    def test_two_awards_need_a_reason(self):
        other_award = self.award_individual.copy({'name': 'Bằng khen'})
        first = self._draft()
        second = self._draft(campaign_award_id=other_award.id)
        law = {'justification_missing': 'Luật Thi đua, khen thưởng 2022, Điều 5'}
        self.assertEqual([self._codes(first), self._codes(second)], [law, law])

        second.justification = 'Thành tích khác'

        self.assertEqual(self._codes(second), {})

    def test_a_withdrawn_nomination_counts_no_more(self):
        other_award = self.award_individual.copy({'name': 'Bằng khen'})
        first = self._draft()
        second = self._draft(campaign_award_id=other_award.id)

        first._withdraw('Chọn hình thức khác')

        self.assertEqual(self._codes(second), {})

    def test_the_same_person_in_another_campaign_is_another_matter(self):
        other = self._another_campaign()
        self._draft()
        elsewhere = self._draft(
            campaign_id=other.id,
            phase_id=other.phase_ids[0].id,
            campaign_award_id=other.award_ids[0].id,
            campaign_unit_id=other.unit_ids[0].id,
        )

        self.assertEqual(self._codes(elsewhere), {})

    def test_a_hold_in_whatever_campaign_stops_the_nominee(self):
        other = self._another_campaign()
        held = self._draft(
            campaign_id=other.id,
            phase_id=other.phase_ids[0].id,
            campaign_award_id=other.award_ids[0].id,
            campaign_unit_id=other.unit_ids[0].id,
        )
        held.sudo().state = 'on_hold'
        ready = self._reviewed()

        with self._refused(f'is on hold .{held.reference}.*Nghị định 152/2025'):
            ready.action_submit()

        held.sudo().state = 'submitted'
        ready.action_submit()

    def test_a_hold_of_somebody_else_stops_nobody(self):
        self._in_state('on_hold', self.people_a[3])

        self.assertEqual(self._codes(self._draft()), {})

    def test_another_unit_is_told_no_more_than_the_number(self):
        self.award_individual.proposer = 'any_unit'
        nomination = self._draft(self.people_b[2])
        self.participant_b.sudo().head_count = 5
        by_b = self._draft(
            self.people_b[2],
            user=self.leader_b,
            campaign_unit_id=self.participant_b.id,
            campaign_award_id=self.award_individual.copy({'name': 'Bằng khen'}).id,
        )

        (finding,) = by_b._eligibility_findings()[by_b]

        self.assertEqual(finding.params['nominations'], nomination.reference)
        self.assertFalse(nomination.with_user(self.leader_b).has_access('read'))
