import io
import logging

import lxml.html
from lxml import etree

from odoo import models
from odoo.exceptions import UserError

#: Reports whose template is of this addon are printed by WeasyPrint.
OWN_REPORTS = 'emulation_award.'

#: Three pages take about 0.15 s; a worker is given 60 s by default.
MOST_DOCUMENTS = 200

# WeasyPrint tells seven steps of each document at the level servers log at.
logging.getLogger('weasyprint.progress').setLevel(logging.WARNING)


class IrActionsReport(models.Model):
    """PDF reports of this addon are made by WeasyPrint, all others as ever by wkhtmltopdf."""

    _inherit = 'ir.actions.report'

    def _is_emulation_document(self):
        """Whether the PDF of this report is made by WeasyPrint."""
        return (self.report_name or '').startswith(OWN_REPORTS)

    def report_action(self, docids, data=None, config=True):
        """Print our documents without asking for the company's letterhead: they have their own."""
        config = config and not self._is_emulation_document()
        return super().report_action(docids, data=data, config=config)

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Make the PDF of our documents; routes, file names and attachments are Odoo's own.

        :raises UserError: nothing or too much was chosen to print, or WeasyPrint is missing
        """
        report = self._get_report(report_ref)
        if not report._is_emulation_document():
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids=res_ids)
        is_saved = report.attachment and not self.env.context.get('report_pdf_no_attachment')
        if is_saved and len(set(res_ids or ())) == len(res_ids or ()):
            return self._emulation_saved_streams(report, data, res_ids)
        pdf = self._emulation_pdf(report, data, res_ids)
        return {False: {'stream': io.BytesIO(pdf), 'attachment': None}}

    def _emulation_saved_streams(self, report, data, res_ids):
        """One PDF for each record, where an administrator had the report saved as attachments."""
        streams = {}
        for record in self.env[report.model].browse(res_ids):
            attachment = report.retrieve_attachment(record)
            is_kept = attachment and report.attachment_use
            pdf = attachment.raw if is_kept else self._emulation_pdf(report, data, record.ids)
            streams[record.id] = {'stream': io.BytesIO(pdf), 'attachment': attachment}
        return streams

    def _emulation_pdf(self, report, data, res_ids):
        html = self._render_qweb_html(report, res_ids, data=data)[0]
        documents = split_documents(html)
        if not documents:
            raise UserError(self.env._('Choose at least one record to print.'))
        if len(documents) > MOST_DOCUMENTS:
            raise UserError(
                self.env._(
                    '%(count)s documents are too many for one file. Choose at most %(most)s at a '
                    'time.',
                    count=len(documents),
                    most=MOST_DOCUMENTS,
                )
            )
        return self._emulation_engine().render(documents)

    def _emulation_engine(self):
        # Loaded on first use: it takes half a second, and a server may have lost it.
        try:
            from . import pdf_engine
        except (ImportError, OSError) as error:  # OSError: a shared library was not found
            raise UserError(
                self.env._(
                    'This server cannot make PDF documents (%(error)s). Ask its administrator to '
                    'install the Python package "weasyprint", 68.0 or newer, and the Pango '
                    'library (on Debian: libpango-1.0-0, libpangoft2-1.0-0 and '
                    'libharfbuzz-subset0), and to start Odoo again.',
                    error=error,
                )
            ) from error
        return pdf_engine


def split_documents(html, own_titles=False):
    """Return each record's own HTML page out of the page of a whole report.

    :param bytes html: as rendered by QWeb, one `div.article` for each record
    :param own_titles: whether each becomes a file of its own, with the title its article names
    :return: list of texts, in order
    """
    parser = lxml.html.HTMLParser(encoding='utf-8')
    root = lxml.html.document_fromstring(html, parser=parser)
    pages = []
    for article in root.find_class('article'):
        title = article.attrib.pop('data-title', '')
        if own_titles:
            root.head.find('title').text = title
        head, body = _source(root.head), _source(article)
        pages.append(f'<!DOCTYPE html><html lang="vi">{head}<body>{body}</body></html>')
    return pages


def _source(node):
    return etree.tostring(node, encoding='unicode', method='html', with_tail=False)
