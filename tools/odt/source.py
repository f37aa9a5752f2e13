"""Sources of the templates: XML with what a document says, from top to bottom.

<document title="…" draft="expression">   what it is; when it is only a draft
  <p look="title">text {expression}</p>   a paragraph; looks: odt/styles.py
  <p page="annex" …>                      begins pages that have their own numbers
  <for each="line in doc.lines">…</for>   once for each
  <if test="doc.final">…</if>             only if
  <table columns="12 * 30" frame="grid">  widths in mm, * shares what is left
    <head><row>…</row></head>             repeats on each page
    <row><cell look="cell" span="2">text</cell></row>
  </table>                                span="rest": what the other cells leave
  <table columns="165" stays="with next">  on the same page as what follows
  <table columns="12 *" frame="tail">     goes on with the grid right above it
  <table columns="12 * votes:30">         a column that is not always there, its cells
    <option name="votes" test="…"/>       with when="votes"
  <use part="heading" name="value"/>      a part out of parts*.xml, its $name replaced
</document>
"""

import re
from copy import deepcopy
from itertools import product
from pathlib import Path

from lxml import etree

from odt import table
from odt.inline import Fields, command, paragraph

FOLDER = Path(__file__).parent / 'sources'
PARTS = 'parts*.xml'


class SourceError(Exception):
    """A source says something that cannot be built; the message names it."""


def read(code: str) -> etree._Element:
    """Return the source of a document, with the parts it uses put in."""
    files = sorted(FOLDER.glob(PARTS))
    parts = {part.get('name'): part for file in files for part in _parse(file)}
    root = _parse(FOLDER / f'{code}.xml')
    _put_in(root, parts)
    return root


def codes() -> list[str]:
    """Return the codes of all documents that have a source."""
    return sorted(file.stem for file in FOLDER.glob('*.xml') if not file.match(PARTS))


def body(root: etree._Element, fields: Fields, tables: table.Tables) -> list:
    """Return the paragraphs and tables of a source."""
    return [made for child in root for made in _block(child, fields, tables)]


def _parse(file: Path) -> etree._Element:
    parser = etree.XMLParser(remove_comments=True, resolve_entities=False)
    return etree.parse(file, parser).getroot()


def _put_in(root: etree._Element, parts: dict[str, etree._Element]) -> None:
    while (use := root.find('.//use')) is not None:
        values = dict(use.attrib)
        name = values.pop('part')
        if name not in parts:
            raise SourceError(f'there is no part {name!r}')
        made = deepcopy(parts[name])
        for one in made.iter():
            one.text, one.tail = _replaced(one.text, values), _replaced(one.tail, values)
            for key, text in one.attrib.items():
                one.set(key, _replaced(text, values))
        parent, at = use.getparent(), use.getparent().index(use)
        parent[at : at + 1] = list(made)


def _replaced(text: str | None, values: dict[str, str]) -> str | None:
    return text and re.sub(r'\$(\w+)', lambda found: values[found[1]], text)


def _block(source, fields: Fields, tables: table.Tables) -> list:
    if source.tag == 'p':
        return [paragraph(source.get('look'), source, fields)]
    if source.tag == 'table':
        return _tables(source, fields, tables)
    opening, closing = commands(source)
    return [command(opening), *body(source, fields, tables), command(closing)]


def commands(source) -> tuple[str, str]:
    """Return the commands around what <for> and <if> hold.

    :raises SourceError: it is neither
    """
    if source.tag == 'for':
        return f'for="{source.get("each")}"', '/for'
    if source.tag == 'if':
        return f'if="{source.get("test")}"', '/if'
    raise SourceError(f'<{source.tag}> in line {source.sourceline} is unknown')


def _tables(source, fields: Fields, tables: table.Tables) -> list:
    """Return a table for each choice of optional columns, each with its condition."""
    options = {one.get('name'): one.get('test') for one in source.findall('option')}
    if not options:
        return [_table(source, fields, tables)]
    made = []
    for chosen in product((True, False), repeat=len(options)):
        shown = dict(zip(options, chosen, strict=True))
        tests = (f'({test})' if shown[name] else f'not ({test})' for name, test in options.items())
        block = etree.Element('if', test=' and '.join(tests))
        block.append(_with_columns(source, shown))
        made.extend(_block(block, fields, tables))
    return made


def _with_columns(source, shown: dict[str, bool]):
    made = deepcopy(source)
    named = [column.rpartition(':') for column in made.get('columns').split()]
    made.set('columns', ' '.join(width for name, _, width in named if shown.get(name, True)))
    for one in made.findall('option'):
        made.remove(one)
    for cell in made.findall('.//cell[@when]'):
        if not shown[cell.get('when')]:
            cell.getparent().remove(cell)
    return made


def _table(source, fields: Fields, tables: table.Tables):
    frame = source.get('frame', 'plain')
    made, width = tables.new(source.get('columns'), frame, source.get('stays', ''))
    for child in source:
        if child.tag == 'head':
            made.append(table.header(_rows(child, width, frame, fields, tables)))
        else:
            made.extend(_row(child, width, frame, fields, tables))
    return made


def _rows(source, *context) -> list:
    return [row for child in source for row in _row(child, *context)]


def _row(source, width: int, frame: str, fields: Fields, tables: table.Tables) -> list:
    if source.tag == 'row':
        cells = [_cell(cell, _span(cell, width), frame, fields, tables) for cell in source]
        return [table.row(cells)]
    opening, closing = commands(source)
    inner = _rows(source, width, frame, fields, tables)
    return [
        table.command_row(command(opening), width, frame),
        *inner,
        table.command_row(command(closing), width, frame),
    ]


def _span(cell, width: int) -> int:
    span = cell.get('span', '1')
    return width - len(cell.getparent()) + 1 if span == 'rest' else int(span)


def _cell(source, span: int, frame: str, fields: Fields, tables: table.Tables) -> list:
    """Return a cell and, if it is wide, the places that it covers."""
    if source.get('look'):
        content = [paragraph(source.get('look'), source, fields)]
    else:
        content = body(source, fields, tables)
    return table.cell(content, frame, span)
