from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.decision_facts import Meeting
from ..domain.errors import UnknownWordError
from ..domain.official_parts import (
    annex_reference,
    bare,
    basis_blocks,
    by_force,
    enumerated,
    met,
    proposals,
    reason,
    recipient_lines,
)
from .domain_common import exactly

COUNCIL = 'Hội đồng Thi đua - Khen thưởng'
LINES = st.lists(st.text(st.sampled_from('aă .;,-L')), max_size=6)


class TestBases(BaseCase):
    def test_signs_at_the_end(self):
        lines = [one.text for one in basis_blocks(['Căn cứ A;', 'Căn cứ B.', 'Căn cứ C'], 'state')]
        self.assertEqual(lines, ['Căn cứ A;', 'Căn cứ B;', 'Căn cứ C.'])

    def test_party(self):
        lines = [one.text for one in basis_blocks(['Căn cứ A', 'Căn cứ B'], 'party')]
        self.assertEqual(lines, ['- Căn cứ A;', '- Căn cứ B,'])

    def test_none(self):
        self.assertEqual(basis_blocks(['', ' ; '], 'state'), ())

    def test_unknown_style(self):
        with self.assertRaises(UnknownWordError):
            basis_blocks(['A'], 'firm')

    def test_order_of_force(self):
        documents = (
            'Kế hoạch số 1',
            'Quyết định số 2',
            'Thông tư số 3',
            'Kế hoạch số 4',
            'Nghị định số 5',
            'Luật Thi đua, khen thưởng',
            'Điều lệ Đảng',
        )
        self.assertEqual(
            by_force(documents),
            (
                'Điều lệ Đảng',
                'Luật Thi đua, khen thưởng',
                'Nghị định số 5',
                'Thông tư số 3',
                'Quyết định số 2',
                'Kế hoạch số 1',
                'Kế hoạch số 4',
            ),
        )

    @exactly
    @given(st.permutations(['Luật A', 'Nghị định B', 'Kế hoạch C', 'Thông tư D']))
    def test_order_of_force_is_one(self, documents):
        self.assertEqual(by_force(documents), ('Luật A', 'Nghị định B', 'Thông tư D', 'Kế hoạch C'))


class TestProposals(BaseCase):
    def test_nobody(self):
        self.assertEqual(proposals((), ''), ())

    def test_submitter_alone(self):
        self.assertEqual(proposals((), 'Chánh Văn phòng'), ('Theo đề nghị của Chánh Văn phòng',))

    def test_day_not_known(self):
        self.assertEqual(met([Meeting(COUNCIL)]), f'{COUNCIL} (Biên bản họp ngày … tháng … năm …)')

    def test_days_of_one_body_are_in_order_and_named_once(self):
        days = (date(2025, 11, 3), date(2025, 9, 5), date(2025, 11, 3))
        self.assertEqual(
            met([Meeting(COUNCIL, day) for day in days]),
            f'{COUNCIL} (các Biên bản họp ngày 05/9/2025, ngày 03/11/2025)',
        )

    def test_several_bodies(self):
        meetings = [Meeting('A', date(2025, 9, 5)), Meeting('B', date(2025, 9, 6))]
        self.assertEqual(
            met(meetings), 'A (Biên bản họp ngày 05/9/2025), B (Biên bản họp ngày 06/9/2025)'
        )


class TestReferences(BaseCase):
    def test_issuer_not_known(self):
        self.assertEqual(
            annex_reference('Quyết định', '12/QĐ', date(2025, 1, 2), ''),
            '(Kèm theo Quyết định số 12/QĐ ngày 02 tháng 01 năm 2025 của …)',
        )

    def test_every_turn_of_a_reason(self):
        said = {
            'Đã có thành tích A.': 'đã có thành tích A',
            'Có thành tích B': 'có thành tích B',
            'Vì sự nghiệp C;': 'vì sự nghiệp C',
            'Thành tích D': 'đã có thành tích D',
            'Sáng kiến E': 'về thành tích: Sáng kiến E',
            ' ': '',
        }
        self.assertEqual({text: reason(text) for text in said}, said)


class TestRecipients(BaseCase):
    def test_first_and_last_are_added(self):
        self.assertEqual(
            recipient_lines(['Sở Nội vụ'], 'Như trên', 'VP', 'state'),
            ('Như trên;', 'Sở Nội vụ;', 'Lưu: VT, VP.'),
        )
        self.assertEqual(recipient_lines([], 'Như trên', '', 'party')[-1], 'Lưu Văn phòng.')

    def test_archive_is_last_wherever_it_was_typed(self):
        typed = ('Lưu: VT', 'như Điều 2', 'Lưu: Hồ sơ', 'A')
        self.assertEqual(
            recipient_lines(typed, 'Như trên', 'VP', 'state'),
            ('như Điều 2;', 'A;', 'Lưu: VT;', 'Lưu: Hồ sơ.'),
        )

    @exactly
    @given(LINES)
    def test_signs(self, typed):
        lines = recipient_lines(typed, 'Như trên', '', 'state')
        self.assertTrue(all(line.endswith(';') for line in lines[:-1]))
        self.assertTrue(lines[-1].startswith('Lưu') and lines[-1].endswith('.'))

    @exactly
    @given(LINES)
    def test_enumeration_loses_nothing_but_signs(self, typed):
        lines = enumerated(typed)
        self.assertEqual(
            [line.rstrip(';.') for line in lines], [said for text in typed if (said := bare(text))]
        )
        self.assertEqual([line for line in lines if not line.strip(' .;,-')], [])
