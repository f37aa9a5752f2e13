from odoo import fields, models

from ..models.dong import Dong


class EmulationSubmissionReplyLine(models.TransientModel):
    """What the superior said of one of the proposed."""

    _name = 'emulation.submission.reply.line'
    _description = 'Answer on one of the proposed'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'line_id'})

    wizard_id = fields.Many2one(
        'emulation.submission.reply', required=True, index=True, ondelete='cascade'
    )
    line_id = fields.Many2one('emulation.submission.line', 'Proposed', required=True)
    answer = fields.Selection(
        [('awarded', 'Awarded'), ('refused', 'Refused')], help='Empty: it keeps waiting.'
    )
    reason = fields.Char('Why refused')
    prize_amount = Dong(
        'Prize (đồng)', help="Paid by the superior's fund; 0 unless the registry is to show it."
    )
