from odoo import api, fields, models
from odoo.exceptions import ValidationError


class EmulationAttendance(models.Model):
    """A member's attendance at a session (thành phần dự họp)."""

    _name = 'emulation.attendance'
    _description = 'Council attendance'
    _inherit = ['emulation.session.part']
    _order = 'session_id, sequence, id'
    _rec_name = 'member_id'
    _writable_in = {
        '*': ('draft', 'convened', 'open'),
        'member_id': ('draft', 'convened'),
        'session_id': ('draft',),
    }

    session_id = fields.Many2one('emulation.session', required=True, index=True, ondelete='cascade')
    company_id = fields.Many2one(related='session_id.company_id', store=True, index=True)
    member_id = fields.Many2one(
        'emulation.council.member', required=True, index=True, ondelete='restrict'
    )
    role = fields.Selection(related='member_id.role')
    is_voting = fields.Boolean(related='member_id.is_voting')
    sequence = fields.Integer(related='member_id.sequence', store=True)
    presence = fields.Selection(
        [
            ('unknown', 'Not yet known'),
            ('present', 'Present'),
            ('absent', 'Absent'),
            ('written', 'Written opinion'),
            ('substitute', 'Substitute'),
        ],
        required=True,
        default='unknown',
    )
    absence_reason = fields.Char()
    substitute_id = fields.Many2one('hr.employee', index='btree_not_null', ondelete='restrict')
    substitute_document = fields.Char(help='The writing that names the substitute.')

    _member_uniq = models.Constraint(
        'UNIQUE (session_id, member_id)', 'A member attends a session once.'
    )

    @api.constrains('presence', 'absence_reason', 'substitute_id', 'substitute_document')
    def _check_reasons(self):
        for line in self:
            if line.presence == 'absent' and not line.absence_reason:
                raise ValidationError(
                    self.env._('Say why %(name)s is absent.', name=line.member_id.name)
                )
            if line.presence == 'substitute' and not (
                line.substitute_id and line.substitute_document
            ):
                raise ValidationError(
                    self.env._(
                        'A substitute of %(name)s is named in writing: enter who, and the '
                        'document.',
                        name=line.member_id.name,
                    )
                )

    @api.constrains('substitute_id')
    def _check_substitute_is_no_member(self):
        for line in self.filtered('substitute_id'):
            if line.substitute_id in line.session_id.attendance_ids.member_id.employee_id:
                raise ValidationError(
                    self.env._(
                        '%(name)s sits on the council and cannot stand in for another member.',
                        name=line.substitute_id.sudo().name,  # sudo: the name just chosen
                    )
                )
