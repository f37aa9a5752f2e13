from odoo import fields, models


class EmulationNomination(models.Model):
    """Where a nomination was considered; the dossier is read by the members called there."""

    _inherit = 'emulation.nomination'

    agenda_item_ids = fields.One2many('emulation.agenda.item', 'nomination_id')
