from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..domain import vietnamese


class EmulationUnit(models.Model):
    """A unit or collective (đơn vị, tập thể): proposes nominees and may be one.

    A unit made from a department follows it and holds the department's employees; another,
    such as a party cell (chi bộ), lists its members itself.
    """

    _name = 'emulation.unit'
    _description = 'Unit'
    _inherit = ['mail.thread', 'emulation.name.order.mixin']
    _order = 'sequence, name'
    _check_company_auto = True

    name = fields.Char(required=True, tracking=True)
    sequence = fields.Integer(default=10)
    code = fields.Char()
    kind = fields.Selection(
        [
            ('division', 'Division'),
            ('subordinate_unit', 'Subordinate unit'),
            ('party_cell', 'Party cell'),
            ('union', 'Trade union'),
            ('youth_union', 'Youth union'),
            ('other', 'Other collective'),
        ],
        required=True,
        default='division',
        tracking=True,
    )
    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    department_id = fields.Many2one(
        'hr.department', index=True, check_company=True, ondelete='restrict', tracking=True
    )
    follows_department = fields.Boolean(
        compute='_compute_follows_department',
        help='Name, superior unit and archiving come from the department.',
    )
    parent_id = fields.Many2one(
        'emulation.unit', index=True, check_company=True, string='Superior unit'
    )
    child_ids = fields.One2many('emulation.unit', 'parent_id', string='Subordinate units')
    # Who leads a unit reads and sends its dossiers: changes are tracked.
    leader_ids = fields.Many2many(
        'hr.employee',
        'emulation_unit_leader_rel',
        'unit_id',
        'employee_id',
        string='Leaders',
        check_company=True,
        tracking=True,
    )
    leader_warning = fields.Text(
        compute='_compute_leader_warning', help='Told to the Office alone, which can mend it.'
    )
    # Membership of the Party is a sensitive personal fact: not for every colleague to read.
    member_ids = fields.Many2many(
        'hr.employee',
        'emulation_unit_member_rel',
        'unit_id',
        'employee_id',
        string='Listed members',
        check_company=True,
        groups='emulation_award.group_emulation_office,emulation_award.group_emulation_auditor',
        help='Only for a unit without a department, such as a party cell.',
    )
    employee_count = fields.Integer('Employees', compute='_compute_employee_count')
    commendation_ids = fields.One2many('emulation.commendation', 'unit_id')
    commendation_count = fields.Integer('Awards held', compute='_compute_commendation_count')
    address = fields.Char()
    functions = fields.Text('Functions and tasks')
    active = fields.Boolean(default=True, tracking=True)

    _department_uniq = models.UniqueIndex(
        '(department_id) WHERE department_id IS NOT NULL',
        'There is already a unit for this department.',
    )

    @api.depends('department_id', 'company_id.emulation_sync_departments')
    def _compute_follows_department(self):
        for unit in self:
            # sudo: whether the company's units follow departments is no secret.
            company = unit.company_id.sudo()
            unit.follows_department = bool(
                unit.department_id and company.emulation_sync_departments
            )

    @api.depends('leader_ids.user_id.all_group_ids')
    @api.depends_context('uid')
    def _compute_leader_warning(self):
        is_office = self.env.user.has_group('emulation_award.group_emulation_office')
        for unit in self:
            unit.leader_warning = is_office and '\n'.join(unit._leader_warnings())

    @api.depends('department_id', 'member_ids', 'active')
    def _compute_employee_count(self):
        people = self._current_employees()
        for unit in self:
            unit.employee_count = len(people[unit])

    def _compute_commendation_count(self):
        held = self.env['emulation.commendation']._read_group(
            [('unit_id', 'in', self.ids), ('state', '=', 'valid')], ['unit_id'], ['__count']
        )
        counts = {unit.id: count for unit, count in held}
        for unit in self:
            unit.commendation_count = counts.get(unit.id, 0)

    @api.constrains('parent_id')
    def _check_no_cycle(self):
        if self._has_cycle():
            raise ValidationError(self.env._('A unit cannot be above itself.'))

    @api.constrains('department_id', 'member_ids')
    def _check_members_listed(self):
        # sudo: the list of members has a field group of its own.
        for unit in self.sudo():
            if unit.department_id and unit.member_ids:
                raise ValidationError(
                    self.env._(
                        'Unit "%(unit)s" is department "%(department)s": its members are the '
                        "department's employees. Remove the listed members, or the department.",
                        unit=unit.name,
                        department=unit.department_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_clean_name(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_clean_name(vals))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_history(self):
        if kept := self._with_history():
            raise UserError(
                self.env._(
                    '%(units)s took part in a campaign, was nominated or holds an award: archive '
                    'it instead, so that its history stays readable.',
                    units=', '.join(f'"{unit.name}"' for unit in kept),
                )
            )

    def action_open_employees(self):
        """Open the list of the people this unit counts today."""
        self.ensure_one()
        self.check_access('read')
        return {
            'type': 'ir.actions.act_window',
            'name': self.env._('Employees of %(unit)s', unit=self.name),
            'res_model': 'hr.employee',
            'view_mode': 'list,form',
            'views': [
                (self.env.ref('emulation_award.hr_employee_view_list_unit').id, 'list'),
                (False, 'form'),
            ],
            'domain': [('id', 'in', self._current_employees()[self].ids)],
        }

    def action_open_commendations(self):
        """Open the awards this unit holds as a collective."""
        self.ensure_one()
        self.check_access('read')
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_commendation_action'
        )
        return {
            **action,
            'domain': [('unit_id', '=', self.id)],
            'context': {'default_unit_id': self.id},
        }

    @api.model
    def _with_clean_name(self, vals):
        return {**vals, 'name': vietnamese.clean_name(vals['name'])} if vals.get('name') else vals

    def _with_history(self):
        """Those of the units that some campaign, nomination or award refers to."""
        if not self:
            return self
        used = set()
        for model in ('emulation.campaign.unit', 'emulation.nomination', 'emulation.commendation'):
            # sudo: a reference one may not read still forbids the deletion.
            groups = self.env[model].sudo()._read_group([('unit_id', 'in', self.ids)], ['unit_id'])
            used.update(unit.id for (unit,) in groups)
        return self.filtered(lambda unit: unit.id in used)

    def _leader_warnings(self):
        """Why this unit's leaders could not do their part, as sentences; [] when they can."""
        self.ensure_one()
        # sudo: only whether a leader has a login and the role.
        leaders = self.sudo().leader_ids
        if not leaders:
            return [self.env._('No leader: nobody can hold the meeting or send the dossiers.')]
        without_user = leaders.filtered(lambda leader: not leader.user_id)
        without_role = (leaders - without_user).filtered(
            lambda leader: not leader.user_id.has_group('emulation_award.group_emulation_unit')
        )
        warnings = []
        if without_user:
            warnings.append(
                self.env._(
                    'Without a user account: %(leaders)s. Link one on the employee.',
                    leaders=', '.join(without_user.mapped('name')),
                )
            )
        if without_role:
            warnings.append(
                self.env._(
                    'Without the role "Unit leader": %(leaders)s. Grant it on the user.',
                    leaders=', '.join(without_role.mapped('name')),
                )
            )
        return warnings
