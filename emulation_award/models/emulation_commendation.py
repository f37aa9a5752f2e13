from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..domain import vietnamese


class EmulationCommendation(models.Model):
    """One award one subject holds: a line of the registry (sổ khen thưởng)."""

    _name = 'emulation.commendation'
    _description = 'Commendation'
    _inherit = ['emulation.operation.mixin', 'emulation.name.order.mixin', 'mail.thread']
    _order = 'decision_date desc, id desc'
    _rec_names_search = ['holder_name', 'award_name', 'decision_number']
    _check_company_auto = True
    _name_order = {'holder_name': 'holder_sort_key'}
    _operation_fields = frozenset(
        {
            'state',
            'nomination_id',
            'is_imported',
            'revocation_document',
            'revocation_date',
            'revocation_reason',
            'decision_line_id',
            'submission_line_id',
            'gold_book_number',
            'recovery_state',
            'recovery_amount',
            'recovery_document',
            'recovery_date',
            'import_source',
            # Follow from what is entered.
            'holder_kind',
            'holder_sort_key',
            'year',
        }
    )

    company_id = fields.Many2one(
        'res.company', required=True, index=True, default=lambda self: self.env.company
    )
    employee_id = fields.Many2one(
        'hr.employee', index=True, ondelete='restrict', check_company=True
    )
    unit_id = fields.Many2one(
        'emulation.unit', 'Collective', index=True, ondelete='restrict', check_company=True
    )
    partner_id = fields.Many2one(
        'res.partner', 'Person or organisation outside', index=True, ondelete='restrict'
    )
    # A name as it was decided: it follows the choice of the holder, not a later change of name.
    holder_name = fields.Char(
        'Holder',
        compute='_compute_holder_name',
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index='trigram',
        help='Name at the time of the decision.',
    )
    holder_sort_key = fields.Char(
        compute='_compute_holder_sort_key', store=True, precompute=True, index=True
    )
    holder_kind = fields.Selection(
        [('employee', 'Employee'), ('unit', 'Collective'), ('partner', 'Outside the staff')],
        compute='_compute_holder_kind',
        store=True,
        precompute=True,
    )
    award_form_id = fields.Many2one(
        'emulation.award.form', index=True, ondelete='restrict', check_company=True
    )
    award_name = fields.Char(
        'Award',
        compute='_compute_award_name',
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help='As the decision words it; kept when the catalogue changes.',
    )
    authority_name = fields.Char(
        'Decided by', compute='_compute_award_name', store=True, readonly=False, precompute=True
    )
    citation = fields.Text('Awarded for', help='The achievement, as the decision words it.')
    decision_number = fields.Char()
    decision_date = fields.Date()
    year_only = fields.Integer(
        'Year, without a day',
        aggregator=None,
        help='Where older records say no more than the year of the decision.',
    )
    year = fields.Integer(compute='_compute_year', store=True, index=True, aggregator=None)
    state = fields.Selection(
        [('valid', 'Valid'), ('revoked', 'Revoked')],
        required=True,
        readonly=True,
        default='valid',
        copy=False,
        tracking=True,
    )
    revocation_document = fields.Char(readonly=True, copy=False, tracking=True)
    revocation_date = fields.Date('Revoked on', readonly=True, copy=False)
    revocation_reason = fields.Text(readonly=True, copy=False)
    nomination_id = fields.Many2one(
        'emulation.nomination', index=True, ondelete='restrict', readonly=True, copy=False
    )
    is_imported = fields.Boolean('Entered from older records', default=True, readonly=True)
    is_under_my_lead = fields.Boolean(
        compute='_compute_is_under_my_lead',
        search='_search_is_under_my_lead',
        help='Held by a unit the user leads or by one of its people, at any depth: what the '
        'access rule of unit leaders goes by.',
    )

    _one_holder = models.Constraint(
        'CHECK (num_nonnulls(employee_id, unit_id, partner_id) = 1)',
        'An award has one holder: an employee, a unit or an outside person or organisation.',
    )

    @api.depends('employee_id', 'unit_id', 'partner_id')
    def _compute_holder_name(self):
        for commendation in self:
            # sudo: the name alone, of a holder the user has just chosen.
            name = commendation.sudo()._holder().name
            commendation.holder_name = vietnamese.clean_name(name or commendation.holder_name or '')

    @api.depends('holder_name', 'employee_id', 'partner_id')
    def _compute_holder_sort_key(self):
        for commendation in self:
            # sudo: only whether the partner is a person, of a holder the user may see.
            partner = commendation.partner_id.sudo()
            is_person = commendation.employee_id or (partner and not partner.is_company)
            key = vietnamese.sort_key if is_person else vietnamese.text_key
            commendation.holder_sort_key = key(commendation.holder_name or '')

    @api.depends('employee_id', 'unit_id', 'partner_id')
    def _compute_holder_kind(self):
        for commendation in self:
            kinds = ('employee', 'unit', 'partner')
            commendation.holder_kind = next(
                (kind for kind in kinds if commendation[f'{kind}_id']), False
            )

    @api.depends('award_form_id')
    def _compute_award_name(self):
        for commendation in self:
            form = commendation.award_form_id
            commendation.award_name = form.name or commendation.award_name or ''
            commendation.authority_name = form.authority_id.name or commendation.authority_name

    @api.depends('decision_date', 'year_only')
    def _compute_year(self):
        for commendation in self:
            day = commendation.decision_date
            commendation.year = day.year if day else commendation.year_only

    @api.depends('employee_id', 'unit_id')
    @api.depends_context('uid')
    def _compute_is_under_my_lead(self):
        # sudo: the rule that lets a leader in is made of this.
        led = self.sudo().search(Domain('id', 'in', self.ids) & self._led_domain())
        for commendation in self:
            commendation.is_under_my_lead = commendation in led

    def _search_is_under_my_lead(self, operator, value):
        if operator != 'in':
            return NotImplemented
        led = self._led_domain()
        return led if True in value else ~led

    @api.depends('award_name', 'holder_name', 'year')
    def _compute_display_name(self):
        for commendation in self:
            year = f' ({commendation.year})' if commendation.year else ''
            commendation.display_name = (
                f'{commendation.award_name or ""} – {commendation.holder_name or ""}{year}'
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_decided(self):
        if any(not commendation.is_imported for commendation in self):
            raise UserError(
                self.env._(
                    'An award this body decided is never deleted. Revoke it, naming the decision '
                    'that does.'
                )
            )

    @api.model
    def _held_by(self, employees=None, units=None, partners=None, until=None):
        """Return the valid awards each holder has, oldest first; three queries for any number.

        :param employees: hr.employee recordset, may be None; likewise units and partners
        :param date until: leave out awards decided after this day; None for all
        :return: dict holder record -> emulation.commendation recordset, one entry per holder
        """
        held = {}
        for field_name, holders in (
            ('employee_id', employees),
            ('unit_id', units),
            ('partner_id', partners),
        ):
            if holders:
                held.update(self._held_as(field_name, holders, until))
        return held

    @api.model
    def _led_domain(self):
        """Awards of the units the user leads, of their departments' people and listed members."""
        # sudo: a leader may know whom the own unit counts.
        units = (
            self.env['emulation.unit']
            .sudo()
            .search([('leader_ids', 'in', self.env.user.employee_ids.ids)])
        )
        return (
            Domain('unit_id', 'in', units.ids)
            | Domain('employee_id', 'in', units.member_ids.ids)
            | Domain('employee_id.department_id', 'child_of', units.department_id.ids)
        )

    def _holder(self):
        self.ensure_one()
        return self.employee_id or self.unit_id or self.partner_id

    @api.model
    def _held_as(self, field_name, holders, until):
        domain = [(field_name, 'in', holders.ids), ('state', '=', 'valid')]
        if until:
            domain += ['|', ('decision_date', '=', False), ('decision_date', '<=', until)]
        # sudo: a dossier lists the nominee's awards; its reader was let in by the dossier's rules.
        awards = self.sudo().search(domain, order='decision_date, id')
        by_holder = awards.grouped(lambda award: award[field_name].id)
        return {holder: by_holder.get(holder.id, awards.browse()) for holder in holders}

    def _check_state(self, expected, problem):
        if wrong := self.filtered(lambda award: award.state != expected):
            raise UserError(
                self.env._(
                    '%(awards)s: %(problem)s. Leave it out and try again.',
                    awards=', '.join(wrong.mapped('display_name')),
                    problem=problem,
                )
            )

    def _journal(self, event, payload, payload_of=None):
        """Append one entry per award.

        :param dict payload: what is kept with each
        :param payload_of: function of an award that gives what else is kept with it, as a dict
        """
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': award,
                    'campaign': award.nomination_id.campaign_id,
                    'company': award.company_id,
                    'payload': {
                        **payload,
                        'award': award.award_name,
                        'holder': award.holder_name,
                        **(payload_of(award) if payload_of else {}),
                    },
                }
                for award in self
            ]
        )
