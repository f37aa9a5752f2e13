"""ZIP archives that depend on nothing but their contents: one time, one system, one mode."""

import io
import zipfile
from collections.abc import Iterable

#: The earliest time that an archive can carry.
EPOCH = (1980, 1, 1, 0, 0, 0)
#: The same on every system: a plain file that anybody may read, as Unix says it.
UNIX, MODE = 3, 0o100644


def entry(name: str, compressed: bool = False) -> zipfile.ZipInfo:
    """Return what an archive says of one file.

    :param compressed: not for what must be the same with every version of the library
    """
    told = zipfile.ZipInfo(name, EPOCH)
    told.create_system, told.external_attr = UNIX, MODE << 16
    told.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    return told


def pack(
    entries: Iterable[tuple[str, bytes]], compressed: bool = True, first_stored: str = ''
) -> bytes:
    """Return an archive of some files, in their order.

    :param entries: name and content of each
    :param first_stored: name of the one that is never compressed, by which programs tell the kind

    >>> pack([('a', b'1')]) == pack([('a', b'1')])
    True
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w') as archive:
        for name, content in entries:
            archive.writestr(entry(name, compressed and name != first_stored), content)
    return packed.getvalue()
