import io
import zipfile

from odoo import models

from ..domain.hashchain import digest
from ..domain.package import Role
from ..reports import stable
from ..reports.document_file import File
from .emulation_submission_package_data import REVISION

#: What is made of each nominee: code and format.
MADE = (('form08', 'docx'), ('form08', 'pdf'), ('summary', 'pdf'))


class EmulationSubmission(models.Model):
    """Documents of a package that can be made in advance, some nominees at a time."""

    _inherit = 'emulation.submission'

    def _files_made(self, spool, letters, nominations):
        """Make letters, and what is made of each nominee.

        :param letters: the submissions whose letter is wanted
        :return: dict of (code, format, record id) -> where the file waits
        :raises UserError: names every document that could not be made
        """
        # Together, because each call starts LibreOffice.
        made = {
            **self._made({'submission_letter': letters, 'summary': nominations}, 'pdf', spool),
            **self._made({'submission_letter': letters, 'form08': nominations}, 'docx', spool),
        }
        for nomination, path in self._printed(nominations, Role.FORM08, spool):
            made['form08', 'pdf', nomination.id] = path
        return made

    def _nominee_archives(self, spool, nominations):
        """Make what is made of each nominee, to be kept until the package is put together.

        :return: list of :class:`~..reports.document_file.File` in the order of the nominations,
            archives whose source is as of :meth:`_nominee_digests`
        :raises UserError: names every document that could not be made
        """
        digests = self._nominee_digests(nominations)
        made = self._files_made(spool, self.browse(), nominations)
        return [
            File(
                one.id,
                f'{one.id}.zip',
                stable.pack((_entry(*key), made[(*key, one.id)].read_bytes()) for key in MADE),
                source=digests[one.id],
            )
            for one in nominations
        ]

    def _unpacked(self, spool, archives):
        """Where the files of archives wait; the other way round than :meth:`_nominee_archives`.

        :param archives: iterable of (nomination id, bytes)
        :return: dict of (code, format, nomination id) -> path
        """
        made = {}
        for number, content in archives:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for key in MADE:
                    made[(*key, number)] = spool.keep(archive.read(_entry(*key)))
        return made

    def _nominee_digests(self, nominations):
        """Digest of all that is in the documents of each nominee, by nomination id."""
        # sudo: a digest, which tells nothing of what it is made from.
        records = nominations.sudo()
        forms, summaries = records._form08(), records._achievement_summary()
        templates = [self._template_digest(code) for code in ('form08', 'summary')]
        return {
            number: digest(repr((REVISION, templates, form, summaries[number])))
            for number, form in forms.items()
        }


def _entry(code, kind):
    return f'{code}.{kind}'
