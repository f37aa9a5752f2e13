from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..domain.editing import Part, Role
from ..domain.states import State

UNIT = 'emulation_award.group_emulation_unit'
OFFICE = 'emulation_award.group_emulation_office'

# Who is nominated for what, when and by whom.
IDENTITY = frozenset(
    {
        'campaign_id',
        'phase_id',
        'campaign_award_id',
        'campaign_unit_id',
        'nominee_kind',
        'employee_id',
        'unit_id',
        'partner_id',
    }
)
CONTENT = {'achievement_summary': Part.SUMMARY, 'justification': Part.JUSTIFICATION}
# Their own models check what is written through them.
LINES = frozenset({'section_ids', 'assessment_ids', 'dossier_line_ids', 'evidence_ids'})
WRITABLE = IDENTITY | CONTENT.keys() | LINES
# Fields of the message thread and of activities, which have rules of their own.
THREAD_MODELS = frozenset({'mail.thread', 'mail.activity.mixin'})


class EmulationNomination(models.Model):
    """Who may change what of a nomination, whichever way the change comes in."""

    _inherit = 'emulation.nomination'
    _default_fields = WRITABLE

    can_edit_identity = fields.Boolean(compute='_compute_can_edit')
    can_edit_summary = fields.Boolean(compute='_compute_can_edit')
    can_edit_justification = fields.Boolean(compute='_compute_can_edit')
    is_proposer = fields.Boolean(
        compute='_compute_can_edit', help='The user acts for the proposing unit.'
    )

    is_led = fields.Boolean('Of my units', compute='_compute_is_led', search='_search_is_led')
    is_own = fields.Boolean('I am nominated', compute='_compute_is_own', search='_search_is_own')

    @api.depends('campaign_unit_id')
    @api.depends_context('uid')
    def _compute_is_led(self):
        for nomination in self:
            nomination.is_led = Role.LEADER in nomination._roles()

    def _search_is_led(self, operator, value):
        if operator != 'in':
            return NotImplemented
        # sudo: who leads a unit, to compare with oneself.
        units = self.env['emulation.campaign.unit'].sudo()
        led = units._search([('unit_id.leader_ids.user_id', '=', self.env.uid)])
        return Domain('campaign_unit_id', 'in', led)

    @api.depends('employee_id')
    @api.depends_context('uid')
    def _compute_is_own(self):
        for nomination in self:
            nomination.is_own = Role.NOMINEE in nomination._roles()

    def _search_is_own(self, operator, value):
        if operator != 'in':
            return NotImplemented
        return Domain('employee_id', 'in', self.env.user.employee_ids.ids)

    @api.depends(
        'state', 'campaign_unit_id', 'review_line_id', 'is_sent_back', 'return_item_ids.is_open'
    )
    @api.depends_context('uid')
    def _compute_can_edit(self):
        for nomination in self:
            roles = nomination._roles()
            nomination.is_proposer = bool(roles & {Role.LEADER, Role.OFFICE})
            nomination.can_edit_identity = (
                nomination._identity_is_open() and nomination.is_proposer
            ) or not nomination._origin
            nomination.can_edit_summary = bool(nomination._editor(Part.SUMMARY))
            nomination.can_edit_justification = bool(nomination._editor(Part.JUSTIFICATION))

    def write(self, vals):
        if not self.env.su:
            self._check_write(vals)
        result = super().write(vals)
        if IDENTITY.intersection(vals):
            self._sync_lines()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        # sudo: minutes of the unit and states; whoever deletes is checked by the record rules.
        for nomination in self.sudo():
            if nomination.state != State.DRAFT or nomination.submitted_at:
                raise UserError(
                    self.env._(
                        '%(nomination)s has left the draft and is kept. Withdraw it instead, '
                        'with the reason.',
                        nomination=nomination.display_name,
                    )
                )
        named = self.env['emulation.unit.review.line'].sudo()  # sudo: as above
        if lines := named.search([('nomination_id', 'in', self.ids)]):
            raise UserError(
                self.env._(
                    'The minutes of the unit name %(nominations)s. Withdraw instead of deleting, '
                    'or take them out of the minutes while these are a draft.',
                    nominations=', '.join(lines.nomination_id.mapped('display_name')),
                )
            )

    def _check_write(self, vals):
        self.check_access('write')
        self._refuse_operation_fields(vals)
        self._check_writable_names([vals])
        if IDENTITY.intersection(vals):
            self._check_identity_open()
            self._check_proposing_units([vals.get('campaign_unit_id')])
        for name, part in CONTENT.items():
            if name in vals:
                self._check_editable(part)

    @api.model
    def _check_writable_names(self, vals_list):
        """Refuse what no form offers: figures and names that are computed or frozen."""
        if self.env.su:
            return
        names = {name for vals in vals_list for name in vals}
        refused = sorted(name for name in names - WRITABLE if not self._is_thread_field(name))
        if refused:
            raise UserError(
                self.env._(
                    '%(fields)s cannot be written: they follow from the dossier and from the '
                    'operations on it.',
                    fields=', '.join(refused),
                )
            )

    @api.model
    def _is_thread_field(self, name):
        return any(name in self.env[model]._fields for model in THREAD_MODELS)

    # Who

    def _roles(self):
        """The roles (domain/editing.py) the user has in this nomination."""
        self.ensure_one()
        user = self.env.user
        # sudo: who leads the unit and who the nominee's user is, to compare with oneself.
        nomination = self.sudo()
        leads = user in nomination.campaign_unit_id.unit_id.leader_ids.user_id
        found = {
            Role.LEADER: leads and user.has_group(UNIT),
            Role.NOMINEE: user == nomination.employee_id.user_id,
            Role.OFFICE: user.has_group(OFFICE),
        }
        return {role for role, has in found.items() if has}

    @api.model
    def _check_proposing_units(self, campaign_unit_ids):
        """Say plainly that one proposes for the units one leads; the record rules say no more.

        :param campaign_unit_ids: ids of emulation.campaign.unit, some may be missing
        """
        if self.env.su or self.env.user.has_group(OFFICE):
            return
        # sudo: who leads a unit, to compare with oneself.
        units = self.env['emulation.campaign.unit'].sudo().browse(filter(None, campaign_unit_ids))
        others = units.filtered(lambda unit: self.env.user not in unit.unit_id.leader_ids.user_id)
        if others:
            raise AccessError(
                self.env._(
                    'You do not lead %(units)s: a nomination is made by the leaders of the '
                    'proposing unit, or by the Office.',
                    units=', '.join(others.mapped('display_name')),
                )
            )
