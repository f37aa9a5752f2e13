import random
from dataclasses import replace
from datetime import date, datetime
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain import council_facts, paper_ballot, round_result, vote_count
from ..domain.council_minutes import minutes
from ..domain.cut import Outcome, Seats
from ..domain.decree30 import heading
from ..domain.majority import Base, Rule
from ..domain.quorum import Room
from ..domain.quorum import Rule as Quorum
from ..domain.round_result import Ballots, Candidate, Round
from ..domain.tally import Tally
from ..domain.unit_minutes import Person
from .domain_common import exactly

AWARD = 'Giấy khen của Trưởng ban'
AN = Candidate('Lê An', 'Phòng A', Tally(8, 0, 1), 9, 5, 1, 'selected')
BINH = Candidate('Vũ Bình', 'Phòng B', Tally(7, 1, 0), 9, 5, 2, 'tied', recused=1)
CHI = Candidate('Hà Chi', 'Phòng C', Tally(7, 2, 0), 9, 5, 2, 'tied')
DUNG = Candidate('Tô Dũng', 'Phòng D', Tally(4, 4, 1), 9, 5, 4, 'not_passed')
VOTED = Round(
    number=1,
    kind='first',
    parent=0,
    subject='individual',
    award=AWARD,
    mode='paper',
    majority=Rule(1, 2, strict=True),
    members=9,
    voting=9,
    present=9,
    written=1,
    ballots=Ballots(8, 8, 8, 0),
    candidates=(DUNG, CHI, AN, BINH),
    seats=Seats(5, 7, used=4, reserved=1),
    runoff=2,
)
TOP = heading('Ban Quản lý', 'Hội đồng', 'state')
ATTENDED = (
    'Tổng số thành viên Hội đồng: 03, trong đó có quyền biểu quyết: 03. Có mặt 02 (66,67%); gửi ý '
    'kiến bằng văn bản 0; vắng mặt 01.'
)
MET = (
    'Điều kiện tiến hành: cần ít nhất 02 thành viên có quyền biểu quyết tham gia; thực tế 02. '
    'Phiên họp đủ điều kiện tiến hành.'
)
OUT = 'không tham gia thảo luận và biểu quyết về'
CHAIR, SECRETARY = Person('Đỗ Chủ', 'Trưởng ban'), Person('Mai Thư', '')


class TestRoundResult(BaseCase):
    def test_from_high_to_low_with_shared_ranks(self):
        self.assertEqual([row.rank for row in round_result.rows(VOTED)], ['1', '2', '2', '4'])

    def test_a_line_has_votes_and_shares_of_the_base(self):
        line = round_result.rows(VOTED)[0]
        self.assertEqual(
            (line.nominee, line.yes, line.yes_share, line.no, line.abstain, line.abstain_share),
            ('Lê An – Phòng A', '8', '88,89%', '0', '1', '11,11%'),
        )

    def test_a_collective_that_proposes_itself_is_named_once(self):
        own = replace(AN, nominee='Phòng A')
        (line,) = round_result.rows(replace(VOTED, candidates=(own,)))
        self.assertEqual(line.nominee, 'Phòng A')

    def test_seats_as_they_were_at_the_count(self):
        self.assertEqual(
            round_result.seats(VOTED),
            'Chỉ tiêu cả phong trào: 05 đến 07; đã chọn trước lượt này 04, để dành cho đợt sau 01; '
            'còn được chọn 02.',
        )

    def test_a_tie_names_its_runoff(self):
        self.assertEqual(
            round_result.conclusion(VOTED),
            (
                'Được chọn (01 cá nhân): Lê An.',
                'Bằng phiếu ở chỉ tiêu cuối: Hà Chi, Vũ Bình; bỏ phiếu lại ở lượt 2.',
            ),
        )

    def test_a_tie_resolved_by_the_chair_says_why(self):
        chosen = replace(BINH, outcome='selected')
        other = replace(CHI, outcome='passed_not_selected')
        settled = replace(
            VOTED,
            candidates=(AN, chosen, other),
            runoff=0,
            resolution='chair',
            resolution_reason='Nhiều sáng kiến hơn.',
        )
        said = round_result.conclusion(settled)[1]
        self.assertTrue(said.endswith('theo ý kiến của Chủ tọa: Nhiều sáng kiến hơn.'), said)
        self.assertNotIn('..', said)

    def test_fewer_than_the_minimum_is_said(self):
        short = replace(VOTED, short_by=2)
        self.assertIn(
            'Còn thiếu 02 so với số tối thiểu của kế hoạch.', round_result.conclusion(short)
        )

    def test_nobody_selected(self):
        none = replace(VOTED, candidates=(DUNG,))
        self.assertEqual(
            round_result.conclusion(none), ('Không có trường hợp nào được chọn ở lượt này.',)
        )

    def test_not_announced_has_no_figures(self):
        waiting = replace(VOTED, announced=False)
        self.assertEqual(
            (round_result.rows(waiting), round_result.conclusion(waiting)),
            ((), ('Kết quả chưa công bố.',)),
        )
        self.assertEqual(round_result.seats(waiting), '')

    def test_a_copy_with_something_hidden_has_neither_rank_nor_seats_nor_tie(self):
        partial = replace(VOTED, candidates=(AN, CHI), whole=False)
        self.assertEqual([row.rank for row in round_result.rows(partial)], ['', ''])
        self.assertEqual(round_result.seats(partial), '')
        self.assertNotIn('lượt 2', ' '.join(round_result.conclusion(partial)))

    def test_a_copy_with_something_hidden_never_says_that_nobody_is_selected(self):
        partial = replace(VOTED, candidates=(DUNG,), whole=False)
        self.assertEqual(
            round_result.conclusion(partial),
            ('Bản này không ghi những trường hợp mà người in không tham gia biểu quyết.',),
        )

    def test_every_mode_base_and_outcome_has_its_words(self):
        for mode, base in product(('secret', 'open', 'paper', 'show_of_hands'), Base):
            voted = replace(VOTED, mode=mode, majority=Rule(80, 100, False, base))
            self.assertIn('từ 80% trở lên', round_result.method(voted))
        for outcome in Outcome:
            voted = replace(VOTED, candidates=(replace(AN, outcome=outcome),))
            self.assertTrue(round_result.rows(voted)[0].outcome)

    def test_hands_have_no_ballots(self):
        self.assertEqual(round_result.ballots(replace(VOTED, ballots=None)), '')

    @exactly
    @given(st.randoms(use_true_random=False))
    def test_order_of_candidates_changes_no_figure(self, shuffle):
        candidates = list(VOTED.candidates)
        shuffle.shuffle(candidates)
        shuffled = replace(VOTED, candidates=tuple(candidates))
        self.assertEqual(set(round_result.rows(shuffled)), set(round_result.rows(VOTED)))


class TestVoteCountText(BaseCase):
    FACTS = vote_count.Facts(
        heading=TOP,
        campaign='Phong trào',
        phase='Đợt 1',
        session='Phiên họp đợt 1',
        place='',
        start=datetime(2025, 9, 8, 14, 20),
        end=datetime(2025, 9, 8, 14, 32),
        tellers=(Person('Lý Một', 'Ủy viên'), Person('Lý Hai', '')),
        chair=CHAIR,
        voted=VOTED,
    )

    def test_tellers_sign_before_the_chair_two_in_a_row(self):
        signed = vote_count.vote_count(self.FACTS).signatures
        self.assertEqual(
            [[block.name for block in row] for row in signed], [['Lý Một', 'Lý Hai'], ['Đỗ Chủ']]
        )

    def test_without_tellers_somebody_still_signs(self):
        signed = vote_count.vote_count(replace(self.FACTS, tellers=())).signatures
        self.assertEqual([[block.name for block in row] for row in signed], [['', 'Đỗ Chủ']])

    def test_no_full_stop_is_doubled(self):
        voted = replace(VOTED, kind='correction', parent=1, reason='Đếm nhầm.')
        made = vote_count.vote_count(
            replace(self.FACTS, place='Hội trường.', session='Phiên họp.', voted=voted)
        )
        said = [text for _label, text in made.opening[1:3]]
        self.assertEqual(said, ['Hội trường.', 'Phiên họp.'])
        self.assertEqual(made.figures[0], 'Lý do của lượt bỏ phiếu này: Đếm nhầm.')

    def test_announced_at(self):
        self.assertEqual(
            vote_count.vote_count(self.FACTS).ending,
            'Kết quả được công bố trước phiên họp vào 14 giờ 32, ngày 08 tháng 9 năm 2025./.',
        )


class TestPaperBallotText(BaseCase):
    PEOPLE = tuple(
        paper_ballot.Candidate(key, name, 'Phòng A') for key, name in enumerate(('An', 'Bình'))
    )

    def _ballots(self, sheets):
        return paper_ballot.ballots(
            paper_ballot.Facts(TOP, 'Phong trào', 'Đợt 1', 1, 'first', 'individual', AWARD, sheets)
        )

    def test_order_of_voters_changes_nothing(self):
        sheets = [self.PEOPLE] * 5 + [self.PEOPLE[:1]] * 2 + [self.PEOPLE[1:]]
        expected = self._ballots(tuple(sheets))
        for seed in range(5):
            random.Random(seed).shuffle(sheets)
            self.assertEqual(self._ballots(tuple(sheets)), expected)

    def test_as_many_as_voters(self):
        self.assertEqual(len(self._ballots((self.PEOPLE,) * 9)), 9)


class TestCouncilMinutesText(BaseCase):
    HELD = council_facts.Facts(
        heading=TOP,
        name='Phiên họp đợt 1',
        campaign='Phong trào',
        phase='Đợt 1',
        plan='15/KH-BQL',
        plan_date=date(2025, 6, 5),
        start=datetime(2025, 9, 8, 14, 0),
        end=datetime(2025, 9, 8, 16, 5),
        place='Phòng họp',
        seats=(
            council_facts.Seat('Đỗ Chủ', 'Trưởng ban', 'chair', True, 'present', ''),
            council_facts.Seat('Mai Thư', '', 'secretary', True, 'present', ''),
            council_facts.Seat('Võ Vắng', '', 'member', True, 'absent', 'ốm'),
            council_facts.Seat('Lê Khách', '', 'guest', False, 'present', ''),
        ),
        rule=Quorum(numerator=2, denominator=3),
        room=Room(members=3, voting=3, present=2, chair_present=True),
        chair=CHAIR,
        secretary=SECRETARY,
        tellers=(),
        items=(council_facts.Item('Lê An', 'individual', AWARD, 'Tốt.\nRất tốt.'),),
        recusals=(council_facts.Recusal('Mai Thư', 'Lê An', 'unit_leader', 'English label'),),
        rounds=(VOTED,),
        decisions=(
            council_facts.Decision('Lê An', 'individual', AWARD, is_approved=True),
            council_facts.Decision('Tô Dũng', 'individual', AWARD, is_approved=False),
        ),
        used=(council_facts.SeatsUsed('05-07 cá nhân', 5, 7),),
        discussion='Nhất trí.',
        conclusion='Giao Văn phòng.',
        recipients=('Văn phòng',),
        whole=True,
        final=True,
    )

    def test_no_full_stop_is_doubled(self):
        chair = Person('Đỗ Chủ', 'Trưởng ban.')
        made = minutes(replace(self.HELD, place='Phòng họp tầng 2.', chair=chair))
        said = [text for _label, text in made.opening[1:3]]
        self.assertEqual(said, ['Phòng họp tầng 2.', 'Đỗ Chủ – Trưởng ban.'])

    def test_guests_are_not_counted_as_members(self):
        self.assertEqual(
            minutes(self.HELD).attendance,
            (ATTENDED, 'Vắng mặt: Võ Vắng (ốm).', MET),
        )

    def test_below_quorum_says_so(self):
        few = replace(self.HELD, room=Room(members=3, voting=3, present=1, chair_present=True))
        self.assertIn('không đủ điều kiện', minutes(few).attendance[-1])

    def test_recusals_by_member_and_what_hr_shows_is_said_in_vietnamese(self):
        own = council_facts.Recusal('Mai Thư', 'Vũ Bình', '', 'Người thân')
        self.assertEqual(
            minutes(replace(self.HELD, recusals=(*self.HELD.recusals, own))).recusals,
            (f'- Mai Thư: {OUT} Lê An (lãnh đạo đơn vị đề nghị); về Vũ Bình (Người thân).',),
        )

    def test_outcome_with_seats_used(self):
        self.assertEqual(
            minutes(self.HELD).outcome,
            (
                'Hội đồng thống nhất đề nghị khen thưởng: 01 cá nhân.',
                f'- {AWARD}: Lê An.',
                'Không đề nghị khen thưởng: Tô Dũng.',
                'Chỉ tiêu “05-07 cá nhân”: đã dùng 05/07.',
            ),
        )

    def test_secretary_signs_at_the_left(self):
        signed = minutes(self.HELD).signatures
        self.assertEqual(
            [(block.title, block.name) for block in signed],
            [('THƯ KÝ', 'Mai Thư'), ('CHỦ TỌA', 'Đỗ Chủ')],
        )

    def test_discussion_item_by_item_and_then_of_all(self):
        self.assertEqual(minutes(self.HELD).discussion, ('- Về Lê An: Tốt. Rất tốt.', 'Nhất trí.'))

    def test_a_superseded_round_says_so_and_why_the_next(self):
        old = replace(VOTED, superseded=True)
        new = replace(VOTED, number=2, kind='correction', parent=1, reason='Đếm nhầm.')
        first, second = minutes(replace(self.HELD, rounds=(old, new))).rounds
        self.assertIn('đã được thay bằng lượt sau', first.lines[0])
        self.assertEqual(second.lines[0], 'Lý do của lượt bỏ phiếu này: Đếm nhầm.')

    def test_while_it_lasts_nothing_is_decided_and_the_end_is_dotted(self):
        now = replace(self.HELD, end=None, decisions=(), rounds=())
        self.assertEqual(minutes(now).outcome, ())
        self.assertIn('… giờ …', minutes(now).ending)
