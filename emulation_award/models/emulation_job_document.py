from odoo import models


class EmulationJob(models.Model):
    """Jobs that make documents of the catalogue."""

    _inherit = 'emulation.job'

    def _make_document(self, lines):
        """Make documents of records; `options` hold the code and the format.

        :param lines: emulation.job.line of this job
        :return: list of :class:`~..reports.document_file.File`, one for each line
        """
        options = self.options
        documents = self.env['emulation.document']
        return documents._files(options['code'], lines._records(), options['fmt'])
