from odoo import models


class ReportCouncilMinutes(models.AbstractModel):
    """What the template is rendered with: minutes of a session."""

    _name = 'report.emulation_award.report_council_minutes'
    _description = 'Minutes of a session'
    _inherit = ['emulation.printed.mixin']
    _printed_model = 'emulation.session'
    _provider = '_minutes'
    _variable = 'minutes'
