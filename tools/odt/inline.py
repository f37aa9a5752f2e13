"""One paragraph of a source, as OpenDocument: letters, fields, and the commands of py3o."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from odt.odf import element, nested
from odt.styles import ANNEX_START, letter_name, style_name

EXPRESSION = re.compile(r'\{([^{}]+)\}')
EMPTY = {'tab': 'text:tab', 'br': 'text:line-break'}


@dataclass
class Fields:
    """The fields that a part of the document uses, in the order of their first use."""

    expressions: dict[str, None] = field(default_factory=dict)

    def get(self, expression: str):
        """Return a field that prints the value of an expression."""
        self.expressions[expression] = None
        return element('text:user-field-get', expression, text__name=f'py3o.{expression}')

    def declarations(self) -> list:
        """Return what LibreOffice needs before the fields; they show their expressions."""
        made = [
            element(
                'text:user-field-decl',
                office__value_type='string',
                office__string_value=expression,
                text__name=f'py3o.{expression}',
            )
            for expression in self.expressions
        ]
        return [nested('text:user-field-decls', *made)] if made else []


def paragraph(look: str, source: str | etree._Element, fields: Fields):
    """Return a paragraph.

    :param source: text with {expressions}, <b>, <i>, <tab/>, <br/> and <page/>
    """
    if isinstance(source, str):
        source = etree.fromstring(f'<p>{source}</p>')
    name = ANNEX_START if source.get('page') == 'annex' else style_name(look)
    made = element('text:p', text__style_name=name)
    _fill(made, source, fields)
    return made


def command(statement: str):
    """Return a paragraph that holds a command of py3o; it is not printed."""
    link = nested(
        'text:a',
        element('text:span', statement, text__style_name=letter_name('command')),
        text__style_name=letter_name('command'),
        text__visited_style_name=letter_name('command'),
        xlink__type='simple',
        xlink__href=f'py3o://{quote(statement, safe="/=")}',
    )
    return nested('text:p', link, text__style_name=style_name('command'))


def _fill(made, source, fields: Fields) -> None:
    _append(made, source.text, fields)
    for child in source:
        made.append(_inline(child, fields))
        _append(made, child.tail, fields)


def _inline(child, fields: Fields):
    if child.tag in EMPTY:
        return element(EMPTY[child.tag])
    if child.tag == 'page':
        return element('text:page-number', '1', text__select_page='current')
    span = element('text:span', text__style_name=letter_name(child.tag))
    _fill(span, child, fields)
    return span


def _append(made, text: str | None, fields: Fields) -> None:
    """Add text to what is there already, its {expressions} as fields."""
    for at, part in enumerate(EXPRESSION.split(re.sub(r'\s+', ' ', text or ''))):
        if at % 2:
            made.append(fields.get(part))
        elif len(made):
            made[-1].tail = (made[-1].tail or '') + part
        else:
            made.text = (made.text or '') + part
