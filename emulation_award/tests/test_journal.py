import json
import re
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from ..domain import hashchain
from .common import EmulationCommon


@tagged('post_install', '-at_install', 'security')
class TestJournal(EmulationCommon):
    """Append-only for everybody, and one changed byte is found."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign()
        cls._append(cls.campaign, 'test.one', 'test.two', 'test.three')
        cls.chain = cls.env['emulation.journal.chain'].search(
            [('campaign_id', '=', cls.campaign.id)]
        )

    @classmethod
    def _append(cls, campaign, *names):
        return cls.env['emulation.journal']._append(
            [
                {
                    'event': name,
                    'record': cls.unit_a,
                    'campaign': campaign,
                    'payload': {'đơn vị': 'Phòng Alpha', 'number': 1},
                }
                for name in names
            ]
        )

    def _entry(self, event):
        return self.chain.entry_ids.filtered(lambda entry: entry.event == event)

    def _tamper(self, column, value, entry=None):
        entry = entry or self._entry('test.two')
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                'UPDATE emulation_journal SET %s = %s WHERE id = %s',
                SQL.identifier(column),
                value,
                entry.id,
            )
        )

    # Appending

    def test_entries_are_numbered_and_sealed_with_the_one_before(self):
        entries = self.chain.entry_ids.sorted('seq')
        self.assertEqual(entries.mapped('seq'), [1, 2, 3, 4])
        self.assertEqual(
            entries.mapped('event'), ['campaign.launched', 'test.one', 'test.two', 'test.three']
        )
        self.assertEqual(
            entries.mapped('previous'), [hashchain.GENESIS, *entries[:-1].mapped('hash')]
        )
        self.assertEqual((self.chain.last_seq, self.chain.last_hash), (4, entries[-1].hash))

    def test_an_operation_of_a_plain_user_writes_in_his_name(self):
        entry = (
            self.env['emulation.journal']
            .with_user(self.leader_a)
            ._append(
                [
                    {
                        'event': 'test.leader',
                        'record': self.unit_a,
                        'payload': {},
                        'campaign': self.campaign,
                    }
                ]
            )
        )
        self.assertEqual((entry.user_id, entry.actor), (self.leader_a, 'leader_a'))

    def test_each_campaign_and_each_company_has_a_chain_of_its_own(self):
        other = self.campaign.with_user(self.office)._clone(0)
        events = [('a', self.campaign), ('b', other), ('c', None), ('d', self.campaign)]
        entries = self.env['emulation.journal']._append(
            [
                {'event': event, 'record': self.unit_a, 'payload': {}, 'campaign': campaign}
                for event, campaign in events
            ]
        )
        self.assertEqual(entries.mapped('event'), ['a', 'b', 'c', 'd'])
        self.assertEqual(entries.mapped('seq'), [5, 1, 1, 6])
        self.assertEqual(entries[2].company_id, self.company)
        self.assertFalse(entries[2].campaign_id)
        for chain in entries.chain_id:
            self.assertFalse(chain._first_break())

    def test_a_float_has_no_canonical_text(self):
        with self.assertRaises(ValueError):
            self.env['emulation.journal']._append(
                [
                    {
                        'event': 'test',
                        'record': self.unit_a,
                        'payload': {'ratio': 0.2},
                        'campaign': self.campaign,
                    }
                ]
            )

    def test_two_hundred_events_cost_as_many_queries_as_ten(self):
        counts = []
        self._append(self.campaign, 'warm')
        for number in (10, 90):
            self.env.flush_all()
            before = self.cr.sql_log_count
            self._append(self.campaign, *(['test.many'] * number))
            self.env.flush_all()
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[0], counts[1])

    # Nobody changes it

    def test_every_event_has_a_name_for_people(self):
        folder = Path(__file__).parent.parent
        sources = {*folder.glob('models/*.py'), *folder.glob('wizards/*.py')}
        sources.remove(folder / 'models/emulation_journal_wording.py')
        text = ''.join(path.read_text(encoding='utf-8') for path in sources)
        owners = 'campaign|phase|reminder|review|nomination|session|round|commendation'
        owners += '|decision|submission|template|rate'
        appended = rf"'((?:{owners})\.\w+)'"

        events = set(re.findall(appended, text))

        self.assertGreater(len(events), 15)
        self.assertEqual(events, set(self.env['emulation.journal']._event_labels()))

    def test_it_reads_in_words(self):
        entry = self.env['emulation.journal']._append(
            [
                {
                    'event': 'nomination.accepted',
                    'record': self.unit_a,
                    'payload': {'to': 'accepted', 'nominee': 'Lê An', 'from': 'submitted', 'x': 1},
                }
            ]
        )
        extended = self.env['emulation.journal']._append(
            [
                {
                    'event': 'phase.extended',
                    'record': self.unit_a,
                    'payload': {'new': '2025-10-29 17:00:00'},
                }
            ]
        )

        self.assertEqual(entry.event_label, 'Dossier accepted')
        self.assertEqual(entry.summary, 'Nominee: Lê An; From: Submitted; To: Accepted; x: 1')
        told = extended.with_context(tz='Asia/Ho_Chi_Minh').summary
        self.assertIn('30', told)
        self.assertNotIn('17:00', told)

    def test_nobody_writes_creates_or_deletes_entries(self):
        entry = self._entry('test.two')
        for user in (self.office, self.manager, self.auditor, self.leader_a, self.staff):
            records = entry.with_user(user)
            with self.subTest(user.login), self.assertRaises(UserError):
                records.write({'event': 'forged'})
            with self.subTest(user.login), self.assertRaises(UserError):
                records.unlink()
            with self.subTest(user.login), self.assertRaises(AccessError):
                records.copy()

    def test_not_even_in_superuser_mode(self):
        entry = self._entry('test.two').sudo()
        with self.assertRaises(UserError):
            entry.write({'event': 'forged'})
        with self.assertRaises(UserError):
            entry.event = 'forged'
        with self.assertRaises(UserError):
            entry.unlink()
        with self.assertRaises(UserError):
            self.chain.sudo().unlink()

    def test_nobody_moves_the_head_of_a_chain(self):
        for user in (self.office, self.manager, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.chain.with_user(user).last_seq = 1

    def test_who_reads_it(self):
        journal = self.env['emulation.journal']
        for user in (self.office, self.manager, self.auditor):
            found = journal.with_user(user).search([('chain_id', '=', self.chain.id)])
            self.assertEqual(len(found), 4)
        for user in (self.leader_a, self.member, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                journal.with_user(user).search([])

    # What is found

    def test_an_untouched_chain_holds(self):
        self.assertFalse(self.chain._first_break())
        notice = self.chain.with_user(self.auditor).action_verify()
        self.assertEqual(notice['params']['type'], 'success')
        self.assertIn('4 entries', notice['params']['message'])

    def test_any_changed_column_is_found_where_it_was_changed(self):
        entry = self._entry('test.two')
        changes = {
            'event': 'test.twO',
            'actor': 'somebody',
            'user_id': self.staff.id,
            'moment': '2020-01-01 00:00:00',
            'res_model': 'emulation.campaign',
            'res_id': entry.res_id + 1,
            'payload': entry.payload.replace('Alpha', 'Alphb'),
            'payload_digest': '0' * 64,
            'previous': '0' * 64,
            'hash': '0' * 64,
            'company_id': self.env.ref('base.main_company').id,
        }
        for column, value in changes.items():
            with self.subTest(column), self.env.cr.savepoint() as savepoint:
                self._tamper(column, value, entry)
                self.assertEqual(self.chain._first_break().seq, 3)
                savepoint.rollback()
                self.env.invalidate_all()
        self.assertFalse(self.chain._first_break())

    def test_a_payload_forged_with_its_own_digest_is_found(self):
        forged = hashchain.canonical({'number': 2})
        self._tamper('payload', forged)
        self._tamper('payload_digest', hashchain.digest(forged))
        self.assertEqual(self.chain._first_break().seq, 3)

    def test_a_removed_entry_is_found(self):
        self.env.cr.execute(
            'DELETE FROM emulation_journal WHERE id = %s', [self._entry('test.one').id]
        )
        self.assertEqual(self.chain._first_break().seq, 2)

    def test_a_cut_off_end_is_found(self):
        self.env.cr.execute(
            'DELETE FROM emulation_journal WHERE id = %s', [self._entry('test.three').id]
        )
        self.assertEqual(self.chain._first_break().reason, 'head')

    def test_two_swapped_entries_are_found(self):
        one, two = self._entry('test.one'), self._entry('test.two')
        self._tamper('seq', 99, one)
        self._tamper('seq', 2, two)
        self._tamper('seq', 3, one)
        self.assertEqual(self.chain._first_break().seq, 2)

    def test_an_entry_smuggled_in_is_found(self):
        last = self._entry('test.three')
        self.env['emulation.journal'].sudo().create(
            {
                **last.copy_data()[0],
                'chain_id': self.chain.id,
                'seq': 5,
                'previous': last.hash,
            }
        )
        self.assertTrue(self.chain._first_break())

    def test_the_auditor_is_told_where_it_breaks(self):
        self._tamper('payload', '{}')
        notice = self.chain.with_user(self.auditor).action_verify()
        self.assertEqual(notice['params']['type'], 'danger')
        self.assertIn('entry 3', notice['params']['message'])

    def test_verifying_is_for_those_who_may_read_it(self):
        with mute_logger('odoo.addons.base.models.ir_model'):
            for user in (self.leader_a, self.staff):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    self.chain.with_user(user).action_verify()
        by_campaign = self.campaign.with_user(self.manager).action_verify_journal()
        self.assertEqual(by_campaign['params']['type'], 'success')

    def test_the_payload_is_canonical(self):
        payload = self._entry('test.two').payload
        self.assertEqual(payload, '{"number":1,"đơn vị":"Phòng Alpha"}')
        self.assertEqual(hashchain.canonical(json.loads(payload)), payload)
