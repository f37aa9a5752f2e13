from dataclasses import replace
from datetime import date
from unicodedata import is_normalized, normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.award_list import Holder
from ..domain.blocks import Kind
from ..domain.decision_facts import Meeting
from ..domain.decree30 import Signature, heading, place_date
from ..domain.errors import UnknownWordError
from ..domain.signing import Signing
from ..domain.submission_letter import ATTACHMENTS, AWARD_KINDS, AwardKind, Facts, submission_letter
from .decision_document_common import texts
from .domain_common import exactly

DAY = date(2025, 11, 4)
CHAIR = 'Chủ tịch Ủy ban nhân dân tỉnh'
AWARD = 'Bằng khen của Chủ tịch UBND tỉnh'
DIVISION = Holder('collective', 'Phòng Đầu tư', votes='9/9 (100%)')
AN = Holder('individual', 'Vũ An', 'Ông', 'Phó Trưởng phòng', 'Phòng Đầu tư', votes='8/9 (88,89%)')
FACTS = Facts(
    heading=heading('UBND tỉnh', 'Ban Quản lý', 'state', place_date('Lạng Sơn', DAY)),
    code='BQL',
    number='9/TTr-BQL',
    day=DAY,
    submitter='Ban Quản lý Khu kinh tế',
    addressees=(CHAIR,),
    authority=CHAIR,
    award=AWARD,
    kind='campaign',
    citation='đã có thành tích xuất sắc',
    signing=Signing('direct', '', 'Trưởng ban', 'Nguyễn Quốc Toàn'),
    bases=('Luật Thi đua, khen thưởng',),
    functions_basis='Quyết định số 1/QĐ-UBND quy định chức năng, nhiệm vụ',
    clause='mục IV Kế hoạch số 134/KH-UBND',
    meetings=(Meeting('Hội đồng', date(2025, 11, 3)),),
    holders=(DIVISION, AN),
    filed_by='VP',
)


def printed(**changes):
    return submission_letter(replace(FACTS, **changes))


def lines(kind, **changes):
    return [one.line for one in printed(**changes).body if one.kind == kind]


class TestLetter(BaseCase):
    def test_top_of_the_page(self):
        made = printed()
        self.assertEqual(
            (made.number, made.title, made.about, made.addressees),
            (
                'Số: 09/TTr-BQL',
                'TỜ TRÌNH',
                (f'Về việc đề nghị tặng {AWARD} cho tập thể, cá nhân có thành tích xuất sắc',),
                (f'Kính gửi: {CHAIR}',),
            ),
        )

    def test_several_addressees(self):
        self.assertEqual(
            printed(addressees=(CHAIR, 'Sở Nội vụ')).addressees,
            ('Kính gửi:', f'- {CHAIR};', '- Sở Nội vụ.'),
        )

    def test_addressee_is_the_authority_by_default(self):
        self.assertEqual(printed(addressees=()).addressees, (f'Kính gửi: {CHAIR}',))

    def test_document_of_the_functions_is_the_last_basis(self):
        self.assertEqual(
            lines(Kind.BASIS),
            [
                'Căn cứ Luật Thi đua, khen thưởng;',
                'Căn cứ Quyết định số 1/QĐ-UBND quy định chức năng, nhiệm vụ.',
            ],
        )

    def test_what_is_asked(self):
        self.assertEqual(
            lines(Kind.PARAGRAPH),
            [
                (
                    'Trên cơ sở kết quả họp xét của Hội đồng (Biên bản họp ngày 03/11/2025), Ban '
                    f'Quản lý Khu kinh tế kính trình {CHAIR} xem xét, quyết định tặng {AWARD} cho '
                    '01 tập thể, 01 cá nhân (có danh sách kèm theo) đã có thành tích xuất sắc.'
                ),
                'Loại hình khen thưởng: khen thưởng phong trào thi đua (theo chuyên đề).',
                'Căn cứ đề nghị khen thưởng: mục IV Kế hoạch số 134/KH-UBND.',
                (
                    'Kết quả bỏ phiếu của Hội đồng đối với từng trường hợp được ghi trong danh '
                    'sách kèm theo.'
                ),
                'Hồ sơ kèm theo gồm:',
                f'Ban Quản lý Khu kinh tế kính đề nghị {CHAIR} xem xét, quyết định./.',
            ],
        )

    def test_without_council_and_votes(self):
        holders = (replace(AN, votes=''),)
        made = lines(Kind.PARAGRAPH, meetings=(), holders=holders)
        self.assertTrue(made[0].startswith('Ban Quản lý Khu kinh tế kính trình'))
        self.assertEqual([one for one in made if 'bỏ phiếu' in one], [])

    def test_clauses_of_their_own(self):
        own = (replace(AN, clause='điểm a khoản 2 Điều 74'),)
        self.assertTrue(lines(Kind.PARAGRAPH, holders=own)[2].endswith('danh sách kèm theo.'))
        self.assertEqual(printed(holders=own).annex.parts[0].rows[0].clause, own[0].clause)
        self.assertIn('khen thưởng: ….', lines(Kind.PARAGRAPH, clause='')[2])

    def test_attachments(self):
        self.assertEqual(len(lines(Kind.ITEM)), len(ATTACHMENTS))
        self.assertEqual(lines(Kind.ITEM, attachments=('Báo cáo;',)), ['- Báo cáo.'])

    def test_note_stands_before_the_attachments(self):
        made = lines(Kind.PARAGRAPH, note='Một.\n\nHai.')
        self.assertEqual(made[-4:-2], ['Một.', 'Hai.'])

    def test_list(self):
        annex = printed().annex
        self.assertEqual(
            (annex.about, annex.reference, annex.total, annex.has_votes, annex.figure_caption),
            (
                (f'Tập thể, cá nhân đề nghị tặng {AWARD}',),
                (
                    '(Kèm theo Tờ trình số 09/TTr-BQL ngày 04 tháng 11 năm 2025 của Ban Quản lý '
                    'Khu kinh tế)'
                ),
                'Tổng số: 01 tập thể, 01 cá nhân',
                True,
                '',
            ),
        )
        self.assertEqual(annex.parts[1].rows[0].votes, '8/9 (88,89%)')

    def test_end_of_the_page(self):
        made = printed()
        self.assertEqual(made.signatures, ((Signature('TRƯỞNG BAN', '', 'Nguyễn Quốc Toàn'),),))
        self.assertEqual(made.recipients, ('Như trên;', 'Lưu: VT, VP.'))

    def test_party(self):
        made = printed(
            heading=heading('Đảng bộ tỉnh', 'Đảng ủy', 'party'), number='9-TTr/ĐU', code='ĐU'
        )
        self.assertEqual(made.number, 'Số 09-TTr/ĐU')
        self.assertTrue(made.body[-1].text.endswith('xem xét, quyết định.'))
        self.assertEqual(made.annex.parts[1].rows[0].addressed, 'Đồng chí Vũ An')

    def test_every_type_has_its_name(self):
        self.assertEqual(set(AWARD_KINDS), set(AwardKind))

    def test_unknown_type(self):
        with self.assertRaises(UnknownWordError):
            printed(kind='lottery')

    @exactly
    @given(st.text())
    def test_whatever_is_typed_comes_out_composed(self, typed):
        text = normalize('NFD', f'Tô\u200b{typed}')
        made = printed(
            submitter=text,
            authority=text,
            addressees=(text, text),
            award=text,
            citation=text,
            clause=text,
            note=text,
            functions_basis=text,
            attachments=(text,),
            holders=(Holder('collective', text, clause=text, votes=text),),
        )
        wrong = [one for one in texts(made) if not is_normalized('NFC', one) or '\u200b' in one]
        self.assertEqual(wrong, [])
