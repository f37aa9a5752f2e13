from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.text_fit import POINT, Room, balanced, fit, text_width, wrap
from .domain_common import exactly

TEXT = st.text(st.sampled_from('Aaăâđươi mWl.,– \xa0漢'), max_size=120).map(
    lambda text: ' '.join(text.split(' ')).strip(' ')
)
ROOM = Room(120, 20, largest=24)


class TestWidth(BaseCase):
    def test_known_advances(self):
        # Liberation Serif Bold: A 722, i 278, ơ 554, W 1000 thousandths of an em.
        self.assertAlmostEqual(text_width('Ai', 10), (722 + 278) * 10 * POINT / 1000)
        self.assertAlmostEqual(text_width('W', 10), 10 * POINT)

    def test_marks_add_nothing(self):
        self.assertEqual(text_width('ẾỘặ', 12), text_width('EOa', 12))

    def test_horn_is_wider(self):
        self.assertGreater(text_width('ơ', 12), text_width('o', 12))

    @exactly
    @given(TEXT, st.integers(10, 40))
    def test_composition_does_not_matter_much(self, text, size):
        composed = normalize('NFC', text)
        self.assertAlmostEqual(
            text_width(composed, size), text_width(composed, 1) * size, delta=0.001
        )


class TestWrap(BaseCase):
    @exactly
    @given(TEXT, st.integers(10, 30), st.integers(15, 240))
    def test_no_line_is_too_wide_and_nothing_is_lost(self, text, size, width):
        for lines in (wrap(text, size, width), balanced(text, size, width, text)):
            self.assertEqual(''.join(''.join(lines).split(' ')), ''.join(text.split(' ')))
            for line in lines:
                self.assertTrue(text_width(line, size) <= width or len(line) == 1)

    @exactly
    @given(TEXT, st.integers(15, 240))
    def test_balancing_takes_no_more_lines(self, text, width):
        self.assertEqual(len(balanced(text, 12, width)), len(wrap(text, 12, width)))

    def test_names_stay_whole(self):
        office = 'Phó Trưởng phòng, Trung tâm Quản lý cửa khẩu'
        self.assertEqual(
            balanced(office, 16, 90, office), ('Phó Trưởng phòng,', 'Trung tâm Quản lý cửa khẩu')
        )

    def test_nothing_is_lost_after_two_spaces_at_the_end_of_a_line(self):
        self.assertEqual(wrap('AA  AAAAAA', 10, 15), ('AA', 'AAAAA', 'A'))

    def test_word_wider_than_the_line_is_broken(self):
        lines = wrap('m' * 50, 12, 40)
        self.assertGreater(len(lines), 1)
        self.assertEqual(''.join(lines), 'm' * 50)


class TestFit(BaseCase):
    @exactly
    @given(TEXT)
    def test_what_fits_is_inside(self, text):
        made = fit(text, ROOM)
        self.assertEqual(made.fits, bool(made.lines))
        self.assertLessEqual(len(made.lines) * made.size * ROOM.leading * POINT, ROOM.height)
        self.assertTrue(ROOM.smallest <= made.size <= ROOM.largest)

    @exactly
    @given(st.integers(40, 90).map(lambda count: 'đã ươm mầm '[: count % 11] + 'chữ dài ' * count))
    def test_it_could_not_be_larger(self, text):
        made = fit(text, Room(120, 60, largest=40))
        self.assertTrue(made.fits and made.size < 40)
        larger = wrap(text, made.size + 1, 120)
        self.assertGreater(len(larger) * (made.size + 1) * ROOM.leading * POINT, 60)

    def test_short_text_has_the_size_wanted(self):
        self.assertEqual(fit('Vũ An', ROOM).size, 24)

    def test_too_much_is_not_laid_out(self):
        made = fit('rất dài ' * 400_000, ROOM)
        self.assertEqual((made.lines, made.fits), ((), False))

    def test_just_too_much(self):
        longest = max(count for count in range(1, 60) if fit('chữ dài ' * count, ROOM).fits)
        self.assertFalse(fit('chữ dài ' * (longest + 1), ROOM).fits)
