from unicodedata import normalize

from odoo.tests import BaseCase

from ..domain.decree30 import Signature, Style
from ..domain.errors import UnknownWordError
from ..domain.signing import PREFIXES, Mode, Signing, signature

DEPUTY = Signing('for_head', 'Trưởng ban', 'Phó Trưởng ban', 'Vũ An')


class TestSignature(BaseCase):
    def test_head_signs(self):
        self.assertEqual(
            signature(Signing('direct', '', 'Trưởng ban', 'Vũ An'), 'state'),
            Signature('TRƯỞNG BAN', '', 'Vũ An', ''),
        )

    def test_stands_in(self):
        lines = {
            mode: signature(Signing(mode, 'Trưởng ban', 'Chánh Văn phòng'), 'state')
            for mode in ('for_head', 'by_order', 'by_authorisation', 'for_collective')
        }
        self.assertEqual(
            {mode: one.authority for mode, one in lines.items()},
            {
                'for_head': 'KT. TRƯỞNG BAN',
                'by_order': 'TL. TRƯỞNG BAN',
                'by_authorisation': 'TUQ. TRƯỞNG BAN',
                'for_collective': 'TM. TRƯỞNG BAN',
            },
        )
        self.assertEqual({one.title for one in lines.values()}, {'CHÁNH VĂN PHÒNG'})

    def test_acting_head_is_one_line(self):
        self.assertEqual(
            signature(Signing('acting', '', 'Trưởng ban', 'Vũ An'), 'state'),
            Signature('Q. TRƯỞNG BAN', '', 'Vũ An', ''),
        )

    def test_acting_head_known_by_the_post_only(self):
        self.assertEqual(signature(Signing('acting', 'Trưởng ban'), 'state').title, 'Q. TRƯỞNG BAN')

    def test_party_writes_a_slash(self):
        signed = signature(Signing('for_collective', 'Đảng ủy', 'Bí thư', 'Vũ An'), 'party')
        self.assertEqual(signed, Signature('BÍ THƯ', '', 'Vũ An', 'T/M ĐẢNG ỦY'))
        self.assertEqual(signature(DEPUTY, 'party').authority, 'K/T TRƯỞNG BAN')

    def test_every_mode_has_its_prefix(self):
        stands_in = set(Mode) - {Mode.DIRECT}
        self.assertEqual(
            {style: set(PREFIXES[style]) for style in Style}, dict.fromkeys(Style, stands_in)
        )

    def test_composed_capitals(self):
        signed = signature(Signing('direct', '', normalize('NFD', 'Bí thư'), ' Vũ  An '), 'party')
        self.assertEqual((signed.title, signed.name), ('BÍ THƯ', 'Vũ An'))

    def test_in_whose_stead_is_not_known_yet(self):
        self.assertEqual(signature(Signing('by_order', '', 'A'), 'state').authority, 'TL. …')

    def test_hint(self):
        self.assertEqual(signature(DEPUTY, 'state', '(Ký, đóng dấu)').hint, '(Ký, đóng dấu)')

    def test_unknown_words(self):
        for mode, style in (('by_proxy', 'state'), ('for_head', 'company')):
            with self.assertRaises(UnknownWordError):
                signature(Signing(mode, 'A', 'B'), style)
