from datetime import timedelta

from psycopg2.errors import CheckViolation, UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install')
class TestNominationCreate(NominationCommon):
    def test_a_dossier_holds_what_the_award_asks_of_the_nominee(self):
        nomination = self._draft()

        self.assertEqual(nomination.section_ids.template_id, self._sections())
        self.assertEqual(nomination.assessment_ids.criterion_id, self.criteria)
        self.assertEqual(nomination.dossier_line_ids.requirement_id, self.requirements)

    def _sections(self):
        return self.award_individual.report_form_id.section_ids

    def test_rules_for_others_are_not_asked(self):
        self.criteria[0].subject = 'collective'
        self.criteria[1].phase_ids = self.phase_2
        self.requirements[3].subject = 'collective'
        self.award_individual.report_form_id.section_ids[1].subject = 'collective'

        nomination = self._draft()

        self.assertFalse(nomination.assessment_ids)
        self.assertEqual(nomination.dossier_line_ids.requirement_id, self.requirements[:3])
        self.assertEqual(len(nomination.section_ids), 2)

    def test_references_are_numbered(self):
        first, second = self._draft(self.people_a[2], self.people_a[3])

        year = fields.Date.today().year
        self.assertRegex(first.reference, rf'^DN/{year}/\d{{4,}}$')
        self.assertEqual(int(second.reference[8:]), int(first.reference[8:]) + 1)

    def test_a_sequence_by_year_numbers_as_well(self):
        sequence = self.env['ir.sequence'].create(
            {
                'name': 'By year',
                'code': 'emulation.nomination',
                'prefix': 'ĐN-',
                'use_date_range': True,
                'company_id': self.company.id,
            }
        )

        references = self._draft(self.people_a[2], self.people_a[3]).mapped('reference')

        self.assertEqual(references, ['ĐN-1', 'ĐN-2'])
        self.assertTrue(sequence.date_range_ids)

    def test_outside_a_running_campaign(self):
        self.campaign.sudo().state = 'closed'

        with self._refused('only while it is launched'):
            self._draft()

    def test_a_unit_one_does_not_lead(self):
        with self._refused('You do not lead Phòng Beta', AccessError):
            self._draft(campaign_unit_id=self.participant_b.id)

    def test_the_office_proposes_for_any_unit(self):
        nomination = self._draft(user=self.office)

        self.assertEqual(nomination.campaign_unit_id, self.participant_a)

    def test_staff_proposes_nobody(self):
        for user in (self.staff, self.member, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._draft(user=user)

    def test_parts_of_another_campaign(self):
        other = self._another_campaign()

        for vals in (
            {'phase_id': other.phase_ids[0].id},
            {'campaign_unit_id': other.unit_ids[0].id},
            {'campaign_award_id': other.award_ids[0].id},
        ):
            with self.subTest(vals), self._refused('is not of campaign', ValidationError):
                self._draft(**vals)

    def test_a_nominee_of_the_wrong_kind(self):
        organisation = self.env['res.partner'].create({'name': 'Công ty X', 'is_company': True})
        for vals in (
            {'nominee_kind': 'collective', 'campaign_award_id': self.award_collective.id},
            {'employee_id': False, 'unit_id': self.unit_a.id},
            {'employee_id': False, 'partner_id': organisation.id},
        ):
            with self.subTest(vals), self._refused('nominee anew', ValidationError):
                self._draft(**vals)

    def test_a_household_outside_is_a_collective_or_a_person(self):
        household = self.env['res.partner'].create({'name': 'Hộ ông Nông Văn X'})
        person = self._draft(employee_id=False, partner_id=household.id)
        together = self._draft(
            employee_id=False,
            partner_id=household.id,
            nominee_kind='collective',
            campaign_award_id=self.award_collective.id,
        )

        self.assertEqual([person.nominee_name, together.nominee_name], ['Hộ ông Nông Văn X'] * 2)

    def test_an_award_for_others(self):
        with self._refused('not for individuals'):
            self._draft(campaign_award_id=self.award_collective.id)

    @mute_logger('odoo.sql_db')
    def test_one_nominee_not_two_nor_none(self):
        for vals in ({'unit_id': self.unit_a.id}, {'employee_id': False}):
            with self.subTest(vals), self.assertRaises(CheckViolation):
                self._draft(**vals)

    @mute_logger('odoo.sql_db')
    def test_twice_for_one_award(self):
        self._draft()

        with self.assertRaises(UniqueViolation):
            self._draft()

    def test_an_employee_of_another_company(self):
        stranger = self.env['hr.employee'].create(
            {'name': 'Người lạ', 'company_id': self.env.ref('base.main_company').id}
        )
        with self.assertRaises(UserError):
            self._draft(stranger)

    def test_names_sort_by_given_name(self):
        self.people_a[2].name = 'Trần Văn Bình'
        self.people_a[3].name = 'Nguyễn Thị Ánh'
        nominations = self._draft(self.people_a[2], self.people_a[3])

        ordered = self.env['emulation.nomination'].search(
            [('id', 'in', nominations.ids)], order='nominee_name'
        )

        self.assertEqual(ordered.mapped('nominee_name'), ['Nguyễn Thị Ánh', 'Trần Văn Bình'])


@tagged('post_install', '-at_install')
class TestNominationIdentity(NominationCommon):
    def test_another_award_asks_for_other_parts(self):
        other = self.award_individual.copy({'name': 'Bằng khen', 'requirement_ids': False})
        other.criterion_ids = self.criteria[1]
        nomination = self._draft()
        kept = nomination.assessment_ids[1]
        kept.evidence_text = 'QĐ 12'

        nomination.campaign_award_id = other

        self.assertEqual(nomination.assessment_ids, kept)
        self.assertEqual(kept.evidence_text, 'QĐ 12')
        self.assertFalse(nomination.dossier_line_ids)

    def test_another_phase_asks_for_other_criteria(self):
        self.criteria[0].phase_ids = self.phase_2
        nomination = self._draft()

        nomination.phase_id = self.phase_2

        self.assertEqual(nomination.assessment_ids.criterion_id, self.criteria)

    def test_identity_stays_once_the_unit_voted(self):
        nomination = self._reviewed()

        for vals in ({'employee_id': self.people_a[4].id}, {'phase_id': self.phase_2.id}):
            with self.subTest(vals), self._refused('once the unit has voted'):
                nomination.write(vals)

    def test_identity_stays_after_a_vote_that_does_not_support(self):
        nomination = self._draft()
        self._hold_meeting(nomination, in_favour=2)

        with self._refused('once the unit has voted'):
            nomination.employee_id = self.people_a[4]

    def test_a_draft_is_not_moved_to_a_unit_one_does_not_lead(self):
        nomination = self._draft()

        with self._refused('You do not lead', AccessError):
            nomination.campaign_unit_id = self.participant_b

    def test_a_nominee_does_not_change_who_is_nominated(self):
        nomination = self._draft(self.people_a[1])

        with self._refused('You do not lead', AccessError):
            nomination.with_user(self.staff).employee_id = self.people_a[5]

    def test_only_drafts_are_deleted(self):
        draft, submitted = self._draft(self.people_a[2]), self._submitted(self.people_a[3])

        draft.unlink()
        with self._refused('Withdraw it instead'):
            submitted.unlink()

        self.assertFalse(draft.exists())

    def test_a_draft_the_unit_voted_on_is_kept(self):
        nomination = self._draft()
        self._hold_meeting(nomination, in_favour=2)

        with self._refused('minutes of the unit name'):
            nomination.unlink()

    def test_a_revived_draft_is_kept(self):
        nomination = self._submitted()
        nomination._withdraw('Rút')
        nomination.sudo().review_line_id = False
        nomination.action_revive()

        with self._refused('has left the draft'):
            nomination.unlink()


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


@tagged('post_install', '-at_install')
class TestAmendedDossier(NominationCommon):
    """Criteria that come with an amendment reach the dossiers that are not sent yet."""

    def _add_criterion(self):
        campaign = self.campaign.with_user(self.office)
        campaign._start_amendment('Bổ sung tiêu chuẩn')
        criterion = (
            self.env['emulation.criterion']
            .with_user(self.office)
            .create(
                {
                    'campaign_id': campaign.id,
                    'award_ids': [(6, 0, self.award_individual.ids)],
                    'name': 'Sáng kiến',
                    'body': 'Có sáng kiến',
                }
            )
        )
        campaign.action_finish_amendment()
        return criterion

    def test_a_dossier_in_preparation_is_asked(self):
        draft, sent = self._draft(self.people_a[2]), self._submitted(self.people_a[3])

        criterion = self._add_criterion()

        self.assertIn(criterion, draft.assessment_ids.criterion_id)
        self.assertNotIn(criterion, sent.assessment_ids.criterion_id)

    def test_what_is_written_already_stays(self):
        reviewed = self._reviewed()

        self._add_criterion()

        self.assertEqual(reviewed.state, 'reviewed')
        self.assertEqual(reviewed.assessment_ids.mapped('verdict'), ['met', 'met', False])
        with self._refused('"Sáng kiến" is not assessed'):
            reviewed.action_submit()
