from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of the addon, one set per company."""

    _inherit = 'res.config.settings'

    emulation_tz = fields.Selection(related='company_id.emulation_tz', readonly=False)
    emulation_sync_departments = fields.Boolean(
        related='company_id.emulation_sync_departments', readonly=False
    )
    emulation_reminder_before = fields.Char(
        related='company_id.emulation_reminder_before', readonly=False
    )
    emulation_reminder_after = fields.Char(
        related='company_id.emulation_reminder_after', readonly=False
    )
    emulation_category_id = fields.Many2one(
        related='company_id.emulation_category_id', readonly=False
    )

    def action_emulation_create_units(self):
        """Create the units missing for the departments of the company being set up."""
        self.ensure_one()
        units = self.env['emulation.unit'].with_company(self.company_id)
        return units.action_create_from_departments()
