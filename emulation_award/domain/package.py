"""The package for the superior authority (gói hồ sơ trình): one ZIP that anybody can check.

The same data give the same bytes, on any machine: names in plain letters, a fixed order, fixed
times and rights, and no compression, which the documents inside have already and whose outcome
depends on the library. `static/kiem_tra_ho_so.py` checks such a package without Odoo and knows
the format from here; change one with the other and count :data:`VERSION` up.
"""

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from .archive import entry as archive_entry
from .errors import PackageError
from .file_names import one_word
from .hashchain import canonical, digest
from .package_list import Nominee, totals
from .words import Word

FORMAT, VERSION = 'emulation-award-package', 1
MANIFEST, SUMS = 'manifest.json', 'SHA256SUMS'

MOST_LETTERS = 48
#: Unpacked below a folder of its own, a path still fits into what Windows takes.
MOST_PATH = 150
CHUNK = 1024**2


class Role(Word):
    """What a file of a package is."""

    README = 'readme'
    CHECKER = 'checker'
    LETTER = 'letter'  # tờ trình
    LETTER_SIGNED = 'letter_signed'
    LIST = 'list'  # danh sách, for people
    LIST_DATA = 'list_data'
    LIST_CSV = 'list_csv'
    COUNCIL_MINUTES = 'council_minutes'
    VOTE_COUNT = 'vote_count'
    FORM08 = 'form08'
    SUMMARY = 'summary'
    UNIT_MINUTES = 'unit_minutes'
    EVIDENCE = 'evidence'
    METADATA = 'metadata'
    METADATA_JSON = 'metadata_json'
    EDXML = 'edxml'


#: Documents of the dossier (văn bản trong hồ sơ); the others serve the package itself.
DOCUMENT_ROLES = frozenset(
    {Role.LETTER, Role.LETTER_SIGNED, Role.LIST, Role.COUNCIL_MINUTES, Role.VOTE_COUNT}
    | {Role.FORM08, Role.SUMMARY, Role.UNIT_MINUTES, Role.EVIDENCE}
)

#: Where each kind of file lies.
FOLDERS = {
    Role.README: '',
    Role.CHECKER: '',
    Role.LETTER: '01-To-trinh',
    Role.LETTER_SIGNED: '01-To-trinh',
    Role.LIST: '02-Danh-sach',
    Role.LIST_DATA: '02-Danh-sach',
    Role.LIST_CSV: '02-Danh-sach',
    Role.COUNCIL_MINUTES: '03-Bien-ban-Hoi-dong',
    Role.VOTE_COUNT: '04-Bien-ban-kiem-phieu',
    Role.UNIT_MINUTES: '05-Bien-ban-don-vi',
    Role.FORM08: '06-Ho-so',
    Role.SUMMARY: '06-Ho-so',
    Role.EVIDENCE: '06-Ho-so',
    Role.METADATA: '07-Sieu-du-lieu',
    Role.METADATA_JSON: '07-Sieu-du-lieu',
    Role.EDXML: '08-edXML',
}


@dataclass(frozen=True)
class Submission:
    """What a package says of itself: the letter it comes with (tờ trình).

    :param number: whole text, such as "12/TTr-BQLKKTCK"; '' while unknown
    :param date: ISO 8601, '' while unknown
    """

    number: str
    date: str
    sender: str
    recipient: str
    campaign: str
    award_kind: str


@dataclass(frozen=True)
class Item:
    """One file to be packed.

    :param path: inside the package, see :func:`path`
    :param source: bytes, or a function that opens a binary stream of them
    :param nominee: ordinal of the nominee it is of, 0 for none
    """

    path: str
    role: Role
    source: bytes | Callable[[], BinaryIO]
    nominee: int = 0


def plain(name: str, most: int = MOST_LETTERS) -> str:
    """Return a name in letters, digits and hyphens, for any file system there is.

    >>> plain('Sáng kiến  “Cửa khẩu số” (bản cuối)')
    'Sang-kien-Cua-khau-so-ban-cuoi'
    >>> plain('..\\\\…/')
    'khong-ten'
    """
    return one_word(name, most)


def folder(nominee: Nominee) -> str:
    """Return where the documents of a nominee lie.

    >>> folder(Nominee(7, 'individual', 'Đặng Thị Ngọc Ễn'))
    '06-Ho-so/007-Dang-Thi-Ngoc-En'
    """
    return f'{FOLDERS[Role.FORM08]}/{nominee.ordinal:03}-{plain(nominee.name)}'


def path(role: Role, stem: str, extension: str, nominee: Nominee | None = None) -> str:
    """Return where a file lies in the package.

    :param stem: its name without extension, in any letters
    :param extension: of its real type, without dot

    >>> path(Role.LETTER, 'Tờ trình', 'pdf')
    '01-To-trinh/To-trinh.pdf'
    >>> path(Role.EVIDENCE, '01 Sáng kiến', 'PDF', Nominee(2, 'collective', 'Phòng A'))
    '06-Ho-so/002-Phong-A/Minh-chung/01-Sang-kien.pdf'
    """
    place = folder(nominee) if nominee else FOLDERS[role]
    if role == Role.EVIDENCE:
        place = f'{place}/Minh-chung'
    ending = ''.join(re.findall('[a-z0-9]', extension.lower()))[:8] or 'bin'
    return '/'.join(filter(None, (place, f'{plain(stem)}.{ending}')))


def write(
    out: BinaryIO, submission: Submission, nominees: Iterable[Nominee], items: Iterable[Item]
) -> str:
    """Write the package with its manifest and its list of digests.

    Files are read one after the other, none is held in memory as a whole but those given as bytes.

    :param out: a seekable binary stream
    :return: the seal (mã niêm phong): SHA-256 of the manifest as digits, to be told to the
        recipient on another way
    :raises PackageError: a path is unsafe or two files share one
    """
    files = []
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as archive:
        for item in _in_order(items):
            sha, size = _pack(archive, item.path, _chunks(item.source))
            files.append(_entry(item, sha, size))
        manifest = manifest_text(submission, tuple(nominees), files).encode()
        _pack(archive, MANIFEST, [manifest])
        _pack(archive, SUMS, [sums_text(files, manifest).encode()])
    return hashlib.sha256(manifest).hexdigest()


def manifest_text(
    submission: Submission, nominees: Iterable[Nominee], files: Iterable[Mapping[str, object]]
) -> str:
    """Return the manifest (bản kê): canonical JSON that carries the digest of all else in it.

    :param files: mappings of path, role, nominee, size and sha256, in order
    """
    lines = tuple(nominees)
    told = {
        'format': FORMAT,
        'version': VERSION,
        'submission': {**vars(submission), **totals(lines)},
        'nominees': [
            {key: one.row[key] for key in ('ordinal', 'kind', 'name', 'award')} for one in lines
        ],
        'files': list(files),
    }
    return canonical({**told, 'digest': digest(canonical(told))})


def sums_text(files: Iterable[Mapping[str, object]], manifest: bytes) -> str:
    """Return the list of digests as `sha256sum -c` reads it, the manifest's among them."""
    lines = [(str(one['path']), str(one['sha256'])) for one in files]
    lines.append((MANIFEST, hashlib.sha256(manifest).hexdigest()))
    return ''.join(f'{sha}  {name}\n' for name, sha in sorted(lines))


def _entry(item: Item, sha: str, size: int) -> dict[str, object]:
    return {
        'path': item.path,
        'role': str(item.role),
        'nominee': item.nominee or None,
        'size': size,
        'sha256': sha,
    }


def _in_order(items: Iterable[Item]) -> list[Item]:
    listed = sorted(items, key=lambda one: one.path)
    taken = {name.casefold() for name in (MANIFEST, SUMS)}
    for item in listed:
        if not _is_safe(item.path) or item.path.casefold() in taken:
            raise PackageError(item.path)
        taken.add(item.path.casefold())
    return listed


def _is_safe(name: str) -> bool:
    parts = name.split('/')
    return len(name) <= MOST_PATH and all(
        re.fullmatch('[A-Za-z0-9_][A-Za-z0-9_.-]*', part) for part in parts
    )


def _chunks(source: bytes | Callable[[], BinaryIO]) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    with source() as stream:
        yield from iter(lambda: stream.read(CHUNK), b'')


def _pack(archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> tuple[str, int]:
    sha, size = hashlib.sha256(), 0
    with archive.open(archive_entry(name), 'w') as file:
        for chunk in chunks:
            sha.update(chunk)
            size += len(chunk)
            file.write(chunk)
    return sha.hexdigest(), size
