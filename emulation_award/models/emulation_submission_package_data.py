import hashlib

from odoo import models

from ..domain import annex6, edxml, package_list
from ..domain import package as packing
from ..domain.hashchain import canonical, digest
from ..domain.package import Item, Role

#: Counted up when a change of the code changes packages of unchanged data.
REVISION = 2
COMPETENCES = {
    'for_head': 'KT.',
    'acting': 'Q.',
    'by_order': 'TL.',
    'by_authorisation': 'TUQ.',
    'for_collective': 'TM.',
}


class EmulationSubmission(models.Model):
    """What machines read of a package: list, metadata, envelope; and whether it is out of date."""

    _inherit = 'emulation.submission'

    def _package_data(self, papers, nominees):
        """Files that serve the package: list and metadata as data, envelope, checker.

        :param papers: list of :class:`~.emulation_submission_package_files.Paper`
        :param nominees: tuple of :class:`~..domain.package_list.Nominee`
        :return: list of :class:`~..domain.package.Item`
        """
        told = annex6.metadata(self._annex6_dossier(papers), [one.document for one in papers])
        made = [
            (Role.LIST_DATA, 'Danh sách', 'json', package_list.list_json(nominees)),
            (Role.LIST_CSV, 'Danh sách', 'csv', package_list.list_csv(nominees)),
            (Role.METADATA, 'Phụ lục VI', 'xml', annex6.to_xml(told)),
            (Role.METADATA_JSON, 'Phụ lục VI', 'json', annex6.to_json(told)),
        ]
        if self.with_edxml:
            made.append((Role.EDXML, 'edXML', 'xml', self._envelope(papers)))
        items = [
            Item(packing.path(role, stem, ending), role, content)
            for role, stem, ending, content in made
        ]
        return items + self._static_items()

    def _annex6_dossier(self, papers):
        dates = [one.document.issued for one in papers if one.document.issued]
        year = self.date or self.campaign_id.plan_date
        return annex6.Dossier(
            organ=self._package_sender(),
            catalog=str(year.year) if year else '',
            notation=self.number or '',
            title=f'Hồ sơ đề nghị khen thưởng - {self.campaign_id.name}',
            creator=self.campaign_id.dossier_receiver or '',
            start=min(dates, default=None),
            end=max(dates, default=None),
        )

    def _envelope(self, papers):
        """The edXML envelope around letter and list; the rest of the dossier stays beside it."""
        letter, listed = papers[0], papers[1]
        document, number = letter.document, letter.items[0]
        header = edxml.Letter(
            sender=self._package_sender(),
            recipient=self._package_recipient(),
            number=document.number,
            notation=document.notation,
            place=self.place or '',
            day=document.issued,
            type_name=document.type_name,
            subject=document.subject,
            competence=COMPETENCES.get(self.signing_mode, ''),
            position=document.position,
            full_name=document.full_name,
            pages=document.pages,
        )
        return edxml.envelope(
            header,
            [
                _attachment(number, document.subject),
                _attachment(listed.items[0], listed.document.subject),
            ],
        )

    # Whether it is out of date

    def _package_digest(self):
        """Digest of all that the package is made from; another one, and it is out of date.

        Cheaper than building it: the documents are read as view-models, not rendered.
        """
        self.ensure_one()
        # sudo: a digest, which tells nothing of what it is made from.
        one = self.sudo()
        nominations = one._package_nominations()
        sources = [
            one._submission_letter(),
            one._package_rounds().session_id._minutes(),
            one._package_rounds()._vote_count(),
            one._package_reviews()._minutes(),
            one._nominee_digests(nominations),
            [nominee.row for nominee in one._package_nominees().values()],
            [(file.name, file.checksum, file.note) for file in one._package_evidence()],
            one._scan_checksums(),
            one._template_digest('submission_letter'),
            vars(one._package_about()),
            (REVISION, one.with_edxml, one._package_sender(), one._package_recipient()),
        ]
        return digest(canonical({'sources': [digest(repr(source)) for source in sources]}))

    def _scan_checksums(self):
        reviews = self._package_reviews()
        found = self.env['ir.attachment'].search(
            [
                ('res_field', '=', 'signed_scan'),
                '|',
                '&',
                ('res_model', '=', reviews._name),
                ('res_id', 'in', reviews.ids),
                '&',
                ('res_model', '=', self._name),
                ('res_id', '=', self.id),
            ]
        )
        return sorted((one.res_model, one.res_id, one.checksum) for one in found)

    def _template_digest(self, code):
        templates = self.env['emulation.document.template']
        return hashlib.sha256(templates._content(code)).hexdigest()


def _attachment(item, description):
    with item.source() as file:
        content = file.read()
    name = item.path.rpartition('/')[2]
    kinds = {
        'pdf': 'application/pdf',
        'xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'jpg': 'image/jpeg',
        'png': 'image/png',
    }
    extension = name.rpartition('.')[2]
    return edxml.Attachment(
        name, kinds.get(extension, 'application/octet-stream'), description, content
    )
