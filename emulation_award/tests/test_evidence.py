import base64
import io
import unicodedata
import zipfile

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import HttpCase, tagged

from .nomination_common import PDF, NominationCommon

PNG = (
    b'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg'
    b'gg=='
)
PROGRAM = base64.b64encode(
    b'MZ\x90\x00' + b'\x00' * 58 + b'\x40\x00\x00\x00PE\x00\x00' + b'\x00' * 64
)


def docx():
    """The least that is a Word document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        archive.writestr('[Content_Types].xml', '<Types/>')
        archive.writestr('word/document.xml', '<w:document/>')
    return base64.b64encode(buffer.getvalue())


class EvidenceCommon(NominationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.requirements[3].write({'mandatory': True, 'minimum_files': 1, 'maximum_mb': 1})
        cls.nomination = cls._draft(cls.people_a[1])
        cls.line = cls.nomination.dossier_line_ids.filtered(lambda line: line.kind == 'upload')

    def _upload(self, name='Sáng kiến.pdf', file=PDF, user=None, **vals):
        place = vals or {'dossier_line_id': self.line.id}
        return (
            self.env['emulation.evidence']
            .with_user(user or self.leader_a)
            .create({'name': name, 'file': file, **place})
        )


@tagged('post_install', '-at_install')
class TestEvidence(EvidenceCommon):
    def test_what_a_file_is_is_measured(self):
        file = self._upload()

        content = base64.b64decode(PDF)
        self.assertRecordValues(
            file,
            [
                {
                    'mimetype': 'application/pdf',
                    'size': len(content),
                    'nomination_id': self.nomination.id,
                }
            ],
        )
        self.assertEqual(len(file.checksum), 64)

    def test_what_the_caller_says_of_it_is_not_believed(self):
        forged = {'mimetype': 'image/png', 'size': 1, 'checksum': 'x'}
        file = self._upload(dossier_line_id=self.line.id, **forged)
        self.assertEqual(file.mimetype, 'application/pdf')

        file.write(forged)
        defaults = {f'default_{name}': value for name, value in forged.items()}
        again = file.with_context(**defaults).copy

        self.assertEqual(file.mimetype, 'application/pdf')
        self.assertEqual(again().size, file.size)

    def test_types_that_lie(self):
        for name, content in (
            ('Sáng kiến.pdf', PNG),
            ('Sáng kiến.pdf', PROGRAM),
            ('Ảnh.png', PDF),
            ('Sáng kiến.docx', PDF),
        ):
            with self.subTest(name), self._refused('Upload it again in the right type'):
                self._upload(name, content)

    def test_types_the_plan_does_not_take(self):
        for name, content in (('chương trình.exe', PROGRAM), ('chương trình', PROGRAM)):
            with self.subTest(name), self._refused('not .*docx'):
                self._upload(name, content)

    def test_true_types(self):
        for name, content in (('a.pdf', PDF), ('a.PNG', PNG), ('a.docx', docx())):
            with self.subTest(name):
                self.assertTrue(self._upload(name, content))

    def test_evidence_of_a_criterion_may_be_of_any_true_type(self):
        assessment = self.nomination.assessment_ids[0]
        self.assertTrue(self._upload('a.png', PNG, assessment_id=assessment.id))

        with self._refused('right type'):
            self._upload('a.pdf', PNG, assessment_id=assessment.id)

    def test_empty(self):
        with self._refused('is empty'):
            self._upload(file=b'')

    def test_too_large(self):
        large = base64.b64encode(base64.b64decode(PDF) + b' ' * 1024 * 1024)

        with self._refused('takes files of up to 1.00 Mb'):
            self._upload(file=large)

    def test_damaged(self):
        with self._refused('arrived damaged'):
            self._upload(file=b'abc')

    def test_names_are_composed(self):
        decomposed = unicodedata.normalize('NFD', 'Sáng  kiến số 1.pdf')

        self.assertEqual(self._upload(decomposed).name, 'Sáng kiến số 1.pdf')

    def test_replacing_a_file_is_measured_again(self):
        file = self._upload('a.pdf')

        with self._refused('right type'):
            file.file = PNG
        with self._refused('right type'):
            file.name = 'a.png'
        file.write({'name': 'a.png', 'file': PNG})

        self.assertEqual(file.mimetype, 'image/png')

    def test_a_file_has_one_place(self):
        assessment = self.nomination.assessment_ids[0]
        other = self._draft(self.people_a[4])

        with self._refused('is of another dossier', ValidationError):
            self._upload(dossier_line_id=self.line.id, nomination_id=other.id)
        with self._refused('cannot be written'):
            self._upload().assessment_id = assessment

    def test_the_part_is_complete_with_its_files(self):
        self.assertFalse(self.line.is_complete)
        self.assertIn('needs 1 file(s) and has 0', self.line.missing)

        self._upload()

        self.assertTrue(self.line.is_complete)
        self.assertFalse(self.line.missing)

    def test_a_rule_amended_later_is_checked_on_submission(self):
        self._fill_in(self.nomination)
        self._upload()
        self._hold_meeting(self.nomination)
        self.requirements[3].allowed_types = 'docx'

        with self._refused('is of type pdf, not docx'):
            self.nomination.action_submit()

    def test_generated_parts_are_complete_with_their_content(self):
        done = {line.kind: line.is_complete for line in self.nomination.dossier_line_ids}
        self.assertEqual(
            done, {'unit_minutes': False, 'summary': False, 'report': False, 'upload': False}
        )

        self._fill_in(self.nomination)
        self._hold_meeting(self.nomination)
        self.nomination.invalidate_recordset()

        done = {line.kind: line.is_complete for line in self.nomination.dossier_line_ids}
        self.assertEqual(
            done, {'unit_minutes': True, 'summary': True, 'report': True, 'upload': False}
        )
        self.assertEqual(self.nomination.dossier_status, '3 of 4')

    def test_unknown_types_in_the_plan_are_noticed(self):
        with self._refused('are not known', ValidationError):
            self.requirements[3].allowed_types = 'pdf, foo'


@tagged('post_install', '-at_install', 'security')
class TestEvidenceAccess(EvidenceCommon):
    def test_who_uploads(self):
        self.assertTrue(self._upload(user=self.leader_a))
        for user in (self.leader_b, self.staff, self.member, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._upload(user=user)

    def test_nothing_is_added_replaced_or_removed_once_submitted(self):
        file = self._upload()
        self._fill_in(self.nomination)
        self._hold_meeting(self.nomination)
        self.nomination.action_submit()

        for user in (self.leader_a, self.office):
            mine = file.with_user(user)
            with self.subTest(user.login):
                with self._refused('cannot be changed while'):
                    self._upload(user=user)
                with self._refused('cannot be changed while'):
                    mine.file = PNG
                with self._refused('cannot be changed while'):
                    mine.note = 'x'
                with self._refused('cannot be changed while'):
                    mine.unlink()

    def test_the_stored_file_is_not_changed_behind_the_record(self):
        file = self._upload()
        stored = self.env['ir.attachment'].search(
            [
                ('res_model', '=', 'emulation.evidence'),
                ('res_id', '=', file.id),
                ('res_field', '!=', False),
            ]
        )
        self.assertEqual(len(stored), 1)

        for change in (
            lambda one: one.write({'datas': PNG}),
            lambda one: one.write({'res_id': 0}),
            lambda one: one.unlink(),
        ):
            with self.assertRaises(UserError):
                change(stored.with_user(self.leader_a))


@tagged('post_install', '-at_install', 'security')
class TestEvidenceDownload(EvidenceCommon, HttpCase):
    def test_a_file_is_served_to_the_readers_of_its_dossier(self):
        file = self._upload()
        stored = self.env['ir.attachment'].search(
            [
                ('res_model', '=', 'emulation.evidence'),
                ('res_id', '=', file.id),
                ('res_field', '!=', False),
            ]
        )
        by_record = f'/web/content/emulation.evidence/{file.id}/file'
        for login, status in (
            ('leader_a', 200),
            ('office', 200),
            ('auditor', 200),
            ('staff', 200),  # the nominee
            ('leader_b', 404),
            ('council', 404),
        ):
            self.authenticate(login, login)
            for url in (by_record, f'/web/content/{stored.id}'):
                with self.subTest(f'{login} {url}'):
                    self.assertEqual(self.url_open(url).status_code, status)
