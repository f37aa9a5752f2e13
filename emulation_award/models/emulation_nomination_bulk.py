from odoo import models
from odoo.fields import Command


class EmulationNomination(models.Model):
    """Opening the preview of an operation on many nominations."""

    _inherit = 'emulation.nomination'

    def action_open_bulk_submit(self):
        """Show what submitting these nominations will do, before it is done."""
        return self._open_bulk('submit')

    def action_open_bulk_accept(self):
        """Show what accepting these nominations will do, before it is done."""
        return self._open_bulk('accept')

    def action_open_bulk_return(self):
        """Show what returning these nominations will do, before it is done."""
        return self._open_bulk('return')

    def _open_bulk(self, operation):
        self.check_access('read')
        wizard = self.env['emulation.nomination.bulk'].create(
            {
                'operation': operation,
                'line_ids': [Command.create({'nomination_id': one.id}) for one in self],
            }
        )
        wizard._preview()
        wizard.line_ids.filtered('refusal').sequence = 1
        return {
            'type': 'ir.actions.act_window',
            'res_model': wizard._name,
            'res_id': wizard.id,
            'name': dict(wizard._fields['operation']._description_selection(self.env))[operation],
            'views': [(False, 'form')],
            'target': 'new',
            'context': {'dialog_size': 'extra-large'},
        }
