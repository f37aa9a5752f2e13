import re

from werkzeug.exceptions import NotFound

from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.http import content_disposition, request

from ..reports.catalog import DOCUMENTS, MOST_DIRECT, MOST_LISTED, SHEET_FORMATS
from ..reports.document_file import bundle, mime_type

IDS = re.compile(r'\d{1,9}(,\d{1,9})*')


class EmulationDocument(http.Controller):
    """Downloads of documents. What one may not read is not there: 404, as what never was."""

    @http.route(
        '/emulation_award/document/<string:code>/<string:fmt>',
        type='http',
        auth='user',
        methods=['GET'],
        readonly=True,
    )
    def document(self, code, fmt, ids='', **_other):
        """Documents of some records, as one file.

        :param str code: of ``reports.catalog``
        :param str fmt: one of its formats
        :param str ids: numbers of the records, with commas between
        """
        records = self._records(code, fmt, ids)
        try:
            files = request.env['emulation.document']._whole(code, records, fmt)
        except AccessError as error:
            raise NotFound from error
        name, content = bundle(DOCUMENTS[code].file_name, files)
        return request.make_response(content, _headers(name, content))

    def _records(self, code, fmt, ids):
        document = DOCUMENTS.get(code)
        if not document or fmt not in document.formats or not IDS.fullmatch(ids):
            raise NotFound
        most = MOST_LISTED if fmt in SHEET_FORMATS else MOST_DIRECT
        try:
            wanted = list(map(int, ids.split(',')))
            return request.env['emulation.document']._chosen(document, wanted, most)
        except UserError as error:
            raise NotFound from error

    @http.route(
        '/emulation_award/job/<int:job_id>',
        type='http',
        auth='user',
        methods=['GET'],
        readonly=True,
    )
    def job(self, job_id, **_other):
        """What a job has made, for whom it was made."""
        job = request.env['emulation.job'].browse(job_id).exists()
        if not job or not job.has_access('read') or not job._is_readable():
            raise NotFound
        # sudo: the file has no reader of its own; whose job it is was checked just now.
        stream = request.env['ir.binary']._get_stream_from(
            job.sudo(), 'file', filename=job.file_name, mimetype=mime_type(job.file_name)
        )
        return stream.get_response(as_attachment=True)


def _headers(name, content):
    return [
        ('Content-Type', mime_type(name)),
        ('Content-Length', str(len(content))),
        ('Content-Disposition', content_disposition(name)),
        ('X-Content-Type-Options', 'nosniff'),
        ('Cache-Control', 'no-store'),
    ]
