import re
import subprocess
import tempfile
from dataclasses import fields, replace
from pathlib import Path
from unicodedata import is_normalized

from lxml import etree

from odoo.tests import BaseCase, tagged

from ..domain.decree30 import Style
from ..reports import office, py3o_engine, template_check
from ..reports.template_models import VIEW_MODELS
from .form08_common import MM, is_embedded, packed, read_pdf
from .template_common import numbered, paragraphs_of, parts_of, shipped, texts_of

DRAFT = 'DỰ THẢO'
#: Fields that a document has for others to use: lists name people as they are addressed.
IN_LISTS = frozenset({'honorific', 'name'})
UNSHOWN = {
    'decision': IN_LISTS | {'votes'},
    'form08': {'file_name'},
    'reminder': {'title'},
    'submission_letter': IN_LISTS | {'figure_caption', 'prize', 'prize_total'},
}
#: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I: twentieths of a point, as DOCX counts.
TWIPS = 20 * MM
PAGE = {'w': 210, 'h': 297}
MARGINS = {'top': 20, 'bottom': 20, 'left': 30, 'right': 15}
WORD = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def _view_models():
    """Of each document one for the State and final, one for the Party and a draft."""
    for code, model in VIEW_MODELS.items():
        doc = _with_columns(numbered(model))
        party = replace(doc.heading, style=Style.PARTY)
        if hasattr(doc, 'is_draft'):
            final, draft = {'is_draft': False}, {'is_draft': True}
        else:
            final, draft = {'final': True}, {'final': False}
        if not hasattr(doc, next(iter(final))):
            final = draft = {}
        yield (code, 'final'), replace(doc, **final)
        yield (code, 'draft'), replace(doc, heading=party, **draft)


def _with_columns(doc):
    """Table headings that a view-model brings along: as many as its rows have texts."""
    rows = getattr(doc, 'rows', ()) or getattr(doc, 'criteria', ())
    return (
        replace(doc, columns=doc.columns[: len(fields(rows[0]))])
        if hasattr(doc, 'columns')
        else doc
    )


@tagged('post_install', '-at_install')
class TestDocumentText(BaseCase):
    """Each document filled with texts of which no two are alike, and read back in each format."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.docs = dict(_view_models())
        cls.odt = {key: py3o_engine.render(shipped(key[0]), doc) for key, doc in cls.docs.items()}
        cls.docx, pdf = (cls._converted(kind) for kind in ('docx', 'pdf'))
        cls.pages = {key: read_pdf(content) for key, content in pdf.items()}

    @classmethod
    def _converted(cls, kind):
        made = office.convert(list(cls.odt.values()), kind)
        return {key: one.content for key, one in zip(cls.odt, made, strict=True)}

    def _each(self, check):
        for key in self.docs:
            with self.subTest(document=key):
                check(key)

    def _texts(self, key):
        return texts_of(self.docs[key], UNSHOWN.get(key[0], frozenset()))

    def test_every_text_is_in_the_pdf_composed(self):
        def check(key):
            said = ''.join(page.text for page in self.pages[key])
            self.assertTrue(is_normalized('NFC', said))
            found = packed(said)
            self.assertEqual([text for text in self._texts(key) if text not in found], [])

        self._each(check)

    def test_every_text_is_in_the_docx_composed(self):
        def check(key):
            said = '\n'.join(paragraphs_of(self.docx[key], 'word/document.xml'))
            self.assertTrue(is_normalized('NFC', said))
            self.assertEqual([text for text in self._texts(key) if text not in said], [])

        self._each(check)

    def test_docx_says_what_odt_says_in_its_order(self):
        def check(key):
            self.assertEqual(
                paragraphs_of(self.docx[key], 'word/document.xml'),
                paragraphs_of(self.odt[key], 'content.xml'),
            )

        self._each(check)

    def test_nothing_of_the_template_is_left(self):
        def check(key):
            for content in (self.odt[key], self.docx[key]):
                left = [name for name, part in parts_of(content).items() if b'py3o' in part]
                self.assertEqual(left, [])

        self._each(check)

    def test_heading_of_the_state_and_of_the_party(self):
        def check(key):
            first = self.pages[key][0].body
            state = [packed(text) in first for text in ('CỘNG HÒA XÃ HỘI', 'Độc lập - Tự do')]
            is_party = packed('ĐẢNG CỘNG SẢN VIỆT NAM') in first
            wanted = key[1] == 'draft'
            self.assertEqual((state, is_party), ([not wanted, not wanted], wanted))

        self._each(check)

    # The page

    def test_paper_and_margins(self):
        def check(key):
            tree = etree.fromstring(parts_of(self.docx[key])['word/document.xml'])
            for section in tree.iter(f'{WORD}sectPr'):
                size, margins = section.find(f'{WORD}pgSz'), section.find(f'{WORD}pgMar')
                self.assertEqual(self._millimetres(size, PAGE), PAGE)
                self.assertEqual(self._millimetres(margins, MARGINS), MARGINS)

        self._each(check)

    def _millimetres(self, element, names):
        return {name: round(int(element.get(f'{WORD}{name}')) / TWIPS) for name in names}

    def test_text_keeps_inside_the_margins(self):
        def check(key):
            lefts = [left for page in self.pages[key] for left, _base, _text in page.texts]
            bases = [base for page in self.pages[key] for _left, base, _text in page.texts]
            self.assertGreaterEqual(min(lefts), MARGINS['left'] * MM - 1)
            self.assertGreaterEqual(min(bases), MARGINS['bottom'] * MM - 1)

        self._each(check)

    def test_page_numbers_in_the_top_margin_but_for_the_first(self):
        def check(key):
            numbers = [re.sub(r'\D', '', page.header) for page in self.pages[key]]
            self.assertEqual(numbers, self._expected_numbers(key, len(numbers)))

        self._each(check)

    def _expected_numbers(self, key, count):
        """The list that goes with a document counts its own pages."""
        starts = [0]
        if hasattr(self.docs[key], 'annex'):
            title = self.docs[key].annex.title
            starts.append(next(at for at, page in enumerate(self.pages[key]) if title in page.body))
        shown = []
        for at in range(count):
            own = at - max(start for start in starts if start <= at)
            shown.append(str(own + 1) if own else '')
        return shown

    def test_page_number_stands_in_the_middle(self):
        middle = (PAGE['w'] + MARGINS['left'] - MARGINS['right']) / 2 * MM

        def check(key):
            for page in self.pages[key]:
                for left, base, text in page.texts:
                    if base > (PAGE['h'] - MARGINS['top']) * MM and text.isdigit():
                        self.assertAlmostEqual(left, middle - 3.5 * len(text), delta=3)

        self._each(check)

    def test_a_draft_says_so_on_each_page(self):
        def check(key):
            marked = {DRAFT in page.header for page in self.pages[key]}
            # The minutes of a count are made of what is announced: never a draft.
            wanted = key[1] == 'draft' and key[0] != 'vote_count'
            self.assertEqual(marked, {wanted})

        self._each(check)

    def test_letters_are_times_and_come_along(self):
        def check(key):
            for page in self.pages[key]:
                for name, font in page.fonts.items():
                    self.assertRegex(name, 'LiberationSerif|TimesNewRoman')
                    self.assertTrue(self._is_embedded(font), name)

        self._each(check)

    def _is_embedded(self, font):
        if '/DescendantFonts' in font:
            return is_embedded(font)
        return '/FontFile2' in font['/FontDescriptor'].get_object()


@tagged('post_install', '-at_install')
class TestTemplateSavedAgain(BaseCase):
    """What an administrator downloads, opens in LibreOffice and saves."""

    def _saved(self, contents):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            files = [folder / f'{number}.odt' for number in range(len(contents))]
            for file, content in zip(files, contents, strict=True):
                file.write_bytes(content)
            command = [office.find_program(), '--headless', '--convert-to', 'odt']
            command += [f'-env:UserInstallation={(folder / "profile").as_uri()}']
            command += ['--outdir', str(folder / 'saved'), *map(str, files)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
            return [(folder / 'saved' / file.name).read_bytes() for file in files]

    def test_it_passes_and_says_the_same(self):
        codes = list(VIEW_MODELS)
        saved = self._saved([shipped(code) for code in codes])
        for code, content in zip(codes, saved, strict=True):
            with self.subTest(code=code):
                self.assertNotEqual(content, shipped(code))
                template_check.check(code, content)
                doc = numbered(VIEW_MODELS[code])
                made = [py3o_engine.render(each, doc) for each in (content, shipped(code))]
                first, second = (paragraphs_of(each, 'content.xml') for each in made)
                self.assertEqual(first, second)
