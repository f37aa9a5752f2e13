"""The same list imported by two at once."""

import base64

from psycopg2.errors import SerializationFailure

from odoo import api
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .committed_common import CommittedCommon


@tagged('post_install', '-at_install', 'slow')
class TestImportConcurrency(CommittedCommon):
    def _chains(self, env):
        chains = env['emulation.journal.chain'].sudo()
        return chains.search([('company_id', '=', self.company.id), ('campaign_id', '=', False)])

    def _wizard(self, cr):
        env = api.Environment(
            cr, self.office.id, {'allowed_company_ids': self.company.ids, 'tz': 'Asia/Ho_Chi_Minh'}
        )
        text = f'Họ tên;Danh hiệu;Số QĐ\n{self.people_a[2].name};Giấy khen (test);12/QĐ'
        return env['emulation.commendation.import'].create(
            {
                'company_id': self.company.id,
                'file': base64.b64encode(text.encode()),
                'file_name': 'so.csv',
            }
        )

    def test_the_second_is_retried_and_finds_the_rows_there(self):
        # The company has journaled nothing yet: both would begin its chain.
        self.assertFalse(self._chains(self.env))
        with self._own_cursor() as first, self._own_cursor() as second:
            mine, other = self._wizard(first), self._wizard(second)
            other.action_check()  # its snapshot is taken
            self.assertEqual(other.good_count, 1)
            mine.action_import()
            mine.env.flush_all()
            first.commit()
            with mute_logger('odoo.sql_db'), self.assertRaises(SerializationFailure):
                other.action_import()
                other.env.flush_all()
            second.rollback()
        with self._own_cursor() as third, self.assertRaisesRegex(UserError, 'No row'):
            self._wizard(third).action_import()
