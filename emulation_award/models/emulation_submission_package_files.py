import hashlib
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import split_every
from odoo.tools.pdf import PdfReader

from ..domain import annex6, filetypes, package
from ..domain.package import Item, Role
from ..reports.ir_actions_report import split_documents

#: Documents whose HTML is held in memory at a time.
BATCH = 40
CHUNK = 1024**2
REPORTS = {
    Role.FORM08: 'emulation_award.emulation_nomination_report_form08',
    Role.COUNCIL_MINUTES: 'emulation_award.emulation_session_report_council_minutes',
    Role.VOTE_COUNT: 'emulation_award.emulation_round_report_vote_count',
    Role.UNIT_MINUTES: 'emulation_award.emulation_unit_review_report_minutes',
}


@dataclass(frozen=True)
class Paper:
    """One document of the dossier with its files, as they are packed."""

    document: annex6.Document
    items: tuple[Item, ...]


class Spool:
    """Files made for a package wait on the disk, not in memory."""

    def __init__(self, folder):
        self.folder, self.count = Path(folder), 0

    def keep(self, content):
        """Return where some bytes wait."""
        self.count += 1
        path = self.folder / str(self.count)
        path.write_bytes(content)
        return path


class EmulationSubmission(models.Model):
    """Files of a package: made or taken from where they are stored, counted and named."""

    _inherit = 'emulation.submission'

    # Making files

    def _made(self, wanted, kind, spool):
        """Documents of the engine, all or none.

        :param dict wanted: records by code of the document
        :param str kind: 'docx' or 'pdf'
        :return: dict of (code, kind, record id) -> where the file waits
        :raises UserError: names every document that could not be made
        """
        documents, made, failed = self.env['emulation.document'], {}, []
        drafts = [
            (code, file)
            for code, records in wanted.items()
            for file in documents._files(code, records, 'odt')
        ]
        for batch in split_every(BATCH, drafts, list):
            files = documents._converted([file for _code, file in batch], kind)
            for (code, _draft), file in zip(batch, files, strict=True):
                if file.error:
                    failed.append(f'{file.name}: {file.error}')
                else:
                    made[code, kind, file.record_id] = spool.keep(file.content)
        if failed:
            raise UserError(
                self.env._(
                    'The package is not made, because documents of it could not be:\n%(failed)s',
                    failed='\n'.join(failed),
                )
            )
        return made

    def _printed(self, records, role, spool):
        """Yield each record with the PDF of its report, made by WeasyPrint."""
        # Titles of records go into the PDF: they must not follow the language of who builds.
        reports = self.env['ir.actions.report'].with_context(lang=None)
        for ids in split_every(BATCH, records.ids):
            html = reports._render_qweb_html(REPORTS[role], ids)[0]
            for number, page in zip(ids, split_documents(html, own_titles=True), strict=True):
                content = reports._emulation_engine().render([page])
                yield records.browse(number), spool.keep(content)

    def _stored_file(self, record, name, spool, sha256=''):
        """A file of a record by its extension, from where it is stored.

        :param str sha256: what its content was when it was handed in, '' if nobody noted it
        :raises UserError: it is gone or was changed on the server
        """
        # sudo: the file of a field of a record the user may read.
        attachment = self.env['ir.attachment'].sudo().search(
            [
                ('res_model', '=', record._name),
                ('res_field', '=', name),
                ('res_id', '=', record.id),
            ],
            limit=1,
        )  # fmt: skip
        if attachment.store_fname:
            path = Path(attachment._full_path(attachment.store_fname))
        else:
            path = spool.keep(attachment.raw or b'')
        if not path.is_file() or (sha256 and file_digest(path) != sha256):
            raise UserError(
                self.env._(
                    'The file of "%(record)s" is gone from the server or damaged there. '
                    'Hand it in again, or have its administrator restore it.',
                    record=record.display_name,
                )
            )
        extension = filetypes.usual_extension(attachment.mimetype or '')
        return {'bin' if '/' in extension else extension: path}

    # Naming them

    def _items(self, role, stem, files, nominee=None):
        return tuple(
            Item(
                package.path(role, stem, extension, nominee),
                role,
                partial(path.open, 'rb'),
                nominee.ordinal if nominee else 0,
            )
            for extension, path in files.items()
        )

    def _paper(self, type_name, subject, items, organ=None, **about):
        organ = organ or self._package_sender()
        document = annex6.Document(
            type_name=type_name,
            subject=subject,
            organ=organ if organ.name else replace(organ, name=self._package_sender().name),
            paths=tuple(item.path for item in items),
            pages=next(filter(None, map(page_count, items)), 0),
            recipient=self._package_recipient(),
            **about,
        )
        return Paper(document, items)

    def _package_sender(self):
        issuer = self.sudo().issuer_id  # sudo: name and identifier of the body itself
        return annex6.Organ(issuer.organ_id or '', issuer.issuing_body or issuer.name or '')

    def _package_recipient(self):
        authority = self.sudo().authority_id  # sudo: name and identifier of the addressee
        return annex6.Organ(authority.organ_id or '', authority.issuing_body or authority.name)


def page_count(item):
    """How many pages a file has on paper; 0 if that cannot be told from it."""
    extension = item.path.rpartition('.')[2]
    if extension in {'jpg', 'png'}:
        return 1
    if extension != 'pdf':
        return 0
    with item.source() as file:
        try:
            return len(PdfReader(file, strict=False).pages)
        except Exception:  # a damaged PDF of somebody fails in any way
            return 0


def file_digest(path):
    """SHA-256 of a file, in hexadecimal digits."""
    sha = hashlib.sha256()
    with path.open('rb') as file:
        for chunk in iter(lambda: file.read(CHUNK), b''):
            sha.update(chunk)
    return sha.hexdigest()
