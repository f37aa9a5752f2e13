from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.emulation_submission import AWARD_KINDS


class EmulationSubmissionDraft(models.TransientModel):
    """Draft submissions upward from what the council approved: one per authority."""

    _name = 'emulation.submission.draft'
    _description = 'Draft submissions upward'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'campaign_id'})

    campaign_id = fields.Many2one(
        'emulation.campaign',
        required=True,
        domain="[('state', 'in', ('launched', 'closed'))]",
        default=lambda self: self._default_campaign_id(),
    )
    session_ids = fields.Many2many(
        'emulation.session',
        string='Sessions',
        domain="[('campaign_id', '=', campaign_id), ('state', '=', 'minuted')]",
        help='Only what these approved; empty: all that waits.',
    )
    award_kind = fields.Selection(AWARD_KINDS, 'Type of award', required=True, default='campaign')
    summary = fields.Text('Waiting', compute='_compute_summary')

    @api.model
    def _default_campaign_id(self):
        running = self.env['emulation.campaign'].search([('state', '=', 'launched')], limit=2)
        return running.id if len(running) == 1 else False

    @api.depends('campaign_id', 'session_ids')
    def _compute_summary(self):
        submissions = self.env['emulation.submission']
        for wizard in self:
            waiting = submissions._waiting_by_authority(wizard.campaign_id, wizard._sessions())
            wizard.summary = '\n'.join(
                f'{authority.name}: {", ".join(nominations.mapped("nominee_name"))}'
                for authority, nominations in waiting.items()
            )

    def _sessions(self):
        return self.session_ids or None

    def action_confirm(self):
        """Draft one submission for each authority something waits for.

        :raises UserError: nothing waits
        """
        self.ensure_one()
        drafted = self.env['emulation.submission']._draft_for(
            self.campaign_id, self.award_kind, self._sessions()
        )
        if not drafted:
            raise UserError(
                self.env._(
                    'Nothing waits: the council approved nothing for a superior authority that is '
                    'not in a submission already.'
                )
            )
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_submission_action'
        )
        if len(drafted) == 1:
            return {**action, 'res_id': drafted.id, 'views': [(False, 'form')]}
        return {**action, 'domain': [('id', 'in', drafted.ids)], 'context': {}}
