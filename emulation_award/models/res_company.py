from odoo import fields, models

from odoo.addons.base.models.res_partner import _tz_get


class ResCompany(models.Model):
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
