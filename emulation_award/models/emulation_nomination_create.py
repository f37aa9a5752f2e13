from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ..domain import states
from ..domain.findings import Finding

SEQUENCE = 'emulation.nomination'
# Which model holds the lines a nomination gets for each entry of the campaign's rules.
LINES = {
    'section_ids': 'template_id',
    'assessment_ids': 'criterion_id',
    'dossier_line_ids': 'requirement_id',
}


class EmulationNomination(models.Model):
    """Making a nomination: its number, its consistency, and the dossier it has to fill in."""

    _inherit = 'emulation.nomination'

    @api.model_create_multi
    def create(self, vals_list):
        self._check_writable_names(vals_list)
        self._check_proposing_units(vals.get('campaign_unit_id') for vals in vals_list)
        nominations = super().create(vals_list)
        nominations._sync_lines()
        return nominations

    def _prepare_create_values(self, vals_list):
        prepared = super()._prepare_create_values(vals_list)
        for vals, reference in zip(prepared, self._next_references(len(prepared)), strict=True):
            vals['reference'] = reference
        return prepared

    @api.model
    def _next_references(self, count):
        """Numbers for `count` new nominations, in one query where the sequence allows it."""
        # sudo: numbering is no business of whoever nominates.
        sequence = (
            self.env['ir.sequence']
            .sudo()
            .search(
                [('code', '=', SEQUENCE), ('company_id', 'in', [self.env.company.id, False])],
                order='company_id',
                limit=1,
            )
        )
        if sequence.implementation != 'standard' or sequence.use_date_range:
            return [sequence.next_by_id() for _each in range(count)]
        name = f'ir_sequence_{sequence.id:03d}'
        drawn = SQL('SELECT nextval(%s) FROM generate_series(1, %s)', name, count)
        return [sequence.get_next_char(number) for (number,) in self.env.execute_query(drawn)]

    # What must fit together

    @api.constrains('campaign_id')
    def _check_campaign_launched(self):
        found = [
            states.launched_finding(campaign.name, campaign.state) for campaign in self.campaign_id
        ]
        self.env['emulation.refusal']._raise_if(list(filter(None, found)))

    @api.constrains('campaign_id', 'phase_id', 'campaign_award_id', 'campaign_unit_id')
    def _check_same_campaign(self):
        for nomination in self:
            for name in ('phase_id', 'campaign_award_id', 'campaign_unit_id'):
                if nomination[name].campaign_id != nomination.campaign_id:
                    raise ValidationError(
                        self.env._(
                            '%(field)s "%(value)s" is not of campaign "%(campaign)s". '
                            'Choose one of that campaign.',
                            field=self._fields[name]._description_string(self.env),
                            value=nomination[name].display_name,
                            campaign=nomination.campaign_id.name,
                        )
                    )

    @api.constrains('nominee_kind', 'employee_id', 'unit_id', 'partner_id')
    def _check_nominee_kind(self):
        wrong = self.filtered(lambda nomination: not nomination._is_of_its_kind())
        if wrong:
            raise ValidationError(
                self.env._(
                    '%(nominees)s: an individual is an employee or a person outside, a collective '
                    'is a unit or an organisation outside. Choose the nominee anew.',
                    nominees=', '.join(wrong.mapped('nominee_name')),
                )
            )

    def _is_of_its_kind(self):
        self.ensure_one()
        if self.partner_id:
            # sudo: whether it is an organisation, of a nominee the user may name.
            is_organisation = self.partner_id.sudo().is_company
            return self.nominee_kind == 'collective' or not is_organisation
        return bool(self.unit_id) == (self.nominee_kind == 'collective')

    @api.constrains('partner_id')
    def _check_outsider(self):
        """Who is on the staff is nominated as an employee, with all that is asked of one."""
        contacts = self.partner_id.ids
        # sudo: whether a contact is an employee's; HR keeps that from unit leaders.
        employees = self.env['hr.employee'].sudo().with_context(active_test=False)
        domain = Domain('work_contact_id', 'in', contacts) | Domain(
            'user_id.partner_id', 'in', contacts
        )
        if contacts and employees.search_count(domain, limit=1):
            raise ValidationError(
                self.env._(
                    '%(nominees)s: a person on the staff is not nominated as one outside. Choose '
                    'the employee.',
                    nominees=', '.join(self.mapped('nominee_name')),
                )
            )

    @api.constrains('nominee_kind', 'campaign_award_id')
    def _check_award_subject(self):
        for nomination in self:
            award = nomination.campaign_award_id
            if award.subject not in ('both', nomination.nominee_kind):
                params = {
                    'nominee': nomination.nominee_name,
                    'kind': nomination.nominee_kind,
                    'award': award.name,
                }
                finding = Finding('subject_not_allowed', params, award.citation or '')
                self.env['emulation.refusal']._raise_if([finding])

    # The dossier to fill in

    def _sync_lines(self):
        """Make the sections, criteria and dossier parts those the award of a draft asks for."""
        # sudo: the lines follow from the campaign's rules, nobody adds or removes one by hand.
        for lines_field, origin_field in LINES.items():
            obsolete = self.sudo()[lines_field].browse()
            for nomination in self.sudo().filtered(lambda one: one.state == states.State.DRAFT):
                lines = nomination[lines_field]
                wanted = nomination._wanted(lines_field)
                obsolete += lines.filtered(lambda line: line[origin_field] not in wanted)  # noqa: B023
            obsolete.unlink()
        self._add_lines()

    def _add_lines(self):
        """Add the sections, criteria and dossier parts that are asked for and not there yet.

        Called as well when the rules of a running campaign were amended; takes nothing away.
        """
        # sudo: as above.
        nominations = self.sudo()
        for lines_field, origin_field in LINES.items():
            nominations[lines_field].create(
                [
                    {'nomination_id': nomination.id, origin_field: origin.id}
                    for nomination in nominations
                    for origin in nomination._wanted(lines_field)
                    - nomination[lines_field][origin_field]
                ]
            )

    def _wanted(self, lines_field):
        """The entries of the campaign's rules this nomination has to answer to."""
        self.ensure_one()
        award = self.campaign_award_id
        if lines_field == 'section_ids':
            subjects = ('both', self.nominee_kind)
            return self._report_form().section_ids.filtered(lambda one: one.subject in subjects)
        asked = award.criterion_ids if lines_field == 'assessment_ids' else award.requirement_ids
        return asked.filtered(lambda rule: rule._asked_of(self))

    def _same_nominee(self, *conditions):
        """Domain of all nominations of the nominees of these, in whatever campaign."""
        nominees = Domain.OR(
            Domain(name, 'in', self[name].ids)
            for name in ('employee_id', 'unit_id', 'partner_id')
            if self[name]
        )
        return Domain.AND([nominees, *conditions])
