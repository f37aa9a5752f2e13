"""The few words of OpenDocument (1.3) that the templates are written in."""

import re

from lxml import etree

ROOT = 'urn:oasis:names:tc:opendocument:xmlns:'
NAMESPACES = {
    'office': f'{ROOT}office:1.0',
    'style': f'{ROOT}style:1.0',
    'text': f'{ROOT}text:1.0',
    'table': f'{ROOT}table:1.0',
    'fo': f'{ROOT}xsl-fo-compatible:1.0',
    'svg': f'{ROOT}svg-compatible:1.0',
    'meta': f'{ROOT}meta:1.0',
    'manifest': f'{ROOT}manifest:1.0',
    'dc': 'http://purl.org/dc/elements/1.1/',
    'xlink': 'http://www.w3.org/1999/xlink',
    # py3o fills tables with typed cells, and wants these two to be there.
    'calcext': 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
    'draw': f'{ROOT}drawing:1.0',
}
VERSION = '1.3'


def qualified(name: str) -> str:
    """Return 'text:p' as lxml writes it."""
    prefix, local = name.split(':')
    return f'{{{NAMESPACES[prefix]}}}{local}'


def element(name: str, text: str = '', /, **attributes: str) -> etree._Element:
    """Return an element; attribute `fo__margin_top` is fo:margin-top."""
    made = etree.Element(qualified(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(qualified(key.replace('__', ':').replace('_', '-')), value)
    made.text = text or None
    return made


def nested(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return an element with children."""
    made = element(name, **attributes)
    made.extend(children)
    return made


def encoded(display_name: str) -> str:
    """Return the internal name of a style, as LibreOffice writes it.

    >>> encoded('D30 Quốc hiệu')
    'D30_20_Quốc_20_hiệu'
    """
    return re.sub(r'[^\w.-]', lambda found: f'_{ord(found[0]):x}_', display_name)


def serialized(root: etree._Element) -> bytes:
    """Return a part of the file, in the same bytes each time."""
    return etree.tostring(root, xml_declaration=True, encoding='UTF-8') + b'\n'
