from odoo import api, models


class EmulationPrintedMixin(models.AbstractModel):
    """What the template of a printed document is rendered with.

    A report names the model it prints, the provider on that model that returns the view-models
    (`{record id: view-model}`), and what the template calls them.
    """

    _name = 'emulation.printed.mixin'
    _description = 'Values of a printed document'

    _printed_model = ''
    _provider = ''
    _variable = ''

    @api.model
    def _get_report_values(self, docids, data=None):
        """All records at once, so that printing many costs no more queries than printing one.

        :raises AccessError: the reader may not read one of the records
        :raises UserError: one of them has nothing to print yet
        """
        docs = self.env[self._printed_model].browse(docids)
        return {
            'doc_ids': docids,
            'doc_model': docs._name,
            'docs': docs,
            self._variable: getattr(docs, self._provider)(),
            'title': docs.display_name if len(docs) == 1 else '',
        }
