from odoo.exceptions import AccessError
from odoo.tests import tagged

from .nomination_common import NominationCommon


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
class TestAmendedDossier(NominationCommon):
    """Criteria that come with an amendment reach the dossiers that are under way."""

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

    def test_what_is_written_already_stays(self):
        reviewed = self._reviewed()

        self._add_criterion()

        self.assertEqual(reviewed.state, 'reviewed')
        self.assertEqual(reviewed.assessment_ids.mapped('verdict'), ['met', 'met', False])
        with self._refused('"Sáng kiến" is not assessed'):
            reviewed.action_submit()

    def test_a_submitted_dossier_is_asked_by_returning_it(self):
        nomination = self._submitted()
        criterion = self._add_criterion()
        with self._refused('"Sáng kiến" is not assessed'):
            nomination.with_user(self.office).action_accept()
        added = nomination.assessment_ids.filtered(lambda one: one.criterion_id == criterion)

        by_office = nomination.with_user(self.office)
        item = {'target': 'assessment', 'assessment_id': added.id, 'reason': 'Bổ sung'}
        by_office._return({by_office: [item]})

        self.assertEqual(
            [one.is_editable for one in nomination.assessment_ids], [False, False, True]
        )

    def test_a_returned_dossier_can_be_completed(self):
        nomination = self._returned()
        criterion = self._add_criterion()
        added = nomination.assessment_ids.filtered(lambda one: one.criterion_id == criterion)
        # In truth a later transaction; in this one every row is as old as the other.
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE emulation_criterion_assessment SET create_date = now() + interval '1 minute'"
            ' WHERE id = %s',
            (added.id,),
        )
        added.invalidate_recordset(['create_date'])

        added.write({'verdict': 'met', 'evidence_text': 'QĐ 15'})
        nomination.action_submit()

        self.assertEqual(nomination.state, 'submitted')
