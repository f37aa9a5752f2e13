from datetime import timedelta

from odoo.tests import tagged

from .campaign_plan_common import PlanCommon
from .plan_common import words

#: What a campaign holds and its plan does not say, and why.
ELSEWHERE = {
    'emulation.campaign': {
        'company_id': 'whose record it is; the heading names the issuer',
    },
    'emulation.campaign.unit': {
        'campaign_id': 'whose rule it is',
        'sequence': 'the order of lists',
    },
    'emulation.phase': {'campaign_id': 'whose rule it is'},
    'emulation.campaign.award': {
        'campaign_id': 'whose rule it is',
        'award_form_id': 'gives the name when it is chosen; the name is printed',
        'authority_id': 'the name as printed says whose award it is',
        'report_form_id': 'printed by the dossier part that asks for the report',
        'citation': 'points into the plan itself',
    },
    'emulation.criterion': {
        'campaign_id': 'whose rule it is',
        'citation': 'points into the plan itself',
    },
    'emulation.dossier.requirement': {
        'campaign_id': 'whose rule it is',
        'citation': 'points into the plan itself',
    },
    'emulation.quota': {
        'campaign_id': 'whose rule it is',
        'name': 'for lists; the rule it names is printed',
        'citation': 'points into the plan itself',
    },
    'emulation.quota.line': {'quota_id': 'whose line it is'},
    'emulation.counted.base': {
        'quota_id': 'whose count it is',
        'file': 'the evidence itself; its name is printed',
        'file_name': 'the evidence itself; its name is printed',
    },
    'emulation.unit.group': {
        'campaign_id': 'whose rule it is',
        'sequence': 'the order of lists',
    },
    'emulation.campaign.content': {'campaign_id': 'whose rule it is'},
    'emulation.campaign.milestone': {'content_id': 'whose milestone it is'},
    'emulation.campaign.duty': {'campaign_id': 'whose duty it is'},
    'emulation.campaign.recipient': {
        'campaign_id': 'whose line it is',
        'partner_id': 'the address behind the name',
        'is_export_addressee': 'steers what is sent upward',
    },
}
#: A report form is a document of its own: the plan only names it.
REPORT_FORM = {
    'emulation.report.form': {'name', 'legal_basis_id'},
    'emulation.report.section': set(),
}


@tagged('post_install', '-at_install')
class TestPlanSaysEverything(PlanCommon):
    """No clause that a campaign holds is silently left out of its plan."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._fill_plan()
        cls._fill_quotas()
        cls.award_collective.write(
            {'criteria_basis_id': cls.bases[0].id, 'criteria_clause': 'mục IV'}
        )
        cls.criteria[0].evidence = 'file'
        # What a rule may point to instead.
        cls._unit('Phòng Gamma', 5, cls.manager)
        cls.authority.copy({'issuing_body': 'Trung tâm Thử nghiệm'})

    @classmethod
    def _fill_plan(cls):
        """One of each rule that the common campaign lacks."""
        of_campaign = {'campaign_id': cls.campaign.id}
        cls.bases = cls.env['emulation.legal.basis'].create(
            [
                {
                    'number': f'{number}/KH-TEST',
                    'title': f'về việc {number}',
                    'issuer': 'UBND tỉnh',
                    'date_issued': '2025-01-01',
                }
                for number in (71, 72, 73)
            ]
        )
        cls.campaign.write(
            {
                'legal_basis_ids': [(6, 0, cls.bases[:2].ids)],
                'cited_below_ids': [(6, 0, cls.bases[0].ids)],
                'signing_mode': 'for_head',
                'head_title': 'Trưởng ban',
                'introduction': 'Kế hoạch như sau:',
                'category_ids': [(6, 0, cls.category.ids)],
            }
        )
        # Named in the text, so that whether the opening names it too makes a difference.
        cls.campaign.content_ids.body = 'Theo 71/KH-TEST'
        cls.content = cls.env['emulation.campaign.content'].create(
            {**of_campaign, 'title': 'Khác', 'sequence': 20}
        )
        cls.env['emulation.campaign.milestone'].create(
            {
                'content_id': cls.content.id,
                'name': 'Mốc',
                'date_due': '2025-09-30',
                'campaign_unit_id': cls.participant_a.id,
            }
        )
        cls.group = cls.env['emulation.unit.group'].create({**of_campaign, 'name': 'Khối 1'})
        cls.participant_a.group_id = cls.group
        cls.env['emulation.campaign.duty'].create(
            [
                {**of_campaign, 'bearer': name, 'body': name, 'sequence': 10}
                for name in ('Văn phòng', 'Phòng Tổ chức')
            ]
        )
        cls.env['emulation.campaign.recipient'].create(
            [{**of_campaign, 'name': name, 'sequence': 10} for name in ('Sở Nội vụ', 'Lãnh đạo')]
        )

    @classmethod
    def _fill_quotas(cls):
        """Shares of people and of another count, fixed numbers, seats, numbers of named units."""
        shared = {'campaign_id': cls.campaign.id, 'award_ids': [(6, 0, cls.award_individual.ids)]}
        counted, _fixed, _seats, named = cls.env['emulation.quota'].create(
            [
                {**shared, 'name': 'A', 'base': 'counted', 'base_label': 'sáng kiến'},
                {**shared, 'name': 'B', 'number_kind': 'fixed', 'fixed': 9},
                {**shared, 'name': 'C', 'stage': 'selection', 'number_kind': 'fixed', 'fixed': 2},
                {**shared, 'name': 'D', 'level': 'named'},
            ]
        )
        unit = {'campaign_unit_id': cls.participant_a.id}
        cls.env['emulation.counted.base'].create(
            {**unit, 'quota_id': counted.id, 'number': 40, 'evidence': 'Báo cáo 1'}
        )
        cls.env['emulation.quota.line'].create({**unit, 'quota_id': named.id, 'number': 3})

    def _rules(self):
        """(model, rule, its records) for all that the launch freezes."""
        for records in self.campaign._rule_records():
            model = records._name
            named = REPORT_FORM.get(model)
            for name in records._rule_names():
                left_out = named is not None and name not in named
                if not left_out and name not in ELSEWHERE.get(model, {}):
                    yield model, name, records

    def test_each_rule_changes_what_the_plan_says(self):
        before, checked = words(self._plan()), 0
        for model, name, records in self._rules():
            with self.subTest(rule=f'{model}.{name}'):
                changed = any(self._is_told(record, name, before) for record in records)
                self.assertTrue(changed, 'no trace of it in the plan')
                checked += 1
        self.assertGreater(checked, 80)

    def test_what_is_said_elsewhere_exists(self):
        for model, names in ELSEWHERE.items():
            unknown = set(names) - set(self.env[model]._rule_names())
            self.assertEqual(unknown, set(), model)

    def _is_told(self, record, name, before):
        """Whether the plan reads otherwise once this rule has another value."""
        return any(
            self._said_with(record, {name: value}) != before
            for value in self._other_values(record, name)
        )

    def _said_with(self, record, vals):
        """What the plan would say with other values of a rule."""
        savepoint = self.env.cr.savepoint()
        try:
            record.write(vals)
            self.env.flush_all()
            return words(self._plan())
        finally:
            savepoint.close(rollback=True)
            self.env.invalidate_all(flush=False)

    def _other_values(self, record, name):
        field, value = record._fields[name], record[name]
        if name == 'allowed_types':
            return ['pdf']
        if field.type in ('char', 'text'):
            return [f'Dấu vết {name}']
        if field.type == 'boolean':
            return [not value]
        if field.type == 'integer':
            return [value + 1] if name != 'sequence' else [99]
        if field.type == 'date':
            return [(value or self.today) + timedelta(days=40)]
        if field.type == 'selection':
            return [key for key in field.get_values(self.env) if key != value]
        return self._other_records(record, name)

    def _other_records(self, record, name):
        """Of a field that points to others: one more, or one less."""
        field = record._fields[name]
        others = self.env[field.comodel_name].search([('id', 'not in', record[name].ids)])
        if 'campaign_id' in others._fields:
            others = others.filtered(lambda one: one.campaign_id == self.campaign)
        last = others.sorted('id')[-1:]
        if field.type == 'many2one':
            return last.ids
        more = [[(4, one.id)] for one in last]
        return [*more, *([(3, one.id)] for one in record[name][:1])]
