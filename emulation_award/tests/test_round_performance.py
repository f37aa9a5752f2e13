from odoo.tests import tagged

from .round_common import RoundCommon

#: Rows the ORM writes in one statement.
ORM_BATCH = 100
FEW, MANY = 5, 200


@tagged('post_install', '-at_install', 'perf')
class TestRoundPerformance(RoundCommon):
    """What voting costs with few and with many: in queries, at 5 and 200 candidates."""

    CANDIDATES = FEW

    def setUp(self):
        super().setUp()
        self.few = self._opened()
        self._nominate(MANY)
        self.many = self._opened()
        self.assertEqual((len(self.few.candidate_ids), len(self.many.candidate_ids)), (FEW, MANY))

    def _queries(self, function):
        """Queries of a call on a cold cache, as in a request of its own."""
        self.env.flush_all()
        self.env.invalidate_all()
        self.env.cr.precommit.clear()
        before = self.env.cr.sql_log_count
        result = function()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before, result

    def _per_sheet(self, user):
        """Queries of one member's sheet and cast, with few and with many candidates."""
        found = []
        for one in (self.few, self.many):
            one = one.with_user(user)
            sheet_queries, sheet = self._queries(one.ballot_sheet)
            choices = {str(line['id']): 'yes' for line in sheet['candidates']}
            cast_queries, answer = self._queries(lambda: one.cast_ballot(choices))  # noqa: B023
            self.assertEqual(answer, {'status': 'cast'})
            found.append((len(choices), sheet_queries, cast_queries))
        return found

    def test_sheet_and_cast_cost_the_same_whatever_the_number(self):
        self._per_sheet(self.users[0])  # warms up what is cached for good
        few, many = self._per_sheet(self.users[1])
        self.assertEqual((few[0], many[0]), (FEW, MANY))
        # The sheet may read nominations in two batches; the cast is one INSERT of all ballots.
        self.assertLessEqual(many[1] - few[1], 2 * (MANY // ORM_BATCH), (few, many))
        self.assertEqual(few[2], many[2])
        self.assertLessEqual(many[2], 16, many)

    def test_close_and_announce(self):
        costs = []
        for one in (self.few, self.many):
            for user in self.users:
                self._cast(one, user)
            close, _ = self._queries(lambda: one.action_close())  # noqa: B023
            announce, _ = self._queries(lambda: one.action_announce())  # noqa: B023
            costs.append((close, announce))
        (close_few, announce_few), (close_many, announce_many) = costs
        # Ballots are rewritten a thousand at a time.
        self.assertLessEqual(close_many - close_few, MANY * self.MEMBERS // 1000, costs)
        self.assertLessEqual(announce_many - announce_few, 2 * (MANY // ORM_BATCH), costs)


@tagged('post_install', '-at_install', 'perf')
class TestRoundPerformanceOfMembers(TestRoundPerformance):
    """The same with a council of 90."""

    allow_inherited_tests_method = True
    MEMBERS = 90
