import io
from unicodedata import normalize

import pypdf

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..domain.decree30 import MOTTO, NATIONAL_NAME, PARTY_NAME
from .certificate_common import (
    CITATION,
    HEIGHT,
    REPORT,
    WIDTH,
    CertificateCommon,
)
from .form08_common import MM, packed


@tagged('post_install', '-at_install')
class TestCertificate(CertificateCommon):
    """What stands on a certificate, read back from the PDF."""

    def test_one_page_for_each_in_the_order_of_the_gold_book(self):
        awards = self._awards(self.people_a[:7])
        pages = self._pages(awards.sorted(reverse=True))
        names = [packed(f'Bà {award.holder_name}') for award in awards]
        self.assertEqual(len(pages), 7)
        for name, page, number in zip(names, pages, range(1, 8), strict=True):
            self.assertIn(name, packed(page.text))
            self.assert_printed(f'Số sổ vàng: 0{number}', page)

    def test_page_is_a4_landscape(self):
        pdf = pypdf.PdfReader(io.BytesIO(self._pdf(self._awards(self.people_a[0]))))
        box = pdf.pages[0].mediabox
        self.assertAlmostEqual(float(box.width), WIDTH, delta=0.1)
        self.assertAlmostEqual(float(box.height), HEIGHT, delta=0.1)

    def test_lines_from_top_to_bottom(self):
        award = self._awards(self.people_a[0])
        page = self._pages(award)[0]
        in_order = (
            NATIONAL_NAME,
            MOTTO,
            'TRƯỞNG BAN BAN QUẢN LÝ KHU KINH TẾ',
            'TẶNG',
            'GIẤY KHEN',
            f'Bà {award.holder_name}',
            'Chuyên viên, Phòng Alpha',
            CITATION,
            'Lạng Sơn, ngày 05 tháng 9 năm 2025',
            'TRƯỞNG BAN',
            'Quyết định số: 97/QĐ-BQL',
            'Ngày 05 tháng 9 năm 2025',
            'Số sổ vàng: 01',
            'Nguyễn Quốc Toàn',
        )
        heights = [
            max(base for _left, base, said in page.texts if packed(said) == packed(text))
            if text != 'TRƯỞNG BAN'
            else min(base for _left, base, said in page.texts if said == text)
            for text in in_order
        ]
        self.assertEqual(heights, sorted(heights, reverse=True))

    def test_party(self):
        award = self._awards(
            self.people_a[0], award_form_id=self.party.id, decision_number='5-QĐ/ĐU'
        )
        page = self._pages(award)[0]
        self.assert_printed(PARTY_NAME, page)
        self.assert_printed('ĐẢNG ỦY BAN QUẢN LÝ', page)
        self.assert_printed(f'Đồng chí {award.holder_name}', page)
        self.assert_printed('Quyết định số: 05-QĐ/ĐU', page)
        self.assertNotIn(packed(NATIONAL_NAME), packed(page.text))

    def test_party_signs_for_its_collective(self):
        self.party.sudo().authority_id.collective_title = 'ĐẢNG ỦY'
        award = self._awards(self.people_a[0], award_form_id=self.party.id)
        page = self._pages(award)[0]
        self.assertIn('T/M ĐẢNG ỦY', [said for _left, _base, said in page.texts])
        self.assert_printed('BÍ THƯ', page)

    def test_who_decided_is_named_as_the_registry_has_it(self):
        then = 'Trưởng ban Quản lý cũ'
        award = self._awards(self.people_a[0], authority_name=then)
        page = self._pages(award)[0]
        self.assert_printed(then.upper(), page)
        self.assertNotIn(packed(self.head.authority_id.name.upper()), packed(page.text))

    def test_an_authority_the_catalogue_knows_by_that_name_signs(self):
        former = self._authority(
            'Trưởng ban Quản lý cũ', 'state', place='Đồng Đăng', signatory_name='Vi Văn Cũ'
        )
        former.authority_id.active = False
        award = self._awards(self.people_a[0], authority_name='Trưởng  ban quản lý cũ')
        page = self._pages(award)[0]
        self.assert_printed('Đồng Đăng, ngày 05 tháng 9 năm 2025', page)
        self.assert_printed('Vi Văn Cũ', page)

    def test_collective(self):
        award = self._awards(self.unit_a, holder_unit='Ban Quản lý')
        page = self._pages(award)[0]
        heights = {text: base for _left, base, text in page.texts}
        self.assertGreater(heights['Phòng Alpha'], heights['Ban Quản lý'])

    def test_text_for_blanks_leaves_out_what_the_blank_has(self):
        page = self._pages(self._awards(self.people_a[0]), paper='blank')[0]
        text = packed(page.text)
        self.assertNotIn(packed(NATIONAL_NAME), text)
        self.assertNotIn(packed('GIẤY KHEN'), text)
        self.assert_printed('TRƯỞNG BAN BAN QUẢN LÝ KHU KINH TẾ', page)

    def test_blanks_that_have_less(self):
        self.printer.write({'has_nation': True, 'has_title': True, 'has_decider': False})
        page = self._pages(self._awards(self.people_a[0]), paper='blank')[0]
        self.assert_printed(NATIONAL_NAME, page)
        self.assert_printed('GIẤY KHEN', page)
        self.assertNotIn(packed('TRƯỞNG BAN BAN QUẢN LÝ'), packed(page.text))

    def test_border_is_on_white_paper_only(self):
        award = self._awards(self.people_a[0])
        sizes = {paper: len(self._pdf(award, paper=paper)) for paper in ('white', 'blank')}
        self.assertGreater(sizes['white'], sizes['blank'] + 2000)

    def test_offset_moves_every_line(self):
        award = self._awards(self.people_a[0])
        before = self._pages(award)[0].texts
        self.printer.write({'offset_x': 3, 'offset_y': -2})
        after = self._pages(award)[0].texts
        for (x, y, text), (left, base, same) in zip(before, after, strict=True):
            self.assertEqual(text, same)
            self.assertAlmostEqual(left - x, 3 * MM, delta=0.2)
            self.assertAlmostEqual(base - y, 2 * MM, delta=0.2)

    def test_block_begins_where_the_printer_says(self):
        award = self._awards(self.people_a[0])
        line = 'Lạng Sơn, ngày 05 tháng 9 năm 2025'
        before = self._height(award, line)
        self.printer.footer_top += 5
        self.assertAlmostEqual(before - self._height(award, line), 5 * MM, delta=0.2)

    def _height(self, award, text):
        page = self._pages(award, paper='blank')[0]
        return next(base for _left, base, said in page.texts if packed(said) == packed(text))

    def test_long_texts_stay_on_one_page(self):
        long = 'Tham mưu hoàn thành thí điểm xây dựng mô hình cửa khẩu thông minh; ' * 8
        award = self._awards(
            self.people_a[0],
            citation=long,
            holder_position='Phó Trưởng phòng, Bí thư Chi bộ, Chủ tịch Công đoàn cơ sở',
            holder_unit='Trung tâm Quản lý cửa khẩu, Ban Quản lý Khu kinh tế cửa khẩu',
        )
        award.sudo().holder_name = 'Nguyễn Phúc Vĩnh Thụy Công Tằng Tôn Nữ Thị Hoàng Phương Anh'
        pages = self._pages(award)
        self.assertEqual(len(pages), 1)
        self.assert_inside(pages[0])
        self.assert_printed(long.strip(' ;'), pages[0])
        self.assert_printed(award.holder_name, pages[0])

    def test_decomposed_letters_come_out_composed(self):
        award = self._awards(self.people_a[0], citation=normalize('NFD', CITATION))
        self.assert_printed(CITATION, self._pages(award)[0])

    def test_emblem_of_the_company(self):
        award = self._awards(self.people_a[0])
        without = pypdf.PdfReader(io.BytesIO(self._pdf(award)))
        # One red pixel.
        self.company.emulation_state_emblem = (
            b'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElF'
            b'TkSuQmCC'
        )
        emblazoned = pypdf.PdfReader(io.BytesIO(self._pdf(award)))
        self.assertEqual(len(without.pages[0].images), 0)
        self.assertEqual(len(emblazoned.pages[0].images), 1)

    def test_collective_of_the_body_itself(self):
        award = self._awards(self.unit_a, holder_unit=False)
        self.assert_printed(f'Phòng Alpha {self.company.name}', self._pages(award)[0])

    def test_many_cost_no_more_queries_than_few(self):
        awards = self._many_awards(14)
        for _each in range(2):  # rules and rights are cached only once the test has settled
            self._queries(awards[:2])
        self.assertEqual(self._queries(awards[:2]), self._queries(awards))

    def _queries(self, awards):
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        awards.with_user(self.manager)._certificate_pages(self.printer, 'white')
        return self.env.cr.sql_log_count - before

    def test_same_data_same_bytes(self):
        awards = self._awards(self.people_a[:2])
        self.assertEqual(self._pdf(awards), self._pdf(awards))


@tagged('post_install', '-at_install')
class TestCertificateRefused(CertificateCommon):
    """Which certificates are not printed."""

    def test_text_that_fits_in_no_size_is_named(self):
        awards = self._awards(self.people_a[:2])
        awards[1].citation = 'Rất dài ' * 999
        with self.assertRaisesRegex(UserError, awards[1].holder_name) as caught:
            self._wizard(awards).action_confirm()
        self.assertNotIn(awards[0].holder_name, str(caught.exception))

    def test_revoked(self):
        award = self._awards(self.people_a[0])
        award._revoke('99/QĐ-BQL', '2025-10-01', 'Sai sót')
        with self.assertRaisesRegex(UserError, award.holder_name):
            self._wizard(award).action_confirm()

    def test_award_of_a_superior(self):
        self.head.authority_id.is_superior = True
        with self.assertRaisesRegex(UserError, 'superior authority'):
            self._wizard(self._awards(self.people_a[0])).action_confirm()

    def test_award_whose_recorded_authority_is_a_superior(self):
        self._authority('Chủ tịch tỉnh', 'state', is_superior=True)
        award = self._awards(self.people_a[0], authority_name='Chủ tịch tỉnh')
        with self.assertRaisesRegex(UserError, 'superior authority'):
            self._wizard(award).action_confirm()

    def test_nothing_chosen(self):
        with self.assertRaisesRegex(UserError, 'no award to print'):
            self._wizard(self.env['emulation.commendation']).action_confirm()

    def test_only_the_office_hands_certificates_out(self):
        award = self._awards(self.people_a[1])
        own = award.with_user(self.staff)
        self.assertEqual(own.holder_name, award.holder_name)
        for user in (self.staff, self.leader_a, self.member, self.auditor):
            with self.assertRaises(AccessError):
                award.with_user(user)._certificates()
            with self.assertRaises(AccessError):
                self.env['emulation.certificate.print'].with_user(user).create({})

    def test_wizard_of_another_user(self):
        wizard = self._wizard(self._awards(self.people_a[0]))
        report = self.env['report.emulation_award.report_certificate'].with_user(self.auditor)
        with self.assertRaises(AccessError):
            report._get_report_values(wizard.ids)

    def test_guessed_address(self):
        wizard = self._wizard(self._awards(self.people_a[1]))
        for user in (self.staff, self.leader_a, self.auditor):
            reports = self.env['ir.actions.report'].with_user(user)
            with self.assertRaises(AccessError):
                reports.with_context(force_report_rendering=True)._render_qweb_pdf(
                    REPORT, wizard.ids
                )

    def test_award_of_another_company(self):
        award = self._awards(self.people_a[0])
        other = self.env['res.company'].create({'name': 'Cơ quan khác'})
        stranger = self._user('stranger', 'emulation_award.group_emulation_manager')
        stranger.write({'company_ids': [(6, 0, other.ids)], 'company_id': other.id})
        with self.assertRaises(AccessError):
            award.with_user(stranger)._certificates()
