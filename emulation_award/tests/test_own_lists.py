"""Lists this addon prints are lists it reads: what their columns are called is known."""

from odoo.tests import BaseCase

from ..domain import submission_reply
from ..domain.registry_import import NEEDED
from ..domain.table_headings import Column
from ..domain.tables import find_table
from ..models import (
    emulation_commendation_sheet,
    emulation_nomination_sheet,
    emulation_submission_sheet,
)
from ..reports import registry_sheets


def headings(columns):
    return [column.heading for column in columns]


class TestOwnLists(BaseCase):
    def known(self, columns, needed):
        table = find_table([['DANH SÁCH'], headings(columns)], needed)
        return set(table.columns), table.unknown

    def test_the_registry_is_imported_elsewhere(self):
        known, unknown = self.known(emulation_commendation_sheet.COLUMNS, NEEDED)
        self.assertEqual(
            known,
            set(Column) - {Column.CODE, Column.POSITION, Column.RESULT},
        )
        self.assertEqual(unknown, ('STT', 'Số sổ vàng'))

    def test_so_is_the_template(self):
        sheet = registry_sheets.template_book().sheets[0]
        known, unknown = self.known(sheet.columns, NEEDED)
        self.assertEqual((known, unknown), (set(registry_sheets.TEMPLATE), ()))

    def test_the_list_that_went_up_is_read_when_it_comes_back(self):
        for columns in (
            emulation_submission_sheet.COLUMNS,
            emulation_nomination_sheet.COLUMNS,
        ):
            table = find_table([[*headings(columns), 'Kết quả']], submission_reply.NEEDED | NEEDED)
            self.assertLessEqual({Column.UNIT, Column.CITATION, Column.RESULT}, set(table.columns))
