from odoo import models


class EmulationCampaign(models.Model):
    """What a campaign leads to: nominations, units, phases, milestones, journal."""

    _inherit = 'emulation.campaign'

    def action_view_nominations(self):
        """The nominations of this campaign the reader may see."""
        return self._open_related('emulation.nomination', self.env._('Nominations'), 'list,form')

    def action_view_units(self):
        """The units that take part, with their head counts and quotas."""
        return self._open_related('emulation.campaign.unit', self.env._('Units'), 'list,form')

    def action_view_phases(self):
        """The phases and deadlines."""
        return self._open_related('emulation.phase', self.env._('Phases'), 'list,calendar,form')

    def action_view_milestones(self):
        """What the campaign has promised, and how far it is."""
        return self._open_related(
            'emulation.campaign.milestone', self.env._('Milestones'), 'kanban,list,form'
        )

    def action_view_journal(self):
        """The journal of this campaign."""
        return self._open_related('emulation.journal', self.env._('Journal'), 'list,form')

    def action_verify_journal(self):
        """Recompute the journal of this campaign and say whether it holds."""
        self.ensure_one()
        chains = self.env['emulation.journal.chain']
        return chains.search([('campaign_id', '=', self.id)]).action_verify()

    def _open_related(self, model, title, view_mode):
        self.ensure_one()
        self.check_access('read')
        return {
            'type': 'ir.actions.act_window',
            'name': title,
            'res_model': model,
            'view_mode': view_mode,
            'domain': [('campaign_id', '=', self.id)],
            'context': {'default_campaign_id': self.id, 'create': self.state == 'draft'},
        }
