"""The same bytes for the same document, so that two copies can be compared by their SHA-256.

Programs write into a file when it was made, and draw numbers for it. What a document says has its
dates in its text; those of the file are taken out. PDF: see :mod:`.stable_pdf`.
"""

import io
import re
import zipfile

from ..domain import archive

XML_EPOCH = b'1980-01-01T00:00:00'
#: Stands first in an ODT and is not packed, so that programs can tell the kind of file.
MIMETYPE = 'mimetype'

CORE_DATE = re.compile(
    rb'(<dcterms:(?:created|modified)[^>]*>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?'
)


def pack(entries):
    """Return a ZIP archive that depends on nothing but its contents.

    :param entries: (name, bytes) pairs, in order
    :return: bytes
    """
    return archive.pack(entries, first_stored=MIMETYPE)


def docx(content):
    """Return a DOCX file without the times at which it was made.

    :param bytes content: as written by LibreOffice
    """
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return pack((name, _part(made.read(name))) for name in made.namelist())


def _part(content):
    return CORE_DATE.sub(rb'\g<1>' + XML_EPOCH, content)
