from odoo import models


class ReportPaperBallot(models.AbstractModel):
    """What the template is rendered with: paper ballots of a round."""

    _name = 'report.emulation_award.report_paper_ballot'
    _description = 'Paper ballots of a round'
    _inherit = ['emulation.printed.mixin']
    _printed_model = 'emulation.round'
    _provider = '_paper_ballots'
    _variable = 'ballots'
