"""The attack suite: what people of every role, and a reader of every table, try to learn.

Each test names its guard; taken out, the test fails. See also test_running_count.py and
test_recused_reader.py.
"""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .secrecy_common import SecrecyCase


@tagged('post_install', '-at_install', 'security')
class TestBallotModel(SecrecyCase):
    """Getting at the ballots themselves."""

    # Guard: no access right on emulation.ballot for anybody.

    def _model(self, user, name='emulation.ballot'):
        return self.env[name].with_user(user)

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_search(self):
        self._refused_for_all(lambda user: self._model(user).search([]))

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_count(self):
        domain = [('choice', '=', 'yes')]
        self._refused_for_all(lambda user: self._model(user).search_count(domain))

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_read_by_guessed_number(self):
        ids = [row[0] for row in self._ballots(self.one)]
        self._refused_for_all(lambda user: self._model(user).browse(ids).read(['choice']))

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_group_by(self):
        self._refused_for_all(
            lambda user: self._model(user).formatted_read_group([], ['choice'], ['__count'])
        )

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_sort_and_names(self):
        self._refused_for_all(lambda user: self._model(user).search([], order='choice'))
        self._refused_for_all(lambda user: self._model(user).name_search(''))

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_export(self):
        ids = [row[0] for row in self._ballots(self.one)]
        self._refused_for_all(lambda user: self._model(user).browse(ids).export_data(['choice']))

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_write_create_delete(self):
        ids = [row[0] for row in self._ballots(self.one)]
        vals = {'candidate_id': self.one.sudo().candidate_ids[0].id, 'choice': 'yes'}
        self._refused_for_all(lambda user: self._model(user).create(vals))
        self._refused_for_all(lambda user: self._model(user).browse(ids).write({'choice': 'no'}))
        self._refused_for_all(lambda user: self._model(user).browse(ids).unlink())

    # Guard: create, write and unlink of emulation.ballot and emulation.vote, superuser or not.

    def test_attack_superuser_mode_does_not_change_ballots_or_votes(self):
        candidate = self.one.sudo().candidate_ids[0]
        vals = {
            'emulation.ballot': {'candidate_id': candidate.id, 'choice': 'yes'},
            'emulation.vote': {'round_id': self.one.id, 'member_id': self.members[8].id},
        }
        before = self._entered()
        for name, values in vals.items():
            model = self.env[name].sudo()
            with self.subTest(name), self.assertRaises(AccessError):
                model.create(values)
            with self.subTest(name), self.assertRaises(AccessError):
                model.search([], limit=1).write(values)
            with self.subTest(name), self.assertRaises(AccessError):
                model.search([], limit=1).unlink()
        self.assertEqual(self._entered(), before)

    # Guard: no field of any model leads to ballots, so none can be searched or exported through.

    def test_attack_through_relations(self):
        leading = [
            f'{name}.{field.name}'
            for name, model in self.registry.items()
            for field in model._fields.values()
            if field.relational and field.comodel_name == 'emulation.ballot'
        ]
        self.assertFalse(leading)

    # Guard: _operation_fields, and create and write of candidates and entitlements.

    @mute_logger('odoo.addons.base.models.ir_model')
    def test_attack_figures_and_voters_are_written_by_nobody(self):
        candidate = self.one.sudo().candidate_ids[0]
        entitlement = self.one.sudo().entitlement_ids[0]
        for user in self.attackers:
            for record, vals in (
                (candidate, {'yes': 9}),
                (entitlement, {'user_id': user.id}),
                (self.one.sudo().vote_ids[0], {'member_id': self.members[8].id}),
            ):
                seen = record.with_user(user)
                with self.subTest(user=user.login, model=record._name):
                    with self.assertRaises(UserError):
                        seen.write(vals)
                    with self.assertRaises(UserError):
                        seen.copy()
                    with self.assertRaises(UserError):
                        seen.unlink()


@tagged('post_install', '-at_install', 'security')
class TestBallotStorage(SecrecyCase):
    """A reader of every table, while the round is open and afterwards."""

    # Guard: _log_access off, and no other column.

    def test_attack_author_and_moment(self):
        columns = {
            table: {
                name
                for (name,) in self._rows(
                    'SELECT column_name FROM information_schema.columns WHERE table_name = %s',
                    table,
                )
            }
            for table in ('emulation_ballot', 'emulation_vote')
        }
        self.assertEqual(
            columns,
            {
                'emulation_ballot': {'id', 'candidate_id', 'choice', 'member_id'},
                'emulation_vote': {'id', 'round_id', 'member_id'},
            },
        )

    # Guard: _insert_ballots leaves member_id empty in a secret round.

    def test_attack_member_of_a_ballot(self):
        self.assertEqual({row[3] for row in self._ballots(self.one)}, {None})

    # Guard: _rewrite_ballots gives new numbers.

    def test_attack_numbers_noted_while_open(self):
        noted = {row[0] for row in self._ballots(self.one)}
        self._close()
        after = {row[0] for row in self._ballots(self.one)}
        self.assertEqual(len(after), len(noted))
        self.assertGreater(min(after), max(noted))

    # Guard: the shuffle in _rewrite_ballots.

    def test_attack_order_of_numbers_and_rows(self):
        as_cast = self._entered()
        self._close()
        by_row = self._rows(
            'SELECT candidate_id, choice FROM emulation_ballot WHERE candidate_id IN %s'
            ' ORDER BY ctid',
            tuple(self.one.sudo().candidate_ids.ids),
        )
        for order in (self._entered(), by_row):
            # By chance one time in more than ten to the eighth.
            self.assertNotEqual(order, as_cast)
            self.assertNotEqual(order, sorted(as_cast))
            self.assertEqual(sorted(order), sorted(as_cast))

    # Guard: everything is rewritten in the closing transaction.

    def test_attack_transaction_numbers(self):
        tables = ('emulation_ballot', 'emulation_vote', 'emulation_entitlement')
        before = {table: {row[1] for row in self._stored_of(table)} for table in tables}
        # While the round is open they could be told apart; see docs/secrecy.md.
        self.assertEqual(
            (len(before['emulation_ballot']), before['emulation_ballot']),
            (7, before['emulation_vote']),
        )
        self._close()
        after = {table: {row[1] for row in self._stored_of(table)} for table in tables}
        self.assertEqual({len(stamps) for stamps in after.values()}, {1})

    # Guard: _rewrite_votes and _rewrite_entitlements, in the order of members.

    def test_attack_order_of_votes(self):
        def voters(order):
            rows = f'SELECT member_id FROM emulation_vote WHERE round_id = %s ORDER BY {order}'  # noqa: S608
            return [member for (member,) in self._rows(rows, self.one.id)]

        cast = [self.members[number].id for number in self.order]
        self.assertEqual(voters('id'), cast)
        self._close()
        self.assertEqual(voters('id'), sorted(cast))
        # Where rows lie depends on free space; not on who came first.
        self.assertNotEqual(voters('ctid'), cast)

    def test_attack_order_of_entitlements(self):
        self._close()
        rows = self._rows(
            'SELECT member_id FROM emulation_entitlement WHERE round_id = %s ORDER BY id',
            self.one.id,
        )
        self.assertEqual(rows, sorted(rows))

    # Guard: log_exceptions=False where ballots are inserted.

    def test_attack_statement_in_the_log(self):
        with (
            self.assertNoLogs('odoo.sql_db', 'INFO'),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(flush=False),
        ):
            self.one.sudo()._insert_ballots(self.members[8], [(0, 'yes')], 'secret')

    def test_attack_casting_in_the_log(self):
        with self.assertNoLogs('odoo.addons.emulation_award', 'DEBUG'):
            self._cast(self.one, self.users[7], 'abstain')
