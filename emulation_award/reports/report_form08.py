from odoo import api, models


class ReportForm08(models.AbstractModel):
    """What the template of the achievement report is rendered with."""

    _name = 'report.emulation_award.report_form08'
    _description = 'Achievement report (Form 08)'

    @api.model
    def _get_report_values(self, docids, data=None):
        """All records at once, so that printing many costs no more queries than printing one.

        :raises AccessError: the user may not read one of the nominations
        """
        docs = self.env['emulation.nomination'].browse(docids)
        return {
            'doc_ids': docids,
            'doc_model': docs._name,
            'docs': docs,
            'forms': docs._form08(),
            'title': docs.display_name if len(docs) == 1 else '',
        }
