from odoo import api, fields, models

#: What of a figure the journal tells.
TOLD = ('value', 'date_from', 'code', 'subject', 'source', 'verification')


class EmulationRate(models.Model):
    """Whatever happens to a figure is in the journal: who entered it, and what it was before."""

    _inherit = 'emulation.rate'

    @api.model_create_multi
    def create(self, vals_list):
        rates = super().create(vals_list)
        rates._journal('rate.added')
        return rates

    def write(self, vals):
        before = {rate: rate._figure() for rate in self}
        result = super().write(vals)
        changed = self.filtered(lambda rate: rate._figure() != before[rate])
        changed._journal('rate.changed', before)
        return result

    def unlink(self):
        self._journal('rate.removed')
        return super().unlink()

    def _journal(self, event, before=None):
        """Append one entry per figure, to the journal of its company or else of the user's.

        :param dict before: what the changed ones said, as of :meth:`_figure`
        """
        if self._is_shipped():
            return
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': rate,
                    'company': rate.award_form_id.company_id or self.env.company,
                    'payload': {
                        **rate._figure(),
                        **({'was': before[rate]} if before else {}),
                    },
                }
                for rate in self
            ]
        )

    @api.model
    def _is_shipped(self):
        """Whether the addon's own data are loaded or taken away, which no remote caller can say."""
        context = self.env.context
        is_module = context.get('install_mode') or context.get('MODULE_UNINSTALL_FLAG')
        return self.env.su and bool(is_module)

    def _figure(self):
        """The figure as the journal tells it, texts only."""
        self.ensure_one()
        told = {name: self[name] or '' for name in TOLD}
        return {
            **told,
            'value': str(self.value),
            'date_from': fields.Date.to_string(self.date_from) or '',
            'award': self.award_form_id.name or '',
            'basis': self.legal_basis_id.number or '',
        }
