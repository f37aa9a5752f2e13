"""Lists of past awards, as people send them."""

import base64
import io
from datetime import date

from openpyxl import Workbook

from .common import EmulationCommon

HEADINGS = ['STT', 'Họ và tên', 'Mã nhân viên', 'Đơn vị', 'Hình thức khen thưởng']
HEADINGS += ['Số quyết định', 'Ngày quyết định', 'Thành tích', 'Tiền thưởng (đồng)']


def workbook(rows, headings=HEADINGS, title='DANH SÁCH KHEN THƯỞNG'):
    book = Workbook()
    sheet = book.active
    for row in ([title], headings, *rows):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


class ImportCommon(EmulationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_catalogue()
        cls.holder = cls.people_a[2]
        cls.holder.barcode = 'NVIMPORT2'
        cls.awards = cls.env['emulation.commendation']

    def row(self, name=None, award='Giấy khen (test)', code=None, unit=None, **cells):
        number, day = cells.get('number', '12/QĐ-BQL'), cells.get('day', date(2020, 9, 5))
        name = self.holder.name if name is None else name
        return [1, name, code, unit, award, number, day, 'Thành tích', cells.get('prize')]

    def wizard(self, content, user=None, name='so.xlsx', **vals):
        return (
            self.env['emulation.commendation.import']
            .with_user(user or self.office)
            .create(
                {
                    'company_id': self.company.id,
                    'file': base64.b64encode(content),
                    'file_name': name,
                    **vals,
                }
            )
        )

    def checked(self, rows, **vals):
        wizard = self.wizard(workbook(rows), **vals)
        wizard.action_check()
        return wizard

    def entered(self):
        return self.awards.search(
            [('company_id', '=', self.company.id), ('import_source', '!=', False)], order='id'
        )

    def told(self, wizard):
        return wizard.line_ids.sorted('number').mapped('verdict')
