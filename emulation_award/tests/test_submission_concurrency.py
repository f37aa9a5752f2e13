"""Two transactions that want the same nomination, or the same submission."""

from psycopg2.errors import SerializationFailure, UniqueViolation

from odoo import api, fields
from odoo.tests import tagged
from odoo.tools import mute_logger

from .committed_common import CommittedCommon
from .nomination_common import PDF
from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install', 'slow')
class TestSubmissionConcurrency(SubmissionCommon, CommittedCommon):
    APPROVED = 4

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._commit()

    def _environment(self, cr):
        return api.Environment(
            cr, self.office.id, {'allowed_company_ids': self.company.ids, 'tz': 'Asia/Ho_Chi_Minh'}
        )

    def test_two_submissions_never_take_the_same_nomination(self):
        vals = [
            {
                'campaign_id': self.campaign.id,
                'authority_id': self.superior.id,
                'award_kind': kind,
                'line_ids': [(0, 0, {'nomination_id': self.nominations[0].id})],
            }
            for kind in ('campaign', 'merit')
        ]
        with self._own_cursor() as first, self._own_cursor() as second:
            mine, other = self._environment(first), self._environment(second)
            other['emulation.submission'].search([])  # its snapshot is taken
            mine['emulation.submission'].create(vals[0])
            first.commit()
            with mute_logger('odoo.sql_db'), self.assertRaises(UniqueViolation):
                other['emulation.submission'].create(vals[1])
            second.rollback()

    def test_a_submission_is_sent_once(self):
        with self._own_cursor() as early_cr:
            drafted = self._drafted_in(self._environment(early_cr))
            number = drafted.id
            early_cr.commit()
        with self._own_cursor() as first, self._own_cursor() as second:
            mine, other = (
                self._environment(cr)['emulation.submission'].browse(number)
                for cr in (first, second)
            )
            self.assertEqual(other.state, 'draft')
            mine.action_send()
            mine.env.flush_all()
            first.commit()
            # The second is refused by the database; the server retries it and finds it sent.
            with mute_logger('odoo.sql_db'), self.assertRaises(SerializationFailure):
                other.action_send()
                other.env.flush_all()
            second.rollback()

    def test_no_line_is_added_while_it_is_sent(self):
        with self._own_cursor() as early_cr:
            drafted = self._drafted_in(
                self._environment(early_cr), 2, award_kind='merit', number='108/TTr'
            )
            number = drafted.id
            early_cr.commit()
        with self._own_cursor() as first, self._own_cursor() as second:
            mine, other = (
                self._environment(cr)['emulation.submission'].browse(number)
                for cr in (first, second)
            )
            self.assertEqual(other.state, 'draft')  # its snapshot is taken
            mine.action_send()
            mine.env.flush_all()
            first.commit()
            with mute_logger('odoo.sql_db'), self.assertRaises(SerializationFailure):
                other.line_ids.create(
                    {'submission_id': number, 'nomination_id': self.nominations[3].id}
                )
            second.rollback()

    def _drafted_in(self, env, which=1, **vals):
        return env['emulation.submission'].create(
            {
                'campaign_id': self.campaign.id,
                'authority_id': self.superior.id,
                'award_kind': 'tenure',
                'number': '107/TTr-TEST',
                'date': fields.Date.today(),
                'place': 'Lạng Sơn',
                'signatory_title': 'TRƯỞNG BAN',
                'signatory_name': 'Nguyễn Văn Ban',
                'signed_scan': PDF,
                'line_ids': [(0, 0, {'nomination_id': self.nominations[which].id})],
                **vals,
            }
        )
