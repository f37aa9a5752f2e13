import threading
from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo import api
from odoo.exceptions import UserError
from odoo.modules.registry import DummyRLock, Registry
from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import mute_logger

from .committed_common import CommittedCommon

SECONDS = 60


@tagged('post_install', '-at_install', 'slow')
class TestConcurrency(CommittedCommon):
    """Two people press the button at once: two transactions, each with its connection."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._submitted(cls.people_a[2])
        cls.rivals = cls._reviewed(cls.people_a[3], cls.people_a[4])
        cls._commit()

    def setUp(self):
        super().setUp()
        self.addCleanup(self._put_back)

    def _put_back(self):
        """Free the place a test has taken for good."""
        with self._own_cursor() as cr:
            rivals = self._env(cr, self.env.user)['emulation.nomination'].browse(self.rivals.ids)
            rivals.write({'state': 'reviewed'})

    def _env(self, cr, user):
        return api.Environment(cr, user.id, {'allowed_company_ids': self.company.ids})

    def _as_requests(self, *acts):
        """Run each act in a thread, as the server runs a request, and say how each ended.

        :param acts: (user, function of an environment); all read before any of them writes
        :return: for each act the refusal, or '' where it was done
        """
        outcomes = [None] * len(acts)
        start = threading.Barrier(len(acts))

        def request(number, user, act):
            threading.current_thread().dbname = self.env.cr.dbname
            waited = []

            def attempt():
                env['emulation.campaign.unit'].search([]).mapped('quota_revision')
                if not waited:
                    waited.append(start.wait(SECONDS))
                act(env)

            with self._own_cursor() as cr:
                env = self._env(cr, user)
                try:
                    retrying(attempt, env)
                    outcomes[number] = ''
                except UserError as error:
                    outcomes[number] = str(error)

        threads = [
            threading.Thread(target=request, args=(number, *act)) for number, act in enumerate(acts)
        ]
        # The test runner holds this lock for as long as it runs; a server's threads share it.
        with patch.object(Registry, '_lock', DummyRLock()):
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(SECONDS)
        return outcomes

    def _states(self, nominations):
        with self._own_cursor() as cr:
            env = self._env(cr, self.office)
            return env['emulation.nomination'].browse(nominations.ids).mapped('state')

    @mute_logger('odoo.sql_db')
    def test_two_for_the_last_place(self):
        first, second = self.rivals.ids

        outcomes = self._as_requests(
            (self.leader_a, lambda env: env['emulation.nomination'].browse(first).action_submit()),
            (self.office, lambda env: env['emulation.nomination'].browse(second).action_submit()),
        )

        self.assertEqual(sorted(self._states(self.rivals)), ['reviewed', 'submitted'])
        won, lost = sorted(outcomes)
        self.assertEqual(won, '')
        self.assertRegex(lost, r'a quota of 2 \(20 % of 10\); 2 are taken')

    @mute_logger('odoo.sql_db')
    def test_without_the_retry_the_second_fails_instead_of_overbooking(self):
        with self._own_cursor() as late, self._own_cursor() as early:
            loser = self._env(late, self.leader_a)['emulation.nomination'].browse(self.rivals[0].id)
            loser.mapped('state')  # its view of the database is fixed here
            winner = self._env(early, self.office)['emulation.nomination']
            winner.browse(self.rivals[1].id).action_submit()
            early.commit()

            with self.assertRaises(SerializationFailure):
                loser.action_submit()
            late.rollback()

    @mute_logger('odoo.sql_db')
    def test_a_dossier_does_not_change_while_it_is_submitted(self):
        nomination = self.rivals[0]
        with self._own_cursor() as late, self._own_cursor() as early:
            section = nomination.section_ids.filtered(lambda one: one.kind == 'text')
            writer = self._env(late, self.leader_a)['emulation.nomination.section']
            writer = writer.browse(section.id)
            writer.mapped('nomination_id.state')
            sender = self._env(early, self.office)['emulation.nomination']
            sender.browse(nomination.id).action_submit()
            early.commit()

            with self.assertRaises(UserError) as caught:
                retrying(lambda: writer.write({'content': 'Sửa muộn'}), writer.env)

            self.assertRegex(str(caught.exception), 'cannot be changed while')
            late.rollback()
