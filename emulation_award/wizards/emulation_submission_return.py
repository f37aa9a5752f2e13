from odoo import fields, models
from odoo.fields import Command


class EmulationSubmissionReturn(models.TransientModel):
    """Record that the superior returned a submission, whole or in part."""

    _name = 'emulation.submission.return'
    _description = 'Returned submission'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'submission_id'})

    submission_id = fields.Many2one(
        'emulation.submission',
        required=True,
        readonly=True,
        default=lambda self: self.env.context.get('active_id'),
    )
    extent = fields.Selection(
        [('whole', 'The whole submission'), ('lines', 'Some of the proposed')],
        'Returned',
        required=True,
        default='whole',
    )
    reason = fields.Text(help='As the superior words it; the units are told.')
    line_ids = fields.One2many(
        'emulation.submission.return.line',
        'wizard_id',
        default=lambda self: self._default_line_ids(),
    )

    def _default_line_ids(self):
        submission = self.env['emulation.submission'].browse(self.env.context.get('active_id'))
        waiting = submission._waiting_lines() if submission else submission.line_ids
        return [Command.create({'line_id': line.id}) for line in waiting]

    def action_confirm(self):
        """Take back what was returned.

        :raises UserError: no reason is given
        """
        self.ensure_one()
        if self.extent == 'whole':
            self.submission_id._return((self.reason or '').strip())
        else:
            said = {
                one.line_id: one.reason.strip()
                for one in self.line_ids
                if (one.reason or '').strip()
            }
            self.submission_id._return((self.reason or '').strip(), said)
        return {'type': 'ir.actions.act_window_close'}
