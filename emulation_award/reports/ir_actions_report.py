import io

import lxml.html
from lxml import etree

from odoo import models
from odoo.exceptions import UserError

from . import pdf_engine

#: Reports whose template is of this addon are printed by WeasyPrint.
OWN_REPORTS = 'emulation_award.'


class IrActionsReport(models.Model):
    """PDF reports of this addon are made by WeasyPrint, all others as ever by wkhtmltopdf."""

    _inherit = 'ir.actions.report'

    def _is_emulation_document(self):
        """Whether the PDF of this report is made by WeasyPrint."""
        return (self.report_name or '').startswith(OWN_REPORTS)

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Print our reports; attachments, merging and the routes go on as for any other.

        :raises UserError: nothing was chosen to print, or WeasyPrint is not installed
        """
        report = self._get_report(report_ref)
        if not report._is_emulation_document():
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids=res_ids)
        html = self._render_qweb_html(report_ref, res_ids, data=data)[0]
        documents = split_documents(html)
        if not documents:
            raise UserError(self.env._('Choose at least one record to print.'))
        return {False: {'stream': io.BytesIO(self._emulation_pdf(documents)), 'attachment': None}}

    def _emulation_pdf(self, documents):
        return pdf_engine.render(documents)


def split_documents(html):
    """Return each record's own HTML page out of the page of a whole report.

    :param html: as rendered by QWeb, one `div.article` for each record
    :return: texts, in order
    """
    parser = lxml.html.HTMLParser(encoding='utf-8')
    root = lxml.html.document_fromstring(html, parser=parser)
    head = etree.tostring(root.head, encoding='unicode', method='html')
    return [
        f'<!DOCTYPE html><html lang="vi">{head}<body>{_source(article)}</body></html>'
        for article in root.find_class('article')
    ]


def _source(node):
    return etree.tostring(node, encoding='unicode', method='html', with_tail=False)
