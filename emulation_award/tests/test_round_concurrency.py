"""Voting under real concurrency: a server process of its own, real commits, and kill -9."""

import http.client
import random
import threading
import time
import urllib.error
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from psycopg2.errors import LockNotAvailable

from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import mute_logger

from .copy_common import CopyCase, Server
from .round_common import RoundCommon

LOST = (ConnectionError, http.client.HTTPException, urllib.error.URLError, TimeoutError)
MEMBERS, TWICE = 25, 2
COUNT = """
    SELECT (SELECT count(*) FROM emulation_vote WHERE round_id = %(round)s),
           (SELECT count(*) FROM emulation_ballot ballot
              JOIN emulation_candidate candidate ON candidate.id = ballot.candidate_id
             WHERE candidate.round_id = %(round)s)
"""


@tagged('post_install', '-at_install', 'slow')
class TestRoundConcurrency(RoundCommon, CopyCase):
    """25 members who each send the sheet twice at the same moment: 50 requests at once."""

    MEMBERS = MEMBERS

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cr.commit()
        cls.server = Server(cls.copy)
        cls.addClassCleanup(lambda: cls.server.kill())
        cls.server.start()
        with ThreadPoolExecutor(8) as pool:
            logins = [user.login for user in cls.users]
            cls.cookies = dict(zip(logins, pool.map(cls.server.login, logins), strict=True))

    def setUp(self):
        super().setUp()
        # A session of its own for each test, as candidates stand in one round only.
        self.cr.rollback()
        self.env.invalidate_all()
        session = self._session(name=self.id())
        self._nominate(self.CANDIDATES, session)
        self.one = self._round(session)
        self._commit()
        self.candidates = sorted(self.one.candidate_ids.ids)

    def _commit(self):
        cursor = self.cr  # of a copy of the database, for another process to see
        cursor.commit()

    def _open(self):
        self.one.action_open()
        self._commit()

    def _sheet_in(self, login, choice='yes'):
        """One request: 'cast', 'already_cast', 'closed', 'not entitled', 'lost' or an error."""
        choices = {str(candidate): choice for candidate in self.candidates}
        try:
            answer = self.server.call(
                self.cookies[login], 'emulation.round', 'cast_ballot', self.one.ids, choices
            )
        except LOST:
            return login, 'lost'
        if 'result' in answer:
            return login, answer['result']['status']
        said = answer['error']['data']['message']
        known = {'came after the closing': 'closed', 'among the members': 'not entitled'}
        return login, next((word for text, word in known.items() if text in said), said)

    def _storm(self, *others):
        """All sheets twice at once, and other calls while they come in.

        :param others: functions called each in a thread of its own
        :return: list of (login, answer)
        """
        logins = list(self.cookies) * TWICE
        random.shuffle(logins)
        gate = threading.Barrier(len(logins) + len(others))

        def cast(login):
            gate.wait()
            return self._sheet_in(login)

        def other(function):
            gate.wait()
            return function()

        with ThreadPoolExecutor(len(logins) + len(others)) as pool:
            casting = [pool.submit(cast, login) for login in logins]
            doing = [pool.submit(other, function) for function in others]
            self.others = [one.result() for one in doing]
            return [one.result() for one in casting]

    def _chair_calls(self, method, *args):
        cookie = self.cookies[self.chair.login]
        return self.server.call(cookie, 'emulation.round', method, self.one.ids, *args)

    def _stored(self):
        self.cr.rollback()
        self.cr.execute(COUNT, {'round': self.one.id})
        return self.cr.fetchone()

    def _acknowledged(self, answers):
        return {login for login, answer in answers if answer in ('cast', 'already_cast')}

    def test_fifty_at_once_each_counted_once(self):
        self._open()
        answers = self._storm()
        self.assertEqual(
            Counter(answer for _login, answer in answers),
            {'cast': MEMBERS, 'already_cast': MEMBERS},
        )
        self.assertEqual(self._stored(), (MEMBERS, MEMBERS * self.CANDIDATES))

    def test_against_the_closing(self):
        self._open()

        def close():
            time.sleep(random.uniform(0, 0.4))
            return self._chair_calls('action_close', True)

        answers = self._storm(close)
        acknowledged = self._acknowledged(answers)
        said = {answer for _login, answer in answers}
        self.assertLessEqual(said, {'cast', 'already_cast', 'closed'})
        self.assertEqual(self.others[0].get('result'), True, self.others[0])
        votes, ballots = self._stored()
        self.assertEqual((votes, ballots), (len(acknowledged), len(acknowledged) * self.CANDIDATES))
        # Rewritten in the closing transaction, every one of them.
        stamps = self._read(
            'SELECT DISTINCT xmin::text FROM emulation_ballot WHERE candidate_id IN %s',
            tuple(self.candidates),
        )
        self.assertLessEqual(len(stamps), 1)
        # None after the closing.
        late = [self._sheet_in(login)[1] for login in self.cookies]
        self.assertEqual(
            Counter(late),
            Counter({'already_cast': votes, 'closed': MEMBERS - votes}) - Counter(),
        )
        self.assertEqual(self._stored(), (votes, ballots))

    def test_against_the_opening(self):
        answers = self._storm(lambda: self._chair_calls('action_open'))
        acknowledged = self._acknowledged(answers)
        self.assertLessEqual(
            {answer for _login, answer in answers}, {'cast', 'already_cast', 'not entitled'}
        )
        self.assertEqual(self._stored(), (len(acknowledged), len(acknowledged) * self.CANDIDATES))

    def test_two_openings_and_two_closings(self):
        self._open_or_close('action_open')
        self._open_or_close('action_close', True)
        self.cr.rollback()
        events = self.env['emulation.journal'].search(
            [('res_model', '=', 'emulation.round'), ('res_id', '=', self.one.id)], order='seq'
        )
        self.assertEqual(events.mapped('event'), ['round.opened', 'round.closed'])

    def _open_or_close(self, method, *args):
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(lambda _n: self._chair_calls(method, *args), range(2)))
        self.assertEqual(sum('result' in answer for answer in answers), 1, answers)

    def test_closing_waits_for_a_sheet_on_its_way_and_counts_it(self):
        """The one interleaving that matters, step by step."""
        self._open()
        choices = {str(candidate): 'yes' for candidate in self.candidates}
        casting, closing = self.registry.cursor(), self.registry.cursor()
        self.addCleanup(casting.close)
        self.addCleanup(closing.close)
        on_its_way = self.env(cr=casting, user=self.users[3].id)['emulation.round']
        on_its_way.browse(self.one.id).cast_ballot(choices)
        # Guard: FOR SHARE; the round is held open until the sheet is in.
        with (
            mute_logger('odoo.sql_db'),
            self.assertRaises(LockNotAvailable),
            self.registry.cursor() as cr,
        ):
            cr.execute(
                'SELECT FROM emulation_round WHERE id = %s FOR NO KEY UPDATE NOWAIT', [self.one.id]
            )
        env = self.env(cr=closing, user=self.chair.id)
        one = env['emulation.round'].browse(self.one.id)
        # From its first query on, the closing reads the tables as they are now: without the sheet.
        self.assertEqual(one.state, 'open')
        moments = {}

        def acknowledge():
            time.sleep(1)
            moments['cast'] = time.monotonic()
            casting._cnx.commit()

        thread = threading.Thread(target=acknowledge)
        thread.start()
        with mute_logger('odoo.sql_db', 'odoo.service.model'):
            retrying(lambda: one.action_close(True), env)
        moments['closed'] = time.monotonic()
        closing.commit()
        thread.join()
        self.assertLess(moments['cast'], moments['closed'], 'the closing did not wait')
        self.assertEqual(self._stored(), (1, self.CANDIDATES))
        [[stamps, state]] = self._read(
            'SELECT count(DISTINCT xmin::text), (SELECT state FROM emulation_round WHERE id = %s)'
            ' FROM emulation_ballot WHERE candidate_id IN %s',
            self.one.id,
            tuple(self.candidates),
        )
        journal = self._read(
            "SELECT payload FROM emulation_journal WHERE event = 'round.closed' AND res_id = %s",
            self.one.id,
        )
        self.assertEqual((stamps, state), (1, 'closed'))
        self.assertIn('"voted":1', journal[0][0])

    def test_killed_while_casting_loses_no_acknowledged_ballot(self):
        self._open()

        def kill():
            time.sleep(random.uniform(0.05, 0.35))
            self.server.kill()

        answers = self._storm(kill)
        self.server.start()
        acknowledged = self._acknowledged(answers)
        votes, ballots = self._stored()
        voted = {
            login
            for (login,) in self._read(
                'SELECT login FROM emulation_vote vote'
                ' JOIN emulation_entitlement entitled USING (round_id, member_id)'
                ' JOIN res_users ON res_users.id = entitled.user_id WHERE round_id = %s',
                self.one.id,
            )
        }
        self.assertLessEqual(acknowledged, voted)
        # Each sheet whole or not at all.
        self.assertEqual((votes, ballots), (len(voted), len(voted) * self.CANDIDATES))
        # Who sends again after the lost answer is neither lost nor counted twice.
        again = [self._sheet_in(login)[1] for login in self.cookies]
        self.assertEqual(
            Counter(again),
            Counter({'already_cast': len(voted), 'cast': MEMBERS - len(voted)}) - Counter(),
        )
        self.assertEqual(self._stored(), (MEMBERS, MEMBERS * self.CANDIDATES))
        self.assertEqual(self._chair_calls('action_close').get('result'), True)
        self.assertEqual(self._chair_calls('action_announce').get('result'), True)
        self.cr.rollback()
        self.env.invalidate_all()
        self.assertEqual(set(self.one.sudo().candidate_ids.mapped('yes')), {MEMBERS})
