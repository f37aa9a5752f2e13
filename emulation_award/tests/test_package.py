import base64
import hashlib
import io
import json
import os
import zipfile
from unittest.mock import patch

from lxml import etree

from odoo.exceptions import UserError
from odoo.tests import tagged

from .story_common import at
from .submission_story_common import SubmissionStoryCommon, scan

D, E = '06-Ho-so/002-Nguyen-Van-d01', '06-Ho-so/003-Nguyen-Van-e01'
LAYOUT = {
    '01-To-trinh/To-trinh-ban-ky.pdf',
    '01-To-trinh/To-trinh.docx',
    '01-To-trinh/To-trinh.pdf',
    '02-Danh-sach/Danh-sach.csv',
    '02-Danh-sach/Danh-sach.json',
    '02-Danh-sach/Danh-sach.xlsx',
    '03-Bien-ban-Hoi-dong/01-Phien-hop-xet-khen-thuong-Dot-1.pdf',
    '04-Bien-ban-kiem-phieu/01-luot-1-Phien-hop-xet-khen-thuong-Dot-1-luot-1.pdf',
    '04-Bien-ban-kiem-phieu/02-luot-2-Phien-hop-xet-khen-thuong-Dot-1-luot-2.pdf',
    '05-Bien-ban-don-vi/01-Trung-tam-E.pdf',
    '05-Bien-ban-don-vi/02-Trung-tam-D.pdf',
    *(
        f'{folder}/{name}'
        for folder in ('06-Ho-so/001-Trung-tam-E', D, E)
        for name in (
            'Mau-08.docx',
            'Mau-08.pdf',
            'Minh-chung/01-Sang-kien-Cua-khau-so.pdf',
            'Tom-tat-thanh-tich.pdf',
        )
    ),
    '07-Sieu-du-lieu/Phu-luc-VI.json',
    '07-Sieu-du-lieu/Phu-luc-VI.xml',
    'DOC-TRUOC.txt',
    'kiem_tra_ho_so.py',
    'manifest.json',
    'SHA256SUMS',
}


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@tagged('post_install', '-at_install')
class TestPackage(SubmissionStoryCommon):
    """What goes up is all there, and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        story = cls()
        with at('2025-11-18 08:00:00'):
            cls.whole = story._built()
        cls.seal = story.seal

    def _stored(self):
        self.submission._store_package()
        return self.submission

    def test_layout(self):
        self.assertEqual(set(unpacked(self.whole)), LAYOUT)
        answer = self._examined(self.whole, self.seal)
        self.assertEqual((answer['result'], answer['problems']), ('whole', []))

    def test_only_those_who_are_proposed(self):
        files = unpacked(self.whole)
        told = json.loads(files['manifest.json'])
        proposed = {one.nominee_name for one in self.forwarded}
        self.assertEqual({one['name'] for one in told['nominees']}, proposed)
        for nomination in self.kept:
            name = nomination.nominee_name
            self.assertFalse([path for path in files if name.rpartition(' ')[2] in path])
            for path in ('02-Danh-sach/Danh-sach.json', '07-Sieu-du-lieu/Phu-luc-VI.xml'):
                self.assertNotIn(name, files[path].decode())

    def test_no_personal_data_beyond_the_documents(self):
        """Birth and home stand in Form 08, which asks for them, and in no file of data."""
        files = unpacked(self.whole)
        for path, content in files.items():
            if path.endswith(('.json', '.csv', '.xml', '.txt')):
                self.assertNotIn('1985', content.decode('utf-8-sig'), path)
        told = json.loads(files['02-Danh-sach/Danh-sach.json'])
        self.assertEqual(set(told['rows'][0]), set(told['columns']))

    def test_metadata(self):
        root = etree.fromstring(unpacked(self.whole)['07-Sieu-du-lieu/Phu-luc-VI.xml'])
        self.assertEqual(root.findtext('FileCode/OrganId'), 'H37.15')
        self.assertEqual(root.findtext('DocTotal'), '16')
        letter = root.find('Documents/Document')
        for name, text in (
            ('TypeName', 'Tờ trình'),
            ('CodeNumber', '12'),
            ('CodeNotation', 'TTr-BQLKKTCK'),
            ('IssuedDate', '17/11/2025'),
            ('SignerInfo/Position', 'TRƯỞNG BAN'),
            ('To/OrganName', 'Chủ tịch UBND tỉnh Lạng Sơn'),
        ):
            self.assertEqual(letter.findtext(name), text)
        unknown = [one.get('DocOrdinal') for one in root.iter('Finding')]
        self.assertEqual(unknown, ['2'])  # a spreadsheet has no pages

    def test_one_byte_anywhere(self):
        content = self.whole
        for name, inner in unpacked(content).items():
            with self.subTest(name):
                at_byte = content.rindex(inner) + len(inner) // 2
                changed = bytearray(content)
                changed[at_byte] ^= 1
                answer = self._examined(bytes(changed))
                self.assertIn(name, [one['path'] for one in answer['problems']])

    def test_edxml_only_when_asked_for(self):
        self.submission.with_edxml = True
        content = self._built()
        files = unpacked(content)
        self.assertEqual(set(files), LAYOUT | {'08-edXML/edXML.xml'})
        text = files['08-edXML/edXML.xml'].decode()
        self.assertIn('CHƯA KIỂM TRA HỢP CHUẨN', text)
        self.assertIn('>H37.15,2025/11/17,12/TTr-BQLKKTCK<', text)
        self.assertEqual(self._examined(content)['result'], 'whole')

    # The same data, the same bytes

    def test_same_bytes_whoever_builds_it_and_when(self):
        self.env['res.lang']._activate_lang('vi_VN')
        self.manager.lang = 'vi_VN'
        self.manager.tz = 'America/New_York'
        with at('2026-02-27 23:30:00'):
            again = self._built(self.manager)
        one, other = unpacked(self.whole), unpacked(again)
        self.assertEqual([name for name in one if one[name] != other.get(name)], [])
        self.assertEqual(again, self.whole)

    def test_same_bytes_before_and_after_it_was_sent(self):
        with at('2025-11-18 08:00:00'):
            self.submission.sent_channel = 'Trục liên thông'
            self.submission.action_send()
        self.assertEqual(self.submission.state, 'sent')
        self.assertEqual(self._built(), self.whole)

    # Kept

    def test_kept_on_the_submission(self):
        with at('2025-11-18 08:00:00'):
            submission = self._stored()
        content = base64.b64decode(submission.package)
        self.assertEqual(hashlib.sha256(content).hexdigest(), submission.package_sha256)
        self.assertEqual(submission.package_name, 'Ho-so-12-TTr-BQLKKTCK.zip')
        answer = self._examined(content, submission.package_seal)
        self.assertEqual(answer['result'], 'whole')
        self.assertEqual(str(submission.package_built_at), '2025-11-18 01:00:00')
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'submission.package_built')], limit=1
        )
        self.assertIn(submission.package_seal, entry.payload)

    def test_building_again_replaces(self):
        self._stored()
        self._stored()
        files = self.env['ir.attachment'].search_count(
            [('res_model', '=', 'emulation.submission'), ('res_field', '=', 'package')]
        )
        self.assertEqual(files, 1)

    def _note_source(self):
        # sudo: as if it had just been built.
        self.submission.sudo().package_source = self.submission._package_digest()
        self.submission.invalidate_recordset(['package_is_stale'])
        return self.submission

    def test_out_of_date(self):
        submission, nomination = self._note_source(), self.forwarded[2]
        text = nomination.section_ids.filtered(lambda one: one.kind == 'text')[:1]
        for label, change in {
            'number': lambda: submission.write({'number': '13/TTr-BQLKKTCK'}),
            'option': lambda: submission.write({'with_edxml': True}),
            'scan': lambda: submission.write({'signed_scan': scan(700)}),
            'line': lambda: submission.line_ids[-1:].unlink(),
            'summary': lambda: nomination.sudo().write({'achievement_summary': 'Khác.'}),
            'report': lambda: text.sudo().write({'content': 'Khác.'}),
            'note': lambda: nomination.assessment_ids.evidence_ids.sudo().write({'note': 'Khác.'}),
        }.items():
            with self.subTest(label):
                self.assertFalse(submission.package_is_stale)
                change()
                submission.invalidate_recordset(['package_is_stale'])
                self.assertTrue(submission.package_is_stale)
                self._note_source()

    def test_out_of_date_it_does_not_go_up(self):
        submission = self._note_source()
        submission.with_edxml = True
        with at('2025-11-18 08:00:00'):
            with self.assertRaisesRegex(UserError, 'changed after it was built. Build it again'):
                submission.action_send()
            self.assertIn('Build it again', submission.missing_html)
            self.assertEqual(submission.state, 'draft')
            self._stored().action_send()
        self.assertEqual(submission.state, 'sent')

    def test_without_a_package_it_goes_up_all_the_same(self):
        with at('2025-11-18 08:00:00'):
            self.submission.action_send()
        self.assertEqual((self.submission.state, self.submission.package_seal), ('sent', False))

    def test_up_to_date_for_whoever_sends_it(self):
        self.env['res.lang']._activate_lang('vi_VN')
        self.manager.write({'lang': 'vi_VN', 'tz': 'America/New_York'})
        submission = self._note_source().with_user(self.manager)
        self.assertFalse(submission.with_context(lang='vi_VN').package_is_stale)

    def test_what_was_sent_is_not_out_of_date(self):
        submission = self._note_source()
        submission.sent_channel = 'Trục liên thông'
        with at('2025-11-18 08:00:00'):
            submission.action_send()
        self.forwarded[2].sudo().achievement_summary = 'Khác.'
        submission.invalidate_recordset(['package_is_stale'])
        self.assertFalse(submission.package_is_stale)

    def test_what_was_sent_is_not_built_anew(self):
        self.submission.sudo().write({'state': 'sent', 'package_seal': 'x'})
        with self.assertRaisesRegex(UserError, 'stays as it is'):
            self.submission.action_build_package()
        self.submission.sudo().package_seal = False
        self.submission.action_build_package()
        self.assertTrue(self.submission.package_seal)

    # What is in the way

    def test_nobody_proposed(self):
        self.submission.line_ids.unlink()
        with self.assertRaisesRegex(UserError, 'proposes nobody'):
            self.submission.action_build_package()

    def test_nothing_to_download(self):
        with self.assertRaisesRegex(UserError, 'no package yet'):
            self.submission.action_download_package()

    def test_documents_that_cannot_be_made_are_named(self):
        missing = patch.dict(os.environ, {'EMULATION_SOFFICE': '/no/such/program'})
        with missing, self.assertRaisesRegex(UserError, r'(?s)To trinh.*LibreOffice'):
            self._built()

    def test_a_damaged_file_on_the_server_is_named(self):
        files = self.forwarded.assessment_ids.evidence_ids
        attachments = self.env['ir.attachment'].search(
            [
                ('res_model', '=', files._name),
                ('res_field', '=', 'file'),
                ('res_id', 'in', files.ids),
            ]
        )
        broken = self.env['ir.attachment'].create({'name': 'x', 'raw': b'%PDF-1.4 other'})
        self.env.flush_all()
        self.env.cr.execute(
            'UPDATE ir_attachment SET store_fname = %s WHERE id = %s',
            [broken.store_fname, attachments[:1].id],
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, 'Cửa khẩu số.*damaged'):
            self._built()
