"""Whether a file can serve as the template of a document, before it takes the old one's place.

The engine refuses what is dangerous (:mod:`.py3o_engine`); here is what an author gets wrong:
commands that do not belong together, fields that the document does not have.
"""

import re
from urllib.parse import unquote

from lxml import etree

from . import py3o_engine, template_parts
from .template_fault import TemplateFaultError
from .template_models import VIEW_MODELS, sample
from .template_types import expression_type, loop_names, printed

LARGEST = 2_000_000
COMMAND, FIELD = 'py3o://', 'py3o.'
OPENING = re.compile(r'(for|if)="([^"]+)"')
CLOSING = re.compile(r'/(for|if)')
#: Loops within one another: each multiplies the work.
MOST_LOOPS = 4
#: Of the engine: its own commands, and files that it would take in.
FOREIGN = ('{http://genshi.edgewall.org/}', '{http://www.w3.org/2001/XInclude}')


def check(code: str, content: bytes) -> None:
    """Check a template.

    :param code: of the document it is for
    :param content: an ODT file
    :raises TemplateError: it cannot be used; where and why
    """
    if len(content) > LARGEST:
        raise TemplateFaultError('too_large', most=LARGEST // 1_000_000)
    parts = template_parts.read(content)
    for name in py3o_engine.FILLED:
        _Part(name, VIEW_MODELS[code]).check(etree.fromstring(parts[name]))
    template = py3o_engine.template(content)
    for full in (True, False):
        _check_filled(template.render(sample(VIEW_MODELS[code], full=full)))


def _check_filled(content: bytes) -> None:
    for name, part in template_parts.read(content).items():
        if name in py3o_engine.FILLED and b'py3o' in part:
            raise TemplateFaultError('left_over', name)


class _Part:
    """One part of a template, read from top to bottom."""

    def __init__(self, name: str, model: type):
        self.name = name
        self.scopes = [{'doc': model}]
        self.opened = []

    def check(self, tree) -> None:
        """Check the commands and the fields of this part, in order.

        :raises TemplateFaultError: the first that is wrong
        """
        if any(map(_acts, tree.iter())):
            raise TemplateFaultError('acting', self.name)
        for element in tree.iter('{*}a', '{*}user-field-get', '{*}text-input', '{*}frame'):
            self._check_here(element)
        if self.opened:
            word, link = self.opened[-1]
            raise TemplateFaultError(
                'unclosed', self.name, template_parts.near(link), _statement(link), word=word
            )

    def _check_here(self, element) -> None:
        try:
            self._check(element)
        except TemplateFaultError as fault:
            said = _statement(element) or _expression(element)
            raise fault.at(self.name, template_parts.near(element), said) from fault

    def _check(self, element) -> None:
        if statement := _statement(element):
            self._command(element, statement)
        elif expression := _expression(element):
            if etree.QName(element).localname != 'user-field-get':
                raise TemplateFaultError('not_field')
            printed(expression, self.scopes[-1])

    def _command(self, link, statement: str) -> None:
        opening, closing = OPENING.fullmatch(statement), CLOSING.fullmatch(statement)
        if not (opening or closing) or etree.QName(link).localname != 'a':
            raise TemplateFaultError('unknown_command')
        if ''.join(link.itertext()).strip() != statement:
            raise TemplateFaultError('unlike_link', shown=''.join(link.itertext()).strip())
        if _text(link.getparent()) != statement or _local(link.getparent()) != 'p':
            raise TemplateFaultError('not_alone')
        if opening:
            self._open(link, *opening.groups())
        else:
            self._close(link, closing[1])

    def _open(self, link, word: str, source: str) -> None:
        scope = self.scopes[-1]
        if word == 'for':
            if sum(begun == 'for' for begun, _link in self.opened) == MOST_LOOPS:
                raise TemplateFaultError('too_deep', most=MOST_LOOPS)
            scope = scope | loop_names(source, scope)
        else:
            expression_type(source, scope)
        self.scopes.append(scope)
        self.opened.append((word, link))

    def _close(self, link, word: str) -> None:
        if not self.opened:
            raise TemplateFaultError('unopened', word=word)
        opened, start = self.opened.pop()
        self.scopes.pop()
        if opened != word:
            raise TemplateFaultError('crossed', word=opened, opening=_statement(start))
        _check_level(start.getparent(), link.getparent())


def _acts(node) -> bool:
    """Whether it is written for the engine itself: commands come as links, through py3o."""
    if node.tag is etree.Comment:
        return False
    return node.tag is etree.ProcessingInstruction or any(
        name.startswith(FOREIGN) for name in (node.tag, *node.keys())
    )


def _check_level(start, end) -> None:
    """Both stand in one cell, or fill two rows of one table, or stand side by side in the text."""
    if start.getparent() is not end.getparent():
        start, end = _row(start), _row(end)
        if start is None or end is None or start is end:
            raise TemplateFaultError('apart')
        if _said_in(start) > 1 or _said_in(end) > 1:
            raise TemplateFaultError('not_alone')
        if start.getparent() is not end.getparent():
            raise TemplateFaultError('apart')


def _row(paragraph):
    cell = paragraph.getparent()
    return cell.getparent() if _local(cell) == 'table-cell' else None


def _said_in(row) -> int:
    """Return how many paragraphs of a row say something."""
    return sum(bool(_text(one)) for one in row.iter('{*}p', '{*}h'))


def _statement(element) -> str:
    """Return the command that stands there, '' if none does."""
    addresses = [
        value
        for name, value in element.items()
        if etree.QName(name).localname in ('href', 'description') and value.startswith(COMMAND)
    ]
    return unquote(addresses[0].removeprefix(COMMAND)) if addresses else ''


def _expression(element) -> str:
    """Return the expression of a field or of a picture, '' if it is none of ours."""
    names = [
        value
        for name, value in element.items()
        if etree.QName(name).localname == 'name' and value.startswith(FIELD)
    ]
    return names[0].removeprefix(FIELD) if names else ''


def _text(element) -> str:
    return ''.join(element.itertext()).strip()


def _local(element) -> str:
    return etree.QName(element).localname
