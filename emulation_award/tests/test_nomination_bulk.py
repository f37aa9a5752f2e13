from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from .nomination_common import NominationCommon


@tagged('post_install', '-at_install')
class TestBulk(NominationCommon):
    def _wizard(self, nominations, operation, user=None):
        nominations = nominations.with_user(user or self.env.user)
        action = getattr(nominations, f'action_open_bulk_{operation}')()
        return self.env[action['res_model']].with_user(user).browse(action['res_id'])

    def _refusals(self, wizard):
        return {line.nomination_id.id: bool(line.refusal) for line in wizard.line_ids}

    def test_the_preview_says_what_will_happen(self):
        ready, empty = self._reviewed(self.people_a[2]), self._draft(self.people_a[3])

        wizard = self._wizard(ready + empty, 'submit', self.leader_a)

        self.assertEqual([wizard.ready_count, wizard.refused_count], [1, 1])
        self.assertEqual(self._refusals(wizard), {ready.id: False, empty.id: True})
        self.assertIn('No closed minutes', wizard.line_ids[1].refusal)

    def test_a_preview_changes_nothing(self):
        nominations = self._reviewed(self.people_a[2])
        revision = self.participant_a.quota_revision

        self._wizard(nominations, 'submit', self.leader_a)

        self.assertEqual(nominations.state, 'reviewed')
        self.assertEqual(self.participant_a.quota_revision, revision)
        self.assertEqual(self._activities(nominations), [])

    def test_the_ready_ones_are_submitted_by_the_same_operation(self):
        ready, empty = self._reviewed(self.people_a[2]), self._draft(self.people_a[3])

        self._wizard(ready + empty, 'submit', self.leader_a).action_confirm()

        self.assertEqual([ready.state, empty.state], ['submitted', 'draft'])
        self.assertEqual(self._activities(ready), [('screen', 'office')])
        self.assertEqual(self._events(ready)[-1], 'nomination.submitted')
        self.assertTrue(ready.snapshot_date)

    def test_they_are_counted_together(self):
        nominations = self._reviewed(*self.people_a[2:5])

        wizard = self._wizard(nominations, 'submit', self.leader_a)
        self.assertEqual(wizard.ready_count, 0)
        with self._refused('None of the selected'):
            wizard.action_confirm()

        wizard.line_ids[2].is_selected = False
        wizard._preview()
        self.assertEqual([wizard.ready_count, wizard.refused_count], [2, 0])
        wizard.action_confirm()
        self.assertEqual(nominations.mapped('state'), ['submitted', 'submitted', 'reviewed'])

    def test_the_screen_follows_the_selection(self):
        nominations = self._reviewed(*self.people_a[2:5])
        wizard = self._wizard(nominations, 'submit', self.leader_a)

        with Form(wizard) as form, form.line_ids.edit(0) as line:
            line.is_selected = False

        self.assertEqual([wizard.ready_count, wizard.refused_count], [2, 0])

    def test_what_changes_meanwhile_is_noticed(self):
        nominations = self._reviewed(*self.people_a[2:4])
        wizard = self._wizard(nominations, 'submit', self.leader_a)
        self._submitted(self.people_a[5])

        with self._refused('None of the selected'):
            wizard.action_confirm()

        self.assertEqual(set(nominations.mapped('state')), {'reviewed'})

    def test_accept(self):
        first, second = self._submitted(self.people_a[2], self.people_a[3])
        second.sudo().achievement_summary = ''

        wizard = self._wizard(first + second, 'accept', self.office)
        self.assertIn('is still empty', wizard.line_ids[1].refusal)
        wizard.action_confirm()

        self.assertEqual([first.state, second.state], ['accepted', 'submitted'])

    def test_return_for_one_reason(self):
        nominations = self._submitted(self.people_a[2], self.people_a[3])
        wizard = self._wizard(nominations, 'return', self.office)
        criterion = self.criteria[1]
        wizard.write(
            {'target': 'assessment', 'criterion_id': criterion.id, 'reason': 'Thiếu minh chứng'}
        )

        wizard.action_confirm()

        self.assertEqual(set(nominations.mapped('state')), {'returned'})
        items = nominations.return_item_ids
        self.assertEqual(items.assessment_id.criterion_id, criterion)
        self.assertEqual(set(items.mapped('reason')), {'Thiếu minh chứng'})

    def test_return_each_kind_of_part(self):
        nomination = self._submitted(self.people_a[2])
        section = nomination.section_ids.template_id.filtered(lambda one: one.kind == 'text')
        for vals, part in (
            ({'target': 'summary'}, 'Summary of achievements'),
            ({'target': 'section', 'template_id': section.id}, 'THÀNH TÍCH'),
            ({'target': 'dossier', 'requirement_id': self.requirements[3].id}, 'Sáng kiến'),
        ):
            with self.subTest(part), self.env.cr.savepoint() as savepoint:
                wizard = self._wizard(nomination, 'return', self.office)
                wizard.write({**vals, 'reason': 'Bổ sung'})
                wizard.action_confirm()
                self.assertEqual(nomination.return_item_ids.mapped('part_name'), [part])
                savepoint.rollback()
            self.env.invalidate_all(flush=False)

    def test_return_of_a_part_some_do_not_have(self):
        self.requirements[3].subject = 'collective'
        person = self._submitted(self.people_a[2])
        wizard = self._wizard(person, 'return', self.office)
        wizard.write({'target': 'dossier', 'requirement_id': self.requirements[3].id})
        wizard._preview()

        self.assertEqual(wizard.line_ids.refusal, 'Has no such part, or none is chosen.')

    def test_return_without_a_reason(self):
        wizard = self._wizard(self._submitted(self.people_a[2]), 'return', self.office)

        with self._refused('Say what has to be put right'):
            wizard.action_confirm()

    def test_return_of_several_opens_the_preview(self):
        nominations = self._submitted(self.people_a[2], self.people_a[3])

        action = nominations.with_user(self.office).action_open_return()

        self.assertEqual(action['res_model'], 'emulation.nomination.bulk')


@tagged('post_install', '-at_install', 'security')
class TestBulkAccess(NominationCommon):
    def test_one_is_only_nominated_oneself(self):
        self.award_individual.proposer = 'any_unit'
        nomination = self._reviewed(self.people_b[0])
        model = self.env['emulation.nomination.bulk'].with_user(self.leader_b)
        line = {'nomination_id': nomination.id}
        wizard = model.create({'operation': 'submit', 'line_ids': [(0, 0, line)]})
        wizard._preview()

        self.assertIn('only the leaders of the proposing unit', wizard.line_ids.refusal)

    def test_a_leader_does_not_accept_by_making_the_wizard(self):
        nomination = self._submitted()
        model = self.env['emulation.nomination.bulk'].with_user(self.leader_a)
        for operation in ('accept', 'return'):
            wizard = model.create(
                {'operation': operation, 'line_ids': [(0, 0, {'nomination_id': nomination.id})]}
            )
            with self.subTest(operation), self._refused('None of the selected'):
                wizard.action_confirm()

        self.assertEqual(nomination.state, 'submitted')

    def test_nominations_of_other_units(self):
        nomination = self._submitted()

        with self.assertRaises(AccessError):
            nomination.with_user(self.leader_b).action_open_bulk_submit()

    def test_staff_has_no_such_screen(self):
        nomination = self._reviewed(self.people_a[1])

        with self.assertRaises(AccessError):
            nomination.with_user(self.staff).action_open_bulk_submit()

    def test_a_preview_is_its_makers(self):
        action = self._reviewed().action_open_bulk_submit()

        wizard = self.env[action['res_model']].browse(action['res_id'])

        with self.assertRaises(AccessError):
            wizard.with_user(self.office).read(['operation'])
