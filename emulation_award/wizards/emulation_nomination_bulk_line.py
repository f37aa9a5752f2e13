from odoo import fields, models


class EmulationNominationBulkLine(models.TransientModel):
    """What will happen to one nomination."""

    _name = 'emulation.nomination.bulk.line'
    _description = 'Nomination in an operation on many'
    _inherit = ['emulation.nomination.pointer']
    _order = 'wizard_id, sequence, id'

    wizard_id = fields.Many2one(
        'emulation.nomination.bulk', required=True, index=True, ondelete='cascade'
    )
    nomination_id = fields.Many2one('emulation.nomination', required=True, readonly=True)
    reference = fields.Char(related='nomination_id.reference')
    nominee_name = fields.Char(related='nomination_id.nominee_name')
    campaign_award_id = fields.Many2one(related='nomination_id.campaign_award_id')
    campaign_unit_id = fields.Many2one(related='nomination_id.campaign_unit_id')
    sequence = fields.Integer(default=0, help='Those that are ready come first.')
    is_selected = fields.Boolean('Include', default=True)
    # What the screen shows; asked anew before anything is done.
    refusal = fields.Text('Refused because')
