import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.body_names import body
from ..domain.registry_directory import Award, Directory, Form, Holder, Kind, same_award
from ..domain.registry_import import NEEDED, Options, judge
from ..domain.tables import Formula, find_table
from .domain_common import exactly

TODAY = date(2026, 11, 22)
AN_OFFICE = Holder('employee_id', 1, 'Nguyễn Văn An', ('NV01',), ('Văn phòng',))
AN_PLANNING = Holder('employee_id', 2, 'Nguyễn Văn An', ('NV02',), ('Phòng Quy hoạch - Xây dựng',))
BINH = Holder('employee_id', 3, 'Lê Thị Hoà Bình', ('NV03', '001099000001'), ('Văn phòng',))
OFFICE = Holder('unit_id', 7, 'Văn phòng', ('VP',))
COMPANY = Holder('partner_id', 9, 'Công ty Hữu Nghị')
HOLDERS = (AN_OFFICE, AN_PLANNING, BINH, OFFICE, COMPANY)
FORMS = (
    Form(1, 'Giấy khen của Trưởng ban', 'GK-TB', 'Trưởng ban Ban Quản lý'),
    Form(2, 'Giấy khen của Đảng ủy', 'GK-ĐU', 'Đảng ủy Ban Quản lý'),
    Form(3, 'Bằng khen của Chủ tịch UBND tỉnh', 'BK', 'Chủ tịch Ủy ban nhân dân tỉnh'),
    Form(4, 'Lao động tiên tiến', 'LĐTT', 'Thủ trưởng', subject='both'),
    Form(6, 'Chiến sĩ thi đua cơ sở', 'CSTĐ', 'Thủ trưởng', subject='individual'),
    Form(7, 'Tập thể lao động tiên tiến', 'TTLĐTT', 'Thủ trưởng', subject='collective'),
)
OWN = ('Ban Quản lý Khu kinh tế cửa khẩu', 'BQLKKTCK')
OUTSIDERS = Options(TODAY, outsiders=True)
HEADINGS = [
    'Họ và tên',
    'Mã nhân viên',
    'Đơn vị',
    'Hình thức',
    'Số QĐ',
    'Ngày QĐ',
    'Cấp khen thưởng',
]


def verdicts(*rows, held=(), headings=HEADINGS, options=None, chosen=None, holders=HOLDERS):
    table = find_table([headings, *rows], NEEDED)
    directory = Directory(holders, FORMS, held, OWN)
    return judge(table, directory, options or Options(TODAY), chosen)


def codes(one):
    return [finding.code for finding in one.findings]


def row(name, award='Lao động tiên tiến', code='', unit='', number='12/QĐ', day='5/9/2020', by=''):
    return [name, code, unit, award, number, day, by]


class TestHolders(BaseCase):
    def holder(self, *args, **kwargs):
        (one,) = verdicts(row(*args, **kwargs))
        return one.award.holder if one.is_good else codes(one)

    def test_by_name_however_it_is_typed(self):
        for written in (
            'Lê Thị Hoà Bình',
            'LÊ THỊ HOÀ BÌNH',
            'Lê Thị Hòa  Bình',
            unicodedata.normalize('NFD', 'Lê Thị Hoà Bình'),
        ):
            with self.subTest(written):
                self.assertEqual(self.holder(written), ('employee_id', 3))

    def test_another_tone_is_another_name(self):
        self.assertEqual(self.holder('Lê Thị Hoa Bình'), ['import_holder_unknown'])

    def test_namesakes_are_told_by_code_or_unit(self):
        self.assertEqual(self.holder('Nguyễn Văn An'), ['import_holder_ambiguous'])
        self.assertEqual(self.holder('Nguyễn Văn An', code='nv02'), ('employee_id', 2))
        self.assertEqual(self.holder('Nguyễn Văn An', unit='Văn phòng'), ('employee_id', 1))
        self.assertEqual(
            self.holder('Nguyễn Văn An', unit='Chuyên viên, Phòng Quy hoạch - Xây dựng'),
            ('employee_id', 2),
        )
        self.assertEqual(
            self.holder('Nguyễn Văn An', unit='Phòng khác'), ['import_holder_ambiguous']
        )

    def test_what_was_revoked_is_not_entered_again(self):
        headings = [*HEADINGS, 'Tình trạng']
        for state, expected in (
            ('Đã thu hồi', ['import_revoked']),
            ('Đã bị hủy bỏ theo 7/QĐ', ['import_revoked']),
            ('Bị tước', ['import_revoked']),
            ('Đã được thu hồi', ['import_revoked']),
            ('Có hiệu lực', []),
            ('Chưa bị thu hồi', []),
            ('', []),
        ):
            with self.subTest(state):
                (one,) = verdicts([*row('Lê Thị Hoà Bình'), state], headings=headings)
                self.assertEqual(codes(one), expected)
        one, again = verdicts(
            [*row('Lê Thị Hoà Bình'), ''],
            [*row('Lê Thị Hoà Bình'), 'Đã hủy'],
            headings=headings,
        )
        self.assertTrue(one.is_good and again.is_duplicate, 'held already')

    def test_namesakes_are_listed_to_choose_from(self):
        (one,) = verdicts(row('Nguyễn Văn An'))
        self.assertEqual(one.candidates, (AN_OFFICE, AN_PLANNING))
        self.assertIn('NV02, Phòng Quy hoạch', one.findings[0].params['people'])

    def test_who_was_chosen_holds_it(self):
        (one,) = verdicts(row('Nguyễn Văn An'), chosen={2: AN_PLANNING})
        self.assertEqual(one.award.holder, ('employee_id', 2))

    def test_a_code_that_is_somebody_elses_is_refused(self):
        self.assertEqual(self.holder('Nguyễn Văn An', code='NV03'), ['import_name_differs'])
        self.assertEqual(self.holder('Nguyễn Văn An', code='NV99'), ['import_holder_unknown'])
        self.assertEqual(self.holder('', code='001099000001'), ('employee_id', 3))

    def test_collectives_and_known_outsiders(self):
        self.assertEqual(self.holder('VĂN PHÒNG'), ('unit_id', 7))
        self.assertEqual(self.holder('Công ty Hữu Nghị'), ('partner_id', 9))

    def test_outsiders_only_when_allowed(self):
        self.assertEqual(self.holder('Người Lạ'), ['import_holder_unknown'])
        options = Options(TODAY, outsiders=True)
        one, again = verdicts(row('Người Lạ'), row('NGƯỜI LẠ'), options=options)
        self.assertEqual(one.award.holder[0], 'new')
        self.assertTrue(again.is_duplicate, 'the same new holder')
        (coded,) = verdicts(row('Người Lạ', code='NV99'), options=options)
        self.assertEqual(codes(coded), ['import_holder_unknown'], 'a code names one of ours')

    def test_the_kind_says_whom_a_name_means(self):
        headings = ['Họ tên', 'Phân loại', 'Danh hiệu']
        for kind, expected in (('TAPTHE', True), ('Tập thể', True), ('Cá nhân', False)):
            (one,) = verdicts(['Văn phòng', kind, 'Lao động tiên tiến'], headings=headings)
            with self.subTest(kind):
                self.assertEqual(one.is_good, expected)

    def test_parts_of_a_list_say_the_kind(self):
        rows = (
            ['I', 'TẬP THỂ', '', ''],
            [1, 'Văn phòng', 'Lao động tiên tiến', 2020],
            ['II. CÁ NHÂN'],
            [1, 'Văn phòng', 'Lao động tiên tiến', 2021],
            [2, 'Lê Thị Hoà Bình', 'Lao động tiên tiến', 2021],
            ['Tổng số: 01 tập thể, 02 cá nhân'],
            [1, 2, 3, 4],
        )
        found = verdicts(*rows, headings=['STT', 'Họ tên', 'Danh hiệu', 'Năm'])
        told = [('skipped' if one.skipped else codes(one)) for one in found]
        self.assertEqual(
            told,
            ['skipped', [], 'skipped', ['import_holder_unknown'], [], 'skipped', 'skipped'],
        )


class TestFormsOfAddress(BaseCase):
    """What stands before a name is none of it."""

    def test_it_is_left_out(self):
        for before, gender in (
            *(('Ông', 'male'), ('Bà', 'female'), ('ÔNG', 'male'), ('Anh', 'male')),
            *(('Cô', 'female'), ('Chị', 'female'), ('Ông.', 'male'), ('Ông:', 'male')),
            *(('Đ/c', ''), ('Đ/c.', ''), ('Đồng chí', ''), ('ĐỒNG CHÍ', ''), ('Ông/Bà', '')),
            *(('Ông (Bà)', ''), ('Đồng chí Bà', 'female')),
            (unicodedata.normalize('NFD', 'Đồng chí'), ''),
        ):
            with self.subTest(before):
                (one,) = verdicts(row(f'{before}  Lê Thị Hoà Bình'), options=OUTSIDERS)
                self.assertEqual(one.award.holder, ('employee_id', 3))
                self.assertEqual((one.name, one.values['gender']), ('Lê Thị Hoà Bình', gender))
                (new,) = verdicts(row(f'{before} Vi Văn Lạ'), options=OUTSIDERS)
                self.assertEqual((new.name, new.is_good), ('Vi Văn Lạ', True))

    def test_names_that_only_begin_so(self):
        for name in (
            *('Bà Rịa', 'Bà Rịa - Vũng Tàu', 'Bà Rịa-Vũng Tàu', 'Ông Thị Lan', 'Cô Tô'),
            *('Bà con thôn Nà Mu', 'Anh hùng Núp', 'Ôn Văn An', 'Anhxtanh Vũ An', 'Ông An'),
        ):
            with self.subTest(name):
                (one,) = verdicts(row(name), options=OUTSIDERS)
                self.assertEqual((one.name, one.values['gender']), (name, ''))

    def test_who_is_called_so_is_found(self):
        holder = Holder('employee_id', 5, 'Ông Ích Khiêm')
        (one,) = verdicts(row('Ông Ích Khiêm'), holders=(holder,))
        self.assertEqual((one.award.holder, one.name), (('employee_id', 5), 'Ông Ích Khiêm'))

    def test_nor_is_a_body_renamed(self):
        headings = ['Họ tên', 'Phân loại', 'Danh hiệu']
        for kind in ('Tập thể', 'Hộ gia đình', 'Tổ chức'):
            (one,) = verdicts(['Anh Sơn Group', kind, 'LĐTT'], headings=headings, options=OUTSIDERS)
            self.assertEqual(one.name, 'Anh Sơn Group')

    def test_with_a_code_the_name_still_agrees(self):
        (one,) = verdicts(row('Bà Lê Thị Hoà Bình', code='NV03'))
        self.assertEqual(one.award.holder, ('employee_id', 3))


class TestUnits(BaseCase):
    """A name alone says who is meant only where the unit does not say otherwise."""

    def test_outsiders_of_two_units_are_two(self):
        found = verdicts(
            *(row('Nguyễn Văn Lạ', unit=unit) for unit in ('Xã A', 'Xã B', 'XÃ A')),
            options=OUTSIDERS,
        )
        self.assertEqual([one.is_good for one in found], [True, True, False])
        self.assertTrue(found[2].is_duplicate)
        self.assertNotEqual(found[0].award.holder, found[1].award.holder)

    def test_contacts_are_told_by_the_units_the_registry_has(self):
        here, there, loose = (
            Holder('partner_id', 21, 'Nguyễn Văn Lạ', units=('Xã A',)),
            Holder('partner_id', 22, 'Nguyễn Văn Lạ', units=('Chủ tịch, Xã B',)),
            Holder('partner_id', 23, 'Nguyễn Văn Lạ'),
        )

        def holder(unit, *holders, options=OUTSIDERS):
            (one,) = verdicts(row('Nguyễn Văn Lạ', unit=unit), holders=holders, options=options)
            return one.award.holder if one.is_good else codes(one)

        self.assertEqual(holder('Xã A', here, there), ('partner_id', 21))
        self.assertEqual(holder('Xã B', here, there), ('partner_id', 22))
        self.assertEqual(holder('Xã C', here, there)[0], 'new')
        self.assertEqual(holder('Xã C', here, there, loose), ('partner_id', 23))
        self.assertEqual(holder('', here, there), ['import_holder_ambiguous'])
        self.assertEqual(holder('', here), ('partner_id', 21))
        strict = Options(TODAY)
        self.assertEqual(holder('Xã C', here, options=strict), ['import_unit_differs'])

    def test_one_of_ours_is_of_the_unit_the_row_says(self):
        for unit in (
            *('', 'Văn phòng', 'VĂN PHÒNG', 'Chuyên viên, Văn phòng', 'VP', 'Chuyên viên VP'),
            *('Ban Quản lý Khu kinh tế cửa khẩu', 'BQL KKTCK', 'Ban QL Khu KTCK', 'BQLKKTCK'),
            *('Văn phòng, Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng',),
            *('Ban Quản lí Khu kinh tế cửa khẩu', 'Chuyên viên', 'Phó Trưởng ban'),
            *('Kế toán trưởng', 'Lãnh đạo Ban', 'Phó Chánh Văn phòng', 'Q. Trưởng phòng'),
        ):
            with self.subTest(unit):
                (one,) = verdicts(row('Lê Thị Hoà Bình', unit=unit))
                self.assertEqual(one.award and one.award.holder, ('employee_id', 3))
                self.assertTrue(one.is_good)

    def test_people_move_within_the_body(self):
        planning = Holder('unit_id', 8, 'Phòng Quy hoạch - Xây dựng')
        for unit, expected in (
            ('Phòng Quy hoạch - Xây dựng', []),
            ('Chuyên viên Phòng QHXD', []),
            ('Sở Xây dựng tỉnh', ['import_unit_differs']),
        ):
            with self.subTest(unit):
                (one,) = verdicts(row('Lê Thị Hoà Bình', unit=unit), holders=(*HOLDERS, planning))
                self.assertEqual(codes(one), expected)

    def test_of_another_unit_somebody_has_to_say(self):
        for unit in ('Sở Xây dựng tỉnh', 'Phòng Quy hoạch - Xây dựng', 'UBND xã A', 'VPUB'):
            for options in (Options(TODAY), OUTSIDERS):
                with self.subTest(unit):
                    (one,) = verdicts(row('Lê Thị Hoà Bình', unit=unit), options=options)
                    self.assertEqual(codes(one), ['import_unit_differs'])
                    self.assertEqual(one.candidates, (BINH,))
                    self.assertEqual(one.findings[0].params['ours'], 'Văn phòng')
                    self.assertEqual(one.findings[0].params['unit'], unit)

    def test_a_code_a_choice_or_the_kind_says_it(self):
        given = row('Lê Thị Hoà Bình', unit='Sở Xây dựng', code='NV03')
        self.assertEqual(verdicts(given)[0].award.holder, ('employee_id', 3))
        given = row('Lê Thị Hoà Bình', unit='Sở Xây dựng')
        self.assertEqual(verdicts(given, chosen={2: BINH})[0].award.holder, ('employee_id', 3))
        for kind in ('Cá nhân ngoài cơ quan', 'Outsider'):
            (one,) = verdicts(
                ['Lê Thị Hoà Bình', kind, 'Sở Xây dựng', 'LĐTT'],
                headings=['Họ tên', 'Phân loại', 'Đơn vị', 'Danh hiệu'],
                options=OUTSIDERS,
            )
            self.assertEqual((one.award.holder[0], one.values['is_body']), ('new', False))

    def test_a_known_contact_of_that_unit_comes_before_one_of_ours(self):
        twin = Holder('partner_id', 31, 'Lê Thị Hoà Bình', units=('Sở Xây dựng',))
        (one,) = verdicts(row('Lê Thị Hoà Bình', unit='Sở Xây dựng'), holders=(*HOLDERS, twin))
        self.assertEqual(one.award.holder, ('partner_id', 31))


class TestSubjects(BaseCase):
    """Awards for individuals or for collectives only."""

    def test_who_may_hold_it(self):
        for name, award, expected in (
            ('Lê Thị Hoà Bình', 'TTLĐTT', ['subject_not_allowed']),
            ('Văn phòng', 'CSTĐ', ['subject_not_allowed']),
            ('Lê Thị Hoà Bình', 'CSTĐ', []),
            ('Văn phòng', 'TTLĐTT', []),
            ('Văn phòng', 'LĐTT', []),
            ('Công ty Hữu Nghị', 'CSTĐ', []),  # a contact who may be a person
        ):
            with self.subTest(name, award=award):
                (one,) = verdicts(row(name, award))
                self.assertEqual(codes(one), expected)

    def test_of_a_new_contact_the_award_tells_the_kind(self):
        (one,) = verdicts(row('Tổ Hai', 'TTLĐTT'), options=OUTSIDERS)
        self.assertTrue(one.is_good and one.values['is_body'])
        headings = ['Họ tên', 'Phân loại', 'Danh hiệu']
        found = verdicts(
            ['Tổ Hai', 'Cá nhân', 'TTLĐTT'],
            ['Vi Lạ', 'Tập thể', 'CSTĐ'],
            ['Vi Lạ', 'Cá nhân', 'CSTĐ'],
            headings=headings,
            options=OUTSIDERS,
        )
        self.assertEqual(
            [codes(one) for one in found], [['subject_not_allowed'], ['subject_not_allowed'], []]
        )

    def test_what_the_registry_has_is_no_fault_of_the_list(self):
        held = Award(('employee_id', 3), body('Tập thể lao động tiên tiến'), 7, '12/QĐ', None, 2020)
        (one,) = verdicts(row('Lê Thị Hoà Bình', 'TTLĐTT', day='2020'), held=[held])
        self.assertTrue(one.is_duplicate)


class TestRowsThatAreNone(BaseCase):
    """Whoever is named and not entered is told so."""

    HEADINGS = ('STT', 'Họ tên', 'Phân loại', 'Danh hiệu', 'Năm', 'Tiền thưởng')

    def told(self, *row):
        (one,) = verdicts(list(row), headings=list(self.HEADINGS))
        return 'skipped' if one.skipped else codes(one)

    def test_a_blank_award_is_missing_whatever_the_kind(self):
        for kind in ('Cá nhân', 'Tập thể', ''):
            name = 'Văn phòng' if kind == 'Tập thể' else 'Lê Thị Hoà Bình'
            with self.subTest(kind):
                self.assertEqual(self.told(2, name, kind, None, 2020), ['import_award_missing'])

    def test_names_that_begin_like_a_total(self):
        for name in ('Công ty TNHH Bình Minh', 'Công đoàn cơ sở', 'Tổng công ty 36', 'Cộng Hoà'):
            with self.subTest(name):
                (one,) = verdicts(
                    [name, '', 2018],
                    headings=['Họ tên', 'Danh hiệu', 'Năm'],
                    options=Options(TODAY, outsiders=True),
                )
                self.assertEqual(codes(one), ['import_award_missing'])

    def test_totals(self):
        for row in (
            ['Cộng', '', '', '', '', '1.420.000 đ'],
            ['Cộng: 02'],
            ['', 'Tổng cộng:', '', '', '', 1_420_000],
            ['TỔNG SỐ: 01 tập thể, 12 cá nhân.'],
            ['Tổng số tiền thưởng: 1.420.000 đồng'],
            ['', 'Cộng: 05 lượt khen thưởng', '', '', '', 3_550_000],
        ):
            with self.subTest(row):
                self.assertEqual(self.told(*row), 'skipped')

    def test_headings_of_parts(self):
        for row in (
            ['I', 'TẬP THỂ'],
            ['II. CÁ NHÂN'],
            ['B', 'Cá nhân'],
            ['Phần II. Đối với cá nhân'],
            ['', 'Tập thể (02 tập thể)'],
        ):
            with self.subTest(row):
                self.assertEqual(self.told(*row), 'skipped')


class TestAwards(BaseCase):
    def form(self, award, by=''):
        (one,) = verdicts(row('Lê Thị Hoà Bình', award, by=by))
        return one.award.form if one.is_good else codes(one)

    def test_by_name_or_code(self):
        for written, form in (
            ('Giấy khen của Trưởng ban', 1),
            ('GIẤY KHEN CỦA TRƯỞNG BAN', 1),
            ('GK-TB', 1),
            ('Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 3),
            ('LĐTT', 4),
        ):
            with self.subTest(written):
                self.assertEqual(self.form(written), form)

    def test_the_wording_of_the_catalogue_comes_first(self):
        twice = (*FORMS, Form(5, 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 'BKT', 'Chủ tịch'))
        directory = Directory(HOLDERS, twice, ())
        for written, form in (
            ('Bằng khen của Chủ tịch UBND tỉnh', 3),
            ('Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 5),
        ):
            with self.subTest(written):
                self.assertEqual(directory.form(written, '').id, form)

    def test_a_short_name_needs_the_authority(self):
        self.assertEqual(self.form('Giấy khen'), ['import_award_unknown'])
        self.assertEqual(self.form('Giấy khen', by='Đảng ủy'), 2)
        self.assertEqual(self.form('Bằng khen', by='Chủ tịch UBND tỉnh'), 3)
        self.assertEqual(self.form('Giấy khen', by='Bộ Tài chính'), ['import_award_unknown'])

    def test_unknown_awards_only_when_allowed(self):
        self.assertEqual(self.form('Huy hiệu lạ'), ['import_award_unknown'])
        (one,) = verdicts(
            row('Lê Thị Hoà Bình', 'Huy hiệu lạ'), options=Options(TODAY, other_awards=True)
        )
        self.assertEqual((one.award.form, one.values['wording']), (None, 'Huy hiệu lạ'))

    def test_what_is_missing_or_wrong_is_said_all_at_once(self):
        (one,) = verdicts(row('', '', day='31/02/2020'))
        self.assertEqual(
            codes(one), ['import_name_missing', 'import_award_missing', 'table_bad_date']
        )

    def test_dates(self):
        for day, expected in (
            ('5/9/2020', []),
            ('2020', []),
            ('', []),
            ('23/11/2026', ['import_date_future']),
            ('2027', ['import_date_future']),
            ('mai', ['table_bad_date']),
        ):
            (one,) = verdicts(row('Lê Thị Hoà Bình', day=day))
            with self.subTest(day):
                self.assertEqual(codes(one), expected)

    def test_date_and_year_agree(self):
        headings = ['Họ tên', 'Danh hiệu', 'Ngày', 'Năm']
        one, other = verdicts(
            ['Lê Thị Hoà Bình', 'Lao động tiên tiến', '5/9/2020', 2020],
            ['Lê Thị Hoà Bình', 'Lao động tiên tiến', '5/9/2020', 2019],
            headings=headings,
        )
        self.assertEqual((codes(one), codes(other)), ([], ['import_years_differ']))

    def test_a_formula_is_not_computed(self):
        (one,) = verdicts(row('Lê Thị Hoà Bình', day=Formula('=TODAY()')))
        self.assertEqual(codes(one), ['import_formula', 'table_bad_date'])


class TestDuplicates(BaseCase):
    HELD = Award(
        ('employee_id', 3), body('Lao động tiên tiến'), 4, '012/QĐ', date(2020, 9, 5), 2020
    )

    def told(self, **kwargs):
        (one,) = verdicts(row('Lê Thị Hoà Bình', **kwargs), held=[self.HELD])
        return one.is_duplicate

    def test_by_number_and_date(self):
        self.assertTrue(self.told(number='12 / qđ'))
        self.assertFalse(self.told(number='13/QĐ'))
        self.assertFalse(self.told(day='5/9/2021'))
        self.assertTrue(self.told(number='', day='2020'))
        self.assertTrue(self.told(number='12/QĐ', day=''))
        self.assertFalse(self.told(number='', day='2019'))

    def test_a_number_without_its_symbol_is_the_same_on_one_day(self):
        held = Award(('employee_id', 3), 'lao dong tien tien', 4, '12/QĐ-BQL', self.HELD.day, 2020)
        for number, day, expected in (
            ('12', '5/9/2020', True),
            (12, '5/9/2020', True),
            ('012', '5/9/2020', True),
            ('12/QĐ', '5/9/2020', True),
            ('12', '6/9/2020', False),
            ('12', '2020', False),
            ('1', '5/9/2020', False),
            ('12/QĐ-UBND', '5/9/2020', False),
            ('120', '5/9/2020', False),
        ):
            with self.subTest(number, day=day):
                (one,) = verdicts(row('Lê Thị Hoà Bình', number=number, day=day), held=[held])
                self.assertEqual(one.is_duplicate, expected)
                said = [note.code for note in one.notes]
                self.assertEqual(said, ['import_same_number'] if expected else [])

    def test_another_award_is_none(self):
        self.assertFalse(self.told(award='GK-TB'))

    def test_a_row_given_twice_is_entered_once(self):
        one, again, other = verdicts(
            row('Lê Thị Hoà Bình'), row('LÊ THỊ HOÀ BÌNH'), row('Lê Thị Hoà Bình', number='13/QĐ')
        )
        self.assertEqual([one.is_good, again.is_duplicate, other.is_good], [True, True, True])

    @exactly
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(['Lê Thị Hoà Bình', 'Văn phòng', 'Nguyễn Văn An', 'Ai đó']),
                st.sampled_from(['Lao động tiên tiến', 'GK-TB', 'Huy hiệu', '']),
                st.sampled_from(['', '1', '1/QĐ', '2/QĐ']),
                st.sampled_from(['', '2019', '2020', '5/9/2020', 'x']),
                st.sampled_from(['', 'NV01', 'NV02']),
            ),
            max_size=12,
        )
    )
    def test_what_was_entered_is_never_entered_again(self, rows):
        typed = [
            row(name, award, code=code, number=number, day=day)
            for name, award, number, day, code in rows
        ]
        options = Options(TODAY, other_awards=True)
        first = verdicts(*typed, options=options)
        entered = [one.award for one in first if one.is_good]
        again = verdicts(*typed, held=entered, options=options)
        self.assertFalse([one for one in again if one.is_good])

    @exactly
    @given(st.data())
    def test_sameness_does_not_depend_on_the_order(self, data):
        awards = st.builds(
            Award,
            st.just(('unit_id', 1)),
            st.sampled_from(['a', 'b']),
            st.sampled_from([None, 1]),
            st.sampled_from(['', '1', '1/QĐ', '2/QĐ']),
            st.sampled_from([None, date(2020, 1, 1), date(2020, 5, 1)]),
            st.sampled_from([None, 2020, 2021]),
        )
        one, other = data.draw(awards), data.draw(awards)
        self.assertEqual(same_award(one, other), same_award(other, one))
        self.assertTrue(same_award(one, one))


class TestKinds(BaseCase):
    def test_a_kind_limits_who_is_found(self):
        directory = Directory(HOLDERS, FORMS, ())
        self.assertEqual(directory.named('Văn phòng', '', '', Kind.INDIVIDUAL), [])
        self.assertEqual(directory.named('Công ty Hữu Nghị', '', '', Kind.OUTSIDE), [COMPANY])
