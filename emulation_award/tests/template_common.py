"""Templates to spoil, and samples in which every text can be told from every other."""

import io
import zipfile
from dataclasses import fields, is_dataclass
from itertools import count
from pathlib import Path

from lxml import etree

from ..domain.blocks import Block
from ..reports import stable
from ..reports.template_models import sample

TEMPLATES = Path(__file__).parents[1] / 'reports' / 'templates'
#: Letters with two marks, the ones that fonts and extraction break first.
LETTERS = 'ữặễợỹẫẩầấậắằẳẵếềểệốồổỗộớờởỡứừửựỵĐđ'


def shipped(code):
    """The template of the addon."""
    return (TEMPLATES / f'{code}.odt').read_bytes()


def parts_of(content):
    """The parts of an ODT or DOCX file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoiled(code, old='', new='', part='content.xml', **more):
    """A template in which a text of its XML is replaced; `more` are parts to add, '.' as '__'."""
    parts = parts_of(shipped(code))
    assert old.encode() in parts[part], f'{old} is not in {part}'
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    parts |= {name.replace('__', '.'): content for name, content in more.items()}
    return stable.pack(parts.items())


def field(expression):
    """A field as it begins in the XML."""
    return f'<text:user-field-get text:name="py3o.{expression}"'


def paragraphs_of(content, part):
    """The texts of the paragraphs of an ODT (content.xml) or DOCX (word/document.xml)."""
    tree = etree.fromstring(parts_of(content)[part])
    texts = (''.join(_texts(one)) for one in tree.iter('{*}p'))
    return [' '.join(text.split()) for text in texts if text.strip()]


def _texts(paragraph):
    for element in paragraph.iter():
        local = etree.QName(element).localname
        if local in ('br', 'line-break', 'tab'):
            yield ' '
        if local in ('p', 'span', 't', 'a'):
            yield element.text or ''
        if element is not paragraph and local in ('span', 'line-break', 'a', 's'):
            yield element.tail or ''


def numbered(model, **changes):
    """A view-model with everything there is, each text of it another one.

    :param changes: values of its fields instead
    """
    numbers = count(1)
    return _numbered(sample(model), numbers, changes)


def _numbered(value, numbers, changes=()):
    if type(value) is str:
        number = next(numbers)
        return f'{LETTERS[number % len(LETTERS)]}{number:03d}'
    if isinstance(value, tuple):
        return tuple(_numbered(one, numbers) for one in value)
    if not is_dataclass(value):
        return value
    made = {one.name: _numbered(getattr(value, one.name), numbers) for one in fields(value)}
    return type(value)(**made | dict(changes))


def texts_of(value, unshown=frozenset()):
    """Every text of a view-model, in order.

    :param unshown: names of fields that the document does not print
    """
    if type(value) is str:
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_of(one, unshown)]
    if isinstance(value, Block):
        return [value.lead.strip(), value.text]
    if is_dataclass(value):
        shown = [one.name for one in fields(value) if one.name not in unshown]
        return [text for name in shown for text in texts_of(getattr(value, name), unshown)]
    return []
