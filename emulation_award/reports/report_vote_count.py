from odoo import api, models


class ReportVoteCount(models.AbstractModel):
    """What the template is rendered with: minutes of a vote count."""

    _name = 'report.emulation_award.report_vote_count'
    _description = 'Minutes of a vote count'

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
            'counts': docs._vote_count(),
            'title': docs.display_name if len(docs) == 1 else '',
        }
