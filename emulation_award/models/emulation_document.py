from odoo import api, models
from odoo.exceptions import AccessError, MissingError, UserError

from ..domain.file_names import plain_name
from ..reports import stable, stable_pdf
from ..reports.catalog import DOCUMENTS, SHEET_FORMATS
from ..reports.document_file import File
from ..reports.template_error import TemplateError

STABLE = {'docx': stable.docx, 'pdf': stable_pdf.stable}


class EmulationDocument(models.AbstractModel):
    """Official documents as files (văn bản), out of records and templates.

    Whoever calls needs the right to read the records: everything is read as that user. A document
    is the same, byte for byte, as long as its data are the same.
    """

    _name = 'emulation.document'
    _description = 'Documents as files'

    @api.model
    def _files(self, code, records, fmt):
        """Make a document of each record; a list (xlsx) is one file for all of them.

        What fails for one record is said in its file, and the others are made. The number of
        queries and of LibreOffice processes does not depend on that of the records.

        :param str code: of ``reports.catalog.DOCUMENTS``
        :param records: of its model
        :param str fmt: 'odt', 'docx', 'pdf' or 'xlsx', one of its formats
        :return: list of :class:`~..reports.document_file.File`, in the order of the records
        :raises AccessError: the user may not read one of the records
        """
        document = self._document(code, records, fmt)
        # Whatever rights the caller has, the documents are those of this environment's user.
        records = records.with_env(self.env)
        if fmt in SHEET_FORMATS:
            # Asked of the database: a list may be of more records than memory should hold.
            self.env['emulation.sheet']._check_readable(records)
            return [self._sheet(code, records)]
        records.check_access('read')
        files = self._odt_files(document, records)
        return files if fmt == 'odt' else self._converted(files, fmt)

    @api.model
    def _file(self, code, record, fmt):
        """Make one document.

        :return: :class:`~..reports.document_file.File`
        :raises AccessError: the user may not read the record
        :raises UserError: it cannot be made; the message says why and what to do
        """
        [file] = self._files(code, record, fmt)
        if file.error:
            raise UserError(file.error)
        return file

    @api.model
    def _whole(self, code, records, fmt):
        """Make documents of which one at least could be made.

        :return: list of :class:`~..reports.document_file.File`
        :raises AccessError: the user may not read one of the records
        :raises UserError: none can be made; the message says why each was not
        """
        files = self._files(code, records, fmt)
        if all(file.error for file in files):
            raise UserError('\n\n'.join(dict.fromkeys(file.error for file in files)))
        return files

    @api.model
    def _document(self, code, records, fmt):
        document = DOCUMENTS.get(code)
        if not document or document.model != records._name or fmt not in document.formats:
            raise ValueError(f'{code} of {records._name} as {fmt} is not in the catalogue')
        return document

    @api.model
    def _template(self, code):
        # sudo: the layout of a document; what it is filled with is read as the user.
        return self.env['emulation.document.template'].sudo()._content(code)

    @api.model
    def _sheet(self, code, records):
        name, content = self.env['emulation.sheet']._file(code, records)
        return File(False, name, content)

    # From records to ODT

    @api.model
    def _odt_files(self, document, records):
        template = self._template(document.code)
        view_models, errors = self._view_models(document, records)
        files = []
        for record in records:
            doc = view_models.get(record.id)
            own = getattr(doc, 'file_name', '') or plain_name(
                document.file_name, self._official_name(record)
            )
            content, error = b'', errors.get(record.id, '')
            if not error:
                content, error = self._rendered(template, doc, record)
            files.append(File(record.id, f'{own}.odt', content, error))
        return files

    @api.model
    def _official_name(self, record):
        """What a file is called after: Vietnamese, also where the display name follows the user."""
        named = getattr(record, '_official_name', None)
        return named() if named else record.display_name

    @api.model
    def _view_models(self, document, records):
        """What each document says, and why some say nothing, both by record number.

        Only if all together fail is each asked for alone.
        """
        try:
            return getattr(records, document.provider)(), {}
        except (AccessError, MissingError):
            raise
        except UserError as error:
            if len(records) == 1:
                return {}, {records.id: str(error)}
        made, errors = {}, {}
        for record in records:
            one, wrong = self._view_models(document, record)
            made |= one
            errors |= wrong
        return made, errors

    @api.model
    def _rendered(self, template, doc, record):
        """The ODT document, or why there is none."""
        try:
            return self._engine().render(template, doc), ''
        except TemplateError as error:
            return b'', self._template_sentence(error, record.display_name)

    @api.model
    def _engine(self):
        # Loaded on first use: it takes a third of a second.
        from ..reports import py3o_engine

        return py3o_engine

    # From ODT to what is asked for

    @api.model
    def _converted(self, files, fmt):
        """The same files converted, in one LibreOffice process as far as none makes trouble."""
        from ..reports import office

        whole = [file for file in files if not file.error]
        try:
            made = office.convert([file.content for file in whole], fmt) if whole else []
        except office.OfficeError as error:
            sentence = self._office_sentence(error)
            made = [office.Converted(problem=sentence)] * len(whole)
        else:
            made = [self._worded(one) for one in made]
        converted = iter(made)
        return [
            self._as(fmt, file, office.Converted() if file.error else next(converted))
            for file in files
        ]

    @api.model
    def _as(self, fmt, file, converted):
        error = file.error or converted.problem
        content = b'' if error else STABLE[fmt](converted.content)
        return File(file.record_id, f'{file.name.removesuffix(".odt")}.{fmt}', content, error)

    @api.model
    def _worded(self, converted):
        problem = converted.problem and self._conversion_sentence(converted.problem)
        return type(converted)(converted.content, problem)
