from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .secrecy_common import SecrecyCase

#: Tables that are not ours in which something could be left behind.
FOREIGN_TABLES = (
    'mail_message',
    'mail_tracking_value',
    'mail_notification',
    'mail_activity',
    'ir_logging',
    'ir_attachment',
    'bus_bus',
)
#: What differs between two runs whatever is voted.
NUMBERS = ('id', 'create_date', 'write_date', 'vote_ids')
FIGURES = {'yes', 'no', 'abstain', 'passed', 'rank', 'outcome', 'verdict_inputs', 'base', 'needed'}


@tagged('post_install', '-at_install', 'security')
class TestRunningCount(SecrecyCase):
    """Learning how it stands before the announcement.

    Two worlds in which the last two vote differently must look the same to everybody: the same
    rows in every table but that of the ballots, and the same values in every readable field.
    """

    def _tables(self):
        ours = self._rows(
            'SELECT relname FROM pg_class WHERE starts_with(relname, %s) AND relkind = %s',
            'emulation_',
            'r',
        )
        return sorted(
            [table for (table,) in ours if table != 'emulation_ballot'] + list(FOREIGN_TABLES)
        )

    def _dump(self):
        """All rows of all tables, without what differs anyway."""
        self.env.cr.precommit.run()
        found = {}
        for table in self._tables():
            exists = self._rows('SELECT to_regclass(%s)', table)[0][0]
            rows = self._rows(f'SELECT to_jsonb(t) FROM {table} t') if exists else []  # noqa: S608
            found[table] = sorted(
                str(sorted((k, v) for k, v in row.items() if k not in NUMBERS)) for (row,) in rows
            )
        return found

    def _seen(self):
        """Every value of every field that each attacker can read of the session and its rounds."""
        found = {}
        for user in self.attackers:
            for name in ('session', 'round', 'candidate', 'entitlement'):
                model = self.env[f'emulation.{name}'].with_user(user)
                self.env.invalidate_all()
                if not model.has_access('read'):
                    continue
                fields = [one for one in model.fields_get() if one not in NUMBERS]
                records = model.search([])
                found[user.login, name] = str(records.read(fields))
                found[user.login, name, 'export'] = str(
                    records.export_data([one for one in fields if one not in FIGURES])
                )
            candidates = self.env['emulation.candidate'].with_user(user)
            if candidates.has_access('read'):
                found[user.login, 'sort'] = candidates.search([], order='yes desc, id').ids
                found[user.login, 'group'] = str(
                    candidates.formatted_read_group([], ['passed'], ['yes:sum', '__count'])
                )
                found[user.login, 'search'] = candidates.search_count([('yes', '>', 0)])
        return found

    def _world(self, choice, then=lambda: None):
        """What is stored and seen after the last two have chosen so; then put back."""
        savepoint = self.env.cr.savepoint()
        for user in self.users[7:]:
            self._cast(self.one, user, choice)
        then()
        world = self._dump(), self._seen()
        savepoint.rollback()
        savepoint.close()
        self.env.invalidate_all()
        self.env.cr.precommit.clear()
        return world

    def _assert_same(self, then=lambda: None):
        with freeze_time('2025-08-20 02:00:00'):
            tables, seen = self._world('yes', then)
            other_tables, other_seen = self._world('no', then)
        for table, rows in tables.items():
            with self.subTest(table):
                self.assertEqual(rows, other_tables[table])
        for what, value in seen.items():
            with self.subTest(what):
                self.assertEqual(value, other_seen[what])

    # Guard: nothing is counted before the announcement, and casting writes nothing else.

    def test_attack_tables_and_fields_while_open(self):
        self._assert_same()

    def test_attack_tables_and_fields_between_closing_and_announcement(self):
        self._assert_same(lambda: self.one.action_close())

    def test_the_comparison_would_see_a_difference(self):
        def announce():
            self.one.action_close()
            self.one.action_announce()

        with freeze_time('2025-08-20 02:00:00'):
            tables, seen = self._world('yes', announce)
            others, other_seen = self._world('no', announce)
        self.assertNotEqual(tables['emulation_candidate'], others['emulation_candidate'])
        who = self.auditor.login, 'candidate'
        self.assertNotEqual(seen[who], other_seen[who])

    def test_attack_progress_and_recount(self):
        for user in self.attackers[:-1]:
            with self.subTest(user.login):
                one = self.one.with_user(user)
                self.assertEqual(set(one.progress()), {'entitled', 'voted', 'missing'})
                self.assertNotRegex(str(one.action_recount()), r'\d')
                self.assertEqual(one.votes_by_name(), {})

    # Guard: announcing needs a closed round and the chair or secretary of the day.

    def test_attack_announcing_early(self):
        for user in self.attackers:
            with self.subTest(user.login), self.assertRaises(UserError):
                self.one.with_user(user).action_announce()
        self._close()
        for user in (self.office, self.manager, self.auditor, self.users[8]):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.one.with_user(user).action_announce()

    # Guard: _notify_live says which session, as the system user.

    def test_attack_bus(self):
        self.env.cr.precommit.run()
        before = {row[0] for row in self._rows('SELECT id FROM bus_bus')}
        self._cast(self.one, self.users[7], 'no')
        self.env.cr.precommit.run()
        rows = self._rows(
            'SELECT id, create_uid, message::json->>%s, message::json->>%s FROM bus_bus',
            'type',
            'payload',
        )
        found = [row[1:] for row in rows if row[0] not in before]
        payload = f'{{"session_id":{self.session.id}}}'
        self.assertEqual(
            [(uid, kind, said.replace(' ', '')) for uid, kind, said in found],
            [(self.env.ref('base.user_root').id, 'emulation_session_changed', payload)],
        )
