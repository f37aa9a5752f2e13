"""Achievement reports as printed, and how to read a PDF back."""

import io
import re
from unicodedata import normalize

import pypdf

from odoo import Command

from .nomination_common import NominationCommon

REPORT = 'emulation_award.report_form08'
MM = 72 / 25.4
TOP_MARGIN = 297 * MM - 20 * MM

# Letters with two marks, the ones that fonts and extraction break first.
STACKED = (
    'Những chữ khó: ữ ặ ễ ợ ỹ ẫ ẩ ầ ấ ậ ắ ằ ẳ ẵ ế ề ể ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ứ ừ ử ự ỵ Đ đ Ữ Ặ Ễ Ợ Ỹ Ộ'
)


def packed(text):
    """A text without blanks: lines break where they break."""
    return re.sub(r'\s+', '', text)


class Page:
    """What one page of a PDF says, and where.

    `texts` are (left, baseline, text), in points from the lower left corner.
    """

    def __init__(self, page):
        self.texts = []
        self.fonts = {
            font.get_object()['/BaseFont']: font.get_object()
            for font in page['/Resources']['/Font'].get_object().values()
        }
        self.text = page.extract_text(visitor_text=self._visit)
        self.header = ''.join(text for _left, base, text in self.texts if base > TOP_MARGIN)
        self.body = packed(''.join(text for _left, base, text in self.texts if base < TOP_MARGIN))

    def _visit(self, text, page_matrix, text_matrix, _font, _size):
        a, b, c, d, e, f = page_matrix
        x, y = text_matrix[4], text_matrix[5]
        if text.strip():
            self.texts.append((a * x + c * y + e, b * x + d * y + f, text.strip()))


def read_pdf(content):
    """The pages of a PDF, in order."""
    return [Page(page) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def is_embedded(font):
    """Whether the file brings the shapes of the letters along."""
    descendant = font['/DescendantFonts'][0].get_object()
    return '/FontFile2' in descendant['/FontDescriptor'].get_object()


class Form08Common(NominationCommon):
    """A campaign of an agency with its names filled in, and printing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.authority.write(
            {
                'issuing_body': 'Ban Quản lý Khu kinh tế cửa khẩu',
                'superior_body': 'Ủy ban nhân dân tỉnh',
                'place': 'Lạng Sơn',
            }
        )

    @classmethod
    def _many_people(cls, count):
        return cls.env['hr.employee'].create(
            [
                {
                    'name': f'Trần Thị Ngữ {number:03}',
                    'company_id': cls.company.id,
                    'department_id': cls.unit_a.department_id.id,
                    'job_title': 'Chuyên viên',
                    'birthday': '1990-02-03',
                    'sex': 'female',
                }
                for number in range(count)
            ]
        )

    @classmethod
    def _reports(cls, *employees, texts=('Hoàn thành tốt nhiệm vụ.',), **vals):
        """Nominations by the superuser, their text sections in turn `texts`."""
        nominations = cls._draft(*employees, user=cls.env.user, **vals)
        for number, nomination in enumerate(nominations):
            cls._write_text(nomination, texts[number % len(texts)])
        return nominations

    @classmethod
    def _write_text(cls, nomination, text):
        section = nomination.section_ids.filtered(lambda one: one.kind == 'text')
        section.content = text

    @classmethod
    def _send(cls, nominations, moment='2025-08-25 18:30:00'):
        """Set nominations as sent, without the meeting and the windows."""
        nominations._take_snapshot()
        nominations.sudo().write({'state': 'submitted', 'submitted_at': moment})
        return nominations

    @classmethod
    def _award(cls, **vals):
        """Another award of the campaign."""
        return (
            cls.env['emulation.campaign.award']
            .sudo()
            .create(
                {
                    'campaign_id': cls.campaign.id,
                    'award_form_id': cls.award_form.id,
                    'report_form_id': cls.award_individual.report_form_id.id,
                    **vals,
                }
            )
        )

    @classmethod
    def _party(cls, **vals):
        return cls.env['emulation.authority'].create(
            {
                'name': 'Đảng ủy (test)',
                'document_style': 'party',
                'issuing_body': 'Đảng ủy Ban Quản lý',
                'superior_body': 'Đảng bộ Ủy ban nhân dân tỉnh',
                'company_id': cls.company.id,
                **vals,
            }
        )

    @classmethod
    def _hold_award(cls, nomination, **vals):
        """An award the nominee of this nomination holds."""
        return cls.env['emulation.commendation'].create(
            {
                'company_id': cls.company.id,
                'employee_id': nomination.employee_id.id,
                'award_name': 'Giấy khen cũ',
                'decision_number': '36/QĐ-BQL',
                'decision_date': '2023-01-16',
                'authority_name': 'Trưởng ban',
                **vals,
            }
        )

    def _print(self, nominations, user=None):
        """The PDF as bytes; in tests Odoo makes one on request only."""
        report = self.env['ir.actions.report'].with_user(user or self.env.user)
        content, kind = report.with_context(force_report_rendering=True)._render_qweb_pdf(
            REPORT, nominations.ids
        )
        self.assertEqual(kind, 'pdf')
        return content

    def _pages(self, nominations, user=None):
        return read_pdf(self._print(nominations, user))

    def _html(self, nominations):
        return self.env['ir.actions.report']._render_qweb_html(REPORT, nominations.ids)[0].decode()

    def _link(self, records):
        return [Command.set(records.ids)]

    def assert_printed(self, text, pages):
        """The text stands in the pages, letter by letter, composed (NFC)."""
        self.assertIn(packed(normalize('NFC', text)), ''.join(page.body for page in pages))
