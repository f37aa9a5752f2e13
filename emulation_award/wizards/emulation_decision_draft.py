from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ..models.emulation_nomination_guard import OFFICE

#: What a council has settled, and is not decided on yet.
SETTLED = ('approved', 'on_hold', 'not_approved', 'awarded', 'forwarded')


class EmulationDecisionDraft(models.TransientModel):
    """Draft decisions from what the council decided: who is in, and who is left out and why.

    One decision is drafted for each award, because authority, number series and style differ.
    """

    _name = 'emulation.decision.draft'
    _description = 'Draft decisions'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'session_id', 'campaign_id'})

    session_id = fields.Many2one('emulation.session', readonly=True)
    campaign_id = fields.Many2one('emulation.campaign', readonly=True)
    line_ids = fields.One2many('emulation.decision.draft.line', 'wizard_id')
    ready_count = fields.Integer(compute='_compute_counts')
    left_out_count = fields.Integer(compute='_compute_counts')

    @api.depends('line_ids.is_selected', 'line_ids.refusal')
    def _compute_counts(self):
        for wizard in self:
            ready = wizard.line_ids.filtered(lambda line: line.is_selected and not line.refusal)
            wizard.ready_count = len(ready)
            wizard.left_out_count = len(wizard.line_ids) - len(ready)

    @api.model
    def default_get(self, fields):
        found = super().default_get(fields)
        if 'line_ids' in fields:
            nominations = self._offered(found)
            refusals = self._refusals(nominations)
            found['line_ids'] = [
                Command.create(
                    {
                        'nomination_id': one.id,
                        'refusal': refusals.get(one, ''),
                        'is_selected': one not in refusals,
                    }
                )
                for one in nominations.sorted(lambda one: one in refusals)
            ]
        return found

    def action_confirm(self):
        """Draft the decisions and show them.

        :raises AccessError: the user is of no Office
        :raises UserError: nobody is chosen, or one of them cannot be awarded any more
        """
        self.ensure_one()
        self.env['emulation.decision']._check_office()
        chosen = self.line_ids.filtered(lambda line: line.is_selected and not line.refusal)
        if not chosen:
            raise UserError(self.env._('Nobody is ready to be named in a decision.'))
        drafts = self.env['emulation.decision']._draft(chosen.nomination_id)
        return drafts._action_show()

    @api.model
    def _offered(self, values):
        """Nominations of the session, of the campaign, or those chosen in a list."""
        nominations = self.env['emulation.nomination']
        if not self.env.user.has_group(OFFICE):
            return nominations
        if session_id := values.get('session_id'):
            session = self.env['emulation.session'].browse(session_id)
            offered = session.item_ids.nomination_id
        elif campaign_id := values.get('campaign_id'):
            domain = Domain('campaign_id', '=', campaign_id) & Domain('state', 'in', SETTLED)
            offered = nominations.search(domain)
        else:
            chosen = self.env.context.get('active_ids') or []
            is_list = self.env.context.get('active_model') == nominations._name
            offered = nominations.browse(chosen if is_list else []).exists()
        offered.check_access('read')
        by_award = offered.grouped('campaign_award_id')
        in_order = sorted(by_award, key=lambda one: (one.sequence, one.id))
        decisions = self.env['emulation.decision']
        return nominations.union(*(decisions._by_merit(by_award[one]) for one in in_order))

    @api.model
    def _refusals(self, nominations):
        """Why each nomination is left out, in words; those that nothing hinders are not there."""
        refusal = self.env['emulation.refusal']
        found = self.env['emulation.decision']._draft_findings(nominations)
        return {one: '\n'.join(refusal._sentences(why)) for one, why in found.items() if why}
