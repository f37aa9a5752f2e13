from odoo.tests import tagged

from .decision_common import DecisionCommon

#: Rows the ORM writes in one statement.
ORM_BATCH = 100
FEW, MANY = 10, 100


@tagged('post_install', '-at_install', 'perf')
class TestDecisionPerformance(DecisionCommon):
    """A decision with 10 lines and one with 100 cost the same number of queries."""

    CANDIDATES = 2 + FEW + MANY

    def _queries(self, function):
        """Queries of a call on a cold cache, as in a request of its own."""
        self.env.flush_all()
        self.env.invalidate_all()
        self.env.cr.precommit.clear()
        before = self.env.cr.sql_log_count
        result = function()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before, result

    def _costs(self, nominations, number):
        """Queries to draft, to issue and to put into effect."""
        drafting, draft = self._queries(lambda: self._drafted(nominations, number=number))
        decision = draft.with_user(self.manager)
        issuing, _ = self._queries(decision.action_issue)
        self._scan(decision)
        effect, _ = self._queries(decision.action_take_effect)
        self.assertEqual(len(decision.line_ids.commendation_id), len(nominations))
        return {'draft': drafting, 'issue': issuing, 'effect': effect}

    def test_the_same_for_few_and_many(self):
        self._costs(self.nominations[:2], '1/QĐ')  # warms up what is cached for good
        few = self._costs(self.nominations[2 : 2 + FEW], '2/QĐ')
        many = self._costs(self.nominations[2 + FEW :], '3/QĐ')

        for step, queries in many.items():
            with self.subTest(step):
                self.assertLessEqual(queries - few[step], 2 * (MANY // ORM_BATCH), (few, many))
