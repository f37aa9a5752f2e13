import unicodedata
from datetime import date
from itertools import pairwise
from unittest.mock import patch

from odoo.exceptions import AccessError, MissingError, UserError
from odoo.tests import tagged

from ..models import emulation_sheet
from .access_common import AccessCommon
from .nomination_common import NominationCommon
from .xlsx_common import read, table

ATTACK = '=HYPERLINK("http://example.org")'


class SheetCase(NominationCommon):
    """Nominations of both kinds, one of them sent."""

    def _file(self, records, code='nominees', user=None):
        records = records.with_user(user or self.office)
        return records.env['emulation.sheet']._file(code, records)

    def _page(self, records, **options):
        return read(self._file(records, **options)[1]).active


@tagged('post_install', '-at_install')
class TestSheetNominees(SheetCase):
    """The list of nominees, read back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people_a[2].name = unicodedata.normalize('NFD', 'Đặng Thị Ngọc Ễn')
        cls.sent = cls._fill_in(cls._draft(cls.people_a[2]))
        cls.sent.achievement_summary = ATTACK
        cls._hold_meeting(cls.sent)
        cls.sent.action_submit()
        cls.draft = cls._draft(cls.people_a[3])
        cls.collective = cls.env['emulation.nomination'].create(cls._collective_vals())
        cls.records = cls.sent + cls.draft + cls.collective

    def test_rows(self):
        rows = table(self._page(self.records))
        award, unit = 'Giấy khen cá nhân', 'Phòng Alpha'
        person = 'Chuyên viên, Phòng Alpha'
        summary = 'Tóm tắt thành tích'
        heads = ['STT', 'Số hồ sơ', 'Ông/Bà', 'Họ và tên (tên tập thể)', 'Chức vụ, đơn vị']
        heads += ['Đơn vị đề nghị', 'Hình thức đề nghị', 'Đợt', summary, 'Ngày gửi', 'Tình trạng']
        self.assertEqual(rows[0], heads)
        self.assertEqual([row[0] for row in rows[1:]], [
            'I. TẬP THỂ', 1, 'Cộng: 01 tập thể', 'II. CÁ NHÂN', 1, 2, 'Cộng: 02 cá nhân',
            'Tổng số: 01 tập thể, 02 cá nhân.',
        ])  # fmt: skip
        self.assertEqual(rows[2][3:8], [unit, None, unit, 'Giấy khen tập thể', 'Đợt 1'])
        sent, draft = rows[5], rows[6]
        self.assertEqual(
            sent[1:9],
            [self.sent.reference, 'Bà', 'Đặng Thị Ngọc Ễn', person, unit, award, 'Đợt 1', ATTACK],
        )
        self.assertEqual((sent[9].date(), sent[10]), (date.today(), 'Đã gửi'))
        name = self.people_a[3].name
        self.assertEqual(draft[3:7], [name, person, unit, award])
        self.assertEqual((draft[9], draft[10]), (None, 'Dự thảo'))

    def test_heading_and_title(self):
        page = self._page(self.records)
        said = [cell.value for row in page.iter_rows(max_row=7) for cell in row if cell.value]
        self.assertEqual(
            said[:6],
            [
                'AGENCY UNDER TEST',
                'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
                'Độc lập - Tự do - Hạnh phúc',
                'DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG',
                'Phong trào thi đua thử nghiệm',
                'Đợt 1',
            ],
        )

    def test_in_the_order_asked_for(self):
        for records in (self.sent + self.draft, self.draft + self.sent):
            names = [row[3] for row in table(self._page(records))[2:4]]
            self.assertEqual(
                [unicodedata.normalize('NFC', one) for one in records.mapped('nominee_name')],
                names,
            )

    def test_vietnamese_whatever_the_language(self):
        self.env['res.lang']._activate_lang('fr_FR')
        self.office.lang = 'fr_FR'
        self.assertEqual(table(self._page(self.sent))[2][10], 'Đã gửi')

    def test_name_of_the_file(self):
        self.assertEqual(self._file(self.sent)[0], 'De nghi - Dot 1.xlsx')

    def test_the_same_data_give_the_same_bytes(self):
        first = self._file(self.records)
        self.env.invalidate_all()
        self.assertEqual(self._file(self.records), first)
        self.draft.achievement_summary = 'Khác'
        self.assertNotEqual(self._file(self.records)[1], first[1])

    def test_nothing_chosen_and_too_much(self):
        with self.assertRaisesRegex(UserError, 'first'):
            self._file(self.records.browse())
        with patch.object(emulation_sheet, 'MOST', 2), self.assertRaisesRegex(UserError, '2 rows'):
            self._file(self.records)

    def test_a_list_of_another_model_or_a_document_is_no_list(self):
        for code in ('registry', 'form08'):
            with self.assertRaises(ValueError):
                self._file(self.records, code)

    def test_a_record_that_is_gone(self):
        gone = self.draft
        self.draft.unlink()
        with self.assertRaises(MissingError):
            self._file(gone)

    def test_a_long_achievement_is_cut_with_a_mark(self):
        self.draft.achievement_summary = 'Hoàn thành nhiệm vụ. ' * 150_000
        cell = table(self._page(self.draft))[2][8]
        self.assertTrue(cell.endswith('… [còn nữa]'))
        self.assertTrue(32_000 < len(cell) <= 32_767)


@tagged('post_install', '-at_install', 'security')
class TestSheetNomineesAccess(AccessCommon):
    """Who may have the list: whoever may read every record on it, and nobody else."""

    ALLOWED = {
        'staff': {'own'},
        'leader_a': {'own'},
        'office': {'own', 'other'},
        'manager': {'own', 'other'},
        'member': set(),
        'auditor': {'own', 'other'},
    }

    def _attempt(self, user, *scopes):
        model = 'emulation.nomination'
        ids = [getattr(self, scope).emulation_nomination.id for scope in scopes]
        records = self.env[model].with_user(user).browse(ids)
        self.env.invalidate_all()
        return records.env['emulation.sheet']._file('nominees', records)

    def test_role_by_role(self):
        for role, allowed in self.ALLOWED.items():
            for scope in ('own', 'other', 'foreign'):
                with self.subTest(role=role, scope=scope):
                    user = getattr(self, role)
                    if scope in allowed:
                        self.assertTrue(self._attempt(user, scope))
                    else:
                        with self.assertRaises(AccessError):
                            self._attempt(user, scope)

    def test_one_record_too_many_refuses_the_whole_list(self):
        with self.assertRaises(AccessError):
            self._attempt(self.leader_a, 'own', 'other')


@tagged('post_install', '-at_install', 'perf')
class TestSheetStream(SheetCase):
    """Long lists: read in batches, none of which is kept."""

    BATCH = 10

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        people = cls.env['hr.employee'].create(
            [{'name': f'Người {at:03d}', 'company_id': cls.company.id} for at in range(40)]
        )
        cls.crowd = cls.env['emulation.nomination'].create([cls._vals(one) for one in people])
        cls.env.flush_all()

    def setUp(self):
        super().setUp()
        self.patch(emulation_sheet, 'BATCH', self.BATCH)

    def _queries(self, records):
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self._file(records)
        return self.env.cr.sql_log_count - before

    def test_queries_grow_with_batches_only(self):
        self._queries(self.crowd[:10])
        counts = [self._queries(self.crowd[:size]) for size in (10, 20, 30, 40)]
        steps = {second - first for first, second in pairwise(counts)}
        self.assertEqual(len(steps), 1, counts)
        self.assertLess(steps.pop(), self.BATCH, counts)

    def test_a_batch_costs_the_same_whatever_its_size(self):
        self._queries(self.crowd[:2])
        self.assertEqual(self._queries(self.crowd[:3]), self._queries(self.crowd[:10]))

    def test_what_is_read_is_not_kept(self):
        self.env.invalidate_all()
        model = self.env['emulation.nomination']
        stream = model.env['emulation.sheet']._stream(self.crowd, ['nominee_name'])
        held = [len(model._fields['nominee_name']._get_cache(self.env)) for _one in stream]
        self.assertEqual((len(held), max(held)), (40, self.BATCH))
