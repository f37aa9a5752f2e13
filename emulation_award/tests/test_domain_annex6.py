import base64
import io
import json
import zipfile
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from odoo.tests import BaseCase

from ..domain import annex6, edxml
from .domain_common import exactly
from .package_common import ORGAN, load_checker

texts = st.text(max_size=700)


class TestAnnex6(BaseCase):
    def _told(self, **document):
        file = annex6.Dossier(ORGAN, '2025', '12/TTr-BQL', 'Hồ sơ', 'Văn phòng')
        values = {'type_name': 'Tờ trình', 'subject': 'V/v', 'organ': ORGAN, 'paths': ('a.pdf',)}
        return annex6.metadata(file, [annex6.Document(**{**values, **document})])

    def test_fields_of_the_annex(self):
        told = self._told()
        self.assertEqual(
            set(told['File']),
            {'FileCode', 'Title', 'Maintenance', 'Rights', 'Creator', 'Language', 'StartDate'}
            | {'EndDate', 'DocTotal', 'PageTotal', 'Description'},
        )
        self.assertEqual(
            set(told['Documents'][0]),
            {'FileCode', 'DocOrdinal', 'TypeName', 'CodeNumber', 'CodeNotation', 'IssuedDate'}
            | {'OrganName', 'Subject', 'Language', 'PageAmount', 'Description', 'SignerInfo', 'To'}
            | {'Files'},
        )

    def test_values(self):
        told = self._told(number='05', issued=date(2025, 11, 5), pages=3)
        document = told['Documents'][0]
        self.assertEqual(document['IssuedDate'], '05/11/2025')
        self.assertEqual((document['PageAmount'], told['File']['PageTotal']), ('3', '3'))
        self.assertEqual(told['Findings'], [])

    def test_unknown_pages_are_told(self):
        told = self._told()
        self.assertEqual(told['File']['PageTotal'], '')
        found = [(one['DocOrdinal'], one['Field'], one['Problem']) for one in told['Findings']]
        self.assertEqual(found, [('1', 'PageAmount', 'unknown')])

    def test_a_long_text_is_cut_and_told(self):
        told = self._told(subject='đ' * 501, pages=1)
        self.assertEqual(told['Documents'][0]['Subject'], 'đ' * 499 + '…')
        self.assertEqual(
            told['Findings'],
            [
                {
                    'DocOrdinal': '1',
                    'Field': 'Subject',
                    'Problem': 'truncated',
                    'Length': '501',
                    'Maximum': '500',
                }
            ],
        )

    def test_a_long_number_is_told_and_never_cut(self):
        told = self._told(number='1' * 12, pages=1000)
        self.assertEqual(told['Documents'][0]['CodeNumber'], '1' * 12)
        self.assertEqual(
            [(one['Field'], one['Problem']) for one in told['Findings']],
            [('CodeNumber', 'too_long'), ('PageAmount', 'too_long')],
        )

    @exactly
    @given(texts, texts)
    def test_well_formed_and_within_its_lengths_whatever_is_written(self, subject, name):
        told = self._told(subject=subject, full_name=name, description=name)
        root = etree.fromstring(annex6.to_xml(told))
        json.loads(annex6.to_json(told))
        for field, most in annex6.TEXTS.items():
            for node in root.iter(field):
                self.assertLessEqual(len(node.text or ''), most)

    @exactly
    @given(texts)
    def test_xml_and_json_say_the_same(self, subject):
        told, checker = self._told(subject=subject), load_checker()
        root = checker.parsed_xml(annex6.to_xml(told), '')
        self.assertEqual(checker.xml_metadata(root), json.loads(annex6.to_json(told)))


class TestEdXML(BaseCase):
    def _root(self, **changes):
        values = {
            'sender': ORGAN,
            'recipient': annex6.Organ('H37', 'UBND tỉnh & <Sở>'),
            'number': '12',
            'notation': 'TTr-BQL',
            'place': 'Lạng Sơn',
            'day': date(2025, 11, 5),
            'type_name': 'Tờ trình',
            'subject': 'Về việc khen thưởng',
            'competence': 'KT.',
            'position': 'Trưởng ban',
            'full_name': 'Nguyễn Văn A',
            'pages': 2,
        }
        file = edxml.Attachment('To-trinh.pdf', 'application/pdf', 'Tờ trình', b'%PDF\0')
        self.content = edxml.envelope(edxml.Letter(**{**values, **changes}), [file])
        return etree.fromstring(self.content)

    def _text(self, root, path):
        names = '/'.join(f'{{{edxml.NAMESPACE}}}{name}' for name in path.split('/'))
        return root.findtext(f'.//{names}')

    def test_says_that_it_is_not_tested(self):
        self._root()
        self.assertIn('CHƯA KIỂM TRA HỢP CHUẨN', self.content.decode()[:400])
        self.assertIn('not conformance-tested', self.content.decode()[:400])

    def test_header(self):
        root = self._root()
        for path, text in (
            ('From/OrganId', 'H37.15'),
            ('To/OrganName', 'UBND tỉnh & <Sở>'),
            ('Code/CodeNumber', '12'),
            ('PromulgationInfo/PromulgationDate', '2025-11-05'),
            ('SignerInfo/Competence', 'KT.'),
            ('MessageHeader/DocumentId', 'H37.15,2025/11/05,12/TTr-BQL'),
            ('OtherInfo/PageAmount', '2'),
        ):
            self.assertEqual(self._text(root, path), text)

    def test_attachment_comes_back(self):
        root = self._root()
        packed = base64.b64decode(self._text(root, 'AttachmentEncoded/Attachment'))
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            self.assertEqual(archive.read('To-trinh.pdf'), b'%PDF\0')
        self.assertEqual(self._text(root, 'Reference/AttachmentName'), 'To-trinh.pdf')

    @exactly
    @given(texts, st.none() | st.dates())
    def test_well_formed_whatever_is_written(self, subject, day):
        self._root(subject=subject, place=subject, day=day)
