import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..reports.catalog import (
    DOCUMENTS,
    MOST_DIRECT,
    MOST_DOCUMENTS,
    MOST_IN_LIST,
    MOST_ROWS,
    SHEET_FORMATS,
)
from ..reports.document_file import bundle

FORMATS = [
    ('docx', 'Word (DOCX)'),
    ('pdf', 'PDF'),
    ('odt', 'OpenDocument (ODT)'),
    ('xlsx', 'Excel (XLSX)'),
]


class EmulationDocumentPrint(models.TransientModel):
    """Choose the format of documents, then download them, or have many made in the background."""

    _name = 'emulation.document.print'
    _description = 'Print documents'

    code = fields.Char(required=True, readonly=True)
    res_ids = fields.Json(readonly=True)
    record_count = fields.Integer('Chosen', compute='_compute_what')
    is_list = fields.Boolean(compute='_compute_what')
    is_background = fields.Boolean(compute='_compute_what')
    text_format = fields.Selection(
        FORMATS[:3], 'Format', default='docx', help='DOCX and ODT can be edited; PDF can be signed.'
    )
    file = fields.Binary(attachment=False, readonly=True)
    file_name = fields.Char(readonly=True)

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if 'res_ids' in fields:
            values['res_ids'] = self.env.context.get('active_ids') or []
        return values

    @api.depends('code', 'res_ids')
    def _compute_what(self):
        documents = self.env['emulation.document']
        for wizard in self:
            document = DOCUMENTS.get(wizard.code)
            wizard.record_count = len(documents._each_once(wizard.res_ids))
            wizard.is_list = bool(document) and document.formats == SHEET_FORMATS
            most = MOST_ROWS if wizard.is_list else MOST_DIRECT
            wizard.is_background = wizard.record_count > most

    def action_confirm(self):
        """Download the documents, or have them made in the background.

        :raises AccessError: one of the records is gone, or the user may not read it
        :raises UserError: nothing was chosen or too much, or none of the documents can be made
        """
        self.ensure_one()
        document = DOCUMENTS.get(self.code)
        if not document:
            raise UserError(self.env._('Choose at least one record to print.'))
        most = MOST_IN_LIST if self.is_list else MOST_DOCUMENTS
        records = self.env['emulation.document']._chosen(document, self.res_ids, most)
        fmt = SHEET_FORMATS[0] if self.is_list else self.text_format or document.formats[0]
        if self.is_background:
            return self._in_background(document, records, fmt)
        files = self.env['emulation.document']._whole(self.code, records, fmt)
        name, content = bundle(document.file_name, files)
        self.write({'file': base64.b64encode(content), 'file_name': name})
        return {
            'type': 'ir.actions.client',
            'tag': 'emulation_award.download',
            'params': {
                'url': f'/web/content/{self._name}/{self.id}/file'
                '?filename_field=file_name&download=true'
            },
        }

    def _in_background(self, document, records, fmt):
        label = f'{document.title} ({len(records)})'
        job = self.env['emulation.job']._enqueue_once(
            'document', label, records, together=self.is_list, code=self.code, fmt=fmt
        )
        return {
            'type': 'ir.actions.act_window',
            'res_model': job._name,
            'res_id': job.id,
            'view_mode': 'form',
            'name': self.env._('Documents being made'),
        }
