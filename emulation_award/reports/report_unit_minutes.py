from odoo import api, models


class ReportUnitMinutes(models.AbstractModel):
    """What the template of the unit's minutes is rendered with."""

    _name = 'report.emulation_award.report_unit_minutes'
    _description = 'Minutes of a unit review'

    @api.model
    def _get_report_values(self, docids, data=None):
        """All records at once; what is printed is what the reader may read.

        :raises AccessError: the user may not read one of the reviews
        """
        docs = self.env['emulation.unit.review'].browse(docids)
        return {
            'doc_ids': docids,
            'doc_model': docs._name,
            'docs': docs,
            'minutes': docs._minutes(),
            'title': docs.display_name if len(docs) == 1 else '',
        }
