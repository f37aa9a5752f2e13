from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..domain import tally as counting

COUNTED = frozenset(counting.VOTES)


class EmulationPaperEntryLine(models.Model):
    """One candidate's figures in a teller's count."""

    _name = 'emulation.paper.entry.line'
    _description = "Teller's count of a candidate"
    _order = 'entry_id, id'

    entry_id = fields.Many2one(
        'emulation.paper.entry', required=True, readonly=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='entry_id.company_id', store=True, index=True)
    candidate_id = fields.Many2one(
        'emulation.candidate', required=True, readonly=True, index=True, ondelete='cascade'
    )
    yes = fields.Integer('In favour')
    no = fields.Integer('Against')
    abstain = fields.Integer('Abstentions')

    _candidate_uniq = models.Constraint(
        'UNIQUE (entry_id, candidate_id)', 'A candidate is counted once per entry.'
    )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(self.env._('Every candidate has a line already: fill it in.'))
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su:
            if vals.keys() - COUNTED:
                raise AccessError(self.env._('Enter the votes as counted, and nothing else.'))
            self.entry_id._check_own()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_operation(self):
        if not self.env.su:
            raise AccessError(self.env._('Every candidate of the round keeps a line.'))

    def _votes(self):
        self.ensure_one()
        return counting.Tally(self.yes, self.no, self.abstain)
