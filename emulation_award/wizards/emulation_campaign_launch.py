from markupsafe import Markup

from odoo import api, fields, models
from odoo.fields import Command


class EmulationCampaignLaunch(models.TransientModel):
    """What a plan still lacks and whom it will count, before the campaign is launched."""

    _name = 'emulation.campaign.launch'
    _description = 'Launch a campaign'

    campaign_id = fields.Many2one('emulation.campaign', required=True, ondelete='cascade')
    head_count_date = fields.Date(
        'Count the staff as of',
        required=True,
        compute='_compute_head_count_date',
        store=True,
        readonly=False,
        precompute=True,
    )
    blockers = fields.Html('To be put right first', compute='_compute_issues')
    warnings = fields.Html('Worth a look', compute='_compute_issues')
    line_ids = fields.One2many(
        'emulation.campaign.launch.line',
        'wizard_id',
        compute='_compute_line_ids',
        store=True,
        readonly=True,
    )
    head_count = fields.Integer('People counted', compute='_compute_head_count')

    @api.depends('campaign_id')
    def _compute_head_count_date(self):
        for wizard in self:
            wizard.head_count_date = wizard.campaign_id and wizard.campaign_id._head_count_day()

    @api.depends('campaign_id')
    def _compute_issues(self):
        for wizard in self:
            issues = wizard.campaign_id._issues() if wizard.campaign_id else []
            wizard.blockers = self._as_list([one.text for one in issues if one.blocking])
            wizard.warnings = self._as_list([one.text for one in issues if not one.blocking])

    @api.depends('campaign_id', 'head_count_date')
    def _compute_line_ids(self):
        for wizard in self:
            counted = {}
            if wizard.campaign_id and wizard.head_count_date:
                counted = wizard.campaign_id._counted_people(day=wizard.head_count_date)
            wizard.line_ids = [
                Command.clear(),
                *(
                    Command.create({'campaign_unit_id': unit.id, 'head_count': len(people)})
                    for unit, people in counted.items()
                ),
            ]

    @api.depends('line_ids.head_count')
    def _compute_head_count(self):
        for wizard in self:
            wizard.head_count = sum(wizard.line_ids.mapped('head_count'))

    @api.model
    def _as_list(self, texts):
        items = Markup('').join(Markup('<li>%s</li>') % text for text in texts)
        return items and Markup('<ul class="mb-0">%s</ul>') % items

    def action_confirm(self):
        """Launch, counting the staff as of the day chosen here."""
        self.ensure_one()
        self.campaign_id._check_office()
        self.campaign_id._check_state('draft')
        self.campaign_id.head_count_date = self.head_count_date
        self.campaign_id.action_launch()
        return {'type': 'ir.actions.act_window_close'}
