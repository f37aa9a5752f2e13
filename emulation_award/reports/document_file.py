"""Files as documents are delivered."""

from dataclasses import dataclass

from . import stable

MIME_TYPES = {
    'docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'odt': 'application/vnd.oasis.opendocument.text',
    'pdf': 'application/pdf',
    'xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'zip': 'application/zip',
}
#: Names what an archive does not hold.
MISSING = 'KHONG LAP DUOC.txt'
OTHER = 'application/octet-stream'


@dataclass(frozen=True)
class File:
    """One document made, or why it was not.

    :param record_id: of the record it was made of; False for a list of many
    :param name: of the file, with extension
    :param error: for whoever asked for it, in that user's language; '' if there is content
    :param source: digest of what it was made from, where somebody will ask
    """

    record_id: int | bool
    name: str
    content: bytes = b''
    error: str = ''
    source: str = ''


def distinct(names):
    """Return names of which no two are alike, also where capitals count for nothing.

    >>> distinct(['a.pdf', 'b.pdf', 'A.pdf', 'a.pdf'])
    ['a.pdf', 'b.pdf', 'A (2).pdf', 'a (3).pdf']
    """
    seen, made = set(), []
    for name in names:
        stem, dot, extension = name.rpartition('.')
        number, tried = 1, name
        while tried.lower() in seen:
            number += 1
            tried = f'{stem} ({number}){dot}{extension}' if dot else f'{name} ({number})'
        seen.add(tried.lower())
        made.append(tried)
    return made


def bundle(name, files):
    """Return one file of several: the one there is, or an archive of them.

    :param str name: of an archive, without extension
    :param files: list of :class:`File`; one of them at least has content
    :return: (name, bytes); an archive also says what is missing in it, and why
    """
    whole = [file for file in files if not file.error]
    if len(files) == 1:
        return files[0].name, files[0].content
    entries = [(file.name, file.content) for file in whole]
    missing = '\n\n'.join(f'{file.name}\n{file.error}' for file in files if file.error)
    if missing:
        entries.append((MISSING, missing.encode()))
    names = distinct(entry[0] for entry in entries)
    contents = (entry[1] for entry in entries)
    return f'{name}.zip', stable.pack(zip(names, contents, strict=True))


def mime_type(name):
    """Return the type of a file by its extension."""
    return MIME_TYPES.get(name.rpartition('.')[2].lower(), OTHER)
