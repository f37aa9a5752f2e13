from odoo import models


class ReportForm08(models.AbstractModel):
    """What the template of the achievement report is rendered with."""

    _name = 'report.emulation_award.report_form08'
    _description = 'Achievement report (Form 08)'
    _inherit = ['emulation.printed.mixin']
    _printed_model = 'emulation.nomination'
    _provider = '_form08'
    _variable = 'forms'
