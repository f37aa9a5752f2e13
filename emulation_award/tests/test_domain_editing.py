from itertools import product

from odoo.tests import BaseCase

from ..domain.editing import Part, Role, editor, is_sent_back
from ..domain.states import State

OPEN = {'draft', 'reviewed'}


class TestEditor(BaseCase):
    def test_only_before_submission_or_when_flagged(self):
        for state, flagged in product(State, (False, True)):
            with self.subTest(f'{state} {flagged}'):
                may = editor(state, {'leader'}, 'assessment', flagged) is not None
                self.assertEqual(may, state in OPEN or (state == 'returned' and flagged))

    def test_nominees_write_their_own_words(self):
        may = {part.value for part in Part if editor('draft', {'nominee'}, part, flagged=False)}
        self.assertEqual(may, {'summary', 'section'})

    def test_leaders_and_office_change_every_part(self):
        for role, part in product(('leader', 'office'), Part):
            with self.subTest(f'{role} {part}'):
                self.assertEqual(editor('draft', {role}, part, flagged=False), role)

    def test_nobody_else(self):
        self.assertIsNone(editor('draft', set(), 'summary', flagged=False))

    def test_one_acts_in_the_nearest_role(self):
        everything = set(Role)
        self.assertEqual(editor('draft', everything, 'summary', flagged=False), Role.LEADER)
        self.assertEqual(
            editor('draft', {'nominee', 'office'}, 'summary', flagged=False), Role.NOMINEE
        )
        self.assertEqual(
            editor('draft', {'nominee', 'office'}, 'assessment', flagged=False), Role.OFFICE
        )


class TestCompletion(BaseCase):
    """What a superior sent back."""

    def may(self, role, flagged=False):
        return {
            part.value for part in Part if editor('approved', {role}, part, flagged, sent_back=True)
        }

    def test_sent_back_until_it_goes_up_again(self):
        for state in State:
            with self.subTest(state):
                self.assertEqual(is_sent_back(state, {'returned'}), state == 'approved')
                self.assertFalse(is_sent_back(state, {'proposed', 'awarded', 'refused'}))

    def test_the_office_completes_what_tells_and_shows_the_achievement(self):
        content = {'summary', 'section', 'assessment', 'dossier'}
        self.assertEqual(self.may('office'), content)
        self.assertEqual(self.may('leader', flagged=True), content)

    def test_others_have_only_what_is_handed_to_the_unit(self):
        self.assertEqual(self.may('leader'), set())
        self.assertEqual(self.may('nominee', flagged=True), set())

    def test_one_acts_for_the_unit_where_it_was_asked(self):
        both = {'leader', 'office'}
        acting = [
            editor('approved', both, 'summary', flagged, sent_back=True)
            for flagged in (True, False)
        ]
        self.assertEqual(acting, ['leader', 'office'])
