from dataclasses import replace
from datetime import date
from unicodedata import is_normalized, normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.award_list import Holder
from ..domain.blocks import Kind
from ..domain.decision_facts import Correction, Original
from ..domain.decree30 import Signature
from ..domain.errors import UnknownWordError
from ..domain.signing import Signing
from .decision_document_common import (
    AN,
    BINH,
    COUNCIL,
    DAY,
    DIVISION,
    MANY,
    PARTY,
    articles,
    lines,
    printed,
    texts,
)
from .domain_common import exactly


class TestAward(BaseCase):
    def test_top_of_the_page(self):
        made = printed()
        self.assertEqual(
            (made.number, made.title, made.about),
            (
                'Số: 07/QĐ-BQL',
                'QUYẾT ĐỊNH',
                (
                    (
                        'Về việc tặng Giấy khen của Trưởng ban cho tập thể, cá nhân có thành '
                        'tích xuất sắc trong phong trào thi đua'
                    ),
                ),
            ),
        )

    def test_state_names_who_decides_before_the_bases(self):
        self.assertEqual(
            [one.line for one in printed().body[:5]],
            [
                'TRƯỞNG BAN BAN QUẢN LÝ',
                'Căn cứ Luật Thi đua, khen thưởng;',
                'Căn cứ Nghị định số 98/2023/NĐ-CP;',
                f'Theo đề nghị của {COUNCIL} (Biên bản họp ngày 03/9/2025) và của Chánh Văn phòng.',
                'QUYẾT ĐỊNH:',
            ],
        )

    def test_three_articles(self):
        self.assertEqual(
            articles(),
            [
                (
                    'Điều 1. Tặng Giấy khen của Trưởng ban cho 01 tập thể, 06 cá nhân (có danh '
                    'sách kèm theo) đã có thành tích xuất sắc trong phong trào thi đua.'
                ),
                (
                    'Điều 2. Tiền thưởng kèm theo: mỗi tập thể 1.410.000 đồng, mỗi cá nhân '
                    '710.000 đồng. Tổng số tiền thưởng là 5.670.000 đồng (Bằng chữ: Năm triệu '
                    'sáu trăm bảy mươi nghìn đồng chẵn), trích từ Quỹ thi đua, khen thưởng của '
                    'Ban Quản lý.'
                ),
                (
                    'Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng và các '
                    'tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định '
                    'này./.'
                ),
            ],
        )

    def test_without_prize_there_are_two(self):
        made = articles(has_prize=False)
        self.assertEqual([one[:7] for one in made], ['Điều 1.', 'Điều 2.'])
        self.assertNotIn('đồng', ' '.join(made).replace('Hội đồng', ''))

    def test_recipients_follow_the_last_article(self):
        self.assertEqual(printed().recipients, ('Như Điều 3;', 'Sở Nội vụ;', 'Lưu: VT, VP.'))
        self.assertEqual(printed(has_prize=False).recipients[0], 'Như Điều 2;')

    def test_typed_recipients_are_kept(self):
        typed = ('- Như Điều 3;', 'Khối thi đua (Sở A; Sở B.);', 'Lưu: VT, TĐKT(HTĐ).')
        self.assertEqual(
            printed(recipients=typed).recipients,
            ('Như Điều 3;', 'Khối thi đua (Sở A; Sở B.);', 'Lưu: VT, TĐKT(HTĐ).'),
        )

    def test_deputy_signs(self):
        self.assertEqual(
            printed().signatures,
            ((Signature('PHÓ TRƯỞNG BAN', '', 'Trần Văn Đạt', 'KT. TRƯỞNG BAN'),),),
        )

    def test_takes_effect_on_a_day(self):
        self.assertIn('kể từ ngày 01/10/2025.', articles(effective_on=date(2025, 10, 1))[-1])

    def test_prizes_that_differ_within_a_kind_are_given_in_total_only(self):
        made = articles(holders=(AN, replace(BINH, prize=1_000_000)))[1]
        self.assertTrue(made.startswith('Điều 2. Tiền thưởng kèm theo, tổng số là 1.710.000 đồng'))

    def test_prize_not_known_yet(self):
        self.assertEqual(
            articles(holders=(replace(AN, prize=0),), fund='')[1],
            'Điều 2. Tiền thưởng kèm theo thực hiện theo quy định hiện hành, trích từ quỹ thi đua, '
            'khen thưởng theo quy định.',
        )

    def test_empty_draft(self):
        made = printed(holders=(), number='', day=None, meetings=(), bases=(), submitter='')
        self.assertEqual(made.number, 'Số: …/QĐ-BQL')
        self.assertEqual(lines(made, Kind.BASIS), [])
        self.assertIn('cho … (có danh sách kèm theo)', lines(made, Kind.ARTICLE)[0])


class TestHolders(BaseCase):
    def test_list_has_two_parts_with_totals(self):
        annex = printed().annex
        self.assertEqual(
            [(part.heading, part.total, part.prize_total) for part in annex.parts],
            [
                ('I. TẬP THỂ', '01 tập thể', '1.410.000'),
                ('II. CÁ NHÂN', '06 cá nhân', '4.260.000'),
            ],
        )
        self.assertEqual(
            (annex.title, annex.about, annex.reference, annex.total, annex.prize_total),
            (
                'DANH SÁCH',
                ('Tập thể, cá nhân được tặng Giấy khen của Trưởng ban',),
                (
                    '(Kèm theo Quyết định số 07/QĐ-BQL ngày 05 tháng 9 năm 2025 của Trưởng ban '
                    'Ban Quản lý)'
                ),
                'Tổng số: 01 tập thể, 06 cá nhân',
                '5.670.000',
            ),
        )

    def test_individuals_keep_the_order_of_the_decision(self):
        first = printed().annex.parts[1].rows[0]
        self.assertEqual(
            (first.number, first.addressed, first.office, first.prize),
            ('01', 'Bà Lê Bình', 'Chuyên viên, Văn phòng', '710.000'),
        )

    def test_list_without_money(self):
        annex = printed(holders=tuple(replace(one, prize=0) for one in MANY)).annex
        self.assertEqual(
            (annex.figure_caption, annex.prize_total, annex.parts[0].rows[0].prize), ('', '', '')
        )

    def test_few_are_named_in_the_article(self):
        made = printed(holders=(DIVISION, AN))
        self.assertIsNone(made.annex)
        self.assertTrue(lines(made, Kind.ARTICLE)[0].endswith('thi đua, gồm:'))
        self.assertEqual(
            lines(made, Kind.ITEM),
            ['- Phòng Đầu tư;', '- Ông Vũ An, Phó Trưởng phòng, Phòng Đầu tư.'],
        )

    def test_one_is_named_in_the_sentence(self):
        own = replace(AN, achievement='Đã cứu người bị nạn.')
        self.assertEqual(
            articles(holders=(own,))[0],
            'Điều 1. Tặng Giấy khen của Trưởng ban cho ông Vũ An, Phó Trưởng phòng, Phòng Đầu tư, '
            'đã cứu người bị nạn.',
        )

    def test_own_achievement_of_one_among_few(self):
        own = replace(AN, achievement='Thành tích chuyển đổi số')
        items = lines(printed(holders=(own, BINH)), Kind.ITEM)
        self.assertTrue(items[0].endswith('Phòng Đầu tư, đã có thành tích chuyển đổi số;'))

    def test_how_many_are_named_is_a_setting(self):
        self.assertIsNone(printed(inline_up_to=7).annex)
        self.assertIsNotNone(printed(holders=(AN, BINH), inline_up_to=1).annex)

    @exactly
    @given(st.lists(st.sampled_from((DIVISION, AN, BINH)), min_size=4, max_size=40))
    def test_everybody_is_listed_once(self, holders):
        annex = printed(holders=tuple(holders)).annex
        rows = [row for part in annex.parts for row in part.rows]
        self.assertEqual(sorted(row.name for row in rows), sorted(one.name for one in holders))
        paid = sum(int(row.prize.replace('.', '')) for row in rows)
        self.assertEqual(paid, int(annex.prize_total.replace('.', '')))


class TestParty(BaseCase):
    def setUp(self):
        super().setUp()
        self.made = printed(
            heading=PARTY,
            code='ĐUKTCK',
            number='5-QĐ/ĐUKTCK',
            authority='Đảng ủy Ban Quản lý',
            signing=Signing('for_collective', 'Đảng ủy', 'Bí thư', 'Trần Văn Đạt'),
            filed_by='',
        )

    def test_number_signature_and_archive(self):
        self.assertEqual(
            (self.made.number, self.made.signatures[0][0].authority, self.made.recipients[-1]),
            ('Số 05-QĐ/ĐUKTCK', 'T/M ĐẢNG ỦY', 'Lưu Văn phòng.'),
        )

    def test_party_decides_after_its_bases(self):
        self.assertEqual(
            [one.line for one in self.made.body[:5]],
            [
                '- Căn cứ Luật Thi đua, khen thưởng;',
                '- Căn cứ Nghị định số 98/2023/NĐ-CP;',
                (
                    f'- Theo đề nghị của {COUNCIL} (Biên bản họp ngày 03/9/2025) và của Chánh Văn '
                    'phòng,'
                ),
                'ĐẢNG ỦY BAN QUẢN LÝ',
                'QUYẾT ĐỊNH',
            ],
        )

    def test_no_state_mark_at_the_end(self):
        self.assertTrue(lines(self.made, Kind.ARTICLE)[-1].endswith('thi hành Quyết định này.'))

    def test_members_are_comrades(self):
        self.assertEqual(self.made.annex.parts[1].rows[0].addressed, 'Đồng chí Lê Bình')


class TestTexts(BaseCase):
    def test_unknown_words(self):
        for wrong in ({'kind': 'gift'}, {'kind': 'revocation', 'ground': 'mood'}):
            with self.assertRaises(UnknownWordError):
                printed(**wrong)

    @exactly
    @given(st.text(), st.sampled_from(('award', 'correction', 'revocation')), st.integers(0, 5))
    def test_whatever_is_typed_comes_out_composed_on_one_line(self, typed, kind, holders):
        text = normalize('NFD', f'Tô\u200b{typed}')
        someone = Holder('individual', text, 'Bà', text, text, text)
        made = printed(
            kind=kind,
            authority=text,
            award=text,
            citation=text,
            bases=(text,),
            holders=(someone,) * holders,
            corrections=(Correction(someone, AN),),
            original=Original(text, DAY, text, text),
            reason=text,
            fund=text,
            implementers=(text,),
            recipients=(text,),
        )
        printed_texts = texts(made)
        self.assertEqual([one for one in printed_texts if not is_normalized('NFC', one)], [])
        self.assertEqual([one for one in printed_texts if '\n' in one or '\u200b' in one], [])
