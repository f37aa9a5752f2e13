"""The bytes of a file field, as they are stored."""

import base64
import binascii


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
