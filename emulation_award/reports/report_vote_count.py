from odoo import models


class ReportVoteCount(models.AbstractModel):
    """What the template is rendered with: minutes of a vote count."""

    _name = 'report.emulation_award.report_vote_count'
    _description = 'Minutes of a vote count'
    _inherit = ['emulation.printed.mixin']
    _printed_model = 'emulation.round'
    _provider = '_vote_count'
    _variable = 'counts'
