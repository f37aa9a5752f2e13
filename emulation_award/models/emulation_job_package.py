import base64
import tempfile

from odoo import models
from odoo.exceptions import UserError

from ..domain.file_names import plain_name
from .emulation_submission_package import PREFIX
from .emulation_submission_package_files import Spool

TOLD = """Gói hồ sơ: {name}
Mã niêm phong: {seal}
SHA-256 của tệp ZIP: {sha256}

Gói nằm ở thẻ "Gói hồ sơ" của tờ trình. Báo mã niêm phong cho bên nhận qua đường khác với gói.
"""


class EmulationJob(models.Model):
    """Jobs that build a package for a superior authority.

    What is made of each nominee is made in batches, which outlive a stop of the server; the end
    puts the package together. What was changed in between is made anew before that.
    """

    _inherit = 'emulation.job'

    def _make_package(self, lines):
        """Make what a package holds of each nominee.

        :param lines: emulation.job.line of this job, one for each nomination
        :return: list of :class:`~..reports.document_file.File`, one for each line
        :raises UserError: it was sent meanwhile with a package, or a document cannot be made
        """
        submission = self._packed_submission()
        with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
            return submission._nominee_archives(Spool(folder), lines._records())

    def _renew(self):
        if self.kind != 'package':
            return super()._renew()
        submission = self._spoken()._packed_submission()
        self._check_whole(submission)
        digests = submission._nominee_digests(submission._package_nominations())
        changed = self.line_ids.filtered(lambda line: digests[line.res_ids[0]] != line.source)
        changed._put_back()
        self._count()
        return bool(changed)

    def _check_whole(self, submission):
        """Refuse to put a package together of other nominees than it is to hold.

        :raises UserError: somebody was added or taken out meanwhile, or a document was not made
        """
        wanted = set(submission._package_nominations().ids)
        if wanted != {line.res_ids[0] for line in self.line_ids}:
            raise UserError(
                submission.env._(
                    'Those proposed by %(submission)s were changed while the package was built. '
                    'Build it again.',
                    submission=submission.display_name,
                )
            )
        failed = self.line_ids.filtered(lambda line: line.state != 'made')
        if failed:
            raise UserError(
                submission.env._(
                    'There is no package without the documents of: %(names)s. See why they could '
                    'not be made, mend that and try again.',
                    names=', '.join(failed.mapped('name')),
                )
            )

    def _result_package(self):
        """Build the package and keep it on the submission.

        What the user gets as the result of the job is the seal, to be told to the recipient; a
        package may be too large to be kept twice.

        :return: (name, bytes)
        :raises UserError: a document cannot be made
        """
        submission = self._spoken()._packed_submission()
        submission._store_package(self._archives())
        told = TOLD.format(
            name=submission.package_name,
            seal=submission.package_seal,
            sha256=submission.package_sha256,
        )
        # It is all in the package.
        self.line_ids.write({'file': False})
        name = plain_name('Niem phong', submission.package_name)
        return f'{name}.txt', told.encode()

    def _packed_submission(self):
        """The submission whose package this is, as long as it may be built.

        :raises UserError: it was deleted, or sent with a package
        :raises AccessError: the user may not build it any more
        """
        number = (self.options or {}).get('submission_id')
        submission = self.env['emulation.submission'].browse(number)
        if not submission.exists():
            raise UserError(self.env._('The submission was deleted: there is nothing to build.'))
        submission._check_office()
        submission._check_not_sent_with_one()
        return submission

    def _archives(self):
        """Yield what was made of each nominee, one in memory at a time."""
        for line in self.line_ids:
            alone = line.with_prefetch()
            yield line.res_ids[0], base64.b64decode(alone.file)
            alone.invalidate_recordset(['file'])
