from odoo.exceptions import UserError
from odoo.tests import tagged

from .nomination_common import PDF, NominationCommon


@tagged('post_install', '-at_install')
class TestReturn(NominationCommon):
    def _parts(self, nomination):
        """A write to every part of a dossier, by its name."""
        section = nomination.section_ids.filtered(lambda one: one.kind == 'text')
        first, second = nomination.assessment_ids
        upload = nomination.dossier_line_ids.filtered(lambda one: one.kind == 'upload')
        evidence = {'name': 'x.pdf', 'file': PDF}
        return {
            'summary': lambda: nomination.write({'achievement_summary': 'Sửa'}),
            'section': lambda: section.write({'content': 'Sửa'}),
            'criterion 1': lambda: first.write({'verdict': 'met'}),
            'criterion 2': lambda: second.write({'evidence_text': 'Sửa'}),
            'upload': lambda: upload.write({'evidence_ids': [(0, 0, evidence)]}),
            'justification': lambda: nomination.write({'justification': 'Sửa'}),
        }

    def _changeable(self, nomination):
        parts = self._parts(nomination)
        return {name for name, change in parts.items() if self._succeeds(change)}

    def _succeeds(self, change):
        try:
            with self.env.cr.savepoint():
                change()
                self.env.flush_all()
        except UserError:
            self.env.invalidate_all(flush=False)
            return False
        return True

    def _return_for(self, nomination, *parts):
        by_office = nomination.with_user(self.office)
        by_office._return({by_office: [{'reason': 'Bổ sung', **part} for part in parts]})

    def test_everything_is_open_before_submission(self):
        for state in ('draft', 'reviewed'):
            nomination = self._in_state(state, self.people_a[2 if state == 'draft' else 3])
            with self.subTest(state):
                self.assertEqual(self._changeable(nomination), set(self._parts(nomination)))

    def test_nothing_is_open_afterwards(self):
        nomination = self._accepted()
        states = ('submitted', 'accepted', 'on_agenda', 'approved', 'awarded', 'withdrawn')
        for state in (*states, 'on_hold', 'not_approved', 'forwarded'):
            nomination.sudo().state = state
            for user in (self.leader_a, self.office):
                with self.subTest(f'{state} {user.login}'):
                    self.assertEqual(self._changeable(nomination.with_user(user)), set())

    def test_only_what_was_returned_is_open(self):
        submitted = self._submitted()
        first = submitted.assessment_ids[0]
        section = submitted.section_ids.filtered(lambda one: one.kind == 'text')
        upload = submitted.dossier_line_ids.filtered(lambda one: one.kind == 'upload')
        for opened, part in (
            ('summary', {'target': 'summary'}),
            ('section', {'target': 'section', 'section_id': section.id}),
            ('criterion 1', {'target': 'assessment', 'assessment_id': first.id}),
            ('upload', {'target': 'dossier', 'dossier_line_id': upload.id}),
            ('justification', {'target': 'justification'}),
        ):
            with self.subTest(opened), self.env.cr.savepoint() as savepoint:
                self._return_for(submitted, part)
                for user in (self.leader_a, self.office):
                    self.assertEqual(self._changeable(submitted.with_user(user)), {opened})
                savepoint.rollback()
            self.env.invalidate_all(flush=False)

    def test_a_generated_part_opens_what_it_is_made_from(self):
        nomination = self._submitted()
        by_kind = {line.kind: line.id for line in nomination.dossier_line_ids}
        for kind, opened in (('summary', {'summary'}), ('report', {'section'})):
            with self.subTest(kind), self.env.cr.savepoint() as savepoint:
                self._return_for(
                    nomination, {'target': 'dossier', 'dossier_line_id': by_kind[kind]}
                )
                self.assertEqual(self._changeable(nomination), opened)
                savepoint.rollback()
            self.env.invalidate_all(flush=False)

    def test_the_views_are_told_the_same(self):
        nomination = self._returned(parts=[{'target': 'summary'}])

        self.assertTrue(nomination.can_edit_summary)
        self.assertFalse(nomination.can_edit_justification)
        self.assertFalse(nomination.can_edit_identity)
        lines = nomination.section_ids, nomination.assessment_ids, nomination.dossier_line_ids
        self.assertFalse(any(one.is_editable for part in lines for one in part))

    def test_a_nominee_mends_the_own_words_only(self):
        nomination = self._returned(
            self.people_a[1], parts=[{'target': 'summary'}, {'target': 'justification'}]
        )

        self.assertEqual(self._changeable(nomination.with_user(self.staff)), {'summary'})

    def test_a_nominee_writes_summary_and_sections(self):
        nomination = self._draft(self.people_a[1])

        self.assertEqual(self._changeable(nomination.with_user(self.staff)), {'summary', 'section'})

    def test_return(self):
        nomination = self._submitted()

        by_office = nomination.with_user(self.office)
        by_office._return(
            {by_office: [{'target': 'summary', 'reason': 'Thiếu số liệu'}]}, 'Sớm nhé'
        )

        self.assertEqual(nomination.state, 'returned')
        self.assertEqual(nomination.return_note, 'Sớm nhé')
        self.assertRecordValues(
            nomination.return_item_ids,
            [{'part_name': 'Summary of achievements', 'reason': 'Thiếu số liệu', 'is_open': True}],
        )
        self.assertEqual(self._events(nomination)[-1], 'nomination.returned')
        self.assertEqual(self._activities(nomination), [('correct', 'leader_a')])

    def test_without_a_part_there_is_nothing_to_return(self):
        nomination = self._submitted().with_user(self.office)

        with self._refused('at least one part'):
            nomination._return({nomination: []})

    def test_an_accepted_dossier_is_not_accepted_any_more(self):
        nomination = self._accepted()

        self._return_for(nomination, {'target': 'summary'})

        self.assertFalse(nomination.accepted_at)
        self.assertFalse(nomination.accepted_by_id)

    def test_submitted_again(self):
        nomination = self._returned()
        nomination.achievement_summary = 'Đã bổ sung.'

        nomination.action_submit()

        self.assertEqual(nomination.state, 'submitted')
        self.assertEqual(nomination.return_item_ids.mapped('is_open'), [False])
        self.assertFalse(nomination.return_note)
        self.assertEqual(self._activities(nomination), [('screen', 'office')])
        self.assertFalse(nomination.can_edit_summary)

    def test_submitted_again_it_takes_no_second_place(self):
        returned = self._returned(self.people_a[2])
        self._submitted(self.people_a[3])

        returned.action_submit()

        self.assertEqual(returned.state, 'submitted')

    def test_the_wizard_lists_every_part_once(self):
        nomination = self._submitted()
        action = nomination.with_user(self.office).action_open_return()
        wizard = self.env[action['res_model']].with_user(self.office).browse(action['res_id'])

        self.assertEqual(
            wizard.line_ids.mapped('part_name'),
            [
                'Summary of achievements',
                'THÀNH TÍCH',
                *self.criteria.mapped('name'),
                *self.requirements.mapped('name'),
                'Why two awards',
            ],
        )

    def test_the_wizard_returns_what_has_a_reason(self):
        nomination = self._submitted()
        action = nomination.with_user(self.office).action_open_return()
        wizard = self.env[action['res_model']].with_user(self.office).browse(action['res_id'])
        wizard.line_ids[1].reason = ' Nêu số liệu '
        wizard.note = 'Trước thứ sáu'

        wizard.action_confirm()

        self.assertRecordValues(
            nomination.return_item_ids, [{'part_name': 'THÀNH TÍCH', 'reason': 'Nêu số liệu'}]
        )

    def test_what_the_plan_asks_for_since_can_be_returned(self):
        nomination = self._submitted()
        criterion = self.criteria[0].copy({'name': 'Mới'})

        action = nomination.with_user(self.office).action_open_return()

        wizard = self.env[action['res_model']].browse(action['res_id'])
        self.assertIn('Mới', wizard.line_ids.mapped('part_name'))
        self.assertIn(criterion, nomination.assessment_ids.criterion_id)
