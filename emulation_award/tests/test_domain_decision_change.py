from dataclasses import replace

from odoo.tests import BaseCase

from ..domain.blocks import Kind
from ..domain.decision_facts import Correction, Ground
from .decision_document_common import AN, BINH, ORIGINAL, REVOKED, articles, lines, printed


class TestCorrection(BaseCase):
    def printed(self, *corrections, **changes):
        facts = {'kind': 'correction', 'holders': (), 'original': ORIGINAL, **changes}
        return printed(corrections=corrections, **facts)

    def test_what_is_corrected(self):
        made = self.printed(Correction(AN, replace(AN, name='Vũ Ân')), reason='Lỗi đánh máy.')
        original = 'Quyết định số 05/QĐ-BQL ngày 05/9/2025 của Trưởng ban'
        self.assertEqual(made.about, (f'Về việc đính chính {original}',))
        self.assertEqual(
            lines(made, Kind.ARTICLE)[:2],
            [
                f'Điều 1. Đính chính nội dung về 01 cá nhân tại {original}, như sau:',
                (
                    f'Điều 2. Lý do đính chính: Lỗi đánh máy. Các nội dung khác của {original} '
                    'không thay đổi.'
                ),
            ],
        )
        self.assertEqual(
            lines(made, Kind.ITEM),
            [
                (
                    '- Đã ghi “Ông Vũ An, Phó Trưởng phòng, Phòng Đầu tư”, nay đính chính thành '
                    '“Ông Vũ Ân, Phó Trưởng phòng, Phòng Đầu tư”.'
                )
            ],
        )

    def test_only_what_differs_is_told_besides_the_name(self):
        money = self.printed(Correction(AN, replace(AN, prize=760_000)))
        self.assertIn('tiền thưởng 760.000 đồng”', lines(money, Kind.ITEM)[0])
        words = self.printed(Correction(AN, replace(AN, achievement='Có sáng kiến')))
        self.assertIn('có sáng kiến”', lines(words, Kind.ITEM)[0])
        self.assertNotIn('tiền thưởng', lines(words, Kind.ITEM)[0])

    def test_no_list_and_no_prize(self):
        made = self.printed(*[Correction(AN, BINH)] * 5)
        self.assertEqual((made.annex, len(lines(made, Kind.ITEM))), (None, 5))
        self.assertEqual(len(lines(made, Kind.ARTICLE)), 3)

    def test_without_reason(self):
        made = self.printed(Correction(AN, BINH))
        self.assertTrue(lines(made, Kind.ARTICLE)[1].startswith('Điều 2. Các nội dung khác'))


class TestRevocation(BaseCase):
    def test_award_and_money_are_taken_back(self):
        made = articles(**REVOKED, holders=(AN,))
        self.assertEqual(
            made[:2],
            [
                (
                    'Điều 1. Hủy bỏ việc tặng Giấy khen của Trưởng ban tại Quyết định số '
                    '05/QĐ-BQL ngày 05/9/2025 của Trưởng ban đối với ông Vũ An, Phó Trưởng '
                    'phòng, Phòng Đầu tư. Lý do: kê khai gian dối công trạng, thành tích để được '
                    'khen thưởng (điểm a khoản 2 Điều 93 Luật Thi đua, khen thưởng).'
                ),
                (
                    'Điều 2. Thu hồi Giấy khen của Trưởng ban đã tặng và tiền thưởng kèm theo, '
                    'số tiền 710.000 đồng (Bằng chữ: Bảy trăm mười nghìn đồng chẵn), nộp về Quỹ '
                    'thi đua, khen thưởng của Ban Quản lý.'
                ),
            ],
        )

    def test_nothing_was_paid(self):
        made = articles(**REVOKED, holders=(replace(AN, prize=0),))
        self.assertEqual(made[1], 'Điều 2. Thu hồi Giấy khen của Trưởng ban đã tặng.')

    def test_every_ground_of_the_law_has_its_clause(self):
        clauses = {}
        for ground in Ground:
            text = articles(**{**REVOKED, 'ground': ground}, holders=(AN,))[0]
            clauses[ground.value] = text.partition('(điểm ')[2][:1]
        self.assertEqual(
            clauses,
            {
                'false_declaration': 'a',
                'forged_papers': 'b',
                'unlawful_review': 'c',
                'later_finding': 'd',
                'mistake': '',
            },
        )

    def test_another_clause_and_own_words(self):
        text = articles(
            **REVOKED, holders=(AN,), ground_clause='khoản 3 Điều 90', reason='Kết luận số 3.'
        )[0]
        self.assertTrue(text.endswith('(khoản 3 Điều 90); Kết luận số 3.'))

    def test_some_and_many(self):
        some = printed(**REVOKED, holders=(AN, BINH))
        self.assertIsNone(some.annex)
        many = printed(**REVOKED)
        self.assertEqual(many.annex.figure_caption, 'Số tiền thu hồi (đồng)')
        self.assertEqual(
            many.annex.about,
            ('Tập thể, cá nhân bị hủy bỏ quyết định tặng Giấy khen của Trưởng ban',),
        )

    def test_names_follow_the_words_that_announce_them(self):
        some = printed(**REVOKED, holders=(AN, BINH), reason='Kết luận số 3.')
        first, why, recovery, _closing = lines(some, Kind.ARTICLE)
        self.assertTrue(first.endswith('đối với 02 cá nhân sau đây:'), first)
        self.assertEqual(
            lines(some, Kind.ITEM),
            [
                '- Ông Vũ An, Phó Trưởng phòng, Phòng Đầu tư;',
                '- Bà Lê Bình, Chuyên viên, Văn phòng.',
            ],
        )
        self.assertTrue(why.startswith('Điều 2. Lý do hủy bỏ: kê khai gian dối'), why)
        self.assertTrue(why.endswith('; Kết luận số 3.'), why)
        self.assertTrue(recovery.startswith('Điều 3. Thu hồi'), recovery)
        self.assertEqual(some.recipients[0], 'Như Điều 4;')

    def test_draft_without_ground_or_original(self):
        text = articles(kind='revocation', holders=(AN,))[0]
        self.assertIn('tại Quyết định số … đối với', text)
        self.assertTrue(text.endswith('Lý do: ….'))
