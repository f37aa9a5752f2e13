from odoo.exceptions import UserError
from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecisionNumbers(DecisionCommon):
    """A register has no gaps: a number is taken once nothing stands in the way any more."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.series = cls.env['ir.sequence'].create(
            {'name': 'Quyết định', 'number_next': 99, 'implementation': 'no_gap'}
        )
        cls.authority.sequence_id = cls.series

    def _two(self, **vals):
        """Two drafts without a number."""
        first = self._drafted(self.nominations[0], number=False)
        return first, self._drafted(self.nominations[1], number=False, **vals)

    def test_no_number_is_taken_before_all_are_checked(self):
        # Not what is left of the series: that falls back with the transaction.
        taken, original = [], type(self.env['ir.sequence']).next_by_id
        self.patch(
            type(self.env['ir.sequence']),
            'next_by_id',
            lambda series, **kwargs: taken.append(series) or original(series, **kwargs),
        )
        first, second = self._two(decision_date=False)
        with self._refused('has no date'):
            (first + second).with_user(self.manager).action_issue()
        self.assertEqual((taken, first.state, second.state), ([], 'draft', 'draft'))
        second.decision_date = self.today
        (first + second).with_user(self.manager).action_issue()
        self.assertEqual((first.number, second.number), ('99/QĐ-TEST', '100/QĐ-TEST'))

    def test_what_is_wrong_with_each_is_said_at_once(self):
        first, second = self._two(decision_date=False)
        first.signatory_name = False
        with self.assertRaises(UserError) as caught:
            (first + second).with_user(self.manager).action_issue()
        for said in ('Nobody is named who signs', 'has no date'):
            self.assertIn(said, str(caught.exception))

    def test_seats_are_counted_over_those_issued_together(self):
        self._seats(1)
        first, second = self._two()
        with self._refused('has 1 seats; 1 are given .Ứng viên 000. and this decision names 1'):
            (first + second).with_user(self.manager).action_issue()

    def test_a_number_is_typed_once_among_those_issued_together(self):
        first, second = self._two()
        (first + second).write({'number': '07/QĐ'})
        with self._refused('Number 07/QĐ .* is used in this year already'):
            (first + second).with_user(self.manager).action_issue()

    def test_a_series_with_gaps_is_not_used(self):
        self.series.implementation = 'standard'
        self.assertTrue(self.authority.with_user(self.office).has_series_gaps)
        first, second = self._two()
        self.assertIn('loses a number', first.problems)
        with self._refused('Set its implementation to "No gap"'):
            first.with_user(self.manager).action_issue()
        second.number = '5/QĐ'
        second.with_user(self.manager).action_issue()
        self.assertEqual(second.state, 'issued')

    def test_an_ordinal_alone_is_no_number(self):
        for number in ('97', '0097', 'xyz', 'QĐ-TEST', '97/'):
            with self.subTest(number), self._refused('not a whole number.* such as 97/QĐ-TEST'):
                self._issued(self.nominations[0], number=number)

    def test_the_form_adds_the_symbol_to_an_ordinal(self):
        draft = self._drafted(self.nominations[0])
        for typed, number in (('7', '07/QĐ-TEST'), ('98/QĐ', '98/QĐ'), ('', False)):
            draft.number = typed
            draft._onchange_number()
            self.assertEqual(draft.number, number)

    def test_a_series_of_ordinals_needs_the_symbol_of_the_authority(self):
        self.authority.abbreviation = False
        first, second = self._two()
        with self._refused('its abbreviation is not known'):
            first.with_user(self.manager).action_issue()
        self.series.suffix = '/QĐ-KHAC'
        second.with_user(self.manager).action_issue()
        self.assertEqual(second.number, '99/QĐ-KHAC')
        self.series.suffix = '/'
        with self._refused('"100/" is not a whole number'):
            first.with_user(self.manager).action_issue()
