from odoo import api, fields, models

from ..domain.editing import Part


class EmulationNominationReturn(models.TransientModel):
    """Return one dossier: a reason beside each part that has to be put right."""

    _name = 'emulation.nomination.return'
    _description = 'Return a dossier'
    _inherit = ['emulation.nomination.pointer']

    nomination_id = fields.Many2one('emulation.nomination', required=True, readonly=True)
    line_ids = fields.One2many('emulation.nomination.return.line', 'wizard_id')
    note = fields.Text('On the dossier as a whole')

    @api.model
    def _open_for(self, nomination):
        """Prepare a return of one nomination, every part listed.

        :param nomination: one emulation.nomination
        """
        wizard = self.create({'nomination_id': nomination.id})
        lines = self.env['emulation.nomination.return.line'].create(
            [{'wizard_id': wizard.id, **part} for part in self._parts(nomination)]
        )
        for line in lines:
            line.part_name = line._part_name()
        return wizard

    @api.model
    def _parts(self, nomination):
        """Every part that can be returned, as values of an item without its reason."""
        why_two = [] if nomination.is_sent_back else [{'target': Part.JUSTIFICATION}]
        texts = nomination.section_ids.filtered(lambda section: section.kind == 'text')
        criteria, parts = nomination.assessment_ids, nomination.dossier_line_ids
        return [
            {'target': Part.SUMMARY},
            *({'target': Part.SECTION, 'section_id': line.id} for line in texts),
            *({'target': Part.ASSESSMENT, 'assessment_id': line.id} for line in criteria),
            *({'target': Part.DOSSIER, 'dossier_line_id': line.id} for line in parts),
            *why_two,
        ]

    def action_confirm(self):
        """Return the dossier; the parts with a reason become editable, no others.

        :raises UserError: no part has a reason, or the dossier's state does not allow it
        """
        self.ensure_one()
        items = [line._item() for line in self.line_ids if (line.reason or '').strip()]
        self.nomination_id._return({self.nomination_id: items}, self.note or '')
        return {'type': 'ir.actions.act_window_close'}
