"""Awards to certify, a printer, and how to read the pages back."""

from datetime import date

from .common import EmulationCommon
from .form08_common import MM, packed, read_pdf

HEIGHT, WIDTH = 210 * MM, 297 * MM
REPORT = 'emulation_award.emulation_certificate_print_report_certificate'
CALIBRATION = 'emulation_award.emulation_certificate_printer_report_calibration'
CITATION = 'Đã có thành tích xuất sắc trong phong trào thi đua'


class CertificateCommon(EmulationCommon):
    """An authority of the state, one of the Party, and awards of both in the registry.

    No decision kept here awarded them: a manager prints them.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.head = cls._authority('Trưởng ban Ban Quản lý Khu kinh tế', 'state')
        cls.party = cls._authority('Đảng ủy Ban Quản lý', 'party', signatory_title='Bí thư')
        cls.printer = cls.env['emulation.certificate.printer'].create({'name': 'Máy in thử'})

    @classmethod
    def _authority(cls, name, style, **vals):
        authority = cls.env['emulation.authority'].create(
            {
                'name': name,
                'document_style': style,
                'place': 'Lạng Sơn',
                'signatory_title': 'Trưởng ban',
                'signatory_name': 'Nguyễn Quốc Toàn',
                'company_id': cls.company.id,
                **vals,
            }
        )
        return cls.env['emulation.award.form'].create(
            {
                'name': f'Giấy khen của {name}',
                'authority_id': authority.id,
                'company_id': cls.company.id,
            }
        )

    @classmethod
    def _many_awards(cls, count):
        """More awards than there are people."""
        return cls.env['emulation.commendation'].union(
            *(cls._awards(cls.people_a[:7]) for _each in range(count // 7))
        )

    @classmethod
    def _awards(cls, holders, **vals):
        """Awards of employees or units, as decisions enter them.

        :param holders: hr.employee or emulation.unit recordset
        """
        link = 'employee_id' if holders._name == 'hr.employee' else 'unit_id'
        return cls.env['emulation.commendation'].create(
            [
                {
                    link: holder.id,
                    'company_id': cls.company.id,
                    'award_form_id': cls.head.id,
                    'citation': CITATION,
                    'decision_number': '97/QĐ-BQL',
                    'decision_date': date(2025, 9, 5),
                    'gold_book_number': number,
                    'gender': 'female' if link == 'employee_id' else False,
                    'holder_position': 'Chuyên viên' if link == 'employee_id' else False,
                    'holder_unit': 'Phòng Alpha',
                    **vals,
                }
                for number, holder in enumerate(holders, start=1)
            ]
        )

    def _wizard(self, awards, **vals):
        return (
            self.env['emulation.certificate.print']
            .with_user(self.manager)
            .create({'commendation_ids': awards.ids, 'printer_id': self.printer.id, **vals})
        )

    def _pdf(self, awards, **vals):
        """The printed pages."""
        return self._print(REPORT, self._wizard(awards, **vals))

    def _print(self, report, records):
        reports = self.env['ir.actions.report'].with_user(self.manager)
        forced = reports.with_context(force_report_rendering=True)
        content, kind = forced._render_qweb_pdf(report, records.ids)
        self.assertEqual(kind, 'pdf')
        return content

    def _pages(self, awards, **vals):
        return read_pdf(self._pdf(awards, **vals))

    def assert_inside(self, page):
        """Nothing that is printed leaves the paper."""
        for left, base, text in page.texts:
            self.assertTrue(8 * MM < left < WIDTH - 8 * MM and 8 * MM < base < HEIGHT, text)

    def assert_printed(self, text, page):
        self.assertIn(packed(text), packed(page.text))
