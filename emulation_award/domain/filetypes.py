"""Types of files (định dạng tệp): what a name promises and what the content is."""

from collections.abc import Iterable
from types import MappingProxyType

from .errors import FileTypeError
from .findings import Finding

OOXML = 'application/vnd.openxmlformats-officedocument'
OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

#: Media types the content may have, by extension; the first is the one to name.
MEDIA_TYPES = MappingProxyType(
    {
        'pdf': ('application/pdf',),
        'docx': (f'{OOXML}.wordprocessingml.document',),
        'xlsx': (f'{OOXML}.spreadsheetml.sheet',),
        'pptx': (f'{OOXML}.presentationml.presentation',),
        'odt': (f'{OPEN_DOCUMENT}.text',),
        'ods': (f'{OPEN_DOCUMENT}.spreadsheet',),
        'odp': (f'{OPEN_DOCUMENT}.presentation',),
        'doc': ('application/msword',),
        'xls': ('application/vnd.ms-excel',),
        'ppt': ('application/vnd.ms-powerpoint',),
        'jpg': ('image/jpeg',),
        'jpeg': ('image/jpeg',),
        'png': ('image/png',),
        'gif': ('image/gif',),
        'tif': ('image/tiff',),
        'tiff': ('image/tiff',),
        'webp': ('image/webp',),
        'txt': ('text/plain',),
        'csv': ('text/csv', 'text/plain', 'application/csv'),
        'zip': ('application/zip',),
    }
)


def parse_extensions(text: str) -> tuple[str, ...]:
    """Return the extensions a person typed, in their order, each once; () for a blank text.

    :raises FileTypeError: one of them is not known, so nothing could be compared with it

    >>> parse_extensions('PDF, .docx,pdf')
    ('pdf', 'docx')
    """
    typed = [part.strip().lstrip('.').lower() for part in text.split(',')]
    extensions = tuple(dict.fromkeys(part for part in typed if part))
    unknown = [extension for extension in extensions if extension not in MEDIA_TYPES]
    if unknown:
        raise FileTypeError(', '.join(unknown))
    return extensions


def media_types(extensions: Iterable[str]) -> frozenset[str]:
    """Return every media type that files with one of these extensions may have.

    :param extensions: as :func:`parse_extensions` gives them

    >>> sorted(media_types(['jpg', 'jpeg', 'pdf']))
    ['application/pdf', 'image/jpeg']
    """
    return frozenset(kind for extension in extensions for kind in MEDIA_TYPES[extension])


def usual_extension(mimetype: str) -> str:
    """Return the extension people know a media type by, or the media type itself.

    >>> usual_extension('image/jpeg'), usual_extension('application/x-dosexec')
    ('jpg', 'application/x-dosexec')
    """
    known = (extension for extension, kinds in MEDIA_TYPES.items() if mimetype in kinds)
    return next(known, mimetype)


def name_finding(requirement: str, name: str, mimetype: str) -> Finding | None:
    """Return that the name of a file promises another type than its content has, or None.

    A name without an extension, or with one that is not known here, promises nothing.

    :param requirement: label of the part of the dossier the file is for
    :param name: file name with extension
    :param mimetype: found in the content

    >>> name_finding('Biên bản', 'minutes.PDF', 'application/pdf') is None
    True
    >>> name_finding('Biên bản', 'minutes.pdf', 'application/x-dosexec').code
    'file_type_refused'
    """
    _stem, dot, extension = name.rpartition('.')
    promised = MEDIA_TYPES.get(extension.lower(), ()) if dot else ()
    if not promised or mimetype in promised:
        return None
    params = {
        'requirement': requirement,
        'file': name,
        'mimetype': mimetype,
        'allowed': ', '.join(sorted(promised)),
    }
    return Finding('file_type_refused', params)
