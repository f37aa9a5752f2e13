from odoo.tests import tagged

from .test_demo import DemoCase

OUTCOMES = {
    'approved': {'approved', 'awarded', 'forwarded'},
    'not_approved': {'not_approved'},
}


@tagged('post_install', '-at_install')
class TestDemoCouncil(DemoCase):
    """The council of the demo: nine members, a minuted phase 1, a phase 2 ready to be opened."""

    def setUp(self):
        super().setUp()
        self.council = self._ref('council')
        sessions = self.council.session_ids.sorted('phase_id')
        self.first, self.second = sessions

    def test_nine_members_who_can_all_vote(self):
        members = self.council.member_ids
        self.assertEqual(len(members), 9)
        self.assertTrue(all(members.mapped('is_voting')))
        self.assertEqual(len(members.user_id), 9)
        for user in members.user_id:
            self.assertTrue(user.has_group('emulation_award.group_emulation_council'), user.login)
        roles = {member.role: member.user_id.login for member in members}
        self.assertEqual((roles['chair'], roles['secretary']), ('truongban', 'vanphong'))

    def test_phase_1_is_minuted_with_outcomes_that_follow_from_its_votes(self):
        self.assertEqual(self.first.state, 'minuted')
        self.assertEqual(str(self.first.opened_at), '2025-09-08 07:00:00')
        self.assertEqual(set(self.first.round_ids.mapped('state')), {'announced'})
        final = self.first._final_candidates()
        self.assertEqual(final.nomination_id, self.first.item_ids.nomination_id)
        for candidate in final:
            told = 'approved' if candidate.outcome == 'selected' else 'not_approved'
            self.assertIn(candidate.nomination_id.state, OUTCOMES[told])
        self.assertEqual(len(final.filtered(lambda one: one.outcome != 'selected')), 1)
        for voted in self.first.round_ids:
            self.assertEqual(voted._recount(), [])

    def test_phase_1_has_a_recusal_a_written_opinion_and_seats_kept(self):
        candidates = self.first.round_ids.candidate_ids
        self.assertTrue(candidates.recused_ids)
        self.assertEqual(len(self.first.round_ids.entitlement_ids.filtered('is_written')), 5)
        self.assertIn(2, self.first.round_ids.mapped('seats_reserved'))
        self.assertFalse(
            self.env['emulation.ballot'].search_count([('member_id', '!=', False)]),
        )

    def test_nothing_of_phase_1_is_dated_after_it(self):
        last = self.first.minuted_at
        for voted in self.first.round_ids:
            self.assertTrue(
                self.first.opened_at < voted.opened_at < voted.closed_at < voted.announced_at < last
            )

    def test_a_newcomer_opens_phase_2_and_votes(self):
        self.assertEqual(self.second.state, 'convened')
        self.assertEqual(set(self.second.item_ids.nomination_id.mapped('state')), {'on_agenda'})
        chair = self.second.chair_id.user_id
        mine = {'allowed_company_ids': chair.company_id.ids}
        session = self.second.with_user(chair).with_context(**mine)
        session.action_open()
        voted = session.round_ids[0]
        voted.action_open()
        sheet = voted.ballot_sheet()['candidates']
        self.assertGreaterEqual(len(sheet), 2)
        answer = voted.cast_ballot({str(line['id']): 'yes' for line in sheet})
        self.assertEqual(answer, {'status': 'cast'})

    def test_both_documents_of_phase_1_print(self):
        office = self._ref('user_vanphong')
        mine = {'allowed_company_ids': office.company_id.ids}
        session = self.first.with_user(office).with_context(**mine)
        (told,) = session._minutes().values()
        self.assertTrue(told.final)
        self.assertEqual(len(told.rounds), 5)
        counts = session.round_ids._vote_count()
        self.assertEqual(len(counts), 5)
        self.assertEqual(len(counts[session.round_ids[0].id].rows), 6)
