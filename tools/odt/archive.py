"""The file itself: a ZIP whose bytes depend on nothing but the source."""

import zipfile
from io import BytesIO

from odt.inline import Fields
from odt.odf import VERSION, element, nested, serialized
from odt.page import fonts, styles_part
from odt.source import body, read
from odt.styles import annex_style
from odt.table import Tables

TYPE = 'application/vnd.oasis.opendocument.text'
#: The earliest moment that a ZIP can hold.
MOMENT = (1980, 1, 1, 0, 0, 0)
PARTS = ('content.xml', 'styles.xml', 'meta.xml')


def build(code: str) -> bytes:
    """Return the template of one document.

    :raises odt.source.SourceError: its source cannot be built
    """
    source = read(code)
    parts = {
        'content.xml': _content(source),
        'styles.xml': styles_part(source.get('draft', '')),
        'meta.xml': _meta(source.get('title')),
        'META-INF/manifest.xml': _manifest(),
    }
    made = BytesIO()
    with zipfile.ZipFile(made, 'w') as archive:
        # The type comes first and uncompressed: by it the file is known for what it is.
        _write(archive, 'mimetype', TYPE.encode(), zipfile.ZIP_STORED)
        for name, root in parts.items():
            _write(archive, name, serialized(root), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _write(archive, name: str, content: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, content, compression, 9)


def _content(source):
    fields, tables = Fields(), Tables()
    blocks = body(source, fields, tables)
    text = nested('office:text', *fields.declarations(), *blocks)
    return nested(
        'office:document-content',
        fonts(),
        nested('office:automatic-styles', annex_style(), *tables.styles),
        nested('office:body', text),
        office__version=VERSION,
    )


def _meta(title: str):
    meta = nested('office:meta', element('meta:generator', 'emulation_award'))
    meta.append(element('dc:title', title))
    meta.append(element('dc:language', 'vi-VN'))
    return nested('office:document-meta', meta, office__version=VERSION)


def _manifest():
    entries = [
        element(
            'manifest:file-entry',
            manifest__full_path='/',
            manifest__version=VERSION,
            manifest__media_type=TYPE,
        )
    ]
    entries += [
        element('manifest:file-entry', manifest__full_path=name, manifest__media_type='text/xml')
        for name in PARTS
    ]
    return nested('manifest:manifest', *entries, manifest__version=VERSION)
