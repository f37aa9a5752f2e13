from odoo import api, models


class ReportCertificate(models.AbstractModel):
    """What the template of certificates is rendered with: what a print wizard chose."""

    _name = 'report.emulation_award.report_certificate'
    _description = 'Certificates'

    @api.model
    def _get_report_values(self, docids, data=None):
        """All awards at once, one page each.

        :raises AccessError: the wizard is another user's, or the user does not keep the registry
        :raises UserError: there is no certificate of one of the awards
        """
        wizards = self.env['emulation.certificate.print'].browse(docids)
        wizards.check_access('read')
        return {
            'doc_ids': docids,
            'doc_model': wizards._name,
            'docs': wizards,
            'pages': [page for wizard in wizards for page in wizard._pages()],
            'title': wizards[:1]._file_name(),
        }


class ReportCertificateCalibration(models.AbstractModel):
    """What the calibration sheet is rendered with: printers of certificates."""

    _name = 'report.emulation_award.report_certificate_calibration'
    _description = 'Calibration sheet of certificates'

    @api.model
    def _get_report_values(self, docids, data=None):
        """One sheet for each printer.

        :raises AccessError: the user may not read one of the printers
        """
        printers = self.env['emulation.certificate.printer'].browse(docids)
        printers.check_access('read')
        return {
            'doc_ids': docids,
            'doc_model': printers._name,
            'docs': printers,
            'sheets': {printer.id: printer._calibration_sheet() for printer in printers},
            'title': '',
        }
