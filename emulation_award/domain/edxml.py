"""An edXML envelope around the letter and its list (phong bì edXML), as an option.

NOT CONFORMANCE-TESTED. The elements are those of QCVN 102:2016/BTTTT as open-source programs write
them; neither the schema nor the annex of the amendment SĐ1:2022 was at hand, so nothing here
proves that an exchange platform takes it. The file says so in its first comment. It is made to be
handed over by a person; nothing sends it.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from . import archive
from .annex6 import Organ
from .vietnamese import printable

NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'
WARNING = ' CHƯA KIỂM TRA HỢP CHUẨN QCVN 102:2016/BTTTT - not conformance-tested '
#: Type of the document exchanged: 16 for tờ trình is inferred from lists that stop before it.
DOCUMENT_TYPE = '16'
NEW = '0'  # Bussiness type: văn bản mới


@dataclass(frozen=True)
class Attachment:
    """A file carried inside of the envelope.

    :param name: plain file name with extension
    """

    name: str
    media_type: str
    description: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """What the header tells of the letter (tờ trình).

    :param number: digits before the notation
    :param day: None while the letter is undated
    """

    sender: Organ
    recipient: Organ
    number: str
    notation: str
    place: str
    day: date | None
    type_name: str
    subject: str
    competence: str
    position: str
    full_name: str
    pages: int


def envelope(letter: Letter, attachments: Iterable[Attachment]) -> bytes:
    """Return the envelope as XML in UTF-8: each attachment zipped, then in base64."""
    ElementTree.register_namespace('edXML', NAMESPACE)
    files = tuple(attachments)
    root = ElementTree.Element(_name('edXML'))
    root.append(ElementTree.Comment(WARNING))
    body = _add(root, 'edXMLEnvelope')
    header = _add(body, 'edXMLHeader')
    _message(_add(header, 'MessageHeader'), letter, len(files))
    trace = _add(_add(header, 'TraceHeaderList'), 'TraceHeader')
    _add(trace, 'OrganId', letter.sender.identifier)
    _add(trace, 'Bussiness', NEW)
    manifest = _add(_add(body, 'edXMLBody'), 'edXMLManifest')
    packed = _add(root, 'AttachmentEncoded')
    for at, file in enumerate(files, start=1):
        _reference(manifest, at, file)
        _attachment(packed, at, file)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding='UTF-8', xml_declaration=True) + b'\n'


def _message(header: ElementTree.Element, letter: Letter, appendixes: int) -> None:
    for name, organ in (('From', letter.sender), ('To', letter.recipient)):
        _fill(_add(header, name), {'OrganId': organ.identifier, 'OrganName': organ.name})
    _fill(_add(header, 'Code'), {'CodeNumber': letter.number, 'CodeNotation': letter.notation})
    day = letter.day.isoformat() if letter.day else ''
    _fill(_add(header, 'PromulgationInfo'), {'Place': letter.place, 'PromulgationDate': day})
    _fill(_add(header, 'DocumentType'), {'Type': DOCUMENT_TYPE, 'TypeName': letter.type_name})
    _fill(header, {'Subject': letter.subject, 'Content': letter.subject})
    _fill(
        _add(header, 'SignerInfo'),
        {
            'Competence': letter.competence,
            'Position': letter.position,
            'FullName': letter.full_name,
        },
    )
    other = {'Priority': '0', 'PageAmount': str(letter.pages or ''), 'Appendixes': str(appendixes)}
    _fill(_add(header, 'OtherInfo'), other)
    code = '/'.join(filter(None, (letter.number, letter.notation)))
    identity = (letter.sender.identifier, day.replace('-', '/'), code)
    _add(header, 'DocumentId', ','.join(identity))


def _reference(manifest: ElementTree.Element, at: int, file: Attachment) -> None:
    told = {
        'ContentId': f'cid:{at}',
        'ContentType': file.media_type,
        'AttachmentName': file.name,
        'Description': file.description,
    }
    _fill(_add(manifest, 'Reference'), told)


def _attachment(packed: ElementTree.Element, at: int, file: Attachment) -> None:
    told = {'ContentId': f'cid:{at}', 'ContentTransferEncoded': 'base64'}
    node = _add(packed, 'Attachment')
    node.text = base64.b64encode(_zipped(file)).decode()
    for name, value in told.items():
        node.set(name, value)


def _zipped(file: Attachment) -> bytes:
    return archive.pack([(file.name, file.content)], compressed=False)


def _fill(parent: ElementTree.Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        _add(parent, name, value)


def _add(parent: ElementTree.Element, name: str, text: str = '') -> ElementTree.Element:
    node = ElementTree.SubElement(parent, _name(name))
    node.text = printable(text)
    return node


def _name(name: str) -> str:
    return f'{{{NAMESPACE}}}{name}'
