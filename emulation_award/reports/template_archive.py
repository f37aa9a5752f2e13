"""Opening the archive that an ODT file is, without believing what it says of itself."""

import io
import stat
import zipfile

from .template_error import TemplateError

#: Unpacked; a template of ten pages has half a megabyte.
MOST_BYTES = 20_000_000
MOST_PARTS = 500
#: What LibreOffice writes; a part of any other name has no business in a template.
ROOT = frozenset(
    {
        'mimetype',
        'content.xml',
        'styles.xml',
        'meta.xml',
        'settings.xml',
        'manifest.rdf',
        'layout-cache',
        'META-INF/manifest.xml',
    }
)
FOLDERS = ('Pictures', 'Thumbnails', 'Fonts')
#: LibreOffice tells a picture by its beginning, not by its name; others may load or run something.
PICTURES = (b'\x89PNG\r\n\x1a\n', b'\xff\xd8\xff', b'GIF8')


def unpack(content):
    """Return the parts of an archive by name, in order.

    :param bytes content: of the file
    :raises TemplateError: it cannot be opened, is too large, or has parts that no ODT has
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_entries(entries)
            return {entry.filename: archive.read(entry) for entry in entries}
    except TemplateError:
        raise
    except Exception as error:
        # Whatever the unpacking of a damaged archive raises.
        raise TemplateError('', '', '', f'the file cannot be opened: {error}') from error


def check_parts(parts):
    """Refuse parts that act, of names that no template needs, and pictures that are none.

    :param dict parts: content by name
    :raises TemplateError: one is there
    """
    for name, content in parts.items():
        folder, _slash, rest = name.partition('/')
        is_own = folder in FOLDERS and rest and '/' not in rest
        # LibreOffice of old writes an empty file for shortcuts.
        if name not in ROOT and not is_own and (content or folder != 'Configurations2'):
            raise TemplateError(name, '', '', 'a template holds no macro and no embedded object')
        if folder == 'Pictures' and not content.startswith(PICTURES):
            raise TemplateError(name, '', '', 'a template shows pictures only as PNG, JPEG, GIF')


def _check_entries(entries):
    if sum(one.file_size for one in entries) > MOST_BYTES or len(entries) > MOST_PARTS:
        raise TemplateError('', '', '', 'the file is too large for a template')
    seen = set()
    for entry in entries:
        # As written: the library would turn and cut a name silently.
        name = entry.orig_filename
        if not _is_plain(name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise TemplateError(name, '', '', 'a part leads out of the file')
        if name.casefold() in seen:
            raise TemplateError(name, '', '', 'a part stands twice in the file')
        seen.add(name.casefold())


def _is_plain(name):
    """Whether a name stays in the file, wherever it is unpacked."""
    steps = name.split('/')
    return name.isprintable() and not set(name) & set('\\:') and not {'', '.', '..'} & set(steps)
