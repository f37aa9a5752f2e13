from odoo import fields, models


class EmulationNominationReturnLine(models.TransientModel):
    """One part of the dossier, returned if a reason is given."""

    _name = 'emulation.nomination.return.line'
    _description = 'Part of a dossier to return'

    wizard_id = fields.Many2one(
        'emulation.nomination.return', required=True, index=True, ondelete='cascade'
    )
    target = fields.Selection(
        selection=lambda self: (
            self.env['emulation.return.item']._fields['target']._description_selection(self.env)
        ),
        string='Kind of part',
        required=True,
        readonly=True,
    )
    section_id = fields.Many2one('emulation.nomination.section', readonly=True)
    assessment_id = fields.Many2one('emulation.criterion.assessment', readonly=True)
    dossier_line_id = fields.Many2one('emulation.dossier.line', readonly=True)
    part_name = fields.Char('Part', readonly=True)
    reason = fields.Text('What to put right', help='Empty: the part is not returned.')

    def _item(self):
        """The values of the returned item (emulation.return.item)."""
        self.ensure_one()
        return {
            'target': self.target,
            'section_id': self.section_id.id,
            'assessment_id': self.assessment_id.id,
            'dossier_line_id': self.dossier_line_id.id,
            'reason': self.reason.strip(),
        }

    def _part_name(self):
        self.ensure_one()
        line = self.section_id or self.assessment_id or self.dossier_line_id
        targets = dict(self._fields['target']._description_selection(self.env))
        return line.display_name or targets[self.target]
