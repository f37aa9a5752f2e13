from odoo import api, models


class ReportRegistryExtract(models.AbstractModel):
    """What the template is rendered with: one extract of all chosen awards of a company."""

    _name = 'report.emulation_award.report_registry_extract'
    _description = 'Extract of the registry'

    @api.model
    def _get_report_values(self, docids, data=None):
        """One document for each company, however many awards were chosen.

        :raises AccessError: the user may not read one of the awards
        """
        awards = self.env['emulation.commendation'].browse(docids)
        return {
            'doc_ids': docids,
            'doc_model': awards._name,
            'docs': awards,
            'extracts': awards._registry_extract(),
            'title': awards._extract_file_name(),
        }
