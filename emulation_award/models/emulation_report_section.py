from odoo import fields, models


class EmulationReportSection(models.Model):
    """One part of a report form: what is asked, of whom, and how it is filled."""

    _name = 'emulation.report.section'
    _description = 'Report form section'
    _inherit = ['emulation.frozen.mixin']
    _order = 'form_id, sequence, id'
    _rec_name = 'heading'

    form_id = fields.Many2one(
        'emulation.report.form', required=True, index=True, ondelete='cascade'
    )
    sequence = fields.Integer(default=10)
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives'), ('both', 'Both')],
        required=True,
        default='both',
    )
    numeral = fields.Char(help='Such as "I." or "2."; empty for a part without a number.')
    heading = fields.Char(required=True)
    kind = fields.Selection(
        [
            ('identity', 'Particulars of the nominee (generated)'),
            ('text', 'Text to write'),
            ('prior_awards', 'Awards held (from the registry)'),
        ],
        required=True,
        default='text',
    )
    guidance = fields.Text(help='Shown to the writer, never printed.')
    mandatory = fields.Boolean(default=True)

    def _frozen_campaigns(self):
        return self.form_id.campaign_id
