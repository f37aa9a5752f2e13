from odoo import models

from ..domain.file_names import plain_name
from ..reports.document_file import File


class EmulationJob(models.Model):
    """Jobs that print certificates."""

    _inherit = 'emulation.job'

    def _make_certificate(self, lines):
        """Print certificates, all of a line in one PDF; `options` hold printer and paper.

        :param lines: emulation.job.line of this job
        :return: list of :class:`~..reports.document_file.File`, one for each line
        """
        printer = self.env['emulation.certificate.printer'].browse(self.options['printer_id'])
        paper = self.options['paper']
        return [
            File(
                False,
                f'{plain_name(line.name)}.pdf',
                line._records()._certificates_pdf(printer, paper),
            )
            for line in lines
        ]
