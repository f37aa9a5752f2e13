import json

from odoo.tests import BaseCase

from ..domain.errors import UnknownWordError
from ..domain.words import Word


class Colour(Word):
    RED = 'red'
    DARK_BLUE = 'dark_blue'


class TestWord(BaseCase):
    def test_is_found_by_its_string(self):
        self.assertIs(Colour('dark_blue'), Colour.DARK_BLUE)

    def test_hashes_as_its_string(self):
        self.assertEqual({Colour.RED: 1}['red'], 1)

    def test_prints_as_its_string(self):
        self.assertEqual(
            f'{Colour.RED} {Colour.DARK_BLUE!s} {"".join(Colour)}', 'red dark_blue reddark_blue'
        )

    def test_is_stored_as_its_string(self):
        self.assertEqual(json.dumps([Colour.RED]), '["red"]')

    def test_other_word_is_refused(self):
        with self.assertRaisesRegex(UnknownWordError, "'green' is none of red, dark_blue"):
            Colour('green')
