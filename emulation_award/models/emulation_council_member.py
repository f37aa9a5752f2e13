from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..domain import vietnamese

#: Who a term is of and what it lets one do; fixed once a session knows it.
IDENTITY = frozenset({'council_id', 'employee_id', 'role', 'is_voting', 'date_from'})


class EmulationCouncilMember(models.Model):
    """One person's term on a council (thành viên hội đồng); a successor is a new term."""

    _name = 'emulation.council.member'
    _description = 'Council member'
    _order = 'council_id, sequence, sort_key, id'
    _check_company_auto = True

    council_id = fields.Many2one(
        'emulation.council', required=True, index=True, ondelete='restrict'
    )
    company_id = fields.Many2one(related='council_id.company_id', store=True, index=True)
    employee_id = fields.Many2one('hr.employee', required=True, index=True, ondelete='restrict')
    user_id = fields.Many2one(related='employee_id.user_id', store=True, index=True)
    name = fields.Char(compute='_compute_name', store=True, help='Kept when the person leaves.')
    sort_key = fields.Char(compute='_compute_name', store=True)
    position = fields.Char(
        compute='_compute_position',
        store=True,
        readonly=False,
        help='Position in the agency, as printed in minutes.',
    )
    role = fields.Selection(
        [
            ('chair', 'Chair of the council'),
            ('vice_chair', 'Vice chair of the council'),
            ('standing', 'Standing member'),
            ('member', 'Member'),
            ('secretary', 'Secretary'),
            ('guest', 'Guest'),
        ],
        required=True,
        default='member',
    )
    sequence = fields.Integer(compute='_compute_sequence', store=True)
    is_voting = fields.Boolean('Votes', default=True)
    date_from = fields.Date('From', required=True, default=fields.Date.context_today)
    date_to = fields.Date('Until', help='Last day of the term; empty while it lasts.')
    attendance_ids = fields.One2many('emulation.attendance', 'member_id')

    _term_order = models.Constraint(
        'CHECK (date_to IS NULL OR date_from <= date_to)', 'A term ends after it begins.'
    )
    _guest_no_vote = models.Constraint(
        "CHECK (role != 'guest' OR NOT is_voting)", 'A guest has no vote.'
    )

    @api.depends('employee_id')
    def _compute_name(self):
        for member in self:
            # sudo: a member's name and position are public within the council.
            member.name = vietnamese.clean_name(member.employee_id.sudo().name or '')
            member.sort_key = vietnamese.sort_key(member.name)

    @api.depends('employee_id')
    def _compute_position(self):
        for member in self:
            member.position = member.employee_id.sudo().job_title  # sudo: see _compute_name

    @api.depends('role')
    def _compute_sequence(self):
        roles = list(dict(self._fields['role'].selection))
        for member in self:
            member.sequence = roles.index(member.role)

    @api.depends('name', 'role')
    def _compute_display_name(self):
        for member in self:
            member.display_name = member.name

    @api.constrains('council_id', 'employee_id', 'date_from', 'date_to')
    def _check_one_term_at_a_time(self):
        for member in self:
            others = self.search(
                Domain('council_id', '=', member.council_id.id)
                & Domain('employee_id', '=', member.employee_id.id)
                & Domain('id', '!=', member.id)
                & Domain('date_from', '<=', member.date_to or fields.Date.to_date('9999-12-31'))
                & (Domain('date_to', '=', False) | Domain('date_to', '>=', member.date_from))
            )
            if others:
                raise ValidationError(
                    self.env._(
                        '%(name)s already has a term on this council from %(day)s. End that term '
                        'first.',
                        name=member.name,
                        day=vietnamese.short_date(others[0].date_from),
                    )
                )

    def write(self, vals):
        if IDENTITY.intersection(vals):
            self._check_not_in_record(vals)
        return super().write(vals)

    def _check_not_in_record(self, vals):
        """A term that a session knows is history: end it and begin another."""
        for member in self.filtered('attendance_ids'):
            changed = [
                name
                for name in IDENTITY.intersection(vals)
                if member._fields[name].convert_to_write(member[name], member) != vals[name]
                and str(member[name]) != str(vals[name])
            ]
            if changed:
                raise ValidationError(
                    self.env._(
                        '%(name)s has sat in a session under this term, which stays as it was. '
                        'Enter its last day, and a new term for what changed.',
                        name=member.name,
                    )
                )
