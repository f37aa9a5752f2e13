from odoo import api, models


class ReportPaperBallot(models.AbstractModel):
    """What the template is rendered with: paper ballots of a round."""

    _name = 'report.emulation_award.report_paper_ballot'
    _description = 'Paper ballots of a round'

    @api.model
    def _get_report_values(self, docids, data=None):
        """All records at once; what is printed is what the reader may read.

        :raises AccessError: the user may not print one of the records
        :raises UserError: there is nothing to print yet
        """
        docs = self.env['emulation.round'].browse(docids)
        return {
            'doc_ids': docids,
            'doc_model': docs._name,
            'docs': docs,
            'ballots': docs._paper_ballots(),
            'title': docs.display_name if len(docs) == 1 else '',
        }
