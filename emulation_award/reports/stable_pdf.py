"""PDF files of LibreOffice without the times and numbers that differ from one making to the next.

Most of them can be overwritten where they stand. The colour profile is packed, and repacked it
takes another space: the file is put together anew then, with a new table of where things are.
PDF/A-1, which LibreOffice is told to write, always has that table in plain text.
"""

import hashlib
import re
import zlib

EPOCH = b'19800101000000'
XML_EPOCH = b'1980-01-01T00:00:00'
DATE = re.compile(rb'(/(?:Creation|Mod)Date ?\(D:)\d{14}')
XML_DATE = re.compile(rb'(<xmp:(?:Create|Modify|Metadata)Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')
XML_ID = re.compile(rb'(uuid:)[0-9a-fA-F-]{36}')
NO_ID = b'00000000-0000-0000-0000-000000000000'
#: Document numbers, in the trailer of the file.
NUMBER = re.compile(rb'(?<=[</])[0-9A-Fa-f]{32}(?=[>\s])')
LONGEST_TRAILER = 1000

OBJECT = re.compile(rb'^(\d+) 0 obj\b', re.M)
TABLE = re.compile(rb'\nxref\n0 (\d+)\n(?P<rows>(?:\d{10} \d{5} [nf] ?\r?\n)+)trailer\n', re.M)
START = re.compile(rb'(startxref\n)\d+(\n%%EOF\s*)$')
PROFILE = re.compile(
    rb'(?P<head><</N 3/Length (?P<length>\d+) 0 R/Filter/FlateDecode>>\nstream\n)'
    rb'(?P<data>.*?)(?P<end>\nendstream)',
    re.S,
)
#: Where a colour profile says that it is one, and when it was made (ICC.1, 7.2).
PROFILE_MARK, PROFILE_TIME = slice(36, 40), slice(24, 36)
TIME_OF_PROFILE = bytes.fromhex('07bc00010001000000000000')  # 1980-01-01


def stable(content):
    """Return a PDF file without times, its numbers made of what it says.

    :param bytes content: as written by LibreOffice
    """
    made = DATE.sub(rb'\g<1>' + EPOCH, content)
    made = XML_DATE.sub(rb'\g<1>' + XML_EPOCH, made)
    made = _with_stable_profile(XML_ID.sub(rb'\g<1>' + NO_ID, made))
    body, trailer = made[:-LONGEST_TRAILER], made[-LONGEST_TRAILER:]
    number = hashlib.sha256(body + NUMBER.sub(b'', trailer)).hexdigest()[:32].upper().encode()
    return body + NUMBER.sub(number, trailer)


def _with_stable_profile(content):
    found, table = PROFILE.search(content), TABLE.search(content)
    if not (found and table and START.search(content)):
        return content
    profile = bytearray(zlib.decompress(found['data']))
    if profile[PROFILE_MARK] != b'acsp':
        return content
    profile[PROFILE_TIME] = TIME_OF_PROFILE
    packed = zlib.compress(bytes(profile), 9)
    body = content[: table.start()]
    body = body[: found.start('data')] + packed + body[found.end('data') :]
    length = re.compile(rb'^(%s 0 obj\n)\d+(?=\n)' % found['length'], re.M)
    body = length.sub(rb'\g<1>%d' % len(packed), body)
    return _with_table(body, table, content[table.end() :])


def _with_table(body, table, trailer):
    """Put the file together: the table says at which byte each object begins."""
    at = {int(found[1]): found.start() for found in _objects(body)}
    rows = table['rows'].splitlines(keepends=True)
    made = b''.join(
        b'%010d%s' % (at[number], row[10:]) if number in at else row
        for number, row in enumerate(rows)
    )
    start = rb'\g<1>%d\g<2>' % (len(body) + 1)
    return body + b'\nxref\n0 %s\n' % table[1] + made + b'trailer\n' + START.sub(start, trailer)


def _objects(body):
    """Where objects begin: only outside of streams, whose packed bytes may look like one."""
    end = 0
    while found := OBJECT.search(body, end):
        yield found
        end = body.find(b'endobj', found.end())
        stream = body.find(b'stream\n', found.end(), end)
        if stream >= 0:
            end = body.find(b'\nendstream\nendobj', stream)
