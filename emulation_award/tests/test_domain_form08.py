from dataclasses import replace
from datetime import date
from unicodedata import is_normalized, normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.decree30 import DOTS, Signature, heading
from ..domain.errors import UnknownWordError
from ..domain.form08 import (
    BY_NAME,
    BY_SEAL,
    NO_AWARDS,
    REPORTER,
    SUBMITTER_CONFIRMATION,
    UNIT_CONFIRMATION,
    UNIT_HEAD,
    AwardRow,
    Facts,
    Layout,
    Nominee,
    Part,
    PriorAward,
    Row,
    file_name,
    form08,
)
from .domain_common import exactly

PERSON = Nominee(
    kind='individual',
    name='Nguyễn Thị Ngữ',
    gender='female',
    birthday=date(1985, 1, 5),
    position='Phó Trưởng phòng',
    unit='Phòng Đầu tư',
    native_place='Lạng Sơn',
    address='Số 8, đường Bà Triệu',
)
DIVISION = Nominee(
    kind='collective',
    name='Phòng Đầu tư',
    unit='Ban Quản lý',
    address='Số 12, đường Hùng Vương',
    functions='Tham mưu.\nThẩm định.',
    head_count=9,
)
IDENTITY = Part('I.', 'THÔNG TIN CHUNG', 'identity')
ACHIEVEMENT = Part('II.', 'THÀNH TÍCH', 'text', 'Một.\n\nHai.')
AWARDS = Part('III.', 'ĐÃ KHEN THƯỞNG', 'prior_awards')
FACTS = Facts(
    heading=heading('Ban Quản lý', 'Phòng Đầu tư', 'state'),
    layout=Layout('Mẫu số 08', 'Báo cáo thành tích', 'Đề nghị tặng', 'Về đợt {campaign}'),
    nominee=PERSON,
    award='Giấy khen của Trưởng ban',
    campaign='thi đua 2025',
    parts=(IDENTITY, ACHIEVEMENT, AWARDS),
)


def printed(**changes):
    return form08(replace(FACTS, **changes))


def printed_texts(value):
    """All texts of a view-model, whatever holds them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in printed_texts(one)]
    return [text for one in vars(value).values() for text in printed_texts(one)] if value else []


class TestTitle(BaseCase):
    def test_request_names_the_award(self):
        form = printed()
        self.assertEqual(
            (form.title, form.request),
            ('BÁO CÁO THÀNH TÍCH', 'ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA TRƯỞNG BAN'),
        )

    def test_subtitle_names_the_campaign_in_brackets(self):
        self.assertEqual(printed().subtitle, '(Về đợt thi đua 2025)')

    def test_brackets_of_the_form_are_not_doubled(self):
        layout = replace(FACTS.layout, subtitle='(Về đợt {campaign})')
        self.assertEqual(printed(layout=layout).subtitle, '(Về đợt thi đua 2025)')

    def test_braces_of_a_campaign_title_mean_nothing(self):
        self.assertEqual(printed(campaign='{campaign} {0}').subtitle, '(Về đợt {campaign} {0})')

    def test_form_without_subtitle(self):
        self.assertEqual(printed(layout=replace(FACTS.layout, subtitle='')).subtitle, '')

    def test_individual_is_addressed(self):
        addressed = {
            gender: printed(nominee=replace(PERSON, gender=gender)).nominee
            for gender in ('female', 'male', 'other', '')
        }
        self.assertEqual(
            addressed,
            {
                'female': 'Bà Nguyễn Thị Ngữ',
                'male': 'Ông Nguyễn Thị Ngữ',
                'other': 'Nguyễn Thị Ngữ',
                '': 'Nguyễn Thị Ngữ',
            },
        )

    def test_party_addresses_its_members(self):
        style = heading('Đảng ủy', 'Chi bộ 1', 'party')
        self.assertEqual(printed(heading=style).nominee, 'Đồng chí Nguyễn Thị Ngữ')

    def test_collective_is_not_addressed(self):
        style = heading('Đảng ủy', 'Chi bộ 1', 'party')
        form = printed(heading=style, nominee=DIVISION)
        self.assertEqual((form.nominee, form.office), ('Phòng Đầu tư', 'Ban Quản lý'))

    def test_office_leaves_out_what_is_not_known(self):
        self.assertEqual(printed(nominee=replace(PERSON, position='')).office, 'Phòng Đầu tư')


class TestSections(BaseCase):
    def test_individual(self):
        self.assertEqual(
            printed(parts=(IDENTITY,)).sections[0].rows,
            (
                Row('Họ và tên', 'Nguyễn Thị Ngữ'),
                Row('Ngày, tháng, năm sinh', '05/01/1985'),
                Row('Giới tính', 'Nữ'),
                Row('Quê quán', 'Lạng Sơn'),
                Row('Nơi thường trú', 'Số 8, đường Bà Triệu'),
                Row('Chức vụ', 'Phó Trưởng phòng'),
                Row('Đơn vị công tác', 'Phòng Đầu tư'),
            ),
        )

    def test_collective(self):
        self.assertEqual(
            printed(parts=(IDENTITY,), nominee=DIVISION).sections[0].rows,
            (
                Row('Tên tập thể', 'Phòng Đầu tư'),
                Row('Địa chỉ', 'Số 12, đường Hùng Vương'),
                Row('Tổng số người', '9 người'),
                Row('Chức năng, nhiệm vụ', 'Tham mưu.', ('Thẩm định.',)),
            ),
        )

    def test_what_is_not_known_is_dotted(self):
        for nominee in (Nominee('individual', 'A'), Nominee('collective', 'A')):
            rows = printed(parts=(IDENTITY,), nominee=nominee).sections[0].rows
            self.assertEqual({row.value for row in rows[1:]}, {DOTS})

    def test_written_part(self):
        section = printed(parts=(ACHIEVEMENT,)).sections[0]
        self.assertEqual(
            (section.heading, section.paragraphs), ('II. THÀNH TÍCH', ('Một.', 'Hai.'))
        )

    def test_empty_part_is_dotted(self):
        section = printed(parts=(replace(ACHIEVEMENT, text=' \n'),)).sections[0]
        self.assertEqual(section.paragraphs, (DOTS,))

    def test_empty_optional_part_is_left_out(self):
        optional = replace(ACHIEVEMENT, is_optional=True)
        form = printed(parts=(replace(optional, text=' '), optional))
        self.assertEqual([section.paragraphs for section in form.sections], [('Một.', 'Hai.')])

    def test_optional_particulars_and_awards_are_printed(self):
        parts = (replace(IDENTITY, is_optional=True), replace(AWARDS, is_optional=True))
        self.assertEqual(len(printed(parts=parts).sections), 2)

    def test_heading_without_numeral(self):
        parts = (replace(ACHIEVEMENT, numeral=''),)
        self.assertEqual(printed(parts=parts).sections[0].heading, 'THÀNH TÍCH')

    def test_no_awards_held(self):
        section = printed(parts=(AWARDS,)).sections[0]
        self.assertEqual((section.paragraphs, section.awards), ((NO_AWARDS,), ()))

    def test_awards_held(self):
        held = (
            PriorAward('Giấy khen', '05/QĐ-BQL', date(2024, 1, 8), 'Trưởng ban'),
            PriorAward('Lao động tiên tiến'),
        )
        section = printed(parts=(AWARDS,), prior_awards=held).sections[0]
        self.assertEqual(section.paragraphs, ())
        self.assertEqual(
            section.awards,
            (
                AwardRow('2024', 'Giấy khen', 'Số 05/QĐ-BQL ngày 08/01/2024 của Trưởng ban'),
                AwardRow('…', 'Lao động tiên tiến', '…'),
            ),
        )

    def test_unknown_kinds(self):
        unknown = ({'parts': (Part('', 'A', 'photo'),)}, {'nominee': Nominee('family', 'A')})
        for facts in unknown:
            with self.assertRaises(UnknownWordError):
                printed(**facts)


class TestSignatures(BaseCase):
    def test_individual(self):
        self.assertEqual(
            printed().signatures,
            (
                (
                    Signature(UNIT_CONFIRMATION, BY_SEAL),
                    Signature(REPORTER, BY_NAME, 'Nguyễn Thị Ngữ'),
                ),
            ),
        )

    def test_forwarded_individual_is_confirmed_above(self):
        self.assertEqual(
            printed(is_forwarded=True).signatures[1:],
            ((Signature(SUBMITTER_CONFIRMATION, BY_SEAL),),),
        )

    def test_collective(self):
        signatures = (
            (
                Signature(SUBMITTER_CONFIRMATION, BY_SEAL),
                Signature(UNIT_HEAD, BY_SEAL, 'Trần Văn Đạt'),
            ),
        )
        for is_forwarded in (False, True):
            form = printed(nominee=DIVISION, unit_head='Trần Văn Đạt', is_forwarded=is_forwarded)
            self.assertEqual(form.signatures, signatures)


class TestFileName(BaseCase):
    def test_plain_letters(self):
        self.assertEqual(printed().file_name, 'Mau 08 - Nguyen Thi Ngu')

    def test_form_without_number(self):
        self.assertEqual(file_name('Báo cáo', 'An'), 'Bao cao - An')

    @exactly
    @given(st.text(), st.text(min_size=1))
    def test_any_name_is_safe(self, form, nominee):
        name = file_name(form, nominee)
        self.assertRegex(name, r'^(Mau \w+|Bao cao)')
        self.assertRegex(name, r'^[A-Za-z0-9_ ,.()-]{1,100}$')
        self.assertNotRegex(name, r'[ .]$')


class TestTexts(BaseCase):
    @exactly
    @given(st.text(), st.text())
    def test_whatever_is_typed_comes_out_composed(self, name, text):
        nominee = replace(PERSON, name=normalize('NFD', name), unit=text)
        parts = (IDENTITY, replace(ACHIEVEMENT, text=normalize('NFD', text)))
        form = printed(nominee=nominee, parts=parts, campaign=text, award=text)
        decomposed = [one for one in printed_texts(form) if not is_normalized('NFC', one)]
        self.assertEqual(decomposed, [])
