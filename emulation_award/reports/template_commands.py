"""The commands of a template: what begins must end, in the same part of the file."""

from urllib.parse import unquote

from lxml import etree

from .template_error import TemplateError

SCHEME = 'py3o://'
HREF = '{http://www.w3.org/1999/xlink}href'
DESCRIPTION = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}description'


def check(name, part):
    """Refuse a loop or choice without an end, and an end without a beginning.

    The engine would leave out or repeat something else than what was meant.

    :param str name: of the part of the file
    :param bytes part: XML
    :raises TemplateError: one is there
    """
    begun = []
    for element in etree.fromstring(part).iter('{*}a', '{*}text-input'):
        said = _command(element)
        word = said.partition('=')[0].strip()
        if word.startswith('/'):
            if not begun or begun.pop()[0] != word[1:]:
                raise _error(name, element, said, 'this ends what was not begun')
        elif word in {'for', 'if'}:
            begun.append((word, element, said))
    for _word, element, said in begun:
        raise _error(name, element, said, 'this has no end')


def _command(element):
    address = element.get(HREF) or element.get(DESCRIPTION) or ''
    return unquote(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else ''


def _error(name, element, said, detail):
    near = ' '.join(''.join(element.getparent().itertext()).split())[:80]
    return TemplateError(name, near, said, detail)
