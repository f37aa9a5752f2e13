"""The templates beside the addon are those of the sources, in the same bytes each time."""

from pathlib import Path

import pytest
from lxml import etree

from odt import source
from odt.archive import build
from odt.inline import Fields
from odt.odf import qualified
from odt.styles import LETTERS, LOOKS
from odt.table import Tables

TEMPLATES = Path(__file__).parents[2] / 'emulation_award' / 'reports' / 'templates'


def body(text):
    return source.body(etree.fromstring(text), Fields(), Tables())


def texts(made):
    return [''.join(paragraph.itertext()) for paragraph in made]


@pytest.mark.parametrize('code', source.codes())
def test_template_beside_the_addon_is_the_one_built(code):
    built = build(code)
    assert (TEMPLATES / f'{code}.odt').read_bytes() == built, 'run: make templates'
    assert build(code) == built


def test_no_template_without_a_source():
    assert sorted(file.stem for file in TEMPLATES.iterdir()) == source.codes()


def test_every_look_has_a_name_of_its_own():
    names = [look.display for look in LOOKS.values()] + [name for name, _ in LETTERS.values()]
    assert len(set(names)) == len(names)


def test_expression_becomes_a_field_and_text_around_it_stays():
    fields = Fields()
    (made,) = source.body(
        etree.fromstring('<d><p look="text">Số <b>{doc.number}</b> của</p></d>'), fields, Tables()
    )
    assert ''.join(made.itertext()) == 'Số doc.number của'
    assert list(fields.expressions) == ['doc.number']


def test_commands_stand_around_what_they_hold():
    made = body('<d><for each="a in doc.b"><if test="a"><p look="text">{a}</p></if></for></d>')
    assert texts(made) == ['for="a in doc.b"', 'if="a"', 'a', '/if', '/for']


def test_optional_column_gives_a_table_with_and_one_without():
    made = body(
        '<d><table columns="10 more:20"><option name="more" test="doc.a or doc.b"/>'
        '<row><cell look="cell">1</cell><cell when="more" look="cell">2</cell></row></table></d>'
    )
    tables = [one for one in made if one.tag == qualified('table:table')]
    assert [texts(one.iter(qualified('text:p'))) for one in tables] == [['1', '2'], ['1']]
    commands = [text for text in texts(made) if text.startswith('if')]
    assert commands == ['if="(doc.a or doc.b)"', 'if="not (doc.a or doc.b)"']


def test_unknown_tag_is_named_with_its_line():
    with pytest.raises(source.SourceError, match='<loop> in line 2'):
        body('<d>\n<loop/></d>')


def test_unknown_part_is_named():
    root = etree.fromstring('<d><use part="nothing"/></d>')
    with pytest.raises(source.SourceError, match='nothing'):
        source._put_in(root, {})
