from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from ..domain import registry_directory as known
from ..domain.body_names import body
from ..domain.forms_of_address import addressed
from ..domain.vietnamese import clean_name

#: Rows of one create, so that a large list is not held in the cache several times.
BATCH = 500
HELD_READ = (
    *('employee_id', 'unit_id', 'partner_id', 'award_name', 'award_form_id'),
    *('decision_number', 'decision_date', 'year'),
)


class EmulationCommendation(models.Model):
    """What an import of past awards knows of people, units and the registry, and what it enters."""

    _inherit = 'emulation.commendation'

    import_source = fields.Char(
        'Imported from', readonly=True, copy=False, help='File and row of the import.'
    )

    # What is known

    @api.model
    def _import_directory(self, company, names=()):
        """Everybody and everything a list of past awards may name; a constant number of queries.

        :param company: res.company whose registry it is
        :param names: names to look for among contacts as well, when outsiders are allowed
        :return: domain.registry_directory.Directory
        """
        employees = self._import_employees(company)
        holders = [
            *self._import_people(employees),
            *self._import_units(company),
            *self._import_outsiders(company, employees, names),
        ]
        forms, held = self._import_forms(company), self._import_held(company)
        return known.Directory(holders, forms, held, self._import_own_names(company))

    @api.model
    def _import_own_names(self, company):
        """What lists call the body itself, of which everybody here is."""
        # sudo: what stands at the head of every document.
        authorities = self.env['emulation.authority'].sudo()
        own = authorities.with_context(active_test=False).search(
            Domain('company_id', 'in', [company.id, False]) & Domain('is_superior', '=', False)
        )
        names = [company.name]
        for one in own:
            names += [one.issuing_body, one.abbreviation]
        return tuple(filter(None, names))

    @api.model
    def _import_employees(self, company):
        """Those who work here or did: an award of long ago may be of somebody who left."""
        return (
            self.env['hr.employee']
            .with_context(active_test=False)
            .search_fetch(
                [('company_id', '=', company.id)],
                ['name', 'barcode', 'identification_id', 'department_id'],
            )
        )

    @api.model
    def _import_people(self, employees):
        unit_of = {
            unit.department_id.id: (unit.name, unit.code)
            for unit in self.env['emulation.unit'].search([('department_id', '!=', False)])
        }
        return [
            known.Holder(
                'employee_id',
                one.id,
                one.name or '',
                tuple(filter(None, (one.barcode, one.identification_id))),
                tuple(filter(None, self._import_unit_names(one.department_id, unit_of))),
            )
            for one in employees
        ]

    @api.model
    def _import_unit_names(self, department, unit_of):
        """Names a list may call a department by: those of the unit it is, and of all above it."""
        name, code = unit_of.get(department.id, (None, None))
        above = department.parent_id
        names = [name, department.name, code]
        while above:
            names += [*unit_of.get(above.id, ()), above.name]
            above = above.parent_id
        return dict.fromkeys(names)

    @api.model
    def _import_units(self, company):
        units = self.env['emulation.unit'].with_context(active_test=False)
        return [
            known.Holder('unit_id', one.id, one.name, (one.code,) if one.code else ())
            for one in units.search_fetch([('company_id', '=', company.id)], ['name', 'code'])
        ]

    @api.model
    def _import_outsiders(self, company, employees, names):
        """People and bodies outside the staff: in the registry or nominated, or of these names."""
        used = set()
        for model in ('emulation.commendation', 'emulation.nomination'):
            groups = self.env[model]._read_group(
                [('company_id', '=', company.id), ('partner_id', '!=', False)], ['partner_id']
            )
            used.update(partner.id for (partner,) in groups)
        domain = Domain('id', 'in', used)
        if names:
            # As written, and without "Ông" before it.
            spellings = {form for one in names for form in (clean_name(one), addressed(one)[0])}
            here = Domain('company_id', 'in', [company.id, False])
            domain |= here & Domain('name', 'in', sorted(spellings))
        # sudo: only which contacts are the staff's own, who are no outsiders.
        staff = employees.sudo().work_contact_id | employees.sudo().user_id.partner_id
        found = self.env['res.partner'].search_fetch(domain, ['name', 'is_company']) - staff
        units = self._import_units_of_outsiders(company)
        return [
            known.Holder(
                'partner_id',
                one.id,
                one.name or '',
                units=tuple(units.get(one.id, ())),
                is_body=one.is_company,
            )
            for one in found
        ]

    @api.model
    def _import_units_of_outsiders(self, company):
        """{contact: units} as the registry has them: a contact itself knows none."""
        said = self._read_group(
            [
                ('company_id', '=', company.id),
                ('partner_id', '!=', False),
                ('holder_unit', '!=', False),
            ],
            ['partner_id', 'holder_unit'],
        )
        units = defaultdict(list)
        for partner, unit in said:
            units[partner.id].append(unit)
        return units

    @api.model
    def _import_forms(self, company):
        forms = self.env['emulation.award.form'].with_context(active_test=False)
        return [
            known.Form(
                one.id,
                one.name,
                one.code or '',
                one.authority_id.name or '',
                one.authority_id.id,
                one.subject,
            )
            for one in forms.search([('company_id', 'in', [company.id, False])])
        ]

    @api.model
    def _import_held(self, company):
        """Awards in the registry, revoked ones included: those are not entered again either."""
        held = self.search_fetch(
            [('company_id', '=', company.id)],
            HELD_READ,
        )
        return (
            known.Award(
                holder=next(
                    (name, one[name].id) for name in known.FIELDS[known.Kind.ANYBODY] if one[name]
                ),
                award=body(one.award_name or ''),
                form=one.award_form_id.id or None,
                number=one.decision_number or '',
                day=one.decision_date or None,
                year=one.year or None,
            )
            for one in held
        )

    # What is entered

    @api.model
    def _import_rows(self, company, verdicts, source):
        """Enter the good rows of a list of past awards.

        :param company: res.company
        :param verdicts: domain.registry_import.Verdict, the good ones
        :param str source: of the rows, such as the file's name
        :return: the awards
        """
        self.check_access('create')
        outsiders = self._import_new_outsiders(company, verdicts)
        # sudo: an operation field tells where a row came from; the right to create was checked.
        registry = self.sudo().with_context(
            tracking_disable=True, mail_create_nolog=True, mail_create_nosubscribe=True
        )
        entered = registry.browse()
        for start in range(0, len(verdicts), BATCH):
            entered += registry.create(
                [
                    self._import_vals(company, one, outsiders, source)
                    for one in verdicts[start : start + BATCH]
                ]
            )
        return self.browse(entered.ids)

    @api.model
    def _import_new_outsiders(self, company, verdicts):
        """{key of name and unit: id} of contacts made for those nobody here knows."""
        new = {
            one.award.holder[1]: {
                'name': one.name,
                'is_company': bool(one.values.get('is_body')),
                'company_id': company.id,
            }
            for one in verdicts
            if one.award.holder[0] == 'new'
        }
        # sudo: whoever imports has explicitly allowed these contacts.
        partners = self.env['res.partner'].sudo().create(list(new.values()))
        return dict(zip(new, partners.ids, strict=True))

    @api.model
    def _import_vals(self, company, verdict, outsiders, source):
        award, said = verdict.award, verdict.values
        field, holder = award.holder
        if field == 'new':
            field, holder = 'partner_id', outsiders[holder]
        vals = {
            'company_id': company.id,
            field: holder,
            'holder_name': verdict.name or False,
            'holder_position': said['position'] or False,
            'holder_unit': said['unit'] or False,
            'award_form_id': award.form or False,
            'award_name': said['wording'],
            'citation': said['citation'] or False,
            'decision_number': award.number or False,
            'decision_date': award.day or False,
            'year_only': award.year if not award.day and award.year else 0,
            'prize_amount': said['prize'],
            'gender': said['gender'] or False,
            'import_source': f'{source}, {verdict.number}',
            'is_imported': True,
        }
        # Left out rather than empty, so that they are taken from the holder and the catalogue.
        optional = {'authority_name': said['authority']}
        vals.update({name: value for name, value in optional.items() if value})
        return {name: value for name, value in vals.items() if name != 'holder_name' or value}
