from odoo import api
from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .committed_common import CommittedCommon
from .decision_common import DecisionCommon


@tagged('post_install', '-at_install', 'slow')
class TestDecisionConcurrency(CommittedCommon, DecisionCommon):
    """Two people decide at once: the later one began before the earlier one was through."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.seats = cls._seats(cls, 2)
        award = cls.award_individual.copy({'name': 'Giấy khen 2'})
        employee = cls.nominations[0].employee_id
        cls.other = cls._draft(employee, campaign_award_id=award.id).sudo()
        cls.other.state = 'accepted'
        cls._commit()

    def setUp(self):
        super().setUp()
        self.addCleanup(self._put_back)

    def _put_back(self):
        """Free what a test has taken for good."""
        with self._own_cursor() as cr:
            named = tuple(self.nominations.ids)
            cr.execute(
                SQL(
                    "UPDATE emulation_nomination SET state = 'approved' WHERE id IN %s",
                    named,
                )
            )
            cr.execute(
                SQL(
                    "UPDATE emulation_nomination SET state = 'accepted' WHERE id = %s",
                    self.other.id,
                )
            )
            cr.execute(
                SQL('DELETE FROM emulation_decision WHERE campaign_id = %s', self.campaign.id)
            )

    def _env(self, cr, user):
        return api.Environment(cr, user.id, {'allowed_company_ids': self.company.ids})

    def _draft_of(self, *positions, number):
        """A committed draft of the nominations at these positions."""
        with self._own_cursor() as cr:
            env = self._env(cr, self.office)
            chosen = env['emulation.nomination'].browse(
                [self.nominations[at].id for at in positions]
            )
            draft = env['emulation.decision']._draft(chosen)
            draft.write({'number': number, 'decision_date': self.today})
            return draft.id

    def _late(self, early_user, early, late_user, late):
        """What the late one is told, who has seen the database before the early one acted."""
        with self._own_cursor() as late_cr, self._own_cursor() as early_cr:
            late_env = self._env(late_cr, late_user)
            late_env['emulation.nomination'].browse(self.nominations.ids).mapped('state')
            late_env['emulation.campaign'].browse(self.campaign.id).mapped('quota_revision')
            early(self._env(early_cr, early_user))
            early_cr.commit()
            try:
                retrying(lambda: late(late_env), late_env)
            except UserError as error:
                late_cr.rollback()
                return str(error)
            return ''

    def _issue(self, decision_id):
        return lambda env: env['emulation.decision'].browse(decision_id).action_issue()

    def _states(self, *decision_ids):
        with self._own_cursor() as cr:
            decisions = self._env(cr, self.manager)['emulation.decision'].browse(decision_ids)
            return decisions.mapped('state')

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_two_decisions_for_the_last_seat(self):
        first, second = self._draft_of(0, 1, number='1/QĐ'), self._draft_of(2, number='2/QĐ')

        told = self._late(self.manager, self._issue(first), self.manager, self._issue(second))

        self.assertRegex(told, 'has 2 seats; 2 are given .*: 1 too many')
        self.assertEqual(self._states(first, second), ['issued', 'draft'])

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_two_drafts_of_one_nomination(self):
        def draft(env):
            nomination = env['emulation.nomination'].browse(self.nominations[0].id)
            env['emulation.decision']._draft(nomination)

        told = self._late(self.office, draft, self.manager, draft)

        self.assertRegex(told, 'Another decision already names this nomination')
        with self._own_cursor() as cr:
            lines = self._env(cr, self.manager)['emulation.decision.line']
            self.assertEqual(
                lines.search_count([('nomination_id', '=', self.nominations[0].id)]), 1
            )

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_two_decisions_with_one_number(self):
        first, second = self._draft_of(0, number='1/QĐ'), self._draft_of(2, number='1/QĐ')

        told = self._late(self.manager, self._issue(first), self.manager, self._issue(second))

        self.assertRegex(told, 'Number 01/QĐ .* is used in this year already')
        self.assertEqual(self._states(first, second), ['issued', 'draft'])

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_put_on_hold_while_it_is_issued(self):
        decision = self._draft_of(0, number='1/QĐ')

        def hold(env):
            env['emulation.nomination'].browse(self.nominations[0].id)._hold('other', 'Có đơn')

        told = self._late(self.office, hold, self.manager, self._issue(decision))

        self.assertRegex(told, 'is on hold')
        self.assertEqual(self._states(decision), ['draft'])

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_another_nomination_of_the_person_put_on_hold_meanwhile(self):
        decision = self._draft_of(0, number='1/QĐ')

        def hold(env):
            env['emulation.nomination'].browse(self.other.id)._hold('other', 'Có đơn')

        told = self._late(self.office, hold, self.manager, self._issue(decision))

        self.assertRegex(told, 'is on hold')
        self.assertEqual(self._states(decision), ['draft'])

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_issued_twice_at_once(self):
        decision = self._draft_of(0, number='1/QĐ')

        told = self._late(self.manager, self._issue(decision), self.manager, self._issue(decision))

        self.assertRegex(told, '"Issue" is not possible while the decision is "Signed and issued"')
