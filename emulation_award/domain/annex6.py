"""Metadata of a dossier (siêu dữ liệu), named as in Nghị định 30/2020/NĐ-CP, Phụ lục VI.

The decree gives each field a name and a length. A text that is longer is cut and the cut is told
as a finding; a number is never cut, which would make another one of it, but told as well, and so
is a number of pages that nobody knows. The
decree names no XML around these fields: elements that group them (Dossier, Documents, Document,
Files, Findings) are ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from .hashchain import canonical
from .vietnamese import printable

LANGUAGE = 'Tiếng Việt'
ELLIPSIS = '…'

#: Greatest length of each field, in characters: text fields, which may be cut, and all others.
TEXTS = {
    'TypeName': 100,
    'CodeNotation': 30,
    'OrganName': 200,
    'Subject': 500,
    'Language': 30,
    'Description': 500,
    'Position': 100,
    'FullName': 50,
    'Title': 500,
    'Maintenance': 30,
    'Rights': 30,
    'Creator': 30,
    'FileNotation': 20,
}
NUMBERS = {
    'OrganId': 13,
    'FileCatalog': 4,
    'DocOrdinal': 3,
    'CodeNumber': 11,
    'IssuedDate': 10,
    'PageAmount': 3,
    'StartDate': 10,
    'EndDate': 10,
    'DocTotal': 4,
    'PageTotal': 4,
}
#: The language of a whole file may name several.
FILE_LENGTHS = {'Language': 50}


@dataclass(frozen=True)
class Organ:
    """A body.

    :param identifier: as Quyết định 20/2020/QĐ-TTg gives it, such as "H37.15"; '' if not known
    """

    identifier: str
    name: str


@dataclass(frozen=True)
class Document:
    """One document of the dossier (văn bản); its files are the same in several formats.

    :param pages: of it as paper; 0 if nobody knows
    :param issued: its date, None if it has none
    :param paths: where its files lie in the package
    """

    type_name: str
    subject: str
    organ: Organ
    paths: tuple[str, ...]
    number: str = ''
    notation: str = ''
    issued: date | None = None
    pages: int = 0
    position: str = ''
    full_name: str = ''
    recipient: Organ | None = None
    description: str = ''


@dataclass(frozen=True)
class Dossier:
    """The dossier as a whole (hồ sơ).

    :param catalog: the year it was made
    :param maintenance: how long it is kept (thời hạn bảo quản)
    :param start: date of its first document, None if none has one
    """

    organ: Organ
    catalog: str
    notation: str
    title: str
    creator: str
    maintenance: str = ''
    rights: str = ''
    description: str = ''
    start: date | None = None
    end: date | None = None


class _Fields:
    """Fills fields within their lengths and keeps what did not fit."""

    def __init__(self):
        self.findings: list[dict[str, str]] = []
        self.ordinal = ''

    def of(self, values: dict[str, str], lengths: dict[str, int] | None = None) -> dict[str, str]:
        most = {**TEXTS, **NUMBERS, **(lengths or {})}
        return {name: self._fitted(name, value, most[name]) for name, value in values.items()}

    def miss(self, name: str) -> None:
        """Note that nobody knows the value of a field."""
        self._find(name, 'unknown', '', '')

    def _fitted(self, name: str, value: str, most: int) -> str:
        text = printable(value)
        if len(text) <= most:
            return text
        is_cut = name in TEXTS
        problem = 'truncated' if is_cut else 'too_long'
        self._find(name, problem, str(len(text)), str(most))
        return text[: most - 1] + ELLIPSIS if is_cut else text

    def _find(self, name: str, problem: str, length: str, most: str) -> None:
        self.findings.append(
            {
                'DocOrdinal': self.ordinal,
                'Field': name,
                'Problem': problem,
                'Length': length,
                'Maximum': most,
            }
        )


def metadata(dossier: Dossier, documents: Iterable[Document]) -> dict[str, object]:
    """Return all fields: of the file, of each document in order, and what did not fit.

    :return: File, Documents and Findings, of texts, lists and mappings only

    >>> organ = Organ('H37.15', 'Ban Quản lý')
    >>> told = metadata(Dossier(organ, '2025', '12', 'Hồ sơ', 'Văn phòng'), [])
    >>> told['File']['DocTotal'], told['File']['FileCode']['OrganId']
    ('0', 'H37.15')
    """
    fields, listed = _Fields(), tuple(documents)
    code = fields.of(_code(dossier))
    file = fields.of(_file(dossier, listed), FILE_LENGTHS)
    told = [_document(fields, code, at, one) for at, one in enumerate(listed, start=1)]
    return {'File': {'FileCode': code, **file}, 'Documents': told, 'Findings': fields.findings}


def to_json(told: dict[str, object]) -> bytes:
    """Return the metadata as canonical JSON."""
    return canonical(told).encode()


def to_xml(told: dict[str, object]) -> bytes:
    """Return the metadata as XML in UTF-8, everything in it escaped.

    >>> to_xml({'File': {'Title': 'A & B'}, 'Documents': [], 'Findings': []}).splitlines()[2]
    b'  <Title>A &amp; B</Title>'
    """
    root = ElementTree.Element('Dossier')
    for name, value in told['File'].items():
        _add(root, name, value)
    documents = ElementTree.SubElement(root, 'Documents')
    for one in told['Documents']:
        node = ElementTree.SubElement(documents, 'Document')
        for name, value in one.items():
            _add(node, name, value)
    findings = ElementTree.SubElement(root, 'Findings')
    for one in told['Findings']:
        ElementTree.SubElement(findings, 'Finding', one)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding='UTF-8', xml_declaration=True) + b'\n'


def split_number(number: str) -> tuple[str, str]:
    """Return number and notation of a document out of its whole number (số, ký hiệu).

    >>> split_number('05/TTr-BQLKKTCK'), split_number('26-KH/ĐU'), split_number('')
    (('05', 'TTr-BQLKKTCK'), ('26', 'KH/ĐU'), ('', ''))
    """
    text = printable(number)
    digits = text[: len(text) - len(text.lstrip('0123456789'))]
    return digits, text[len(digits) :].lstrip('/- ')


def day(value: date | None) -> str:
    """Return a date as the annex writes it, DD/MM/YYYY.

    >>> day(date(2025, 11, 5)), day(None)
    ('05/11/2025', '')
    """
    return value.strftime('%d/%m/%Y') if value else ''


def _code(dossier: Dossier) -> dict[str, str]:
    return {
        'OrganId': dossier.organ.identifier,
        'FileCatalog': dossier.catalog,
        'FileNotation': dossier.notation,
    }


def _file(dossier: Dossier, documents: tuple[Document, ...]) -> dict[str, str]:
    return {
        'Title': dossier.title,
        'Maintenance': dossier.maintenance,
        'Rights': dossier.rights,
        'Creator': dossier.creator,
        'Language': LANGUAGE,
        'StartDate': day(dossier.start),
        'EndDate': day(dossier.end),
        'DocTotal': str(len(documents)),
        # Of those whose pages are known; findings name the others.
        'PageTotal': str(sum(one.pages for one in documents) or ''),
        'Description': dossier.description,
    }


def _document(
    fields: _Fields, code: dict[str, str], ordinal: int, document: Document
) -> dict[str, object]:
    fields.ordinal = str(ordinal)
    if not document.pages:
        fields.miss('PageAmount')
    told = fields.of(
        {
            'DocOrdinal': str(ordinal),
            'TypeName': document.type_name,
            'CodeNumber': document.number,
            'CodeNotation': document.notation,
            'IssuedDate': day(document.issued),
            'OrganName': document.organ.name,
            'Subject': document.subject,
            'Language': LANGUAGE,
            'PageAmount': str(document.pages or ''),
            'Description': document.description,
        }
    )
    signer = fields.of({'Position': document.position, 'FullName': document.full_name})
    to = document.recipient or Organ('', '')
    return {
        'FileCode': code,
        **told,
        'SignerInfo': signer,
        'To': fields.of({'OrganId': to.identifier, 'OrganName': to.name}),
        'Files': list(document.paths),
    }


def _add(parent: ElementTree.Element, name: str, value: object) -> None:
    node = ElementTree.SubElement(parent, name)
    if isinstance(value, dict):
        for below, text in value.items():
            _add(node, below, text)
    elif isinstance(value, list):
        for path in value:
            ElementTree.SubElement(node, 'File', {'Path': path})
    else:
        node.text = str(value)
