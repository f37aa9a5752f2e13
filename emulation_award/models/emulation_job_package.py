from odoo import models

from ..domain.file_names import plain_name
from ..reports.document_file import File

TOLD = """Gói hồ sơ: {name}
Mã niêm phong: {seal}
SHA-256 của tệp ZIP: {sha256}

Gói nằm ở thẻ "Gói hồ sơ" của tờ trình. Báo mã niêm phong cho bên nhận qua đường khác với gói.
"""


class EmulationJob(models.Model):
    """Jobs that build packages for a superior authority."""

    _inherit = 'emulation.job'

    def _make_package(self, lines):
        """Build the package of each submission, and keep it there.

        What the user gets as the result of the job are the seals, to be told to the recipients; a
        package may be too large to be kept twice.

        :param lines: emulation.job.line of this job, one for each submission
        :return: list of :class:`~..reports.document_file.File`, one for each line
        """
        files = []
        for submission in lines._records():
            submission._store_package()
            told = TOLD.format(
                name=submission.package_name,
                seal=submission.package_seal,
                sha256=submission.package_sha256,
            )
            name = plain_name('Niem phong', submission.package_name)
            files.append(File(submission.id, f'{name}.txt', told.encode()))
        return files

    def _batch_size(self):
        # A package is many documents: one at a time, so that the clock is looked at in between.
        return 1 if self.kind == 'package' else super()._batch_size()
