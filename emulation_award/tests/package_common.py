"""A small whole package, and the checker a recipient runs."""

import contextlib
import importlib.util
import io
import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from odoo.tests import BaseCase

from ..domain import annex6, edxml, package, package_list
from ..domain.hashchain import canonical, digest
from ..domain.package import Item, Role

CHECKER = Path(__file__).parent.parent / 'static' / 'kiem_tra_ho_so.py'
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '{}</sheetData></worksheet>'
)
PEOPLE = (
    package_list.Nominee(1, 'collective', 'Phòng Kế hoạch', award='Bằng khen'),
    package_list.Nominee(
        2,
        'individual',
        'Đặng Thị Ngọc Ễn',
        honorific='Bà',
        award='Bằng khen',
        achievement='=HYPERLINK("http://x")\nRút thời gian chờ',
        votes='9/9 (100%)',
    ),
)
LETTER = package.Submission(
    '12/TTr-BQL', '2025-11-20', 'Ban Quản lý', 'Chủ tịch UBND tỉnh', 'Phong trào', 'campaign'
)
ORGAN = annex6.Organ('H37.15', 'Ban Quản lý')


def load_checker():
    """The checker as a module, from the file that is shipped."""
    spec = importlib.util.spec_from_file_location('kiem_tra_ho_so', CHECKER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sheet(*texts):
    """The least that is a spreadsheet with these texts."""
    cells = ''.join(f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>' for text in texts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as book:
        book.writestr('xl/worksheets/sheet1.xml', SHEET.format(cells))
    return buffer.getvalue()


def items(without=(), **replaced):
    """Files of a package by path.

    :param without: roles to leave out, of which the metadata say nothing either
    :param replaced: content by role, instead of the usual one
    """
    documents = [
        (Role.LETTER, 'Tờ trình', 'pdf', b'%PDF letter', None),
        (Role.LIST, 'Danh sách', 'xlsx', list_sheet(), None),
        (Role.COUNCIL_MINUTES, 'Biên bản', 'pdf', b'%PDF minutes', None),
        (Role.VOTE_COUNT, 'Biên bản', 'pdf', b'%PDF count', None),
        *((Role.FORM08, 'Mẫu 08', 'pdf', f'%PDF {one.ordinal}'.encode(), one) for one in PEOPLE),
        (Role.EVIDENCE, '01 Sáng kiến', 'png', b'\x89PNG' + bytes(range(256)), PEOPLE[1]),
    ]
    made = [
        Item(
            package.path(role, stem, ending, who),
            role,
            replaced.get(role.value, content),
            who.ordinal if who else 0,
        )
        for role, stem, ending, content, who in documents
        if role not in without
    ]
    told = metadata(made)
    data = [
        (Role.LIST_DATA, 'json', package_list.list_json(PEOPLE)),
        (Role.LIST_CSV, 'csv', package_list.list_csv(PEOPLE)),
        (Role.METADATA, 'xml', annex6.to_xml(told)),
        (Role.METADATA_JSON, 'json', annex6.to_json(told)),
        (Role.EDXML, 'xml', envelope(made[0])),
        (Role.CHECKER, 'py', CHECKER.read_bytes()),
    ]
    made += [
        Item(package.path(role, role.value, ending), role, replaced.get(role.value, content))
        for role, ending, content in data
    ]
    return made


def list_sheet():
    return sheet(*(one.name for one in PEOPLE), 'Tổng số: 01 tập thể, 01 cá nhân.')


def metadata(items):
    documents = [
        annex6.Document('Tờ trình', item.path, ORGAN, (item.path,), pages=1) for item in items
    ]
    dossier = annex6.Dossier(ORGAN, '2025', '12/TTr', 'Hồ sơ', 'Văn phòng')
    return annex6.metadata(dossier, documents)


def envelope(letter):
    header = edxml.Letter(
        ORGAN, ORGAN, '12', 'TTr-BQL', 'Lạng Sơn', date(2025, 11, 20), 'Tờ trình', 'Về việc',
        '', 'Trưởng ban', 'Nguyễn Văn A', 1,
    )  # fmt: skip
    name = letter.path.rpartition('/')[2]
    file = edxml.Attachment(name, 'application/pdf', 'Tờ trình', letter.source)
    return edxml.envelope(header, [file])


def written(**replaced):
    """The bytes of a package."""
    out = io.BytesIO()
    package.write(out, LETTER, PEOPLE, items(**replaced))
    return out.getvalue()


class PackageCommon(BaseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.checker = load_checker()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)

    # Changing

    def _changed(self, content, change):
        """The package zipped anew after a change of its files.

        :param change: function of the dictionary of contents by name
        """
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        change(files)
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            for name, inner in files.items():
                archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), inner)
        return out.getvalue()

    def _resealed(self, content, change):
        """The package with changed files and a manifest that is right again: a forger's work."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        told = json.loads(files.pop(package.MANIFEST))
        files.pop(package.SUMS)
        change(files, told)
        roles = {one['path']: (Role(one['role']), one['nominee'] or 0) for one in told['files']}
        items = [Item(name, roles[name][0], inner, roles[name][1]) for name, inner in files.items()]
        out = io.BytesIO()
        package.write(out, LETTER, PEOPLE, items)
        return out.getvalue()

    def _with_manifest(self, content, change):
        """The package with another manifest and digests that fit it, its files as they were.

        :param change: function of the manifest, that returns its text or changes it
        """

        def replace(files):
            told = json.loads(files[package.MANIFEST])
            text = change(told)
            if text is None:
                told.pop('digest')
                text = canonical({**told, 'digest': digest(canonical(told))})
            files[package.MANIFEST] = text.encode()
            files[package.SUMS] = package.sums_text(told['files'], text.encode()).encode()

        return self._changed(content, replace)

    # Checking

    def _examine(self, content, expected_seal=''):
        file = self.folder / 'goi.zip'
        file.write_bytes(content)
        return self.checker.examine(file, expected_seal)

    def _named(self, content):
        """What the checker finds: a set of (code, path)."""
        answer = self._examine(content)
        self.assertEqual(answer['result'], 'wrong', answer)
        return {(one['code'], one['path']) for one in answer['problems']}

    def _run(self, *arguments):
        """What the program prints, and its exit code."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = self.checker.main([str(one) for one in arguments])
        return code, out.getvalue()
