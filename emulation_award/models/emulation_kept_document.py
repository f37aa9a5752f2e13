from odoo import fields, models

from ..domain import kept
from ..domain.hashchain import digest

#: Written when a document is issued, by the operation that issues it.
KEPT = frozenset({'kept_document', 'kept_sha256'})


class EmulationKeptDocument(models.AbstractModel):
    """A record whose document stays as it was issued (văn bản đã ban hành).

    What the document says is kept when it is issued, and printed from there ever after: no later
    change of the catalogue, of a name or of a programme reaches it. Models add :data:`KEPT` to
    their operation fields.
    """

    _name = 'emulation.kept.document'
    _description = 'Document kept as issued'

    # Read by the method that prints it, which checks its user: it may say more than a field of
    # the record that this reader sees.
    kept_document = fields.Text(readonly=True, copy=False, prefetch=False, groups=fields.NO_ACCESS)
    kept_sha256 = fields.Char(
        'Digest of the document',
        readonly=True,
        copy=False,
        help='SHA-256 of what the document says, as it was issued; the journal has it too.',
    )

    def _keep_document(self, document):
        """Keep what the document says, from now on printed as it is.

        :param document: its view-model, a frozen dataclass of `domain/`
        """
        self.ensure_one()
        text = kept.packed(document)
        # sudo: operation fields; the operation that issues it has checked its user.
        self.sudo().write({'kept_document': text, 'kept_sha256': digest(text)})

    def _kept_as(self, model):
        """The document as it was issued, None where none was kept.

        :param model: the class of its view-model
        :raises KeptDocumentError: what was kept is no such document
        """
        self.ensure_one()
        # sudo: whoever prints it was let in by the method that does.
        text = self.sudo().kept_document
        return kept.unpacked(model, text) if text else None
