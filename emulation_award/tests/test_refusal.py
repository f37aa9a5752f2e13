from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from ..domain import (
    certificate,
    completeness,
    cut,
    eligibility,
    majority,
    meeting,
    prize,
    quorum,
    quota,
    review,
    signing,
    states,
    tally,
    windows,
)
from ..domain.findings import CODES
from .decision_examples import decision_examples
from .submission_examples import reply_examples, submission_examples, table_examples

NOON = datetime(2025, 8, 29, 5, tzinfo=timezone.utc)  # 12:00 in Hanoi
HOUR = timedelta(hours=1)


def window_examples():
    return [
        windows.window_finding(NOON, NOON + HOUR, None),
        windows.window_finding(NOON, None, NOON - HOUR),
        *windows.period_findings(
            [
                ('Đợt 1', date(2025, 5, 1), date(2025, 4, 1)),
                ('Đợt 2', date(2025, 8, 1), date(2025, 10, 1)),
                ('Đợt 3', date(2025, 9, 1), None),
                ('Đợt 4', date(2025, 11, 1), None),
            ]
        ),
    ]


def quota_examples():
    share = quota.Rule(numerator=20, denominator=100)
    return [
        quota.quota_finding('Phòng Alpha', 10, share, 2, 1, ['Lê An', 'Vũ Bình']),
        quota.quota_finding('Phòng Beta', 4, share, 0, 1, []),
        quota.quota_finding('Phòng Alpha', 0, quota.Rule(fixed=1), 1, 1, ['Lê An']),
        quota.count_missing('Phòng Alpha', 'sáng kiến'),
    ]


def review_examples():
    half = Fraction(1, 2)
    return [
        *review.count_findings('Lê An', review.Count(-1, 0, 0), 5),
        *review.count_findings('Lê An', review.Count(6, 0, 0), 5),
        *review.count_findings('Lê An', review.Count(3, 1, 0), 5),
        *review.attendance_findings(5, 6, half),
        *review.attendance_findings(5, 1, half),
        review.support_finding('Lê An', 'Phòng Alpha', 'Đợt 1', None),
        review.support_finding(
            'Lê An', 'Phòng Alpha', 'Đợt 1', review.Decision(True, False, 4, 10)
        ),
    ]


def meeting_examples():
    officers = (
        meeting.Officer('chair', '', present=False),
        meeting.Officer('secretary', 'Lê An', present=False),
    )
    ends = (None, NOON - 2 * HOUR, NOON + HOUR)
    held = [meeting.Meeting(NOON - HOUR, end, 5, 0, officers, 0) for end in ends]
    return [
        *(finding for one in held for finding in meeting.closing_findings(one, NOON)),
        meeting.nominee_finding('Lê An', 'draft', same_meeting=False),
        meeting.nominee_finding('Lê An', 'submitted', same_meeting=True),
    ]


def eligibility_examples():
    def findings(**facts):
        plain = {
            'nominee_kind': 'individual',
            'nominee': 'Lê An',
            'is_outsider': False,
            'proposing_unit': 'Phòng Alpha',
            'proposing_unit_id': 1,
            'member_unit_ids': frozenset({1}),
            'category': 'viên chức',
            'category_id': 1,
            'open_holds': (),
            'same_award': (),
            'other_awards': (),
            'justification': '',
        }
        rule = eligibility.AwardRule(
            award='Giấy khen',
            subjects=frozenset({'individual'}),
            outsiders_allowed=False,
            proposer='own_unit',
            category_ids=frozenset({1}),
            category_names='viên chức',
            citation='KH IV.2.1',
        )
        return eligibility.eligibility_findings(eligibility.Facts(**{**plain, **facts}), rule)

    return [
        *findings(nominee_kind='collective'),
        *findings(is_outsider=True),
        *findings(member_unit_ids=frozenset()),
        *findings(category_id=2, category='công chức'),
        *findings(category_id=None, category=''),
        *findings(same_award=('2025/0001',)),
        *findings(other_awards=('2025/0001',)),
        *findings(open_holds=('2025/0001',)),
    ]


def completeness_examples():
    def criterion(verdict, needed='none'):
        return completeness.Criterion('100 % nhiệm vụ', True, verdict, needed, False, False)

    pdf = frozenset({'application/pdf'})
    files = [
        completeness.File('report.pdf', 0, 'application/pdf'),
        completeness.File('report.exe', 2048, 'application/x-dosexec'),
    ]
    return [
        *completeness.criteria_findings([criterion(None), criterion('not_met')]),
        *completeness.criteria_findings([criterion('met', 'text'), criterion('met', 'file')]),
        *completeness.upload_findings('Sáng kiến', files, pdf, 1024, 3),
        *completeness.section_findings([('Thành tích', True, ' ')]),
    ]


def quorum_examples():
    rules = [
        quorum.Rule(count=7),
        *(quorum.Rule(None, 80, 100, base) for base in quorum.Base),
    ]
    room = quorum.Room(members=9, voting=8, present=5, chair_present=False)
    return [
        *(finding for rule in rules for finding in quorum.session_findings(rule, room)),
        *(finding for rule in rules for finding in quorum.item_findings('Lê An', rule, room, 3)),
    ]


def count_examples():
    def paper(*heads, yes=0, recused=0):
        return tally.Paper(*heads, (tally.Line('Lê An', tally.Tally(yes), recused),))

    return [
        *tally.paper_findings(paper(-1, -2, -3, -4), 9),
        *tally.paper_findings(paper(10, 11, 8, 2), 9),
        *tally.paper_findings(paper(9, 9, 9, 0, yes=7), 9),
        *tally.paper_findings(paper(9, 9, 8, 1, yes=2, recused=3), 9),
        *tally.teller_findings(paper(9, 8, 7, 1, yes=5), paper(6, 4, 3, 2, yes=10)),
        *tally.hands_findings('Lê An', tally.Tally(6), 8),
        *(
            majority.threshold_finding('CSTĐ', majority.Rule(1, 2, strict, base), 90)
            for strict in (True, False)
            for base in majority.Base
        ),
    ]


def seat_examples():
    seats = cut.Seats(minimum=5, maximum=9, used=1, reserved=3)
    return [
        cut.minimum_finding(seats, cut.cut({'Lê An': 9, 'Vũ Bình': 8}, seats)),
        *cut.chair_findings(['Lê An', 'Vũ Bình', 'Lê Chi'], ['Lê An'], 2),
    ]


def prize_examples():
    lower = prize.Claim('Lê An', 'Lao động tiên tiến', 'title', 710_000, '2025')
    higher = prize.Claim('Lê An', 'Chiến sĩ thi đua cơ sở', 'title', 2_340_000, '2025')
    return prize.not_paid([lower, higher])


def certificate_examples():
    def found(**texts):
        texts = {'name': 'Lê An', 'achievement': 'Thành tích', **texts}
        facts = certificate.Facts(
            style='state',
            decider='Trưởng ban',
            award='Giấy khen',
            kind='individual',
            signing=signing.Signing(),
            **texts,
        )
        layout = certificate.Layout()
        told = certificate.certificate(facts, layout).findings
        return [*told, *certificate.decided_findings(facts, [layout])]

    return [*found(name='Lê An ' * 99), *found(achievement='Rất dài ' * 999)]


def examples():
    """Findings as the rules really give them: every code, and every turn of its sentence."""
    return [
        *window_examples(),
        *quota_examples(),
        states.transition_finding('submit', 'draft'),
        states.launched_finding('Phong trào', 'closed'),
        *filter(
            None,
            (states.transition_finding(operation, 'forwarded') for operation in states.TRANSITIONS),
        ),
        *review_examples(),
        *meeting_examples(),
        *eligibility_examples(),
        *completeness_examples(),
        *quorum_examples(),
        *count_examples(),
        *seat_examples(),
        *prize_examples(),
        *certificate_examples(),
        *decision_examples(),
        *submission_examples(),
        *reply_examples(),
        *table_examples(),
    ]


@tagged('post_install', '-at_install')
class TestRefusal(TransactionCase):
    def setUp(self):
        super().setUp()
        self.refusal = self.env['emulation.refusal']

    def test_every_code_has_its_sentence(self):
        said = {name[5:] for name in dir(self.refusal) if name.startswith('_say_')}

        self.assertEqual(said, set(CODES))

    def test_the_examples_are_every_code(self):
        self.assertEqual({finding.code for finding in examples()}, set(CODES))

    def test_a_sentence_says_every_figure(self):
        for finding in examples():
            with self.subTest(finding.code):
                said = self.refusal._sentence(finding)
                for figure in self._figures(finding):
                    self.assertIn(figure, said)

    def _figures(self, finding):
        # Sizes are said in KB or MB, and a fixed quota has no base.
        unsaid = {'size', 'max_bytes'} | ({'base'} if not finding.params.get('ratio') else set())
        return [
            str(value)
            for name, value in finding.params.items()
            if isinstance(value, int) and name not in unsaid
        ]

    def test_a_sentence_ends_with_what_to_do_and_the_citation(self):
        finding = eligibility_examples()[0]

        said = self.refusal._sentence(finding)

        self.assertTrue(said.endswith('Choose another award. [KH IV.2.1]'), said)

    def test_a_moment_is_told_in_the_time_of_the_agency(self):
        said = self.refusal._sentence(window_examples()[1])

        self.assertIn('until 11:00 29/08/2025', said)

    def test_no_finding_is_no_refusal(self):
        self.refusal._raise_if([])
        self.refusal._raise_for({self.env.user: []})

    def _said_of(self, findings_by_user):
        with self.assertRaises(UserError) as caught:
            self.refusal._raise_for(findings_by_user)
        return str(caught.exception).splitlines()

    def test_all_records_are_named(self):
        admin, root = self.env.ref('base.user_admin'), self.env.ref('base.user_root')
        first, second = completeness_examples()[:2]

        said = self._said_of({admin: [first], root: [second]})

        sentences = [f'- {self.refusal._sentence(finding)}' for finding in (first, second)]
        self.assertEqual(
            said, [f'{admin.display_name}:', sentences[0], f'{root.display_name}:', sentences[1]]
        )

    def test_what_concerns_several_records_is_said_once(self):
        admin, root = self.env.ref('base.user_admin'), self.env.ref('base.user_root')
        finding = quota_examples()[0]

        said = self._said_of({admin: [finding], root: [finding]})

        self.assertEqual(said[0], f'{admin.display_name}, {root.display_name}:')
        self.assertEqual(len(said), 2)
