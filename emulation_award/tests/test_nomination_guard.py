from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .nomination_common import NominationCommon

# A value a caller might try for each field that only an operation writes.
FORGED = {
    'reference': 'X',
    'state': 'accepted',
    'state_before_hold': 'approved',
    'snapshot_date': '2025-01-01',
    'snapshot_name': 'X',
    'snapshot_position': 'X',
    'snapshot_unit': 'X',
    'snapshot_birthday': '2000-01-01',
    'snapshot_gender': 'male',
    'snapshot_is_manager': True,
    'snapshot_category': 'X',
    'snapshot_head_count': 99,
    'snapshot_native_place': 'X',
    'snapshot_address': 'X',
    'snapshot_functions': 'X',
    'submitted_at': '2025-01-01 00:00:00',
    'submitted_by_id': 2,
    'accepted_at': '2025-01-01 00:00:00',
    'accepted_by_id': 2,
    'review_line_id': 1,
    'hold_kind': 'other',
    'hold_reason': 'X',
    'hold_document': 'X',
    'release_reason': 'X',
    'release_document': 'X',
    'withdraw_reason': 'X',
    'return_note': 'X',
    'content_revision': 5,
}
# What follows from something else, and would be a lie if it were written.
COMPUTED = {
    'nominee_name': 'Người khác',
    'nominee_sort_key': '00',
    'company_id': 1,
    'return_item_ids': [(5,)],
}


@tagged('post_install', '-at_install', 'security')
class TestGuard(NominationCommon):
    """No way around the operations: not by form, RPC, import, copy, context or parent record."""

    def test_the_list_of_forged_values_is_complete(self):
        self.assertEqual(set(FORGED), set(self.env['emulation.nomination']._operation_fields))

    def test_write(self):
        nomination = self._draft(self.people_a[1])
        for user in (self.leader_a, self.office, self.manager, self.staff):
            for name, value in {**FORGED, **COMPUTED}.items():
                with self.subTest(f'{user.login} {name}'), self.assertRaises(UserError):
                    nomination.with_user(user).write({name: value})

    def test_create(self):
        for name, value in {**FORGED, **COMPUTED}.items():
            with self.subTest(name), self.assertRaises(UserError):
                self._draft(**{name: value})

    def test_defaults_of_the_context(self):
        forged = {f'default_{name}': value for name, value in {**FORGED, **COMPUTED}.items()}
        forged |= {'default_verdict': 'met', 'default_content': 'X', 'default_is_open': True}
        model = self.env['emulation.nomination'].with_user(self.leader_a)

        nomination = model.with_context(**forged).create(self._vals())

        self.assertEqual(nomination.state, 'draft')
        self.assertEqual(nomination.nominee_name, 'Nguyễn Văn a02')
        self.assertEqual(nomination.company_id, self.company)
        self.assertRegex(nomination.reference, '^DN/')
        empty = [name for name in FORGED if name not in ('state', 'reference')]
        self.assertFalse(any(nomination.sudo()[name] for name in empty))
        self.assertFalse(any(nomination.assessment_ids.mapped('verdict')))
        self.assertFalse(any(nomination.section_ids.mapped('content')))

    def test_defaults_of_the_context_do_not_fill_in_what_is_added(self):
        nomination = self._submitted()
        criterion = self.criteria[0].copy({'name': 'Mới'})
        by_office = nomination.with_user(self.office).with_context(default_verdict='met')

        by_office.action_open_return()

        added = nomination.assessment_ids.filtered(lambda one: one.criterion_id == criterion)
        self.assertEqual(len(added), 1)
        self.assertFalse(added.verdict)

    def test_copy_is_a_blank_draft(self):
        nomination = self._returned()
        nomination._withdraw('Rút')

        again = nomination.copy()

        self.assertEqual(again.state, 'draft')
        self.assertNotEqual(again.reference, nomination.reference)
        empty = [name for name in FORGED if name not in ('state', 'reference')]
        self.assertFalse(any(again.sudo()[name] for name in empty))
        self.assertFalse(again.evidence_ids or again.return_item_ids)
        self.assertFalse(any(again.assessment_ids.mapped('verdict')))

    @mute_logger('odoo.sql_db')
    def test_copy_of_a_live_nomination(self):
        nomination = self._submitted()

        with self.assertRaises(UniqueViolation):
            nomination.copy()

    def test_import(self):
        names = ['campaign_id/.id', 'phase_id/.id', 'campaign_award_id/.id', 'campaign_unit_id/.id']
        row = [self.campaign.id, self.phase_1.id, self.award_individual.id, self.participant_a.id]
        model = self.env['emulation.nomination'].with_user(self.leader_a)
        person = ['nominee_kind', 'employee_id/.id', 'achievement_summary']
        data = [*map(str, row), 'individual', str(self.people_a[2].id), 'Thành tích']

        imported = model.load([*names, *person], [data])

        nomination = model.browse(imported['ids'])
        self.assertRecordValues(
            nomination, [{'state': 'draft', 'achievement_summary': 'Thành tích'}]
        )
        self.assertEqual(len(nomination.assessment_ids), 2)
        for name, value in (('state', 'submitted'), ('nominee_name', 'X')):
            data[5] = str(self.people_a[3].id)
            with self.subTest(name):
                refused = model.load([*names, *person, name], [[*data, value]])
                self.assertFalse(refused['ids'])

    def test_import_does_not_move_a_state(self):
        nomination = self._draft()
        model = self.env['emulation.nomination'].with_user(self.leader_a)

        refused = model.load(['.id', 'state'], [[str(nomination.id), 'accepted']])

        self.assertFalse(refused['ids'])
        self.assertEqual(nomination.state, 'draft')

    def test_commands_through_parents(self):
        nomination = self._draft()
        forged = [(1, nomination.id, {'state': 'accepted'})]
        parents = (
            (self.campaign, 'nomination_ids'),
            (self.phase_1, 'nomination_ids'),
            (self.participant_a, 'nomination_ids'),
            (self.people_a[2], 'emulation_nomination_ids'),
        )
        for parent, name in parents:
            for user in (self.leader_a, self.office):
                with self.subTest(f'{parent} {user.login}'), self.assertRaises(UserError):
                    parent.with_user(user).write({name: forged})
                self.assertEqual(nomination.state, 'draft')

    def test_creating_through_a_parent_is_creating(self):
        vals = self._vals(state='accepted')
        with self.assertRaises(UserError):
            self.people_a[2].with_user(self.office).write(
                {'emulation_nomination_ids': [(0, 0, vals)]}
            )

    def test_lines_come_and_go_with_the_rules_only(self):
        nomination = self._draft()
        lines = {
            'section_ids': {'template_id': nomination.section_ids[0].template_id.id},
            'assessment_ids': {'criterion_id': self.criteria[0].id},
            'dossier_line_ids': {'requirement_id': self.requirements[0].id},
        }
        for user in (self.leader_a, self.office):
            for name, vals in lines.items():
                line = nomination[name][0]
                for command in ((0, 0, vals), (2, line.id), (5,), (6, 0, [])):
                    with (
                        self.subTest(f'{user.login} {name} {command}'),
                        self.assertRaises(UserError),
                    ):
                        nomination.with_user(user).write({name: [command]})

    def test_lines_are_not_moved_between_dossiers(self):
        first, second = self._draft(self.people_a[2], self.people_a[3])
        for name in ('section_ids', 'assessment_ids', 'dossier_line_ids'):
            line = second[name][0]
            with self.subTest(name), self.assertRaises(UserError):
                first.write({name: [(4, line.id)]})
            with self.subTest(name), self.assertRaises(UserError):
                line.write({'nomination_id': first.id})

    def test_items_are_the_offices_words(self):
        nomination = self._returned()
        item = nomination.return_item_ids
        for user in (self.leader_a, self.office, self.manager):
            with self.subTest(user.login):
                with self.assertRaises(AccessError):
                    item.with_user(user).write({'is_open': False})
                with self.assertRaises(AccessError):
                    item.with_user(user).unlink()
                with self.assertRaises(AccessError):
                    item.with_user(user).copy()

    def test_only_the_people_of_a_dossier_write_it(self):
        nomination = self._draft()
        for user in (self.leader_b, self.member, self.auditor, self.staff):
            with self.subTest(user.login), self.assertRaises(AccessError):
                nomination.with_user(user).write({'achievement_summary': 'X'})
            with self.subTest(user.login), self.assertRaises(AccessError):
                nomination.section_ids[1].with_user(user).write({'content': 'X'})

    def test_what_the_office_changes_is_written_down(self):
        nomination = self._draft()

        nomination.with_user(self.office).achievement_summary = 'Văn phòng nhập hộ'
        nomination.section_ids[1].with_user(self.office).content = 'Văn phòng nhập hộ'
        nomination.achievement_summary = 'Phòng tự viết'

        self.assertEqual(self._events(nomination), ['nomination.edited_by_office'] * 2)

    def test_a_change_and_a_submission_at_once_conflict(self):
        nomination = self._reviewed()
        before = nomination.content_revision

        nomination.section_ids[1].content = 'Sửa'

        # The same row that a submission writes, so one of the two transactions is retried.
        self.assertEqual(nomination.content_revision, before + 1)


@tagged('post_install', '-at_install')
class TestPlaces(NominationCommon):
    """The number of live nominations never exceeds a quota, whatever is tried."""

    def _full(self):
        return self._submitted(self.people_a[2], self.people_a[3])

    def test_a_transfer_frees_and_moves_no_place(self):
        full = self._full()
        third = self._reviewed(self.people_a[4])

        self.people_a[2].department_id = self.people_b.department_id

        with self._refused('2 are taken'):
            third.action_submit()
        self.assertEqual(full.campaign_unit_id, self.participant_a)

    def test_withdraw_and_revive(self):
        first = self._full()[0]
        first._withdraw('Rút')
        first.action_revive()
        first.action_submit()
        third = self._reviewed(self.people_a[4])

        with self._refused('2 are taken'):
            third.action_submit()

    def test_return_and_hold_keep_the_place(self):
        first, second = self._full()
        self._office_returns(first)
        second.with_user(self.office)._hold('inspection', 'Thanh tra')
        third = self._reviewed(self.people_a[4])

        with self._refused('2 are taken'):
            third.action_submit()

    def _office_returns(self, nomination):
        by_office = nomination.with_user(self.office)
        by_office._return({by_office: [{'target': 'summary', 'reason': 'Bổ sung'}]})

    def test_another_phase_shares_the_places_of_the_campaign(self):
        self._full()
        self.phase_2.date_open = self.today
        later = self._reviewed(self.people_a[4], phase_id=self.phase_2.id)

        with self._refused('2 are taken'):
            later.action_submit()

    def test_a_draft_of_the_same_person_moves_no_place(self):
        first = self._full()[0]
        with self._refused('once the unit has voted'):
            first.employee_id = self.people_a[5]

    def test_a_unit_without_places(self):
        nomination = self._fill_in(
            self._draft(
                self.people_b[2], user=self.leader_b, campaign_unit_id=self.participant_b.id
            )
        )
        self._hold_meeting(nomination, in_favour=4)

        with self._refused(r'Phòng Beta has a quota of 0 \(20 % of 4\)'):
            nomination.action_submit()


@tagged('post_install', '-at_install', 'security')
class TestForeignNominee(NominationCommon):
    def test_a_collective_of_another_company(self):
        stranger = self.env['emulation.unit'].create(
            {'name': 'Phòng lạ', 'company_id': self.env.ref('base.main_company').id}
        )
        model = self.env['emulation.nomination'].with_user(self.leader_a)

        with self.assertRaises(UserError):
            model.create({**self._collective_vals(), 'unit_id': stranger.id})
