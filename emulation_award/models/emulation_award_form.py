from odoo import fields, models


class EmulationAwardForm(models.Model):
    """A form of commendation or a title of emulation (hình thức khen thưởng, danh hiệu thi đua)."""

    _name = 'emulation.award.form'
    _description = 'Award form'
    _inherit = ['emulation.source.mixin', 'emulation.cited.mixin']
    _order = 'sequence, name'
    _check_company_auto = True
    _checked_fields = frozenset(
        {'name', 'kind', 'subject', 'authority_id', 'threshold_percent', 'threshold_basis'}
    )

    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=10)
    kind = fields.Selection(
        [('commendation', 'Commendation'), ('title', 'Title')],
        required=True,
        default='commendation',
        help='Hình thức khen thưởng, or danh hiệu thi đua: the law treats them differently.',
    )
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives'), ('both', 'Both')],
        required=True,
        default='both',
    )
    authority_id = fields.Many2one(
        'emulation.authority', required=True, index=True, check_company=True
    )
    report_form_id = fields.Many2one('emulation.report.form', index=True, check_company=True)
    rate_ids = fields.One2many('emulation.rate', 'award_form_id', 'Prize coefficients')
    threshold_percent = fields.Integer(
        'Legal vote threshold (%)',
        help='Share of all council members the law demands; 0 where the law sets none.',
    )
    threshold_basis = fields.Char('Threshold by')
    company_id = fields.Many2one('res.company', index=True)
    active = fields.Boolean(default=True)

    _threshold_range = models.Constraint(
        'CHECK (threshold_percent BETWEEN 0 AND 100)', 'A threshold is between 0 and 100 %.'
    )
