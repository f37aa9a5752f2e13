from odoo import fields, models


class EmulationSubmissionReturnLine(models.TransientModel):
    """One of the proposed, returned if a reason is given."""

    _name = 'emulation.submission.return.line'
    _description = 'Proposed to be returned'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'line_id'})

    wizard_id = fields.Many2one(
        'emulation.submission.return', required=True, index=True, ondelete='cascade'
    )
    line_id = fields.Many2one('emulation.submission.line', 'Proposed', required=True)
    reason = fields.Char('Why returned', help='Empty: it is not returned.')
