"""What an ODT file may hold to be a template: text and pictures of its own, nothing that acts."""

import re

from lxml import etree

from .template_archive import check_parts, unpack
from .template_error import TemplateError

MEDIA_TYPE = b'application/vnd.oasis.opendocument.text'
MIMETYPE, MANIFEST = 'mimetype', 'META-INF/manifest.xml'
#: Parts whose text the engine fills in.
FILLED = ('content.xml', 'styles.xml')
NEEDED = (MIMETYPE, *FILLED, MANIFEST)
#: Elements that run, load or embed something.
ACTING = {
    'applet',
    'auto-reload',
    'connection-resource',
    'database-display',
    'database-next',
    'database-row-select',
    'dde-connection',
    'dde-connection-decl',
    'dde-source',
    'event-listener',
    'execute-macro',
    'floating-frame',
    'form',
    'object',
    'object-ole',
    'plugin',
    'script',
    'section-source',
    'table-source',
}
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
#: What LibreOffice would fill in anew each time: the same document would not stay the same.
CHANGING = {
    f'{TEXT}{name}'
    for name in ('date', 'time', 'file-name', 'author-name', 'author-initials', 'template-name')
}
#: What is left of working on the template; it would go out with each document.
UNFINISHED = {'annotation', 'changed-region'}
LINK = 'a'
#: What a reader may click on.
CLICKED = re.compile(r'(https?|mailto|py3o):.*|#.*|', re.DOTALL)
#: What LibreOffice takes in: parts of the file itself.
OWN = re.compile(r'#[\w.-]*|(Pictures|Fonts)/[\w .()-]+|')
#: The engine would run it, without its place and its type having been looked at.
EXPRESSION = re.compile(r'\$[{A-Za-z_][^\s{}]*\}?')


def read(content):
    """Return the parts of a template by name, in order.

    :param bytes content: an ODT file
    :raises TemplateError: it is none, or holds what a template may not hold
    """
    parts = unpack(content)
    missing = [name for name in NEEDED if name not in parts]
    if missing or parts[MIMETYPE].strip() != MEDIA_TYPE:
        raise TemplateError(', '.join(missing), '', '', 'this is no ODT text document')
    if b'encryption-data' in parts[MANIFEST]:
        raise TemplateError(MANIFEST, '', '', 'the file is locked by a password')
    check_parts(parts)
    for name, part in parts.items():
        if name.endswith(('.xml', '.rdf')) and part:
            _check(name, part)
    return {MIMETYPE: parts.pop(MIMETYPE), **parts}


def near(element):
    """Return the beginning of the paragraph an element stands in, '' if it is in none."""
    around = (element, *element.iterancestors())
    paragraphs = [one for one in around if etree.QName(one).localname in {'p', 'h'}]
    return ' '.join(''.join(paragraphs[0].itertext()).split())[:80] if paragraphs else ''


def _check(name, part):
    try:
        tree = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateError(name, '', '', f'the file is damaged: {error}') from error
    if tree.getroottree().docinfo.doctype:
        raise TemplateError(name, '', '', 'a template declares no document type')
    for element in tree.iter(etree.Element):
        problem, said = _problem(element, is_filled=name in FILLED)
        if problem:
            raise TemplateError(name, near(element), said, problem)


def _problem(element, *, is_filled):
    """Return what is wrong with an element, and the text it is about; ('', '') if nothing is."""
    local = etree.QName(element).localname
    if local in ACTING:
        return f'a template holds no "{local}"', ''
    if is_filled and local in UNFINISHED:
        return 'a template is finished', local
    if is_filled and element.tag in CHANGING:
        return 'a template shows nothing that changes by itself', local
    # A link that a reader may click on is text; a picture is of the file itself.
    allowed = CLICKED if local == LINK else OWN
    for address in _addresses(element):
        if not allowed.fullmatch(address) or '..' in address.split('/'):
            return 'a template loads nothing from elsewhere', address
    return _loose(element) if is_filled else ('', '')


def _addresses(element):
    return [value for name, value in element.items() if etree.QName(name).localname == 'href']


def _loose(element):
    for text in (element.text, element.tail, *element.values()):
        found = EXPRESSION.search(text or '')
        if found:
            return 'an expression stands in a field', found[0]
    return '', ''
