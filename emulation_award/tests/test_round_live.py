from types import SimpleNamespace
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .round_common import RoundCommon


@tagged('post_install', '-at_install')
class TestRoundLive(RoundCommon):
    """What pages fetch while a round is voted on, and whom they hear from."""

    def _channels(self, user, *names):
        """Sessions whose notifications a page of the user gets when it asks for channels."""
        fake = SimpleNamespace(session=SimpleNamespace(uid=user.id))
        with (
            patch('odoo.addons.bus.models.ir_websocket.request', fake),
            patch('odoo.addons.mail.models.ir_websocket.request', fake, create=True),
        ):
            found = self.env['ir.websocket'].with_user(user)._build_bus_channel_list(list(names))
        return [
            one
            for one in found
            if getattr(one, '_name', '') == 'emulation.session'
            or (isinstance(one, str) and one.startswith('emulation'))
        ]

    def _desk(self, user):
        return self.env['emulation.round'].with_user(user).voting_desk()

    # Who hears

    def test_a_member_hears_of_the_own_session(self):
        name = f'emulation.session_{self.session.id}'
        self.assertEqual(self._channels(self.users[3], name), [self.session])

    def test_nobody_else_hears_of_a_session(self):
        name = f'emulation.session_{self.session.id}'
        self.assertEqual(self._channels(self.staff, name), [])
        self.assertEqual(self._channels(self.member, name), [], 'in the group, but not called')

    def test_what_is_no_session_is_dropped(self):
        names = ['emulation.session_x', 'emulation.session_', f'emulation.session_{10**12}']
        self.assertEqual(self._channels(self.users[3], *names), [])

    # The desk

    def test_desk_of_a_voter(self):
        one = self._opened()
        self.assertEqual(
            self._desk(self.users[3]),
            {
                'sessions': self.session.ids,
                'rounds': [
                    {
                        'id': one.id,
                        'name': one.display_name,
                        'session': self.session.name,
                        'state': 'open',
                        'mode': 'secret',
                        'already_cast': False,
                    }
                ],
            },
        )

    def test_desk_knows_who_has_cast(self):
        one = self._opened()
        self._cast(one, self.users[3])
        self.assertTrue(self._desk(self.users[3])['rounds'][0]['already_cast'])
        self.assertFalse(self._desk(self.users[4])['rounds'][0]['already_cast'])

    def test_desk_of_an_outsider_is_empty(self):
        self._opened()
        self.assertEqual(self._desk(self.staff), {'sessions': [], 'rounds': []})

    def test_desk_leaves_out_who_is_recused_from_all(self):
        for nomination in self.nominations:
            self._recuse(self.members[3], nomination)
        self._opened()
        self.assertEqual(self._desk(self.users[3])['rounds'], [])

    def test_desk_leaves_out_rounds_on_paper(self):
        self._round(mode='paper')
        self.assertEqual(self._desk(self.users[3])['rounds'], [])

    # The board

    def test_board_says_who_and_not_how(self):
        one = self._opened()
        self._cast(one, self.users[3])
        board = one.with_user(self.users[4]).board()
        self.assertEqual(board['voted_names'], [self.members[3].name])
        self.assertEqual((board['voted'], board['entitled']), (1, 9))
        self.assertEqual(len(board['presence']), 9)
        self.assertEqual(board['results'], [])

    def test_board_has_no_result_of_a_closed_round(self):
        one = self._opened()
        self._vote(one, dict.fromkeys(self.nominations, 5))
        one.action_close()
        self.assertEqual(one.with_user(self.chair).board()['results'], [])

    def test_board_has_the_result_once_announced(self):
        one = self._announced(dict(zip(self.nominations, (9, 5, 2), strict=True)))
        results = one.with_user(self.users[4]).board()['results']
        self.assertEqual([line['yes'] for line in results], [9, 5, 2])
        self.assertEqual(
            [line['outcome'] for line in results], ['selected', 'selected', 'not_passed']
        )

    def test_board_hides_results_from_the_recused(self):
        self._recuse(self.members[4], self.nominations[0])
        one = self._opened()
        for user in self.users:
            self._cast(one, user)
        self._finish(one)
        shown = {line['name'] for line in one.with_user(self.users[4]).board()['results']}
        self.assertEqual(shown, set(self.nominations[1:].mapped('nominee_name')))

    def test_board_is_not_for_outsiders(self):
        one = self._opened()
        for user in (self.staff, self.member):
            with self.assertRaises(AccessError):
                one.with_user(user).board()

    # Buttons

    def test_buttons_by_part(self):
        one = self._opened()
        parts = [
            (bool(mine.is_conductor), bool(mine.is_chair), bool(mine.may_vote))
            for mine in (one.with_user(user) for user in (*self.users[:3], self.office))
        ]
        self.assertEqual(
            parts,
            [(True, True, True), (True, False, True), (False, False, True), (False, False, False)],
        )

    def test_vote_button_goes_once_the_vote_is_in(self):
        one = self._opened()
        self._cast(one, self.users[3])
        self.assertFalse(one.with_user(self.users[3]).may_vote)
        self.assertTrue(one.with_user(self.users[4]).may_vote)

    def test_vote_button_leads_to_the_sheet(self):
        one = self._opened()
        action = one.with_user(self.users[3]).action_vote()
        self.assertEqual(action['tag'], 'emulation_award.ballot_sheet')
        self.assertEqual(action['params'], {'round_id': one.id})

    # Closing with a question

    def test_closing_names_who_is_missing(self):
        one = self._opened()
        for user in self.users[:7]:
            self._cast(one, user)
        wizard = (
            self.env['emulation.round.close'].with_user(self.chair).create({'round_id': one.id})
        )
        self.assertEqual(wizard.missing, 2)
        self.assertEqual(wizard.missing_names.split('\n'), self.members[7:].mapped('name'))
        wizard.action_close_without()
        self.assertEqual(one.state, 'closed')

    def test_closing_wizard_is_no_way_round_the_chair(self):
        one = self._opened()
        wizard = (
            self.env['emulation.round.close'].with_user(self.users[3]).create({'round_id': one.id})
        )
        with self.assertRaises(AccessError):
            wizard.action_close_without()
