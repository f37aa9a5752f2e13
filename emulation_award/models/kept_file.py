"""The bytes of a file field as they are stored, and whether a file is what it should be."""

import base64
import binascii

from odoo.tools.mimetypes import guess_mimetype

from ..domain import completeness

#: What a signed paper is scanned as.
SCAN_TYPES = frozenset({'application/pdf', 'image/jpeg', 'image/png'})


def kept_bytes(record, name):
    """Return the content of a file field, whatever the caller's context asks for.

    A context with `bin_size` shows the size of a file in its place, and a caller chooses the
    context: whoever digests, copies or judges a file reads it through here.

    :param record: one record
    :param str name: of a binary field
    :return: bytes, empty where there is no file

    :raises ValueError: what a transient record was given is no base64
    """
    past_size = {'bin_size': False, f'bin_size_{name}': False}
    stored = record.with_context(**past_size)[name]
    if not stored:
        return b''
    try:
        return base64.b64decode(stored)
    except binascii.Error as error:
        raise ValueError(f'{record._name}.{name} is no base64') from error


def check_scan(record, label, name, content):
    """Refuse what is no PDF and no picture, whatever its name says.

    :param record: whose language the refusal is in
    :param str label: of the field the file is for
    :param str name: of the file
    :param bytes content: of the file
    :raises UserError: it is something else, or empty
    """
    scan = completeness.File(name, len(content), guess_mimetype(content))
    record.env['emulation.refusal']._raise_if(
        completeness.upload_findings(label, [scan], SCAN_TYPES, None, 1)
    )
