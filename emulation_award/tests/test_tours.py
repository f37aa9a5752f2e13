from odoo.tests import HttpCase, tagged

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install', 'tour')
class TestTours(NominationCommon, HttpCase):
    """The interface, walked through by a unit leader and by the Office."""

    def test_unit_leader_nominates_holds_the_meeting_and_submits(self):
        self.start_tour('/odoo', 'emulation_unit_leader_tour', login='leader_a')

        nomination = self.campaign.nomination_ids
        self.assertRecordValues(
            nomination,
            [
                {
                    'state': 'submitted',
                    'employee_id': self.people_a[2].id,
                    'campaign_unit_id': self.participant_a.id,
                    'phase_id': self.phase_1.id,
                    'submitted_by_id': self.leader_a.id,
                    'review_in_favour': 9,
                    'review_abstain': 1,
                }
            ],
        )

    def test_office_screens_returns_accepts_and_prints(self):
        first, second = self._submitted(self.people_a[2], self.people_a[3])

        self.start_tour('/odoo', 'emulation_office_tour', login='office')

        self.assertEqual((first.state, second.state), ('returned', 'accepted'))
        item = first.return_item_ids
        self.assertEqual((item.target, item.reason), ('summary', 'Nêu số liệu của từng tháng.'))
        self.assertEqual(second.accepted_by_id, self.office)
