from odoo import models


class ReportUnitMinutes(models.AbstractModel):
    """What the template of the unit's minutes is rendered with."""

    _name = 'report.emulation_award.report_unit_minutes'
    _description = 'Minutes of a unit review'
    _inherit = ['emulation.printed.mixin']
    _printed_model = 'emulation.unit.review'
    _provider = '_minutes'
    _variable = 'minutes'
