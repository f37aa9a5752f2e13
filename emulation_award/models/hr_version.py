from odoo import api, fields, models


class HrVersion(models.Model):
    """Staff category, dated like the rest of a person's employment."""

    _inherit = 'hr.version'

    emulation_category_id = fields.Many2one(
        'emulation.employee.category',
        'Staff category',
        index='btree_not_null',
        groups='hr.group_hr_user',
        tracking=True,
        default=lambda self: self._default_emulation_category(),
        help='Công chức, viên chức, người lao động …: decides who a plan counts and rewards.',
    )

    @api.model
    def _default_emulation_category(self):
        # While this addon is being installed the company has no such column yet, and people
        # already employed get no category by default: it must be entered for each.
        return self.env.registry.ready and self.env.company.emulation_category_id
