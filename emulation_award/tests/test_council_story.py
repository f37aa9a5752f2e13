from datetime import datetime

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .council_story_common import COUNT, LEADER_D, MINUTES, CouncilStoryCommon
from .story_common import at

CAST = ('yes', 'no', 'abstain')


@tagged('post_install', '-at_install')
class TestCouncilStory(CouncilStoryCommon):
    """Both phases of the seed before the council: 1 collective and 5-7 individuals in all.

    One test, because it is one story. Nine members; the leader of unit D is recused from D's
    nominees, one member is absent and writes, and the seventh seat ends in a tie.
    """

    def test_the_council_decides_on_both_phases(self):
        with at('2025-06-10 08:00:00'):
            self._write_plan()
            self.campaign.action_launch()
        with at('2025-08-25 09:00:00'):
            self._chapter_dossiers_of_phase_1()
        with at('2025-09-08 14:00:00'):
            self._chapter_phase_1_is_voted_on_with_seats_kept_for_phase_2()
        with at('2025-10-28 09:00:00'):
            self._chapter_dossiers_of_phase_2()
        with at('2025-11-10 14:00:00'):
            self._chapter_a_tie_at_the_seventh_seat_goes_to_a_runoff()
        self._chapter_the_journal_verifies()

    def _chapter_dossiers_of_phase_1(self):
        (_d, people_d), (_e, people_e) = self.units['D'], self.units['E']
        unit_d, unit_e = self.units['D'][0], self.units['E'][0]
        self.phase_1_dossiers = self._accepted(
            self.phase_1,
            datetime(2025, 8, 25, 1),
            [
                (unit_d, people_d[1]),
                (unit_d, people_d[2]),
                (unit_e, people_e[1]),
                (unit_e, people_e[2]),
                (self.unit_a, self.people_a[2]),
                (unit_e, unit_e),
                (self.unit_a, self.unit_a),
            ],
        )

    def _chapter_phase_1_is_voted_on_with_seats_kept_for_phase_2(self):
        session = self._convened(self.phase_1, datetime(2025, 9, 8, 7))
        self.assertEqual(session.item_ids.nomination_id, self.phase_1_dossiers)
        self.assertEqual(set(self.phase_1_dossiers.mapped('state')), {'on_agenda'})
        people, collectives = self.phase_1_dossiers[:5], self.phase_1_dossiers[5:]
        written = dict.fromkeys(self.phase_1_dossiers, 'yes')
        written[people[4]] = 'no'
        self._attended(session, written)

        voted = self._round(session, 'individual', reserved=3)
        one, two, three, four, five = people
        yes = {one: 7, two: 5, three: 8, four: 6, five: 2}
        cast = self._vote(voted, yes)
        self._check_recused(voted, one + two)
        self._check_equal_to_what_was_cast(session, voted, cast, written)
        self.assertEqual(
            self._outcomes(voted), {**dict.fromkeys(people[:4], 'selected'), five: 'not_passed'}
        )

        group = self._round(session, 'collective')
        cast = self._vote(group, {collectives[0]: 8, collectives[1]: 6})
        self._check_equal_to_what_was_cast(session, group, cast, written)
        self.assertEqual(
            self._outcomes(group),
            {collectives[0]: 'selected', collectives[1]: 'passed_not_selected'},
        )
        self._close(session)
        approved = people[:4] + collectives[0]
        self._check_decided(approved, five + collectives[1])
        self._check_minutes(
            session,
            'Hội đồng thống nhất đề nghị khen thưởng: 01 tập thể, 04 cá nhân.',
            'Chỉ tiêu “05-07 cá nhân”: đã dùng 04/07.',
            'Chỉ tiêu “01 tập thể”: đã dùng 01/01.',
            'gửi ý kiến bằng văn bản 01',
            'Thành viên 7 (điều trị tại viện)',
        )

    def _check_recused(self, voted, nominations):
        """The leader of D had no line for D's nominees, and knows nothing of their figures."""
        leader = self.members[LEADER_D]
        lines = voted.sudo().candidate_ids
        hidden = lines.filtered(lambda line: leader in line.recused_ids)
        self.assertEqual(hidden.nomination_id, nominations)
        seen = self.env(user=leader.user_id)['emulation.candidate'].search(
            [('round_id', '=', voted.id)]
        )
        self.assertEqual(seen, lines - hidden)
        text = self._printed(voted, leader.user_id, COUNT)
        for nomination in nominations:
            self.assertNotIn(nomination.nominee_name, text)

    def _chapter_dossiers_of_phase_2(self):
        unit_d, people_d = self.units['D']
        unit_f, people_f = self.units['F']
        self.phase_2_dossiers = self._accepted(
            self.phase_2,
            datetime(2025, 10, 28, 1),
            [
                (unit_f, people_f[1]),
                (unit_f, people_f[2]),
                (unit_f, people_f[3]),
                (unit_d, people_d[3]),
                (self.unit_c, self.people_c[1]),
            ],
        )

    def _chapter_a_tie_at_the_seventh_seat_goes_to_a_runoff(self):
        session = self._convened(self.phase_2, datetime(2025, 11, 10, 7))
        self._attended(session)
        one, two, three, four, five = self.phase_2_dossiers
        voted = self._round(session, 'individual')
        cast = self._vote(voted, {one: 8, two: 7, three: 6, four: 6, five: 5})
        self._check_equal_to_what_was_cast(session, voted, cast)
        self.assertEqual(voted.seats_used, 4)
        self.assertEqual(
            self._outcomes(voted),
            {
                **dict.fromkeys(one + two, 'selected'),
                **dict.fromkeys(three + four, 'tied'),
                five: 'passed_not_selected',
            },
        )

        runoff = voted.browse(voted.action_runoff()['res_id'])
        cast = self._vote(runoff, {three: 3, four: 5})
        self._check_equal_to_what_was_cast(session, runoff, cast)
        self.assertEqual(runoff.seats_used, 6)
        self.assertEqual(self._outcomes(runoff), {three: 'not_passed', four: 'selected'})
        self._close(session)
        self._check_decided(one + two + four, three + five)
        self._check_minutes(
            session,
            f'Bằng phiếu ở chỉ tiêu cuối: {four.nominee_name}, {three.nominee_name}; bỏ phiếu '
            'lại ở lượt 2.',
            'bỏ phiếu lại sau lượt 1',
            'Hội đồng thống nhất đề nghị khen thưởng: 03 cá nhân.',
            'Chỉ tiêu “05-07 cá nhân”: đã dùng 07/07.',
            'Vắng mặt: Thành viên 7 (điều trị tại viện).',
        )

    def _chapter_the_journal_verifies(self):
        approved = self.env['emulation.nomination'].search(
            [('campaign_id', '=', self.campaign.id), ('state', '=', 'approved')]
        )
        kinds = approved.mapped('nominee_kind')
        self.assertEqual((kinds.count('individual'), kinds.count('collective')), (7, 1))
        chain = self._by(self.auditor, 'emulation.journal.chain').search(
            [('campaign_id', '=', self.campaign.id)]
        )
        self.assertIsNone(chain._first_break())
        told = chain.entry_ids.mapped('event')
        for event, times in (
            ('session.minuted', 2),
            ('round.announced', 4),
            ('round.runoff', 1),
            ('nomination.approved', 8),
            ('nomination.not_approved', 4),
        ):
            self.assertEqual(told.count(event), times, event)

    # Tools

    def _outcomes(self, voted):
        return {line.nomination_id: line.outcome for line in voted.sudo().candidate_ids}

    def _check_equal_to_what_was_cast(self, session, voted, cast, written=None):
        """Stored, counted again and printed: each figure is what was put in."""
        text = self._printed(voted, self.secretary, COUNT)
        for line in voted.sudo().candidate_ids:
            name = line.nomination_id.nominee_name
            figures = {choice: cast[name, choice] for choice in CAST}
            if written:
                figures[written[line.nomination_id]] += 1
            self.assertEqual({choice: line[choice] for choice in CAST}, figures)
            row = rf'\d {name}[^%]*? {figures["yes"]} [\d,]+% {figures["no"]} [\d,]+%'
            self.assertRegex(text, row)
        self.assertEqual(voted.sudo()._recount(), [])

    def _check_decided(self, approved, refused):
        self.assertEqual(set(approved.mapped('state')), {'approved'})
        self.assertEqual(set(refused.mapped('state')), {'not_approved'})
        for nomination in approved:
            self.assertIn('Approved by the council', self._told(nomination))
        for nomination in refused:
            self.assertIn('Not approved by the council', self._told(nomination))

    def _check_minutes(self, session, *said):
        text = self._printed(session, self.members[3].user_id, MINUTES)
        for words in (
            *said,
            'Phiên họp đủ điều kiện tiến hành.',
            'Giao Văn phòng trình Trưởng ban.',
        ):
            self.assertIn(words, text)
        self.assertNotIn('DỰ THẢO', text)
        with self.assertRaises(AccessError):
            self._printed(session, self.leader_a, MINUTES)
