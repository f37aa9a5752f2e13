from odoo import api, fields, models
from odoo.exceptions import UserError

from .naming import field_labels, model_name


class EmulationDossierPart(models.AbstractModel):
    """A line of a dossier: changed by whom and when its nomination allows, whatever the way in."""

    _name = 'emulation.dossier.part'
    _description = 'Part of a dossier'

    # What people write of such a line; everything else follows from the campaign's rules.
    _content_fields = frozenset()
    # As what it is edited and returned (domain/editing.py).
    _part = None

    is_editable = fields.Boolean(compute='_compute_is_editable')

    @api.depends(
        'nomination_id.state',
        'nomination_id.is_sent_back',
        'nomination_id.return_item_ids.is_open',
    )
    @api.depends_context('uid')
    def _compute_is_editable(self):
        for line in self:
            editor = line.nomination_id._editor(line._edited_part(), line._edited_line())
            line.is_editable = bool(editor) and line._takes_content()

    def write(self, vals):
        if not self.env.su:
            self.check_access('write')
            self._check_content(vals)
        return super().write(vals)

    def _check_content(self, vals):
        refused = sorted(set(vals) - self._content_fields)
        if refused:
            raise UserError(
                self.env._(
                    '%(fields)s of "%(part)s" follow from the rules of the campaign and cannot be '
                    'written.',
                    fields=field_labels(self, refused),
                    part=model_name(self),
                )
            )
        self._check_may_change()

    def _check_may_change(self, added=()):
        """Refuse a change that the nomination does not allow now.

        :param added: files that have just come in
        :raises UserError: see `emulation.nomination._check_editable`
        """
        for line in self:
            line.nomination_id._check_editable(line._edited_part(), line._edited_line(), added)

    def _edited_part(self):
        """As what the line is edited; lines that belong to another one follow that one."""
        return self._part

    def _edited_line(self):
        """The line that is returned and edited as a whole."""
        return self

    def _takes_content(self):
        """Whether there is anything to write here at all."""
        return True
