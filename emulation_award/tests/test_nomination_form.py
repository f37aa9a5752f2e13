from datetime import timedelta

from odoo.tests import Form, tagged

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install')
class TestNominationForm(NominationCommon):
    def test_defaults_are_the_running_campaign_its_phase_and_the_own_unit(self):
        form = Form(self.env['emulation.nomination'].with_user(self.leader_a))

        self.assertEqual(form.campaign_id, self.campaign)
        self.assertEqual(form.phase_id, self.phase_1)
        self.assertEqual(form.campaign_unit_id, self.participant_a)

    def test_no_campaign_is_proposed_where_two_run(self):
        self._another_campaign()

        defaults = (
            self.env['emulation.nomination'].with_user(self.leader_a).default_get(['campaign_id'])
        )

        self.assertFalse(defaults.get('campaign_id'))

    def test_the_phase_that_takes_dossiers_next_is_proposed(self):
        self.phase_1.date_deadline = self.today - timedelta(days=1)
        model = self.env['emulation.nomination'].with_user(self.leader_a)

        self.assertEqual(model._open_phase(self.campaign, self.participant_a), self.phase_2)

    def test_an_extended_phase_is_open_still(self):
        self.phase_1.date_deadline = self.today
        self.phase_1.with_user(self.office)._grant_extension(
            self.today + timedelta(days=3), 'before', 'Bão', self.participant_a
        )
        model = self.env['emulation.nomination'].with_user(self.leader_a)

        self.assertEqual(model._open_phase(self.campaign, self.participant_a), self.phase_1)
        self.assertEqual(model._open_phase(self.campaign, self.participant_b), self.phase_2)

    def test_the_form_says_what_hinders_the_choice(self):
        form = Form(self.env['emulation.nomination'].with_user(self.leader_a))
        form.campaign_award_id = self.award_individual
        form.employee_id = self.people_b[2].with_user(self.leader_a)

        self.assertIn('was not counted in Phòng Alpha', form.blocker_html)

    def test_the_form_says_everything_that_is_missing(self):
        nomination = self._draft()

        said = nomination.blocker_html

        for text in (
            'No closed minutes',
            'Summary of achievements',
            'THÀNH TÍCH',
            '100 % nhiệm vụ',
        ):
            self.assertIn(text, said)

    def test_nothing_is_missing_from_a_ready_dossier(self):
        nomination = self._reviewed()

        self.assertFalse(nomination.blocker_html)
        self.assertFalse(nomination.has_blockers)

    def test_places_and_time_left(self):
        self._submitted(self.people_a[3])
        nomination = self._draft()

        self.assertIn('1 of 2 used, 1 in preparation', nomination.quota_status)
        self.assertRegex(nomination.deadline_status, r'until the end of .*: \d\d days and')

    def test_how_far_a_quota_is_used_is_for_the_unit(self):
        nomination = self._draft(self.people_a[1])

        self.assertTrue(nomination.with_user(self.auditor).quota_status)
        self.assertFalse(nomination.with_user(self.staff).quota_status)

    def test_a_leader_chooses_among_the_own_people(self):
        form = Form(self.env['emulation.nomination'].with_user(self.leader_a))
        form.campaign_award_id = self.award_individual

        self.assertEqual(form.allowed_employee_ids[:].ids, self.people_a.sorted('id').ids)

    def test_any_unit_chooses_among_everybody(self):
        self.award_individual.proposer = 'any_unit'
        nomination = self._draft(self.people_b[1])

        self.assertEqual(nomination.allowed_employee_ids, self.people_a | self.people_b)

    def test_prior_awards_are_those_the_reader_may_see(self):
        awards = self.env['emulation.commendation'].create(
            [
                {'employee_id': person.id, 'award_name': 'Giấy khen', 'company_id': self.company.id}
                for person in (self.people_a[2], self.people_b[2])
            ]
        )
        self.award_individual.proposer = 'any_unit'
        own, other = self._draft(self.people_a[2], self.people_b[2])

        self.assertEqual(own.prior_award_ids, awards[0])
        self.assertFalse(other.prior_award_ids)
        self.assertEqual(other.with_user(self.office).prior_award_ids, awards[1])

    def test_choosing_a_collective_drops_the_person(self):
        form = Form(self.env['emulation.nomination'].with_user(self.leader_a))
        form.campaign_award_id = self.award_individual
        form.employee_id = self.people_a[2].with_user(self.leader_a)

        form.nominee_kind = 'collective'

        self.assertFalse(form.employee_id)
        self.assertFalse(form.campaign_award_id)
