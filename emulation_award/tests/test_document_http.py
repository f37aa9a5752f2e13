from urllib.parse import unquote

from odoo import fields, http
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..reports.catalog import DOCUMENTS
from .access_common import SCOPES, AccessCommon
from .document_common import DocumentCommon, line, odt, office_program, show, text_of_odt
from .test_access_http import READERS

#: Documents of sessions and rounds: test_council_minutes and test_document_text have those.
COUNCIL = {'vote_count', 'council_minutes', 'vote_matrix'}
#: Documents that say more than their record, and who has them.
NARROWER = {'reminder': {'office', 'manager'}}
QUIET = ('odoo.http', 'odoo.addons.base.models.ir_rule', 'odoo.addons.base.models.ir_model')


@tagged('post_install', '-at_install', 'security')
class TestDocumentHttp(DocumentCommon, HttpCase):
    """Downloads through addresses that anybody may guess."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls._reports(cls.people_a[2])
        cls.other = cls._reports(cls.people_b[1], campaign_unit_id=cls.participant_b.id)

    def _get(self, path, login='leader_a'):
        self.authenticate(login, login.ljust(8, 'x'))
        with mute_logger(*QUIET):
            return self.url_open(f'/emulation_award/{path}')

    def _refused(self, path):
        response = self._get(path)
        self.assertEqual(response.status_code, 404, path)
        self.assertNotIn(self.other.nominee_name, response.text)
        return response.text

    def test_own_document(self):
        response = self._get(f'document/form08/odt?ids={self.own.id}')
        self.assertEqual(response.status_code, 200)
        self.assertIn(
            'Mau 08 - Nguyen Van a02.odt', unquote(response.headers['Content-Disposition'])
        )
        self.assertEqual(
            response.headers['Content-Type'], 'application/vnd.oasis.opendocument.text'
        )
        self.assertIn(self.own.nominee_name, text_of_odt(response.content)[0])

    def test_several_are_an_archive(self):
        more = self._reports(self.people_a[3])
        response = self._get(f'document/form08/odt?ids={self.own.id},{more.id}')
        self.assertEqual(response.headers['Content-Type'], 'application/zip')

    def test_what_one_may_not_see_is_not_there(self):
        ids = (self.other.id, f'{self.own.id},{self.other.id}')
        said = {
            self._refused(f'document/form08/{fmt}?ids={one}')
            for fmt in ('odt', 'docx', 'pdf')
            for one in ids
        }
        said.add(self._refused('document/form08/odt?ids=99999999'))
        self.assertEqual(len(said), 1)

    def test_addresses_that_mean_nothing(self):
        six = ','.join(str(self.own.id + number) for number in range(6))
        for path in (
            'document/form08/odt',
            'document/form08/odt?ids=',
            'document/form08/odt?ids=x',
            f'document/form08/odt?ids={self.own.id},',
            f'document/form08/odt?ids=-{self.own.id}',
            'document/form08/odt?ids=999999999999999999999',
            f'document/form08/odt?ids={six}',
            f'document/form08/xlsx?ids={self.own.id}',
            f'document/form08/exe?ids={self.own.id}',
            f'document/nothing/odt?ids={self.own.id}',
            'job/99999999',
        ):
            with self.subTest(path=path):
                self._refused(path)

    def test_nobody_is_logged_in(self):
        for path in (f'document/form08/odt?ids={self.own.id}', 'job/1'):
            self.authenticate(None, None)
            self.assertIn('/web/login', self.url_open(f'/emulation_award/{path}').url)

    def test_it_is_only_read(self):
        self.authenticate('leader_a', 'leader_a')
        token = {'csrf_token': http.Request.csrf_token(self)}
        with mute_logger(*QUIET):
            response = self.url_open(
                f'/emulation_award/document/form08/odt?ids={self.own.id}', data=token
            )
        self.assertEqual(response.status_code, 405)

    def test_why_a_document_cannot_be_made_is_said(self):
        with self.template(odt(line(show('doc.nomine')))):
            response = self._get(f'document/form08/odt?ids={self.own.id}')
        self.assertEqual(response.status_code, 422)
        self.assertIn('doc.nomine', response.text)

    def test_no_libreoffice_is_said(self):
        with office_program(None):
            response = self._get(f'document/form08/pdf?ids={self.own.id}')
        self.assertEqual(response.status_code, 422)
        self.assertIn('LibreOffice', response.text)

    # Results of jobs

    def _job(self):
        jobs = self.env['emulation.job'].with_user(self.leader_a)
        job = jobs._enqueue(
            'document', 'x', self.own.with_user(self.leader_a), code='form08', fmt='odt'
        ).sudo()
        job._make_lines(job.line_ids)
        job._count()
        job._finish()
        return job

    def test_result_of_an_own_job(self):
        response = self._get(f'job/{self._job().id}')
        self.assertEqual(response.status_code, 200)
        self.assertIn(self.own.nominee_name, text_of_odt(response.content)[0])
        self.assertIn(
            'Mau 08 - Nguyen Van a02.odt', unquote(response.headers['Content-Disposition'])
        )

    def test_result_of_anothers_job_is_not_there(self):
        job = self._job()
        for login in ('leader_b', 'office', 'manager', 'auditor', 'council', 'staff'):
            self.assertEqual(self._get(f'job/{job.id}', login).status_code, 404, login)

    def test_result_is_gone_with_the_right_to_its_records(self):
        job = self._job()
        self.own.sudo().campaign_unit_id = self.participant_b
        self._refused(f'job/{job.id}')

    def test_result_is_at_no_other_address(self):
        job = self._job()
        attachment = self.env['ir.attachment'].search(
            [('res_model', '=', job._name), ('res_field', '=', 'file'), ('res_id', '=', job.id)]
        )
        self.assertEqual(len(attachment), 1)
        for login in ('leader_a', 'office'):
            self.authenticate(login, login.ljust(8, 'x'))
            for path in (f'{attachment.id}', f'emulation.job/{job.id}/file'):
                with mute_logger(*QUIET):
                    response = self.url_open(f'/web/content/{path}')
                self.assertFalse(response.ok, path)

    def test_unfinished_job_has_no_result(self):
        jobs = self.env['emulation.job'].with_user(self.leader_a)
        job = jobs._enqueue(
            'document', 'x', self.own.with_user(self.leader_a), code='form08', fmt='odt'
        )
        self._refused(f'job/{job.id}')


@tagged('post_install', '-at_install', 'security')
class TestDocumentAccess(AccessCommon, HttpCase):
    """Every role at every document of records of the own unit, another one, another agency."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        amendments = cls.env['emulation.amendment'].search([('state', '=', 'done')])
        amendments.finished_at = fields.Datetime.now()
        cls.env['emulation.extension'].search([]).deadline_at = fields.Datetime.now()

    def _answers(self, role, code, fmt):
        login = getattr(self, role).login
        self.authenticate(login, login.ljust(8, 'x'))
        ids = self._records(code).ids
        with mute_logger(*QUIET):
            answers = [
                self.url_open(f'/emulation_award/document/{code}/{fmt}?ids={one}') for one in ids
            ]
        self.assertLessEqual({answer.status_code for answer in answers}, {200, 404}, (role, code))
        return tuple(answer.ok for answer in answers)

    def test_form08(self):
        found = {role: self._answers(role, 'form08', 'odt') for role in READERS}
        self.assertEqual(found, READERS)

    def _readable(self, role, code):
        """Whether this role may read the record of each scope."""
        user = getattr(self, role)
        records = self._records(code).with_user(user)
        own = records.with_context(allowed_company_ids=user.company_ids.ids)
        return tuple(record.has_access('read') for record in own)

    def _records(self, code):
        model = DOCUMENTS[code].model
        worlds = (getattr(self, scope) for scope in SCOPES)
        return self.env[model].concat(*(getattr(one, model.replace('.', '_')) for one in worlds))

    def test_no_document_goes_further_than_its_record(self):
        codes = [
            code
            for code, document in DOCUMENTS.items()
            if hasattr(self.own, document.model.replace('.', '_'))
        ]
        self.assertEqual(set(DOCUMENTS) - set(codes), COUNCIL)
        for code in codes:
            for role in READERS:
                with self.subTest(code=code, role=role):
                    answers = self._answers(role, code, DOCUMENTS[code].formats[0])
                    may = self._readable(role, code)
                    self.assertFalse(may[2] or answers[2])
                    if code in NARROWER:
                        may = tuple(one and role in NARROWER[code] for one in may)
                    self.assertEqual(answers, may)
