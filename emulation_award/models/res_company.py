from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.base.models.res_partner import _tz_get

from ..domain import windows
from ..domain.errors import DaysError


class ResCompany(models.Model):
    """Settings of the body that runs campaigns."""

    _inherit = 'res.company'

    emulation_tz = fields.Selection(
        _tz_get,
        'Time zone of deadlines',
        required=True,
        default='Asia/Ho_Chi_Minh',
        help='A deadline ends at midnight of this time zone, wherever the reader is.',
    )
    emulation_sync_departments = fields.Boolean('Units follow departments')
    emulation_reminder_before = fields.Char('Remind before the deadline (days)', default='7, 3, 1')
    emulation_reminder_after = fields.Char('Remind after the deadline (days)', default='1, 3')
    emulation_category_id = fields.Many2one(
        'emulation.employee.category',
        'Default staff category',
        index='btree_not_null',
        help='Given to new employees; change it on the employee where it differs.',
    )

    def _emulation_today(self):
        """The day it is where the body is, wherever the user or the server."""
        return fields.Date.context_today(self.with_context(tz=self.emulation_tz))

    @api.constrains('emulation_reminder_before', 'emulation_reminder_after')
    def _check_emulation_reminders(self):
        for company in self:
            for days in (company.emulation_reminder_before, company.emulation_reminder_after):
                company._check_emulation_days(days)

    def _check_emulation_days(self, days):
        try:
            windows.parse_days(days or '')
        except DaysError as error:
            raise ValidationError(
                self.env._(
                    '"%(days)s" is not a list of days. Enter whole numbers separated by commas, '
                    'such as "7, 3, 1".',
                    days=days,
                )
            ) from error
