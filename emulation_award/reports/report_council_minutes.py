from odoo import api, models


class ReportCouncilMinutes(models.AbstractModel):
    """What the template is rendered with: minutes of a session."""

    _name = 'report.emulation_award.report_council_minutes'
    _description = 'Minutes of a session'

    @api.model
    def _get_report_values(self, docids, data=None):
        """All records at once; what is printed is what the reader may read.

        :raises AccessError: the user may not print one of the records
        :raises UserError: there is nothing to print yet
        """
        docs = self.env['emulation.session'].browse(docids)
        return {
            'doc_ids': docids,
            'doc_model': docs._name,
            'docs': docs,
            'minutes': docs._minutes(),
            'title': docs.display_name if len(docs) == 1 else '',
        }
