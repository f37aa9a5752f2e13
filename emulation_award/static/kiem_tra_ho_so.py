#!/usr/bin/env python3
"""Kiểm tra gói hồ sơ đề nghị khen thưởng: đầy đủ, toàn vẹn, hay sai ở tệp nào.

Chỉ cần Python 3.8 trở lên, không cần Odoo, không cần mạng, không ghi gì ra đĩa:

    python3 kiem_tra_ho_so.py goi.zip
    python3 kiem_tra_ho_so.py thu-muc-da-giai-nen --json

Mã thoát: 0 đầy đủ, toàn vẹn; 1 có lỗi, từng tệp được nêu tên; 2 không đọc được như một gói hồ sơ.

Hãy lấy chương trình này từ nguồn tin cậy (bên gửi trao riêng, hoặc tải từ phần mềm), đừng lấy bản
nằm trong chính gói đang kiểm tra. Gói tự khai về mình: muốn biết gói đúng là gói bên gửi đã lập thì
so mã niêm phong in ra với mã bên gửi báo qua đường khác (hoặc dùng --ma).
"""

import argparse
import base64
import csv
import hashlib
import io
import json
import os
import re
import stat
import struct
import sys
import unicodedata
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

FORMAT, VERSION = 'emulation-award-package', 1
MANIFEST, SUMS = 'manifest.json', 'SHA256SUMS'
ARCHIVE = 'tệp ZIP'
WHOLE, WRONG, UNREADABLE = 0, 1, 2

MOST_ENTRIES = 20000
MOST_BYTES = 2 * 1024**3  # of one file
MOST_TOTAL = 20 * 1024**3
MOST_TEXT = 64 * 1024**2  # of a file that is parsed
MOST_RATIO, RATIO_FROM = 200, 1024**2
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
CHUNK = 1024**2
#: What the library raises on an archive that is damaged.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error)
BROKEN += (NotImplementedError, RuntimeError)
SHEET_TEXT = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t'
# What a spreadsheet would take for a formula carries an apostrophe in the CSV.
KINDS = {'collective': 'Tập thể', 'individual': 'Cá nhân'}
FORMULA = ('=', '+', '-', '@', '\t', '\r')

#: Roles of files that are documents of the dossier; the others serve the package itself.
DOCUMENTS = ('letter', 'letter_signed', 'list', 'council_minutes', 'vote_count')
DOCUMENTS += ('form08', 'summary', 'unit_minutes', 'evidence')
MINUTES = {'council_minutes': 'Biên bản họp Hội đồng', 'vote_count': 'Biên bản kiểm phiếu'}
ONCE = ('list', 'list_data', 'list_csv', 'metadata', 'metadata_json')
LABELS = {
    'missing': 'THIẾU',
    'extra': 'THỪA',
    'changed': 'SAI NỘI DUNG',
    'name': 'TÊN KHÔNG AN TOÀN',
    'container': 'HƯ HỎNG',
    'disagree': 'KHÔNG KHỚP',
    'seal': 'SAI MÃ NIÊM PHONG',
}


class UnreadableError(Exception):
    """Nothing can be said of the files: this is no package, or it cannot be read as one."""


class FaultError(Exception):
    """One file is not what it should be; the text says why."""


def digest(content):
    return hashlib.sha256(content).hexdigest()


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))


def shown(text):
    """A name out of the package, without what could play with a terminal."""
    return ''.join(one if one.isprintable() else f'\\x{ord(one):02x}' for one in str(text))


def unsafe(name):
    """Why a name must not be unpacked, or ''."""
    if not name or '\0' in name or '\\' in name or ':' in name:
        return 'chứa ký tự không được phép'
    if name.startswith('/') or any(part in ('', '.', '..') for part in name.split('/')):
        return 'trỏ ra ngoài thư mục giải nén'
    if not all(one.isprintable() for one in name):
        return 'chứa ký tự điều khiển'
    return ''


def twice(names):
    """Names that stand for one file on a computer that does not tell capitals."""
    seen, found = set(), []
    for name in names:
        key = unicodedata.normalize('NFC', name).casefold()
        if key in seen:
            found.append(name)
        seen.add(key)
    return found


class Folder:
    """A package that was unpacked."""

    seal = ''

    def __init__(self, path):
        self.root, self.faults, self.files = Path(path), [], {}
        for folder, below, names in os.walk(str(self.root)):
            for name in below + names:
                self._note(Path(folder, name), name in below)

    def _note(self, path, is_folder):
        name = path.relative_to(self.root).as_posix()
        mode = path.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            self.faults.append(('container', name, 'là liên kết hoặc tệp đặc biệt, không phải tệp'))
        elif not is_folder:
            self.files[name] = path

    def size(self, name):
        return self.files[name].stat().st_size

    def chunks(self, name):
        with self.files[name].open('rb') as file:
            yield from iter(lambda: file.read(CHUNK), b'')


class Archive:
    """A package as one ZIP file; what other programs could read differently is refused."""

    def __init__(self, path):
        self.raw = Path(path).open('rb')  # noqa: SIM115 - read until the program ends
        whole = hashlib.sha256()
        for chunk in iter(lambda: self.raw.read(CHUNK), b''):
            whole.update(chunk)
        self.seal, self.faults, self.files = whole.hexdigest(), [], {}
        try:
            self.zip = zipfile.ZipFile(self.raw)
        except BROKEN as error:
            raise UnreadableError(f'tệp ZIP hư hỏng: {shown(error)}') from error
        entries = self.zip.infolist()
        if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_TOTAL:
            raise UnreadableError('tệp ZIP khai quá nhiều tệp hoặc quá lớn, có thể là bom nén')
        for entry in entries:
            fault = self._fault(entry)
            if fault:
                self.faults.append((fault[0], entry.orig_filename, fault[1]))
            elif not entry.filename.endswith('/'):
                self.files[entry.filename] = entry
        for name in twice(one.filename for one in entries):
            self.faults.append(('container', name, 'có hai mục cùng tên trong tệp ZIP'))
        self._hidden(entries)

    def _fault(self, entry):
        is_folder = entry.filename.endswith('/')
        name = entry.filename[:-1] if is_folder else entry.filename
        # What the name was before the library mended it.
        reason = unsafe(name) or ('\0' in entry.orig_filename and 'chứa ký tự không được phép')
        if reason:
            return 'name', reason
        reason = self._kind_fault(entry) or self._header_fault(entry)
        return ('container', reason) if reason else None

    # Nothing but what the directory lists: bytes beside it, other programs may open instead.

    def _hidden(self, entries):
        """Name the entries before which, and the places where, bytes stand that nobody lists."""
        place = 0
        for entry in sorted(entries, key=lambda one: one.header_offset):
            if entry.header_offset != place:
                told = 'có dữ liệu lạ nằm trước mục này, hoặc hai mục chồng lên nhau'
                self.faults.append(('container', entry.orig_filename, told))
            if entry.comment:
                told = 'mang theo ghi chú, nơi giấu được dữ liệu'
                self.faults.append(('container', entry.orig_filename, told))
            place = self._end_of(entry)
        if place != self.zip.start_dir:
            told = 'có dữ liệu lạ nằm giữa các tệp và mục lục của tệp ZIP'
            self.faults.append(('container', ARCHIVE, told))
        fault = self._tail_fault(len(entries))
        if fault:
            self.faults.append(('container', ARCHIVE, fault))

    def _end_of(self, entry):
        """Where the next entry has to begin."""
        self.raw.seek(entry.header_offset + 26)
        lengths = self.raw.read(4)
        if len(lengths) < 4:
            return -1
        place = entry.header_offset + 30 + sum(struct.unpack('<2H', lengths)) + entry.compress_size
        if not entry.flag_bits & 8:
            return place
        self.raw.seek(place)
        return place + descriptor_length(self.raw.read(24), entry)

    def _tail_fault(self, count):
        """What is wrong with the end of the file: the directory, its end mark, nothing else."""
        end = self.raw.seek(0, os.SEEK_END) - 22
        self.raw.seek(max(end, 0))
        mark = self.raw.read()
        if len(mark) < 22 or mark[:4] != b'PK\5\6' or mark[20:22] != b'\0\0':
            return 'có ghi chú hoặc dữ liệu lạ nằm sau mục lục của tệp ZIP'
        told, size, start = struct.unpack('<HLL', mark[10:20])
        self.raw.seek(self.zip.start_dir)
        between = self.raw.read(max(end - self.zip.start_dir, 0))
        length = listed_length(between)
        rest = between[length:]
        is_long = len(rest) == 76 and rest[:4] == b'PK\6\6' and rest[56:60] == b'PK\6\7'
        if rest and not is_long:
            return 'có dữ liệu lạ nằm sau mục lục của tệp ZIP'
        due = struct.unpack('<QQQ', rest[32:56]) if rest else (told, size, start)
        if due != (count, length, self.zip.start_dir):
            return 'mục lục của tệp ZIP không khớp phần cuối của nó'
        return ''

    def _kind_fault(self, entry):
        if entry.flag_bits & 0x2041:
            return 'được mã hóa, không kiểm tra được'
        if entry.compress_type not in METHODS:
            return f'dùng kiểu nén lạ ({entry.compress_type})'
        if stat.S_ISLNK(entry.external_attr >> 16):
            return 'là liên kết, không phải tệp'
        if entry.filename.endswith('/') and entry.file_size:
            return 'là thư mục mà có nội dung'
        is_stored = entry.compress_type == zipfile.ZIP_STORED
        if is_stored and entry.compress_size != entry.file_size:
            return 'dài hơn nội dung của nó'
        large = entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * entry.compress_size
        if large or entry.file_size > MOST_BYTES:
            return 'giải nén ra quá lớn, có thể là bom nén'
        return ''

    def _header_fault(self, entry):
        """Whether the file's own header tells something else than the directory at the end."""
        self.raw.seek(entry.header_offset)
        head = self.raw.read(30)
        if len(head) < 30 or head[:4] != b'PK\3\4':
            return 'không có đầu mục'
        _, _, flags, method, _, _, crc, packed, size, long, _ = struct.unpack('<4s5H3L2H', head)
        raw_name = self.raw.read(long)
        encoding = 'utf-8' if flags & 0x800 else 'cp437'
        told = (method, flags & 0x2041, raw_name.decode(encoding, 'replace'))
        if told != (entry.compress_type, 0, entry.orig_filename):
            return 'đầu mục khác với mục lục của tệp ZIP'
        known = (crc, packed, size) if not flags & 8 and 0xFFFFFFFF not in (packed, size) else ()
        if known and known != (entry.CRC, entry.compress_size, entry.file_size):
            return 'đầu mục khác với mục lục của tệp ZIP'
        return ''

    def _packed_length(self, entry):
        """How much of an entry its content takes up; it was unpacked once without a fault."""
        self.raw.seek(entry.header_offset + 26)
        self.raw.seek(sum(struct.unpack('<2H', self.raw.read(4))), os.SEEK_CUR)
        inflate, left, used = zlib.decompressobj(-15), entry.compress_size, 0
        while left and not inflate.eof:
            chunk = self.raw.read(min(left, CHUNK))
            if not chunk:
                break
            left -= len(chunk)
            packed = chunk
            while packed and not inflate.eof:
                inflate.decompress(packed, CHUNK)
                packed = inflate.unconsumed_tail
            used += len(chunk) - len(inflate.unused_data)
        return used

    def size(self, name):
        return self.files[name].file_size

    def chunks(self, name):
        try:
            with self.zip.open(self.files[name]) as file:
                yield from iter(lambda: file.read(CHUNK), b'')
            entry = self.files[name]
            if entry.compress_type == zipfile.ZIP_DEFLATED and self._packed_length(entry) != (
                entry.compress_size
            ):
                raise FaultError('có dữ liệu lạ nằm sau nội dung đã nén')
        except BROKEN as error:
            raise FaultError(f'không giải nén được: {shown(error)}') from error


def descriptor_length(found, entry):
    """Length of what a program that writes in one go adds behind an entry; 0 if it is not that."""
    for form, mark in (('<4L', True), ('<3L', False), ('<2L2Q', True), ('<L2Q', False)):
        length = struct.calcsize(form)
        if len(found) < length:
            continue
        told = struct.unpack(form, found[:length])
        due = (entry.CRC, entry.compress_size, entry.file_size)
        if told == ((0x08074B50, *due) if mark else due):
            return length
    return 0


def listed_length(found):
    """Length of the entries of a directory, up to the first bytes that are none."""
    place = 0
    while found[place : place + 4] == b'PK\1\2' and len(found) >= place + 46:
        place += 46 + sum(struct.unpack('<3H', found[place + 28 : place + 34]))
    return place


def read(source, name, most=MOST_TEXT):
    if source.size(name) > most:
        raise FaultError('lớn quá mức một tệp loại này có thể có')
    return b''.join(source.chunks(name))


def measured(source, name):
    sha = hashlib.sha256()
    for chunk in source.chunks(name):
        sha.update(chunk)
    return sha.hexdigest()


# The manifest: what should be there


def parsed_json(content, path):
    def once(pairs):
        found = dict(pairs)
        if len(found) != len(pairs):
            raise FaultError('có hai khóa trùng nhau', path)
        return found

    try:
        value = json.loads(content.decode('utf-8'), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise FaultError('không phải JSON đúng', path) from error
    if not isinstance(value, dict):
        raise FaultError('không đúng cấu trúc', path)
    return value


def parsed_manifest(content):
    told = parsed_json(content, MANIFEST)
    try:
        is_canonical = canonical(told).encode('utf-8') == content
    except (UnicodeEncodeError, RecursionError):
        is_canonical = False
    if not is_canonical:
        raise FaultError('không ở dạng chuẩn, đã bị sửa')
    rest = {key: value for key, value in told.items() if key != 'digest'}
    if told.get('digest') != digest(canonical(rest).encode('utf-8')):
        raise FaultError('mã SHA-256 tự ghi không khớp nội dung, đã bị sửa')
    if told.get('format') != FORMAT or told.get('version') != VERSION:
        raise FaultError('là định dạng hoặc phiên bản khác, cần bản kiểm tra mới hơn')
    if not well_formed(told):
        raise FaultError('không đúng cấu trúc')
    return told


def well_formed(told):
    lists = [told.get('files'), told.get('nominees')]
    if not all(isinstance(one, list) for one in lists) or not is_like(
        told.get('submission'), collectives=int, individuals=int
    ):
        return False
    files = all(is_like(one, path=str, role=str, sha256=str, size=int) for one in lists[0])
    people = all(is_like(one, ordinal=int, name=str, kind=str) for one in lists[1])
    return files and people and not twice(one['path'] for one in lists[0])


def is_like(value, **kinds):
    return isinstance(value, dict) and all(
        isinstance(value.get(key), kind) and not isinstance(value.get(key), bool)
        for key, kind in kinds.items()
    )


def sums_text(files, manifest_digest):
    lines = [(one['path'], one['sha256']) for one in files] + [(MANIFEST, manifest_digest)]
    return ''.join(f'{sha}  {path}\n' for path, sha in sorted(lines))


def expected_of_sums(content):
    """What SHA256SUMS promises, where the manifest is no longer to be believed."""
    found = re.findall(r'^([0-9a-f]{64})  (.+)$', content.decode('utf-8', 'replace'), re.M)
    return {path: sha for sha, path in found if path != MANIFEST}


# The check


class Check:
    """All that is wrong with one package."""

    def __init__(self, source):
        self.source, self.problems, self.manifest, self.intact = source, [], None, set()
        for code, name, message in source.faults:
            self.say(code, name, message)

    def say(self, code, path, message):
        self.problems.append({'code': code, 'path': path, 'message': message})

    def run(self, expected_seal=''):
        due_seal = ''.join(expected_seal.split()).lower()  # as pasted
        expected = self._expected()
        self._files(expected)
        if self.manifest is None:
            return
        if due_seal and self.seal() != due_seal:
            self.say('seal', MANIFEST, 'mã niêm phong không phải mã đã cho')
        for check in (
            check_roles,
            check_votes,
            check_list,
            check_sheet,
            check_metadata,
            check_edxml,
        ):
            self._agree(check)

    def _agree(self, check):
        try:
            check(self)
        except FaultError as fault:
            self.say('disagree', fault.args[1], fault.args[0])
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError, csv.Error):
            self.say('disagree', check.__name__, 'dữ liệu không đúng cấu trúc')

    def seal(self):
        return digest(canonical(self.manifest).encode('utf-8'))

    def _expected(self):
        names = set(self.source.files)
        sums = self._own(SUMS, names)
        content = self._own(MANIFEST, names)
        if content is None and sums is None:
            raise UnreadableError(f'không thấy {MANIFEST}, đây không phải gói hồ sơ')
        try:
            self.manifest = parsed_manifest(content) if content is not None else None
        except FaultError as fault:
            self.say('changed', MANIFEST, fault.args[0])
        if self.manifest is None:
            return {path: (sha, None) for path, sha in expected_of_sums(sums or b'').items()}
        files = self.manifest['files']
        if sums is not None and sums != sums_text(files, digest(content)).encode('utf-8'):
            self.say('changed', SUMS, f'không khớp {MANIFEST}')
        return {one['path']: (one['sha256'], one['size']) for one in files}

    def _own(self, name, names):
        if name not in names:
            self.say('missing', name, 'gói không có tệp này')
            return None
        try:
            return read(self.source, name)
        except FaultError as fault:
            self.say('changed', name, str(fault))
            return None

    def _files(self, expected):
        there = set(self.source.files) - {MANIFEST, SUMS}
        strange = {name: self._known_as(name, expected, there) for name in there - set(expected)}
        for name in sorted(strange):
            of = strange[name]
            told = 'không có trong bản kê' + (f', nội dung là của {of}' if of else '')
            self.say('extra', name, told)
        for name in sorted(set(expected) - there):
            self.say('missing', name, 'có trong bản kê, không có trong gói')
        for name in sorted(there & set(expected)):
            self._compare(name, *expected[name])

    def _known_as(self, name, expected, there):
        """The missing file whose content stands under another name, or ''."""
        sizes = {size for path, (_sha, size) in expected.items() if path not in there}
        try:
            if self.source.size(name) not in sizes:
                return ''
            sha = measured(self.source, name)
        except FaultError:
            return ''
        same = [path for path, one in expected.items() if path not in there and one[0] == sha]
        return same[0] if same else ''

    def _compare(self, name, sha, size):
        real = self.source.size(name)
        if size is not None and real != size:
            return self.say('changed', name, f'dài {real} byte, bản kê ghi {size} byte')
        try:
            found = measured(self.source, name)
        except FaultError as fault:
            return self.say('changed', name, str(fault))
        if found != sha:
            return self.say('changed', name, 'mã SHA-256 khác bản kê')
        return self.intact.add(name)

    # What the checks of content go by

    def of_role(self, role):
        return [one for one in self.manifest['files'] if one['role'] == role]

    def content(self, role):
        """The one intact file of a role as (path, bytes), or None: its fault was told already."""
        paths = [one['path'] for one in self.of_role(role) if one['path'] in self.intact]
        return (paths[0], read(self.source, paths[0])) if len(paths) == 1 else None


def check_roles(check):
    """The parts that every package has, and the report of every nominee."""
    for role in ONCE:
        if len(check.of_role(role)) != 1:
            raise FaultError(f'bản kê phải có đúng một tệp loại "{role}"', MANIFEST)
    if not check.of_role('letter') and not check.of_role('letter_signed'):
        raise FaultError('bản kê không có tờ trình', MANIFEST)
    told = check.manifest['submission']
    people = check.manifest['nominees']
    kinds = [one['kind'] for one in people]
    counted = (kinds.count('collective'), len(kinds) - kinds.count('collective'))
    if counted != (told['collectives'], told['individuals']):
        raise FaultError('tổng số tập thể, cá nhân không khớp danh sách trong bản kê', MANIFEST)
    reported = {one.get('nominee') for one in check.of_role('form08')}
    for one in people:
        if one['ordinal'] not in reported:
            check.say('missing', one['name'], 'không có báo cáo thành tích (Mẫu số 08)')


def check_votes(check):
    """Whom a council voted on comes with its minutes and those of the count."""
    found = check.content('list_data')
    rows = parsed_json(found[1], found[0]).get('rows') if found else None
    voted = isinstance(rows, list) and any(is_like(row, votes=str) and row['votes'] for row in rows)
    for role, name in MINUTES.items():
        if voted and not check.of_role(role):
            check.say('missing', name, 'danh sách ghi kết quả bỏ phiếu, gói không có biên bản này')


def check_list(check):
    """The list as data, against the manifest and against the CSV."""
    found = check.content('list_data')
    if not found:
        return
    path, content = found
    data = parsed_json(content, path)
    rows = data.get('rows')
    if not isinstance(rows, list) or not all(
        is_like(row, ordinal=int, kind=str, name=str) for row in rows
    ):
        raise FaultError('không đúng cấu trúc', path)
    keys = ('ordinal', 'kind', 'name')
    told = [[one[key] for key in keys] for one in check.manifest['nominees']]
    if [[row[key] for key in keys] for row in rows] != told:
        raise FaultError('danh sách khác với danh sách trong bản kê', path)
    totals = {key: check.manifest['submission'][key] for key in ('collectives', 'individuals')}
    if data.get('totals') != totals:
        raise FaultError('dòng tổng số không khớp số dòng của danh sách', path)
    check_csv(check, data, rows)


def check_csv(check, data, rows):
    found = check.content('list_csv')
    if not found:
        return
    path, content = found
    text = content.decode('utf-8-sig', 'replace')
    csv.field_size_limit(MOST_TEXT)
    told = list(csv.reader(io.StringIO(text, newline='')))[1:]
    columns = data.get('columns') or []
    worded = [dict(row, kind=KINDS.get(row['kind'], row['kind'])) for row in rows]
    due = [[guarded(row.get(key, '')) for key in columns] for row in worded]
    if told != due:
        raise FaultError('khác với danh sách dạng JSON', path)


def guarded(value):
    text = str(value)
    return "'" + text if text.startswith(FORMULA) else text


def check_sheet(check):
    """The list as a spreadsheet names everybody who is proposed, and its totals are theirs."""
    found = check.content('list')
    if not found:
        return
    path, content = found
    words = sheet_words(content, path)
    everything = '\n'.join(words)
    for one in check.manifest['nominees']:
        if unicodedata.normalize('NFC', one['name']) not in everything:
            raise FaultError('không có tên "{}"'.format(shown(one['name'])), path)
    totals = re.findall(r'Tổng số:?\D{0,40}?(\d+) tập thể\D{0,40}?(\d+) cá nhân', everything)
    told = check.manifest['submission']
    due = (told['collectives'], told['individuals'])
    if any((int(one[0]), int(one[1])) != due for one in totals):
        raise FaultError('dòng tổng số không khớp bản kê', path)


def sheet_words(content, path):
    """Each text of a spreadsheet; a formula has none."""
    words = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = [one for one in book.infolist() if is_sheet(one.filename)]
            if sum(one.file_size for one in parts) > 4 * MOST_TEXT:
                raise FaultError('giải nén ra quá lớn', path)
            for one in parts:
                root = parsed_xml(book.read(one), path)
                words += [node.text or '' for node in root.iter(SHEET_TEXT)]
    except BROKEN as error:
        raise FaultError('không phải bảng tính đọc được', path) from error
    return [unicodedata.normalize('NFC', word) for word in words]


def is_sheet(name):
    return name == 'xl/sharedStrings.xml' or (
        name.startswith('xl/worksheets/') and name.endswith('.xml')
    )


def parsed_xml(content, path):
    if re.search(rb'<!(DOCTYPE|ENTITY)', content, re.I):
        raise FaultError('khai báo DOCTYPE, không được phép', path)
    try:
        return ElementTree.fromstring(content)  # noqa: S314 - without a document type
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise FaultError('không phải XML đúng', path) from error


def check_metadata(check):
    """Metadata of Decree 30/2020, annex VI: what they count and name is what is there."""
    xml, data = check.content('metadata'), check.content('metadata_json')
    if not xml or not data:
        return
    path, content = xml
    told = xml_metadata(parsed_xml(content, path))
    if told != parsed_json(data[1], data[0]):
        raise FaultError('siêu dữ liệu XML và JSON khác nhau', path)
    documents = told['Documents']
    if told['File'].get('DocTotal') != str(len(documents)):
        raise FaultError('DocTotal không khớp số văn bản', path)
    paths = [name for one in documents for name in one['Files']]
    due = sorted(one['path'] for one in check.manifest['files'] if one['role'] in DOCUMENTS)
    if sorted(paths) != due:
        raise FaultError('siêu dữ liệu kê tệp khác với bản kê', path)
    pages = [int(one['PageAmount'] or 0) for one in documents]
    if told['File']['PageTotal'] != str(sum(pages) or ''):
        raise FaultError('PageTotal không khớp tổng số trang', path)


def xml_metadata(root):
    """The metadata of the XML in the shape of the JSON."""
    told = {'File': {}, 'Documents': [], 'Findings': []}
    for node in root:
        if node.tag == 'Documents':
            told['Documents'] = [xml_document(one) for one in node]
        elif node.tag == 'Findings':
            told['Findings'] = [dict(one.attrib) for one in node]
        else:
            told['File'][node.tag] = xml_value(node)
    return told


def xml_document(node):
    told = {one.tag: xml_value(one) for one in node if one.tag != 'Files'}
    return dict(told, Files=[one.get('Path') for files in node.findall('Files') for one in files])


def xml_value(node):
    return {one.tag: xml_value(one) for one in node} if len(node) else node.text or ''


def check_edxml(check):
    """What the envelope carries is what the package holds."""
    found = check.content('edxml')
    if not found:
        return
    path, content = found
    due = {(one['path'].rpartition('/')[2], one['sha256']) for one in check.manifest['files']}
    for node in parsed_xml(content, path).iter():
        if node.tag.rpartition('}')[2] == 'Attachment':
            for name, sha in attached(node.text or '', path):
                if (name, sha) not in due:
                    raise FaultError(f'tệp đính kèm "{shown(name)}" khác với tệp của gói', path)


def attached(text, path):
    try:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(text))) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
                raise FaultError('tệp đính kèm giải nén ra quá lớn', path)
            return [(one.filename, digest(packed.read(one))) for one in packed.infolist()]
    except BROKEN as error:
        raise FaultError('tệp đính kèm không giải mã được', path) from error


# The answer


def opened(path):
    if not Path(path).exists():
        raise UnreadableError('không có tệp hay thư mục này')
    return Folder(path) if Path(path).is_dir() else Archive(path)


def examine(path, expected_seal=''):
    """Return the answer as a dictionary: result, problems and what was read."""
    answer = {'package': str(path), 'result': 'unreadable', 'problems': [], 'reason': ''}
    try:
        source = opened(path)
        answer['zip_sha256'] = source.seal
        check = Check(source)
        check.run(expected_seal)
    except UnreadableError as error:
        return dict(answer, reason=str(error))
    except OSError as error:
        return dict(answer, reason=f'không đọc được: {shown(error)}')
    answer.update(result='wrong' if check.problems else 'whole', problems=check.problems)
    if check.manifest is not None:
        answer.update(
            seal=check.seal(),
            submission=check.manifest['submission'],
            files=len(check.manifest['files']) + 2,
        )
    return answer


def told(answer):
    """The answer in Vietnamese, line by line."""
    lines = [f'Gói hồ sơ: {shown(answer["package"])}']
    about = answer.get('submission')
    if about:
        parts = (about.get('number'), about.get('date'), about.get('sender'))
        lines.append('Tờ trình: ' + shown(' – '.join(str(one) for one in parts if one)))
        counted = f'{about["collectives"]:02} tập thể, {about["individuals"]:02} cá nhân'
        lines.append(f'Đề nghị: {counted}; {answer["files"]} tệp')
        lines.append(f'Mã niêm phong (SHA-256 của {MANIFEST}): {answer["seal"]}')
    if answer.get('zip_sha256'):
        lines.append(f'SHA-256 của tệp ZIP: {answer["zip_sha256"]}')
    lines += ['', verdict(answer)]
    for one in answer['problems']:
        lines.append(f' - {LABELS[one["code"]]}: {shown(one["path"])}: {one["message"]}')
    if answer['result'] == 'whole':
        lines.append('So mã niêm phong trên với mã bên gửi báo để biết đúng là gói đã được lập.')
    return lines


def verdict(answer):
    if answer['result'] == 'whole':
        return 'KẾT QUẢ: ĐẦY ĐỦ, TOÀN VẸN'
    if answer['result'] == 'wrong':
        return f'KẾT QUẢ: KHÔNG TOÀN VẸN, {len(answer["problems"])} lỗi'
    reason = answer['reason']
    return f'KẾT QUẢ: KHÔNG KIỂM TRA ĐƯỢC – HƯ HỎNG hoặc không phải gói hồ sơ: {reason}'


def main(arguments=None):
    parser = argparse.ArgumentParser(description='Kiểm tra gói hồ sơ đề nghị khen thưởng.')
    parser.add_argument('goi', help='tệp ZIP, hoặc thư mục đã giải nén')
    parser.add_argument('--json', action='store_true', help='trả lời bằng JSON')
    parser.add_argument('--ma', default='', help='mã niêm phong bên gửi đã báo')
    options = parser.parse_args(arguments)
    answer = examine(options.goi, options.ma)
    lines = [json.dumps(answer, ensure_ascii=False)] if options.json else told(answer)
    if hasattr(sys.stdout, 'reconfigure'):
        sys.stdout.reconfigure(encoding='utf-8', errors='replace')
    sys.stdout.write('\n'.join(lines) + '\n')
    return {'whole': WHOLE, 'wrong': WRONG}.get(answer['result'], UNREADABLE)


if __name__ == '__main__':
    sys.exit(main())
