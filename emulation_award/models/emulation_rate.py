from odoo import fields, models


class EmulationRate(models.Model):
    """A dated figure of the law: base salary (lương cơ sở) or a prize coefficient (hệ số)."""

    _name = 'emulation.rate'
    _description = 'Dated rate'
    _inherit = ['emulation.source.mixin']
    _order = 'code, award_form_id, subject, date_from desc'

    code = fields.Selection(
        [('base_salary', 'Base salary'), ('prize_coefficient', 'Prize coefficient')],
        required=True,
        default='prize_coefficient',
    )
    award_form_id = fields.Many2one('emulation.award.form', index=True, ondelete='cascade')
    subject = fields.Selection([('individual', 'Individual'), ('collective', 'Collective')])
    value = fields.Float(required=True, digits=(16, 4))
    date_from = fields.Date('In force from', required=True)
    legal_basis_id = fields.Many2one('emulation.legal.basis', index='btree_not_null')

    _uniq = models.UniqueIndex(
        "(code, COALESCE(award_form_id, 0), COALESCE(subject, ''), date_from)",
        'There is already a rate of this kind from this date.',
    )
    _coefficient_target = models.Constraint(
        "CHECK ((code = 'base_salary') = (award_form_id IS NULL))",
        'A coefficient belongs to an award form; the base salary belongs to none.',
    )
    _value_positive = models.Constraint('CHECK (value > 0)', 'A rate is above zero.')
