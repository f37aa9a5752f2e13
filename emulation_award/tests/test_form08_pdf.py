import re
from itertools import pairwise
from unicodedata import is_normalized, normalize

import lxml.html

from odoo.tests import tagged

from ..domain.decree30 import MOTTO, NATIONAL_NAME
from ..domain.form08 import NO_AWARDS, REPORTER, SUBMITTER_CONFIRMATION, UNIT_HEAD
from .form08_common import MM, STACKED, Form08Common, is_embedded, packed

PARAGRAPH = (
    'Tham mưu hoàn thành hồ sơ lựa chọn nhà đầu tư thí điểm xây dựng mô hình cửa khẩu thông minh, '
    'vượt tiến độ 20 ngày; chủ trì thẩm định 27 hồ sơ, tỷ lệ đúng hạn đạt 100%, tăng 8,5%.'
)
LONG = '\n'.join(f'{number}. {PARAGRAPH}' for number in range(1, 41))
DRAFT_MARK = packed('DỰ THẢO')


@tagged('post_install', '-at_install')
class TestForm08Pdf(Form08Common):
    """The printed report, read back from the PDF."""

    def test_individual_from_top_to_bottom(self):
        nomination = self._send(self._reports(texts=[STACKED]))
        pages = self._pages(nomination)
        in_order = (
            'BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU',
            NATIONAL_NAME,
            MOTTO,
            'Lạng Sơn, ngày 26 tháng 8 năm 2025',
            'BÁO CÁO THÀNH TÍCH',
            'ĐỀ NGHỊ TẶNG GIẤY KHEN CÁ NHÂN',
            f'Bà {nomination.nominee_name}',
            'I. SƠ LƯỢC',
            '- Ngày, tháng, năm sinh: 01/01/1985',
            'II. THÀNH TÍCH',
            STACKED,
            'III. KHEN THƯỞNG',
            NO_AWARDS,
            REPORTER,
            f'{nomination.nominee_name}',
        )
        body = ''.join(page.body for page in pages)
        found = [body.find(packed(text)) for text in in_order[:-1]]
        self.assertEqual((found, min(found) >= 0), (sorted(found), True))
        self.assertTrue(body.endswith(packed(in_order[-1])))

    def test_words_stay_whole(self):
        text = self._pages(self._reports(texts=[STACKED]))[0].text
        self.assertIn(STACKED, ' '.join(text.split()))

    def test_decomposed_input_comes_out_composed(self):
        nomination = self._reports(texts=[normalize('NFD', STACKED)])
        pages = self._pages(nomination)
        self.assert_printed(STACKED, pages)
        self.assertTrue(all(is_normalized('NFC', page.text) for page in pages))

    def test_collective(self):
        self.unit_a.functions = 'Tham mưu.\nThẩm định.'
        nomination = self._send(self.env['emulation.nomination'].create(self._collective_vals()))
        pages = self._pages(nomination)
        for text in (
            '- Tên tập thể: Phòng Alpha',
            '- Tổng số người: 10 người',
            '- Chức năng, nhiệm vụ: Tham mưu. Thẩm định.',
            SUBMITTER_CONFIRMATION,
            UNIT_HEAD,
        ):
            self.assert_printed(text, pages)

    def test_awards_held_are_a_table(self):
        nomination = self._reports()
        self._hold_award(nomination)
        pages = self._pages(nomination)
        self.assert_printed('2023 Giấy khen cũ Số 36/QĐ-BQL ngày 16/01/2023 của Trưởng ban', pages)

    def test_missing_particulars_are_dotted(self):
        nomination = self._reports(texts=[''])
        nomination.employee_id.write({'birthday': False, 'sex': False, 'job_title': False})
        pages = self._pages(nomination)
        for label in ('Ngày, tháng, năm sinh', 'Giới tính', 'Quê quán', 'Chức vụ'):
            self.assert_printed(f'- {label}: ………', pages)
        self.assert_printed('II. THÀNH TÍCH ………', pages)

    def test_typed_markup_is_text(self):
        text = '<script>alert(1)</script> & <b>đậm</b> <img src="file:///etc/passwd">'
        nomination = self._reports(texts=[text])
        self.assert_printed(text, self._pages(nomination))
        root = lxml.html.document_fromstring(self._html(nomination))
        self.assertEqual(root.xpath('//script | //img | //main//b'), [])

    def test_the_language_of_the_reader_changes_nothing(self):
        self.env['res.lang']._activate_lang('fr_FR')
        nomination = self._reports()
        self.office.lang = 'fr_FR'
        by_office = nomination.with_user(self.office).with_context(lang='fr_FR')
        self.assertEqual(self._print(by_office, self.office), self._print(nomination))

    # Layout

    def test_fonts_are_the_document_s_own_and_embedded(self):
        page = self._pages(self._reports(texts=[STACKED]))[0]
        families = {re.sub(r'^/\w+\+|-(Bold|Italic).*', '', name) for name in page.fonts}
        self.assertEqual(families, {'Times-or-Liberation-Serif'})
        self.assertTrue(all(is_embedded(font) for font in page.fonts.values()))

    def test_a_glyph_is_missing_for_no_vietnamese_letter(self):
        letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxy'
        tones = ('', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323')
        every = ' '.join(
            normalize('NFC', letter + tone)
            for letter in letters + letters.upper()
            for tone in (tones if letter in 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY' else ('',))
        )
        pages = self._pages(self._reports(texts=[every]))
        self.assert_printed(every, pages)
        families = {re.sub(r'^/\w+\+|-(Bold|Italic).*', '', name) for name in pages[0].fonts}
        self.assertEqual(len(families), 1)

    def test_margins(self):
        pages = self._pages(self._send(self._reports(texts=[LONG])))
        lefts = [left for page in pages for left, _base, _text in page.texts]
        bases = [base for page in pages for _left, base, text in page.texts if not text.isdigit()]
        self.assertAlmostEqual(min(lefts), 30 * MM, delta=0.5)
        self.assertGreater(min(bases), 20 * MM)
        self.assertLess(max(bases), 277 * MM)

    def test_long_text_flows_over_numbered_pages(self):
        pages = self._pages(self._reports(texts=[LONG]))
        self.assertGreaterEqual(len(pages), 3)
        self.assertEqual([page.header for page in pages], ['', *map(str, range(2, len(pages) + 1))])
        body = ''.join(page.body for page in pages).replace(DRAFT_MARK, '')
        self.assertIn(packed(LONG), body)

    def test_page_number_is_centred_between_the_margins(self):
        page = self._pages(self._reports(texts=[LONG]))[1]
        [left] = [left for left, base, _text in page.texts if base > 277 * MM]
        digit = 13 / 2  # a digit of a serif font is half as wide as it is high
        self.assertAlmostEqual(left + digit / 2, (30 + (210 - 30 - 15) / 2) * MM, delta=1)

    def _of_growing_length(self):
        """Reports of one line more each, so that every break falls somewhere; pages by record."""
        texts = ['\n'.join(['Một dòng.'] * lines) for lines in range(1, 30)]
        reports = self._reports(*self._many_people(len(texts)), texts=texts)
        return self._by_record(self._pages(self._send(reports)))

    def _by_record(self, pages):
        """The pages of each record: its first bears no number."""
        firsts = [index for index, page in enumerate(pages) if not page.header]
        return [pages[start:end] for start, end in pairwise([*firsts, len(pages)])]

    def test_a_heading_is_never_last_on_its_page(self):
        reports = self._of_growing_length()
        self.assertEqual({len(pages) for pages in reports}, {1, 2})
        lasts = [page.body for pages in reports for page in pages[:-1]]
        self.assertEqual([last for last in lasts if last.endswith(packed('KHEN THƯỞNG'))], [])

    def test_signatures_follow_some_text_on_their_page(self):
        tops = [pages[-1].body for pages in self._of_growing_length()]
        self.assertEqual([top for top in tops if top.startswith(packed('XÁC NHẬN'))], [])

    def test_long_words_stay_on_the_page(self):
        text = 'https://example.com/' + 'a' * 300
        pages = self._pages(self._reports(texts=[text]))
        self.assert_printed(text, pages)
        line = max((text for _left, _base, text in pages[0].texts), key=len)
        self.assertLess(len(line), 90)

    # Drafts and batches

    def test_draft_is_marked_on_every_page(self):
        pages = self._pages(self._reports(texts=[LONG]))
        self.assertEqual({DRAFT_MARK in page.body for page in pages}, {True})

    def test_what_was_sent_is_not_marked(self):
        pages = self._pages(self._send(self._reports(texts=[LONG])))
        self.assertEqual({DRAFT_MARK in page.body for page in pages}, {False})

    def test_fifty_reports_in_one_file(self):
        nominations = self._send(
            self._reports(*self._many_people(50), texts=['Ngắn.', LONG[:2000], LONG[:4000]])
        )
        reports = self._by_record(self._pages(nominations))
        self.assertEqual({len(pages) for pages in reports}, {1, 2, 3})
        for pages, nomination in zip(reports, nominations, strict=True):
            numbers = ['', *map(str, range(2, len(pages) + 1))]
            self.assertEqual([page.header for page in pages], numbers)
            self.assert_printed(f'Bà {nomination.nominee_name}', pages[:1])

    def test_same_record_same_bytes(self):
        nominations = self._send(self._reports(self.people_a[2], self.people_a[3]))
        self.assertEqual(self._print(nominations), self._print(nominations))
