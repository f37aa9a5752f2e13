import unicodedata

from psycopg2.errors import UniqueViolation

from odoo.tests import tagged
from odoo.tools import mute_logger

from .decision_common import DecisionCommon
from .submission_common import SubmissionCommon


@tagged('post_install', '-at_install', 'security')
class TestDecisionNumberOnce(DecisionCommon):
    """Two decisions of an authority never print the same number in a year."""

    def test_the_same_number_in_other_characters(self):
        self._issued(self.nominations[0], number='5/QĐ-ỦY')
        numbers = ('05/QĐ-ỦY', '5/QĐ–ỦY', '5/QĐ-ỦY\u200b', unicodedata.normalize('NFD', '5/QĐ-ỦY'))
        for number in numbers:
            with self.subTest(ascii(number)), self._refused('05/QĐ-ỦY'):
                self._issued(self.nominations[1], number=number)

    @mute_logger('odoo.sql_db')
    def test_even_for_a_program(self):
        self._issued(self.nominations[0], number='5/QĐ-ỦY')
        draft = self._drafted(self.nominations[1], number='05/QĐ–ỦY')
        with self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            draft.sudo().write({'state': 'issued'})
            draft.flush_recordset()

    def test_it_is_kept_as_it_is_printed(self):
        draft = self._drafted(number=' 5/QĐ–TEST\u200b ')
        self.assertEqual(draft.number, '05/QĐ-TEST')
        draft.number = '097 / QÐ-TEST'
        self.assertEqual(draft.number, '97/QĐ-TEST')
        draft.number = '\u200b'
        self.assertFalse(draft.number)


@tagged('post_install', '-at_install', 'security')
class TestSubmissionNumberOnce(SubmissionCommon):
    """Two letters of a body never bear the same number in a year, whatever their day."""

    def _second(self, **vals):
        other, award = self._forwarded_award('Ban Thi đua tỉnh (test)')
        return self._drafted(self._approved(1, award), authority_id=other.id, **vals)

    @mute_logger('odoo.sql_db')
    def test_on_another_day_in_other_characters(self):
        first = self._drafted(number='5/TTr-TEST', date='2025-03-04')
        second = self._second(number=False, date='2025-09-04')
        self.assertEqual(second.issuer_id, first.issuer_id)
        for number in ('5/TTr-TEST', '05/TTr-TEST', '5/TTr–TEST\u200b'):
            with (
                self.subTest(ascii(number)),
                self.assertRaises(UniqueViolation),
                self.env.cr.savepoint(),
            ):
                second.number = number
                second.flush_recordset()

    def test_in_another_year_it_is_another_letter(self):
        first = self._drafted(number='5/TTr-TEST', date='2025-03-04')
        second = self._second(number='5/TTr-TEST', date='2024-03-04')
        self.assertEqual(first.number_key, second.number_key)

    def test_it_is_kept_as_it_is_printed(self):
        submission = self._drafted(number=' 5 / TTr–TEST')
        self.assertEqual(submission.number, '05/TTr-TEST')
